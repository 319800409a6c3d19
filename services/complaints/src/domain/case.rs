//! A complaint as somebody who handles it sees it.

use kernel::{CaseNumber, PersonId, Timestamp};

use crate::domain::{
    Complaint, Contact, Direction, Done, Duty, FileEntry, Fulfilment, Link, Measure, Message, Standing,
    Triage,
};

kernel::define_id!(
    /// Something staff wrote for themselves.
    EntryId
);

words! {
    EntryKind {
        Note = "note",
        /// To remember while one works (TF 2:12). What bears on the matter itself belongs in the journal (FL 27 §).
        WorkingNote = "working_note",
        /// Why it is judged otherwise than before (I.2 C4).
        Rejudged = "rejudged",
        /// Why it is about another unit.
        Moved = "moved",
        /// What happened, as the inquiry found (I.2 C8).
        Happened = "happened",
        /// What that rests on.
        Sources = "sources",
        /// Who was heard, and what they said.
        Heard = "heard",
        /// What the routine says, and whether it was followed.
        Compared = "compared",
        /// What a guardian may be told of a youth of 12 to 17, and why (H12, OSL 12:3).
        TowardsGuardian = "towards_guardian",
        /// Why somebody else handles it, or nobody.
        Assignment = "assignment",
        /// What the youth said and how it was considered, or why nobody could ask (H10).
        YouthHeard = "youth_heard",
        /// Which measures were taken, or why none (I.2 C10).
        Closing = "closing",
        /// What the review of the routine led to, or why none was needed (H41).
        Routine = "routine",
        /// What staff were told (H48).
        Feedback = "feedback",
        /// Why the sender hears nothing of it.
        Untold = "untold",
        /// Why it is not about the manager.
        LetIn = "let_in",
        /// Why it was opened again (I.2 C11).
        Reopening = "reopening",
    }
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    pub id: EntryId,
    pub kind: EntryKind,
    pub author: String,
    pub text: String,
    pub written_at: Timestamp,
    /// The entry that it corrects: nothing that was written is changed.
    pub corrects: Option<EntryId>,
}

impl EntryKind {
    /// Whether it is part of the record, and so of what is handed out after a review of secrecy. A working note is not (TF 2:12).
    pub const fn belongs_to_record(self) -> bool {
        !matches!(self, Self::WorkingNote)
    }
}

/// What one person may see of one complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub complaint: Complaint,
    pub standing: Standing,
    /// What it was judged to be before, and by whom; oldest first.
    pub judged_before: Vec<(Triage, Done)>,
    /// What was written. None for a registrar, who sees what stands in the register.
    pub content: Option<Content>,
    /// Who has handed it over to lex Sarah, and when. Nothing of what becomes of it comes back.
    pub handed_over: Vec<(PersonId, Timestamp)>,
    /// Those it belongs with, as far as the person may know of them.
    pub links: Vec<Link>,
    /// Of a part: the complaint that has the sender's files, if there are any. They tell of the other parts too, so a part does not
    /// get them by itself (OSL 8:2).
    pub files_stay_with: Option<CaseNumber>,
}

impl Case {
    /// Where the sender's files stay when it is parted. None when there are none.
    pub fn files_would_stay_with(&self) -> Option<&CaseNumber> {
        let has_files = self
            .content
            .as_ref()
            .is_some_and(|content| content.files.iter().any(|file| file.from == Direction::Sender));
        if has_files { Some(&self.complaint.number) } else { self.files_stay_with.as_ref() }
    }
}

/// What was written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Oldest first; the first is what was sent in.
    pub messages: Vec<Message>,
    /// Oldest first.
    pub journal: Vec<JournalEntry>,
    pub contact: Contact,
    pub files: Vec<FileEntry>,
    /// In the order they were planned.
    pub measures: Vec<Measure>,
    pub fulfilled: Vec<Fulfilment>,
}

impl Content {
    pub fn has_working_notes(&self) -> bool {
        self.journal.iter().any(|entry| !entry.kind.belongs_to_record())
    }

    pub fn fulfilled_duties(&self) -> Vec<Duty> {
        self.fulfilled.iter().map(|fulfilment| fulfilment.duty).collect()
    }
}
