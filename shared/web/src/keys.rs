//! The keys by which a list is walked through. Each is a single key, so whoever speaks to their computer, or shakes, can change them
//! or turn them off (WCAG 2.1.4). The choice stands in a cookie: it is about a browser and says nothing of a matter.

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use crate::{Error, Form, Page, Site};

/// Where they are changed.
pub(crate) const KEYS: &str = "/tangenter";

/// What a key does in a list, in the words of its text (`keys-<word>`), and the key it has until somebody changes it.
const DEEDS: [(&str, char); 7] = [
    ("next", 'j'),
    ("previous", 'k'),
    ("open", 'o'),
    ("tick", 'x'),
    ("assign", 'a'),
    ("search", '/'),
    ("help", '?'),
];

/// The key of each deed, in their order; none when they are off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Keys(Option<[char; DEEDS.len()]>);

impl Default for Keys {
    fn default() -> Self {
        Self(Some(DEEDS.map(|(_, key)| key)))
    }
}

impl Keys {
    /// As the cookie says. Whatever is no choice of ours is none.
    pub fn read(cookie: &str) -> Self {
        if cookie == "off" {
            return Self(None);
        }
        let keys =
            cookie.split('.').map(|key| key.parse().ok().and_then(char::from_u32).filter(|key| is_key(*key)));
        let keys = keys.collect::<Option<Vec<_>>>().and_then(|keys| keys.try_into().ok());
        keys.map_or_else(Self::default, |keys| Self(Some(keys)))
    }

    fn cookie(&self) -> String {
        let numbers = |keys: [char; DEEDS.len()]| keys.map(|key| u32::from(key).to_string()).join(".");
        self.0.map_or_else(|| "off".to_owned(), numbers)
    }

    /// Of the named deeds: its word, and its key.
    pub fn of(&self, deeds: &str) -> Vec<(&'static str, char)> {
        let keys = self.0.into_iter().flatten();
        let named =
            DEEDS.iter().zip(keys).filter(|((deed, _), _)| deeds.split(' ').any(|named| named == *deed));
        named.map(|((deed, _), key)| (*deed, key)).collect()
    }
}

fn is_key(key: char) -> bool {
    !key.is_control() && !key.is_whitespace()
}

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    page: Page,
    faults: Vec<(&'static str, String)>,
    is_saved: bool,
    is_on: bool,
    /// The deed and what was typed for it.
    typed: Vec<(&'static str, String)>,
}

impl KeysPage {
    fn fault(&self, deed: &str) -> Option<String> {
        self.faults.iter().find(|(field, _)| *field == deed).map(|(_, text)| text.clone())
    }
}

pub(crate) fn routes(site: Site) -> Router {
    Router::new().route(KEYS, get(ask).post(save)).with_state(site)
}

async fn ask(
    page: Page,
    jar: CookieJar,
    State(site): State<Site>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let keys =
        jar.get(&site.cookie_name("keys")).map(|cookie| Keys::read(cookie.value())).unwrap_or_default();
    let shown = if keys.0.is_some() { keys } else { Keys::default() };
    let typed =
        DEEDS.iter().zip(shown.0.into_iter().flatten()).map(|((deed, _), key)| (*deed, key.to_string()));
    let is_saved = asked.iter().any(|(name, _)| name == "sparat");
    let shown =
        KeysPage { page, faults: Vec::new(), is_saved, is_on: keys.0.is_some(), typed: typed.collect() };
    Ok(crate::html(&shown)?.into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    #[serde(default)]
    on: String,
    next: String,
    previous: String,
    open: String,
    tick: String,
    assign: String,
    search: String,
    help: String,
}

async fn save(State(site): State<Site>, page: Page, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let is_on = !typed.on.is_empty();
    let Typed { on: _, next, previous, open, tick, assign, search, help } = typed;
    let typed: Vec<_> =
        DEEDS.iter().map(|(deed, _)| *deed).zip([next, previous, open, tick, assign, search, help]).collect();
    let faults = if is_on { faults(&page, &typed) } else { Vec::new() };
    if !faults.is_empty() {
        let shown = KeysPage { page, faults, is_saved: false, is_on, typed };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, crate::html(&shown)?).into_response());
    }
    let chosen: Option<Vec<_>> = typed.iter().map(|(_, typed)| only(typed)).collect();
    let keys = Keys(chosen.filter(|_| is_on).and_then(|chosen| chosen.try_into().ok()));
    let mut cookie = site.cookie(site.cookie_name("keys"), keys.cookie());
    // It holds the day after too.
    cookie.make_permanent();
    Ok((CookieJar::new().add(cookie), Redirect::to(&format!("{KEYS}?sparat"))).into_response())
}

/// The one key that was typed.
fn only(typed: &str) -> Option<char> {
    let mut keys = typed.trim().chars();
    keys.next().filter(|key| is_key(*key) && keys.next().is_none())
}

fn faults(page: &Page, typed: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let mut faults = Vec::new();
    for (place, (deed, key)) in typed.iter().enumerate() {
        if only(key).is_none() {
            faults.push((*deed, page.t("keys-one-key")));
        } else if typed[..place].iter().any(|(_, before)| only(before) == only(key)) {
            faults.push((*deed, page.t("keys-taken")));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn a_choice_is_read_as_it_was_kept() {
        for keys in [Keys::default(), Keys(None), Keys(Some(['n', 'p', 'ö', 'x', 't', 's', '+']))] {
            assert_eq!(Keys::read(&keys.cookie()), keys);
        }
        for strange in ["", "106", "106.107.111.120.97.47.63.64", "106.107.111.120.97.47.9", "a.b.c.d.e.f.g"]
        {
            assert_eq!(Keys::read(strange), Keys::default(), "{strange}");
        }
    }

    #[test]
    fn a_list_has_the_keys_it_names_and_none_when_they_are_off() {
        assert_eq!(Keys::default().of("next help"), [("next", 'j'), ("help", '?')]);
        assert!(Keys(None).of("next help").is_empty());
    }
}
