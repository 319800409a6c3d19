//! Sealing: who can open what. Built from audited parts (HPKE of RFC 9180, XChaCha20-Poly1305, Argon2id, HKDF);
//! ours is only which key opens which thing.
//!
//! ```text
//! service key pair          SealingKey seals, OpeningKey opens; old pairs stay in the KeyRing
//!   └ case key              CaseKey, one a case, wrapped to the service and, as its sender's half, to the receipt
//!       └ field, file chunk sealed to its Cell: moved to another row, column or case it does not open
//! receipt code ─ Argon2id ─▶ ReceiptKeys: an OpeningKey and the hash it is found by
//! service key pair ────────▶ SigningKey, one a purpose: what the service vouches for; CheckingKey is its public half
//! service key pair ────────▶ Token, one a purpose and a holder: for whoever is logged in
//! token in a cookie ───────▶ Token: found by its hash, and a key for what only its holder may open
//! ```

mod case_key;
mod key_file;
mod key_pair;
mod mac;
mod receipt;
mod signing;
mod token;

pub use case_key::{CaseKey, Cell, Chunk, WrappedKey};
pub use key_file::{KeyFileError, write_secret};
pub use key_pair::{KeyRing, OpeningKey, SealingKey};
pub use mac::MacKey;
pub use receipt::ReceiptKeys;
pub use signing::{CheckingKey, SigningKey};
pub use token::Token;
pub use zeroize::Zeroizing;

/// It does not open: another key, another place, or changed. Which of them cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it does not open with this key in this place")]
pub struct CannotOpen;

/// What was opened; wiped from memory when dropped.
pub type Opened = Zeroizing<Vec<u8>>;

fn random<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).expect("the system gives randomness");
    bytes
}
