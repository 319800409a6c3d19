//! What is added to a case and never changed.

use kernel::{PersonId, Timestamp, Uuid, text::FreeText};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde::{Deserialize, Serialize};
use vault::CaseKey;

use super::{
    StoreError, Tx,
    entity::{assignment, completion, decision, entry, key_list, note},
    sealed::{KEY_LIST, Row},
};
use crate::domain::{
    CaseId, Decision, EntryId, Grade, Kept, NewCompletion, NewEntry, NewNote, Signature, Similar,
};

/// Who adds it, and when.
#[derive(Debug, Clone)]
pub struct Writer {
    pub id: PersonId,
    pub signature: Signature,
    pub at: Timestamp,
}

/// What is sealed of a completion.
#[derive(Serialize, Deserialize)]
pub struct CompletionCell {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    pub kept: Vec<Kept>,
}

impl Tx {
    /// The investigator has said that nothing ties them to the case, and takes it.
    pub async fn add_assignment(&self, case: CaseId, key: &CaseKey, by: &Writer) -> Result<(), StoreError> {
        let id = Uuid::now_v7();
        let row = assignment::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            investigator_id: Set(by.id.as_uuid()),
            taken_at: Set(by.at),
            free_of_conflict: Set(true),
            signature: Set(Row { key, table: "assignment", id }.seal_signature(&by.signature)),
        };
        assignment::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    /// An empty key list, under a key of its own.
    pub async fn create_key_list(&self, case: CaseId, by: &Writer) -> Result<(), StoreError> {
        let key = CaseKey::generate(KEY_LIST, case.as_uuid()).wrap(self.ring.sealing_key());
        let row = key_list::ActiveModel {
            case_id: Set(case.as_uuid()),
            key_id: Set(key.key_id),
            wrapped_key: Set(key.sealed),
            created_at: Set(by.at),
            created_by: Set(by.id.as_uuid()),
        };
        key_list::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    pub async fn add_note(
        &self,
        case: CaseId,
        key: &CaseKey,
        new: &NewNote,
        by: &Writer,
    ) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let cells = Row { key, table: "note", id };
        let row = note::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            kind: Set(new.kind.code().to_owned()),
            written_at: Set(by.at),
            written_by: Set(by.id.as_uuid()),
            signature: Set(cells.seal_signature(&by.signature)),
            words: Set(cells.seal("words", new.text.as_ref().map_or("", FreeText::as_str))),
            done_when: Set(cells.seal_optional("done_when", new.done_when.as_ref())),
            done_by: Set(cells.seal_optional("done_by", new.done_by.as_ref())),
        };
        note::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    pub async fn add_entry(
        &self,
        case: CaseId,
        key: &CaseKey,
        new: &NewEntry,
        by: &Writer,
    ) -> Result<EntryId, StoreError> {
        let id = EntryId::new();
        let cells = Row { key, table: "entry", id: id.as_uuid() };
        let row = entry::ActiveModel {
            id: Set(id.as_uuid()),
            case_id: Set(case.as_uuid()),
            section: Set(new.section.number().into()),
            kind: Set(new.kind.code().to_owned()),
            corrects: Set(new.corrects.map(EntryId::as_uuid)),
            recorded_at: Set(by.at),
            recorded_by: Set(by.id.as_uuid()),
            signature: Set(cells.seal_signature(&by.signature)),
            words: Set(cells.seal("words", new.text.as_str())),
            source: Set(new.source.as_ref().map(|source| cells.seal_json("source", source))),
        };
        entry::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    pub async fn add_completion(
        &self,
        case: CaseId,
        key: &CaseKey,
        new: &NewCompletion,
        by: &Writer,
    ) -> Result<(), StoreError> {
        let id = Uuid::now_v7();
        let cells = Row { key, table: "completion", id };
        let content = CompletionCell {
            similar_before: new.similar_before,
            proposed_grade: new.proposed_grade,
            kept: new.kept.clone(),
        };
        let row = completion::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            completed_at: Set(by.at),
            completed_by: Set(by.id.as_uuid()),
            signature: Set(cells.seal_signature(&by.signature)),
            content: Set(cells.seal_json("content", &content)),
        };
        completion::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    pub async fn add_decision(&self, case: CaseId, key: &CaseKey, new: &Decision) -> Result<(), StoreError> {
        let id = Uuid::now_v7();
        let content = &new.content;
        let row = decision::ActiveModel {
            id: Set(id),
            case_id: Set(case.as_uuid()),
            decided_at: Set(content.decided_at),
            decided_by: Set(content.decided_by.as_uuid()),
            grade: Set(content.grade.code().to_owned()),
            ivo_required: Set(content.ivo_required),
            content: Set(Row { key, table: "decision", id }.seal("content", &content.canonical())),
            sha256: Set(new.sha256.clone()),
        };
        decision::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }
}
