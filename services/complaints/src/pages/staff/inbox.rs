//! What waits for whom, the nearest clock first; and what is closed, the newest first.

use askama::Template;
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use kernel::calendar::swedish_day;
use web::{Error, Narrowing, Page};

use super::{
    absence,
    desk::{Desk, address, takes_in_only},
    filters::{self, Kept},
    nobody, several, wording,
};
use crate::{
    actions::Failed,
    domain::{Complaint, Filter, Triage, works_with_complaints},
    store::{Listing, Place, Turn},
};

const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "staff/inbox.html")]
struct Inbox {
    page: Page,
    path: &'static str,
    is_open: bool,
    narrowing: Narrowing,
    /// As it is kept.
    filter: Filter,
    kept: Vec<Kept>,
    /// What others at the unit share.
    shared: Vec<Kept>,
    /// Whether the filter that is on can be kept, and is not yet.
    may_keep: bool,
    /// Whether a matter was just moved to others.
    is_moved: bool,
    rows: Vec<Row>,
    /// To whom what is chosen can be given.
    people: Vec<(String, String)>,
    newer: String,
    older: String,
}

pub(super) struct Row {
    pub href: String,
    /// Names the matter and its version in the form for several.
    chosen: (String, i64),
    pub number: String,
    pub unit: String,
    /// What it was judged to be about, and how serious.
    pub about: String,
    pub received: String,
    pub clock: Option<String>,
    pub clock_tag: &'static str,
    pub handler: String,
    pub state: String,
    pub state_tag: &'static str,
    /// Whether the sender wrote and nobody has read it.
    pub has_news: bool,
}

type Asked = Vec<(String, String)>;

pub(super) async fn open(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if takes_in_only(&desk.person) {
        let place = if absence::is_to_stand_in(&desk).await? { "/franvaro" } else { "/nytt" };
        return Ok(Redirect::to(place).into_response());
    }
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    show(&desk, true, &asked).await
}

pub(super) async fn closed(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    show(&desk, false, &asked).await
}

/// A list as this person may see it now.
pub(super) fn listing(desk: &Desk, is_open: bool, filter: Filter, limit: usize) -> Listing {
    let today = swedish_day(desk.app.now());
    let near = desk.app.policy.working_days_after(today, desk.app.policy.near_within);
    Listing { is_open, filter, today, near, turn: Turn::First, limit: limit as u64 }
}

async fn show(desk: &Desk, is_open: bool, asked: &Asked) -> Result<Response, Error> {
    let filter = Filter::read(asked);
    let turn = turn(asked);
    let page = Listing { turn, ..listing(desk, is_open, filter, ROWS + 1) };
    let mut found = desk.app.store.page(&desk.person, &page).await.map_err(Failed::from)?;
    // One more than is shown tells whether there is another page; nothing is counted.
    let more = found.len() > ROWS;
    match turn {
        Turn::Before(_) if more => drop(found.remove(0)),
        _ => found.truncate(ROWS),
    }
    let (is_after, is_before) = match turn {
        Turn::First => (false, more),
        Turn::After(_) => (true, more),
        Turn::Before(_) => (more, true),
    };
    let path = if is_open { "/" } else { "/avslutade" };
    let at = |turn| Narrowing::address(path, filter.pairs().into_iter().chain(pair(turn)));
    let beside = |there: bool, turn: fn(Place) -> Turn, row: Option<&Complaint>| {
        row.filter(|_| there).map_or_else(String::new, |row| at(turn(Place::of(row))))
    };
    let kept = if is_open { filters::kept(desk, filter).await? } else { Vec::new() };
    let shared = if is_open { filters::shared(desk, filter, &kept).await? } else { Vec::new() };
    let template = Inbox {
        path,
        is_open,
        narrowing: filters::narrowing(desk, path, is_open, filter),
        filter,
        may_keep: is_open && !filter.is_empty() && !kept.iter().any(|kept| kept.is_on),
        kept,
        shared,
        is_moved: asked.iter().any(|(name, _)| name == "flyttat"),
        rows: found.iter().map(|complaint| row(desk, complaint)).collect(),
        people: several::people(desk, &found),
        newer: beside(is_after, Turn::Before, found.first()),
        older: beside(is_before, Turn::After, found.last()),
        page: desk.page.clone(),
    };
    // With leave for the script that walks through the rows by keyboard.
    let site = &desk.app.inside.ground.site;
    let here = CookieJar::new().add(site.list_cookie(&at(turn)));
    let policy = [(header::CONTENT_SECURITY_POLICY, site.policy_with_script())];
    Ok((policy, here, web::html(&template)?).into_response())
}

/// Whatever is no place in a list leads to its beginning.
fn turn(asked: &Asked) -> Turn {
    let place = |way: &str| {
        let (_, place) = asked.iter().find(|(name, _)| name == way)?;
        let (clock, id) = place.split_once('.')?;
        Some(Place { clock: clock.parse().ok()?, id: id.parse::<kernel::Uuid>().ok()?.into() })
    };
    let after = place("after").map(Turn::After);
    after.or_else(|| place("before").map(Turn::Before)).unwrap_or(Turn::First)
}

/// The same as it stands in an address.
fn pair(turn: Turn) -> Option<(&'static str, String)> {
    let at = |way, Place { clock, id }| Some((way, format!("{clock}.{id}")));
    match turn {
        Turn::First => None,
        Turn::After(place) => at("after", place),
        Turn::Before(place) => at("before", place),
    }
}

pub(super) fn row(desk: &Desk, complaint: &Complaint) -> Row {
    let now = desk.app.now();
    let clock = complaint.next_clock();
    let is_breach = clock.is_some() && clock != complaint.next_target();
    let in_words = |day| {
        let words = wording::target(&desk.page, day, now);
        if is_breach { desk.page.t1("clock-breach", "when", words) } else { words }
    };
    Row {
        href: address(complaint.id),
        chosen: (complaint.id.to_string(), complaint.version),
        number: complaint.number.to_string(),
        unit: desk.unit_name(complaint.unit),
        about: about(desk, complaint),
        received: swedish_day(complaint.received_at).to_string(),
        clock: clock.map(in_words),
        clock_tag: clock.map_or("", |day| wording::target_tag(day, now)),
        handler: complaint.handler.map(|person| desk.name(person)).unwrap_or_default(),
        state: wording::word(&desk.page, "state", complaint.state.word()),
        state_tag: wording::state_tag(complaint.state),
        has_news: complaint.unread_since.is_some(),
    }
}

/// Empty until somebody has judged it.
fn about(desk: &Desk, complaint: &Complaint) -> String {
    let in_words = |(triage, _): (Triage, _)| {
        let category = wording::word(&desk.page, "category", triage.category.word());
        desk.page.t2("row-about", ("category", &category), ("severity", triage.severity.word()))
    };
    complaint.triaged.map(in_words).unwrap_or_default()
}
