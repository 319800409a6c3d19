//! The key list of a case: opened with its own key, never with the case's.

use db::Script;
use kernel::{PersonId, Timestamp, Uuid, text::FreeText};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use vault::{CaseKey, WrappedKey};

use super::{
    StoreError, Tx, Writer,
    entity::{key_list, key_list_entry, key_list_look},
    sealed::{KEY_LIST, Row},
};
use crate::domain::{CaseId, Key, NewKey};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_key_list_1",
    up: include_str!("key_list.sql"),
    append_only: &["key_list_look"],
    tables: &["key_list_look"],
};

const TABLE: &str = "key_list_entry";

impl Tx {
    /// The codes that there are, which tell nobody's name.
    pub async fn codes(&self, case: CaseId) -> Result<Vec<String>, StoreError> {
        let codes = key_list_entry::Entity::find()
            .select_only()
            .column(key_list_entry::Column::Code)
            .filter(key_list_entry::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(key_list_entry::Column::Id);
        Ok(codes.into_tuple().all(&self.connection).await?)
    }

    /// Adds somebody under a code.
    pub async fn add_key(
        &self,
        case: CaseId,
        new: &NewKey,
        code: &str,
        by: &Writer,
    ) -> Result<Uuid, StoreError> {
        let key = self.key_list_key(case).await?;
        let id = Uuid::now_v7();
        let cells = Row { key: &key, table: TABLE, id };
        let row = key_list_entry::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            code: Set(code.to_owned()),
            added_at: Set(by.at),
            added_by: Set(by.id.as_uuid()),
            person: Set(cells.seal("person", new.name.as_str())),
            part_in_case: Set(cells.seal("part_in_case", new.part.code())),
        };
        key_list_entry::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    /// Everybody in the list.
    pub async fn keys(&self, case: CaseId) -> Result<Vec<Key>, StoreError> {
        let rows = key_list_entry::Entity::find()
            .filter(key_list_entry::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(key_list_entry::Column::Id)
            .all(&self.connection)
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key_list_key(case).await?;
        let open = |row: key_list_entry::Model| {
            let cells = Row { key: &key, table: TABLE, id: row.id };
            let part = cells.open("part_in_case", &row.part_in_case)?;
            Ok(Key {
                code: row.code,
                name: cells.open("person", &row.person)?,
                part: part.parse().map_err(|_| cells.damaged("part_in_case"))?,
            })
        };
        rows.into_iter().map(open).collect()
    }

    /// Somebody looks into the list, and says why.
    pub async fn add_look(&self, case: CaseId, reason: &FreeText, by: &Writer) -> Result<Uuid, StoreError> {
        let key = self.key_list_key(case).await?;
        let id = Uuid::now_v7();
        let row = key_list_look::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            looked_at: Set(by.at),
            looked_by: Set(by.id.as_uuid()),
            reason: Set(Row { key: &key, table: "key_list_look", id }.seal("reason", reason.as_str())),
        };
        key_list_look::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    /// Whether somebody has looked into the list since then.
    pub async fn has_looked(
        &self,
        case: CaseId,
        person: PersonId,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let looks = key_list_look::Entity::find()
            .filter(key_list_look::Column::CaseId.eq(case.as_uuid()))
            .filter(key_list_look::Column::LookedBy.eq(person.as_uuid()))
            .filter(key_list_look::Column::LookedAt.gte(since));
        Ok(looks.count(&self.connection).await? > 0)
    }

    async fn key_list_key(&self, case: CaseId) -> Result<CaseKey, StoreError> {
        let missing = StoreError::Damaged { table: "key_list", column: "case_id", row: case.as_uuid() };
        let row = key_list::Entity::find_by_id(case.as_uuid()).one(&self.connection).await?.ok_or(missing)?;
        let wrapped = WrappedKey { key_id: row.key_id, sealed: row.wrapped_key };
        Ok(CaseKey::unwrap(KEY_LIST, case.as_uuid(), &wrapped, &self.ring)?)
    }
}
