//! Access tokens as signed JSON (RFC 9068): for one audience, for at most five minutes.

use jsonwebtoken::{Algorithm, Header, Validation};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use super::codes::unguessable;
use super::id_token::{IdToken, LEVEL_OF_ASSURANCE};
use super::people::DevPerson;
use super::provider::Provider;
use super::signing_key::SigningKey;

pub const LIFETIME_SECONDS: i64 = 300;
const TYPE: &str = "at+jwt";

#[derive(Debug, Serialize, Deserialize)]
pub struct AccessToken {
    pub iss: String,
    pub sub: String,
    pub aud: String,
    pub client_id: String,
    pub iat: i64,
    pub exp: i64,
    pub jti: String,
    /// Only in a token that stands for a person.
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonClaims>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PersonClaims {
    pub preferred_username: String,
    pub acr: String,
    pub auth_time: i64,
}

/// The answer to whoever asked for tokens (RFC 6749 5.1).
#[derive(Serialize)]
pub struct Issued {
    access_token: String,
    token_type: &'static str,
    expires_in: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<IdToken>,
}

impl Issued {
    pub fn new(access_token: String) -> Self {
        Self { access_token, token_type: "Bearer", expires_in: LIFETIME_SECONDS, id_token: None }
    }

    pub fn with(self, id_token: IdToken) -> Self {
        Self { id_token: Some(id_token), ..self }
    }
}

impl AccessToken {
    /// A service speaking for itself.
    pub fn for_service(provider: &Provider, client_id: &str, audience: &str) -> Self {
        let now = provider.now().timestamp();
        Self {
            iss: provider.issuer().as_str().to_owned(),
            sub: client_id.to_owned(),
            aud: audience.to_owned(),
            client_id: client_id.to_owned(),
            iat: now,
            exp: now + LIFETIME_SECONDS,
            jti: unguessable(),
            person: None,
        }
    }

    /// `client_id` speaking for a person who logged in.
    pub fn for_person(
        provider: &Provider,
        client_id: &str,
        audience: &str,
        person: &DevPerson,
        logged_in_at: Timestamp,
    ) -> Self {
        let claims = PersonClaims {
            preferred_username: person.id.clone(),
            acr: LEVEL_OF_ASSURANCE.to_owned(),
            auth_time: logged_in_at.timestamp(),
        };
        let token = Self::for_service(provider, client_id, audience);
        Self { sub: person.id.clone(), person: Some(claims), ..token }
    }

    pub fn sign(&self, key: &SigningKey) -> String {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYPE.to_owned());
        header.kid = Some(key.public().id());
        jsonwebtoken::encode(&header, self, key.encoding()).expect("our own key signs our own claims")
    }

    /// One of our own that is for us (userinfo) and still valid.
    pub fn accept(provider: &Provider, token: &str) -> Option<Self> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[provider.issuer().as_str()]);
        validation.set_audience(&[provider.issuer().as_str()]);
        validation.set_required_spec_claims(&["iss", "aud"]);
        // Checked below, against the clock that was passed in.
        validation.validate_exp = false;
        let key = provider.config.key.public().decoding();
        let data = jsonwebtoken::decode::<Self>(token, &key, &validation).ok()?;
        let valid = data.header.typ.as_deref() == Some(TYPE) && data.claims.exp > provider.now().timestamp();
        valid.then_some(data.claims)
    }
}
