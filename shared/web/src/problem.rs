//! Problem documents (RFC 9457) for programs.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Fault;

/// Every 4xx and 5xx that a program gets.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    #[serde(rename = "type")]
    #[schema(example = "urn:lyssna:problem:422")]
    pub kind: String,
    #[schema(example = "Unprocessable Entity")]
    pub title: String,
    #[schema(example = 422)]
    pub status: u16,
    #[schema(example = "Something in the body is not as it must be.")]
    pub detail: String,
    /// Names this one answer, for whoever searches the logs for it.
    #[schema(example = "urn:uuid:019a0000-0000-7000-8000-000000000000")]
    pub instance: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemFault>,
}

/// One faulty field.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemFault {
    /// A JSON pointer into the body.
    #[schema(example = "/text")]
    pub pointer: String,
    #[schema(example = "must not be empty")]
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, faults: &[Fault]) -> Self {
        Self {
            kind: format!("urn:lyssna:problem:{}", status.as_u16()),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: detail(status).to_owned(),
            instance: format!("urn:uuid:{}", kernel::Uuid::now_v7()),
            errors: faults
                .iter()
                .map(|fault| ProblemFault { pointer: fault.pointer.clone(), detail: fault.detail.clone() })
                .collect(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        tracing::info!(instance = self.instance, status = self.status, "answered with a problem");
        let status = StatusCode::from_u16(self.status).expect("made from one");
        let mut response = (status, axum::Json(self)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

pub(crate) fn detail(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "The request cannot be read.",
        StatusCode::UNAUTHORIZED => "A valid access token for this service is needed.",
        StatusCode::FORBIDDEN => "The caller may not do this.",
        StatusCode::NOT_FOUND => "There is nothing here that the caller may see.",
        StatusCode::METHOD_NOT_ALLOWED => "This address does not take that method; see Allow.",
        StatusCode::CONFLICT => "It does not fit the state that it is in now.",
        StatusCode::PRECONDITION_FAILED => "It has changed since it was read; read it again.",
        StatusCode::PRECONDITION_REQUIRED => "If-Match with the version that is changed is needed.",
        StatusCode::REQUEST_TIMEOUT => "The body did not come in time.",
        StatusCode::PAYLOAD_TOO_LARGE => "The body is larger than can be taken.",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "The content type must be application/json.",
        StatusCode::UNPROCESSABLE_ENTITY => "Something in the request is not as it must be.",
        StatusCode::SERVICE_UNAVAILABLE => "The service cannot answer now; try again later.",
        _ => "The request was not done.",
    }
}

/// For the documents: an answer is in English, since programs and those who write them read it.
pub(crate) fn detail_in_swedish(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "Begäran går inte att läsa.",
        StatusCode::UNAUTHORIZED => "En giltig åtkomstbiljett för den här tjänsten behövs.",
        StatusCode::FORBIDDEN => "Den som anropar får inte göra detta.",
        StatusCode::NOT_FOUND => "Här finns inget som den som anropar får se.",
        StatusCode::METHOD_NOT_ALLOWED => "Adressen tar inte den metoden; se Allow.",
        StatusCode::CONFLICT => "Det passar inte det läge som gäller nu.",
        StatusCode::PRECONDITION_FAILED => "Det har ändrats sedan det lästes; läs det igen.",
        StatusCode::PRECONDITION_REQUIRED => "If-Match med den version som ändras behövs.",
        StatusCode::REQUEST_TIMEOUT => "Kroppen kom inte fram i tid.",
        StatusCode::PAYLOAD_TOO_LARGE => "Kroppen är större än vad som kan tas emot.",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "Innehållstypen måste vara application/json.",
        StatusCode::UNPROCESSABLE_ENTITY => "Något i begäran är inte som det måste vara.",
        StatusCode::SERVICE_UNAVAILABLE => "Tjänsten kan inte svara nu; försök igen senare.",
        _ => "Begäran utfördes inte.",
    }
}
