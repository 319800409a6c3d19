//! A sender has the matter open: the receipt is typed once and stays sealed under the browser's token.

use chrono::TimeDelta;
use kernel::Timestamp;
use vault::Token;

use crate::{
    PublicApp,
    actions::{Failed, open_dialogue},
    domain::reading::Reading,
    store::{StoreError, drafts::Kept},
};

/// Opens the matter of a receipt. `words` are what somebody wrote before they had to show the receipt again.
#[tracing::instrument(skip_all, err)]
pub async fn open(app: &PublicApp, receipt: &str, words: &str) -> Result<Token, Failed> {
    open_dialogue(app, receipt).await?;
    let token = Token::random();
    let reading = Reading { receipt: receipt.to_owned(), words: words.to_owned() };
    let tx = app.store.begin().await?;
    tx.add_reading(&token, &reading, kept(app)).await?;
    tx.commit().await?;
    Ok(token)
}

/// What the browser's token has open, and until when unless something happens. Asking is something that happens.
pub async fn look(app: &PublicApp, token: Option<&Token>) -> Result<Option<(Reading, Timestamp)>, Failed> {
    let Some(token) = token else { return Ok(None) };
    let Some((reading, version, seen_at)) = app.store.reading(token, app.now()).await? else {
        return Ok(None);
    };
    let mut kept = kept(app);
    // A minute's exactness is enough, and saves a write a page.
    if (kept.from - seen_at).num_seconds() >= 60 {
        match replace(app, token, version, &reading, kept).await {
            Ok(()) | Err(Failed::Store(StoreError::Stale)) => {}
            Err(other) => return Err(other),
        }
    } else {
        kept.until -= kept.from - seen_at;
    }
    Ok(Some((reading, kept.until)))
}

/// Keeps what was written and not sent. False when the time is out.
#[tracing::instrument(skip_all, err)]
pub async fn keep_words(app: &PublicApp, token: &Token, words: &str) -> Result<bool, Failed> {
    for _ in 0..5 {
        let Some((reading, version, _)) = app.store.reading(token, app.now()).await? else {
            return Ok(false);
        };
        let reading = Reading { words: words.to_owned(), ..reading };
        match replace(app, token, version, &reading, kept(app)).await {
            Err(Failed::Store(StoreError::Stale)) => {}
            done => return done.map(|()| true),
        }
    }
    Err(Failed::Store(StoreError::Stale))
}

/// Closes the matter in this browser.
#[tracing::instrument(skip_all, err)]
pub async fn close(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.remove_reading(token).await?;
    Ok(tx.commit().await?)
}

async fn replace(
    app: &PublicApp,
    token: &Token,
    version: i64,
    reading: &Reading,
    kept: Kept,
) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.replace_reading(token, version, reading, kept).await?;
    Ok(tx.commit().await?)
}

fn kept(app: &PublicApp) -> Kept {
    let now = app.now();
    Kept { from: now, until: now + TimeDelta::minutes(app.policy.open_for_minutes) }
}
