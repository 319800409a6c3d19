//! The workbench of investigators and decision-makers: the nearest day first, narrowed down as they like.

use askama::Template;
use auth::SignedIn;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use web::{Error, Narrowing, Page};

use super::{
    narrowing::{self, View},
    no_place,
    visitor::{address, has_workbench, unit_name, with_menu},
    wording,
};
use crate::{
    App,
    actions::{Failed, units_to_take_down_for},
    domain::Filter,
    store::{Line, Window},
};

const ROWS: u64 = 50;

#[derive(Template)]
#[template(path = "workbench.html")]
struct Workbench {
    page: Page,
    /// Filters that are often wanted, each with how many cases it has now.
    views: Vec<View>,
    narrowing: Narrowing,
    rows: Vec<Row>,
    /// Whether somebody may tell them a report, to be written down.
    takes_down: bool,
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

type Asked = Vec<(String, String)>;

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    if !has_workbench(&person) {
        return no_place::show(with_menu(page, &person));
    }
    let filter = Filter::read(&asked);
    let window = Window { limit: ROWS, page: number_of(&asked) };
    let narrowed = narrowing::today(&app, filter);
    let lines = app.store.workbench(&person, narrowed, window).await.map_err(Failed::from)?;
    let page = with_menu(page, &person);
    let beside = |there: bool, number: u64| {
        if there { narrowing::address(&filter, Some(number)) } else { String::new() }
    };
    let shown = Workbench {
        views: narrowing::views(&app, &person, &page, filter).await?,
        narrowing: narrowing::narrowing(&app, &page, filter),
        rows: lines.lines.iter().map(|line| row(&app, &page, line)).collect(),
        takes_down: !units_to_take_down_for(&app, &person).is_empty(),
        newer: beside(window.page > 1, window.page.saturating_sub(1)),
        older: beside(lines.more, window.page + 1),
        page,
    };
    // With leave for the script that walks through the rows by keyboard.
    let site = &app.inside.ground.site;
    let here = CookieJar::new().add(site.list_cookie(&narrowing::address(&filter, Some(window.page))));
    let policy = [(header::CONTENT_SECURITY_POLICY, site.policy_with_script())];
    Ok((policy, here, web::html(&shown)?).into_response())
}

/// Which page of the list, from 1.
fn number_of(asked: &Asked) -> u64 {
    let number = asked.iter().find(|(name, _)| name == "sida").and_then(|(_, value)| value.parse().ok());
    number.unwrap_or(1).clamp(1, 200)
}

fn row(app: &App, page: &Page, line: &Line) -> Row {
    let now = app.now();
    Row {
        href: address(line.id),
        number: line.number.to_string(),
        unit: unit_name(app, line.unit),
        received: kernel::calendar::swedish_day(line.received_at).to_string(),
        // The list is ordered by it.
        target: line.nearest.map(|(day, of)| wording::nearest(page, day, of, now)),
        target_tag: line.nearest.map_or("", |(day, _)| wording::target_tag(day, now)),
        state: wording::state(page, line.state, line.inquiry_is_complete),
        state_tag: wording::state_tag(line.state),
    }
}
