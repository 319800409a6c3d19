//! Sending what was written. However often it is sent, one complaint comes of it.

use vault::Token;

use crate::{
    PublicApp,
    actions::{Failed, Repeat, Submitted, draft, submit},
    domain::{
        IntakeFault,
        draft::{Held, Sent},
    },
};

/// What became of it.
pub enum Sending {
    Received,
    /// It was received before; the receipt is the one it got then.
    ReceivedBefore,
    Faulty(Vec<IntakeFault>),
    /// There is no draft (any more).
    Nothing,
}

/// Sends the draft as it is kept. `language` is the one its writer reads.
#[tracing::instrument(skip_all, err)]
pub async fn send(app: &PublicApp, token: &Token, language: &str) -> Result<Sending, Failed> {
    let draft = match app.store.held(token, app.now()).await? {
        None => return Ok(Sending::Nothing),
        Some((Held::Sent(_), _)) => return Ok(Sending::ReceivedBefore),
        Some((Held::Writing(draft), _)) => draft,
    };
    let new = match draft.ready(language, &app.ground.directory.now(), &app.policy) {
        Ok(new) => new,
        Err(faults) => return Ok(Sending::Faulty(faults)),
    };
    let wants_answer = new.wants_answer;
    // The token is the repeat key and the request is always the same: whatever was changed meanwhile in another tab, one
    // draft is one complaint.
    let repeat = Repeat::new("send draft", &token.reveal(), b"");
    let submitted = match submit(app, new.clone(), &repeat).await {
        // Pressed twice: the first press is through by now, and its answer is there.
        Err(Failed::UnderWay) => submit(app, new, &repeat).await?,
        other => other?,
    };
    keep_receipt(app, token, submitted, wants_answer).await?;
    Ok(Sending::Received)
}

/// Puts the receipt where the draft was.
async fn keep_receipt(
    app: &PublicApp,
    token: &Token,
    Submitted { number, receipt, received_at }: Submitted,
    wants_answer: bool,
) -> Result<(), Failed> {
    let sent = Held::Sent(Sent { number, receipt, received_at, wants_answer, is_kept: false });
    for _ in 0..5 {
        let Some((Held::Writing(_), version)) = app.store.held(token, app.now()).await? else {
            return Ok(());
        };
        match draft::replace(app, token, version, &sent).await {
            Err(Failed::Store(crate::store::StoreError::Stale)) => {}
            done => return done,
        }
    }
    Err(Failed::Store(crate::store::StoreError::Stale))
}

/// The sender says that the code is saved.
#[tracing::instrument(skip_all, err)]
pub async fn keep_code(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    let Some((Held::Sent(sent), version)) = app.store.held(token, app.now()).await? else { return Ok(()) };
    match draft::replace(app, token, version, &Held::Sent(Sent { is_kept: true, ..sent })).await {
        // Said in two tabs at once.
        Err(Failed::Store(crate::store::StoreError::Stale)) => Ok(()),
        done => done,
    }
}
