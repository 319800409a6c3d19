//! The person behind a request to a page.

use axum::{
    Extension,
    extract::{FromRequestParts, OptionalFromRequestParts, Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use web::{Error, Form, LOG_IN, LogInEnd, SignedInAs};

use crate::{
    Auth, Person, login,
    logout::Nothing,
    session::{Looking, Session},
};

/// Somebody is logged in. Nobody: a page that is only read sends to the log-in and back.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Person);

/// Looks up the session once a request and puts the person into the request. A page for somebody who is logged in gets leave for
/// the script that warns before that ends.
pub(crate) async fn recognise(State(auth): State<Auth>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    let name = auth.0.site.cookie_name("session");
    // Programs bring tokens; a browser's cookie opens nothing of theirs.
    let is_page = !request.uri().path().starts_with("/api/");
    let looking = if request.uri().path() == LOG_IN && request.method().is_safe() {
        Looking::Only
    } else {
        Looking::Renews
    };
    let mut is_known = false;
    if let Some(token) = jar.get(&name).filter(|_| is_page).and_then(|cookie| cookie.value().parse().ok()) {
        match auth.session(&token, looking).await {
            Ok(Some(Session { person, end })) => {
                is_known = true;
                request.extensions_mut().insert(SignedInAs { name: person.name.clone(), end });
                request.extensions_mut().insert(person);
            }
            Ok(None) => {}
            Err(error) => return login::database(error).into_response(),
        }
    }
    let mut response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
    if is_known && kind.starts_with(b"text/html") {
        let policy = auth.0.site.policy_with_script();
        response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    response
}

/// `GET /inloggad`, `POST /inloggad`: how long the log-in lasts. Only the form makes it last.
pub(crate) async fn end(State(auth): State<Auth>, known: Option<Extension<SignedInAs>>) -> LogInEnd {
    known.map_or_else(|| LogInEnd::past(auth.0.clock.now()), |Extension(known)| known.end)
}

pub(crate) async fn stay(
    state: State<Auth>,
    known: Option<Extension<SignedInAs>>,
    _: Form<Nothing>,
) -> LogInEnd {
    end(state, known).await
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        match parts.extensions.get::<Person>() {
            Some(person) => Ok(Self(person.clone())),
            None if parts.method.is_safe() => Err(Redirect::to(&login_address(parts, false)).into_response()),
            None => Err(Error::Unauthorized.into_response()),
        }
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for SignedIn {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Self::Rejection> {
        Ok(parts.extensions.get::<Person>().cloned().map(Self))
    }
}

/// Where to log in and come back to this page, with what it asked for after the question mark. After a form that is the page it stood on, which has its address.
pub(crate) fn login_address(parts: &Parts, fresh: bool) -> String {
    login::address(&web::address(&parts.uri), fresh)
}
