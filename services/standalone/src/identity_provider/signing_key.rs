//! The provider's own Ed25519 key, in a file of its own so that a restart keeps it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use data_encoding::BASE64;
use jsonwebtoken::EncodingKey;
use openidconnect::JsonWebKeyId;
use openidconnect::core::CoreEdDsaPrivateSigningKey;
use zeroize::Zeroizing;

use super::public_key::PublicKey;

/// A private key and its PEM: PKCS#8 version 1, the one version that openidconnect reads.
#[derive(Clone)]
pub struct SigningKey {
    pem: Zeroizing<String>,
    encoding: EncodingKey,
    public: PublicKey,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an Ed25519 key in PKCS#8 PEM, version 1")]
pub struct KeyRefused;

impl SigningKey {
    /// The key in this file, which is made with a new one, readable by its owner only, when there is none.
    pub fn kept_in(path: &Path) -> io::Result<Self> {
        match fs::read_to_string(path).map(Zeroizing::new) {
            Ok(pem) => {
                Self::from_pem(&pem).map_err(|refused| io::Error::new(ErrorKind::InvalidData, refused))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let key = Self::generate();
                vault::write_secret(path, &key.pem)?;
                Ok(key)
            }
            Err(error) => Err(error),
        }
    }

    /// A new key, which is gone with the process.
    pub fn generate() -> Self {
        let pair = Ed25519KeyPair::generate().expect("the system gives randomness");
        let der: Pkcs8V1Der = pair.as_der().expect("a fresh key can be written");
        let body = Zeroizing::new(BASE64.encode(der.as_ref()));
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", *body);
        Self::from_pem(&Zeroizing::new(pem)).expect("written just now")
    }

    pub fn from_pem(pem: &str) -> Result<Self, KeyRefused> {
        let encoding = EncodingKey::from_ed_pem(pem.as_bytes()).map_err(|_| KeyRefused)?;
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(encoding.as_bytes()).map_err(|_| KeyRefused)?;
        let public = PublicKey::from_bytes(pair.public_key().as_ref()).ok_or(KeyRefused)?;
        CoreEdDsaPrivateSigningKey::from_ed25519_pem(pem, None).map_err(|_| KeyRefused)?;
        Ok(Self { pem: Zeroizing::new(pem.to_owned()), encoding, public })
    }

    pub fn to_pem(&self) -> &str {
        &self.pem
    }

    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// For access tokens and client assertions.
    pub fn encoding(&self) -> &EncodingKey {
        &self.encoding
    }

    /// For ID tokens.
    pub(super) fn openid(&self) -> CoreEdDsaPrivateSigningKey {
        let id = JsonWebKeyId::new(self.public.id());
        CoreEdDsaPrivateSigningKey::from_ed25519_pem(&self.pem, Some(id)).expect("checked in from_pem")
    }
}

/// A key that finds its way into a log must not be readable there.
impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("public", &self.public.id()).finish_non_exhaustive()
    }
}
