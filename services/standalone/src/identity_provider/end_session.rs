//! Log-out started by a service (OpenID Connect RP-Initiated Logout 1.0). Nobody stays logged in here, so all there is
//! to do is to send the browser back to an address that the service has registered.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;
use url::Url;

use super::client::Client;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::provider::Provider;
use crate::development::page;

#[derive(Template)]
#[template(path = "identity_provider/logged_out.html")]
struct LoggedOut {
    why_not_back: Option<&'static str>,
}

/// An ID token of ours, which may well have expired by now.
#[derive(Deserialize)]
struct Hint {
    aud: Vec<String>,
}

pub async fn end_session(
    State(provider): State<Arc<Provider>>,
    parameters: Result<Parameters, OAuthError>,
) -> Response {
    match parameters.and_then(|parameters| way_back(&provider, &parameters)) {
        Ok(Some(uri)) => Redirect::to(uri.as_str()).into_response(),
        Ok(None) => page(StatusCode::OK, &LoggedOut { why_not_back: None }),
        Err(error) => page(StatusCode::BAD_REQUEST, &LoggedOut { why_not_back: Some(error.parts().1) }),
    }
}

fn way_back(provider: &Provider, parameters: &Parameters) -> Result<Option<Url>, OAuthError> {
    let client = client(provider, parameters)?;
    let Some(uri) = parameters.get("post_logout_redirect_uri") else { return Ok(None) };
    let client = client.ok_or(OAuthError::InvalidRequest("id_token_hint or client_id is missing"))?;
    let known = client.may_return_to(uri);
    let known = known
        .ok_or(OAuthError::InvalidRequest("post_logout_redirect_uri is not registered for this client"))?;
    let mut uri = known.clone();
    if let Some(state) = parameters.get("state") {
        uri.query_pairs_mut().append_pair("state", state);
    }
    Ok(Some(uri))
}

fn client<'a>(provider: &'a Provider, parameters: &Parameters) -> Result<Option<&'a Client>, OAuthError> {
    let hinted = parameters.get("id_token_hint").map(|hint| hinted(provider, hint)).transpose()?;
    let named = parameters.get("client_id");
    if let (Some(hinted), Some(named)) = (&hinted, named)
        && hinted != named
    {
        return Err(OAuthError::InvalidRequest("id_token_hint was issued to another client"));
    }
    let Some(id) = hinted.as_deref().or(named) else { return Ok(None) };
    provider.client(id).map(Some).ok_or(OAuthError::InvalidRequest("the client is not registered"))
}

fn hinted(provider: &Provider, hint: &str) -> Result<String, OAuthError> {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[provider.issuer().as_str()]);
    validation.set_required_spec_claims(&["iss"]);
    validation.validate_exp = false;
    validation.validate_aud = false;
    let key = provider.config.key.public().decoding();
    let hint = jsonwebtoken::decode::<Hint>(hint, &key, &validation).ok();
    let audience = hint.and_then(|data| data.claims.aud.into_iter().next());
    audience.ok_or(OAuthError::InvalidRequest("id_token_hint is not one of our ID tokens"))
}
