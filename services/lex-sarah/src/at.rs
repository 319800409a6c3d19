//! The case that an address names.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use kernel::Uuid;
use web::Error;

use crate::domain::CaseId;

/// What is no id names no case: the same answer as for one that is not there.
pub struct At(pub CaseId);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(id) = Path::<Uuid>::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        Ok(Self(id.into()))
    }
}
