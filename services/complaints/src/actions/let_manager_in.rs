//! The sender said that it is about the manager, and whom it lies with now finds that it is not (G.2).

use audit::Actor;
use kernel::{calendar::swedish_day, text::FreeText};
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, note, receivers},
    domain::{Complaint, EntryKind, Level, manages},
};

/// Those whom the sender's word took off it are let in, each with a trace; whom somebody has judged to be concerned is not. Never
/// done by whoever manages the unit, or stands in for them. Why stands in the journal.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn let_manager_in(app: &StaffApp, at: At<'_>, reason: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let register = app.inside.ground.directory.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let (unit, level_before) = (complaint.unit, complaint.level);
    let manages_it = unit.is_some_and(|unit| manages(at.person, unit));
    let let_in = tx.let_in(at.id).await?;
    let excluded = tx.excluded(at.id).await?;
    let lowest = |unit| receivers::level(Level::UnitManager, &register, unit, swedish_day(now), &excluded);
    let complaint = complaint.let_manager_in(unit.map_or(level_before, lowest), manages_it, standing)?;
    for person in let_in {
        tx.trace(Actor::Person(at.person.id), "let_in", at.id, Some(person.as_uuid()), now).await?;
    }
    let entry = note::write(app, &tx, at, EntryKind::LetIn, reason, now).await?;
    if complaint.level != level_before {
        // Also when somebody at the level above handles it, who knows already.
        let lies_with = Complaint { handler: None, ..complaint.clone() };
        receivers::tell(&tx, &register, &lies_with, Occasion::TaskWaits, now).await?;
    }
    at.finish(app, tx, &complaint, "let_manager_in", Some(entry.as_uuid()), now).await
}
