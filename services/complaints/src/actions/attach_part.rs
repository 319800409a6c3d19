//! A file arrives in parts, over a connection that may break between any two of them.

use bytes::Bytes;
use files::{Check, Inspection, Kind, Refusal};
use vault::{CaseKey, Token};

use crate::{
    PublicApp,
    actions::{
        Attached, Failed,
        attach::{AT_ONCE, Arriving, Looked, PIECE, begin_once, finish, key_of, write},
    },
    domain::{FileFault, draft::ArrivingFile},
    store::{Arrived, StoreError},
};

/// What a part holds, but for the last: a megabyte.
pub const PART: usize = AT_ONCE * PIECE;

/// How far a file has come.
pub enum Progress {
    At(i64),
    Whole(Attached),
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
        None => (Arriving { token: token_of(file), ..Arriving::default() }, looks_like(app, file, bytes)?),
    };
    begin_once(app, &file.name, kind, &arriving).await?;
    write(app, &mut arriving, bytes, is_end).await?;
    if !is_end {
        return Ok(Progress::At(until));
    }
    let looked = look(app, file, &arriving).await?;
    arriving.size = usize::try_from(until).expect("within the limit");
    finish(app, &arriving, looked, &file.name, None).await.map(Progress::Whole)
}

fn go_on(file: &ArrivingFile, before: &Arrived) -> Result<(Arriving, Kind), StoreError> {
    let token = token_of(file);
    let key: CaseKey = key_of(&token, &before.file)?;
    let arriving = Arriving { id: before.file.id, token, key, pieces: before.pieces, ..Arriving::default() };
    Ok((arriving, before.kind))
}

/// What it is by its first part.
fn looks_like(app: &PublicApp, file: &ArrivingFile, bytes: &[u8]) -> Result<Kind, Refusal> {
    let mut check = Check::of(&file.name, app.policy.file_limits())?;
    check.feed(bytes)?;
    check.kind()
}

/// Goes through all of it, now that it is whole: between two parts nothing is kept in memory.
async fn look(app: &PublicApp, file: &ArrivingFile, arriving: &Arriving) -> Result<Looked, Failed> {
    let mut inspection = Inspection::begin(&file.name, app.policy.file_limits(), app.scanner.as_ref())?;
    for number in 0..arriving.pieces {
        if let Some((piece, _)) = app.store.chunk(arriving.id, &arriving.key, number).await? {
            inspection.feed(Bytes::copy_from_slice(&piece)).await?;
        }
    }
    let (kind, standing) = inspection.finish().await?;
    Ok(Looked { kind, standing })
}

async fn arrived(app: &PublicApp, file: &ArrivingFile) -> Result<Option<Arrived>, StoreError> {
    app.store.arrived(&token_of(file).hash()).await
}

/// Only whole parts are kept until the last.
fn here(arrived: Option<&Arrived>) -> i64 {
    arrived.map_or(0, |arrived| i64::from(arrived.pieces) * i64::try_from(PIECE).expect("64 KiB"))
}

/// One that does not read is nobody's.
fn token_of(file: &ArrivingFile) -> Token {
    file.token.parse().unwrap_or_else(|_| Token::random())
}
