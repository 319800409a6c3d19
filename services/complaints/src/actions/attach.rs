//! A file is sent before the complaint it belongs to.

use bytes::Bytes;
use futures_util::Stream;
use vault::Token;

use crate::{PublicApp, actions::Failed, domain::FileKind};

/// A file that waits for its complaint. Whoever has the token may send it along or take it back.
#[derive(Debug, Clone)]
pub struct Attached {
    pub token: Token,
    pub kind: FileKind,
    pub size: i64,
}

/// Takes a file in pieces as they arrive. `name` is what the sender's device calls it; it is kept sealed and never used as a
/// path. With a repeat key the same file sent again gets the same token.
pub async fn attach<E: Send>(
    _app: &PublicApp,
    _name: &str,
    _content: impl Stream<Item = Result<Bytes, E>> + Send,
    _key: Option<&str>,
) -> Result<Attached, Failed> {
    Err(Failed::NotFound)
}

/// Forgets a file that was not sent along.
pub async fn detach(_app: &PublicApp, _token: &Token) -> Result<(), Failed> {
    Err(Failed::NotFound)
}
