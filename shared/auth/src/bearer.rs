//! Programs: a bearer token of the issuer, made for this service.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{header, request::Parts},
};
use chrono::DateTime;
use jsonwebtoken::{Algorithm, Validation};
use proto::Service;
use serde::Deserialize;
use web::Error;

use crate::{Auth, Person, login};

/// Who calls.
#[derive(Debug, Clone)]
pub enum Caller {
    Person(Person),
    Service(Service),
}

/// A caller with a valid token.
#[derive(Debug, Clone)]
pub struct Bearer(pub Caller);

pub(crate) const ALGORITHMS: [Algorithm; 4] =
    [Algorithm::EdDSA, Algorithm::ES256, Algorithm::PS256, Algorithm::RS256];
/// A token for longer than this was not made for one errand.
const LONGEST_SECONDS: i64 = 600;

#[derive(Deserialize)]
struct Claims {
    sub: String,
    iat: i64,
    exp: i64,
    #[serde(default)]
    auth_time: Option<i64>,
    /// Who asked the issuer for the token (RFC 9068).
    #[serde(default)]
    client_id: Option<String>,
    #[serde(flatten)]
    others: serde_json::Map<String, serde_json::Value>,
}

impl Bearer {
    /// The person who calls; a service by itself is refused.
    pub fn person(self) -> Result<Person, Error> {
        match self.0 {
            Caller::Person(person) => Ok(person),
            Caller::Service(_) => Err(Error::Forbidden),
        }
    }

    /// The service that calls; a person is refused.
    pub fn service(self) -> Result<Service, Error> {
        match self.0 {
            Caller::Service(service) => Ok(service),
            Caller::Person(_) => Err(Error::Forbidden),
        }
    }
}

impl<S> FromRequestParts<S> for Bearer
where
    S: Send + Sync,
    Auth: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, token) = header.and_then(|value| value.split_once(' ')).ok_or(Error::Unauthorized)?;
        if !scheme.eq_ignore_ascii_case("Bearer") {
            return Err(Error::Unauthorized);
        }
        Auth::from_ref(state).caller(token).await.map(Self)
    }
}

impl Auth {
    async fn caller(&self, token: &str) -> Result<Caller, Error> {
        let claims = self.check(token).await?;
        if self.is_for_itself(&claims) {
            return self.service(&claims).map(Caller::Service).ok_or(Error::Forbidden);
        }
        let login = match self.0.settings.login_claim.as_str() {
            "sub" => Some(claims.sub.as_str()),
            claim => claims.others.get(claim).and_then(|value| value.as_str()),
        };
        let person =
            self.person_behind(&claims.sub, login, self.0.clock.now()).await.map_err(login::database)?;
        let authenticated_at = DateTime::from_timestamp(claims.auth_time.unwrap_or_default(), 0);
        let person = person.zip(authenticated_at).and_then(|(person, at)| self.person(person, at));
        person.map(Caller::Person).ok_or(Error::Forbidden)
    }

    /// Whether the issuer gave the token to a client for itself: its subject is the client, or one that the settings name.
    /// A token that tells of a log-in is a person's, whatever the person is called.
    fn is_for_itself(&self, claims: &Claims) -> bool {
        let tells_of_log_in = claims.auth_time.is_some() || claims.others.contains_key("sid");
        let is_client = claims.client_id.as_ref() == Some(&claims.sub);
        !tells_of_log_in && (is_client || self.0.settings.service_subjects.contains_key(&claims.sub))
    }

    fn service(&self, claims: &Claims) -> Option<Service> {
        let named = self.0.settings.service_subjects.get(&claims.sub).copied();
        named.or_else(|| Service::ALL.into_iter().find(|service| service.name() == claims.sub))
    }

    /// Signature, kind, audience, issuer, times. Any fault is the same 401.
    async fn check(&self, token: &str) -> Result<Claims, Error> {
        let head = jsonwebtoken::decode_header(token).map_err(|_| Error::Unauthorized)?;
        let kind = head.typ.as_deref().map(str::to_ascii_lowercase);
        let is_access_token = matches!(kind.as_deref(), Some("at+jwt" | "application/at+jwt"));
        if !is_access_token || !ALGORITHMS.contains(&head.alg) {
            return Err(Error::Unauthorized);
        }
        let key_id = head.kid.ok_or(Error::Unauthorized)?;
        let issuer = self.0.issuer.learnt().await.map_err(login::away)?;
        let key = self.0.issuer.key(&key_id).await.map_err(|_| Error::Unauthorized)?;

        let mut rules = Validation::new(head.alg);
        rules.set_audience(&[self.0.settings.audience(self.0.settings.service)]);
        rules.set_issuer(&[issuer.metadata.issuer().as_str()]);
        rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library asks the system for the time; ours is passed in, so the times are checked below.
        (rules.validate_exp, rules.validate_nbf) = (false, false);
        let claims =
            jsonwebtoken::decode::<Claims>(token, &key, &rules).map_err(|_| Error::Unauthorized)?.claims;

        let now = self.0.clock.now().timestamp();
        let nbf = claims.others.get("nbf").and_then(serde_json::Value::as_i64).unwrap_or(claims.iat);
        let in_time = claims.iat <= now + 60 && nbf <= now + 60 && now < claims.exp + 60;
        let short = claims.exp - claims.iat <= LONGEST_SECONDS;
        if in_time && short { Ok(claims) } else { Err(Error::Unauthorized) }
    }
}
