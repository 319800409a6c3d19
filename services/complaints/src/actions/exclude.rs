//! Somebody named in a complaint, or responsible for what it is about, is taken off it at once (G.2).

use kernel::{PersonId, calendar::swedish_day};
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, receivers},
};

/// From now on it is not there for `whom`, and nothing says why. If nobody is left where it lies, it moves up (G.1), and those
/// there are told that something waits.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn exclude(app: &StaffApp, at: At<'_>, whom: PersonId) -> Result<(), Failed> {
    let now = app.now();
    let register = app.inside.ground.directory.now();
    if register.person(whom).is_none() {
        return Err(Failed::UnknownPerson);
    }
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let (level_before, handler_before) = (complaint.level, complaint.handler);
    let excluded = tx.exclude(at.id, whom, at.person.id, now).await?;
    let level = match complaint.unit {
        Some(unit) => receivers::level(complaint.level, &register, unit, swedish_day(now), &excluded),
        None => complaint.level,
    };
    let complaint = complaint.exclude(whom, level, standing)?;
    let has_moved = complaint.level != level_before || complaint.handler != handler_before;
    if has_moved && complaint.closed.is_none() {
        receivers::tell(&tx, &register, &complaint, Occasion::TaskWaits, now).await?;
    }
    at.finish(app, tx, &complaint, "exclude", Some(whom.as_uuid()), now).await
}
