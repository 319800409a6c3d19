//! What a sender and those who answer say to each other.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId};

use files::Held;

use organisation::Register;

use crate::domain::{AttachmentId, Complaint, Level};

kernel::define_id!(
    /// Something said in a dialogue.
    MessageId
);

words! {
    /// Whose words they are.
    Direction {
        Sender = "sender",
        Staff = "staff",
    }
}

words! {
    MessageKind {
        /// What was sent in.
        Original = "original",
        Message = "message",
        /// The answer to the complaint.
        Answer = "answer",
    }
}

words! {
    /// What a sender wants with what they write.
    Wish {
        /// That those who handle it read it.
        Message = "message",
        /// That the level above looks at the answer (I.2 C11).
        NextLevel = "next_level",
    }
}

words! {
    /// How far it has come, as the sender is told.
    Status {
        Received = "received",
        /// In the register, and waiting for somebody to begin.
        Registered = "registered",
        Handled = "handled",
        Answered = "answered",
        Closed = "closed",
        /// Another authority or unit has it.
        Redirected = "redirected",
    }
}

words! {
    /// What is done with a matter, as the sender is told.
    Step {
        Received = "received",
        Registered = "registered",
        Handled = "handled",
        Answered = "answered",
        Closed = "closed",
    }
}

/// When each was done. What was gone through again (I.2 C11) shows its latest day.
fn steps(complaint: &Complaint) -> Vec<(Step, Timestamp)> {
    let done = [
        (Step::Received, Some(complaint.received_at)),
        (Step::Registered, complaint.registered.as_ref().map(|registered| registered.at)),
        (Step::Handled, complaint.inquiry_started_at),
        (Step::Answered, complaint.answered.map(|answered| answered.at)),
        (Step::Closed, complaint.closed.map(|closed| closed.done.at)),
    ];
    let mut done: Vec<_> = done.into_iter().filter_map(|(step, at)| Some((step, at?))).collect();
    done.sort_by_key(|(_, at)| *at);
    done
}

/// One contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub from: Direction,
    pub kind: MessageKind,
    /// Name and title of the one who wrote for the unit.
    pub author: Option<String>,
    pub text: String,
    pub written_at: Timestamp,
}

/// A file that came with it, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    pub id: AttachmentId,
    pub name: String,
    pub from: Direction,
    pub kind: files::Kind,
    pub size: i64,
    /// Why nobody may open it.
    pub held: Option<Held>,
}

impl FileEntry {
    /// The file for whoever opens it, unless nobody may.
    pub fn opened(self) -> Result<Self, Held> {
        self.held.map_or(Ok(self), Err)
    }
}

/// Who has a matter, as the sender is told (I.2 C3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiesWith {
    /// Whoever handles it.
    Person(PersonId),
    /// Nobody in particular yet, or names are withheld (FL 33 §).
    Level(Level, UnitId),
}

impl LiesWith {
    /// None when it waits for a unit, or nobody has it any more.
    pub fn of(complaint: &Complaint, register: &Register, day: NaiveDate) -> Option<Self> {
        let is_over = matches!(complaint.status(), Status::Closed | Status::Redirected);
        let unit = complaint.unit.filter(|_| !is_over)?;
        Some(match complaint.present_handler(register, day) {
            Some(person) if !complaint.names_withheld => Self::Person(person),
            _ => Self::Level(complaint.level, unit),
        })
    }
}

/// What the holder of the receipt sees.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialogue {
    pub number: CaseNumber,
    /// Its number in the register, once it stands there. Made by a pattern and public, so it tells nothing of the matter.
    pub registration: Option<String>,
    pub status: Status,
    pub lies_with: Option<LiesWith>,
    pub received_at: Timestamp,
    /// The day by which the unit means to answer: its own target, not a right.
    pub answer_by: NaiveDate,
    pub wants_answer: bool,
    /// All that the sender is told of a hand-over (I.2 C5): that it is handled by the rules for misconduct too.
    pub handled_as_misconduct: bool,
    /// Whether the answer can be had as a letter.
    pub has_letter: bool,
    /// Whether the sender can ask the level above to look at it.
    pub has_next_level: bool,
    /// What has been done, and when, oldest first.
    pub steps: Vec<(Step, Timestamp)>,
    /// Oldest first.
    pub messages: Vec<Message>,
    pub files: Vec<FileEntry>,
}

impl Dialogue {
    /// What can be told without opening anything.
    pub fn of(complaint: &Complaint) -> Self {
        Self {
            number: complaint.number.clone(),
            registration: complaint.registered.as_ref().map(|registered| registered.number.clone()),
            status: complaint.status(),
            lies_with: None,
            received_at: complaint.received_at,
            answer_by: complaint.targets.answer_by,
            wants_answer: complaint.wants_answer,
            handled_as_misconduct: false,
            has_letter: complaint.answered.is_some(),
            has_next_level: complaint.has_next_level(),
            steps: steps(complaint),
            messages: Vec::new(),
            files: Vec::new(),
        }
    }
}
