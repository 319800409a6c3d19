//! Files in sealed pieces.

use files::{Held, Kind, Standing};
use kernel::Timestamp;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, Set, entity::prelude::*, sea_query::ExprTrait};
use vault::{CaseKey, Cell, WrappedKey};

use crate::{
    domain::{AttachmentId, ComplaintId, Direction, FileEntry},
    store::{Store, StoreError, Tx, drafts::Kept, entity::attachment},
};

/// A file that begins to arrive.
pub struct NewFile<'a> {
    pub id: AttachmentId,
    pub token_hash: String,
    pub name: &'a str,
    pub kind: Kind,
    pub kept: Kept,
    pub key: &'a CaseKey,
    pub for_service: WrappedKey,
    pub for_token: WrappedKey,
}

/// A file that waits for its complaint.
pub struct Unclaimed {
    pub id: AttachmentId,
    pub for_token: WrappedKey,
}

/// A file of which some has come.
pub struct Arrived {
    pub file: Unclaimed,
    pub kind: Kind,
    pub pieces: i32,
}

/// A file of a complaint, its key as wrapped for the one who asked.
pub struct Claimed {
    pub row: Row,
    pub key: WrappedKey,
}

/// A file's row, kept in this room.
pub struct Row(attachment::Model);

const NAME: &str = "sealed_name";

fn name(id: AttachmentId) -> Cell {
    Cell { table: "attachment", column: NAME, row: id.as_uuid(), version: 1 }
}

impl Store {
    pub async fn begin_file(&self, file: NewFile<'_>) -> Result<(), StoreError> {
        let row = attachment::ActiveModel {
            id: Set(file.id.as_uuid()),
            complaint_id: Set(None),
            token_hash: Set(file.token_hash),
            sealed_name: Set(file.key.seal(name(file.id), file.name.as_bytes())),
            content_type: Set(file.kind.to_string()),
            size: Set(None),
            created_at: Set(file.kept.from),
            kept_until: Set(file.kept.until),
            service_key_id: Set(file.for_service.key_id),
            service_key: Set(file.for_service.sealed),
            token_key_id: Set(Some(file.for_token.key_id)),
            token_key: Set(Some(file.for_token.sealed)),
            receipt_key_id: Set(None),
            receipt_key: Set(None),
            sent_by: Set(Direction::Sender.to_string()),
            standing: Set(Standing::Quarantined.to_string()),
            scan_at: Set(Some(file.kept.from)),
        };
        attachment::Entity::insert(row).exec_without_returning(self.database.reader()).await?;
        Ok(())
    }

    /// What has come of a file that is not whole yet.
    pub async fn arrived(&self, token_hash: &str) -> Result<Option<Arrived>, StoreError> {
        let reader = self.database.reader();
        let found = unclaimed()
            .filter(attachment::Column::TokenHash.eq(token_hash))
            .filter(attachment::Column::Size.is_null())
            .one(reader)
            .await?;
        let Some(row) = found else { return Ok(None) };
        let pieces = files::count_pieces(reader, row.id).await?;
        let damaged = |column| damaged(row.id, column);
        let kind = word(row.id, "content_type", &row.content_type)?;
        let (key_id, sealed) = row.token_key_id.zip(row.token_key).ok_or_else(|| damaged("token_key"))?;
        let for_token = WrappedKey { key_id, sealed };
        let pieces = i32::try_from(pieces).map_err(|_| damaged("size"))?;
        Ok(Some(Arrived { file: Unclaimed { id: row.id.into(), for_token }, kind, pieces }))
    }

    /// How large one is that has come whole and waits.
    pub async fn unclaimed_size(&self, token_hash: &str) -> Result<Option<i64>, StoreError> {
        let found = unclaimed().filter(attachment::Column::TokenHash.eq(token_hash));
        Ok(found.one(self.database.reader()).await?.and_then(|row| row.size))
    }

    /// Whether what waits for its complaint comes to so many bytes, counted in whole pieces.
    pub async fn unclaimed_come_to(&self, bytes: u64) -> Result<bool, StoreError> {
        let most = bytes / files::PIECE as u64;
        let ids = unclaimed().select_only().column(attachment::Column::Id).into_query();
        Ok(files::count_pieces_of(self.database.reader(), ids, most).await? >= most)
    }

