//! How a service proves who it is: a short statement signed with its own key, used once (`private_key_jwt`, RFC 7523).

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, Validation};
use kernel::Timestamp;
use serde::Deserialize;

use super::client::Client;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::provider::Provider;

const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Longer ones would have to be remembered for longer.
const LONGEST: TimeDelta = TimeDelta::minutes(10);

/// The statements seen, until they would have expired anyway.
#[derive(Debug, Default)]
pub struct UsedAssertions(Mutex<HashMap<(String, String), Timestamp>>);

#[derive(Debug, Deserialize)]
struct Assertion {
    iss: String,
    sub: String,
    exp: i64,
    jti: String,
}

/// The client that sent the request, or why we do not believe it.
pub fn authenticate<'a>(provider: &'a Provider, parameters: &Parameters) -> Result<&'a Client, OAuthError> {
    if parameters.get("client_assertion_type") != Some(TYPE) {
        return Err(OAuthError::InvalidClient(
            "only private_key_jwt is accepted (client_assertion_type jwt-bearer)",
        ));
    }
    let signed = parameters.get("client_assertion");
    let signed = signed.ok_or(OAuthError::InvalidClient("client_assertion is missing"))?;
    let client = claimed(provider, signed)?;
    if parameters.get("client_id").is_some_and(|id| id != client.id) {
        return Err(OAuthError::InvalidClient("client_id and client_assertion name different clients"));
    }
    let assertion = verified(provider, client, signed)?;
    provider.used.once(client, assertion, provider.now())?;
    Ok(client)
}

/// Whom it says it is from: only to find the key by which that is checked.
fn claimed<'a>(provider: &'a Provider, signed: &str) -> Result<&'a Client, OAuthError> {
    let claims = jsonwebtoken::dangerous::insecure_decode_claims::<Assertion>(signed)
        .map_err(|_| OAuthError::InvalidClient("client_assertion is not a JWT with iss, sub, exp and jti"))?;
    if claims.iss != claims.sub {
        return Err(OAuthError::InvalidClient("iss and sub of client_assertion differ"));
    }
    provider.client(&claims.sub).ok_or(OAuthError::InvalidClient("the client is not registered"))
}

fn verified(provider: &Provider, client: &Client, signed: &str) -> Result<Assertion, OAuthError> {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&[provider.issuer().as_str(), &provider.issuer().at("/token")]);
    validation.set_required_spec_claims(&["aud"]);
    // Checked in `once`, against the clock that was passed in.
    validation.validate_exp = false;
    jsonwebtoken::decode::<Assertion>(signed, &client.key.decoding(), &validation)
        .map(|data| data.claims)
        .map_err(|_| OAuthError::InvalidClient("client_assertion: wrong signature, algorithm (EdDSA) or aud"))
}

impl UsedAssertions {
    fn once(&self, client: &Client, assertion: Assertion, now: Timestamp) -> Result<(), OAuthError> {
        let expires =
            Timestamp::from_timestamp(assertion.exp, 0).filter(|at| *at > now && *at - now <= LONGEST);
        let expires = expires
            .ok_or(OAuthError::InvalidClient("exp of client_assertion is past or over 10 minutes off"))?;
        let mut used = self.0.lock().expect("nothing panics while it is held");
        used.retain(|_, expires| *expires > now);
        match used.insert((client.id.clone(), assertion.jti), expires) {
            None => Ok(()),
            Some(_) => Err(OAuthError::InvalidClient("client_assertion was used before (jti)")),
        }
    }
}
