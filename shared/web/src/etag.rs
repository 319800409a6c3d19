//! Versions on the wire: a change names the version it is made to.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::Error;

/// The version that a program changes, from `If-Match`. Without it the answer is 428.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let tag = parts.headers.get(header::IF_MATCH).ok_or(Error::VersionMissing)?;
        // A tag that was never ours is a version that has passed.
        let version =
            tag.to_str().ok().and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok());
        version.map(Self).ok_or(Error::Stale)
    }
}

/// A strong tag for a version.
pub fn tag(version: i64) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).expect("digits and quotes")
}

/// A strong tag for a document that has no version of its own.
pub fn of(document: &[u8]) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{}\"", HEXLOWER.encode(&Sha256::digest(document)[..16])))
        .expect("digits, letters and quotes")
}

/// The document with its tag, or 304 when the caller has that very version.
pub fn answer(request: &HeaderMap, tag: &HeaderValue, document: impl IntoResponse) -> Response {
    let mut response = if request.get(header::IF_NONE_MATCH) == Some(tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        document.into_response()
    };
    response.headers_mut().insert(header::ETAG, tag.clone());
    response
}
