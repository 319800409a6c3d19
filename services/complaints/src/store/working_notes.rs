//! What somebody writes to remember by while they work (TF 2:12), sealed under the whole case key. Unlike the journal it can go.

use kernel::PersonId;
use sea_orm::{PaginatorTrait, QueryOrder, Set, entity::prelude::*};
use vault::{CaseKey, Cell};

use crate::{
    domain::{ComplaintId, EntryId, EntryKind, JournalEntry},
    store::{StoreError, Tx, entity::working_note},
};

const fn cell(column: &'static str, row: Uuid) -> Cell {
    Cell { table: "working_note", column, row, version: 1 }
}

impl Tx {
    pub async fn add_working_note(
        &self,
        id: ComplaintId,
        note: &JournalEntry,
        author: PersonId,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let seal = |column, text: &str| key.seal(cell(column, note.id.as_uuid()), text.as_bytes());
        let row = working_note::ActiveModel {
            id: Set(note.id.as_uuid()),
            complaint_id: Set(id.as_uuid()),
            author_id: Set(author.as_uuid()),
            sealed_author: Set(seal("sealed_author", &note.author)),
            sealed_text: Set(seal("sealed_text", &note.text)),
            written_at: Set(note.written_at),
            corrects: Set(note.corrects.map(EntryId::as_uuid)),
        };
        working_note::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Oldest first.
    pub async fn working_notes(
        &self,
        id: ComplaintId,
        key: &CaseKey,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        let rows = of(id).order_by_asc(working_note::Column::Id).all(&self.0).await?;
        rows.iter().map(|row| open(row, key)).collect()
    }

    pub async fn has_working_notes(&self, id: ComplaintId) -> Result<bool, StoreError> {
        Ok(of(id).count(&self.0).await? > 0)
    }

    /// Removes them, for good.
    pub async fn remove_working_notes(&self, id: ComplaintId) -> Result<(), StoreError> {
        working_note::Entity::delete_many()
            .filter(working_note::Column::ComplaintId.eq(id.as_uuid()))
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// Makes each an entry of the journal: as it was, by whom and when it was written.
    pub async fn keep_working_notes(&self, id: ComplaintId, key: &CaseKey) -> Result<(), StoreError> {
        for row in of(id).order_by_asc(working_note::Column::Id).all(&self.0).await? {
            let entry = JournalEntry { kind: EntryKind::Note, ..open(&row, key)? };
            self.add_entry(id, &entry, row.author_id.into(), key).await?;
        }
        self.remove_working_notes(id).await
    }
}

fn of(id: ComplaintId) -> Select<working_note::Entity> {
    working_note::Entity::find().filter(working_note::Column::ComplaintId.eq(id.as_uuid()))
}

pub(super) fn open(row: &working_note::Model, key: &CaseKey) -> Result<JournalEntry, StoreError> {
    Ok(JournalEntry {
        id: row.id.into(),
        kind: EntryKind::WorkingNote,
        author: key.open_text(cell("sealed_author", row.id), &row.sealed_author)?,
        text: key.open_text(cell("sealed_text", row.id), &row.sealed_text)?,
        written_at: row.written_at,
        corrects: row.corrects.map(EntryId::from),
    })
}
