//! The key of one case, and the cells it seals.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{CannotOpen, KeyRing, Opened, OpeningKey, SealingKey, random};

const NONCE: usize = 24;

/// 256 random bits that seal everything of one case. It is never stored but wrapped.
pub struct CaseKey {
    service: &'static str,
    case: Uuid,
    key: Zeroizing<[u8; 32]>,
}

/// A place in the database. What is sealed to one opens in no other.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    pub table: &'static str,
    pub column: &'static str,
    pub row: Uuid,
    /// The version of the row for cells that are overwritten; 1 for rows that never change.
    pub version: i64,
}

/// A piece of a file: which one, and whether it is the last, so that a cut or shuffled file does not open.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    pub number: i32,
    pub last: bool,
}

/// A case key as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// Which pair can unwrap it.
    pub key_id: String,
    pub sealed: Vec<u8>,
}

impl CaseKey {
    pub fn generate(service: &'static str, case: Uuid) -> Self {
        Self { service, case, key: random() }
    }

    /// The half of the key that the sender of the case may have: it opens the dialogue and what the sender sent, and
    /// nothing that staff wrote for themselves. It follows from the whole key; the whole does not follow from it.
    #[must_use]
    pub fn senders_half(&self) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, self.key.as_slice())
            .expand(b"lyssna sender's half v1", key.as_mut_slice())
            .expect("32 bytes can be had");
        Self { service: self.service, case: self.case, key }
    }

    /// An id to stand for the case where it may not be known: the same each time, another for each purpose, and by it nobody without the
    /// key finds the case.
    pub fn stand_in(&self, purpose: &str) -> Uuid {
        let mut id = [0; 16];
        Hkdf::<Sha256>::new(None, self.key.as_slice())
            .expand(format!("lyssna stand-in v1|{purpose}").as_bytes(), &mut id)
            .expect("16 bytes can be had");
        uuid::Builder::from_random_bytes(id).into_uuid()
    }

    /// The key for whoever has the other half of `to`.
    pub fn wrap(&self, to: &SealingKey) -> WrappedKey {
        let sealed = to.seal(&wrap_purpose(self.service, self.case), self.key.as_slice());
        WrappedKey { key_id: to.id().to_owned(), sealed }
    }

    /// The key of a case from the service's own ring.
    pub fn unwrap(
        service: &'static str,
        case: Uuid,
        wrapped: &WrappedKey,
        ring: &KeyRing,
    ) -> Result<Self, CannotOpen> {
        let opened = ring.open(&wrapped.key_id, &wrap_purpose(service, case), &wrapped.sealed)?;
        Self::from_opened(service, case, &opened)
    }

    /// The key of a case, or its sender's half, from one pair.
    pub fn unwrap_with(
        service: &'static str,
        case: Uuid,
        wrapped: &WrappedKey,
        key: &OpeningKey,
    ) -> Result<Self, CannotOpen> {
        let opened = key.open(&wrap_purpose(service, case), &wrapped.sealed)?;
        Self::from_opened(service, case, &opened)
    }

    /// Seals one cell.
    pub fn seal(&self, cell: Cell, plain: &[u8]) -> Vec<u8> {
        self.encrypt(&self.address(cell), plain)
    }

    pub fn open(&self, cell: Cell, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        self.decrypt(&self.address(cell), sealed)
    }

    /// Opens a cell that holds text.
    pub fn open_text(&self, cell: Cell, sealed: &[u8]) -> Result<String, CannotOpen> {
        String::from_utf8(self.open(cell, sealed)?.to_vec()).map_err(|_| CannotOpen)
    }

    /// Seals one piece of a file.
    pub fn seal_chunk(&self, cell: Cell, chunk: Chunk, plain: &[u8]) -> Vec<u8> {
        self.encrypt(&self.chunk_address(cell, chunk), plain)
    }

    pub fn open_chunk(&self, cell: Cell, chunk: Chunk, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        self.decrypt(&self.chunk_address(cell, chunk), sealed)
    }

    /// Seals the key of something that belongs to the case (a file) to a cell of it: whatever shreds the key of the case shreds it too.
    pub fn seal_key(&self, cell: Cell, key: &Self) -> Vec<u8> {
        self.seal(cell, key.key.as_slice())
    }

    /// Opens the key of something that belongs to the case. `service` and `case` are those it was generated for.
    pub fn open_key(
        &self,
        cell: Cell,
        sealed: &[u8],
        service: &'static str,
        case: Uuid,
    ) -> Result<Self, CannotOpen> {
        Self::from_opened(service, case, &self.open(cell, sealed)?)
    }

    pub(crate) fn from_bytes(service: &'static str, case: Uuid, key: Zeroizing<[u8; 32]>) -> Self {
        Self { service, case, key }
    }

    fn from_opened(service: &'static str, case: Uuid, opened: &[u8]) -> Result<Self, CannotOpen> {
        let key = <[u8; 32]>::try_from(opened).map_err(|_| CannotOpen)?;
        Ok(Self { service, case, key: Zeroizing::new(key) })
    }

    fn encrypt(&self, address: &str, plain: &[u8]) -> Vec<u8> {
        let nonce = random::<NONCE>();
        let payload = Payload { msg: plain, aad: address.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(*nonce), payload).expect("a field fits in memory");
        [nonce.as_slice(), &sealed].concat()
    }

    fn decrypt(&self, address: &str, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(CannotOpen)?;
        let payload = Payload { msg: sealed, aad: address.as_bytes() };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).map(Zeroizing::new).map_err(|_| CannotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.key).into())
    }

    fn address(&self, Cell { table, column, row, version }: Cell) -> String {
        format!("{}|{}|{table}|{column}|{row}|{version}", self.service, self.case)
    }

    fn chunk_address(&self, cell: Cell, Chunk { number, last }: Chunk) -> String {
        format!("{}|{number}|{}", self.address(cell), if last { "last" } else { "more" })
    }
}

