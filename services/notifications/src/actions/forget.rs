//! Addresses do not outlive their use.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::{App, actions::Failed};

/// Forgets once an hour until told to stop.
pub async fn keep_forgetting(app: App, stop: CancellationToken) {
    loop {
        if let Err(error) = forget(&app).await {
            tracing::warn!(%error, "old addresses could not be removed; tried again in an hour");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(Duration::from_hours(1)) => {}
        }
    }
}

/// Removes addresses that have served their time, and answers that nobody will ask for again.
#[tracing::instrument(skip_all, err)]
pub async fn forget(app: &App) -> Result<(), Failed> {
    let then = app.now() - app.settings.keep_addresses();
    let (addresses, answers) =
        (app.store.remove_addresses(then).await?, app.store.forget_answers(then).await?);
    if addresses + answers > 0 {
        tracing::info!(addresses, answers, "what has served its time was removed");
    }
    Ok(())
}
