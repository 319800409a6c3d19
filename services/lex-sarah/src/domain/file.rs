//! What is said in a case, opened for somebody who may read it.

use kernel::{Timestamp, Uuid, text::FreeText};

use serde::Deserialize;

use super::{
    Attachment, Completion, Decision, Entry, Fault, Faults, Package, Policy, Record, Report, Signature,
    code::coded,
};

coded!(
    /// What a note is.
    NoteKind {
        /// Something done at once to protect somebody (L2).
        Protection = "protection",
        /// How the inquiry is to be done (L5).
        Plan = "plan",
        /// The reporter wanted to take the report back; it is inquired into all the same.
        WishToWithdraw = "wish_to_withdraw",
    }
);

/// Something written down beside the inquiry's own entries.
#[derive(Debug, Clone)]
pub struct Note {
    pub id: Uuid,
    pub kind: NoteKind,
    pub text: String,
    /// When it was done, in the writer's words, when that was not just then.
    pub done_when: Option<String>,
    /// Who did it, when that was not the writer.
    pub done_by: Option<String>,
    pub at: Timestamp,
    pub by: Signature,
}

/// A note to be added.
#[derive(Debug, Clone)]
pub struct NewNote {
    pub kind: NoteKind,
    /// Empty only where nothing more need be said.
    pub text: Option<FreeText>,
    pub done_when: Option<FreeText>,
    pub done_by: Option<FreeText>,
}

/// What somebody did at once, as it was filled in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedProtection {
    pub text: String,
    pub done_when: String,
    pub done_by: String,
}

impl NewNote {
    pub fn protection(typed: &TypedProtection, policy: &Policy) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let text = faults.text("text", &typed.text, policy.longest_text);
        let done_when = faults.optional_line("done_when", &typed.done_when, policy.longest_line);
        let done_by = faults.optional_line("done_by", &typed.done_by, policy.longest_line);
        let note = text.map(|text| Self { kind: NoteKind::Protection, text: Some(text), done_when, done_by });
        faults.or(note)
    }

    /// A note that is its text alone.
    pub const fn of(kind: NoteKind, text: Option<FreeText>) -> Self {
        Self { kind, text, done_when: None, done_by: None }
    }
}

/// Somebody took the case.
#[derive(Debug, Clone)]
pub struct Taken {
    pub at: Timestamp,
    pub by: Signature,
}

/// As much as the reader's [`Sight`](super::Sight) opens; the rest is empty.
#[derive(Debug, Clone, Default)]
pub struct File {
    pub report: Option<Report>,
    pub notes: Vec<Note>,
    /// What came with the report, and what belongs to its entries. Oldest first.
    pub attachments: Vec<Attachment>,
    /// The codes of the key list, without the names.
    pub codes: Vec<String>,
    pub taken: Vec<Taken>,
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// Oldest first.
    pub completions: Vec<Completion>,
    /// Oldest first.
    pub decisions: Vec<Decision>,
    /// Oldest first.
    pub records: Vec<Record>,
    /// What is filed with IVO, when its form is filled in.
    pub package: Option<Package>,
}