    /// Removes a file that no complaint has claimed. Whether there was one is nobody's business.
    pub async fn remove_unclaimed(&self, token_hash: &str) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        let found = unclaimed().filter(attachment::Column::TokenHash.eq(token_hash)).all(&tx.0).await?;
        tx.remove(found.into_iter().map(|row| row.id).collect()).await?;
        tx.commit().await
    }

    /// Files of complaints that the scanner has not seen and may be shown now. What still waits for its complaint is its writer's
    /// alone.
    pub async fn to_scan(
        &self,
        now: Timestamp,
        most: u64,
    ) -> Result<Vec<(ComplaintId, Claimed)>, StoreError> {
        let due = attachment::Entity::find()
            .filter(attachment::Column::ScanAt.lte(now))
            .filter(attachment::Column::ComplaintId.is_not_null())
            .order_by_asc(attachment::Column::ScanAt)
            .limit(most);
        let rows = due.all(self.database.reader()).await?;
        let claimed = |row: attachment::Model| Some((row.complaint_id?.into(), for_service(row)));
        Ok(rows.into_iter().filter_map(claimed).collect())
    }

    /// Removes files that have waited too long.
    pub async fn remove_forgotten(&self, now: Timestamp) -> Result<usize, StoreError> {
        let tx = self.begin().await?;
        let old = unclaimed().filter(attachment::Column::KeptUntil.lte(now)).limit(100);
        let found: Vec<_> = old.all(&tx.0).await?.into_iter().map(|row| row.id).collect();
        let removed = found.len();
        tx.remove(found).await?;
        tx.commit().await?;
        Ok(removed)
    }
}

impl Tx {
    /// It has arrived whole. `again_at` is when one that was not scanned is shown to the scanner.
    pub async fn finish_file(
        &self,
        id: AttachmentId,
        size: i64,
        standing: Standing,
        again_at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = attachment::ActiveModel { size: Set(Some(size)), ..stands(standing, again_at) };
        self.change(id, row).await
    }

    /// What the scanner has said of it since.
    pub async fn scanned(
        &self,
        id: AttachmentId,
        standing: Standing,
        again_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.change(id, stands(standing, again_at)).await
    }

    async fn change(&self, id: AttachmentId, row: attachment::ActiveModel) -> Result<(), StoreError> {
        let this = attachment::Entity::update_many().set(row).filter(attachment::Column::Id.eq(id.as_uuid()));
        this.exec(&self.0).await?;
        Ok(())
    }

