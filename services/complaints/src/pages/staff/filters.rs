//! What a list is narrowed down to: the form, what is on, and what somebody keeps.

use axum::response::{IntoResponse, Redirect, Response};
use kernel::{PersonId, UnitId, calendar::swedish_day};
use organisation::Role;
use web::{Error, Narrowing, Page};

use super::{
    answers::Answers,
    desk::{Desk, Sent},
    inbox, wording,
};
use crate::{
    actions::{self, Failed},
    domain::{Category, Channel, Clock, Filter, News, State, Whose, works_with_complaints},
};

/// A count goes no further, so that it costs the same however many there are.
const MOST: usize = 99;

/// A filter that somebody keeps.
pub(super) struct Kept {
    pub text: String,
    pub href: String,
    pub count: String,
    pub filter: String,
    pub is_on: bool,
    /// Whether those at the unit have it too.
    pub is_shared: bool,
    /// Who shares it, of another's.
    pub by: String,
}

pub(super) fn narrowing(desk: &Desk, path: &str, is_open: bool, filter: Filter) -> Narrowing {
    Narrowing::new(&desk.page, path, &filter.pairs(), choices(desk, is_open), |on| said(desk, on))
}

fn choices(desk: &Desk, is_open: bool) -> Vec<(&'static str, Vec<(String, String)>)> {
    let page = &desk.page;
    let words = |kind: &str, words: Vec<&'static str>| wording::options(page, kind, words.into_iter());
    let is_end = |state: &State| matches!(state, State::Closed | State::Disposed);
    let states = State::ALL.iter().filter(|state| is_end(state) != is_open).map(|state| state.word());
    let mut choices = vec![
        ("state", words("state", states.collect())),
        ("unit", desk.units()),
        ("category", words("category", Category::ALL.iter().map(|word| word.word()).collect())),
        ("channel", words("channel", Channel::ALL.iter().map(|word| word.word()).collect())),
        ("whose", words("whose", Whose::ALL.iter().map(|word| word.word()).collect())),
        ("news", words("news", News::ALL.iter().map(|word| word.word()).collect())),
    ];
    if is_open {
        choices.insert(1, ("clock", words("clock", Clock::ALL.iter().map(|word| word.word()).collect())));
    }
    choices
}

fn said(desk: &Desk, (name, value): &(&str, String)) -> String {
    if *name != "unit" {
        return wording::word(&desk.page, name, value);
    }
    let unit = value.parse::<kernel::Uuid>().ok().map(UnitId::from);
    let known = desk.unit_name(unit);
    if known.is_empty() { desk.page.t("unknown-unit") } else { known }
}

/// The list with a filter.
fn address(filter: Filter) -> String {
    Narrowing::address("/", filter.pairs())
}

/// What the person keeps, each with how many matters it has now.
pub(super) async fn kept(desk: &Desk, on: Filter) -> Result<Vec<Kept>, Error> {
    let store = &desk.app.store;
    let filters = store.saved_filters(desk.person.id).await.map_err(Failed::from)?;
    let shared = store.shared_filters(&[desk.person.id]).await.map_err(Failed::from)?;
    let mut kept = Vec::new();
    for filter in filters {
        let is_shared = shared.contains(&(desk.person.id, filter));
        kept.push(Kept { is_shared, ..counted(desk, filter, on).await? });
    }
    Ok(kept)
}

/// What those at the same unit share, without what the person keeps already.
pub(super) async fn shared(desk: &Desk, on: Filter, kept: &[Kept]) -> Result<Vec<Kept>, Error> {
    let filters = desk.app.store.shared_filters(&colleagues(desk)).await.map_err(Failed::from)?;
    let mut shared: Vec<Kept> = Vec::new();
    for (person, filter) in filters {
        let named = filter.to_string();
        if !kept.iter().chain(&shared).any(|known| known.filter == named) {
            shared.push(Kept { by: desk.name(person), ..counted(desk, filter, on).await? });
        }
    }
    Ok(shared)
}

/// Those who handle the same units, or have the same role for all of them.
fn colleagues(desk: &Desk) -> Vec<PersonId> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    let of_units = [Role::UnitManager, Role::Principal];
    let units = of_units.map(|role| desk.person.units_as(role)).concat();
    let at_units = units.into_iter().flat_map(|unit| of_units.map(|role| (role, Some(unit))));
    let of_all = [Role::Registrar, Role::SchoolOwnerRepresentative].into_iter();
    let of_all = of_all.filter(|role| desk.person.acts_as(*role)).map(|role| (role, None));
    let mut people: Vec<_> =
        at_units.chain(of_all).flat_map(|(role, unit)| register.holders(role, unit, day)).collect();
    people.sort_unstable();
    people.dedup();
    people.retain(|person| *person != desk.person.id);
    people
}

async fn counted(desk: &Desk, filter: Filter, on: Filter) -> Result<Kept, Error> {
    let page = inbox::listing(desk, true, filter, MOST + 1);
    let count = desk.app.store.count_page(&desk.person, &page).await.map_err(Failed::from)?;
    let said: Vec<_> = filter.pairs().iter().map(|on| said(desk, on)).collect();
    Ok(Kept {
        text: said.join(", "),
        href: address(filter),
        count: in_words(&desk.page, count),
        filter: filter.to_string(),
        is_on: filter == on,
        is_shared: false,
        by: String::new(),
    })
}

fn in_words(page: &Page, count: usize) -> String {
    if count > MOST { page.t1("more-than", "count", MOST) } else { count.to_string() }
}

/// Keeps a filter, shares it or drops it, and leads to the list with it.
pub(super) async fn save(sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    let filter: Filter = fields.of("filter").parse().unwrap_or_default();
    if filter.is_empty() {
        return Err(Error::BadRequest);
    }
    let (app, person) = (&desk.app, desk.person.id);
    match fields.of("do") {
        "forget" => actions::forget_filter(app, person, filter).await?,
        "share" => actions::share_filter(app, person, filter).await?,
        "unshare" => actions::unshare_filter(app, person, filter).await?,
        _ => actions::save_filter(app, person, filter).await?,
    }
    Ok(Redirect::to(&address(filter)).into_response())
}
