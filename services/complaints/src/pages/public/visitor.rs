//! Whoever looks at the sender's pages: no name, no log-in, two tokens.

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use vault::Token;
use web::{Error, Page, Site};

use crate::PublicApp;

/// A visitor, and the page they are about to get.
#[derive(Clone)]
pub(super) struct Visitor {
    pub app: PublicApp,
    pub page: Page,
    /// What they write, or have sent.
    pub draft: Option<Token>,
    /// The matter they have open.
    pub reading: Option<Token>,
    pub way: Way,
}

/// What an address says beside its path: where somebody comes from, what was just done. Never anything of theirs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Way {
    /// From the page for checking, and straight back there.
    andra: Option<String>,
    tillagd: Option<String>,
    borttagen: Option<String>,
    borttaget: Option<String>,
    redan: Option<String>,
    skickat: Option<String>,
    stangt: Option<String>,
    undan: Option<String>,
    /// To be saved under a code.
    spara: Option<String>,
    /// From a script, which shows the answer itself.
    tyst: Option<String>,
}

impl Way {
    pub const fn is_change(&self) -> bool {
        self.andra.is_some()
    }

    pub const fn is_sent_before(&self) -> bool {
        self.redan.is_some()
    }

    pub const fn is_save(&self) -> bool {
        self.spara.is_some()
    }

    pub const fn is_quiet(&self) -> bool {
        self.tyst.is_some()
    }

    /// The key of the sentence that says what was just done.
    pub const fn done(&self) -> Option<&'static str> {
        match self {
            Self { tillagd: Some(_), .. } => Some("files-added"),
            Self { borttagen: Some(_), .. } => Some("files-removed"),
            Self { borttaget: Some(_), .. } => Some("start-thrown-away"),
            Self { skickat: Some(_), .. } => Some("dialogue-sent"),
            Self { stangt: Some(_), .. } => Some("matter-closed"),
            Self { undan: Some(_), .. } => Some("saved-closed"),
            _ => None,
        }
    }
}

impl Visitor {
    pub fn site(&self) -> &Site {
        &self.app.ground.site
    }

    /// The sentence that says what was just done.
    pub fn done(&self) -> Option<String> {
        self.way.done().map(|key| self.page.t(key))
    }

    /// The same answer, which gives the browser its draft's token when that is a new one.
    pub fn with_draft(&self, token: &Token, response: Response) -> Response {
        if self.draft.as_ref().is_some_and(|held| held.hash() == token.hash()) {
            return response;
        }
        let cookie = self.site().cookie(draft_cookie(self.site()), token.reveal());
        (CookieJar::new().add(cookie), response).into_response()
    }

    pub fn lead_with_draft(&self, token: &Token, to: &str) -> Response {
        self.with_draft(token, Redirect::to(to).into_response())
    }

    pub fn lead_without_draft(&self, to: &str) -> Response {
        self.lead(draft_cookie(self.site()), None, to)
    }

    pub fn lead_with_reading(&self, token: &Token, to: &str) -> Response {
        self.lead(reading_cookie(self.site()), Some(token), to)
    }

    pub fn lead_without_reading(&self, to: &str) -> Response {
        self.lead(reading_cookie(self.site()), None, to)
    }

    /// The same answer, and from now on in another language.
    pub fn in_language(&self, to: &str, response: Response) -> Response {
        (CookieJar::new().add(self.site().language_cookie(to)), response).into_response()
    }

    fn lead(&self, cookie: String, token: Option<&Token>, to: &str) -> Response {
        let cookie = match token {
            Some(token) => self.site().cookie(cookie, token.reveal()),
            None => self.site().no_cookie(cookie),
        };
        (CookieJar::new().add(cookie), Redirect::to(to)).into_response()
    }
}

fn draft_cookie(site: &Site) -> String {
    site.cookie_name("draft")
}

fn reading_cookie(site: &Site) -> String {
    site.cookie_name("reading")
}

impl FromRequestParts<PublicApp> for Visitor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &PublicApp) -> Result<Self, Error> {
        let jar = CookieJar::from_headers(&parts.headers);
        let token = |name: String| jar.get(&name).and_then(|cookie| cookie.value().parse().ok());
        let way = Query::<Way>::try_from_uri(&parts.uri).map_err(|_| Error::BadRequest)?.0;
        Ok(Self {
            draft: token(draft_cookie(&app.ground.site)),
            reading: token(reading_cookie(&app.ground.site)),
            page: Page::from_request_parts(parts, app).await?,
            app: app.clone(),
            way,
        })
    }
}
