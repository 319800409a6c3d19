//! Answers to requests that nobody repeats any more, and half-written reports with their files that nobody comes back to, are
//! forgotten.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::App;

const EVERY: Duration = Duration::from_hours(1);

/// Goes on until told to stop.
pub async fn forget(app: App, stop: CancellationToken) {
    loop {
        let then = app.now() - TimeDelta::days(app.policy.repeats_known_for.into());
        if let Err(error) = app.store.forget_answers_before(then).await {
            tracing::warn!(%error, "old answers are not forgotten yet");
        }
        let then = app.now() - TimeDelta::days(app.policy.draft_kept_for.into());
        if let Err(error) = app.store.remove_drafts_before(then).await {
            tracing::warn!(%error, "old drafts are not removed yet");
        }
        forget_files(&app, then).await;
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Those added before `then` that no report took along.
async fn forget_files(app: &App, then: Timestamp) {
    loop {
        match app.store.remove_forgotten(then).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => return tracing::warn!(%error, "old files are not removed yet"),
        }
    }
}
