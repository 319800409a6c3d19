//! The smallest site: a page with a form, an address for programs, and every way to fail.

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use kernel::Uuid;
use proto::Service;
use serde::Deserialize;
use testkit::Browser;
use vault::MacKey;
use web::{
    Contacts, Error, Fault, Form, Json, Page, RepeatKey, Site, Texts, etag, fluent_templates::static_loader,
};

static_loader! {
    static TEXTS = { locales: "./tests/locales", fallback_language: "sv" };
}

pub const ORIGIN: &str = "http://127.0.0.1:7777";
/// Stands in every error that is not for the one who asked.
pub const SECRET: &str = "hemligt-innehåll";
/// Every way to fail, with the status it leaves as.
pub const FAILURES: [(&str, u16); 15] = [
    ("unreadable", 400),
    ("unauthorized", 401),
    ("forbidden", 403),
    ("other-site", 403),
    ("not-found", 404),
    ("conflict", 409),
    ("stale", 412),
    ("version-missing", 428),
    ("too-large", 413),
    ("too-slow", 408),
    ("unknown-content", 415),
    ("invalid", 422),
    ("key-reused", 422),
    ("unavailable", 503),
    ("internal", 500),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    text: String,
    #[serde(default)]
    unit: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    count: u32,
}

pub fn site(origin: &str) -> Site {
    site_with(origin, Contacts::fictional())
}

pub fn site_with(origin: &str, contacts: Contacts) -> Site {
    Site::new(Service::Quality, origin, Texts::new(&TEXTS), contacts, MacKey::random(), false)
}

pub fn dressed(site: &Site) -> Router {
    let routes = Router::new()
        .route("/", get(page).post(take))
        .route("/saker/{id}", get(async |Path(id): Path<Uuid>| id.to_string()))
        .route("/fil", get(async || ([(header::CONTENT_SECURITY_POLICY, "sandbox")], "en fil")))
        .route("/vidare", get(async || axum::response::Redirect::to("/")))
        .route("/evig", get(forever))
        .route("/panik", get(panics).post(panics))
        .route("/fel/{kind}", get(fail).post(fail))
        .route("/api/v1/things", get(tagged).post(take_thing))
        .route("/api/v1/things/{id}", get(async |Path(id): Path<Uuid>| id.to_string()))
        .route("/api/v1/version", post(async |etag::IfMatch(version)| version.to_string()))
        .route("/api/v1/evig", get(forever))
        .route("/api/v1/panik", get(panics).post(panics))
        .route("/api/v1/fel/{kind}", get(fail).post(fail))
        .with_state(site.clone());
    site.dress(routes)
}

pub fn router() -> Router {
    dressed(&site(ORIGIN))
}

pub fn visitor() -> Browser {
    Browser::new(router(), ORIGIN)
}

async fn page(page: Page) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang='{}'><h1>{}</h1><form id='form' method='post' action='/'>\
         <input type='hidden' name='csrf' value='{}'><input name='text'><input name='unit'></form></html>",
        page.lang(),
        page.service(),
        page.csrf(),
    ))
}

async fn take(Form(Fields { text, unit }): Form<Fields>) -> Html<String> {
    Html(format!("<h1>Tack</h1><p id='text'>{text}</p><p id='unit'>{unit}</p>"))
}

async fn take_thing(_: RepeatKey, Json(Thing { count }): Json<Thing>) -> Response {
    (StatusCode::CREATED, count.to_string()).into_response()
}

async fn tagged(State(_): State<Site>, headers: HeaderMap) -> Response {
    etag::answer(&headers, &etag::tag(7), "sju")
}

async fn forever() {
    std::future::pending::<()>().await;
}

async fn panics() {
    panic!("{SECRET}");
}

async fn fail(Path(kind): Path<String>) -> Error {
    match kind.as_str() {
        "unreadable" => Error::BadRequest,
        "unauthorized" => Error::Unauthorized,
        "forbidden" => Error::Forbidden,
        "other-site" => Error::OtherSite,
        "not-found" => Error::NotFound,
        "conflict" => Error::Conflict,
        "stale" => Error::Stale,
        "version-missing" => Error::VersionMissing,
        "too-large" => Error::TooLarge,
        "too-slow" => Error::TooSlow,
        "unknown-content" => Error::UnknownContent,
        "invalid" => Error::Invalid(
            ["/text", "/unit"].map(|place| Fault { pointer: place.into(), detail: "is wrong".into() }).into(),
        ),
        "key-reused" => Error::KeyReused,
        "unavailable" => Error::Unavailable,
        "internal" => Error::internal(SECRET),
        other => panic!("no failure is called {other}"),
    }
}
