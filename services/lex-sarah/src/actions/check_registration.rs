//! A registrar checks what this service has put in the diary, and sees nothing of what was reported (L3).

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use super::{Failed, writer};
use crate::{
    App,
    domain::{CaseId, Registration, TypedRegistration, Verb, permitted},
};

/// The entry of the diary, for a registrar who is no part of the case.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn registration(app: &App, person: &Colleague, id: CaseId) -> Result<Registration, Failed> {
    let tx = app.store.begin().await?;
    let (entry, ..) = tx.registration_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    Ok(entry)
}

/// `checks` is how many there were when the registrar looked at it.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn check_registration(
    app: &App,
    person: &Colleague,
    id: CaseId,
    checks: i64,
    typed: &TypedRegistration,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let found = tx.registration_as_seen_by(id, person).await?;
    let (entry, state, standings) = found.ok_or(Failed::NotThere)?;
    permitted(Some(state), Verb::CheckRegistration, &standings, &[])?;
    if entry.checks != checks {
        return Err(Failed::Stale);
    }
    let checked = entry.checked(typed, swedish_day(now), &app.policy)?;
    tx.add_check(&checked, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::CheckRegistration, id, None, now).await?;
    tx.commit().await?;
    Ok(())
}
