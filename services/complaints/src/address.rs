//! The complaint that an address names.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use web::Error;

use crate::domain::{AttachmentId, ComplaintId};

/// From `/…/{id}`. What is no id at all is not there, like the id of something that is not theirs.
pub(crate) struct Named(pub ComplaintId);

/// From `/…/{id}/…/{file}`.
pub(crate) struct NamedFile(pub ComplaintId, pub AttachmentId);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(id) =
            Path::<uuid::Uuid>::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        Ok(Self(id.into()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for NamedFile {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let path = Path::<(uuid::Uuid, uuid::Uuid)>::from_request_parts(parts, state).await;
        let Path((id, file)) = path.map_err(|_| Error::NotFound)?;
        Ok(Self(id.into(), file.into()))
    }
}
