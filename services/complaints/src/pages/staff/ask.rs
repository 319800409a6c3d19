//! One question of a form, and how it is answered.

use web::Page;

use super::wording;

/// One question.
pub(super) struct Ask {
    pub name: &'static str,
    pub kind: Kind,
    pub is_optional: bool,
    /// What stands there before anybody has typed.
    pub suggestion: String,
}

pub(super) enum Kind {
    /// Many lines.
    Text,
    Line,
    Day,
    /// One that is ticked, or not.
    Tick,
    /// One of few.
    Choices(Vec<(String, String)>),
    /// One of many.
    Select(Vec<(String, String)>),
}

impl Ask {
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, is_optional: false, suggestion: String::new() }
    }

    pub fn yes_no(page: &Page, name: &'static str) -> Self {
        Self::new(
            name,
            Kind::Choices([("yes", "yes"), ("no", "no")].map(|(v, key)| (v.into(), page.t(key))).into()),
        )
    }

    /// One of a closed list, worded as `<kind>-<word>`.
    pub fn words(
        page: &Page,
        name: &'static str,
        kind: &str,
        words: impl Iterator<Item = &'static str>,
    ) -> Self {
        Self::new(name, Kind::Choices(wording::options(page, kind, words)))
    }

    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    pub fn suggesting(self, suggestion: String) -> Self {
        Self { suggestion, ..self }
    }
}
