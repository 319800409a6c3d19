//! Somebody reminds whoever a complaint lies with, beside what the clocks do by themselves.

use audit::Actor;
use kernel::calendar::swedish_day;
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, receivers},
    domain::{Refused, Verb},
};

/// Once a day, whoever asks. Nothing of the complaint changes, so its version stays.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn remind_now(app: &StaffApp, at: At<'_>) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::Remind, standing)?;
    let today = swedish_day(now);
    let traces = tx.traces(at.id).await?;
    if traces.iter().any(|trace| trace.action == "remind" && swedish_day(trace.at) == today) {
        return Err(Refused::RemindedToday.into());
    }
    let register = app.inside.ground.directory.now();
    receivers::tell(&tx, &register, &complaint, Occasion::TaskWaits, now).await?;
    tx.trace(Actor::Person(at.person.id), "remind", at.id, None, now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
