//! Complaints that are being written, sealed for the writer alone.

use db::Script;
use kernel::{Timestamp, Uuid};
use proto::Service;
use sea_orm::{ActiveValue::Set, SqlErr, entity::prelude::*, sea_query::Expr};
use serde::{Deserialize, Serialize};
use vault::{Cell, Token};

use crate::{
    domain::draft::{Draft, Held, Sent},
    store::{Store, StoreError, Tx},
};

pub const MIGRATION: Script = Script {
    name: "drafts_1",
    up: include_str!("drafts_1.sql"),
    append_only: &[],
    tables: &["draft", "reading_visit"],
};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub sealed: Vec<u8>,
        pub version: i64,
        pub changed_at: Timestamp,
        pub expires_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// From when, and until when, something is kept for its holder.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    pub from: Timestamp,
    pub until: Timestamp,
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "one at a time")]
enum Content {
    Writing(Draft),
    Sent { number: String, receipt: String, received_at: Timestamp, wants_answer: bool, is_kept: bool },
}

impl Store {
    /// What a token stands for, and the version of it. Nothing when its time is out.
    pub async fn held(&self, token: &Token, now: Timestamp) -> Result<Option<(Held, i64)>, StoreError> {
        let found = entity::Entity::find_by_id(token.hash()).one(self.database.reader()).await?;
        found.filter(|row| row.expires_at > now).map(|row| Ok((open(token, &row)?, row.version))).transpose()
    }

    /// Removes what nobody can come back to any more.
    pub async fn remove_ended_drafts(&self, now: Timestamp) -> Result<(), StoreError> {
        let ended = entity::Entity::delete_many().filter(entity::Column::ExpiresAt.lte(now));
        ended.exec(self.database.reader()).await?;
        Ok(())
    }
}

impl Tx {
    /// [`StoreError::Stale`] when there is one under that token.
    pub async fn add_draft(&self, token: &Token, draft: &Draft, kept: Kept) -> Result<(), StoreError> {
        let row = entity::ActiveModel {
            token_hash: Set(token.hash()),
            sealed: Set(seal(token, 1, &Content::Writing(draft.clone()))),
            version: Set(1),
            changed_at: Set(kept.from),
            expires_at: Set(kept.until),
        };
        match entity::Entity::insert(row).exec_without_returning(&self.0).await {
            Ok(_) => Ok(()),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                Err(StoreError::Stale)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes over `version`, or not at all.
    pub async fn replace_held(
        &self,
        token: &Token,
        version: i64,
        held: &Held,
        kept: Kept,
    ) -> Result<(), StoreError> {
        let done = entity::Entity::update_many()
            .col_expr(entity::Column::Sealed, Expr::value(seal(token, version + 1, &Content::from(held))))
            .col_expr(entity::Column::Version, Expr::value(version + 1))
            .col_expr(entity::Column::ChangedAt, Expr::value(kept.from))
            .col_expr(entity::Column::ExpiresAt, Expr::value(kept.until))
            .filter(entity::Column::TokenHash.eq(token.hash()))
            .filter(entity::Column::Version.eq(version))
            .exec(&self.0)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Removes `version`, or nothing.
    pub async fn remove_draft_at(&self, token: &Token, version: i64) -> Result<(), StoreError> {
        let draft = entity::Entity::delete_by_id(token.hash()).filter(entity::Column::Version.eq(version));
        if draft.exec(&self.0).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Removes it if its time is out.
    pub async fn remove_ended_draft(&self, token: &Token, now: Timestamp) -> Result<(), StoreError> {
        let ended = entity::Entity::delete_by_id(token.hash()).filter(entity::Column::ExpiresAt.lte(now));
        ended.exec(&self.0).await?;
        Ok(())
    }

    pub async fn remove_draft(&self, token: &Token) -> Result<(), StoreError> {
        entity::Entity::delete_by_id(token.hash()).exec(&self.0).await?;
        Ok(())
    }
}

impl From<&Held> for Content {
    fn from(held: &Held) -> Self {
        match held {
            Held::Writing(draft) => Self::Writing(draft.clone()),
            Held::Sent(Sent { number, receipt, received_at, wants_answer, is_kept }) => Self::Sent {
                number: number.to_string(),
                receipt: receipt.reveal().to_owned(),
                received_at: *received_at,
                wants_answer: *wants_answer,
                is_kept: *is_kept,
            },
        }
    }
}

impl TryFrom<Content> for Held {
    type Error = StoreError;

    fn try_from(content: Content) -> Result<Self, StoreError> {
        Ok(match content {
            Content::Writing(draft) => Self::Writing(draft),
            Content::Sent { number, receipt, received_at, wants_answer, is_kept } => Self::Sent(Sent {
                number: number.parse().map_err(|_| damaged())?,
                receipt: receipt.parse().map_err(|_| damaged())?,
                received_at,
                wants_answer,
                is_kept,
            }),
        })
    }
}

const fn cell(version: i64) -> Cell {
    Cell { table: "draft", column: "sealed", row: Uuid::nil(), version }
}

fn seal(token: &Token, version: i64, content: &Content) -> Vec<u8> {
    let plain = vault::Zeroizing::new(serde_json::to_vec(content).expect("plain values are JSON"));
    token.key(Service::Complaints.name(), "draft").seal(cell(version), &plain)
}

fn open(token: &Token, row: &entity::Model) -> Result<Held, StoreError> {
    let plain = token.key(Service::Complaints.name(), "draft").open(cell(row.version), &row.sealed)?;
    serde_json::from_slice::<Content>(&plain).map_err(|_| damaged())?.try_into()
}

/// The row has no id but the hash of a secret.
const fn damaged() -> StoreError {
    StoreError::Damaged { table: "draft", column: "sealed", row: Uuid::nil() }
}
