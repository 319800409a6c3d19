//! What complaints together show (H46), for the unit or the city: tables, a run chart, and the same for a spreadsheet.

mod chart;
mod table;

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use chrono::{Datelike, Days};
use kernel::{UnitId, calendar::swedish_day};
use serde::Deserialize;
use web::{Error, Page, spreadsheet};

use self::{
    chart::Chart,
    table::{Shown, shown},
};
use super::{desk::Desk, nobody};
use crate::{
    actions::Failed,
    domain::patterns::{Figures, RunChart, Scope, YEARS, days_of},
    store::Counted,
};

#[derive(Template)]
#[template(path = "staff/patterns.html")]
struct PatternsPage {
    page: Page,
    title: String,
    /// Address, name, whether it is this one; empty when there is no choice.
    units: Vec<(String, String, bool)>,
    years: Vec<(String, String, bool)>,
    year: i32,
    until: String,
    chart: Option<Chart>,
    tables: Vec<Shown>,
    fewest: usize,
    csv: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    /// The short name of a unit.
    #[serde(default)]
    enhet: Option<String>,
    #[serde(default)]
    ar: Option<i32>,
}

/// What was asked for, worked out.
struct Patterns {
    /// None: the city.
    unit: Option<UnitId>,
    others: Vec<UnitId>,
    chart: Option<RunChart>,
    figures: Figures,
}

pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let Some(scope) = Scope::of(&desk.person) else { return nobody::show(desk) };
    let patterns = patterns(&desk, scope, &asked).await?;
    let (year, unit) = (patterns.figures.year, patterns.unit);
    let this_year = swedish_day(desk.app.now()).year();
    let title = match unit {
        None => desk.page.t("patterns-city"),
        Some(_) => desk.page.t1("patterns-unit", "unit", desk.unit_name(unit)),
    };
    let at = |unit: Option<UnitId>, year: i32| address(&desk, "/statistik", unit, year);
    let several = patterns.others.iter().filter(|_| patterns.others.len() > 1);
    let template = PatternsPage {
        title,
        units: several.map(|u| (at(Some(*u), year), desk.unit_name(Some(*u)), Some(*u) == unit)).collect(),
        years: (this_year - YEARS + 1..=this_year)
            .rev()
            .map(|each| (at(unit, each), each.to_string(), each == year))
            .collect(),
        year,
        until: patterns.figures.until.to_string(),
        chart: patterns.chart.as_ref().map(|chart| Chart::of(&desk.page, chart)),
        tables: shown(&desk, &patterns.figures, unit.is_none()),
        fewest: desk.app.policy.fewest_shown,
        csv: address(&desk, "/statistik.csv", unit, year),
        page: desk.page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

/// The same numbers, those and no others.
pub(super) async fn csv(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope = Scope::of(&desk.person).ok_or(Error::Forbidden)?;
    let patterns = patterns(&desk, scope, &asked).await?;
    let place =
        patterns.unit.map_or_else(|| desk.page.t("patterns-city-short"), |unit| desk.unit_name(Some(unit)));
    let mut rows = vec![
        ["where", "when", "what", "value", "count"].map(|key| desk.page.t(&format!("patterns-csv-{key}"))),
    ];
    let year = patterns.figures.year.to_string();
    for table in shown(&desk, &patterns.figures, patterns.unit.is_none()) {
        let all = table.rows.into_iter().chain(table.rest);
        rows.extend(all.map(|(name, count)| {
            [place.clone(), year.clone(), table.title.clone(), name, count.to_string()]
        }));
    }
    for point in patterns.chart.iter().flat_map(|chart| Chart::of(&desk.page, chart).points) {
        let (what, count) = (desk.page.t("patterns-over-time"), point.count.to_string());
        rows.push([place.clone(), point.label, what, String::new(), count]);
    }
    Ok(spreadsheet(&format!("statistik-{year}.csv"), rows))
}

async fn patterns(desk: &Desk, scope: Scope, asked: &Asked) -> Result<Patterns, Error> {
    let (unit, others) = match scope {
        Scope::City => (None, Vec::new()),
        Scope::Units(units) => (Some(chosen(desk, &units, asked)?), units),
    };
    let (today, policy) = (swedish_day(desk.app.now()), &desk.app.policy);
    let of = Counted { person: desk.person.id, unit, from: days_of(today.year() - YEARS + 1).0, to: today };
    let days = desk.app.store.count_by_day(of).await.map_err(Failed::from)?;
    let chart = RunChart::of(&days, today, policy.fewest_shown);
    let last_month = today.with_day(1).expect("every month has a first day") - Days::new(1);
    let until = chart.as_ref().map_or(last_month, |chart| chart.until);
    let units: Vec<UnitId> =
        desk.app.inside.ground.directory.now().active_units().map(|unit| unit.id.into()).collect();
    let year = asked.ar.unwrap_or_else(|| until.year());
    let (first, last) = days_of(year);
    let of = Counted { from: first.max(of.from), to: last.min(until), ..of };
    let counts = desk.app.store.counts(of, policy.recurs_within_days).await.map_err(Failed::from)?;
    Ok(Patterns {
        unit,
        others,
        figures: Figures::of(&counts, &units, year, until, policy.fewest_shown),
        chart,
    })
}

/// The unit asked for, if it is theirs; without asking the first.
fn chosen(desk: &Desk, units: &[UnitId], asked: &Asked) -> Result<UnitId, Error> {
    let register = desk.app.inside.ground.directory.now();
    let called = |unit: &&UnitId| register.unit(**unit).map(|unit| &unit.short_name) == asked.enhet.as_ref();
    let found = if asked.enhet.is_some() { units.iter().find(called) } else { units.first() };
    found.copied().ok_or(Error::NotFound)
}

fn address(desk: &Desk, path: &str, unit: Option<UnitId>, year: i32) -> String {
    let register = desk.app.inside.ground.directory.now();
    let unit = unit.and_then(|unit| register.unit(unit)).map(|unit| format!("&enhet={}", unit.short_name));
    format!("{path}?ar={year}{}", unit.unwrap_or_default())
}
