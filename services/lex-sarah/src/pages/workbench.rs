//! The workbench of investigators and decision-makers: the nearest internal target first.

use askama::Template;
use auth::SignedIn;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    no_place,
    visitor::{address, has_workbench, unit_name, with_menu},
    wording,
};
use crate::{
    App,
    actions::Failed,
    store::{Line, Part, Window},
};

const ROWS: u64 = 50;

#[derive(Template)]
#[template(path = "workbench.html")]
struct Workbench {
    page: Page,
    rows: Vec<Row>,
    newer: String,
    older: String,
}

struct Row {
    href: String,
    number: String,
    unit: String,
    received: String,
    target: Option<String>,
    target_tag: &'static str,
    state: String,
    state_tag: &'static str,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    sida: Option<u64>,
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Query(Asked { sida }): Query<Asked>,
) -> Result<Response, Error> {
    if !has_workbench(&person) {
        return no_place::show(with_menu(page, &person));
    }
    let number = sida.unwrap_or(1).clamp(1, 200);
    let window = Window { limit: ROWS, page: number };
    let lines = app.store.cases_for(&person, Part::Workbench, window).await.map_err(Failed::from)?;
    let page = with_menu(page, &person);
    let rows = lines.lines.iter().map(|line| row(&app, &page, line)).collect();
    let beside =
        |there: bool, number: u64| if there { format!("/arenden?sida={number}") } else { String::new() };
    let (newer, older) = (beside(number > 1, number - 1), beside(lines.more, number + 1));
    Ok(web::html(&Workbench { page, rows, newer, older })?.into_response())
}

fn row(app: &App, page: &Page, line: &Line) -> Row {
    let now = app.now();
    Row {
        href: address(line.id),
        number: line.number.to_string(),
        unit: unit_name(app, line.unit),
        received: kernel::calendar::swedish_day(line.received_at).to_string(),
        target: line.due_on.map(|day| wording::target(page, day, now)),
        target_tag: line.due_on.map_or("", |day| wording::target_tag(day, now)),
        state: wording::state(page, line.state, line.inquiry_is_complete),
        state_tag: wording::state_tag(line.state),
    }
}
