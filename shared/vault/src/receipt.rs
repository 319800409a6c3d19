//! What follows from a receipt code.

use argon2::{Algorithm, Argon2, Params, Version};
use kernel::ReceiptCode;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::OpeningKey;

/// The key pair of a receipt, and the hash by which its case is found. The server keeps the hash and the public half.
#[derive(Debug)]
pub struct ReceiptKeys {
    pub hash: [u8; 32],
    pub opening: OpeningKey,
}

impl ReceiptKeys {
    /// The same code gives the same keys. Costs about a quarter of a millisecond: the code is 120 random bits, which
    /// nobody guesses however cheap a try is, so the memory-hard step only has to be there, not to be slow. The salt
    /// is fixed because the code is all that a returning sender has.
    pub fn derive(code: &ReceiptCode) -> Self {
        let params = Params::new(256, 1, 1, Some(64)).expect("within Argon2's ranges");
        let mut derived = Zeroizing::new([0; 64]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(code.reveal().as_bytes(), b"lyssna receipt v1", derived.as_mut_slice())
            .expect("within Argon2's ranges");
        let (secret, name) = derived.split_at(32);
        Self { hash: Sha256::digest(name).into(), opening: OpeningKey::from_secret(secret) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_code_opens_what_it_was_given_and_another_does_not() {
        let (mine, other) = (ReceiptCode::random(), ReceiptCode::random());
        let keys = ReceiptKeys::derive(&mine);
        let sealed = keys.opening.sealing_key().seal("test", b"a");
        assert_eq!(ReceiptKeys::derive(&mine).hash, keys.hash);
        assert!(ReceiptKeys::derive(&mine).opening.open("test", &sealed).is_ok());
        assert_ne!(ReceiptKeys::derive(&other).hash, keys.hash);
        assert!(ReceiptKeys::derive(&other).opening.open("test", &sealed).is_err());
    }

    #[test]
    fn the_hash_is_not_the_key() {
        let keys = ReceiptKeys::derive(&ReceiptCode::random());
        let sealed = keys.opening.sealing_key().seal("test", b"a");
        assert!(OpeningKey::from_secret(&keys.hash).open("test", &sealed).is_err());
    }
}
