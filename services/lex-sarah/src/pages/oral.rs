//! Writing down what somebody tells: their report, in their name, from when it was told.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::{UnitId, calendar::swedish_time};
use vault::Token;
use web::{Error, Page};

use super::{
    no_place,
    once::Sent,
    visitor::{Errors, error_of, in_language, unit_name, with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed, tellers, units_to_take_down_for},
    at::At,
    domain::{NewOral, TypedOral, YesNo},
};

#[derive(Template)]
#[template(path = "oral.html")]
struct OralPage {
    page: Page,
    tellers: Vec<(String, String)>,
    units: Vec<(String, String)>,
    moments: Vec<(&'static str, String)>,
    yes_no: Vec<(&'static str, String)>,
    filled: TypedOral,
    repeat: String,
    errors: Errors,
    sent_already: bool,
}

#[derive(Template)]
#[template(path = "written_down.html")]
struct WrittenDownPage {
    page: Page,
    number: String,
    received: String,
}

impl OralPage {
    fn new(app: &App, page: Page, person: &Person, filled: TypedOral, repeat: String) -> Self {
        let units = units_to_take_down_for(app, person);
        let unit = |unit: &UnitId| (unit.to_string(), unit_name(app, *unit));
        let known = tellers(app, &units).into_iter().filter_map(|teller| {
            let id = teller.id?;
            Some((id.to_string(), teller.signature.to_string()))
        });
        let nobody = (String::new(), page.t("oral-teller-unknown"));
        Self {
            tellers: std::iter::once(nobody).chain(known).collect(),
            units: units.iter().map(unit).collect(),
            moments: wording::moments(&page),
            yes_no: YesNo::ALL
                .iter()
                .map(|each| (each.code(), page.t(&format!("oral-read-back-{}", each.code()))))
                .collect(),
            page: with_menu(page, person),
            filled,
            repeat,
            errors: Vec::new(),
            sent_already: false,
        }
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

pub async fn ask(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    if units_to_take_down_for(&app, &person).is_empty() {
        return no_place::show(with_menu(page, &person));
    }
    let here = swedish_time(app.now());
    let now = TypedOral {
        told_on: here.format("%Y-%m-%d").to_string(),
        told_at: here.format("%H.%M").to_string(),
        ..TypedOral::default()
    };
    let form = OralPage::new(&app, page, &person, now, Token::random().reveal());
    Ok(web::html(&form)?.into_response())
}

pub async fn send(
    State(app): State<App>,
    page: Page,
    SignedForm { person, fields }: SignedForm<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let units = units_to_take_down_for(&app, &person);
    if units.is_empty() {
        return no_place::show(with_menu(page, &person));
    }
    let sent = Sent::<TypedOral>::read(fields)?;
    if !sent.language.is_empty() {
        return in_language(&app, page, &sent.language, |page| {
            web::html(&OralPage::new(&app, page, &person, sent.filled, sent.repeat))
        });
    }
    let new = match NewOral::parse(&sent.filled, &units, &tellers(&app, &units), app.now(), &app.policy) {
        Ok(new) => new,
        Err(faults) => {
            let errors = worded(&page, "oral", &faults);
            let again = OralPage::new(&app, page, &person, sent.cleaned, sent.repeat);
            let shown = web::html(&OralPage { errors, ..again })?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
        }
    };
    match actions::take_down(&app, &person, &new, &sent.as_repeat("oral", &person)).await {
        Ok(receipt) => Ok(Redirect::to(&format!("/nedskrivet/{}", receipt.id)).into_response()),
        Err(Failed::KeyReused) => {
            let again = OralPage::new(&app, page, &person, sent.filled, Token::random().reveal());
            let shown = web::html(&OralPage { sent_already: true, ..again })?;
            Ok((StatusCode::CONFLICT, shown).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// That it arrived. Whoever wrote it down may see no more of it: it may be about them.
pub async fn written_down(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Html<String>, Error> {
    let line = app.store.written_down_by(person.id, id).await.map_err(Failed::from)?;
    let line = line.ok_or(Error::NotFound)?;
    let received = page.when(&line.received_at);
    web::html(&WrittenDownPage { page: with_menu(page, &person), number: line.number.to_string(), received })
}
