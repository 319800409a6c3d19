//! The public half of an Ed25519 key: by it a service's statements and our own tokens are checked.

use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk};
use serde::Serialize;
use sha2::{Digest, Sha256};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// What RFC 7638 hashes, in its order.
#[derive(Serialize)]
struct Required {
    crv: &'static str,
    kty: &'static str,
    x: String,
}

impl PublicKey {
    /// From the 32 bytes of the key.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// From `{"kty":"OKP","crv":"Ed25519","x":"…"}`.
    pub fn from_jwk(json: &str) -> Option<Self> {
        let AlgorithmParameters::OctetKeyPair(pair) = serde_json::from_str::<Jwk>(json).ok()?.algorithm
        else {
            return None;
        };
        let bytes = BASE64URL_NOPAD.decode(pair.x.as_bytes()).ok()?;
        (pair.curve == EllipticCurve::Ed25519).then_some(())?;
        Self::from_bytes(&bytes)
    }

    /// The thumbprint of RFC 7638, used as key id.
    pub fn id(&self) -> String {
        let required = Required { crv: "Ed25519", kty: "OKP", x: self.x() };
        let json = serde_json::to_vec(&required).expect("three strings are JSON");
        BASE64URL_NOPAD.encode(&Sha256::digest(json))
    }

    pub(super) fn decoding(&self) -> DecodingKey {
        DecodingKey::from_ed_components(&self.x()).expect("32 bytes are a key")
    }

    fn x(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }
}
