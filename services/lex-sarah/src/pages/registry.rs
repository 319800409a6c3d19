//! What waits for a registrar, and one entry of the diary to check. The registrar sees the entry and nothing of the case.

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::calendar::swedish_day;
use organisation::{Colleague, Role};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    no_place,
    visitor::{Errors, error_of, in_language, with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    at::At,
    domain::{CaseId, NO_MARK, Registration, TypedRegistration},
};

/// Entries of each list; more of those that wait come up as these are checked.
const SHOWN: u64 = 100;

#[derive(Template)]
#[template(path = "registry.html")]
struct Registry {
    page: Page,
    waiting: Vec<Row>,
    /// The latest first, to be found again.
    checked: Vec<Row>,
}

struct Row {
    href: String,
    number: String,
    date: String,
    line: String,
    secrecy: String,
}

#[derive(Template)]
#[template(path = "registration.html")]
struct RegistrationPage {
    page: Page,
    action: String,
    entry: Row,
    checks: i64,
    lines: Vec<(String, String)>,
    marks: Vec<(String, String)>,
    filled: TypedRegistration,
    errors: Errors,
    /// Another registrar has changed the entry since it was opened.
    meanwhile: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    checks: String,
    #[serde(default)]
    line: String,
    #[serde(default)]
    mark: String,
    #[serde(default)]
    switch_language: String,
}

fn address(case: CaseId) -> String {
    format!("/registratur/{case}")
}

fn row(page: &Page, entry: &Registration) -> Row {
    Row {
        href: address(entry.case),
        number: entry.number.clone(),
        date: swedish_day(entry.at).to_string(),
        line: entry.line.clone(),
        secrecy: wording::mark(page, entry.secrecy.as_ref()),
    }
}

pub async fn show(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    if !person.is(Role::Registrar) {
        return no_place::show(page);
    }
    let waiting = app.store.unchecked(person.id, SHOWN).await.map_err(Failed::from)?;
    let checked = app.store.checked(person.id, SHOWN).await.map_err(Failed::from)?;
    let rows = |entries: &[Registration]| entries.iter().map(|entry| row(&page, entry)).collect();
    let shown = Registry { waiting: rows(&waiting), checked: rows(&checked), page };
    Ok(web::html(&shown)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    let entry = actions::registration(&app, &person, id).await?;
    let filled = as_it_stands(&entry);
    Ok(web::html(&RegistrationPage::new(&app, page, &person, &entry, filled))?.into_response())
}

pub async fn send(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Sent>,
) -> Result<Response, Error> {
    let Sent { checks, line, mark, switch_language } = fields;
    let checks = checks.parse().map_err(|_| Error::BadRequest)?;
    let typed = TypedRegistration { line, mark };
    let failed = if switch_language.is_empty() {
        match actions::check_registration(&app, &person, id, checks, &typed).await {
            Ok(()) => return Ok(Redirect::to("/registratur").into_response()),
            Err(failed @ (Failed::Faulty(_) | Failed::Stale)) => Some(failed),
            Err(other) => return Err(other.into()),
        }
    } else {
        None
    };
    let entry = actions::registration(&app, &person, id).await?;
    let again = |page: Page| RegistrationPage::new(&app, page, &person, &entry, typed.clone());
    match failed {
        None => in_language(&app, page, &switch_language, |page| {
            web::html(&RegistrationPage { checks, ..again(page) })
        }),
        Some(Failed::Faulty(faults)) => {
            let errors = worded(&page, "check_registration", &faults);
            let shown = web::html(&RegistrationPage { errors, ..again(page) })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
        Some(_) => {
            let shown = web::html(&RegistrationPage { meanwhile: true, ..again(page) })?;
            Ok((StatusCode::CONFLICT, shown).into_response())
        }
    }
}

fn as_it_stands(entry: &Registration) -> TypedRegistration {
    let mark = entry.secrecy.as_ref().map_or(NO_MARK, |mark| &mark.ground);
    TypedRegistration { line: entry.line.clone(), mark: mark.to_owned() }
}

impl RegistrationPage {
    fn new(
        app: &App,
        page: Page,
        person: &Colleague,
        entry: &Registration,
        filled: TypedRegistration,
    ) -> Self {
        let same = |words: Vec<String>| words.into_iter().map(|word| (word.clone(), word));
        let no_mark = (NO_MARK.to_owned(), page.t("no-secrecy-mark"));
        Self {
            action: address(entry.case),
            entry: row(&page, entry),
            checks: entry.checks,
            lines: same(entry.lines(&app.policy)).collect(),
            marks: same(entry.grounds(&app.policy)).chain([no_mark]).collect(),
            filled,
            errors: Vec::new(),
            meanwhile: false,
            page: with_menu(page, person),
        }
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}
