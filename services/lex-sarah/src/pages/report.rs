//! The report: one page, no question of how serious it is.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{UnitId, Uuid, text::without_control_characters};
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use super::{
    no_place,
    visitor::{Errors, error_of, in_language, unit_name, with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed, Repeat},
    domain::{Channel, Happened, NewReport, Signature, Told},
};

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    /// Under which name.
    reporter: String,
    routine: String,
    units: Vec<(String, String)>,
    moments: Vec<(&'static str, String)>,
    filled: Filled,
    errors: Errors,
    /// Another report has been sent from this very form.
    sent_already: bool,
}

/// What is filled in. `repeat` makes the same form sent twice one report.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Filled {
    text: String,
    unit_id: String,
    happened: String,
    happened_when: String,
    acted: String,
    concerns_manager: String,
    repeat: String,
    /// Set by the buttons that change the language.
    switch_language: String,
}

impl ReportPage {
    fn new(app: &App, page: Page, person: &Person, filled: Filled) -> Self {
        let unit = |unit: UnitId| (unit.to_string(), unit_name(app, unit));
        Self {
            reporter: Signature::of(person).to_string(),
            routine: app.policy.routine.clone(),
            units: person.units_of_work().into_iter().map(unit).collect(),
            moments: Happened::ALL
                .iter()
                .map(|each| (each.code(), wording::happened(&page, *each)))
                .collect(),
            page: with_menu(page, person),
            filled,
            errors: Vec::new(),
            sent_already: false,
        }
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

pub async fn ask(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    let filled = Filled { repeat: Token::random().reveal(), ..Filled::default() };
    Ok(web::html(&ReportPage::new(&app, page, &person, filled))?.into_response())
}

pub async fn send(
    State(app): State<App>,
    page: Page,
    SignedForm { person, fields }: SignedForm<Filled>,
) -> Result<Response, Error> {
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    if !fields.switch_language.is_empty() {
        let to = fields.switch_language.clone();
        return in_language(&app, page, &to, |page| web::html(&ReportPage::new(&app, page, &person, fields)));
    }
    let told = fields.told();
    let new = match NewReport::parse(&told, &person.units_of_work(), Channel::Form, app.now(), &app.policy) {
        Ok(new) => new,
        Err(faults) => {
            let errors = worded(&page, "report", &faults);
            let shown = ReportPage { errors, ..ReportPage::new(&app, page, &person, fields.cleaned()) };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, web::html(&shown)?).into_response());
        }
    };
    match actions::report(&app, &person, &new, &fields.as_repeat(&person)).await {
        Ok(receipt) => Ok(Redirect::to(&format!("/rapporterat/{}", receipt.id)).into_response()),
        Err(Failed::KeyReused) => {
            let filled = Filled { repeat: Token::random().reveal(), ..fields };
            let shown = ReportPage { sent_already: true, ..ReportPage::new(&app, page, &person, filled) };
            Ok((StatusCode::CONFLICT, web::html(&shown)?).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

impl Filled {
    fn told(&self) -> Told {
        // What is no unit's id is at any rate not a unit of theirs.
        let unit =
            (!self.unit_id.is_empty()).then(|| self.unit_id.parse::<Uuid>().unwrap_or_default().into());
        Told {
            text: self.text.clone(),
            unit,
            happened: self.happened.clone(),
            happened_when: self.happened_when.clone(),
            acted: self.acted.clone(),
            concerns_manager: !self.concerns_manager.is_empty(),
        }
    }

    /// As it is shown again: without what cannot be kept, so that sending again works.
    fn cleaned(self) -> Self {
        Self {
            text: without_control_characters(&self.text),
            happened_when: without_control_characters(&self.happened_when),
            acted: without_control_characters(&self.acted),
            ..self
        }
    }

    fn as_repeat(&self, person: &Person) -> Repeat {
        let Self {
            text,
            unit_id,
            happened,
            happened_when,
            acted,
            concerns_manager,
            repeat,
            switch_language: _,
        } = self;
        let said = [text, unit_id, happened, happened_when, acted, concerns_manager].map(String::as_bytes);
        Repeat {
            key: Token::chosen(&[b"form", person.id.as_uuid().as_bytes(), repeat.as_bytes()]),
            request: Token::chosen(&said),
        }
    }
}
