//! Why a verb was not done, as a program is told it.

use std::collections::BTreeMap;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use utoipa::{
    IntoResponses,
    openapi::{RefOr, Response as Described},
};
use web::{Error, Problem};

use crate::{actions::Failed, domain::Refused};

/// A refusal says its reason; everything else is an error like any other.
pub(super) enum Refusal {
    Refused(Refused),
    Other(Error),
}

/// The answers of every address that names one complaint.
pub(super) struct NothingThere;

/// The answers of every address that changes one.
pub(super) struct ChangeProblems;

impl From<Failed> for Refusal {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Refused(refused) => Self::Refused(refused),
            other => Self::Other(other.into()),
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let refused = match self {
            Self::Refused(refused) => refused,
            Self::Other(error) => return error.into_response(),
        };
        let status = Error::from(Failed::Refused(refused)).status();
        Problem {
            kind: format!("urn:lyssna:problem:{}", status.as_u16()),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            detail: refused.to_string(),
            instance: format!("urn:uuid:{}", uuid::Uuid::now_v7()),
            errors: Vec::new(),
        }
        .into_response()
    }
}

impl IntoResponses for NothingThere {
    fn responses() -> BTreeMap<String, RefOr<Described>> {
        web::problems(&[StatusCode::NOT_FOUND])
    }
}

impl IntoResponses for ChangeProblems {
    fn responses() -> BTreeMap<String, RefOr<Described>> {
        web::problems(&[
            StatusCode::NOT_FOUND,
            StatusCode::CONFLICT,
            StatusCode::PRECONDITION_FAILED,
            StatusCode::PRECONDITION_REQUIRED,
        ])
    }
}
