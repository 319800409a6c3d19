//! What somebody who is logged in has begun to write. It is kept as every draft is, but under a token that no browser holds: it
//! follows from the service's key and from who they are. So they find it wherever they log in, and nothing leads staff to it
//! (TF 2:13: a space of their own).

use organisation::Colleague;
use vault::Token;

use crate::{
    StaffApp,
    actions::{
        Failed,
        draft::{Written, begin_at, held, throw_away, write},
    },
    domain::draft::{Draft, Held},
};

const PURPOSE: &str = "own draft";

/// What they have begun, if anything.
pub async fn own_draft(app: &StaffApp, person: &Colleague) -> Result<Option<Draft>, Failed> {
    Ok(found(app, person).await?.map(|(_, draft)| draft))
}

/// Where they write. A draft begins if there is none.
#[tracing::instrument(skip_all, err)]
pub async fn begin_own_draft(app: &StaffApp, person: &Colleague) -> Result<Token, Failed> {
    if let Some((token, _)) = found(app, person).await? {
        return Ok(token);
    }
    let token = tokens(app, person).swap_remove(0);
    begin_at(&app.intake(), &token).await?;
    Ok(token)
}

/// Changes what they have begun, and gives it as it is now.
#[tracing::instrument(skip_all, err)]
pub async fn write_own_draft(
    app: &StaffApp,
    person: &Colleague,
    change: impl Fn(&mut Draft),
) -> Result<Draft, Failed> {
    let token = begin_own_draft(app, person).await?;
    match write(&app.intake(), Some(&token), change).await? {
        Written::Kept(_, draft) => Ok(*draft),
        // No receipt is kept where their drafts are.
        Written::Sent => Err(Failed::NotFound),
    }
}

/// Forgets it, its files too.
#[tracing::instrument(skip_all, err)]
pub async fn throw_away_own_draft(app: &StaffApp, person: &Colleague) -> Result<(), Failed> {
    match found(app, person).await? {
        Some((token, _)) => throw_away(&app.intake(), &token).await,
        None => Ok(()),
    }
}

/// Where it may lie: it was begun under the pair that was the newest then.
pub(super) fn tokens(app: &StaffApp, person: &Colleague) -> Vec<Token> {
    app.inside.ring.tokens(PURPOSE, person.id.as_uuid())
}

async fn found(app: &StaffApp, person: &Colleague) -> Result<Option<(Token, Draft)>, Failed> {
    let intake = app.intake();
    for token in tokens(app, person) {
        if let Some(Held::Writing(draft)) = held(&intake, Some(&token)).await? {
            return Ok(Some((token, draft)));
        }
    }
    Ok(None)
}
