//! Somebody who handles a complaint opens a file that came with it.

use audit::Actor;
use files::{KeptFile, Preview};
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, read::file_key},
    domain::{AttachmentId, ComplaintId, FileEntry},
    store::Store,
};

/// A file that somebody may open.
pub struct OpenFile {
    pub entry: FileEntry,
    pub content: KeptFile,
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
    Ok(OpenFile::new(entry, &app.store, key))
}

impl OpenFile {
    pub(super) fn new(entry: FileEntry, store: &Store, key: CaseKey) -> Self {
        let content = KeptFile::new(store.database().clone(), entry.id.as_uuid(), key);
        Self { entry, content }
    }

    /// What is shown of a picture.
    pub async fn picture(self) -> Result<Preview, Failed> {
        self.content.picture(self.entry.kind).await?.ok_or(Failed::NotFound)
    }
}
