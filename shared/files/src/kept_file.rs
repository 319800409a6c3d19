//! A file of the database as it leaves.

use bytes::Bytes;
use data_encoding::HEXLOWER;
use db::Database;
use futures_util::stream;
use kernel::Uuid;
use sha2::{Digest, Sha256};
use tokio_stream::Stream;
use vault::{CannotOpen, CaseKey};

use crate::{Kind, NotOpened, Preview, Scanner, Standing, pieces, show};

/// Opened piece by piece, so that a large one is never whole in memory.
pub struct KeptFile {
    database: Database,
    id: Uuid,
    key: CaseKey,
    next: Option<i32>,
}

/// By which a file is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// In hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
}

/// Of a picture as it is shown, in pixels: fine enough to read a note on a wall.
const LONGEST_SIDE: u32 = 1600;

impl KeptFile {
    pub const fn new(database: Database, id: Uuid, key: CaseKey) -> Self {
        Self { database, id, key, next: Some(0) }
    }

    /// The next piece. None after the last; a file that was cut off ends in an error.
    pub async fn next(&mut self) -> Result<Option<Bytes>, NotOpened> {
        let Some(number) = self.next else { return Ok(None) };
        let found = pieces::piece(self.database.reader(), self.id, &self.key, number).await?;
        let (piece, last) = found.ok_or(CannotOpen)?;
        self.next = (!last).then_some(number + 1);
        Ok(Some(Bytes::copy_from_slice(&piece)))
    }

    /// What is true of the whole of it. Afterwards it begins anew.
    pub async fn fingerprint(&mut self) -> Result<Fingerprint, NotOpened> {
        let (mut sha256, mut size) = (Sha256::new(), 0);
        self.next = Some(0);
        while let Some(piece) = self.next().await? {
            sha256.update(&piece);
            size += piece.len() as u64;
        }
        self.next = Some(0);
        Ok(Fingerprint { sha256: HEXLOWER.encode(&sha256.finalize()), size })
    }

    /// Piece by piece, for the body of an answer.
    pub fn stream(self) -> impl Stream<Item = Result<Bytes, NotOpened>> + Send {
        stream::try_unfold(self, |mut file| async move { Ok(file.next().await?.map(|piece| (piece, file))) })
    }

    /// What is shown of a picture: the pixels, and nothing that the camera wrote beside them. None of what is no picture, or a damaged one.
    /// Whoever has more than one look fetches the file itself.
    pub async fn picture(mut self, kind: Kind) -> Result<Option<Preview>, NotOpened> {
        if !kind.is_shown() {
            return Ok(None);
        }
        let mut original = Vec::new();
        while let Some(piece) = self.next().await? {
            original.extend_from_slice(&piece);
        }
        Ok(show(kind, original, LONGEST_SIDE).await.ok())
    }

    /// Shows it to the scanner.
    pub async fn scan(mut self, scanner: &Scanner) -> Result<Standing, NotOpened> {
        let mut scan = scanner.begin();
        while let Some(piece) = self.next().await? {
            scan.feed(piece).await;
        }
        Ok(scan.finish().await.standing())
    }
}
