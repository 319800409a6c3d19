//! A file that a piece of the inquiry rests on.

use askama::Template;
use auth::{Person, SignedIn};
use axum::{
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Uuid;
use web::{Error, Page};

use super::{
    files::{self, Sent, To},
    visitor::{Errors, address, error_of, with_menu},
};
use crate::{
    App,
    actions::{self, Opened},
    domain::{CaseId, EntryId, Verb},
};

#[derive(Template)]
#[template(path = "entry_file.html")]
struct EntryFilePage {
    page: Page,
    number: String,
    href: String,
    action: String,
    /// The piece of the inquiry.
    text: String,
    /// The inquiry was complete and has to be completed again.
    was_complete: bool,
    limits: String,
    errors: Errors,
}

type Named = Path<(Uuid, Uuid)>;

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Path((case, entry)): Named,
) -> Result<Response, Error> {
    shown(&app, &person, page, (case.into(), entry.into()), Errors::new()).await
}

/// One that is not taken leaves the page as it was, with what is wrong beside the field.
pub async fn add(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Path((case, entry)): Named,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    let (case, entry) = (CaseId::from(case), EntryId::from(entry));
    match files::add(&app, &person, &page, form, To::Entry(case, entry)).await? {
        Sent::Added => Ok(Redirect::to(&format!("{}#u-{entry}", address(case))).into_response()),
        Sent::Wrong(status, errors) => {
            let mut answer = shown(&app, &person, page, (case, entry), errors).await?;
            *answer.status_mut() = status;
            Ok(answer)
        }
    }
}

async fn shown(
    app: &App,
    person: &Person,
    page: Page,
    (id, entry): (CaseId, EntryId),
    errors: Errors,
) -> Result<Response, Error> {
    let opened = actions::read(app, person, id).await?;
    let may_add = opened.open_to().contains(&Verb::AddEntry);
    let Opened { case, file, .. } = opened;
    let entry = file.entries.into_iter().find(|known| known.id == entry).ok_or(Error::NotFound)?;
    if !may_add {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let shown = EntryFilePage {
        number: case.number.to_string(),
        href: address(id),
        action: format!("{}/bilaga/{}", address(id), entry.id),
        text: entry.text,
        was_complete: case.inquiry_completed_at.is_some(),
        limits: files::limits(&page, &app.policy),
        errors,
        page: with_menu(page, person),
    };
    Ok(web::html(&shown)?.into_response())
}

impl EntryFilePage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}
