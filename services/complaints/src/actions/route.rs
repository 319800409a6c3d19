//! A complaint that named no unit is led to the one it is about (FL 6 §).

use kernel::UnitId;
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, receivers},
};

/// The unit's manager, or the next level, is told that something waits: the next one too when it is about the manager.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn route(app: &StaffApp, at: At<'_>, unit: UnitId) -> Result<(), Failed> {
    let now = app.now();
    let register = app.inside.ground.directory.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let level = receivers::level_at(&tx, &register, &complaint, unit, at.person.id, now).await?;
    let complaint = complaint.route(unit, level, standing)?;
    receivers::tell(&tx, &register, &complaint, Occasion::NewMatter, now).await?;
    at.finish(app, tx, &complaint, "route", None, now).await
}
