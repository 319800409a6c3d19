//! Log-out: here at once, then at the provider.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use openidconnect::{ClientId, LogoutRequest, PostLogoutRedirectUrl};
use sea_orm::DbErr;
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{Auth, login};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// `POST /logga-ut`
pub(crate) async fn log_out(
    State(auth): State<Auth>,
    jar: CookieJar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    auth.end_here(&jar).await.map_err(login::database)?;
    let site = &auth.0.site;
    let gone = |what| site.no_cookie(site.cookie_name(what));
    let jar = CookieJar::new().add(gone("session")).add(gone("list"));
    Ok((jar, Redirect::to(&auth.end_at_provider().await)).into_response())
}

#[derive(Template)]
#[template(path = "logged_out.html")]
struct LoggedOut {
    page: Page,
}

/// `GET /utloggad`: where the provider sends people back to.
pub(crate) async fn logged_out(page: Page) -> Result<Response, Error> {
    Ok(web::html(&LoggedOut { page })?.into_response())
}

impl Auth {
    /// Ends the session of this browser with this service, and not with the provider.
    pub async fn end_here(&self, jar: &CookieJar) -> Result<(), DbErr> {
        let session = jar.get(&self.0.site.cookie_name("session"));
        match session.and_then(|cookie| cookie.value().parse().ok()) {
            Some(token) => self.close_session(&token).await,
            None => Ok(()),
        }
    }

    /// The provider's log-out. When it does not answer, our own page: here the session is over either way. The ID token is
    /// not sent along as a hint, because no token reaches the browser.
    async fn end_at_provider(&self) -> String {
        let back = format!("{}/utloggad", self.0.site.origin());
        let learnt = self.0.issuer.learnt().await.ok();
        let end = learnt.and_then(|l| l.metadata.additional_metadata().end_session_endpoint.clone());
        let Some(end) = end else { return back };
        LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.0.settings.client_id.clone()))
            .set_post_logout_redirect_uri(
                PostLogoutRedirectUrl::new(back).expect("a site's origin is an address"),
            )
            .http_get_url()
            .to_string()
    }
}
