//! A file is sent before the complaint it belongs to.

use std::pin::pin;

use bytes::Bytes;
use chrono::TimeDelta;
use files::{Inspection, Kind, Refusal, Standing};
use futures_util::{Stream, StreamExt};
use serde::{Deserialize, Serialize};
use vault::{CaseKey, Chunk, OpeningKey, Token};

use crate::{
    PublicApp,
    actions::{Failed, Repeat, seal::SERVICE},
    domain::AttachmentId,
    store::{NewFile, StoreError, Unclaimed, drafts::Kept},
};

/// What is sealed in one piece.
pub(super) const PIECE: usize = 64 * 1024;
/// How many pieces are written at once: a megabyte of one upload is in memory.
pub(super) const AT_ONCE: usize = 16;

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
    let mut arriving = Arriving::default();
    let taken = take(app, name, content, &mut arriving).await;
    let finished = match taken {
        Ok(looked) => finish(app, &arriving, looked, name, key).await,
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

/// The key of a file that waits, for the holder of its token.
pub(super) fn key_of(token: &Token, file: &Unclaimed) -> Result<CaseKey, StoreError> {
    Ok(CaseKey::unwrap_with(SERVICE, file.id.as_uuid(), &file.for_token, &pair_of(token))?)
}

/// A pair that follows from the token and is kept nowhere.
fn pair_of(token: &Token) -> OpeningKey {
    OpeningKey::from_secret(format!("lyssna upload v1|{}", token.reveal()).as_bytes())
}

/// A file on its way in.
pub(super) struct Arriving {
    pub id: AttachmentId,
    pub token: Token,
    pub key: CaseKey,
    pub size: usize,
    /// Runs over everything that came, so that a repeat is known by its content.
    pub content: Token,
    pub pieces: i32,
}

impl Default for Arriving {
    fn default() -> Self {
        let id = AttachmentId::new();
        let key = CaseKey::generate(SERVICE, id.as_uuid());
        Self { id, token: Token::random(), key, size: 0, content: Token::chosen(&[]), pieces: 0 }
    }
}

async fn take<E: Send>(
    app: &PublicApp,
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
    arriving: &mut Arriving,
) -> Result<Looked, Failed> {
    let mut content = pin!(content);
    let mut waiting = Vec::new();
    let mut inspection = Inspection::begin(name, app.policy.file_limits(), app.scanner.as_ref())?;
    while let Some(part) = content.next().await {
        let part = part.map_err(|_| Refusal::BrokenOff)?;
        waiting.extend_from_slice(&part);
        inspection.feed(part).await?;
        // One piece more than can be written is kept back, so that the last is known as the last.
        if waiting.len() > AT_ONCE * PIECE {
            begin_once(app, name, inspection.kind()?, arriving).await?;
            let rest = waiting.split_off(AT_ONCE * PIECE);
            write(app, arriving, &waiting, false).await?;
            waiting = rest;
        }
    }
    arriving.size = inspection.size();
    let (kind, standing) = inspection.finish().await?;
    begin_once(app, name, kind, arriving).await?;
    write(app, arriving, &waiting, true).await?;
    Ok(Looked { kind, standing })
}

pub(super) async fn begin_once(
    app: &PublicApp,
    name: &str,
    kind: Kind,
    arriving: &Arriving,
) -> Result<(), StoreError> {
    if arriving.pieces > 0 {
        return Ok(());
    }
    let waits = TimeDelta::hours(app.policy.unclaimed_files_for_hours);
    let file = NewFile {
        id: arriving.id,
        token_hash: arriving.token.hash(),
        name,
        kind,
        kept: Kept { from: app.now(), until: app.now() + waits },
        key: &arriving.key,
        for_service: arriving.key.wrap(app.sealing_key()),
        for_token: arriving.key.wrap(pair_of(&arriving.token).sealing_key()),
    };
    app.store.begin_file(file).await
}

pub(super) async fn write(
    app: &PublicApp,
    arriving: &mut Arriving,
    bytes: &[u8],
    is_end: bool,
) -> Result<(), StoreError> {
    let count = bytes.chunks(PIECE).len();
    let mut pieces = Vec::with_capacity(count);
    for (at, piece) in bytes.chunks(PIECE).enumerate() {
        let chunk = Chunk { number: arriving.pieces, last: is_end && at + 1 == count };
        arriving.content = Token::chosen(&[arriving.content.hash().as_bytes(), piece]);
        pieces.push((chunk, piece.to_vec()));
        arriving.pieces += 1;
    }
    app.store.add_chunks(arriving.id, &arriving.key, &pieces).await
}

/// Makes it whole. Under a repeat key that has been here before, with the same file, the first one's answer stands.
pub(super) async fn finish(
    app: &PublicApp,
    arriving: &Arriving,
    looked: Looked,
    name: &str,
    key: Option<&str>,
) -> Result<Attached, Failed> {
    let size = i64::try_from(arriving.size).expect("within the limit");
    let attached = Attached { token: arriving.token.clone(), kind: looked.kind, size };
    let request = format!("{}|{name}", arriving.content.hash());
    let repeat = key.map(|key| Repeat::new("attach", key, request.as_bytes()));
    if let Some(repeat) = &repeat
        && let Some(answer) = repeat.answer(&app.store).await?
    {
        return Attached::from_answer(&answer);
    }
    let tx = app.store.begin().await?;
    let again_at = app.now() + app.policy.scan_again_after();
    tx.finish_file(arriving.id, size, looked.standing, again_at).await?;
    if let Some(repeat) = &repeat {
        match repeat.keep(&tx, &attached.to_answer(), app.now()).await {
            Err(Failed::UnderWay) => {
                drop(tx);
                return Attached::from_answer(&repeat.answer_of_the_other(&app.store).await?);
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
