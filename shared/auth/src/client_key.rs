//! The key with which a service proves to the identity provider that it is itself (`private_key_jwt`).

use std::{fs, io, path::Path};

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    signature::{Ed25519KeyPair, KeyPair},
};
use data_encoding::{BASE64_MIME, BASE64URL_NOPAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use kernel::{Timestamp, Uuid};
use serde::Serialize;

/// An Ed25519 key. Its file is PEM (PKCS#8), readable by its owner only.
#[derive(Clone)]
pub struct ClientKey {
    signing: EncodingKey,
    public: Vec<u8>,
}

#[derive(Serialize)]
struct Assertion<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    iat: i64,
    exp: i64,
    jti: Uuid,
}

impl ClientKey {
    /// Makes a key in a new file. An existing file is left alone.
    pub fn create(path: &Path) -> io::Result<Self> {
        let pair = Ed25519KeyPair::generate().map_err(io::Error::other)?;
        let der: Pkcs8V1Der = pair.as_der().map_err(io::Error::other)?;
        let text = BASE64_MIME.encode(der.as_ref()).replace("\r\n", "\n");
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", text.trim_end());
        vault::write_secret(path, &pem)?;
        Self::read(path)
    }

    pub fn read(path: &Path) -> io::Result<Self> {
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "not a PEM file with an Ed25519 key");
        let pem = fs::read_to_string(path)?;
        let text: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
        let der = data_encoding::BASE64.decode(text.as_bytes()).map_err(|_| damaged())?;
        let pair = Ed25519KeyPair::from_pkcs8(&der).map_err(|_| damaged())?;
        Ok(Self { signing: EncodingKey::from_ed_der(&der), public: pair.public_key().as_ref().to_vec() })
    }

    /// The public half, as the identity provider is told it.
    pub fn public_jwk(&self) -> serde_json::Value {
        serde_json::json!({
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "x": BASE64URL_NOPAD.encode(&self.public),
        })
    }

    pub fn public_bytes(&self) -> &[u8] {
        &self.public
    }

    /// A proof that `client` speaks, for `audience`, good for one use within a minute.
    pub(crate) fn assertion(&self, client: &str, audience: &str, at: Timestamp) -> anyhow::Result<String> {
        let now = at.timestamp();
        let claims = Assertion {
            iss: client,
            sub: client,
            aud: audience,
            iat: now,
            exp: now + 60,
            jti: Uuid::now_v7(),
        };
        Ok(jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &self.signing)?)
    }
}

impl std::fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientKey(…)")
    }
}
