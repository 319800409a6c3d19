//! Keeping what somebody is writing. Only the browser's token opens it.

use chrono::TimeDelta;
use vault::Token;

use crate::{
    PublicApp,
    actions::{Failed, detach},
    domain::draft::{Draft, Held},
    store::{StoreError, drafts::Kept},
};

/// What became of a change.
pub enum Written {
    /// Kept, as the token says, and here it is as it was typed. The token is another than before if the draft was gone.
    Kept(Token, Box<Draft>),
    /// It was sent before: nothing is changed any more.
    Sent,
}

/// What the browser's token stands for, if it still does.
pub async fn held(app: &PublicApp, token: Option<&Token>) -> Result<Option<Held>, Failed> {
    let Some(token) = token else { return Ok(None) };
    Ok(app.store.held(token, app.now()).await?.map(|(held, _)| held))
}

/// Begins a new draft; one that the browser had before is thrown away.
#[tracing::instrument(skip_all, err)]
pub async fn begin(app: &PublicApp, before: Option<&Token>) -> Result<Token, Failed> {
    if let Some(before) = before {
        throw_away(app, before).await?;
    }
    let token = Token::random();
    start(app, &token, &Draft::default()).await?;
    Ok(token)
}

/// Changes the draft. Without one a new one begins, so that nothing typed is lost. Two tabs that change it at once both
/// get their change in.
#[tracing::instrument(skip_all, err)]
pub async fn write(
    app: &PublicApp,
    token: Option<&Token>,
    change: impl Fn(&mut Draft),
) -> Result<Written, Failed> {
    for _ in 0..5 {
        let found = match token {
            Some(token) => app.store.held(token, app.now()).await?.map(|(held, at)| (token, held, at)),
            None => None,
        };
        let Some((token, held, version)) = found else {
            let (token, mut draft) = (Token::random(), Draft::default());
            change(&mut draft);
            start(app, &token, &draft.presentable()).await?;
            return Ok(Written::Kept(token, Box::new(draft)));
        };
        let Held::Writing(mut draft) = held else { return Ok(Written::Sent) };
        change(&mut draft);
        match replace(app, token, version, &Held::Writing(draft.presentable())).await {
            Err(Failed::Store(StoreError::Stale)) => {}
            done => return done.map(|()| Written::Kept(token.clone(), Box::new(draft))),
        }
    }
    Err(Failed::Store(StoreError::Stale))
}

/// The writer leaves this browser: the draft is forgotten, unless a code opens it again.
pub async fn leave(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    match held(app, Some(token)).await? {
        Some(Held::Writing(Draft { code: Some(_), .. })) => Ok(()),
        Some(Held::Writing(_) | Held::Sent(_)) | None => throw_away(app, token).await,
    }
}

/// Forgets the draft, its files too. Of a sent one only the receipt is forgotten here.
#[tracing::instrument(skip_all, err)]
pub async fn throw_away(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    if let Some(Held::Writing(draft)) = held(app, Some(token)).await? {
        for file in draft.files.iter().filter_map(|file| file.token.parse().ok()) {
            match detach(app, &file).await {
                Ok(()) | Err(Failed::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    let tx = app.store.begin().await?;
    tx.remove_draft(token).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn replace(app: &PublicApp, token: &Token, version: i64, held: &Held) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    let kept = kept(app, held);
    tx.replace_held(token, version, held, kept).await?;
    if let Held::Writing(draft) = held {
        tx.keep_files(&draft.file_hashes(), kept.until).await?;
    }
    Ok(tx.commit().await?)
}

/// Begins an empty draft under this token, where there is none.
pub(super) async fn begin_at(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.remove_ended_draft(token, app.now()).await?;
    let draft = Draft::default();
    match tx.add_draft(token, &draft, kept(app, &Held::Writing(draft.clone()))).await {
        Ok(()) => Ok(tx.commit().await?),
        // In another tab, at the same moment.
        Err(StoreError::Stale) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn start(app: &PublicApp, token: &Token, draft: &Draft) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.add_draft(token, draft, kept(app, &Held::Writing(draft.clone()))).await?;
    Ok(tx.commit().await?)
}

/// What can be opened with a code is kept longer than what closes with the browser.
pub(super) fn kept(app: &PublicApp, held: &Held) -> Kept {
    let now = app.now();
    let long = match held {
        Held::Writing(Draft { code: Some(_), .. }) => TimeDelta::days(app.policy.saved_drafts_for_days),
        Held::Writing(_) | Held::Sent(_) => TimeDelta::hours(app.policy.drafts_for_hours),
    };
    Kept { from: now, until: now + long }
}
