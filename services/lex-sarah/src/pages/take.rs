//! Taking a case that nobody investigates: its number, unit and day, and the question of conflicts.

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    visitor::{After, Errors, Sent, again, answer, error_of, open_for, unit_name, version, with_menu},
    wording,
};
use crate::{
    App,
    actions::{self, Opened},
    at::At,
    domain::Verb,
};

#[derive(Template)]
#[template(path = "take.html")]
struct Take {
    page: Page,
    action: String,
    version: i64,
    number: String,
    unit: String,
    received: String,
    target: Option<String>,
    errors: Errors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    #[serde(default)]
    free_of_conflict: String,
}

impl Take {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

/// The page, for whoever opens a case that they could take.
pub fn shown(app: &App, page: Page, opened: &Opened, errors: Errors) -> Result<Response, Error> {
    let case = &opened.case;
    let take = Take {
        action: format!("/arenden/{}/ta", case.id),
        version: case.version,
        number: case.number.to_string(),
        unit: unit_name(app, case.unit),
        received: page.when(&case.received_at),
        target: case.due_on.map(|day| wording::target(&page, day, app.now())),
        errors,
        page,
    };
    Ok(web::html(&take)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    match open_for(&app, &person, id, Verb::Take).await? {
        Ok(opened) => shown(&app, with_menu(page, &person), &opened, Vec::new()),
        Err(elsewhere) => Ok(elsewhere),
    }
}

pub async fn send(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Filled>,
) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    let free = !fields.free_of_conflict.is_empty();
    let done = actions::take(&app, &person, id, version(&fields.version)?, free).await;
    let sent = Sent { app: &app, page: &page, person: &person, id, own: Vec::new() };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => again(shown(&app, page, &opened, errors)),
    }
}
