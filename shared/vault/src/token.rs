//! Tokens that a browser or a program holds: sessions, drafts, repeat keys.

use std::{fmt, str::FromStr};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{CannotOpen, CaseKey, KeyRing, OpeningKey, random};

/// 256 random bits. The server keeps only the hash; what it keeps for the holder alone is sealed with a key that
/// follows from the token and is nowhere else.
#[derive(Clone)]
pub struct Token(Zeroizing<Vec<u8>>);

impl Token {
    pub fn random() -> Self {
        Self(Zeroizing::new(random::<32>().to_vec()))
    }

    /// A token that a program has chosen (an `Idempotency-Key`). As secret as the program made it.
    pub fn chosen(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update(part.len().to_be_bytes());
            digest.update(part);
        }
        Self(Zeroizing::new(digest.finalize().to_vec()))
    }

    /// The token itself, for its holder's cookie or hidden field only.
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What the server finds it by.
    pub fn hash(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.0.as_slice()))
    }

    /// The key for what only the holder may open, one for each service and purpose.
    pub fn key(&self, service: &'static str, purpose: &str) -> CaseKey {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.0)
            .expand_multi_info(
                &[b"lyssna token v1|", service.as_bytes(), b"|", purpose.as_bytes()],
                key.as_mut_slice(),
            )
            .expect("32 bytes can be had");
        CaseKey::from_bytes(service, Uuid::nil(), key)
    }
}

impl KeyRing {
    /// What stands for `holder`, for one purpose: a token from each pair, newest first, so that what was begun under an older pair is
    /// found. Whoever has only the public halves finds and opens nothing by them.
    pub fn tokens(&self, purpose: &str, holder: Uuid) -> Vec<Token> {
        let token = |pair: &OpeningKey| {
            let mut token = Zeroizing::new(vec![0; 32]);
            Hkdf::<Sha256>::new(None, pair.secret().as_slice())
                .expand_multi_info(
                    &[b"lyssna held token v1|", purpose.as_bytes(), b"|", holder.as_bytes()],
                    token.as_mut_slice(),
                )
                .expect("32 bytes can be had");
            Token(token)
        };
        self.pairs().map(token).collect()
    }
}

impl FromStr for Token {
    type Err = CannotOpen;

    fn from_str(text: &str) -> Result<Self, CannotOpen> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| CannotOpen)?;
        if bytes.len() == 32 { Ok(Self(Zeroizing::new(bytes))) } else { Err(CannotOpen) }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_cookie_and_nothing_else_does() {
        let token = Token::random();
        assert_eq!(token.reveal().parse::<Token>().map(|t| t.hash()), Ok(token.hash()));
        for text in ["", "a", "å", &token.reveal()[1..]] {
            assert!(text.parse::<Token>().is_err());
        }
    }

    #[test]
    fn what_stands_for_somebody_is_theirs_for_one_purpose_and_follows_from_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let ring = |name: &str| KeyRing::create(&folder.path().join(name)).unwrap();
        let (ours, theirs) = (ring("ours"), ring("theirs"));
        let hash = |ring: &KeyRing, purpose, holder| ring.tokens(purpose, Uuid::from_u128(holder))[0].hash();
        assert_eq!(hash(&ours, "draft", 1), hash(&ours, "draft", 1));
        assert_ne!(hash(&ours, "draft", 1), hash(&ours, "draft", 2));
        assert_ne!(hash(&ours, "draft", 1), hash(&ours, "other", 1));
        assert_ne!(hash(&ours, "draft", 1), hash(&theirs, "draft", 1));
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(Token::chosen(&[b"ab", b"c"]).hash(), Token::chosen(&[b"a", b"bc"]).hash());
    }
}
