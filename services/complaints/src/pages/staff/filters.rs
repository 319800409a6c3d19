//! What a list is narrowed down to: the form, what is on, and what somebody keeps.

use axum::response::{IntoResponse, Redirect, Response};
use kernel::UnitId;
use web::{Error, Page};

use super::{
    answers::Answers,
    desk::{Desk, Sent, or_none},
    inbox, wording,
};
use crate::{
    actions::{self, Failed},
    domain::{Category, Channel, Clock, Filter, State, Whose, works_with_complaints},
};

/// A count goes no further, so that it costs the same however many there are.
const MOST: usize = 99;

/// The form of a filter.
pub(super) struct Narrowing {
    pub selects: Vec<Select>,
    /// What is on, and the list without it.
    pub chips: Vec<(String, String)>,
    /// The filter as it is kept; empty when there is none.
    pub filter: String,
}

pub(super) struct Select {
    pub name: &'static str,
    pub label: String,
    pub options: Vec<(String, String)>,
    pub chosen: String,
}

/// A filter that somebody keeps.
pub(super) struct Kept {
    pub text: String,
    pub href: String,
    pub count: String,
    pub filter: String,
    pub is_on: bool,
}

/// A list with a filter, and where in it.
pub(super) fn address(path: &str, filter: &Filter, place: Option<(&str, String)>) -> String {
    let pairs = filter.pairs().into_iter().chain(place);
    let pairs: Vec<_> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

pub(super) fn narrowing(desk: &Desk, path: &str, is_open: bool, filter: Filter) -> Narrowing {
    let on = filter.pairs();
    let select = |(name, options): (&'static str, Vec<(String, String)>)| Select {
        label: desk.page.t(&format!("filter-{name}")),
        chosen: on.iter().find(|(known, _)| *known == name).map(|(_, v)| v.clone()).unwrap_or_default(),
        name,
        options,
    };
    let without = |left: &str| {
        let kept: Vec<_> = on.iter().filter(|(name, _)| *name != left).cloned().collect();
        let kept: Vec<_> = kept.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        address(path, &Filter::read(&kept), None)
    };
    Narrowing {
        selects: choices(desk, is_open).into_iter().map(select).collect(),
        chips: on.iter().map(|(name, value)| (said(desk, name, value), without(name))).collect(),
        filter: filter.to_string(),
    }
}

fn choices(desk: &Desk, is_open: bool) -> Vec<(&'static str, Vec<(String, String)>)> {
    let page = &desk.page;
    let words = |kind: &str, words: Vec<&'static str>| {
        let options = wording::options(page, kind, words.into_iter());
        let any = std::iter::once((String::new(), page.t("filter-any")));
        any.chain(options.into_iter().map(|(word, text)| (word.to_owned(), text))).collect()
    };
    let is_end = |state: &State| matches!(state, State::Closed | State::Disposed);
    let states = State::ALL.iter().filter(|state| is_end(state) != is_open).map(|state| state.word());
    let mut choices = vec![
        ("state", words("state", states.collect())),
        ("unit", or_none(&page.t("filter-any"), desk.units())),
        ("category", words("category", Category::ALL.iter().map(|word| word.word()).collect())),
        ("channel", words("channel", Channel::ALL.iter().map(|word| word.word()).collect())),
        ("whose", words("whose", Whose::ALL.iter().map(|word| word.word()).collect())),
    ];
    if is_open {
        choices.insert(1, ("clock", words("clock", Clock::ALL.iter().map(|word| word.word()).collect())));
    }
    choices
}

fn said(desk: &Desk, name: &str, value: &str) -> String {
    if name != "unit" {
        return wording::word(&desk.page, name, value);
    }
    let unit = value.parse::<kernel::Uuid>().ok().map(UnitId::from);
    let known = desk.unit_name(unit);
    if known.is_empty() { desk.page.t("unknown-unit") } else { known }
}

/// What the person keeps, each with how many matters it has now.
pub(super) async fn kept(desk: &Desk, on: Filter) -> Result<Vec<Kept>, Error> {
    let filters = desk.app.store.saved_filters(desk.person.id).await.map_err(Failed::from)?;
    let mut kept = Vec::new();
    for filter in filters {
        let page = inbox::listing(desk, true, filter, MOST + 1);
        let count = desk.app.store.count_page(&desk.person, &page).await.map_err(Failed::from)?;
        let said: Vec<_> = filter.pairs().iter().map(|(name, value)| said(desk, name, value)).collect();
        kept.push(Kept {
            text: said.join(", "),
            href: address("/", &filter, None),
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
    Ok(Redirect::to(&address("/", &filter, None)).into_response())
}
