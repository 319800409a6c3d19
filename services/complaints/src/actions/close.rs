//! A complaint is done with (I.2 C10).

use audit::Actor;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key, facts, note},
    domain::{Closing, Complaint, EntryKind, Left, NewClosing, WorkingNotes},
    store::Tx,
};

/// Refused while something is left that triage or the measures ask for, or a sender who can be reached has heard nothing. What was told
/// stands in the journal.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn close(app: &StaffApp, at: At<'_>, closing: NewClosing) -> Result<(), Failed> {
    let now = app.now();
    let NewClosing { measures, routine_reviewed, routine_why, feedback, untold, working_notes } = closing;
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let key = whole_key(app, &tx, complaint.id).await?;
    let left = left(&tx, &complaint, &key, untold.is_some(), working_notes.is_some()).await?;
    let closed = Closing { done: at.done(now), routine_reviewed };
    let complaint = complaint.close(standing, closed, left)?;
    let entry = note::write(app, &tx, at, EntryKind::Closing, measures, now).await?;
    let others =
        [(EntryKind::Routine, routine_why), (EntryKind::Feedback, feedback), (EntryKind::Untold, untold)];
    for (kind, text) in others {
        if let Some(text) = text {
            note::write(app, &tx, at, kind, text, now).await?;
        }
    }
    match working_notes {
        Some(WorkingNotes::Keep) => tx.keep_working_notes(at.id, &key).await?,
        Some(WorkingNotes::Remove) => {
            tx.trace(Actor::Person(at.person.id), "remove_working_notes", at.id, None, now).await?;
            tx.remove_working_notes(at.id).await?;
        }
        None => {}
    }
    facts::tell_deviation(app, &tx, &complaint, now).await?;
    at.finish(app, tx, &complaint, "close", Some(entry.as_uuid()), now).await
}

async fn left(
    tx: &Tx,
    complaint: &Complaint,
    key: &CaseKey,
    says_why_untold: bool,
    says_of_notes: bool,
) -> Result<Left, Failed> {
    let measures = tx.measures(complaint.id, key).await?;
    let contact = tx.contact(complaint.id, &key.senders_half()).await?;
    let suspected = complaint.triaged.is_some_and(|(triage, _)| triage.misconduct_suspected);
    Ok(Left {
        effects: measures.iter().any(|measure| measure.effect.is_none()),
        duties: !complaint.duties_left(&tx.fulfilled(complaint.id).await?).is_empty(),
        report: suspected && !tx.is_handed_over(complaint.id).await?,
        word: complaint.awaits_word(&contact, tx.has_been_written_to(complaint.id).await?),
        untold: complaint.is_out_of_reach(&contact) && !says_why_untold,
        notes: !says_of_notes && tx.has_working_notes(complaint.id).await?,
    })
}
