//! A complaint is done with (I.2 C10).

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key, note},
    domain::{Closing, Complaint, EntryKind, Left, NewClosing},
    store::Tx,
};

/// Refused while something is left that triage or the measures ask for. What was told stands in the journal.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn close(app: &StaffApp, at: At<'_>, closing: NewClosing) -> Result<(), Failed> {
    let now = app.now();
    let NewClosing { measures, routine_reviewed, routine_why, feedback } = closing;
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let left = left(app, &tx, &complaint).await?;
    let closed = Closing { done: at.done(now), routine_reviewed };
    let complaint = complaint.close(standing, closed, left)?;
    let entry = note::write(app, &tx, at, EntryKind::Closing, measures, now).await?;
    for (kind, text) in [(EntryKind::Routine, routine_why), (EntryKind::Feedback, feedback)] {
        if let Some(text) = text {
            note::write(app, &tx, at, kind, text, now).await?;
        }
    }
    at.finish(app, tx, &complaint, "close", Some(entry.as_uuid()), now).await
}

async fn left(app: &StaffApp, tx: &Tx, complaint: &Complaint) -> Result<Left, Failed> {
    let key = whole_key(app, tx, complaint.id).await?;
    let measures = tx.measures(complaint.id, &key).await?;
    let suspected = complaint.triaged.is_some_and(|(triage, _)| triage.misconduct_suspected);
    Ok(Left {
        effects: measures.iter().any(|measure| measure.effect.is_none()),
        duties: !complaint.duties_left(&tx.fulfilled(complaint.id).await?).is_empty(),
        report: suspected && !tx.is_handed_over(complaint.id).await?,
    })
}
