//! What a list is narrowed down to: the form, what is on, and what somebody keeps.

use axum::response::{IntoResponse, Redirect, Response};
use kernel::UnitId;
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
    let filters = desk.app.store.saved_filters(desk.person.id).await.map_err(Failed::from)?;
    let mut kept = Vec::new();
    for filter in filters {
        let page = inbox::listing(desk, true, filter, MOST + 1);
        let count = desk.app.store.count_page(&desk.person, &page).await.map_err(Failed::from)?;
        let said: Vec<_> = filter.pairs().iter().map(|on| said(desk, on)).collect();
        kept.push(Kept {
            text: said.join(", "),
            href: address(filter),
            count: in_words(&desk.page, count),
            filter: filter.to_string(),
            is_on: filter == on,
        });
    }
    Ok(kept)
}

fn in_words(page: &Page, count: usize) -> String {
    if count > MOST { page.t1("more-than", "count", MOST) } else { count.to_string() }
}

/// Keeps a filter, or drops it, and leads to the list with it.
pub(super) async fn save(sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    let filter: Filter = fields.of("filter").parse().unwrap_or_default();
    if filter.is_empty() {
        return Err(Error::BadRequest);
    }
    if fields.of("do") == "forget" {
        actions::forget_filter(&desk.app, desk.person.id, filter).await?;
    } else {
        actions::save_filter(&desk.app, desk.person.id, filter).await?;
    }
    Ok(Redirect::to(&address(filter)).into_response())
}
