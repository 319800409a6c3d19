//! Saving what is written under a code, and going on with it in whatever browser.

use kernel::ReceiptCode;
use vault::Token;

use crate::{
    PublicApp,
    actions::{
        Failed,
        draft::{held, kept},
    },
    domain::draft::{Draft, Held},
    store::StoreError,
};

/// What a code stands for.
pub enum Resumed {
    Writing(Token),
    /// It was sent, so that nothing of it is left here.
    Sent,
    Nothing,
}

/// Puts the draft under a code that its writer can take along; asked for again it is the same. From then on the draft is found
/// and opened by what follows from the code, and by nothing else (TF 2:13: a space of their own). None without a draft.
#[tracing::instrument(skip_all, err)]
pub async fn save(app: &PublicApp, token: &Token) -> Result<Option<Token>, Failed> {
    for _ in 0..5 {
        match app.store.held(token, app.now()).await? {
            None | Some((Held::Sent(_), _)) => return Ok(None),
            Some((Held::Writing(Draft { code: Some(_), .. }), _)) => return Ok(Some(token.clone())),
            Some((Held::Writing(draft), version)) => match put_under_code(app, token, draft, version).await {
                Err(Failed::Store(StoreError::Stale)) => {}
                done => return done.map(Some),
            },
        }
    }
    Err(Failed::Store(StoreError::Stale))
}

/// What somebody can go on with who brings a code. A wrong one is no fault of ours and tells nothing.
#[tracing::instrument(skip_all, err)]
pub async fn resume(app: &PublicApp, typed: &str) -> Result<Resumed, Failed> {
    let Ok(code) = typed.parse::<ReceiptCode>() else { return Ok(Resumed::Nothing) };
    let token = token_of(&code);
    Ok(match held(app, Some(&token)).await? {
        Some(Held::Writing(_)) => Resumed::Writing(token),
        Some(Held::Sent(_)) => Resumed::Sent,
        None => Resumed::Nothing,
    })
}

async fn put_under_code(app: &PublicApp, token: &Token, draft: Draft, version: i64) -> Result<Token, Failed> {
    let code = ReceiptCode::random();
    let (saved, draft) = (token_of(&code), Draft { code: Some(code.reveal().to_owned()), ..draft });
    let (files, held) = (draft.file_hashes(), Held::Writing(draft.clone()));
    let kept = kept(app, &held);
    let tx = app.store.begin().await?;
    tx.remove_draft_at(token, version).await?;
    tx.add_draft(&saved, &draft, kept).await?;
    tx.keep_files(&files, kept.until).await?;
    tx.commit().await?;
    Ok(saved)
}

/// As hard to guess as the code: 120 random bits.
fn token_of(code: &ReceiptCode) -> Token {
    Token::chosen(&[b"lyssna saved draft v1", code.reveal().as_bytes()])
}
