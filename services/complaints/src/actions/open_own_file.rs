//! A sender with a receipt opens a file that they sent.

use audit::Actor;

use crate::{
    PublicApp,
    actions::{
        Failed, OpenFile,
        open_dialogue::{case_of, file_key, keys},
    },
    domain::AttachmentId,
    store::StoreError,
};

/// The file, if the receipt is that of the complaint it came with. That it was opened is written before anything of it is
/// shown.
#[tracing::instrument(skip_all, err)]
pub async fn open_own_file(app: &PublicApp, receipt: &str, file: AttachmentId) -> Result<OpenFile, Failed> {
    let keys = keys(receipt).await;
    let tx = app.store.begin().await?;
    let (complaint, _) = case_of(&tx, &keys).await?;
    let files = tx.files_for_receipt(complaint.id).await?;
    let found = files.iter().find(|found| found.id() == file).ok_or(Failed::NotFound)?;
    let key = file_key(found, &keys).map_err(StoreError::from)?;
    let entry = found.entry(&key)?.opened()?;
    tx.trace(Actor::Sender, "read_attachment", complaint.id, Some(file.as_uuid()), app.now()).await?;
    tx.commit().await?;
    Ok(OpenFile::new(entry, &app.store, key))
}
