//! Somebody opens a file of a case.

use audit::Actor;
use files::{KeptFile, Preview};
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{Attachment, AttachmentId, CaseId},
};

/// A file that somebody may open.
pub struct OpenFile {
    pub about: Attachment,
    pub content: KeptFile,
}

/// The file, for whoever reads the words it belongs to: the report's for those who read the report, its writer among them, and those of
/// the inquiry for those who see the whole case. That it was opened is written before anything of it is shown.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn open_attachment(
    app: &App,
    person: &Colleague,
    id: CaseId,
    file: AttachmentId,
) -> Result<OpenFile, Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    let files = tx.attachments_seen(&seen).await?;
    let about = files.into_iter().find(|known| known.id == file).ok_or(Failed::NotThere)?;
    if let Some(held) = about.held {
        return Err(held.into());
    }
    let key = tx.attachment_key(file, &seen.key).await?;
    tx.trace_file(Actor::Person(person.id), "read_attachment", (id, file), app.now()).await?;
    tx.commit().await?;
    Ok(OpenFile { about, content: app.store.content(file, key) })
}

impl OpenFile {
    /// What is shown of a picture. What is no picture is not there.
    pub async fn picture(self) -> Result<Preview, Failed> {
        self.content.picture(self.about.kind).await?.ok_or(Failed::NotThere)
    }
}
