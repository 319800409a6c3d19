//! What we say about the person to whom an access token belongs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use openidconnect::EmptyAdditionalClaims;
use openidconnect::core::CoreUserInfoClaims;

use super::access_token::AccessToken;
use super::id_token::standard_claims;
use super::provider::Provider;

pub async fn userinfo(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
) -> Result<Json<CoreUserInfoClaims>, Response> {
    let token = bearer(&headers).ok_or_else(|| unauthorized("Bearer"))?;
    let token = AccessToken::accept(&provider, token);
    let person = token.and_then(|token| provider.person(&token.sub));
    let person = person.ok_or_else(|| unauthorized("Bearer error=\"invalid_token\""))?;
    Ok(Json(CoreUserInfoClaims::new(standard_claims(person), EmptyAdditionalClaims {})))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then_some(token)
}

/// RFC 6750 3: a request without a token is told only the scheme.
fn unauthorized(challenge: &'static str) -> Response {
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, challenge)]).into_response()
}