    /// Lets files wait as long as the draft they belong to.
    pub async fn keep_files(&self, token_hashes: &[String], until: Timestamp) -> Result<(), StoreError> {
        attachment::Entity::update_many()
            .col_expr(attachment::Column::KeptUntil, until.into())
            .filter(attachment::Column::TokenHash.is_in(token_hashes))
            .filter(attachment::Column::ComplaintId.is_null())
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// The whole files behind these tokens that wait for a complaint.
    pub async fn unclaimed(&self, token_hashes: &[String]) -> Result<Vec<Unclaimed>, StoreError> {
        let rows = unclaimed()
            .filter(attachment::Column::TokenHash.is_in(token_hashes))
            .filter(attachment::Column::Size.is_not_null())
            .all(&self.0)
            .await?;
        let waiting = |row: attachment::Model| {
            let for_token = WrappedKey { key_id: row.token_key_id?, sealed: row.token_key? };
            Some((row.token_hash, Unclaimed { id: row.id.into(), for_token }))
        };
        let mut found: std::collections::HashMap<_, _> = rows.into_iter().filter_map(waiting).collect();
        Ok(token_hashes.iter().filter_map(|hash| found.remove(hash)).collect())
    }

    /// Binds a file to its complaint; from then on the receipt opens it and the token does not. Somebody else may have
    /// claimed it meanwhile: then it is stale.
    pub async fn claim(
        &self,
        id: AttachmentId,
        complaint: ComplaintId,
        for_receipt: WrappedKey,
        from: Direction,
    ) -> Result<(), StoreError> {
        let row = attachment::ActiveModel {
            complaint_id: Set(Some(complaint.as_uuid())),
            sent_by: Set(from.to_string()),
            token_key_id: Set(None),
            token_key: Set(None),
            receipt_key_id: Set(Some(for_receipt.key_id)),
            receipt_key: Set(Some(for_receipt.sealed)),
            ..Default::default()
        };
        let done = attachment::Entity::update_many()
            .set(row)
            .filter(attachment::Column::Id.eq(id.as_uuid()))
            .filter(attachment::Column::ComplaintId.is_null())
            .exec(&self.0)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// The files that the sender of a complaint sees, with their keys for the receipt.
    pub async fn files_for_receipt(&self, complaint: ComplaintId) -> Result<Vec<Claimed>, StoreError> {
        let claimed = |row: attachment::Model| {
            let key = WrappedKey { key_id: row.receipt_key_id.clone()?, sealed: row.receipt_key.clone()? };
            Some(Claimed { row: Row(row), key })
        };
        Ok(self.senders_files(complaint).await?.into_iter().filter_map(claimed).collect())
    }

    /// The same with their keys for the service: for a sender who is logged in.
    pub async fn senders_files_for_service(
        &self,
        complaint: ComplaintId,
    ) -> Result<Vec<Claimed>, StoreError> {
        Ok(self.senders_files(complaint).await?.into_iter().map(for_service).collect())
    }

    /// The files of a complaint with their keys for the service.
    pub async fn files_for_service(&self, complaint: ComplaintId) -> Result<Vec<Claimed>, StoreError> {
        Ok(self.files(complaint).await?.into_iter().map(for_service).collect())
    }

    pub(super) async fn has_files_of_sender(&self, complaint: ComplaintId) -> Result<bool, StoreError> {
        let sent = attachment::Entity::find()
            .filter(attachment::Column::ComplaintId.eq(complaint.as_uuid()))
            .filter(attachment::Column::SentBy.eq(Direction::Sender.word()));
        Ok(sent.one(&self.0).await?.is_some())
    }

    async fn files(&self, complaint: ComplaintId) -> Result<Vec<attachment::Model>, StoreError> {
        let rows = attachment::Entity::find()
            .filter(attachment::Column::ComplaintId.eq(complaint.as_uuid()))
            .order_by_asc(attachment::Column::Id);
        Ok(rows.all(&self.0).await?)
    }

    /// Those of the complaint, and what those who handle its parts have sent (I.2 C7).
    async fn senders_files(&self, complaint: ComplaintId) -> Result<Vec<attachment::Model>, StoreError> {
        let of_part = attachment::Column::ComplaintId
            .is_in(self.part_ids(complaint).await?)
            .and(attachment::Column::SentBy.eq(Direction::Staff.word()));
        let rows = attachment::Entity::find()
            .filter(attachment::Column::ComplaintId.eq(complaint.as_uuid()).or(of_part))
            .order_by_asc(attachment::Column::Id);
        Ok(rows.all(&self.0).await?)
    }

    async fn remove(&self, files: Vec<Uuid>) -> Result<(), StoreError> {
        if files.is_empty() {
            return Ok(());
        }
        files::remove_pieces(&self.0, files.clone()).await?;
        let these = attachment::Column::Id.is_in(files);
        attachment::Entity::delete_many().filter(these).exec(&self.0).await?;
        Ok(())
    }
}

impl Claimed {
    pub fn id(&self) -> AttachmentId {
        self.row.0.id.into()
    }

    pub fn is_from(&self, who: Direction) -> bool {
        self.row.0.sent_by == who.word()
    }

    /// The entry, opened with the file's own key.
    pub fn entry(&self, key: &CaseKey) -> Result<FileEntry, StoreError> {
        let row = &self.row.0;
        Ok(FileEntry {
            id: row.id.into(),
            name: key.open_text(name(row.id.into()), &row.sealed_name)?,
            from: word(row.id, "sent_by", &row.sent_by)?,
            kind: word(row.id, "content_type", &row.content_type)?,
            size: row.size.unwrap_or_default(),
            held: Held::of(word(row.id, "standing", &row.standing)?),
        })
    }
}

pub(super) fn for_service(row: attachment::Model) -> Claimed {
    let key = WrappedKey { key_id: row.service_key_id.clone(), sealed: row.service_key.clone() };
    Claimed { row: Row(row), key }
}

/// A word of the row that must be one that is known.
fn word<T: std::str::FromStr>(row: Uuid, column: &'static str, word: &str) -> Result<T, StoreError> {
    word.parse().map_err(|_| damaged(row, column))
}

fn damaged(row: Uuid, column: &'static str) -> StoreError {
    StoreError::Damaged { table: "attachment", column, row }
}

fn stands(standing: Standing, again_at: Timestamp) -> attachment::ActiveModel {
    attachment::ActiveModel {
        standing: Set(standing.to_string()),
        scan_at: Set((standing == Standing::Quarantined).then_some(again_at)),
        ..Default::default()
    }
}

fn unclaimed() -> Select<attachment::Entity> {
    attachment::Entity::find().filter(attachment::Column::ComplaintId.is_null())
}
