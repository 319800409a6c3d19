//! Permission as an extractor: no page is made and nothing is done without it.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use organisation::Role;
use serde::Deserialize;
use web::Page;

use crate::App;

/// Somebody who runs the service.
pub struct Operator;

/// Somebody who runs the service and pressed a button on a page of ours.
pub struct OperatorsDeed(pub Person);

/// What this place is, for somebody who has nothing to do here.
#[derive(Template)]
#[template(path = "closed.html")]
struct Closed {
    page: Page,
}

/// A form that is nothing but its button.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Button {}

impl FromRequestParts<App> for Operator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn(person) = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        if person.is(Role::Administrator) { Ok(Self) } else { Err(closed(parts, app).await) }
    }
}

impl FromRequest<App> for OperatorsDeed {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let refusal = closed(&mut parts, app).await;
        let request = Request::from_parts(parts, body);
        let SignedForm { person, fields: Button {} } = SignedForm::from_request(request, app).await?;
        if person.is(Role::Administrator) { Ok(Self(person)) } else { Err(refusal) }
    }
}

async fn closed(parts: &mut Parts, app: &App) -> Response {
    match Page::from_request_parts(parts, app).await {
        Ok(page) => (StatusCode::FORBIDDEN, web::html(&Closed { page })).into_response(),
        Err(error) => error.into_response(),
    }
}
