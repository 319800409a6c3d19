//! A complaint is done with (I.2 C10).

use kernel::text::FreeText;

use crate::{
    StaffApp,
    actions::{At, Failed, note},
    domain::{Closing, EntryKind},
};

/// `measures` says what was done, or why nothing; whether the routine was looked over is answered, either way (H41).
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn close(
    app: &StaffApp,
    at: At<'_>,
    measures: FreeText,
    routine_reviewed: bool,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.close(standing, Closing { done: at.done(now), routine_reviewed })?;
    let entry = note::write(app, &tx, at, EntryKind::Closing, measures, now).await?;
    at.finish(app, tx, &complaint, "close", Some(entry.as_uuid()), now).await
}
