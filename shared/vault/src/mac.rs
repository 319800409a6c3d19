//! Proof that a form is ours.

use std::path::Path;

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{KeyFileError, key_file, random};

const KIND: &str = "form-key";

/// A key that marks what this service gave out. The same in every copy of the service.
#[derive(Clone)]
pub struct MacKey(Zeroizing<[u8; 32]>);

impl MacKey {
    /// A key for as long as the process lives: for tests.
    pub fn random() -> Self {
        Self(random())
    }

    /// Makes a key in a new file that only its owner reads. An existing file is left alone.
    pub fn create(path: &Path) -> Result<Self, KeyFileError> {
        let key = random();
        key_file::create(path, KIND, &key)?;
        Ok(Self(key))
    }

    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Ok(Self(key_file::read(path, KIND)?.swap_remove(0)))
    }

    pub fn mark(&self, what: &str) -> String {
        BASE64URL_NOPAD.encode(&self.mac(what).finalize().into_bytes())
    }

    /// Compared in constant time.
    pub fn has_marked(&self, what: &str, mark: &str) -> bool {
        BASE64URL_NOPAD.decode(mark.as_bytes()).is_ok_and(|mark| self.mac(what).verify_slice(&mark).is_ok())
    }

    fn mac(&self, what: &str) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("any length will do").chain_update(what)
    }
}

impl std::fmt::Debug for MacKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MacKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_mark_is_ours() {
        let (ours, theirs) = (MacKey::random(), MacKey::random());
        assert!(ours.has_marked("form", &ours.mark("form")));
        assert!(!ours.has_marked("another form", &ours.mark("form")));
        assert!(!ours.has_marked("form", &theirs.mark("form")));
        assert!(!ours.has_marked("form", ""));
    }
}
