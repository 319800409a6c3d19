//! The way out, in a hurry, for somebody who is logged in.

use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;

use crate::StaffApp;

/// Where the button leads.
pub(super) const LEAVE: &str = "/mina-arenden/lamna";

/// Leads on to a neutral site and ends the log-in here. Not at the provider: its page would stand on the screen first.
/// A link that somebody else has put out logs nobody out.
pub(super) async fn leave(State(app): State<StaffApp>, jar: CookieJar, headers: HeaderMap) -> Response {
    let away = Redirect::to(&app.policy.exit_to);
    if headers.get("sec-fetch-site").is_some_and(|from| from != "same-origin") {
        return away.into_response();
    }
    if let Err(error) = app.inside.auth.end_here(&jar).await {
        // The cookie that opens the session goes all the same.
        tracing::error!(%error, "a session could not be ended when somebody left");
    }
    let site = &app.inside.ground.site;
    let jar = ["session", "form", "language", "list"]
        .map(|what| site.no_cookie(site.cookie_name(what)))
        .into_iter()
        .fold(CookieJar::new(), CookieJar::add);
    (jar, away).into_response()
}
