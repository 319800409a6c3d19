//! What the half for staff does beside its requests.

use std::time::Duration;

use chrono::TimeDelta;
use process::Work;
use tokio_util::sync::CancellationToken;

use crate::{
    StaffApp,
    actions::{Failed, register::register, remind::remind, rescan::rescan},
};

/// How often what came in is looked for: the public half is another process, which cannot call.
const A_SECOND: Duration = Duration::from_secs(1);
const A_MINUTE: Duration = Duration::from_mins(1);
/// How long the answer to a request is kept for its repeat. POLICY
const REPEATS_FOR: TimeDelta = TimeDelta::days(30);

pub(crate) fn work(app: &StaffApp, stop: &CancellationToken) -> Vec<Work> {
    let (registering, reminding, forgetting, scanning) = (app.clone(), app.clone(), app.clone(), app.clone());
    vec![
        Box::pin(every(A_SECOND, stop.clone(), move || {
            let app = registering.clone();
            async move {
                while register(&app).await? > 0 {}
                Ok(())
            }
        })),
        Box::pin(every(A_MINUTE, stop.clone(), move || {
            let app = reminding.clone();
            async move {
                while remind(&app).await? > 0 {}
                Ok(())
            }
        })),
        Box::pin(every(A_MINUTE, stop.clone(), move || {
            let app = forgetting.clone();
            async move { forget(&app).await }
        })),
        Box::pin(every(A_MINUTE, stop.clone(), move || {
            let app = scanning.clone();
            async move {
                while rescan(&app).await? > 0 {}
                Ok(())
            }
        })),
    ]
}

/// Removes what has waited too long: files without a complaint, answers kept for repeats, drafts and open matters that
/// nobody can come back to.
pub async fn forget(app: &StaffApp) -> Result<(), Failed> {
    let now = app.now();
    while app.store.remove_forgotten(now).await? > 0 {}
    app.store.remove_ended_drafts(now).await?;
    app.store.remove_ended_readings(now).await?;
    Ok(app.store.forget_answers(now - REPEATS_FOR).await?)
}

/// Does it, waits, and does it again until told to stop. A round that fails is said once and tried again.
async fn every<F>(pause: Duration, stop: CancellationToken, round: impl Fn() -> F + Send)
where
    F: Future<Output = Result<(), Failed>> + Send,
{
    while !stop.is_cancelled() {
        if let Err(error) = round().await {
            tracing::warn!(%error, "a round beside the requests was not done; it is tried again");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}
