//! Why a request was not done, and how that is shown.

use std::sync::Arc;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// Every way a request can fail. It leaves as a page in the person's language, or as a problem document for a
/// program; neither ever holds an internal error's text.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the request cannot be read")]
    BadRequest,
    #[error("nobody is logged in")]
    Unauthorized,
    #[error("not allowed")]
    Forbidden,
    /// A form that was sent from somebody else's site.
    #[error("sent from another site")]
    OtherSite,
    /// Not there, or not to be seen: the two look alike.
    #[error("not found")]
    NotFound,
    /// It does not fit what has happened meanwhile.
    #[error("conflict")]
    Conflict,
    /// It does not fit the state that it is in, and why.
    #[error("not in this state")]
    NotInThisState(Fault),
    #[error("changed since it was read")]
    Stale,
    #[error("the version that is changed must be named")]
    VersionMissing,
    #[error("too large")]
    TooLarge,
    /// The body did not come in time.
    #[error("too slow")]
    TooSlow,
    #[error("not a kind of content that can be read here")]
    UnknownContent,
    /// Something in the body is not as it must be.
    #[error("faulty")]
    Invalid(Vec<Fault>),
    /// The same key was used for another request.
    #[error("the repeat key was used for another request")]
    KeyReused,
    #[error("not now")]
    Unavailable,
    #[error("an internal error")]
    Internal(#[source] anyhow::Error),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A JSON pointer, such as `/text`.
    pub pointer: String,
    pub detail: String,
}

/// What a response says of its error to the layer that words it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The middle part of the keys of its texts.
    pub kind: &'static str,
    pub faults: Arc<[Fault]>,
}

impl From<StatusCode> for Shown {
    /// For answers that come from a library and not from an [`Error`].
    fn from(status: StatusCode) -> Self {
        let kind = match status {
            StatusCode::UNAUTHORIZED => "login",
            StatusCode::FORBIDDEN => "forbidden",
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => "conflict",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::REQUEST_TIMEOUT => "too-slow",
            StatusCode::TOO_MANY_REQUESTS => "too-many",
            StatusCode::SERVICE_UNAVAILABLE => "unavailable",
            other if other.is_server_error() => "internal",
            _ => "unreadable",
        };
        Self { kind, faults: Arc::default() }
    }
}

impl Error {
    pub fn internal(what: &'static str) -> Self {
        Self::Internal(anyhow::anyhow!(what))
    }

    pub fn invalid(pointer: &str, detail: impl Into<String>) -> Self {
        Self::Invalid(vec![Fault { pointer: pointer.to_owned(), detail: detail.into() }])
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::OtherSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict | Self::NotInThisState(_) => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::VersionMissing => StatusCode::PRECONDITION_REQUIRED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::UnknownContent => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            // A form sent again in a while goes through: the database is not there now, and nothing was half done.
            Self::Internal(error) if db::is_away(error.as_ref()) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        let mut shown = Shown::from(status);
        match self {
            Self::Internal(error) => tracing::error!(error = format!("{error:#}"), "a request failed"),
            Self::Invalid(faults) => shown.faults = faults.into(),
            Self::NotInThisState(fault) => shown.faults = Arc::new([fault]),
            Self::OtherSite => shown.kind = "refused",
            _ => {}
        }
        let mut response = status.into_response();
        response.extensions_mut().insert(shown);
        response
    }
}
