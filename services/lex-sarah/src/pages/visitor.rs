//! What every page here begins with: who is there, the menu they have, the case they came for.

use auth::Person;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use organisation::{Colleague, Role};
use web::{Error, Page};

use super::{conflict, wording};
use crate::{
    App,
    actions::{self, Failed, Opened},
    domain::{CaseId, Fault, Verb},
};

/// Faults beside their fields, in the order of the form.
pub type Errors = Vec<(&'static str, String)>;

/// The fault of one field.
pub fn error_of(errors: &Errors, field: &str) -> Option<String> {
    errors.iter().find(|(known, _)| *known == field).map(|(_, text)| text.clone())
}

/// Whether somebody investigates or decides.
pub fn has_workbench(person: &Colleague) -> bool {
    person.is(Role::LexSarahInvestigator) || person.is(Role::DecisionMaker)
}

/// The page with the menu of this person.
pub fn with_menu(page: Page, person: &Colleague) -> Page {
    let places = [
        ("/", "nav-start", true),
        ("/rapportera", "nav-report", person.performs_tasks()),
        ("/arenden", "nav-cases", has_workbench(person)),
    ];
    let own: Vec<_> =
        places.into_iter().filter_map(|(href, key, is_theirs)| is_theirs.then_some((href, key))).collect();
    if own.len() > 1 { page.with_navigation(&own) } else { page }
}

/// Where a case is shown.
pub fn address(case: CaseId) -> String {
    format!("/arenden/{case}")
}

pub fn unit_name(app: &App, unit: kernel::UnitId) -> String {
    app.register().unit(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

/// The case for a form of `verb`, or a way back to it when the deed is not open now.
pub async fn open_for(
    app: &App,
    person: &Person,
    id: CaseId,
    verb: Verb,
) -> Result<Result<Opened, Response>, Error> {
    let opened = actions::read(app, person, id).await?;
    let is_open = opened.open_to().contains(&verb);
    Ok(if is_open { Ok(opened) } else { Err(Redirect::to(&address(id)).into_response()) })
}

/// The version that a form was shown with.
pub fn version(typed: &str) -> Result<i64, Error> {
    typed.parse().map_err(|_| Error::BadRequest)
}

/// What becomes of a form: 303 to the case, both versions when somebody else came first, the error; or the form again.
pub async fn answer(done: Result<(), Failed>, sent: Sent<'_>) -> Result<After, Error> {
    match done {
        Ok(()) => Ok(After::Answered(Redirect::to(&address(sent.id)).into_response())),
        Err(Failed::Faulty(faults)) => {
            let opened = actions::read(sent.app, sent.person, sent.id).await?;
            Ok(After::Again(Box::new(opened), worded(sent.page, &faults)))
        }
        Err(Failed::Stale) => conflict::show(sent).await.map(After::Answered),
        Err(other) => Err(other.into()),
    }
}

/// What to show after a form.
pub enum After {
    Answered(Response),
    /// The form with what was written in it and its faults.
    Again(Box<Opened>, Errors),
}

/// A form that is shown again because of its faults.
pub fn again(form: Result<Response, Error>) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, form?).into_response())
}

/// A form somebody sent, and what they had written in it.
pub struct Sent<'a> {
    pub app: &'a App,
    pub page: &'a Page,
    pub person: &'a Person,
    pub id: CaseId,
    /// The key of each field's label, and its value.
    pub own: Vec<(&'static str, String)>,
}

pub fn worded(page: &Page, faults: &[Fault]) -> Errors {
    faults.iter().map(|fault| (fault.field, wording::fault(page, *fault))).collect()
}
