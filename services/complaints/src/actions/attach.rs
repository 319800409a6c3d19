//! A file is sent before the complaint it belongs to.

use std::pin::pin;

use bytes::Bytes;
use chrono::TimeDelta;
use files::{Incoming, Inspection, Kind, Refusal, Standing};
use futures_util::{Stream, StreamExt};
use serde::{Deserialize, Serialize};
use vault::{CaseKey, OpeningKey, Token};

use crate::{
    PublicApp,
    actions::{Failed, Repeat, seal::SERVICE},
    domain::{AttachmentId, FileFault},
    store::{NewFile, StoreError, Unclaimed, drafts::Kept},
};

/// A file that waits for its complaint. Whoever has the token may send it along or take it back.
#[derive(Debug, Clone)]
pub struct Attached {
    pub token: Token,
    pub kind: Kind,
    pub size: i64,
}

/// What was found when it had come whole.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    pub kind: Kind,
    pub standing: Standing,
}

/// Takes a file in pieces as they arrive. `name` is what the sender's device calls it; it is kept sealed and never used as a
/// path. With a repeat key the same file sent again gets the same token.
#[tracing::instrument(skip_all, err)]
pub async fn attach<E: Send>(
    app: &PublicApp,
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
    key: Option<&str>,
) -> Result<Attached, Failed> {
    let mut arriving = Arriving::new(Token::random());
    // Programs leave room for people: half of it is for the form.
    let most = if key.is_some() { app.policy.most_unsent / 2 } else { app.policy.most_unsent };
    let taken = take(app, name, content, &mut arriving, most).await;
    let finished = match taken {
        Ok((looked, size)) => finish(app, &arriving, looked, size, (name, key)).await,
        Err(failed) => Err(failed),
    };
    // What did not become the answer leaves nothing behind: the file was refused, or has come before.
    if finished.as_ref().map(|file| file.token.hash()).ok() != Some(arriving.token.hash()) {
        app.store.remove_unclaimed(&arriving.token.hash()).await?;
    }
    finished
}

/// Forgets a file that was not sent along.
#[tracing::instrument(skip_all, err)]
pub async fn detach(app: &PublicApp, token: &Token) -> Result<(), Failed> {
    Ok(app.store.remove_unclaimed(&token.hash()).await?)
}

/// How large a file is that has come and waits, in bytes. None: there is none.
pub async fn size_that_came(app: &PublicApp, token: &Token) -> Result<Option<i64>, Failed> {
    Ok(app.store.unclaimed_size(&token.hash()).await?)
}

/// The key of a file that waits, for the holder of its token.
pub(super) fn key_of(token: &Token, file: &Unclaimed) -> Result<CaseKey, StoreError> {
    Ok(CaseKey::unwrap_with(SERVICE, file.id.as_uuid(), &file.for_token, &pair_of(token))?)
}

/// A pair that follows from the token and is kept nowhere.
fn pair_of(token: &Token) -> OpeningKey {
    OpeningKey::from_secret(format!("lyssna upload v1|{}", token.reveal()).as_bytes())
}

/// A file on its way in, for whoever has the token.
pub(super) struct Arriving {
    pub token: Token,
    pub incoming: Incoming,
}

impl Arriving {
    pub fn new(token: Token) -> Self {
        let id = AttachmentId::new().as_uuid();
        Self { token, incoming: Incoming::new(id, CaseKey::generate(SERVICE, id)) }
    }

    pub fn id(&self) -> AttachmentId {
        self.incoming.id().into()
    }
}

