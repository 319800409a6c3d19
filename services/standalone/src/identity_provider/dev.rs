//! For trying the programs' API by hand: who there is, and a token for one of them.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::access_token::{AccessToken, Issued};
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::people::{Group, Together, by_group};
use super::provider::Provider;
use super::service::Service;
use crate::development::page;

/// Who asks for such a token: no registered service, and each service can see that.
const CLIENT: &str = "development";

#[derive(Template)]
#[template(path = "identity_provider/people.html")]
struct People<'a> {
    issuer: &'a str,
    services: [Service; 4],
    groups: Vec<Together<'a>>,
}

pub async fn people(State(provider): State<Arc<Provider>>) -> Response {
    let issuer = provider.issuer().as_str();
    let groups = by_group(&provider.config.people);
    page(StatusCode::OK, &People { issuer, services: Service::ALL, groups })
}

pub async fn token(
    State(provider): State<Arc<Provider>>,
    parameters: Parameters,
) -> Result<Json<Issued>, OAuthError> {
    let person = parameters.required("person", "person is missing; GET /dev/people shows whom there is")?;
    let person = provider.person(person).ok_or(OAuthError::InvalidRequest("nobody here has that id"))?;
    let audience = parameters.get("audience").and_then(Service::parse);
    let audience = audience.ok_or(OAuthError::InvalidTarget(
        "audience must be complaints, lex-sarah, notifications or quality",
    ))?;
    let token = AccessToken::for_person(&provider, CLIENT, audience.name(), person, provider.now());
    Ok(Json(Issued::new(token.sign(&provider.config.key))))
}
