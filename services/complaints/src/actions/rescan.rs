//! Files that came while the scanner was away are shown to it when it is back.

use audit::Actor;
use files::{KeptFile, Scanner, Standing};

use crate::{
    StaffApp,
    actions::{Failed, read::file_key},
    domain::ComplaintId,
    store::{Claimed, StoreError},
};

/// How many are shown to it in one go.
const A_FEW: u64 = 10;

/// Shows a few of them to it, if it answers. Gives how many. One that it knows for bad stays where it is, sealed, and nobody opens it:
/// what came in is an official document, and is disposed of as such.
#[tracing::instrument(skip_all, err)]
pub async fn rescan(app: &StaffApp) -> Result<usize, Failed> {
    let Some(scanner) = &app.scanner else { return Ok(0) };
    let waiting = app.store.to_scan(app.now(), A_FEW).await?;
    if waiting.is_empty() || !scanner.answers().await {
        return Ok(0);
    }
    for (complaint, file) in &waiting {
        let standing = scan(app, scanner, file).await.unwrap_or_else(|error| {
            tracing::error!(%error, attachment.id = %file.id(), "a file could not be shown to the scanner");
            Standing::Quarantined
        });
        note(app, *complaint, file, standing).await?;
    }
    Ok(waiting.len())
}

async fn scan(app: &StaffApp, scanner: &Scanner, file: &Claimed) -> Result<Standing, StoreError> {
    let key = file_key(app, file)?;
    let kept = KeptFile::new(app.store.database().clone(), file.id().as_uuid(), key);
    Ok(kept.scan(scanner).await?)
}

/// What it said, with the trace that the service has opened the file.
async fn note(
    app: &StaffApp,
    complaint: ComplaintId,
    file: &Claimed,
    standing: Standing,
) -> Result<(), StoreError> {
    let at = app.now();
    let tx = app.store.begin().await?;
    tx.scanned(file.id(), standing, at + app.policy.scan_again_after()).await?;
    tx.trace(Actor::System, "scan_attachment", complaint, Some(file.id().as_uuid()), at).await?;
    tx.commit().await
}
