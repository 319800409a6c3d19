//! Permission as an extractor: a page cannot be made without it.

use askama::Template;
use auth::{Person, SignedIn};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use web::Page;

use crate::{
    App,
    domain::access::{self, Reach},
};

/// Somebody who may see who is responsible for what.
pub struct RegisterReader(pub Person);

/// Somebody who may see facts counted, and how far.
pub struct FactReader {
    pub person: Person,
    pub reach: Reach,
}

/// What this place is, for somebody who has nothing to do here.
#[derive(Template)]
#[template(path = "closed.html")]
struct Closed {
    page: Page,
}

impl FromRequestParts<App> for RegisterReader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn(person) = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        if access::may_read_register(&person) { Ok(Self(person)) } else { Err(closed(parts, app).await) }
    }
}

impl FromRequestParts<App> for FactReader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn(person) = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        match access::reach(&person) {
            Some(reach) => Ok(Self { person, reach }),
            None => Err(closed(parts, app).await),
        }
    }
}

async fn closed(parts: &mut Parts, app: &App) -> Response {
    match Page::from_request_parts(parts, app).await {
        Ok(page) => (StatusCode::FORBIDDEN, web::html(&Closed { page })).into_response(),
        Err(error) => error.into_response(),
    }
}
