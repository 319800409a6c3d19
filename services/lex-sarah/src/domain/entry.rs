//! What the inquiry finds out, piece by piece (SOSFS 2011:5 ch. 5). Pieces are added and never changed; a correction
//! is a new piece that names the old one.

use chrono::NaiveDate;
use kernel::{Timestamp, define_id, text::FreeText};
use serde::Deserialize;

use super::{Faults, Policy, Signature, Source, code::coded, fault::Fault};

define_id!(
    /// A piece of the inquiry.
    EntryId
);

coded!(
    /// What kind of piece it is.
    Kind {
        Fact = "fact",
        Assessment = "assessment",
        /// It cannot be known, and the text says why.
        NotKnown = "not_known",
    }
);

/// One of the ten points that the documentation of an inquiry must show (law A.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section(u8);

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedEntry {
    pub section: String,
    pub kind: String,
    /// What kind of source it rests on; empty for another than those there are words for.
    pub source_kind: String,
    pub source: String,
    pub source_on: String,
    pub text: String,
    /// The entry it corrects; empty when it corrects none.
    pub corrects: String,
}

#[derive(Debug, Clone)]
pub struct NewEntry {
    pub section: Section,
    pub kind: Kind,
    /// Where it comes from. What is not known comes from nowhere.
    pub source: Option<Source>,
    pub text: FreeText,
    pub corrects: Option<EntryId>,
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub id: EntryId,
    pub section: Section,
    pub kind: Kind,
    pub source: Option<Source>,
    pub text: String,
    pub corrects: Option<EntryId>,
    pub recorded_at: Timestamp,
    pub recorded_by: Signature,
}

impl Section {
    /// What the event was, and what it led to.
    pub const WHAT_HAPPENED: Self = Self(1);
    /// When it was.
    pub const WHEN: Self = Self(3);
    pub const CAUSES: Self = Self(4);
    /// Whether something similar has happened before.
    pub const SIMILAR_BEFORE: Self = Self(5);
    /// What has been done to put it right, and when.
    pub const MEASURES_TAKEN: Self = Self(7);
    /// What is done or planned so that it does not happen again.
    pub const MEASURES_TO_COME: Self = Self(10);

    pub fn all() -> impl Iterator<Item = Self> {
        (1..=10).map(Self)
    }

    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<i16> for Section {
    type Error = super::UnknownCode;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        u8::try_from(number).ok().filter(|n| (1..=10).contains(n)).map(Self).ok_or(super::UnknownCode)
    }
}

impl std::str::FromStr for Section {
    type Err = super::UnknownCode;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        typed.parse::<i16>().map_err(|_| super::UnknownCode)?.try_into()
    }
}

impl NewEntry {
    /// `present` are the entries there are: a correction names one of them, once. `today` is the last day of which a source can be.
    pub fn parse(
        typed: &TypedEntry,
        present: &[Entry],
        today: NaiveDate,
        policy: &Policy,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let section = faults.choice::<Section>("section", &typed.section);
        let text = faults.text("text", &typed.text, policy.longest_text);
        let kind = faults.choice::<Kind>("kind", &typed.kind);
        let source = Source::parse(&mut faults, typed, kind, today, policy);
        let corrects = corrected(&mut faults, &typed.corrects, present);
        let entry = section.zip(kind).zip(text).map(|((section, kind), text)| Self {
            section,
            kind,
            source,
            text,
            corrects,
        });
        faults.or(entry)
    }
}

fn corrected(faults: &mut Faults, typed: &str, present: &[Entry]) -> Option<EntryId> {
    if typed.is_empty() {
        return None;
    }
    let found = in_force(present).find(|entry| entry.id.to_string() == typed).map(|entry| entry.id);
    if found.is_none() {
        faults.add(Fault::not_a_choice("corrects"));
    }
    found
}

/// The entries that no other entry corrects.
pub fn in_force(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(|entry| !is_corrected(entry.id, entries))
}

pub fn is_corrected(entry: EntryId, entries: &[Entry]) -> bool {
    entries.iter().any(|other| other.corrects == Some(entry))
}
