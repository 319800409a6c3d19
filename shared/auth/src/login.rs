//! Log-in: authorization code with PKCE. The crate does the protocol; the limits it leaves to us stand here.

use anyhow::{anyhow, ensure};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use kernel::{Timestamp, Uuid};
use openidconnect::{
    AccessTokenHash, AuthType, AuthenticationFlow, AuthorizationCode, ClientId, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, TokenResponse,
    core::{CoreAuthPrompt, CoreClient, CoreIdToken, CoreJwsSigningAlgorithm, CoreResponseType},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde::{Deserialize, Serialize};
use vault::{Cell, Token};
use web::Error;

use crate::{
    Auth,
    issuer::{ASSERTION_TYPE, Learnt},
    session::LoggedIn,
    signed_in::SignedIn,
};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub sealed: Vec<u8>,
        pub started_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How far two clocks may differ.
const LEEWAY: TimeDelta = TimeDelta::seconds(60);
/// How long somebody may take over the provider's log-in page.
const PATIENCE: TimeDelta = TimeDelta::minutes(30);
/// Algorithms that a token may be signed with.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 4] = [
    CoreJwsSigningAlgorithm::EdDsa,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
];

const CELL: Cell = Cell { table: "login_attempt", column: "sealed", row: Uuid::nil(), version: 1 };

/// What must come back, sealed under a key that only the browser's cookie holds.
#[derive(Serialize, Deserialize)]
struct Attempt {
    state: String,
    nonce: String,
    verifier: String,
    next: String,
    started_at: Timestamp,
    /// Whether the provider was told to ask again.
    fresh: bool,
}

/// Where to log in and come on to `next`.
pub(crate) fn address(next: &str, fresh: bool) -> String {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/logga-in?next={next}{}", if fresh { "&fresh=1" } else { "" })
}

#[derive(Deserialize)]
pub(crate) struct Start {
    #[serde(default)]
    next: String,
    /// Present: the provider is to ask again although it knows the person.
    fresh: Option<String>,
}

/// `GET /logga-in?next=/path`
pub(crate) async fn start(
    State(auth): State<Auth>,
    headers: HeaderMap,
    Query(Start { next, fresh }): Query<Start>,
) -> Result<Response, Error> {
    if let Some(elsewhere) = auth.under_another_name(&headers, &next, fresh.is_some()) {
        return Ok(elsewhere);
    }
    let learnt = auth.0.issuer.learnt().await.map_err(away)?;
    let client = auth.client(&learnt);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let mut request = client
        .authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        )
        .add_scope(Scope::new("profile".into()))
        .set_pkce_challenge(challenge);
    for level in &auth.0.settings.accepted_levels {
        request =
            request.add_auth_context_value(openidconnect::AuthenticationContextClass::new(level.clone()));
    }
    if fresh.is_some() {
        request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(std::time::Duration::ZERO);
    }
    let (address, state, nonce) = request.url();
    let attempt = Attempt {
        state: state.into_secret(),
        nonce: nonce.secret().clone(),
        verifier: verifier.into_secret(),
        next: web::own_path(&next).to_owned(),
        started_at: auth.0.clock.now(),
        fresh: fresh.is_some(),
    };
    let token = auth.remember(&attempt).await?;
    let site = &auth.0.site;
    let cookie = site.cookie(site.cookie_name("login"), token.reveal());
    Ok((CookieJar::new().add(cookie), Redirect::to(address.as_str())).into_response())
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// `GET /login/callback`
pub(crate) async fn finish(
    State(auth): State<Auth>,
    signed_in: Option<SignedIn>,
    jar: CookieJar,
    Query(answer): Query<Answer>,
) -> Result<Response, Error> {
    let site = &auth.0.site;
    let token = jar.get(&site.cookie_name("login")).and_then(|cookie| cookie.value().parse().ok());
    // Nobody is sent to begin again: a provider that always refuses, or a browser that keeps no cookies, would go
    // round in circles.
    let begun = auth.recall(token).await?.filter(|_| answer.error.is_none());
    let Some(attempt) = begun else {
        let known = signed_in.ok_or(Error::Unauthorized);
        return known.map(|_| Redirect::to("/").into_response());
    };
    let next = attempt.next.clone();
    let who = auth.redeem(attempt, answer).await.map_err(|error| {
        tracing::warn!(error = format!("{error:#}"), "a log-in was refused");
        Error::Forbidden
    })?;
    let before = jar.get(&site.cookie_name("session")).and_then(|cookie| cookie.value().parse().ok());
    if let Some(before) = before {
        auth.close_session(&before).await.map_err(database)?;
    }
    let session = auth.open_session(who).await.map_err(database)?;
    let jar = CookieJar::new()
        .add(site.cookie(site.cookie_name("session"), session.reveal()))
        .add(site.no_cookie(site.cookie_name("login")));
    Ok((jar, Redirect::to(&next)).into_response())
}

