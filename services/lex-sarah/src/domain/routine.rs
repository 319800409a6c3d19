//! The board's local routine for lex Sarah, version by version (H43). A version is added and never changed.

use chrono::NaiveDate;
use kernel::text::FreeText;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Fault, Faults, Policy};

/// A version of the routine, as whoever reports reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Routine {
    #[schema(example = "2026-09")]
    pub version: String,
    /// Where it is published.
    #[schema(example = "https://example.org/lex-sarah-rutin")]
    pub link: Option<String>,
    /// The routine itself, where it is not published.
    pub words: Option<String>,
    pub valid_from: NaiveDate,
}

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedRoutine {
    #[schema(min_length = 1, max_length = 200, example = "2026-09")]
    pub version: String,
    /// Begins with https://. Either this or the text.
    #[schema(max_length = 200, example = "https://example.org/lex-sarah-rutin")]
    pub link: String,
    #[schema(max_length = 20000)]
    pub words: String,
    #[schema(value_type = NaiveDate)]
    pub valid_from: String,
}

impl TypedRoutine {
    /// Whether it says what this version says.
    pub fn is(&self, known: &Routine) -> bool {
        let same = |typed: &str, kept: Option<&String>| typed.trim() == kept.map_or("", |kept| kept.trim());
        self.version.trim() == known.version
            && self.valid_from.trim() == known.valid_from.to_string()
            && same(&self.link, known.link.as_ref())
            && same(&self.words, known.words.as_ref())
    }

    /// `known` are the versions there are: each has a name of its own. It is never valid from a day that has passed, so that
    /// what a case was reported under stays what it was.
    pub fn parse(&self, known: &[Routine], today: NaiveDate, policy: &Policy) -> Result<Routine, Vec<Fault>> {
        let mut faults = Faults::default();
        let version = faults.line("version", &self.version, policy.longest_line).map(FreeText::into_string);
        if version.as_ref().is_some_and(|version| known.iter().any(|each| each.version == *version)) {
            faults.add(Fault::not_a_choice("version"));
        }
        let link = faults.optional_line("link", &self.link, policy.longest_line).map(FreeText::into_string);
        if link.as_ref().is_some_and(|link| !link.starts_with("https://")) {
            faults.add(Fault::not_a_choice("link"));
        }
        let words =
            faults.optional_text("words", &self.words, policy.longest_text).map(FreeText::into_string);
        if self.link.trim().is_empty() && self.words.trim().is_empty() {
            faults.add(Fault::missing("link"));
        }
        let valid_from = faults.day_from("valid_from", &self.valid_from, today);
        let routine = version.zip(valid_from);
        faults.or(routine.map(|(version, valid_from)| Routine { version, link, words, valid_from }))
    }
}

/// The version of a day: the one that began last.
pub fn in_force_on(routines: &[Routine], day: NaiveDate) -> Option<&Routine> {
    let begun = routines.iter().filter(|routine| routine.valid_from <= day);
    begun.max_by_key(|routine| routine.valid_from)
}
