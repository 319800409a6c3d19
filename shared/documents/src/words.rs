//! The words that only paper has, from language files. A language is a folder; adding one touches no code.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};

static_loader! {
    static WORDS = {
        locales: "./locales",
        fallback_language: "sv",
        // Else U+2068 and U+2069 stand around every name in a text.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The words of one language; those of Swedish when there are none.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a>(pub &'a LanguageIdentifier);

impl Words<'_> {
    pub fn text(self, key: &str) -> String {
        WORDS.lookup(self.0, key)
    }

    pub fn text_with(self, key: &str, name: &'static str, value: String) -> String {
        let values = HashMap::from([(Cow::from(name), FluentValue::from(value))]);
        WORDS.lookup_with_args(self.0, key, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_words_of_its_own_is_served_in_swedish() {
        for (language, date) in [("sv", "Datum"), ("en", "Date"), ("ar", "التاريخ"), ("fi", "Datum")] {
            assert_eq!(Words(&language.parse().unwrap()).text("date"), date, "{language}");
        }
        let simple = "sv-simple".parse().unwrap();
        assert_eq!(Words(&simple).text("receipt-code"), "Din kod");
    }
}
