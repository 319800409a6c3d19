//! Judging what a complaint is (I.2 C4).

use audit::Actor;

use crate::{
    StaffApp,
    actions::{At, Failed, receivers},
    domain::Triage,
};

/// The register's line says what it was judged to be, if nobody had said it before.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn triage(app: &StaffApp, at: At<'_>, triage: Triage) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let line_before = complaint.registered.as_ref().map(|entry| entry.line);
    let complaint = complaint.triage(triage, standing, at.done(now))?;
    if complaint.registered.as_ref().map(|entry| entry.line) != line_before {
        tx.trace(Actor::Person(at.person.id), "correct_entry", at.id, None, now).await?;
    }
    if complaint.breach_by.is_some() {
        receivers::tell_of_breach(&tx, &complaint, now).await?;
    }
    at.finish(app, tx, &complaint, "triage", None, now).await
}
