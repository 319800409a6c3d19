//! A closed matter is opened again: the sender is not satisfied, or something new is known (I.2 C11).

use kernel::{PersonId, calendar::swedish_day};

use crate::{
    StaffApp,
    actions::{At, Failed, note, receivers, write_to_sender},
    domain::{Cause, Complaint, EntryKind, Level, MessageKind, Reopening, Targets},
};

/// An unhappy sender's goes to the next level. The principal is told in any case, and whomever it lies with now.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn reopen(app: &StaffApp, at: At<'_>, reopening: Reopening) -> Result<(), Failed> {
    let now = app.now();
    let Reopening { cause, reason, text } = reopening;
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let excluded = tx.excluded(at.id).await?;
    let level = level(app, &complaint, cause, &excluded);
    let answer_by = Targets::from(now, &app.policy).answer_by;
    let complaint = complaint.reopen(cause, level, answer_by, standing)?;
    let entry = note::write(app, &tx, at, EntryKind::Reopening, reason, now).await?;
    let (complaint, _) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Message, text, now).await?;
    receivers::tell_of_reopening(&tx, &app.inside.ground.directory.now(), &complaint, now).await?;
    at.finish(app, tx, &complaint, "reopen", Some(entry.as_uuid()), now).await
}

fn level(app: &StaffApp, complaint: &Complaint, cause: Cause, excluded: &[PersonId]) -> Level {
    match (cause, complaint.unit) {
        (Cause::SenderUnhappy, Some(unit)) => {
            let register = app.inside.ground.directory.now();
            receivers::level(complaint.level.up(), &register, unit, swedish_day(app.now()), excluded)
        }
        (Cause::SenderUnhappy, None) | (Cause::NewFacts, _) => complaint.level,
    }
}
