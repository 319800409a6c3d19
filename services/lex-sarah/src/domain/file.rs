//! What is said in a case, opened for somebody who may read it.

use kernel::{Timestamp, Uuid};

use super::{Completion, Decision, Entry, Report, Signature, code::coded};

coded!(
    /// What a note is.
    NoteKind {
        /// Something done at once to protect somebody (L2).
        Protection = "protection",
        /// How the inquiry is to be done (L5).
        Plan = "plan",
    }
);

/// Something written down beside the inquiry's own entries.
#[derive(Debug, Clone)]
pub struct Note {
    pub id: Uuid,
    pub kind: NoteKind,
    pub text: String,
    pub at: Timestamp,
    pub by: Signature,
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
    pub taken: Vec<Taken>,
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// Oldest first.
    pub completions: Vec<Completion>,
    /// Oldest first.
    pub decisions: Vec<Decision>,
}
