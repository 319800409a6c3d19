//! Pictures and files for the report that somebody writes, one at a time. What is written is kept meanwhile.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::{Multipart, Query, State, multipart::MultipartRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Uuid;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    files::{self, Listed, Sent, To},
    no_place, report,
    visitor::{Errors, error_of, with_menu},
};
use crate::{App, actions};

/// Where they are added.
pub const PLACE: &str = "/rapportera/filer";

#[derive(Template)]
#[template(path = "report_files.html")]
struct FilesPage {
    page: Page,
    files: Vec<Listed>,
    limits: String,
    /// What has just been done, in a sentence.
    done: Option<String>,
    errors: Errors,
    /// Milliseconds without a sign of life after which the script locks.
    locks_after: u32,
}

/// What stands after the question mark.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    tillagd: String,
    borttagen: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    remove: String,
}

/// Locking asks for nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    let done = match (asked.tillagd.as_str(), asked.borttagen.as_str()) {
        ("1", _) => Some(page.t("files-added")),
        (_, "1") => Some(page.t("files-removed")),
        _ => None,
    };
    shown(&app, page, &person, done, Errors::new()).await
}

/// One that is not taken leaves the page as it was, with what is wrong beside the field.
pub async fn add(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    match files::add(&app, &person, &page, form, To::Report).await? {
        Sent::Added => Ok(Redirect::to(&format!("{PLACE}?tillagd=1")).into_response()),
        Sent::Wrong(status, errors) => {
            let mut answer = shown(&app, page, &person, None, errors).await?;
            *answer.status_mut() = status;
            Ok(answer)
        }
    }
}

pub async fn remove(
    State(app): State<App>,
    SignedForm { person, fields }: SignedForm<Removed>,
) -> Result<Response, Error> {
    let id: Uuid = fields.remove.parse().map_err(|_| Error::BadRequest)?;
    actions::detach(&app, &person, id.into()).await?;
    Ok(Redirect::to(&format!("{PLACE}?borttagen=1")).into_response())
}

/// The script, when nobody is there.
pub async fn lock(
    State(app): State<App>,
    SignedForm { person, fields: Nothing {} }: SignedForm<Nothing>,
) -> Result<Response, Error> {
    actions::lock(&app, &person).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The report comes first: without one there is nothing to add to.
async fn shown(
    app: &App,
    page: Page,
    person: &Person,
    done: Option<String>,
    errors: Errors,
) -> Result<Response, Error> {
    match actions::draft(app, person).await? {
        Some((_, true)) => return Ok(report::locked(with_menu(page, person))?.into_response()),
        Some((_, false)) => {}
        None => return Ok(Redirect::to("/rapportera").into_response()),
    }
    let waiting = actions::waiting(app, person.id).await?;
    let shown = FilesPage {
        files: files::listed(&page, "", waiting.iter()),
        limits: files::limits(&page, &app.policy),
        done,
        errors,
        locks_after: app.policy.draft_locks_after * 1000,
        page: with_menu(page, person),
    };
    let policy = app.inside.ground.site.policy_with_script();
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], web::html(&shown)?).into_response())
}

impl FilesPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}
