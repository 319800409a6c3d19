//! A change comes from a page of ours.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{Error, Site};

/// Refuses a change that a browser sends from another site. Programs bring a token of their own and no cookies, so
/// their addresses are left alone.
pub(crate) async fn check(State(site): State<Site>, request: Request, next: Next) -> Response {
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if harmless || request.uri().path().starts_with("/api/") || is_ours(&site, request.headers()) {
        next.run(request).await
    } else {
        Error::OtherSite.into_response()
    }
}

/// What the browser says of where the request was made; if it is too old to say, the `Origin`; with neither, no.
fn is_ours(site: &Site, headers: &HeaderMap) -> bool {
    match headers.get("sec-fetch-site") {
        Some(from) => from == "same-origin",
        None => headers.get(header::ORIGIN).is_some_and(|origin| origin == site.origin()),
    }
}
