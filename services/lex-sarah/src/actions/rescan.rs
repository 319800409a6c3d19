//! Files that came while the scanner was away are shown to it when it is back.

use std::time::Duration;

use audit::Actor;
use files::Standing;
use tokio_util::sync::CancellationToken;

use super::Failed;
use crate::{
    App,
    domain::{AttachmentId, CaseId},
};

const EVERY: Duration = Duration::from_mins(1);
/// How many are shown to it in one go.
const A_FEW: u64 = 10;

/// Goes on until told to stop.
pub async fn rescan(app: App, stop: CancellationToken) {
    loop {
        match rescan_once(&app).await {
            // There may be more.
            Ok(count) if count > 0 && !stop.is_cancelled() => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "files are not scanned yet"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Shows a few of them to it, if it answers. Gives how many. One that it knows for bad stays where it is, sealed, and nobody opens it:
/// what came in is an official document.
pub async fn rescan_once(app: &App) -> Result<usize, Failed> {
    let Some(scanner) = &app.scanner else { return Ok(0) };
    let waiting = app.store.unscanned(app.now(), A_FEW).await?;
    if waiting.is_empty() || !scanner.answers().await {
        return Ok(0);
    }
    let count = waiting.len();
    for file in waiting {
        let standing = file.content.scan(scanner).await.unwrap_or_else(|error| {
            tracing::error!(%error, attachment.id = %file.id, "a file could not be shown to the scanner");
            Standing::Quarantined
        });
        note(app, file.case, file.id, standing).await?;
    }
    Ok(count)
}

/// What it said, with the trace that the service has opened the file.
async fn note(app: &App, case: CaseId, file: AttachmentId, standing: Standing) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    tx.scanned(file, standing, now + app.policy.scan_again_after()).await?;
    tx.trace_file(Actor::System, "scan_attachment", (case, file), now).await?;
    Ok(tx.commit().await?)
}
