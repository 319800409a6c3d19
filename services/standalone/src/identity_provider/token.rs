//! `POST /token`: a code becomes tokens about a person; a service gets a token for itself.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use super::access_token::{AccessToken, Issued};
use super::client::Client;
use super::client_assertion::authenticate;
use super::codes::Grant;
use super::id_token::id_token;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::provider::Provider;
use super::service::Service;

pub async fn token(
    State(provider): State<Arc<Provider>>,
    parameters: Parameters,
) -> Result<Json<Issued>, OAuthError> {
    let client = authenticate(&provider, &parameters)?;
    match parameters.required("grant_type", "grant_type is missing")? {
        "authorization_code" => exchange(&provider, client, &parameters),
        "client_credentials" => for_itself(&provider, client, &parameters),
        _ => Err(OAuthError::UnsupportedGrantType(
            "only authorization_code and client_credentials are answered",
        )),
    }
}

fn exchange(
    provider: &Provider,
    client: &Client,
    parameters: &Parameters,
) -> Result<Json<Issued>, OAuthError> {
    let grant = redeemed(provider, client, parameters)?;
    let person = provider.person(&grant.person_id).ok_or(OAuthError::InvalidGrant("the person is gone"))?;
    let issuer = provider.issuer().as_str();
    // For our own userinfo: a service asks other services in its own name.
    let access = AccessToken::for_person(provider, &client.id, issuer, person, grant.logged_in_at);
    let access = access.sign(&provider.config.key);
    let id_token = id_token(provider, &grant, person, &access);
    Ok(Json(Issued::new(access).with(id_token)))
}

fn redeemed(provider: &Provider, client: &Client, parameters: &Parameters) -> Result<Grant, OAuthError> {
    let code = parameters.required("code", "code is missing")?;
    let unknown = OAuthError::InvalidGrant("the code is unknown, used or older than a minute");
    let grant = provider.codes.redeem(code, provider.now()).ok_or(unknown)?;
    if grant.client_id != client.id {
        return Err(OAuthError::InvalidGrant("the code was given to another client"));
    }
    if parameters.get("redirect_uri") != Some(grant.redirect_uri.as_str()) {
        return Err(OAuthError::InvalidGrant("redirect_uri is not the one that the code was sent to"));
    }
    let verifier = parameters.required("code_verifier", "code_verifier is missing")?;
    if BASE64URL_NOPAD.encode(&Sha256::digest(verifier)) != grant.challenge {
        return Err(OAuthError::InvalidGrant("code_verifier does not fit code_challenge"));
    }
    Ok(grant)
}

fn for_itself(
    provider: &Provider,
    client: &Client,
    parameters: &Parameters,
) -> Result<Json<Issued>, OAuthError> {
    let target = parameters.get("resource").and_then(Service::parse);
    let target = target.ok_or(OAuthError::InvalidTarget(
        "resource must be complaints, lex-sarah, notifications or quality",
    ))?;
    let token = AccessToken::for_service(provider, &client.id, target.name());
    Ok(Json(Issued::new(token.sign(&provider.config.key))))
}
