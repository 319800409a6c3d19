//! Files. One that waits for its report is its writer's alone.

use db::Script;
use files::{Held, Incoming, KeptFile, Kind, Standing};
use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};
use vault::{CaseKey, Cell, WrappedKey};

use super::{
    Store, StoreError, Tx,
    entity::{
        attachment::{ActiveModel, Column, Entity, Model},
        report_draft,
    },
    sealed::{FILE, Row},
};
use crate::domain::{Attachment, AttachmentId, CaseId, EntryId};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_attachments_1",
    up: include_str!("attachments.sql"),
    append_only: &[],
    tables: &["attachment_chunk", "attachment"],
};

/// What was found of a file when it had come whole.
#[derive(Debug, Clone, Copy)]
pub struct Looked {
    /// In bytes.
    pub size: i64,
    pub standing: Standing,
    /// When one that was not scanned is shown to the scanner.
    pub scan_again_at: Timestamp,
}

/// A file of a case that the scanner has not seen.
pub struct Unscanned {
    pub case: CaseId,
    pub id: AttachmentId,
    pub content: KeptFile,
}

const TABLE: &str = "attachment";
/// How many are removed at a time.
const BATCH: u64 = 100;

impl Store {
    /// A new file of somebody's, whose content is still to come.
    pub fn incoming() -> Incoming {
        let id = AttachmentId::new().as_uuid();
        Incoming::new(id, CaseKey::generate(FILE, id))
    }

    /// It begins to arrive. Not in a transaction of the whole file: a slow sender must not hold one open.
    pub async fn begin_attachment(
        &self,
        file: &Incoming,
        name: &str,
        kind: Kind,
        by: PersonId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let wrapped = file.key().wrap(self.ring.sealing_key());
        let row = ActiveModel {
            id: Set(file.id()),
            case_id: Set(None),
            entry_id: Set(None),
            added_by: Set(by.as_uuid()),
            added_at: Set(at),
            key_id: Set(Some(wrapped.key_id)),
            wrapped_key: Set(Some(wrapped.sealed)),
            sealed_key: Set(None),
            name: Set(cells(file.key(), file.id()).seal("name", name)),
            sha256: Set(None),
            content_type: Set(kind.to_string()),
            size: Set(None),
            standing: Set(Standing::Quarantined.to_string()),
            scan_at: Set(Some(at)),
        };
        Entity::insert(row).exec_without_returning(self.database.reader()).await?;
        Ok(())
    }

    /// The whole files of somebody that wait for their report, oldest first.
    pub async fn waiting(&self, person: PersonId) -> Result<Vec<Attachment>, StoreError> {
        let rows = whole_and_waiting(person).all(self.database.reader()).await?;
        rows.into_iter().map(|row| opened(&self.key_of_waiting(&row)?, &row)).collect()
    }

    /// Removes one that waits. Whether there was one is nobody's business.
    pub async fn remove_waiting(&self, person: PersonId, id: AttachmentId) -> Result<(), StoreError> {
        let one = waiting().filter(Column::AddedBy.eq(person.as_uuid())).filter(Column::Id.eq(id.as_uuid()));
        self.remove(one).await.map(drop)
    }

    /// Removes those added before `then` whose writer has no half-written report. Gives how many.
    pub async fn remove_forgotten(&self, then: Timestamp) -> Result<usize, StoreError> {
        let writers =
            report_draft::Entity::find().select_only().column(report_draft::Column::PersonId).into_query();
        let old = waiting()
            .filter(Column::AddedAt.lt(then))
            .filter(Column::AddedBy.not_in_subquery(writers))
            .limit(BATCH);
        self.remove(old).await
    }

    /// A few that may be shown to the scanner now.
    pub async fn unscanned(&self, now: Timestamp, most: u64) -> Result<Vec<Unscanned>, StoreError> {
        let due = Entity::find()
            .filter(Column::ScanAt.lte(now))
            .filter(Column::CaseId.is_not_null())
            .order_by_asc(Column::ScanAt)
            .limit(most);
        let (rows, tx) = (due.all(self.database.reader()).await?, self.begin().await?);
        let mut unscanned = Vec::new();
        for row in rows {
            let Some(case) = row.case_id.map(CaseId::from) else { continue };
            let Some(key) = tx.key(case).await? else { continue };
            let id = AttachmentId::from(row.id);
            unscanned.push(Unscanned { case, id, content: self.content(id, key_of(&key, &row)?) });
        }
        Ok(unscanned)
    }

    /// Where the content of files is written.
    pub const fn database(&self) -> &db::Database {
        &self.database
    }

    pub fn content(&self, id: AttachmentId, key: CaseKey) -> KeptFile {
        KeptFile::new(self.database.clone(), id.as_uuid(), key)
    }

    fn key_of_waiting(&self, row: &Model) -> Result<CaseKey, StoreError> {
        unwrapped(&self.ring, row)
    }

    async fn remove(&self, these: Select<Entity>) -> Result<usize, StoreError> {
        let tx = self.begin().await?;
        let ids: Vec<_> = these.all(&tx.connection).await?.into_iter().map(|row| row.id).collect();
        let count = ids.len();
        if count > 0 {
            files::remove_pieces(&tx.connection, ids.clone()).await?;
            Entity::delete_many().filter(Column::Id.is_in(ids)).exec(&tx.connection).await?;
        }
        tx.commit().await?;
        Ok(count)
    }
}

