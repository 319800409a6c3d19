//! A service that only wants to know who is asking.

use auth::{Auth, Bearer, Caller, FreshForm, SignedForm, SignedIn};
use axum::{
    Json, Router,
    extract::{FromRef, Path, State},
    http::StatusCode,
    response::Html,
    routing::{get, post},
};
use db::Database;
use fluent_templates::static_loader;
use organisation::Directory;
use process::{Inside, Open, Part, Work};
use proto::Service;
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use web::{Error, Page, Site, Texts, etag};

static_loader! {
    static TEXTS = { locales: "./tests/locales", fallback_language: "sv" };
}

pub const PART: Part = Part {
    service: Service::Complaints,
    name: "trial",
    texts: || Texts::new(&TEXTS),
    migrate: |database| Box::pin(db::migrate::<Tables>(database)),
    open: Open::Inside(open),
};

/// The same as the owner of the register.
pub const OWNER: Part = Part { service: Service::Quality, ..PART };

pub struct Tables;

impl MigratorTrait for Tables {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(organisation::MIGRATION), Box::new(auth::MIGRATION)]
    }
}

#[derive(Clone)]
struct App {
    auth: Auth,
    site: Site,
    directory: Directory,
}

impl FromRef<App> for Auth {
    fn from_ref(app: &App) -> Self {
        app.auth.clone()
    }
}

impl FromRef<App> for Site {
    fn from_ref(app: &App) -> Self {
        app.site.clone()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    text: String,
    choice: String,
}

#[expect(clippy::unnecessary_wraps, reason = "a part may fail to open")]
fn open(inside: Inside, _: CancellationToken) -> anyhow::Result<(Router, Vec<Work>)> {
    let ground = inside.ground;
    let app = App { auth: inside.auth, site: ground.site, directory: ground.directory };
    let routes = Router::new()
        .route("/", get(start))
        .route("/mitt", get(own).post(async |SignedIn(person)| person.name.clone()))
        .route("/spara", get(form).post(save))
        .route("/besluta", get(form).post(decide))
        .route("/api/v1/me", get(me))
        .route(
            "/api/v1/person",
            get(async |bearer: Bearer| bearer.person().map(|person| person.name.clone())),
        )
        .route(
            "/api/v1/service",
            get(async |bearer: Bearer| bearer.service().map(|service| service.to_string())),
        )
        .route("/api/v1/answers/{status}", post(answer))
        .route("/api/v1/organisation", get(register))
        .with_state(app);
    Ok((routes, Vec::new()))
}

async fn start(signed_in: Option<SignedIn>, page: Page) -> Html<String> {
    let who = signed_in.map_or_else(|| "ingen".to_owned(), |SignedIn(person)| person.name.clone());
    Html(format!("<p id='who'>{who}</p>{}", log_out(&page)))
}

async fn own(SignedIn(person): SignedIn, page: Page) -> Html<String> {
    Html(format!("<p id='who'>{}</p><p id='fresh'>{}</p>{}", person.name, person.is_fresh, log_out(&page)))
}

fn log_out(page: &Page) -> String {
    format!(
        "<form method='post' action='/logga-ut'><input type='hidden' name='csrf' value='{}'></form>",
        page.csrf()
    )
}

async fn form(_: SignedIn, page: Page) -> Html<String> {
    Html(format!(
        "<form id='form' method='post' action='{}'><input type='hidden' name='csrf' value='{}'>\
         <textarea name='text'></textarea><input name='choice'></form>",
        page.path(),
        page.csrf(),
    ))
}

async fn save(SignedForm { person, fields: Fields { text, choice } }: SignedForm<Fields>) -> Html<String> {
    Html(format!("<p id='saved'>{text}</p><p id='choice'>{choice}</p><p id='who'>{}</p>", person.name))
}

async fn decide(FreshForm { person, fields: Fields { text, choice } }: FreshForm<Fields>) -> Html<String> {
    Html(format!("<p id='decided'>{text}</p><p id='choice'>{choice}</p><p id='who'>{}</p>", person.name))
}

async fn me(Bearer(caller): Bearer) -> Json<Value> {
    Json(match caller {
        Caller::Person(person) => json!({ "person": person.name, "fresh": person.is_fresh }),
        Caller::Service(service) => json!({ "service": service.name() }),
    })
}

/// Answers what it is asked to, but only services.
async fn answer(bearer: Bearer, Path(status): Path<u16>) -> Result<StatusCode, Error> {
    bearer.service()?;
    Ok(StatusCode::from_u16(status).unwrap())
}

async fn register(
    bearer: Bearer,
    State(app): State<App>,
    headers: axum::http::HeaderMap,
) -> Result<axum::response::Response, Error> {
    bearer.service()?;
    let organisation = app.directory.now().organisation().clone();
    let tag = etag::of(&serde_json::to_vec(&organisation).unwrap());
    Ok(etag::answer(&headers, &tag, Json(organisation)))
}

/// A database of another copy of the service, with its tables.
pub async fn migrated(database: &testkit::TestDatabase) -> Database {
    let connection = database.connect().await;
    db::migrate::<Tables>(&connection).await.unwrap();
    connection
}
