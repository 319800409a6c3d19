//! Looking for matters. What is looked for is sent in a form and not in an address, which would be kept in places that nobody seals.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::{Uuid, calendar::swedish_day, text::without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, Faults, Sent, address, faulty, or_none},
    nobody, wording,
};
use crate::{
    actions::{self, Found, Hit},
    domain::{
        Category, Filter, State,
        search::{Piece, TypedSearch, Wanted},
        works_with_complaints,
    },
    store::Spot,
};

#[derive(Template)]
#[template(path = "staff/search.html")]
struct SearchPage {
    page: Page,
    faults: Faults,
    typed: Typed,
    states: Vec<(String, String)>,
    units: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    result: Option<Shown>,
}

/// What was found.
struct Shown {
    rows: Vec<Row>,
    /// How many there are, and how far back was looked.
    says: Vec<String>,
    /// From where to go on; empty when everything was looked through.
    onward: String,
}

struct Row {
    href: String,
    number: String,
    unit: String,
    received: String,
    state: String,
    state_tag: &'static str,
    /// Where the words stand, and around what.
    excerpt: Option<(String, Vec<Piece>)>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    words: String,
    number: String,
    unit: String,
    state: String,
    category: String,
    from: String,
    to: String,
    /// Where the search before stopped.
    after: String,
    switch_language: String,
}

impl Typed {
    fn is_narrowed(&self) -> bool {
        [&self.number, &self.unit, &self.state, &self.category, &self.from, &self.to]
            .iter()
            .any(|field| !field.is_empty())
    }

    /// What goes along when older matters are looked through.
    fn fields(&self) -> [(&'static str, &str); 7] {
        let Self { words, number, unit, state, category, from, to, after: _, switch_language: _ } = self;
        [
            ("words", words),
            ("number", number),
            ("unit", unit),
            ("state", state),
            ("category", category),
            ("from", from),
            ("to", to),
        ]
    }

    fn search(&self) -> TypedSearch {
        let pairs = self.fields().map(|(name, value)| (name.to_owned(), value.to_owned()));
        TypedSearch {
            words: self.words.clone(),
            number: self.number.clone(),
            filter: Filter::read(&pairs),
            from: self.from.clone(),
            to: self.to.clone(),
        }
    }
}

pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    show(&desk, Faults::default(), Typed::default(), None)
}

/// Answers the page itself and not 303: a search that stood in an address could be read by whoever sees the address.
pub(super) async fn send(sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, Faults::default(), typed, None)?).into_response());
    }
    match Wanted::parse(&typed.search()) {
        Ok(wanted) => {
            let found = actions::search(&desk.app, &wanted, spot(&typed.after), &desk.person).await?;
            let result = shown(&desk, &found);
            show(&desk, Faults::default(), typed, Some(result))
        }
        Err(faults) => {
            let faults =
                faults.into_iter().map(|fault| (fault.field, wording::fault(&desk.page, "search", fault)));
            faulty(show(&desk, faults.collect(), typed, None))
        }
    }
}

/// Whatever is no place leads to the newest.
fn spot(typed: &str) -> Option<Spot> {
    let (at, id) = typed.split_once('.')?;
    Spot::read(at.parse().ok()?, id.parse::<Uuid>().ok()?)
}

fn shown(desk: &Desk, found: &Found) -> Shown {
    let page = &desk.page;
    let mut says = vec![match found.hits.len() {
        0 => page.t("search-none"),
        hits => page.t1("search-hits", "count", hits),
    }];
    if let Some(spot) = found.onward.filter(|_| found.opened > 0) {
        let (count, day) = (found.opened.to_string(), swedish_day(spot.received_at).to_string());
        says.push(page.t2("search-opened", ("count", &count), ("day", &day)));
    }
    let onward =
        found.onward.map(|Spot { received_at, id }| format!("{}.{id}", received_at.timestamp_micros()));
    Shown {
        rows: found.hits.iter().map(|hit| row(desk, hit)).collect(),
        says,
        onward: onward.unwrap_or_default(),
    }
}

fn row(desk: &Desk, Hit { complaint, excerpt }: &Hit) -> Row {
    let excerpt = excerpt
        .as_ref()
        .map(|excerpt| (wording::word(&desk.page, "where", excerpt.place.word()), excerpt.pieces.clone()));
    Row {
        href: address(complaint.id),
        number: complaint.number.to_string(),
        unit: desk.unit_name(complaint.unit),
        received: swedish_day(complaint.received_at).to_string(),
        state: wording::word(&desk.page, "state", complaint.state.word()),
        state_tag: wording::state_tag(complaint.state),
        excerpt,
    }
}

fn show(desk: &Desk, faults: Faults, typed: Typed, result: Option<Shown>) -> Result<Response, Error> {
    let page = &desk.page;
    let any = page.t("filter-any");
    let words =
        |kind: &str, words: Vec<&'static str>| or_none(&any, wording::options(page, kind, words.into_iter()));
    let template = SearchPage {
        page: page.clone(),
        faults,
        states: words("state", State::ALL.iter().map(|word| word.word()).collect()),
        units: or_none(&any, desk.units()),
        categories: words("category", Category::ALL.iter().map(|word| word.word()).collect()),
        typed: Typed {
            words: without_control_characters(&typed.words),
            number: without_control_characters(&typed.number),
            ..typed
        },
        result,
    };
    Ok(web::html(&template)?.into_response())
}
