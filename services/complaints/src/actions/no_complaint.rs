//! A view or praise needs no inquiry.

use crate::{
    StaffApp,
    actions::{At, Failed, facts},
};

/// Puts it down as what it is; it can be closed then.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn put_down_as_view(app: &StaffApp, at: At<'_>) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.put_down_as_view(standing)?;
    facts::tell_settled(app, &tx, &complaint, now).await?;
    at.finish(app, tx, &complaint, "no_complaint", None, now).await
}
