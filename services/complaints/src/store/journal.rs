//! What staff write for themselves, sealed under the whole case key: a sender's receipt does not open it.

use kernel::PersonId;
use sea_orm::{QueryOrder, Set, entity::prelude::*};
use vault::{CaseKey, Cell};

use crate::{
    domain::{ComplaintId, EntryId, JournalEntry},
    store::{StoreError, Tx, entity::journal_entry, rows::word},
};

const fn cell(column: &'static str, row: Uuid) -> Cell {
    Cell { table: "journal_entry", column, row, version: 1 }
}

impl Tx {
    pub async fn add_entry(
        &self,
        id: ComplaintId,
        entry: &JournalEntry,
        author: PersonId,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let seal = |column, text: &str| key.seal(cell(column, entry.id.as_uuid()), text.as_bytes());
        let row = journal_entry::ActiveModel {
            id: Set(entry.id.as_uuid()),
            complaint_id: Set(id.as_uuid()),
            kind: Set(entry.kind.to_string()),
            author_id: Set(author.as_uuid()),
            sealed_author: Set(seal("sealed_author", &entry.author)),
            sealed_text: Set(seal("sealed_text", &entry.text)),
            written_at: Set(entry.written_at),
            corrects: Set(entry.corrects.map(EntryId::as_uuid)),
        };
        journal_entry::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Oldest first.
    pub async fn journal(&self, id: ComplaintId, key: &CaseKey) -> Result<Vec<JournalEntry>, StoreError> {
        let rows = journal_entry::Entity::find()
            .filter(journal_entry::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(journal_entry::Column::Id)
            .all(&self.0)
            .await?;
        rows.iter().map(|row| open(row, key)).collect()
    }
}

pub(super) fn open(row: &journal_entry::Model, key: &CaseKey) -> Result<JournalEntry, StoreError> {
    Ok(JournalEntry {
        id: row.id.into(),
        kind: word(row.id, "kind", &row.kind)?,
        author: key.open_text(cell("sealed_author", row.id), &row.sealed_author)?,
        text: key.open_text(cell("sealed_text", row.id), &row.sealed_text)?,
        written_at: row.written_at,
        corrects: row.corrects.map(EntryId::from),
    })
}