/// Our client at the issuer: where to ask for a code is known, the rest as the issuer says.
type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl Auth {
    /// Cookies belong to one host name: a visitor who came by another is sent to the right one first.
    fn under_another_name(&self, headers: &HeaderMap, next: &str, fresh: bool) -> Option<Response> {
        let origin = self.0.site.origin();
        let host = headers.get("host")?.to_str().ok()?;
        let own = origin.split_once("://").is_some_and(|(_, own)| own == host);
        (!own).then(|| Redirect::to(&(origin.to_owned() + &address(next, fresh))).into_response())
    }

    fn client(&self, learnt: &Learnt) -> Client {
        let redirect = format!("{}/login/callback", self.0.site.origin());
        let client_id = ClientId::new(self.0.settings.client_id.clone());
        CoreClient::from_provider_metadata(learnt.metadata.clone(), client_id, None)
            .set_redirect_uri(RedirectUrl::new(redirect).expect("a site's origin is an address"))
            .set_auth_type(AuthType::RequestBody)
    }

    async fn remember(&self, attempt: &Attempt) -> Result<Token, Error> {
        let token = Token::random();
        let content = serde_json::to_vec(attempt).map_err(|error| Error::Internal(error.into()))?;
        let row = entity::ActiveModel {
            token_hash: Set(token.hash()),
            sealed: Set(self.key_of(&token).seal(CELL, &content)),
            started_at: Set(attempt.started_at),
        };
        let reader = self.0.database.reader();
        entity::Entity::insert(row).exec_without_returning(reader).await.map_err(database)?;
        let given_up =
            entity::Entity::delete_many().filter(entity::Column::StartedAt.lt(attempt.started_at - PATIENCE));
        given_up.exec(reader).await.map_err(database)?;
        Ok(token)
    }

    /// The attempt this cookie began, once.
    async fn recall(&self, token: Option<Token>) -> Result<Option<Attempt>, Error> {
        let Some(token) = token else { return Ok(None) };
        let reader = self.0.database.reader();
        let found = entity::Entity::find_by_id(token.hash()).one(reader).await.map_err(database)?;
        let Some(row) = found else { return Ok(None) };
        let deleted = entity::Entity::delete_by_id(token.hash()).exec(reader).await.map_err(database)?;
        let opened =
            self.key_of(&token).open(CELL, &row.sealed).map_err(|error| Error::Internal(error.into()))?;
        let in_time = self.0.clock.now() - row.started_at <= PATIENCE && deleted.rows_affected == 1;
        Ok(in_time.then(|| serde_json::from_slice(&opened).ok()).flatten())
    }

    fn key_of(&self, token: &Token) -> vault::CaseKey {
        token.key(self.0.settings.service.name(), "login attempt")
    }

    /// From the provider's answer to a person in the register.
    async fn redeem(&self, attempt: Attempt, answer: Answer) -> anyhow::Result<LoggedIn> {
        let (code, state) = (answer.code.ok_or_else(|| anyhow!("no code"))?, answer.state);
        ensure!(state.as_deref() == Some(attempt.state.as_str()), "the answer is to another request");
        let learnt = self.0.issuer.learnt().await?;
        // RFC 9207: an answer of another issuer is refused before its code is sent anywhere.
        let issuer = learnt.metadata.issuer().as_str();
        ensure!(answer.iss.as_deref().is_none_or(|iss| iss == issuer), "the answer is from another issuer");

        let client = self.client(&learnt);
        let assertion = self.0.issuer.assertion()?;
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()))
            .add_extra_param("client_assertion_type", ASSERTION_TYPE)
            .add_extra_param("client_assertion", assertion)
            .request_async(self.0.issuer.http())
            .await
            // The error may hold the whole answer with its tokens.
            .map_err(|_| anyhow!("the provider did not redeem the code"))?;
        let id_token = tokens.id_token().ok_or_else(|| anyhow!("no id token"))?;
        let who = match self.verify(&learnt, id_token, &attempt, tokens.access_token()) {
            // The key may be newer than what we know: ask again once.
            Err(_) => {
                let learnt = self.0.issuer.ask(std::time::Duration::from_mins(1)).await?;
                self.verify(&learnt, id_token, &attempt, tokens.access_token())?
            }
            Ok(who) => who,
        };
        let login = who.claim(&self.0.settings.login_claim);
        let person = self.person_behind(&who.subject, login.as_deref(), self.0.clock.now()).await?;
        let person = person.ok_or_else(|| anyhow!("the register knows nobody by that log-in"))?;
        let sid = who.claim("sid");
        Ok(LoggedIn { person, subject: who.subject, sid, authenticated_at: who.authenticated_at })
    }

    /// Everything the token must say. Signature, issuer, audience and nonce are the crate's to check; the rest is ours.
    fn verify(
        &self,
        learnt: &Learnt,
        id_token: &CoreIdToken,
        attempt: &Attempt,
        access_token: &openidconnect::AccessToken,
    ) -> anyhow::Result<Identity> {
        let (now, settings) = (self.0.clock.now(), &self.0.settings);
        let client = self.client(learnt);
        let asked_for = attempt.started_at - LEEWAY;
        let recent = |at: Timestamp| {
            let fits = at <= now + LEEWAY && at >= asked_for;
            fits.then_some(()).ok_or_else(|| "issued at another time".to_owned())
        };
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || now - LEEWAY)
            .set_issue_time_verifier_fn(recent)
            .set_other_audience_verifier_fn(|_| false);
        let claims = id_token.claims(&verifier, &Nonce::new(attempt.nonce.clone()))?;
        if let Some(party) = claims.authorized_party() {
            ensure!(party.as_str() == settings.client_id, "the token was made for another party");
        }
        if let Some(hash) = claims.access_token_hash() {
            let actual = AccessTokenHash::from_token(
                access_token,
                id_token.signing_alg()?,
                id_token.signing_key(&verifier)?,
            )?;
            ensure!(actual == *hash, "the access token is not the one that was issued with it");
        }
        if !settings.accepted_levels.is_empty() {
            let level = claims.auth_context_ref().map(|level| level.as_str());
            let accepted =
                level.is_some_and(|level| settings.accepted_levels.iter().any(|known| known == level));
            ensure!(accepted, "the log-in is not at the level asked for");
        }
        // A provider that does not say when may have let them pass on a log-in of long ago.
        let authenticated_at = claims.auth_time().unwrap_or(Timestamp::UNIX_EPOCH);
        ensure!(authenticated_at <= now + LEEWAY, "logged in in the future");
        ensure!(!attempt.fresh || authenticated_at >= asked_for, "the provider did not ask again");
        Ok(Identity { subject: claims.subject().to_string(), authenticated_at, claims: payload(id_token) })
    }
}

/// What a verified token says.
struct Identity {
    subject: String,
    authenticated_at: Timestamp,
    claims: serde_json::Value,
}

impl Identity {
    fn claim(&self, name: &str) -> Option<String> {
        self.claims.get(name)?.as_str().map(str::to_owned)
    }
}

/// The claims of a token whose signature has been checked: the configured one may be any.
fn payload(id_token: &CoreIdToken) -> serde_json::Value {
    let token = id_token.to_string();
    let payload = token.split('.').nth(1).and_then(|part| BASE64URL_NOPAD.decode(part.as_bytes()).ok());
    payload.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "called by map_err")]
pub(crate) fn away(error: anyhow::Error) -> Error {
    tracing::warn!(error = format!("{error:#}"), "the identity provider is away");
    Error::Unavailable
}

pub(crate) fn database(error: sea_orm::DbErr) -> Error {
    Error::Internal(error.into())
}
