//! Who calls a verb, for which complaint, having seen which version.

use std::collections::BTreeMap;

use auth::{Auth, Bearer, Person};
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde::Deserialize;
use utoipa::{
    IntoParams, IntoResponses,
    openapi::{HeaderBuilder, RefOr, Response, ResponseBuilder},
};
use uuid::Uuid;
use web::{Error, etag};

use crate::{
    StaffApp,
    actions::{self, At},
    address::Named,
    domain::ComplaintId,
};

/// A person, a complaint, a version.
pub(crate) struct Caller {
    person: Person,
    id: ComplaintId,
    version: i64,
}

/// Which complaint.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "only described")]
pub(crate) struct OfComplaint {
    /// Of the complaint. Klagomålets.
    id: Uuid,
}

/// Which version.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described")]
pub(crate) struct AtVersion {
    /// The `ETag` of the version that is changed. `ETag` för den version som ändras.
    #[serde(rename = "If-Match")]
    #[param(example = "\"3\"")]
    if_match: String,
}

/// The answer of every verb.
pub(crate) struct Done;

impl Caller {
    pub(super) fn at(&self) -> At<'_> {
        At { id: self.id, version: self.version, person: &self.person }
    }

    /// 204, with the version it has now.
    pub(super) fn done(&self) -> impl IntoResponse + use<> {
        (StatusCode::NO_CONTENT, [(header::ETAG, etag::tag(self.version + 1))])
    }
}

impl<S> FromRequestParts<S> for Caller
where
    S: Send + Sync,
    Auth: FromRef<S>,
    StaffApp: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let bearer = Bearer::from_request_parts(parts, state).await?;
        let person = person(&StaffApp::from_ref(state), bearer).await?;
        let Named(id) = Named::from_request_parts(parts, state).await?;
        let etag::IfMatch(version) = etag::IfMatch::from_request_parts(parts, state).await?;
        Ok(Self { person, id, version })
    }
}

/// The person a token is for, with those they stand in for today.
pub(super) async fn person(app: &StaffApp, bearer: Bearer) -> Result<Person, Error> {
    let person = bearer.person()?;
    let colleague = actions::with_stand_ins(app, person.colleague).await?;
    Ok(Person { colleague, ..person })
}

impl IntoResponses for Done {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let tag =
            HeaderBuilder::new().description(Some("The version it has now. Den version det har nu.")).build();
        let done =
            ResponseBuilder::new().description("It is done. Det är gjort.").header("ETag", tag).build();
        [("204".to_owned(), done.into())].into()
    }
}
