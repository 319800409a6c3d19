//! Half-written reports, sealed.

use db::Script;
use kernel::{PersonId, Timestamp};
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};
use serde::{Deserialize, Serialize};
use vault::{CaseKey, WrappedKey};

use super::{
    Store, StoreError, Tx,
    entity::report_draft::{ActiveModel, Column, Entity},
    sealed::{DRAFT, Row},
};
use crate::domain::{Draft, TypedReport};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_drafts_1",
    up: include_str!("drafts.sql"),
    append_only: &[],
    tables: &["report_draft"],
};

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Content {
    typed: TypedReport,
    repeat: String,
}

impl Store {
    pub async fn draft(&self, person: PersonId) -> Result<Option<Draft>, StoreError> {
        let Some(row) = Entity::find_by_id(person.as_uuid()).one(self.database.reader()).await? else {
            return Ok(None);
        };
        let wrapped = WrappedKey { key_id: row.key_id, sealed: row.wrapped_key };
        let key = CaseKey::unwrap(DRAFT, row.person_id, &wrapped, &self.ring)?;
        let cells = Row { key: &key, table: "report_draft", id: row.person_id };
        let Content { typed, repeat } = cells.open_json("content", &row.content)?;
        Ok(Some(Draft { typed, repeat, seen_at: row.seen_at, locked_at: row.locked_at }))
    }

    /// Writes over what the person had written before, under a new key.
    pub async fn keep_draft(&self, person: PersonId, draft: Draft) -> Result<(), StoreError> {
        let id = person.as_uuid();
        let key = CaseKey::generate(DRAFT, id);
        let wrapped = key.wrap(self.ring.sealing_key());
        let content = Content { typed: draft.typed, repeat: draft.repeat };
        let row = ActiveModel {
            person_id: Set(id),
            key_id: Set(wrapped.key_id),
            wrapped_key: Set(wrapped.sealed),
            content: Set(Row { key: &key, table: "report_draft", id }.seal_json("content", &content)),
            seen_at: Set(draft.seen_at),
            locked_at: Set(draft.locked_at),
        };
        let written = [Column::KeyId, Column::WrappedKey, Column::Content, Column::SeenAt, Column::LockedAt];
        let over = OnConflict::column(Column::PersonId).update_columns(written).to_owned();
        Entity::insert(row).on_conflict(over).exec_without_returning(self.database.reader()).await?;
        Ok(())
    }

    /// The writer is there, and has opened it.
    pub async fn draft_seen(&self, person: PersonId, at: Timestamp) -> Result<(), StoreError> {
        Entity::update_many()
            .col_expr(Column::SeenAt, Expr::value(at))
            .col_expr(Column::LockedAt, Expr::value(Option::<Timestamp>::None))
            .filter(Column::PersonId.eq(person.as_uuid()))
            .exec(self.database.reader())
            .await?;
        Ok(())
    }

    /// Nobody sees a word of it before a new log-in.
    pub async fn lock_draft(&self, person: PersonId, at: Timestamp) -> Result<(), StoreError> {
        Entity::update_many()
            .col_expr(Column::LockedAt, Expr::value(Some(at)))
            .filter(Column::PersonId.eq(person.as_uuid()))
            .exec(self.database.reader())
            .await?;
        Ok(())
    }

    pub async fn remove_drafts_before(&self, then: Timestamp) -> Result<u64, StoreError> {
        let old = Entity::delete_many().filter(Column::SeenAt.lt(then));
        Ok(old.exec(self.database.reader()).await?.rows_affected)
    }
}

impl Tx {
    pub async fn remove_draft(&self, person: PersonId) -> Result<(), StoreError> {
        Entity::delete_by_id(person.as_uuid()).exec(&self.connection).await?;
        Ok(())
    }
}
