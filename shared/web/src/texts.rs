//! Texts for people, from language files. A language is a folder; adding one touches no code.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader, StaticLoader, fluent_bundle::FluentValue, static_loader};

static_loader! {
    static SHARED = {
        locales: "./locales",
        fallback_language: "sv",
        // Else U+2068 and U+2069 stand around every name in a text.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A service's own texts, and behind them the shared ones.
#[derive(Clone, Copy)]
pub struct Texts {
    own: &'static StaticLoader,
    offered: Option<&'static [&'static str]>,
    open_under: Option<&'static str>,
}

/// Swedish in easy words: its private tag, and the registered variant that its folder bears, since the loader knows no
/// private ones.
const EASY_SWEDISH: (&str, &str) = ("sv-x-latt", "sv-simple");

/// A language as browsers, cookies and `lang` know it.
pub fn tag(language: &LanguageIdentifier) -> String {
    let tag = language.to_string();
    if tag == EASY_SWEDISH.1 { EASY_SWEDISH.0.to_owned() } else { tag }
}

fn read(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.trim();
    if tag.eq_ignore_ascii_case(EASY_SWEDISH.0) { EASY_SWEDISH.1.parse().ok() } else { tag.parse().ok() }
}

impl Texts {
    pub const fn new(own: &'static StaticLoader) -> Self {
        Self { own, offered: None, open_under: None }
    }

    /// The same texts in some of their languages: where not every page has been translated to all.
    #[must_use]
    pub const fn offering(self, languages: &'static [&'static str]) -> Self {
        Self { offered: Some(languages), ..self }
    }

    /// But all of them on the pages under a path.
    #[must_use]
    pub const fn but_all_under(self, path: &'static str) -> Self {
        Self { open_under: Some(path), ..self }
    }

    /// The texts as they are offered at an address.
    #[must_use]
    pub fn at(&self, path: &str) -> Self {
        if self.open_under.is_some_and(|open| path.starts_with(open)) { self.in_all() } else { *self }
    }

    /// In every language there is.
    #[must_use]
    pub const fn in_all(&self) -> Self {
        Self { offered: None, ..*self }
    }

    /// The text of a key. A missing key shows itself: a test of each service keeps that from happening.
    pub fn text(&self, language: &LanguageIdentifier, key: &str) -> String {
        self.own
            .try_lookup(language, key)
            .or_else(|| SHARED.try_lookup(language, key))
            .unwrap_or_else(|| key.into())
    }

    pub fn text_with(
        &self,
        language: &LanguageIdentifier,
        key: &str,
        values: &[(&'static str, String)],
    ) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue> = values
            .iter()
            .map(|(name, value)| (Cow::from(*name), FluentValue::from(value.as_str())))
            .collect();
        self.own
            .try_lookup_with_args(language, key, &values)
            .or_else(|| SHARED.try_lookup_with_args(language, key, &values))
            .unwrap_or_else(|| key.into())
    }

    /// The languages there are: Swedish first, then easy Swedish and English, as here most people read them.
    pub fn languages(&self) -> Vec<LanguageIdentifier> {
        let is_offered = |language: &LanguageIdentifier| {
            self.offered.is_none_or(|offered| offered.contains(&tag(language).as_str()))
        };
        let mut languages: Vec<_> =
            self.own.locales().filter(|language| is_offered(language)).cloned().collect();
        languages.sort_by_key(|language| {
            (language.language != "sv", language.language != "en", language.to_string())
        });
        languages
    }

    /// The first wish that there is a file for; Swedish when there is none.
    pub fn choose<'a>(&self, wishes: impl Iterator<Item = &'a str>) -> LanguageIdentifier {
        let languages = self.languages();
        let known = |wish: &str| {
            let wish = read(wish)?;
            let exact = languages.iter().find(|language| **language == wish);
            exact.or_else(|| languages.iter().find(|language| language.language == wish.language)).cloned()
        };
        wishes
            .into_iter()
            .find_map(known)
            .unwrap_or_else(|| languages.first().cloned().expect("Swedish is there"))
    }
}
