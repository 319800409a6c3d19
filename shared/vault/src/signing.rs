//! Signatures: what this service vouches for, checked with a public half that anybody may have.

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use data_encoding::BASE64;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{CannotOpen, KeyRing, OpeningKey};

/// Signs for one purpose. It follows from an opening key, so that a service has one secret to keep and to back up.
pub struct SigningKey {
    pair: Ed25519KeyPair,
    check: CheckingKey,
}

/// The public half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckingKey(Vec<u8>);

impl KeyRing {
    /// Signs with what follows from the newest pair.
    pub fn signing_key(&self, purpose: &str) -> SigningKey {
        SigningKey::from_opening_key(self.newest(), purpose)
    }

    /// Checks what any pair has signed in its day.
    pub fn checking_keys(&self, purpose: &str) -> Vec<CheckingKey> {
        self.pairs().map(|pair| SigningKey::from_opening_key(pair, purpose).check).collect()
    }
}

impl SigningKey {
    fn from_opening_key(key: &OpeningKey, purpose: &str) -> Self {
        let secret = key.secret();
        let mut seed = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, secret.as_slice())
            .expand_multi_info(&[b"lyssna signing key v1|", purpose.as_bytes()], seed.as_mut_slice())
            .expect("32 bytes can be had");
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).expect("any 32 bytes will do");
        let check = CheckingKey(pair.public_key().as_ref().to_vec());
        Self { pair, check }
    }

    pub fn sign(&self, what: &[u8]) -> Vec<u8> {
        self.pair.sign(what).as_ref().to_vec()
    }

    pub fn checking_key(&self) -> &CheckingKey {
        &self.check
    }
}

impl CheckingKey {
    pub fn has_signed(&self, what: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(what, signature).is_ok()
    }

    /// To be written down.
    pub fn to_text(&self) -> String {
        BASE64.encode(&self.0)
    }

    pub fn from_text(text: &str) -> Result<Self, CannotOpen> {
        let bytes = BASE64.decode(text.trim().as_bytes()).map_err(|_| CannotOpen)?;
        if bytes.len() == 32 { Ok(Self(bytes)) } else { Err(CannotOpen) }
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.check.to_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(name: &str) -> KeyRing {
        let folder = tempfile::tempdir().unwrap();
        KeyRing::create(&folder.path().join(name)).unwrap()
    }

    #[test]
    fn only_what_was_signed_for_this_purpose_checks() {
        let (ours, theirs) = (ring("ours"), ring("theirs"));
        let signature = ours.signing_key("test").sign(b"detta");
        let checks = |ring: &KeyRing, purpose, what: &[u8]| {
            ring.checking_keys(purpose).iter().any(|key| key.has_signed(what, &signature))
        };
        assert!(checks(&ours, "test", b"detta"));
        assert!(!checks(&ours, "test", b"annat"));
        assert!(!checks(&ours, "another purpose", b"detta"));
        assert!(!checks(&theirs, "test", b"detta"));
        let key = ours.signing_key("test");
        assert!(!key.checking_key().has_signed(b"detta", &signature[1..]));
    }

    #[test]
    fn a_checking_key_survives_being_written_down_and_a_signing_key_does_not_show_itself() {
        let key = ring("ours").signing_key("test");
        let text = key.checking_key().to_text();
        assert_eq!(CheckingKey::from_text(&text).as_ref(), Ok(key.checking_key()));
        assert_eq!(CheckingKey::from_text("not a key"), Err(CannotOpen));
        assert_eq!(format!("{key:?}"), format!("SigningKey({text})"));
    }
}
