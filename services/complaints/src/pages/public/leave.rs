//! The way out, in a hurry: nothing of the visit stays behind in this browser.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;

use crate::{
    actions::{Failed, draft, reading},
    pages::public::visitor::Visitor,
};

/// Leads on to a neutral site. A link that somebody else has put out leads there too, but takes nothing from anybody.
pub(super) async fn leave(visitor: Visitor, headers: HeaderMap) -> Response {
    let away = Redirect::to(&visitor.app.policy.exit_to);
    if headers.get("sec-fetch-site").is_some_and(|from| from != "same-origin") {
        return away.into_response();
    }
    if let Err(failed) = forget(&visitor).await {
        // What stays is sealed and found by nobody: the cookie that opens it goes all the same.
        tracing::error!(error = %failed, "a draft could not be removed when its writer left");
    }
    let site = visitor.site();
    let jar = ["draft", "reading", "form", "language"]
        .map(|what| site.no_cookie(site.cookie_name(what)))
        .into_iter()
        .fold(CookieJar::new(), CookieJar::add);
    (jar, away).into_response()
}

async fn forget(visitor: &Visitor) -> Result<(), Failed> {
    if let Some(token) = &visitor.draft {
        draft::leave(&visitor.app, token).await?;
    }
    if let Some(token) = &visitor.reading {
        reading::close(&visitor.app, token).await?;
    }
    Ok(())
}
