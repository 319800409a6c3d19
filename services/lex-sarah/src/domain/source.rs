//! What a piece of the inquiry rests on (SOSFS 2011:5 ch. 5): whom somebody heard and when, what they read or saw.

use chrono::NaiveDate;
use kernel::text::FreeText;
use serde::{Deserialize, Serialize};

use super::{Entry, Faults, Kind, Policy, TypedEntry, code::coded, entry::in_force};

coded!(
    /// What kind of source it is.
    SourceKind {
        /// Somebody was heard.
        Interview = "interview",
        Document = "document",
        /// The one who inquires saw it.
        Observation = "observation",
        /// What somebody whom it concerns says about it.
        Statement = "statement",
        Other = "other",
    }
);

/// Where a piece comes from. It is sealed whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub kind: SourceKind,
    /// Who, by code or title; which document; which place.
    pub named: Option<String>,
    /// When somebody was heard, said so or saw it; the day of a document.
    pub on: Option<NaiveDate>,
}

impl Source {
    /// What cannot be known may come from nowhere. A kind that is left out is another.
    pub(super) fn parse(
        faults: &mut Faults,
        typed: &TypedEntry,
        of: Option<Kind>,
        today: NaiveDate,
        policy: &Policy,
    ) -> Option<Self> {
        let kind = faults.optional_choice("source_kind", &typed.source_kind);
        let kind = kind.unwrap_or(SourceKind::Other);
        let is_known = matches!(of, Some(Kind::Fact | Kind::Assessment));
        let named = if is_known && kind.is_named() {
            faults.line("source", &typed.source, policy.longest_line)
        } else {
            faults.optional_line("source", &typed.source, policy.longest_line)
        };
        let has_day = !typed.source_on.trim().is_empty() || (is_known && kind.is_dated());
        let on = has_day
            .then(|| faults.day_between("source_on", &typed.source_on, NaiveDate::MIN, today))
            .flatten();
        let is_said = kind != SourceKind::Other || named.is_some() || on.is_some();
        is_said.then(|| Self { kind, named: named.map(FreeText::into_string), on })
    }

    /// In one line: "Samtal, personal 2, 2026-11-19". `text` gives the text with a key.
    pub fn in_words(&self, text: impl Fn(&str) -> String) -> String {
        let kind = (self.kind != SourceKind::Other).then(|| text(&format!("source-{}", self.kind.code())));
        let parts = [kind, self.named.clone(), self.on.map(|day| day.to_string())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl SourceKind {
    const fn is_named(self) -> bool {
        match self {
            Self::Interview | Self::Document | Self::Statement | Self::Other => true,
            Self::Observation => false,
        }
    }

    const fn is_dated(self) -> bool {
        match self {
            Self::Interview | Self::Observation | Self::Statement => true,
            Self::Document | Self::Other => false,
        }
    }
}

/// What the entries in force rest on, each source once with the latest entry from it and how many there are.
pub fn sources(entries: &[Entry]) -> Vec<(&Source, &Entry, usize)> {
    let mut found: Vec<(&Source, &Entry, usize)> = Vec::new();
    for entry in in_force(entries) {
        let Some(source) = &entry.source else { continue };
        match found.iter_mut().find(|(known, ..)| *known == source) {
            Some((_, latest, count)) => {
                *latest = entry;
                *count += 1;
            }
            None => found.push((source, entry, 1)),
        }
    }
    found
}
