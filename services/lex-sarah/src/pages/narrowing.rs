//! What the workbench is narrowed down to: the form, what is on, and the filters that are often wanted.

use auth::Person;
use kernel::{UnitId, calendar::swedish_day};
use organisation::Role;
use web::{Error, Narrowing, Page};

use super::{visitor::unit_name, wording::coded};
use crate::{
    App,
    actions::Failed,
    domain::{Clock, Filter, Grade, State, TowardsIvo, Turn},
    store::Narrowed,
};

/// A count goes no further.
const MOST: u64 = 99;
const PATH: &str = "/arenden";

/// A filter that is often wanted.
pub struct View {
    pub text: String,
    pub href: String,
    pub count: String,
    pub is_on: bool,
}

pub fn today(app: &App, filter: Filter) -> Narrowed {
    Narrowed { filter, today: swedish_day(app.now()), near: app.policy.near_within }
}

/// The workbench with a filter, and which page of it.
pub fn address(filter: &Filter, page: Option<u64>) -> String {
    let page = page.filter(|number| *number > 1).map(|number| ("sida", number.to_string()));
    Narrowing::address(PATH, filter.pairs().into_iter().chain(page))
}

pub fn narrowing(app: &App, page: &Page, filter: Filter) -> Narrowing {
    Narrowing::new(page, PATH, &filter.pairs(), choices(app, page), |on| said(app, page, on))
}

fn choices(app: &App, page: &Page) -> Vec<(&'static str, Vec<(String, String)>)> {
    let register = app.register();
    let units = register.active_units().map(|unit| (unit.id.to_string(), unit.name.clone()));
    vec![
        ("turn", coded(page, "turn", Turn::ALL.iter().map(|each| each.code()))),
        ("clock", coded(page, "clock", Clock::ALL.iter().map(|each| each.code()))),
        ("state", coded(page, "state", State::ALL.iter().map(|each| each.code()))),
        ("unit", units.collect()),
        ("grade", coded(page, "grade", Grade::ALL.iter().map(|each| each.code()))),
        ("ivo", coded(page, "towards-ivo", TowardsIvo::ALL.iter().map(|each| each.code()))),
    ]
}

/// What is on, in words.
fn said(app: &App, page: &Page, (name, value): &(&str, String)) -> String {
    match *name {
        "unit" => {
            let unit = value.parse::<kernel::Uuid>().map(|id| unit_name(app, UnitId::from(id)));
            unit.ok().filter(|name| !name.is_empty()).unwrap_or_else(|| page.t("filter-unit"))
        }
        "ivo" => page.t(&format!("towards-ivo-{value}")),
        _ => page.t(&format!("{name}-{value}")),
    }
}

/// Those that somebody in this role asks for, with how many cases each has now.
pub async fn views(app: &App, person: &Person, page: &Page, on: Filter) -> Result<Vec<View>, Error> {
    let mut views = vec![View {
        text: page.t("filter-any"),
        href: address(&Filter::default(), None),
        count: String::new(),
        is_on: on.is_empty(),
    }];
    for filter in wanted(person) {
        let counted = app.store.count_workbench(person, today(app, filter), MOST + 1).await;
        let count = counted.map_err(Failed::from)?;
        let texts: Vec<_> = filter.pairs().iter().map(|on| said(app, page, on)).collect();
        views.push(View {
            text: texts.join(", "),
            href: address(&filter, None),
            count: if count > MOST { format!("{MOST}+") } else { count.to_string() },
            is_on: filter == on,
        });
    }
    Ok(views)
}

fn wanted(person: &Person) -> Vec<Filter> {
    let turn = |turn| Filter { turn: Some(turn), ..Filter::default() };
    let clock = |clock| Filter { clock: Some(clock), ..Filter::default() };
    let ivo = |ivo| Filter { ivo: Some(ivo), ..Filter::default() };
    let mut wanted = Vec::new();
    if person.is(Role::LexSarahInvestigator) {
        wanted.extend([turn(Turn::Mine), turn(Turn::Free)]);
    }
    if person.is(Role::DecisionMaker) {
        wanted.push(turn(Turn::ToDecide));
    }
    wanted.extend(Clock::ALL.iter().copied().map(clock));
    wanted.extend(TowardsIvo::ALL.iter().copied().map(ivo));
    wanted
}
