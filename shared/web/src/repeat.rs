//! `Idempotency-Key`: the same request sent twice is done once.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::Error;

/// What a program must send along with each creation, 1–200 visible ASCII characters of its own choice. As secret as
/// the program made it: whoever knows it and the body gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatKey(pub String);

impl<S: Sync> FromRequestParts<S> for RepeatKey {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let key = parts.headers.get("idempotency-key").and_then(|key| key.to_str().ok()).unwrap_or_default();
        if (1..=200).contains(&key.len()) { Ok(Self(key.to_owned())) } else { Err(Error::BadRequest) }
    }
}
