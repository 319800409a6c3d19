//! What the development identity provider and mailbox have in common: they speak to this machine only, wear strict
//! headers, and say on every page that nothing here is for real use.

use askama::Template;
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use url::{Host, Url};

const STYLE: &str = include_str!("../static/development.css");

/// The routes with the style sheet, the headers, and nobody let in but this machine.
pub fn on_this_machine(routes: Router) -> Router {
    routes
        .route("/style.css", get(style))
        .layer(middleware::from_fn(only_from_here))
        .layer(middleware::map_response(with_headers))
}

/// Whether an address can only be reached from this machine.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// A content security policy under which forms may lead to `targets` and nothing else is fetched but our style.
pub fn policy(targets: &str) -> String {
    format!(
        "default-src 'none'; style-src 'self'; form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
    )
}

pub fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a development page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A page elsewhere on the web can point its own name at 127.0.0.1 and so read what we show (DNS rebinding); then
/// the browser still sends that name.
async fn only_from_here(request: Request, next: Next) -> Response {
    if names_another_host(request.headers()) {
        return (StatusCode::MISDIRECTED_REQUEST, "This is a development tool on loopback; use 127.0.0.1.\n")
            .into_response();
    }
    next.run(request).await
}

fn names_another_host(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST) else { return false };
    let url = host.to_str().ok().and_then(|host| Url::parse(&format!("http://{host}")).ok());
    !url.is_some_and(|url| is_loopback(&url))
}

async fn with_headers(mut response: Response) -> Response {
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    let headers = response.headers_mut();
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert_with(|| HeaderValue::from_str(&policy("'self'")).expect("the policy is plain ASCII"));
    response
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}
