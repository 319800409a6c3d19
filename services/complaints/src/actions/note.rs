//! Somebody writes in the journal of a complaint.

use kernel::{Timestamp, text::FreeText};

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key},
    domain::{EntryId, EntryKind, JournalEntry, Verb},
    store::Tx,
};

/// What somebody writes for those who handle it.
pub struct NewNote {
    pub text: FreeText,
    /// To remember while one works, and no part of the record.
    pub is_working: bool,
    /// An entry that it corrects; it is of the same kind then.
    pub corrects: Option<EntryId>,
}

/// For those who handle it. The sender's receipt does not open it. What was written stays as it was: a correction is an entry of
/// its own, beside what it corrects.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn note(app: &StaffApp, at: At<'_>, new: NewNote) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::Note, standing)?;
    let kind = match new.corrects {
        Some(corrected) => kind_of(app, &tx, at, corrected).await?,
        None if new.is_working => EntryKind::WorkingNote,
        None => EntryKind::Note,
    };
    complaint.takes(kind)?;
    let entry = add(app, &tx, at, kind, new.corrects, new.text, now).await?;
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
    add(app, tx, at, kind, None, text, now).await
}

/// What kind an entry of this very complaint is of.
async fn kind_of(app: &StaffApp, tx: &Tx, at: At<'_>, entry: EntryId) -> Result<EntryKind, Failed> {
    let key = whole_key(app, tx, at.id).await?;
    let written = [tx.journal(at.id, &key).await?, tx.working_notes(at.id, &key).await?];
    let found = written.iter().flatten().find(|known| known.id == entry);
    Ok(found.ok_or(Failed::NotFound)?.kind)
}

async fn add(
    app: &StaffApp,
    tx: &Tx,
    at: At<'_>,
    kind: EntryKind,
    corrects: Option<EntryId>,
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
        corrects,
    };
    if kind.belongs_to_record() {
        tx.add_entry(at.id, &entry, at.person.id, &key).await?;
    } else {
        tx.add_working_note(at.id, &entry, at.person.id, &key).await?;
    }
    Ok(entry.id)
}
