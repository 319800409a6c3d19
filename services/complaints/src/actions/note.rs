//! Somebody writes in the journal of a complaint.

use kernel::{Timestamp, text::FreeText};

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key},
    domain::{EntryId, EntryKind, JournalEntry, Verb},
    store::Tx,
};

/// For those who handle it. The sender's receipt does not open it.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn note(app: &StaffApp, at: At<'_>, text: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::Note, standing)?;
    let entry = write(app, &tx, at, EntryKind::Note, text, now).await?;
    at.finish(app, tx, &complaint, "note", Some(entry.as_uuid()), now).await
}

/// Adds an entry in the person's name.
pub(super) async fn write(
    app: &StaffApp,
    tx: &Tx,
    at: At<'_>,
    kind: EntryKind,
    text: FreeText,
    now: Timestamp,
) -> Result<EntryId, Failed> {
    let key = whole_key(app, tx, at.id).await?;
    let entry = JournalEntry {
        id: EntryId::new(),
        kind,
        author: at.person.signature(),
        text: text.into_string(),
        written_at: now,
    };
    tx.add_entry(at.id, &entry, at.person.id, &key).await?;
    Ok(entry.id)
}
