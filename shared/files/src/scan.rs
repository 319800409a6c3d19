//! clamd, asked about a file while it arrives.

use std::{io, sync::Arc, time::Duration};

use bytes::Bytes;
use clamav_client::tokio::{Tcp, ping, scan_stream};
use tokio::{
    sync::mpsc,
    task::JoinHandle,
    time::{error::Elapsed, timeout},
};
use tokio_stream::{Stream, StreamExt, wrappers::ReceiverStream};

use crate::Standing;

/// Where clamd is. Its `StreamMaxLength` must be at least the largest file that is taken.
#[derive(Debug, Clone)]
pub struct Scanner {
    address: Arc<str>,
    patience: Duration,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// By the name of its signature.
    Infected(String),
    NotScanned(NotScanned),
}

/// Why clamd said nothing of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotScanned {
    #[error("clamd cannot be reached")]
    Unreachable,
    #[error("clamd did not answer in time")]
    Silent,
    #[error("the file is longer than clamd's StreamMaxLength")]
    TooLong,
    #[error("clamd answered something else")]
    Odd,
}

/// A file that is being scanned.
#[derive(Debug)]
pub struct Scan {
    pieces: Option<mpsc::Sender<Bytes>>,
    verdict: JoinHandle<Verdict>,
    patience: Duration,
}

/// How much waits for clamd at most, in pieces.
const WAITING: usize = 16;

impl Scanner {
    /// `address` is host and port. `patience` is how long clamd may take to take a piece, or to answer at the end.
    pub fn new(address: &str, patience: Duration) -> Self {
        Self { address: address.into(), patience }
    }

    /// Whether clamd answers. For `/readyz`: a service is ready without it.
    pub async fn answers(&self) -> bool {
        let pong = timeout(self.patience, ping(Tcp { host_address: &*self.address })).await;
        matches!(pong, Ok(Ok(answer)) if answer == clamav_client::PONG)
    }

    /// Begins to scan a file whose pieces are still to come.
    pub fn begin(&self) -> Scan {
        let (pieces, coming) = mpsc::channel(WAITING);
        let scanner = self.clone();
        let verdict = tokio::spawn(async move { scanner.ask(ReceiverStream::new(coming)).await });
        Scan { pieces: Some(pieces), verdict, patience: self.patience }
    }

    /// Scans what is there: a file that waited in quarantine.
    pub async fn scan(&self, content: impl Stream<Item = Bytes>) -> Verdict {
        let mut scan = self.begin();
        let mut content = std::pin::pin!(content);
        while let Some(piece) = content.next().await {
            scan.feed(piece).await;
        }
        scan.finish().await
    }

    async fn ask(&self, pieces: impl Stream<Item = Bytes>) -> Verdict {
        match scan_stream(pieces.map(Ok), Tcp { host_address: &*self.address }, None).await {
            Ok(answer) => read(&answer),
            Err(error) if is_absence(&error) => Verdict::NotScanned(NotScanned::Unreachable),
            // It hangs up in the middle of a file that is too long for it, and its words are lost with it.
            Err(_) => Verdict::NotScanned(NotScanned::Odd),
        }
    }
}

impl Scan {
    /// Hands on a piece. A scanner that has gone or hangs is given up, and what arrives is not held up by it.
    pub async fn feed(&mut self, piece: Bytes) {
        let Some(pieces) = &self.pieces else { return };
        if !matches!(timeout(self.patience, pieces.send(piece)).await, Ok(Ok(()))) {
            self.pieces = None;
        }
    }

    /// What clamd says, now that the file is whole.
    pub async fn finish(mut self) -> Verdict {
        let was_whole = self.pieces.take().is_some();
        let verdict = match timeout(self.patience, &mut self.verdict).await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(_)) => Verdict::NotScanned(NotScanned::Odd),
            Err(Elapsed { .. }) => Verdict::NotScanned(NotScanned::Silent),
        };
        match verdict {
            // It has seen a part only.
            Verdict::Clean if !was_whole => Verdict::NotScanned(NotScanned::Silent),
            other => other,
        }
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        self.verdict.abort();
    }
}

impl Verdict {
    /// Whether the file may be handed out after it. Says why when nothing was scanned: somebody has to look after clamd.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Clean => Standing::Clean,
            Self::Infected(_) => Standing::Infected,
            Self::NotScanned(why) => {
                tracing::warn!(%why, "a file was not scanned and is quarantined");
                Standing::Quarantined
            }
        }
    }
}

/// Nobody is there, or no way leads there.
fn is_absence(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionRefused, HostUnreachable, InvalidInput, NetworkUnreachable};
    matches!(error.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable | InvalidInput)
}

/// `stream: OK`, `stream: NAME FOUND`, or an error. Nothing else is clean.
fn read(answer: &[u8]) -> Verdict {
    let answer = String::from_utf8_lossy(answer);
    let answer = answer.trim_end_matches('\0').trim();
    if answer == "stream: OK" {
        return Verdict::Clean;
    }
    let found = answer.strip_prefix("stream: ").and_then(|rest| rest.strip_suffix(" FOUND"));
    match found {
        Some(name) => Verdict::Infected(name.to_owned()),
        None if answer.contains("size limit exceeded") => Verdict::NotScanned(NotScanned::TooLong),
        None => Verdict::NotScanned(NotScanned::Odd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_word_means_clean() {
        assert_eq!(read(b"stream: OK\0"), Verdict::Clean);
        assert_eq!(read(b"stream: Lyssna.Test FOUND\0"), Verdict::Infected("Lyssna.Test".into()));
        assert_eq!(read(b"INSTREAM size limit exceeded. ERROR\0"), Verdict::NotScanned(NotScanned::TooLong));
        for odd in [&b""[..], b"OK", b"stream: OK but FOUND nothing", b"stream: ERROR\0", b"\xff"] {
            assert_eq!(read(odd), Verdict::NotScanned(NotScanned::Odd), "{odd:?}");
        }
    }
}
