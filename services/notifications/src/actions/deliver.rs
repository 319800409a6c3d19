//! Mails go out. Any number of copies of the service may do so at once: each mail is claimed by one.

use std::time::Duration;

use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

use crate::{
    App,
    actions::{Failed, address},
    domain::Outcome,
    mail::compose,
    store::Claimed,
};

/// Sends until told to stop; mails under way are finished first.
pub async fn keep_delivering(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match deliver(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "mails wait: the database does not answer"),
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = app.something_new.notified() => {}
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
    }
}

/// Tries what is due now, one load at a time and its mails all at once. Returns how many were tried.
pub async fn deliver(app: &App) -> Result<usize, Failed> {
    let claimed = app.store.claim_deliveries(app.now()).await?;
    let tries = join_all(claimed.iter().map(|claimed| attempt(app, claimed))).await;
    tries.into_iter().collect::<Result<Vec<()>, _>>().map(|tried| tried.len())
}

/// No transaction is open while the mail server is spoken to.
#[tracing::instrument(skip_all, fields(delivery.id = %claimed.id), err)]
async fn attempt(app: &App, claimed: &Claimed) -> Result<(), Failed> {
    let outcome = try_to_send(app, claimed).await;
    if let Outcome::Refused { status } = outcome {
        tracing::warn!(delivery.id = %claimed.id, status, "a mail was refused for good: see the overview");
    }
    Ok(app.store.settle(claimed.id, claimed.attempts, outcome, app.now()).await?)
}

async fn try_to_send(app: &App, claimed: &Claimed) -> Outcome {
    let Ok(to) = address::open(&app.inside.ring, claimed.id, &claimed.address) else {
        tracing::error!(delivery.id = %claimed.id, "an address does not open: is the opening key the right one?");
        return Outcome::NotNow { status: None };
    };
    let language = app.language(&claimed.language);
    let letter = compose(*app.texts(), &language, &app.settings.origins, &claimed.notice);
    app.post.send(claimed.id, &to, letter, app.now()).await
}