impl std::fmt::Debug for CaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CaseKey({})", self.case)
    }
}

fn wrap_purpose(service: &str, case: Uuid) -> String {
    format!("lyssna case key v1|{service}|{case}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell() -> Cell {
        Cell { table: "complaint", column: "text", row: Uuid::now_v7(), version: 1 }
    }

    #[test]
    fn what_stands_in_for_a_case_is_the_same_each_time_and_another_for_each_key_and_purpose() {
        let case = Uuid::now_v7();
        let (key, other) = (CaseKey::generate("lex-sarah", case), CaseKey::generate("lex-sarah", case));
        assert_eq!(key.stand_in("quality"), key.stand_in("quality"));
        assert_ne!(key.stand_in("quality"), case);
        assert_ne!(
            key.stand_in("quality"),
            other.stand_in("quality"),
            "it does not follow from the case's id"
        );
        assert_ne!(key.stand_in("quality"), key.stand_in("another"));
    }

    #[test]
    fn a_cell_opens_where_it_was_sealed_and_nowhere_else() {
        let (case, here) = (Uuid::now_v7(), cell());
        let key = CaseKey::generate("complaints", case);
        let sealed = key.seal(here, b"hemligt");
        assert_eq!(key.open(here, &sealed).unwrap().as_slice(), b"hemligt");
        for elsewhere in [
            Cell { table: "message", ..here },
            Cell { column: "name", ..here },
            Cell { row: Uuid::now_v7(), ..here },
            Cell { version: 2, ..here },
        ] {
            assert_eq!(key.open(elsewhere, &sealed), Err(CannotOpen));
        }
        let same_key_other_case = CaseKey::from_bytes("complaints", Uuid::now_v7(), key.key.clone());
        let same_key_other_service = CaseKey::from_bytes("lex-sarah", case, key.key.clone());
        assert_eq!(same_key_other_case.open(here, &sealed), Err(CannotOpen));
        assert_eq!(same_key_other_service.open(here, &sealed), Err(CannotOpen));
    }

    #[test]
    fn the_same_text_never_looks_the_same_twice() {
        let key = CaseKey::generate("complaints", Uuid::now_v7());
        let here = cell();
        assert_ne!(key.seal(here, b"a"), key.seal(here, b"a"));
    }

    #[test]
    fn the_senders_half_opens_nothing_that_the_whole_sealed() {
        let key = CaseKey::generate("complaints", Uuid::now_v7());
        let here = cell();
        assert_eq!(key.senders_half().open(here, &key.seal(here, b"a")), Err(CannotOpen));
        assert_eq!(
            key.senders_half().open(here, &key.senders_half().seal(here, b"a")).unwrap().as_slice(),
            b"a"
        );
    }

    #[test]
    fn a_key_unwraps_for_its_case_only() {
        let pair = OpeningKey::from_secret(&[7; 32]);
        let (case, other) = (Uuid::now_v7(), Uuid::now_v7());
        let key = CaseKey::generate("complaints", case);
        let wrapped = key.wrap(pair.sealing_key());
        let here = cell();
        let again = CaseKey::unwrap_with("complaints", case, &wrapped, &pair).unwrap();
        assert_eq!(again.open(here, &key.seal(here, b"a")).unwrap().as_slice(), b"a");
        assert!(CaseKey::unwrap_with("complaints", other, &wrapped, &pair).is_err());
    }

    #[test]
    fn a_key_that_another_sealed_opens_in_its_cell_and_with_that_key_only() {
        let case = CaseKey::generate("lex-sarah", Uuid::now_v7());
        let file = Uuid::now_v7();
        let (key, here) = (CaseKey::generate("lex-sarah file", file), cell());
        let sealed = case.seal_key(here, &key);
        let again = case.open_key(here, &sealed, "lex-sarah file", file).unwrap();
        assert_eq!(again.open(here, &key.seal(here, b"a")).unwrap().as_slice(), b"a");
        assert!(case.open_key(cell(), &sealed, "lex-sarah file", file).is_err());
        let other = CaseKey::generate("lex-sarah", Uuid::now_v7());
        assert!(other.open_key(here, &sealed, "lex-sarah file", file).is_err());
    }

    #[test]
    fn a_shuffled_or_cut_file_does_not_open() {
        let key = CaseKey::generate("complaints", Uuid::now_v7());
        let here = cell();
        let first = key.seal_chunk(here, Chunk { number: 0, last: false }, b"a");
        assert!(key.open_chunk(here, Chunk { number: 0, last: false }, &first).is_ok());
        assert_eq!(key.open_chunk(here, Chunk { number: 1, last: false }, &first), Err(CannotOpen));
        assert_eq!(key.open_chunk(here, Chunk { number: 0, last: true }, &first), Err(CannotOpen));
    }
}
