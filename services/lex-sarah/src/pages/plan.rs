//! Beginning the inquiry, with a plan.

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use kernel::text::without_control_characters;
use serde::Deserialize;
use web::{Error, Page};

use super::visitor::{After, Errors, Sent, address, again, answer, error_of, open_for, version, with_menu};
use crate::{
    App,
    actions::{self, Opened},
    at::At,
    domain::Verb,
};

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    page: Page,
    href: String,
    version: i64,
    number: String,
    plan: String,
    errors: Errors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    plan: String,
}

impl PlanPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

fn shown(page: Page, opened: &Opened, plan: String, errors: Errors) -> Result<Response, Error> {
    let (href, number) = (address(opened.case.id), opened.case.number.to_string());
    let form = PlanPage { page, href, version: opened.case.version, number, plan, errors };
    Ok(web::html(&form)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    match open_for(&app, &person, id, Verb::StartInquiry).await? {
        Ok(opened) => shown(with_menu(page, &person), &opened, String::new(), Vec::new()),
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
    let done = actions::start_inquiry(&app, &person, id, version(&fields.version)?, &fields.plan).await;
    let own = vec![("plan-what", fields.plan.clone())];
    let sent = Sent { app: &app, page: &page, person: &person, id, own };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => {
            let plan = without_control_characters(&fields.plan);
            again(shown(page, &opened, plan, errors))
        }
    }
}
