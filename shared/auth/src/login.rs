//! Log-in: authorization code with PKCE. The crate does the protocol.

use anyhow::{anyhow, ensure};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use openidconnect::{
    AuthType, AuthenticationFlow, AuthorizationCode, ClientId, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
    core::{CoreAuthPrompt, CoreClient, CoreResponseType},
};
use serde::Deserialize;
use web::Error;

use crate::{
    Auth, attempt::Attempt, issuer::ASSERTION_TYPE, promises::Learnt, session::LoggedIn, signed_in::SignedIn,
};

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
pub(crate) type Client = CoreClient<
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

    pub(crate) fn client(&self, learnt: &Learnt) -> Client {
        let redirect = format!("{}/login/callback", self.0.site.origin());
        let client_id = ClientId::new(self.0.settings.client_id.clone());
        CoreClient::from_provider_metadata(learnt.metadata.clone(), client_id, None)
            .set_redirect_uri(RedirectUrl::new(redirect).expect("a site's origin is an address"))
            .set_auth_type(AuthType::RequestBody)
    }

    /// From the provider's answer to a person in the register.
    async fn redeem(&self, attempt: Attempt, answer: Answer) -> anyhow::Result<LoggedIn> {
        let (code, state) = (answer.code.ok_or_else(|| anyhow!("no code"))?, answer.state);
        ensure!(state.as_deref() == Some(attempt.state.as_str()), "the answer is to another request");
        let learnt = self.0.issuer.learnt().await?;
        // Before its code is sent anywhere.
        ensure!(
            learnt.has_answered(answer.iss.as_deref()),
            "the answer is not from the issuer that was asked"
        );

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
}

#[expect(clippy::needless_pass_by_value, reason = "called by map_err")]
pub(crate) fn away(error: anyhow::Error) -> Error {
    tracing::warn!(error = format!("{error:#}"), "the identity provider is away");
    Error::Unavailable
}

pub(crate) fn database(error: sea_orm::DbErr) -> Error {
    Error::Internal(error.into())
}