async fn take<E: Send>(
    app: &PublicApp,
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
    arriving: &mut Arriving,
    most: u64,
) -> Result<(Looked, i64), Failed> {
    let mut content = pin!(content);
    let mut inspection = Inspection::begin(name, app.policy.file_limits(), app.scanner.as_ref())?;
    while let Some(part) = content.next().await {
        let part = part.map_err(|_| Refusal::BrokenOff)?;
        arriving.incoming.feed(&part);
        inspection.feed(part).await?;
        if arriving.incoming.is_full() {
            has_room(app, most).await?;
            begin_once(app, name, inspection.kind()?, arriving).await?;
            arriving.incoming.write(app.store.database()).await.map_err(StoreError::from)?;
        }
    }
    let size = i64::try_from(inspection.size()).expect("within the limit");
    let (kind, standing) = inspection.finish().await?;
    has_room(app, most).await?;
    begin_once(app, name, kind, arriving).await?;
    arriving.incoming.finish(app.store.database()).await.map_err(StoreError::from)?;
    Ok((Looked { kind, standing }, size))
}

/// Asked before every megabyte: what has begun does not go on for ever either.
pub(super) async fn has_room(app: &PublicApp, most: u64) -> Result<(), Failed> {
    if app.store.unclaimed_come_to(most).await? {
        tracing::warn!("the files that wait for their complaints have come to what is taken");
        return Err(FileFault::NoRoom.into());
    }
    Ok(())
}

pub(super) async fn begin_once(
    app: &PublicApp,
    name: &str,
    kind: Kind,
    arriving: &Arriving,
) -> Result<(), StoreError> {
    if !arriving.incoming.is_new() {
        return Ok(());
    }
    let waits = TimeDelta::hours(app.policy.unclaimed_files_for_hours);
    let file = NewFile {
        id: arriving.id(),
        token_hash: arriving.token.hash(),
        name,
        kind,
        kept: Kept { from: app.now(), until: app.now() + waits },
        key: arriving.incoming.key(),
        for_service: arriving.incoming.key().wrap(app.sealing_key()),
        for_token: arriving.incoming.key().wrap(pair_of(&arriving.token).sealing_key()),
    };
    app.store.begin_file(file).await
}

/// Makes it whole. Under a repeat key that has been here before, with the same file under the same name, the first one's answer
/// stands.
pub(super) async fn finish(
    app: &PublicApp,
    arriving: &Arriving,
    looked: Looked,
    size: i64,
    (name, key): (&str, Option<&str>),
) -> Result<Attached, Failed> {
    let attached = Attached { token: arriving.token.clone(), kind: looked.kind, size };
    let request = format!("{}|{name}", arriving.incoming.sha256());
    let repeat = key.map(|key| Repeat::new("attach", key, request.as_bytes()));
    if let Some(repeat) = &repeat
        && let Some(answer) = repeat.answer(&app.store).await?
    {
        return Attached::from_answer(&answer);
    }
    let tx = app.store.begin().await?;
    let again_at = app.now() + app.policy.scan_again_after();
    tx.finish_file(arriving.id(), size, looked.standing, again_at).await?;
    if let Some(repeat) = &repeat {
        match repeat.keep(&tx, &attached.to_answer(), app.now()).await {
            Err(failed @ Failed::UnderWay) => {
                drop(tx);
                return Attached::from_answer(&repeat.answer_despite(failed, &app.store).await?);
            }
            kept => kept?,
        }
    }
    tx.commit().await?;
    Ok(attached)
}

/// As it is kept for a repeat.
#[derive(Serialize, Deserialize)]
struct Answer {
    token: String,
    kind: String,
    size: i64,
}

impl Attached {
    fn to_answer(&self) -> Vec<u8> {
        let answer = Answer { token: self.token.reveal(), kind: self.kind.to_string(), size: self.size };
        serde_json::to_vec(&answer).expect("strings and a number are JSON")
    }

    fn from_answer(answer: &[u8]) -> Result<Self, Failed> {
        let read = || {
            let answer: Answer = serde_json::from_slice(answer).ok()?;
            Some(Self {
                token: answer.token.parse().ok()?,
                kind: answer.kind.parse().ok()?,
                size: answer.size,
            })
        };
        read().ok_or(Failed::KeyReused)
    }
}
