//! Another service tells a fact.

use crate::{App, actions::Failed, domain::fact::Reported};

/// Keeps the fact to be counted. What comes in twice has its effect once.
#[tracing::instrument(skip_all, fields(event.id = %reported.id), err)]
pub async fn take_in_fact(app: &App, reported: Reported) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    if !tx.is_new(&reported, now).await? {
        return Ok(());
    }
    if let Some(unit) = reported.fact.unit
        && !tx.has_unit(unit).await?
    {
        return Err(Failed::UnknownUnit);
    }
    tx.insert_fact(&reported, now).await?;
    tx.commit().await?;
    Ok(())
}
