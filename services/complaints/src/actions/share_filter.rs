//! Somebody lets those at their unit use a filter of theirs, or no longer.

use kernel::PersonId;

use crate::{StaffApp, actions::Failed, domain::Filter};

/// What it finds is still what each of them may see.
#[tracing::instrument(skip_all, err)]
pub async fn share_filter(app: &StaffApp, person: PersonId, filter: Filter) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.save_filter(person, filter, app.now()).await?;
    tx.share_filter(person, filter, app.now()).await?;
    Ok(tx.commit().await?)
}

#[tracing::instrument(skip_all, err)]
pub async fn unshare_filter(app: &StaffApp, person: PersonId, filter: Filter) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.unshare_filter(person, filter).await?;
    Ok(tx.commit().await?)
}
