//! Why a request was refused, in OAuth's words (RFC 6749 4.1.2.1 and 5.2, RFC 8707, OpenID Connect Core 3.1.2.6).

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Each with a sentence for the one who develops against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OAuthError {
    InvalidRequest(&'static str),
    InvalidClient(&'static str),
    InvalidGrant(&'static str),
    InvalidScope(&'static str),
    InvalidTarget(&'static str),
    LoginRequired(&'static str),
    RequestNotSupported(&'static str),
    UnsupportedGrantType(&'static str),
    UnsupportedResponseType(&'static str),
}

impl OAuthError {
    /// The code and the sentence.
    pub fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::InvalidRequest(why) => ("invalid_request", why),
            Self::InvalidClient(why) => ("invalid_client", why),
            Self::InvalidGrant(why) => ("invalid_grant", why),
            Self::InvalidScope(why) => ("invalid_scope", why),
            Self::InvalidTarget(why) => ("invalid_target", why),
            Self::LoginRequired(why) => ("login_required", why),
            Self::RequestNotSupported(why) => ("request_not_supported", why),
            Self::UnsupportedGrantType(why) => ("unsupported_grant_type", why),
            Self::UnsupportedResponseType(why) => ("unsupported_response_type", why),
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient(_) => StatusCode::UNAUTHORIZED,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    error_description: &'static str,
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let (error, error_description) = self.parts();
        (self.status(), Json(Body { error, error_description })).into_response()
    }
}