impl Tx {
    /// It has arrived whole, and waits.
    pub async fn finish_attachment(&self, file: &Incoming, looked: Looked) -> Result<(), StoreError> {
        let row = ActiveModel {
            size: Set(Some(looked.size)),
            sha256: Set(Some(cells(file.key(), file.id()).seal("sha256", &file.sha256()))),
            ..stands(looked.standing, looked.scan_again_at)
        };
        self.change(file.id(), row).await
    }

    /// What the scanner has said of it since.
    pub async fn scanned(
        &self,
        id: AttachmentId,
        standing: Standing,
        again_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.change(id.as_uuid(), stands(standing, again_at)).await
    }

    /// The whole files of somebody that wait for their report become the case's.
    pub async fn claim_waiting(
        &self,
        person: PersonId,
        case: CaseId,
        key: &CaseKey,
    ) -> Result<Vec<AttachmentId>, StoreError> {
        let rows = whole_and_waiting(person).all(&self.connection).await?;
        for row in &rows {
            let file = unwrapped(&self.ring, row)?;
            self.claim(row.id.into(), &file, case, key, None).await?;
        }
        Ok(rows.into_iter().map(|row| row.id.into()).collect())
    }

    /// Seals the key of a file under that of its case. Somebody else may have claimed it meanwhile: then it is stale.
    pub async fn claim(
        &self,
        id: AttachmentId,
        file: &CaseKey,
        case: CaseId,
        key: &CaseKey,
        entry: Option<EntryId>,
    ) -> Result<(), StoreError> {
        let row = ActiveModel {
            case_id: Set(Some(case.as_uuid())),
            entry_id: Set(entry.map(EntryId::as_uuid)),
            key_id: Set(None),
            wrapped_key: Set(None),
            sealed_key: Set(Some(key.seal_key(key_cell(id.as_uuid()), file))),
            ..Default::default()
        };
        let one = Entity::update_many().set(row).filter(Column::Id.eq(id.as_uuid()));
        let done = one.filter(Column::CaseId.is_null()).exec(&self.connection).await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// The files of a case, oldest first.
    pub async fn attachments(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Attachment>, StoreError> {
        let rows = Entity::find().filter(Column::CaseId.eq(case.as_uuid())).order_by_asc(Column::Id);
        let rows = rows.all(&self.connection).await?;
        rows.into_iter().map(|row| opened(&key_of(key, &row)?, &row)).collect()
    }

    /// The key of a file of a case.
    pub async fn attachment_key(&self, id: AttachmentId, key: &CaseKey) -> Result<CaseKey, StoreError> {
        let row = Entity::find_by_id(id.as_uuid()).one(&self.connection).await?;
        key_of(key, &row.ok_or(damaged(id.as_uuid(), "id"))?)
    }

    async fn change(&self, id: Uuid, row: ActiveModel) -> Result<(), StoreError> {
        Entity::update_many().set(row).filter(Column::Id.eq(id)).exec(&self.connection).await?;
        Ok(())
    }
}

const fn cells(key: &CaseKey, id: Uuid) -> Row<'_> {
    Row { key, table: TABLE, id }
}

const fn key_cell(id: Uuid) -> Cell {
    Cell { table: TABLE, column: "sealed_key", row: id, version: 1 }
}

fn key_of(case: &CaseKey, row: &Model) -> Result<CaseKey, StoreError> {
    let sealed = row.sealed_key.as_ref().ok_or(damaged(row.id, "sealed_key"))?;
    Ok(case.open_key(key_cell(row.id), sealed, FILE, row.id)?)
}

fn unwrapped(ring: &vault::KeyRing, row: &Model) -> Result<CaseKey, StoreError> {
    let (key_id, sealed) =
        row.key_id.clone().zip(row.wrapped_key.clone()).ok_or(damaged(row.id, "wrapped_key"))?;
    Ok(CaseKey::unwrap(FILE, row.id, &WrappedKey { key_id, sealed }, ring)?)
}

fn opened(key: &CaseKey, row: &Model) -> Result<Attachment, StoreError> {
    let cells = cells(key, row.id);
    let standing: Standing = row.standing.parse().map_err(|_| cells.damaged("standing"))?;
    Ok(Attachment {
        id: row.id.into(),
        name: cells.open("name", &row.name)?,
        kind: row.content_type.parse().map_err(|_| cells.damaged("content_type"))?,
        size: row.size.ok_or(cells.damaged("size"))?,
        sha256: cells.open("sha256", row.sha256.as_deref().ok_or(cells.damaged("sha256"))?)?,
        held: Held::of(standing),
        entry: row.entry_id.map(Into::into),
        added_at: row.added_at,
    })
}

fn stands(standing: Standing, again_at: Timestamp) -> ActiveModel {
    ActiveModel {
        standing: Set(standing.to_string()),
        scan_at: Set((standing == Standing::Quarantined).then_some(again_at)),
        ..Default::default()
    }
}

fn waiting() -> Select<Entity> {
    Entity::find().filter(Column::CaseId.is_null())
}

fn whole_and_waiting(person: PersonId) -> Select<Entity> {
    let whole = waiting().filter(Column::Size.is_not_null());
    whole.filter(Column::AddedBy.eq(person.as_uuid())).order_by_asc(Column::Id)
}

const fn damaged(row: Uuid, column: &'static str) -> StoreError {
    StoreError::Damaged { table: TABLE, column, row }
}
