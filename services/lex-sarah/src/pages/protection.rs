//! Writing down what was done at once to protect somebody.

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
#[template(path = "protection.html")]
struct Protection {
    page: Page,
    href: String,
    version: i64,
    number: String,
    text: String,
    errors: Errors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    text: String,
}

impl Protection {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

fn shown(page: Page, opened: &Opened, text: String, errors: Errors) -> Result<Response, Error> {
    let (href, number) = (address(opened.case.id), opened.case.number.to_string());
    let form = Protection { page, href, version: opened.case.version, number, text, errors };
    Ok(web::html(&form)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    match open_for(&app, &person, id, Verb::Protect).await? {
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
    let done = actions::protect(&app, &person, id, version(&fields.version)?, &fields.text).await;
    let own = vec![("protect-what", fields.text.clone())];
    let sent = Sent { app: &app, page: &page, person: &person, id, own };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => {
            let text = without_control_characters(&fields.text);
            again(shown(page, &opened, text, errors))
        }
    }
}
