//! The log-in page: who do you want to be?

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::codes::Grant;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::people::{DevPerson, Group, Together, by_group};
use super::provider::Provider;
use super::request::{AuthorizationRequest, Refused};
use crate::development::{page, policy};

#[derive(Template)]
#[template(path = "identity_provider/choose.html")]
struct Choose<'a> {
    client_id: &'a str,
    fields: &'a [(&'static str, &'a str)],
    groups: Vec<Together<'a>>,
}

#[derive(Template)]
#[template(path = "identity_provider/refused.html")]
struct RefusedPage {
    error: &'static str,
    why: &'static str,
}

pub async fn show(
    State(provider): State<Arc<Provider>>,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, Refused> {
    let request = AuthorizationRequest::parse(&provider, &parameters.map_err(Refused::Here)?)?;
    Ok(choose(&provider, &request))
}

/// A form without a person is a client that sent its request by POST, which OpenID Connect Core 3.1.2.1 allows.
pub async fn log_in(
    State(provider): State<Arc<Provider>>,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, Refused> {
    let parameters = parameters.map_err(Refused::Here)?;
    let request = AuthorizationRequest::parse(&provider, &parameters)?;
    let Some(id) = parameters.get("person") else { return Ok(choose(&provider, &request)) };
    let nobody = Refused::Here(OAuthError::InvalidRequest("nobody here has that id"));
    let person = provider.person(id).ok_or(nobody)?;
    let code = provider.codes.issue(grant(&provider, &request, person));
    Ok(Redirect::to(request.back.with_code(provider.issuer(), &code).as_str()).into_response())
}

fn choose(provider: &Provider, request: &AuthorizationRequest) -> Response {
    let template = Choose {
        client_id: &request.client_id,
        fields: &request.fields(),
        groups: by_group(&provider.config.people),
    };
    // Chromium holds a form's redirect to form-action too, so the client's own origin must stand there.
    let origin = request.back.uri.origin().ascii_serialization();
    let policy = policy(&format!("'self' {origin}"));
    ([(header::CONTENT_SECURITY_POLICY, policy)], page(StatusCode::OK, &template)).into_response()
}

fn grant(provider: &Provider, request: &AuthorizationRequest, person: &DevPerson) -> Grant {
    Grant {
        client_id: request.client_id.clone(),
        redirect_uri: request.back.uri.to_string(),
        challenge: request.challenge.clone(),
        nonce: request.nonce.clone(),
        person_id: person.id.clone(),
        logged_in_at: provider.now(),
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Here(error) => {
                let (error, why) = error.parts();
                page(StatusCode::BAD_REQUEST, &RefusedPage { error, why })
            }
            Self::ToClient(address) => Redirect::to(address.as_str()).into_response(),
        }
    }
}
