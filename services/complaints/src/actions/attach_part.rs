//! A file arrives in parts, over a connection that may break between any two of them.

use bytes::Bytes;
use files::{Check, Incoming, Inspection, KeptFile, Kind, Refusal};
use vault::Token;

use crate::{
    PublicApp,
    actions::{
        Failed,
        attach::{Arriving, Looked, begin_once, finish, has_room, key_of},
    },
    domain::{FileFault, draft::ArrivingFile},
    store::{Arrived, StoreError},
};

/// What a part holds, but for the last, in bytes.
pub use files::PART;

/// How far a file has come.
pub enum Progress {
    At(i64),
    /// All of it is here, and waits for its complaint.
    Whole,
}

/// A file that is about to come in parts, if it may.
pub fn expect_file(app: &PublicApp, name: &str, size: i64) -> Result<ArrivingFile, FileFault> {
    // A name that is not taken is told at once.
    Check::of(name, app.policy.file_limits())?;
    match usize::try_from(size) {
        Ok(0) | Err(_) => Err(Refusal::Empty.into()),
        Ok(size) if size > app.policy.largest_file => Err(Refusal::TooLarge.into()),
        Ok(_) => Ok(ArrivingFile { token: Token::random().reveal(), name: name.to_owned(), size }),
    }
}

/// How much of it is here.
pub async fn so_far(app: &PublicApp, file: &ArrivingFile) -> Result<i64, Failed> {
    Ok(here(arrived(app, file).await?.as_ref()))
}

/// Takes the part that begins at `from`. One that was taken before, or that leaves a gap, changes nothing: the answer says
/// where to go on.
#[tracing::instrument(skip_all, err)]
pub async fn attach_part(
    app: &PublicApp,
    file: &ArrivingFile,
    from: i64,
    bytes: &Bytes,
) -> Result<Progress, Failed> {
    let before = arrived(app, file).await?;
    if before.is_none() && is_whole(app, file).await? {
        return Ok(Progress::Whole);
    }
    let here = here(before.as_ref());
    let until = here + i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    if from != here || bytes.is_empty() {
        return Ok(Progress::At(here));
    }
    if until > file.size || (until < file.size && bytes.len() != PART) {
        return Err(Refusal::BrokenOff.into());
    }
    let taken = take(app, file, before, bytes, until).await;
    if matches!(taken, Err(Failed::File(_))) {
        app.store.remove_unclaimed(&token_of(file).hash()).await?;
    }
    taken
}

async fn take(
    app: &PublicApp,
    file: &ArrivingFile,
    before: Option<Arrived>,
    bytes: &[u8],
    until: i64,
) -> Result<Progress, Failed> {
    let is_end = until == file.size;
    let (mut arriving, kind) = match before {
        Some(before) => go_on(file, &before)?,
        None => (Arriving::new(token_of(file)), looks_like(app, file, bytes)?),
    };
    has_room(app, app.policy.most_unsent).await?;
    begin_once(app, &file.name, kind, &arriving).await?;
    arriving.incoming.feed(bytes);
    if !is_end {
        arriving.incoming.write(app.store.database()).await.map_err(StoreError::from)?;
        return Ok(Progress::At(until));
    }
    arriving.incoming.finish(app.store.database()).await.map_err(StoreError::from)?;
    let looked = look(app, file).await?;
    finish(app, &arriving, looked, until, (&file.name, None)).await?;
    Ok(Progress::Whole)
}

fn go_on(file: &ArrivingFile, before: &Arrived) -> Result<(Arriving, Kind), StoreError> {
    let token = token_of(file);
    let key = key_of(&token, &before.file)?;
    let incoming = Incoming::going_on(before.file.id.as_uuid(), key, before.pieces);
    Ok((Arriving { token, incoming }, before.kind))
}

/// What it is by its first part.
fn looks_like(app: &PublicApp, file: &ArrivingFile, bytes: &[u8]) -> Result<Kind, Refusal> {
    let mut check = Check::of(&file.name, app.policy.file_limits())?;
    check.feed(bytes)?;
    check.kind()
}

/// Goes through all of it, now that it is whole: between two parts nothing is kept in memory.
async fn look(app: &PublicApp, file: &ArrivingFile) -> Result<Looked, Failed> {
    let mut inspection = Inspection::begin(&file.name, app.policy.file_limits(), app.scanner.as_ref())?;
    if let Some(whole) = arrived(app, file).await? {
        let key = key_of(&token_of(file), &whole.file)?;
        let mut kept = KeptFile::new(app.store.database().clone(), whole.file.id.as_uuid(), key);
        while let Some(piece) = kept.next().await? {
            inspection.feed(piece).await?;
        }
    }
    let (kind, standing) = inspection.finish().await?;
    Ok(Looked { kind, standing })
}

async fn arrived(app: &PublicApp, file: &ArrivingFile) -> Result<Option<Arrived>, StoreError> {
    app.store.arrived(&token_of(file).hash()).await
}

/// The answer to its last part may be what was lost.
async fn is_whole(app: &PublicApp, file: &ArrivingFile) -> Result<bool, StoreError> {
    let waiting = app.store.begin().await?.unclaimed(&[token_of(file).hash()]).await?;
    Ok(!waiting.is_empty())
}

/// Only whole parts are kept until the last.
fn here(arrived: Option<&Arrived>) -> i64 {
    arrived.map_or(0, |arrived| i64::from(arrived.pieces) * i64::try_from(files::PIECE).expect("64 KiB"))
}

/// One that does not read is nobody's.
fn token_of(file: &ArrivingFile) -> Token {
    file.token.parse().unwrap_or_else(|_| Token::random())
}
