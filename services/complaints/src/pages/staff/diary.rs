//! The register as anyone may see it (OSL 5:2), as a page and as a table for a spreadsheet.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use kernel::{
    Timestamp, UnitId,
    calendar::{swedish_day, swedish_instant},
};
use serde::Deserialize;
use web::{Error, Page, spreadsheet};

use super::{
    desk::{Desk, address},
    nobody, wording,
};
use crate::{
    actions::Failed,
    domain::{Complaint, State, works_with_complaints},
    store::DiaryEntry,
};

/// The most entries of one page or table.
const MOST: u64 = 5_000;
/// Matters that wait for a registrar, on their page.
const WAITING: u64 = 100;

#[derive(Template)]
#[template(path = "staff/diary.html")]
struct Diary {
    page: Page,
    from: String,
    to: String,
    rows: Vec<Row>,
    table: String,
    is_cut: bool,
}

struct Row {
    date: String,
    number: String,
    line: String,
    unit: String,
    secrecy: String,
}

#[derive(Template)]
#[template(path = "staff/registry.html")]
struct Registry {
    page: Page,
    waiting: Vec<Waiting>,
    unchecked: Vec<Waiting>,
}

struct Waiting {
    href: String,
    number: String,
    /// What is to be done; of an entry to look through, its line.
    what: String,
    registered: String,
    clock: String,
    clock_tag: &'static str,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    fran: Option<NaiveDate>,
    #[serde(default)]
    till: Option<NaiveDate>,
}

pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    let (from, to) = period(&asked, desk.app.now());
    let entries = entries(&desk, from, to).await?;
    let template = Diary {
        from: from.to_string(),
        to: to.to_string(),
        table: format!("/diarium.csv?fran={from}&till={to}"),
        is_cut: entries.len() as u64 == MOST,
        rows: entries.iter().map(|entry| row(&desk, entry)).collect(),
        page: desk.page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

/// The same as a table.
pub(super) async fn table(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    let (from, to) = period(&asked, desk.app.now());
    let head = ["Datum", "Diarienummer", "Avsändare", "Ärende", "Enhet", "Sekretessmarkering"];
    let mut rows = vec![head.map(str::to_owned)];
    for entry in entries(&desk, from, to).await? {
        let Row { date, number, line, unit, secrecy } = row(&desk, &entry);
        rows.push([date, number, "Enskild".to_owned(), line, unit, secrecy]);
    }
    Ok(spreadsheet(&format!("diarium-{from}-{to}.csv"), rows))
}

/// What only a registrar can lead on, and what this service registered that nobody has looked through.
pub(super) async fn registry(desk: Desk) -> Result<Response, Error> {
    if !desk.person.acts_as(organisation::Role::Registrar) {
        return nobody::show(desk);
    }
    let store = &desk.app.store;
    let found = store.waits_for_registrar(&desk.person, WAITING).await.map_err(Failed::from)?;
    let unchecked = store.unchecked(&desk.person, WAITING).await.map_err(Failed::from)?;
    let to_check = |complaint: &Complaint| {
        let waiting = waiting(&desk, complaint);
        let line = complaint.registered.as_ref().map(|entry| entry.line.to_string()).unwrap_or_default();
        Waiting { href: format!("{}/diariet", waiting.href), what: line, ..waiting }
    };
    let template = Registry {
        waiting: found.iter().map(|complaint| waiting(&desk, complaint)).collect(),
        unchecked: unchecked.iter().map(to_check).collect(),
        page: desk.page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn waiting(desk: &Desk, complaint: &Complaint) -> Waiting {
    let (page, now) = (&desk.page, desk.app.now());
    let what = match complaint.state {
        State::Received => "registry-to-register",
        _ if complaint.unit.is_none() => "registry-to-lead",
        _ => "registry-to-redirect",
    };
    let clock = complaint.next_clock();
    Waiting {
        href: address(complaint.id),
        number: complaint.number.to_string(),
        what: page.t(what),
        registered: complaint.registered.as_ref().map(|entry| entry.number.clone()).unwrap_or_default(),
        clock: clock.map_or_else(|| page.t("no-target"), |day| wording::target(page, day, now)),
        clock_tag: clock.map_or("", |day| wording::target_tag(day, now)),
    }
}

/// This month, unless another time was asked for.
fn period(asked: &Asked, now: Timestamp) -> (NaiveDate, NaiveDate) {
    let today = swedish_day(now);
    let first = today.with_day(1).expect("every month has a first day");
    (asked.fran.unwrap_or(first), asked.till.unwrap_or(today))
}

async fn entries(desk: &Desk, from: NaiveDate, to: NaiveDate) -> Result<Vec<DiaryEntry>, Error> {
    let midnight = |day: NaiveDate| swedish_instant(day.and_time(NaiveTime::MIN)).ok_or(Error::BadRequest);
    let end = to.checked_add_days(Days::new(1)).ok_or(Error::BadRequest)?;
    let found = desk.app.store.diary(midnight(from)?, midnight(end)?, MOST).await;
    Ok(found.map_err(Failed::from)?)
}

fn row(desk: &Desk, entry: &DiaryEntry) -> Row {
    let registration = &entry.registration;
    Row {
        date: swedish_day(registration.at).to_string(),
        number: registration.number.clone(),
        line: registration.line.to_string(),
        unit: entry.unit.map(|unit| public_name(desk, unit)).unwrap_or_default(),
        secrecy: registration.secrecy.as_ref().map(wording::mark).unwrap_or_default(),
    }
}

/// A unit with few youths is not named: its name would tell whom a matter is about (law C.5).
fn public_name(desk: &Desk, unit: UnitId) -> String {
    let register = desk.app.inside.ground.directory.now();
    let named = register.unit(unit).filter(|unit| desk.app.policy.may_name(&unit.short_name));
    named.map(|unit| unit.name.clone()).unwrap_or_default()
}
