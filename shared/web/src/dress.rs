//! Every error leaves as a page or as a problem document, whichever layer it came from.

use std::{any::Any, time::Instant};

use askama::Template;
use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use opentelemetry::KeyValue;
use tracing::Instrument;

use crate::{Error, Kept, Page, Problem, Site, Visit, Why, address, error::Shown, written::Written};

/// A page that says what went wrong, what became of what was written, and what one can do.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    happened: String,
    next: String,
    written: String,
}

pub(crate) async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let for_program = request.uri().path().starts_with("/api/");
    let changes = !request.method().is_safe();
    let visit = request.extensions().get::<Visit>().cloned();
    let action = address(request.uri());
    let (request, written) = Written::of(request);
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_dressed(&response) {
        return response;
    }
    let (mut head, _) = response.into_parts();
    let shown = head.extensions.remove::<Shown>().unwrap_or_else(|| Shown::from(status));
    let body = match visit {
        Some(visit) if !for_program => {
            let page = Page::new(site, visit);
            let written = if status.is_server_error() { written } else { None };
            let fields = if let Some(written) = written { written.fields().await } else { None };
            match fields {
                Some(fields) => given_back(page, shown.kind, fields, action),
                None => error_page(page, status, shown.kind, changes),
            }
        }
        _ => Problem::new(status, &shown.faults).into_response(),
    };
    let (body_head, body) = body.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.extend(body_head.headers);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        head.headers.entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("5"));
    }
    if status == StatusCode::UNAUTHORIZED && for_program {
        head.headers.entry(header::WWW_AUTHENTICATE).or_insert(HeaderValue::from_static("Bearer"));
    }
    Response::from_parts(head, body)
}

/// Whether somebody has worded it already.
fn is_dressed(response: &Response) -> bool {
    let kind =
        response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/problem+json")
}

/// What was written, to be sent again when what is away is back.
fn given_back(page: Page, kind: &str, fields: Vec<(String, String)>, action: String) -> Response {
    let text = |part: &str| page.t(&format!("error-{kind}-{part}"));
    let why = Why::Away { happened: text("happened"), next: text("next") };
    Kept { page, fields, action, why }.into_response()
}

/// `changes`: whether something was sent along, so that the page must say what became of it.
fn error_page(page: Page, status: StatusCode, kind: &str, changes: bool) -> Response {
    let text = |part: &str| page.t(&format!("error-{kind}-{part}"));
    let written = match (changes, status.is_server_error()) {
        (false, _) => String::new(),
        (true, false) => page.t("error-written-not-taken"),
        (true, true) => page.t("error-written-unsure"),
    };
    let (title, happened, next) = (text("title"), text("happened"), text("next"));
    let template = ErrorPage { page, title, happened, next, written };
    template.render().map_or_else(|_| Body::empty().into_response(), |page| Html(page).into_response())
}

/// A panic is an outage to the one who asked; what it said stays in the log, without its values.
pub(crate) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Error::internal("a handler panicked").into_response()
}

/// A span and a measurement a request, by route: never the address that was asked for, which may name a case.
pub(crate) async fn trace(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().to_string();
    let span = tracing::info_span!("request", otel.name = format!("{method} {route}"), method, route);
    let started = Instant::now();
    let response = next.run(request).instrument(span).await;
    let labels = [
        KeyValue::new("method", method),
        KeyValue::new("route", route),
        KeyValue::new("status", i64::from(response.status().as_u16())),
    ];
    duration().record(started.elapsed().as_secs_f64(), &labels);
    response
}

fn duration() -> &'static opentelemetry::metrics::Histogram<f64> {
    static DURATION: std::sync::OnceLock<opentelemetry::metrics::Histogram<f64>> = std::sync::OnceLock::new();
    DURATION.get_or_init(|| {
        let meter = opentelemetry::global::meter("lyssna");
        meter.f64_histogram("http.server.request.duration").with_unit("s").build()
    })
}
