//! Whoever handles a complaint gives it back, or it is taken back.

use kernel::text::FreeText;
use proto::message::Occasion;

use crate::{
    StaffApp,
    actions::{At, Failed, note, receivers},
    domain::EntryKind,
};

/// All whom it lies with are told that it waits for one of them. Why stands in the journal.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn hand_back(app: &StaffApp, at: At<'_>, reason: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.hand_back(standing)?;
    let entry = note::write(app, &tx, at, EntryKind::Assignment, reason, now).await?;
    let register = app.inside.ground.directory.now();
    receivers::tell(&tx, &register, &complaint, Occasion::TaskWaits, now).await?;
    at.finish(app, tx, &complaint, "hand_back", Some(entry.as_uuid()), now).await
}
