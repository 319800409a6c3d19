//! Somebody keeps a filter of their list, or drops it.

use kernel::PersonId;

use crate::{StaffApp, actions::Failed, domain::Filter};

/// Keeps it for the person. It has no name of its own, so that none can tell of a matter: it is called by what it filters.
#[tracing::instrument(skip_all, err)]
pub async fn save_filter(app: &StaffApp, person: PersonId, filter: Filter) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.save_filter(person, filter, app.now()).await?;
    Ok(tx.commit().await?)
}

#[tracing::instrument(skip_all, err)]
pub async fn forget_filter(app: &StaffApp, person: PersonId, filter: Filter) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.unshare_filter(person, filter).await?;
    tx.forget_filter(person, filter).await?;
    Ok(tx.commit().await?)
}
