//! A complaint that is about another unit than the sender said (FL 6 §).

use kernel::{UnitId, text::FreeText};
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, note, receivers},
    domain::EntryKind,
};

/// Those at the other unit are told that something waits. Why stands in the journal, which they read; whoever is off it stays off it, and if it
/// is said to be about the manager, it passes those by who manage the other unit too (G.2).
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn move_to(app: &StaffApp, at: At<'_>, unit: UnitId, reason: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let register = app.inside.ground.directory.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let level = receivers::level_at(&tx, &register, &complaint, unit, at.person.id, now).await?;
    let complaint = complaint.move_to(unit, level, standing)?;
    let entry = note::write(app, &tx, at, EntryKind::Moved, reason, now).await?;
    receivers::tell(&tx, &register, &complaint, Occasion::NewMatter, now).await?;
    at.finish(app, tx, &complaint, "move", Some(entry.as_uuid()), now).await
}
