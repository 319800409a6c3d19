//! What waits for whom, the nearest internal target first.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use kernel::calendar::swedish_day;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, address},
    nobody, wording,
};
use crate::{
    actions::Failed,
    domain::{Complaint, works_with_complaints},
    store::Part,
};

const ROWS: u64 = 50;

#[derive(Template)]
#[template(path = "staff/inbox.html")]
struct Inbox {
    page: Page,
    is_open: bool,
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
pub(super) struct Asked {
    #[serde(default)]
    sida: Option<u64>,
}

pub(super) async fn open(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    let (number, part) = part(&asked);
    let found = desk.app.store.open_complaints(&desk.person, part).await.map_err(Failed::from)?;
    show(&desk, true, number, found)
}

pub(super) async fn closed(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    let (number, part) = part(&asked);
    let found = desk.app.store.closed_complaints(&desk.person, part).await.map_err(Failed::from)?;
    show(&desk, false, number, found)
}

/// One row more than is shown tells whether there is another page; nothing is counted.
fn part(asked: &Asked) -> (u64, Part) {
    let number = asked.sida.unwrap_or(1).clamp(1, 200);
    (number, Part { limit: ROWS + 1, offset: (number - 1) * ROWS })
}

fn show(desk: &Desk, is_open: bool, number: u64, mut found: Vec<Complaint>) -> Result<Response, Error> {
    let more = found.len() as u64 > ROWS;
    found.truncate(usize::try_from(ROWS).expect("fits"));
    let path = if is_open { "/" } else { "/avslutade" };
    let beside =
        |there: bool, number: u64| if there { format!("{path}?sida={number}") } else { String::new() };
    let template = Inbox {
        page: desk.page.clone(),
        is_open,
        rows: found.iter().map(|complaint| row(desk, complaint)).collect(),
        newer: beside(number > 1, number.saturating_sub(1)),
        older: beside(more, number + 1),
    };
    Ok(web::html(&template)?.into_response())
}

fn row(desk: &Desk, complaint: &Complaint) -> Row {
    let now = desk.app.now();
    let target = complaint.next_target();
    Row {
        href: address(complaint.id),
        number: complaint.number.to_string(),
        unit: desk.unit_name(complaint.unit),
        received: swedish_day(complaint.received_at).to_string(),
        target: target.map(|day| wording::target(&desk.page, day, now)),
        target_tag: target.map_or("", |day| wording::target_tag(day, now)),
        state: wording::word(&desk.page, "state", complaint.state.word()),
        state_tag: wording::state_tag(complaint.state),
    }
}
