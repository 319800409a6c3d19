//! Somebody is given a complaint to handle (requirements G).

use audit::Actor;
use kernel::{PersonId, calendar::swedish_day, text::FreeText};
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, note, receivers},
    domain::{Complaint, EntryKind},
    store::Tx,
};

/// The person is told that something waits. Whoever gets it must be able to read it by their role: work is shared out among those
/// who may know of it. Why somebody else gets it stands in the journal.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn assign(
    app: &StaffApp,
    at: At<'_>,
    whom: PersonId,
    reason: Option<FreeText>,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let may_read = may_read(app, &tx, &complaint, whom).await?;
    let complaint = complaint.assign(whom, may_read, reason.is_some(), standing)?;
    if let Some(reason) = reason {
        let entry = note::write(app, &tx, at, EntryKind::Assignment, reason, now).await?;
        tx.trace(Actor::Person(at.person.id), "note", at.id, Some(entry.as_uuid()), now).await?;
    }
    let register = app.inside.ground.directory.now();
    receivers::tell(&tx, &register, &complaint, Occasion::TaskWaits, now).await?;
    at.finish(app, tx, &complaint, "assign", Some(whom.as_uuid()), now).await
}

async fn may_read(app: &StaffApp, tx: &Tx, complaint: &Complaint, whom: PersonId) -> Result<bool, Failed> {
    let day = swedish_day(app.now());
    let register = app.inside.ground.directory.now();
    let whom = register.colleague(whom, day).ok_or(Failed::UnknownPerson)?;
    let seen = tx.case_as_seen_by(complaint.id, &whom).await?;
    Ok(seen.is_some_and(|(_, standing)| standing.reads))
}
