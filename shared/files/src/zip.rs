//! Files put together in one.

use std::{
    future::ready,
    io::{self, Write},
};

use bytes::Bytes;
use chrono::NaiveDateTime;
use futures_util::{Stream, StreamExt, TryStreamExt, stream, stream::BoxStream};
use tokio::{io::DuplexStream, runtime::Handle, task::spawn_blocking};
use tokio_util::io::{ReaderStream, SyncIoBridge};
use zip::{DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::NotOpened;

/// What a file holds, as it comes.
pub type Content = BoxStream<'static, Result<Bytes, NotOpened>>;

/// A zip broke off.
#[derive(Debug, thiserror::Error)]
pub enum NotZipped {
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    #[error("the zip could not be written")]
    Zip(#[from] ZipError),
    #[error("the zip could not be handed over")]
    Io(#[from] io::Error),
    #[error("the zip was given up")]
    GivenUp(#[from] tokio::task::JoinError),
}

/// How much of it is there at once, in bytes.
const ON_ITS_WAY: usize = 64 * 1024;

/// A zip of `files`, each by its name, in that order. `at` is when everything in it was made, as local clocks show it. It is written, on
/// a thread of its own, while it is read: little of it is ever held, and how long it is shows at its end. The same files and moment give
/// the same bytes.
pub fn zip(
    at: NaiveDateTime,
    files: Vec<(String, Content)>,
) -> impl Stream<Item = Result<Bytes, NotZipped>> + Send {
    let (out, into) = tokio::io::duplex(ON_ITS_WAY);
    let writing = spawn_blocking(move || write(into, at, files));
    let pieces = ReaderStream::with_capacity(out, ON_ITS_WAY).map_err(NotZipped::from);
    let fault = stream::once(writing)
        .filter_map(|ended| ready(ended.map_err(NotZipped::from).flatten().err().map(Err)));
    pieces.chain(fault)
}

fn write(into: DuplexStream, at: NaiveDateTime, files: Vec<(String, Content)>) -> Result<(), NotZipped> {
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::try_from(at).unwrap_or_default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new_stream(SyncIoBridge::new(into));
    for (name, mut content) in files {
        zip.start_file(name, options)?;
        while let Some(piece) = Handle::current().block_on(content.try_next())? {
            zip.write_all(&piece)?;
        }
    }
    zip.finish()?;
    Ok(())
}
