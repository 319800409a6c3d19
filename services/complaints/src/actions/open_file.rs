//! Somebody who handles a complaint opens a file that came with it.

use audit::Actor;
use bytes::Bytes;
use files::Preview;
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, read::file_key},
    domain::{AttachmentId, ComplaintId, FileEntry},
    store::{Store, StoreError},
};

/// Of a picture as it is shown, in pixels: fine enough to read a note on a wall.
const LONGEST_SIDE: u32 = 1600;

/// A file, opened piece by piece so that a large one is never whole in memory.
pub struct OpenFile {
    pub entry: FileEntry,
    store: Store,
    key: CaseKey,
    next: Option<i32>,
}

/// The file, if the person reads the complaint it came with. That they did is written before anything of it is shown.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn open_file(
    app: &StaffApp,
    id: ComplaintId,
    file: AttachmentId,
    person: &Colleague,
) -> Result<OpenFile, Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|(_, standing)| standing.reads);
    seen.ok_or(Failed::NotFound)?;
    let files = tx.files_for_service(id).await?;
    let found = files.iter().find(|found| found.id() == file).ok_or(Failed::NotFound)?;
    let key = file_key(app, found)?;
    let entry = found.entry(&key)?.opened()?;
    tx.trace(Actor::Person(person.id), "read_attachment", id, Some(file.as_uuid()), app.now()).await?;
    tx.commit().await?;
    Ok(OpenFile::new(entry, app.store.clone(), key))
}

impl OpenFile {
    pub(super) const fn new(entry: FileEntry, store: Store, key: CaseKey) -> Self {
        Self { entry, store, key, next: Some(0) }
    }

    /// What is shown of a picture: the pixels, and nothing that the camera wrote beside them. Whoever has more than one look fetches
    /// the file itself.
    pub async fn picture(mut self) -> Result<Preview, Failed> {
        let kind = Some(self.entry.kind).filter(|kind| kind.is_shown()).ok_or(Failed::NotFound)?;
        let mut original = Vec::new();
        while let Some(piece) = self.next().await? {
            original.extend_from_slice(&piece);
        }
        files::show(kind, original, LONGEST_SIDE).await.map_err(|_| Failed::NotFound)
    }

    /// The next piece. None after the last; a file that was cut off ends in an error.
    pub async fn next(&mut self) -> Result<Option<Bytes>, StoreError> {
        let Some(number) = self.next else { return Ok(None) };
        let found = self.store.chunk(self.entry.id, &self.key, number).await?;
        let (piece, last) = found.ok_or(StoreError::CannotOpen(vault::CannotOpen))?;
        self.next = (!last).then_some(number + 1);
        Ok(Some(Bytes::copy_from_slice(&piece)))
    }
}
