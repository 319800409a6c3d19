//! Key pairs: one half seals, the other opens, so that the half that takes things in cannot read them.

use std::path::Path;

use data_encoding::{BASE64, HEXLOWER};
use hpke::{
    Deserializable, Kem as _, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256 as Kem,
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{CannotOpen, KeyFileError, Opened, key_file, random};

const KIND: &str = "opening-key";
const ENCAPSULATED: usize = 32;

/// The public half. Whoever has it can seal, and read nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey {
    id: String,
    public: <Kem as hpke::Kem>::PublicKey,
}

impl SealingKey {
    /// A short name for the pair, stored beside what it sealed so that old pairs are found again.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Seals for the holder of the other half. `purpose` is bound to it: opening asks for the same.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Vec<u8> {
        let (encapsulated, sealed) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &OpModeS::Base,
            &self.public,
            purpose.as_bytes(),
            plain,
            b"",
        )
        .expect("a key that was read is a point to seal to");
        [encapsulated.to_bytes().as_slice(), &sealed].concat()
    }

    /// For settings and other services.
    pub fn to_text(&self) -> String {
        BASE64.encode(&self.public.to_bytes())
    }

    pub fn from_text(text: &str) -> Result<Self, CannotOpen> {
        let bytes = BASE64.decode(text.trim().as_bytes()).map_err(|_| CannotOpen)?;
        Self::from_bytes(&bytes)
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CannotOpen> {
        let public = Deserializable::from_bytes(bytes).map_err(|_| CannotOpen)?;
        Ok(Self::new(public))
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.public.to_bytes().to_vec()
    }

    fn new(public: <Kem as hpke::Kem>::PublicKey) -> Self {
        let id = HEXLOWER.encode(&Sha256::digest(public.to_bytes())[..8]);
        Self { id, public }
    }
}

impl std::fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealingKey({})", self.id)
    }
}

/// The private half.
#[derive(Clone)]
pub struct OpeningKey {
    private: <Kem as hpke::Kem>::PrivateKey,
    sealing: SealingKey,
}

impl OpeningKey {
    /// The pair that follows from a secret of at least 256 bits, the same each time.
    pub fn from_secret(secret: &[u8]) -> Self {
        let (private, public) = Kem::derive_keypair(secret);
        Self { private, sealing: SealingKey::new(public) }
    }

    pub fn sealing_key(&self) -> &SealingKey {
        &self.sealing
    }

    /// The private half itself, for what follows from it.
    pub(crate) fn secret(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.private.to_bytes().to_vec())
    }

    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        let (encapsulated, sealed) = sealed.split_at_checked(ENCAPSULATED).ok_or(CannotOpen)?;
        let encapsulated = Deserializable::from_bytes(encapsulated).map_err(|_| CannotOpen)?;
        hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &OpModeR::Base,
            &self.private,
            &encapsulated,
            purpose.as_bytes(),
            sealed,
            b"",
        )
        .map(Zeroizing::new)
        .map_err(|_| CannotOpen)
    }
}

impl std::fmt::Debug for OpeningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpeningKey({})", self.sealing.id)
    }
}

/// A service's pairs: the newest seals, every one opens what it sealed in its day.
#[derive(Debug, Clone)]
pub struct KeyRing(Vec<OpeningKey>);

impl KeyRing {
    /// Makes a pair and keeps its secret in a new file that only its owner reads. An existing file is left alone.
    pub fn create(path: &Path) -> Result<Self, KeyFileError> {
        let secret = random::<32>();
        key_file::create(path, KIND, &secret)?;
        Ok(Self(vec![OpeningKey::from_secret(secret.as_slice())]))
    }

    /// Reads the pairs, newest first.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Ok(Self(
            key_file::read(path, KIND)?
                .iter()
                .map(|secret| OpeningKey::from_secret(secret.as_slice()))
                .collect(),
        ))
    }

    pub fn sealing_key(&self) -> &SealingKey {
        self.newest().sealing_key()
    }

    pub(crate) fn newest(&self) -> &OpeningKey {
        self.0.first().expect("a key file has at least one key")
    }

    pub(crate) fn pairs(&self) -> impl Iterator<Item = &OpeningKey> {
        self.0.iter()
    }

    /// Opens what was sealed to the pair called `key_id`.
    pub fn open(&self, key_id: &str, purpose: &str, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        self.0.iter().find(|key| key.sealing.id == key_id).ok_or(CannotOpen)?.open(purpose, sealed)
    }

    /// Opens what came from outside, where nobody says which pair it was sealed to.
    pub fn open_any(&self, purpose: &str, sealed: &[u8]) -> Result<Opened, CannotOpen> {
        self.0.iter().find_map(|key| key.open(purpose, sealed).ok()).ok_or(CannotOpen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair() -> OpeningKey {
        OpeningKey::from_secret(random::<32>().as_slice())
    }

    #[test]
    fn what_is_sealed_opens_with_the_other_half_for_the_same_purpose_only() {
        let (mine, other) = (pair(), pair());
        let sealed = mine.sealing_key().seal("test", b"hemligt");
        assert_eq!(mine.open("test", &sealed).unwrap().as_slice(), b"hemligt");
        assert_eq!(mine.open("another purpose", &sealed), Err(CannotOpen));
        assert_eq!(other.open("test", &sealed), Err(CannotOpen));
    }

    #[test]
    fn a_changed_or_cut_box_does_not_open() {
        let mine = pair();
        let sealed = mine.sealing_key().seal("test", b"hemligt");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(mine.open("test", &changed), Err(CannotOpen), "byte {at}");
            assert_eq!(mine.open("test", &sealed[..at]), Err(CannotOpen), "cut at {at}");
        }
    }

    #[test]
    fn a_public_half_survives_being_written_down() {
        let key = pair().sealing_key().clone();
        assert_eq!(SealingKey::from_text(&key.to_text()).as_ref(), Ok(&key));
        assert_eq!(SealingKey::from_text("not a key"), Err(CannotOpen));
    }

    #[test]
    fn private_halves_do_not_show_themselves() {
        let key = pair();
        assert_eq!(format!("{key:?}"), format!("OpeningKey({})", key.sealing_key().id()));
    }
}
