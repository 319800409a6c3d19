//! Somebody is away for a time, and another sees to their matters.

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::Failed,
    domain::{Absence, AbsenceId},
};

/// From its first day to its last the deputy sees and is told what the person would, and may do the same; but for matters that
/// the person is off (G.2).
#[tracing::instrument(skip_all, fields(absence.id = %absence.id), err)]
pub async fn mark_absent(app: &StaffApp, absence: Absence) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    tx.add_absence(&absence, now).await?;
    tx.trace_beside(
        Actor::Person(absence.person),
        "mark_absent",
        absence.id.as_uuid(),
        Some(absence.deputy),
        now,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// The person is back. The deputy's access ends at once.
#[tracing::instrument(skip_all, fields(absence.id = %id), err)]
pub async fn come_back(app: &StaffApp, id: AbsenceId, person: &Colleague) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    if !tx.end_absence(id, person.id, now).await? {
        return Err(Failed::NotFound);
    }
    tx.trace_beside(Actor::Person(person.id), "come_back", id.as_uuid(), None, now).await?;
    Ok(tx.commit().await?)
}

/// The person with those they stand in for today.
pub async fn with_stand_ins(app: &StaffApp, person: Colleague) -> Result<Colleague, Failed> {
    let today = swedish_day(app.now());
    let register = app.inside.ground.directory.now();
    let absent = app.store.stood_in_for(person.id, today).await?;
    let stands_in_for = absent.into_iter().filter_map(|absent| register.colleague(absent, today)).collect();
    Ok(Colleague { stands_in_for, ..person })
}
