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
}

impl Texts {
    pub const fn new(own: &'static StaticLoader) -> Self {
        Self { own }
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

    /// The languages there are, Swedish first.
    pub fn languages(&self) -> Vec<LanguageIdentifier> {
        let mut languages: Vec<_> = self.own.locales().cloned().collect();
        languages.sort_by_key(|language| (language.language != "sv", language.to_string()));
        languages
    }

    /// The first wish that there is a file for; Swedish when there is none.
    pub fn choose<'a>(&self, wishes: impl Iterator<Item = &'a str>) -> LanguageIdentifier {
        let languages = self.languages();
        let known = |wish: &str| {
            let wish: LanguageIdentifier = wish.trim().parse().ok()?;
            let exact = languages.iter().find(|language| **language == wish);
            exact.or_else(|| languages.iter().find(|language| language.language == wish.language)).cloned()
        };
        wishes
            .into_iter()
            .find_map(known)
            .unwrap_or_else(|| languages.first().cloned().expect("Swedish is there"))
    }
}
