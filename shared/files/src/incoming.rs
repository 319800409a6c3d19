//! A file on its way into the database.

use data_encoding::HEXLOWER;
use db::Database;
use kernel::Uuid;
use sea_orm::DbErr;
use sha2::{Digest, Sha256};
use vault::{CaseKey, Chunk};

use crate::pieces::{self, PIECE};

/// Sealed piece by piece as it comes: a megabyte of it is in memory.
pub struct Incoming {
    id: Uuid,
    key: CaseKey,
    pieces: i32,
    waiting: Vec<u8>,
    digest: Sha256,
}

/// How many pieces are written at once.
const AT_ONCE: usize = 16;
/// What is written at once, in bytes.
pub const PART: usize = AT_ONCE * PIECE;

impl Incoming {
    /// Nothing of it has come yet.
    pub fn new(id: Uuid, key: CaseKey) -> Self {
        Self::going_on(id, key, 0)
    }

    /// So many pieces of it are there.
    pub fn going_on(id: Uuid, key: CaseKey, pieces: i32) -> Self {
        Self { id, key, pieces, waiting: Vec::new(), digest: Sha256::new() }
    }

    pub const fn id(&self) -> Uuid {
        self.id
    }

    pub const fn key(&self) -> &CaseKey {
        &self.key
    }

    /// Whether nothing of it is written.
    pub const fn is_new(&self) -> bool {
        self.pieces == 0
    }

    /// What came next.
    pub fn feed(&mut self, part: &[u8]) {
        self.digest.update(part);
        self.waiting.extend_from_slice(part);
    }

    /// Whether so much waits that it is to be written. One piece more than can be written is kept back, so that the last is known as the
    /// last.
    pub const fn is_full(&self) -> bool {
        self.waiting.len() > PART
    }

    /// Writes as many pieces as are written at once; what is over waits.
    pub async fn write(&mut self, database: &Database) -> Result<(), DbErr> {
        let rest = self.waiting.split_off(PART.min(self.waiting.len()));
        self.put(database, false).await?;
        self.waiting = rest;
        Ok(())
    }

    /// Writes what waits as the end of the file.
    pub async fn finish(&mut self, database: &Database) -> Result<(), DbErr> {
        while self.is_full() {
            self.write(database).await?;
        }
        self.put(database, true).await
    }

    /// Over all that was fed, in hexadecimal.
    pub fn sha256(&self) -> String {
        HEXLOWER.encode(&self.digest.clone().finalize())
    }

    async fn put(&mut self, database: &Database, is_end: bool) -> Result<(), DbErr> {
        let (first, count) = (self.pieces, self.waiting.len().div_ceil(PIECE));
        let numbered = (first..).zip(self.waiting.chunks(PIECE)).enumerate();
        let pieces =
            numbered.map(|(at, (number, piece))| (Chunk { number, last: is_end && at + 1 == count }, piece));
        pieces::add(database.reader(), self.id, &self.key, pieces).await?;
        self.pieces += i32::try_from(count).expect("a few at a time");
        self.waiting.clear();
        Ok(())
    }
}
