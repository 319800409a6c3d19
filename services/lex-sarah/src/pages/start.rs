//! The start page: reporting first, then what waits.

use askama::Template;
use auth::SignedIn;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use organisation::Role;
use web::{Error, Page};

use super::{
    no_place,
    visitor::{answers_for_a_unit, has_workbench, unit_name, with_menu},
    wording,
};
use crate::{
    App,
    actions::{Failed, units_to_take_down_for},
    store::{Heard, Line, Part, Window},
};

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    page: Page,
    reports: bool,
    /// Whether somebody may tell them a report, to be written down.
    takes_down: bool,
    works_with_cases: bool,
    own: Vec<Row>,
    /// What has come in at their unit. None: they answer for no unit.
    received: Option<Vec<Row>>,
    /// What they are told of cases at their units. That is all they learn of it here.
    news: Vec<NewsRow>,
}

struct NewsRow {
    number: String,
    unit: String,
    what: String,
    on: String,
}

struct Row {
    href: String,
    number: String,
    unit: String,
    received: String,
    iso: String,
    status: String,
    tag: &'static str,
}

/// Older ones are found by their bookmark.
const SHOWN: Window = Window { limit: 20, page: 1 };

pub async fn show(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    let (reports, works_with_cases) = (person.performs_tasks(), has_workbench(&person));
    let answers_for_a_unit = answers_for_a_unit(&person);
    if !(reports || answers_for_a_unit) {
        // Those who only inquire and decide begin with the cases, and registrars with what waits for them.
        let first = if works_with_cases {
            Some("/arenden")
        } else {
            person.is(Role::Registrar).then_some("/registratur")
        };
        return match first {
            Some(place) => Ok(Redirect::to(place).into_response()),
            None if person.is(Role::DataProtectionOfficer) => no_place::show_officer(page),
            None => no_place::show(page),
        };
    }
    let own = app.store.reports_of(person.id, SHOWN).await.map_err(Failed::from)?;
    let received = app.store.cases_for(&person, Part::Received, SHOWN).await.map_err(Failed::from)?;
    let news = app.store.news_for(&person, SHOWN.limit).await.map_err(Failed::from)?;
    let page = with_menu(page, &person);
    let news = news.iter().map(|told| told_of(&app, &page, told)).collect();
    let own = own.lines.iter().map(|line| row(&app, &page, line, "/rapporterat")).collect();
    let received = received.lines.iter().map(|line| row(&app, &page, line, "/arenden")).collect();
    let received = answers_for_a_unit.then_some(received);
    let takes_down = !units_to_take_down_for(&app, &person).is_empty();
    let start = Start { page, reports, takes_down, works_with_cases, own, received, news };
    Ok(web::html(&start)?.into_response())
}

fn told_of(app: &App, page: &Page, told: &Heard) -> NewsRow {
    NewsRow {
        number: told.number.to_string(),
        unit: unit_name(app, told.unit),
        what: page.t(&format!("news-{}", told.news.code())),
        on: told.on.to_string(),
    }
}

fn row(app: &App, page: &Page, line: &Line, place: &str) -> Row {
    let status = line.state.status();
    Row {
        href: format!("{place}/{}", line.id),
        number: line.number.to_string(),
        unit: unit_name(app, line.unit),
        received: page.when(&line.received_at),
        iso: line.received_at.to_rfc3339(),
        status: wording::status(page, status),
        tag: wording::status_tag(status),
    }
}
