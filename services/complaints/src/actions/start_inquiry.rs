//! Somebody takes a complaint on (I.2 C8).

use crate::{
    StaffApp,
    actions::{At, Failed},
};

/// Whoever begins handles it from then on, also when they come back to what a deputy began.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn start_inquiry(app: &StaffApp, at: At<'_>) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.start_inquiry(standing, now)?;
    at.finish(app, tx, &complaint, "start_inquiry", None, now).await
}
