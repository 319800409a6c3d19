//! Judging what a complaint is (I.2 C4).

use crate::{
    StaffApp,
    actions::{At, Failed},
    domain::Triage,
};

#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn triage(app: &StaffApp, at: At<'_>, triage: Triage) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.triage(triage, standing, at.done(now))?;
    at.finish(app, tx, &complaint, "triage", None, now).await
}
