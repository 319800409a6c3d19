//! What is known of a visit before any handler runs: the language, and the cookie that a form's token belongs to.

use axum::{
    Router,
    extract::{FromRequestParts, Query, Request, State},
    http::{HeaderMap, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use axum_extra::extract::{CookieJar, cookie::Cookie};
use fluent_templates::LanguageIdentifier;
use serde::Deserialize;
use vault::Token;

use crate::{Error, Site, keys::Keys, tag};

/// Put into every request by the site.
#[derive(Debug, Clone)]
pub struct Visit {
    pub language: LanguageIdentifier,
    /// The address within the site, without the host.
    pub path: String,
    pub(crate) keys: Keys,
    /// The list that was looked at last.
    pub(crate) list: Option<String>,
    /// What a form shown in this visit must bring back.
    pub(crate) form_token: String,
}

impl Visit {
    /// For templates rendered outside a request, in tests.
    pub fn sample(language: &str) -> Self {
        Self {
            language: language.parse().expect("a language"),
            path: "/".to_owned(),
            keys: Keys::default(),
            list: None,
            form_token: "sample".to_owned(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Error::internal("the site's layers are missing"))
    }
}

pub(crate) async fn look(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    let name = site.cookie_name("form");
    let known = jar.get(&name).and_then(|cookie| cookie.value().parse::<Token>().ok());
    let token = known.clone().unwrap_or_else(Token::random);
    let path = request.uri().path().to_owned();
    let gets_cookie = known.is_none() && !path.starts_with("/api/") && !path.starts_with("/static/");
    let language = language(&site, &path, &jar, request.headers());
    let keys =
        jar.get(&site.cookie_name("keys")).map(|cookie| Keys::read(cookie.value())).unwrap_or_default();
    let list = jar.get(&site.cookie_name("list")).map(|cookie| own_path(cookie.value()).to_owned());
    request.extensions_mut().insert(Visit {
        language,
        path,
        keys,
        list,
        form_token: site.forms().mark(&token.hash()),
    });
    let response = next.run(request).await;
    if !gets_cookie {
        return response;
    }
    (CookieJar::new().add(site.cookie(name, token.reveal())), response).into_response()
}

/// The language chosen here, else the first of the browser's that there is.
fn language(site: &Site, path: &str, jar: &CookieJar, headers: &HeaderMap) -> LanguageIdentifier {
    let name = site.cookie_name("language");
    let chosen = jar.get(&name).map(Cookie::value);
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    site.texts().at(path).choose(chosen.into_iter().chain(wishes(accepted)))
}

/// The languages of an `Accept-Language`, the most wanted first.
fn wishes(accepted: &str) -> impl Iterator<Item = &str> {
    let mut wishes: Vec<_> = accepted.split(',').map(weighed).filter(|(_, weight)| *weight > 0.0).collect();
    wishes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    wishes.into_iter().map(|(language, _)| language)
}

/// `en;q=0.9`: the language, and how much it is wanted.
fn weighed(wish: &str) -> (&str, f32) {
    let (language, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
    let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
    (language, weight.unwrap_or(1.0))
}

pub(crate) fn routes(site: Site) -> Router {
    Router::new().route("/sprak", get(switch)).with_state(site)
}

#[derive(Deserialize)]
struct Switch {
    to: String,
    back: String,
}

async fn switch(State(site): State<Site>, Query(Switch { to, back }): Query<Switch>) -> Response {
    (CookieJar::new().add(site.language_cookie(&to)), Redirect::to(own_path(&back))).into_response()
}

/// The path if it stays on this site, else the start page. For whatever leads back to where somebody came from.
pub fn own_path(path: &str) -> &str {
    // Browsers read a backslash as a slash and skip tabs and line breaks; other control characters fit no header.
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(char::is_control);
    if own { path } else { "/" }
}

impl Site {
    /// A cookie that lives as long as the browser is open and that no script reads.
    pub fn cookie(&self, name: String, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .secure(self.is_secure())
            .http_only(true)
            .same_site(axum_extra::extract::cookie::SameSite::Lax)
            .build()
    }

    /// Remembers the list that is looked at, as it is narrowed down: its address, which holds plain facts only.
    pub fn list_cookie(&self, address: &str) -> Cookie<'static> {
        self.cookie(self.cookie_name("list"), address.to_owned())
    }

    /// Remembers the chosen language. An unknown one is remembered as Swedish.
    pub fn language_cookie(&self, to: &str) -> Cookie<'static> {
        self.cookie(self.cookie_name("language"), tag(&self.texts().in_all().choose(std::iter::once(to))))
    }

    /// Makes the browser forget a cookie.
    pub fn no_cookie(&self, name: String) -> Cookie<'static> {
        let mut cookie = self.cookie(name, String::new());
        cookie.make_removal();
        cookie
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn switching_language_never_leads_to_another_site() {
        for path in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "",
            "javascript:x",
            "/\t/evil.example",
            "/\u{1}",
            "/\u{7f}",
        ] {
            assert_eq!(own_path(path), "/", "{path:?}");
        }
        assert_eq!(own_path("/klagomal?steg=2"), "/klagomal?steg=2");
    }
}
