//! Whoever is at these pages: somebody logged in.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use serde::de::DeserializeOwned;
use web::{Error, Page};

use crate::{
    StaffApp,
    pages::own::{OWN, leave::LEAVE, personal_data::PERSONAL_DATA, write::WRITE},
};

pub(super) struct Visitor {
    pub app: StaffApp,
    pub page: Page,
    pub person: Person,
}

/// The same, with a form they have sent.
pub(super) struct Sent<T> {
    pub visitor: Visitor,
    pub fields: T,
}

impl Visitor {
    fn new(app: &StaffApp, page: Page, person: Person) -> Self {
        let page = page.with_exit(LEAVE).with_personal_data(PERSONAL_DATA);
        Self { app: app.clone(), page: with_menu(page), person }
    }

    /// One of these pages, with leave for our scripts: the way out has one, and so has a file sent in parts.
    pub fn shows(&self, status: StatusCode, page: &impl Template) -> Result<Response, Error> {
        let policy = self.app.inside.ground.site.policy_with_script();
        Ok((status, [(header::CONTENT_SECURITY_POLICY, policy)], web::html(page)?).into_response())
    }

    /// The page in another language, and the cookie that remembers it.
    pub fn in_language(&mut self, to: &str) -> CookieJar {
        self.page = with_menu(self.page.clone().in_language(to));
        CookieJar::new().add(self.app.inside.ground.site.language_cookie(to))
    }
}

fn with_menu(page: Page) -> Page {
    page.with_navigation(&[(OWN, "own-title"), (WRITE, "own-write")])
}

impl FromRequestParts<StaffApp> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &StaffApp) -> Result<Self, Response> {
        let SignedIn(person) =
            <SignedIn as FromRequestParts<StaffApp>>::from_request_parts(parts, app).await?;
        let page = Page::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        Ok(Self::new(app, page, person))
    }
}

impl<T: DeserializeOwned> FromRequest<StaffApp> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &StaffApp) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let page = Page::from_request_parts(&mut parts, app).await.map_err(IntoResponse::into_response)?;
        let SignedForm { person, fields } =
            SignedForm::from_request(Request::from_parts(parts, body), app).await?;
        Ok(Self { visitor: Visitor::new(app, page, person), fields })
    }
}
