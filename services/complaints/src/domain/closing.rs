//! How a complaint is closed (I.2 C10), and opened again (C11).

use kernel::text::FreeText;

use crate::domain::{AnswerFault, AnswerWrong, Done, Policy, State, Typed};

/// That it was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    pub done: Done,
    /// Whether the unit's routine was looked over (H41): closing asks, either answer will do.
    pub routine_reviewed: bool,
}

words! {
    /// What becomes of the working notes: no part of the record unless somebody keeps them for it (TF 2:12).
    WorkingNotes {
        Remove = "remove",
        Keep = "keep",
    }
}

/// What is told when it is closed.
#[derive(Debug, Clone)]
pub struct NewClosing {
    /// What came of the measures, or why none were needed.
    pub measures: FreeText,
    pub routine_reviewed: bool,
    /// What the review led to, or why none was needed.
    pub routine_why: Option<FreeText>,
    /// What staff were told, when and how (H48). Nothing of the sender or the youth.
    pub feedback: Option<FreeText>,
    /// Why the sender hears nothing, where nobody can tell them.
    pub untold: Option<FreeText>,
    /// Where there are any.
    pub working_notes: Option<WorkingNotes>,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedClosing {
    pub measures: String,
    pub routine_reviewed: String,
    pub routine_why: String,
    pub feedback: String,
    /// None where it was not asked.
    pub untold: Option<String>,
    /// As `untold`.
    pub working_notes: Option<String>,
}

/// What must be done before it can be closed.
#[expect(clippy::struct_excessive_bools, reason = "each is something else that is left")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Left {
    /// Measures whose effect nobody has looked at.
    pub effects: bool,
    /// A duty of triage that is not recorded as fulfilled.
    pub duties: bool,
    /// A suspected misconduct that nobody has reported.
    pub report: bool,
    /// The sender waits to hear what came of it, and nobody has written to them.
    pub word: bool,
    /// Nobody can tell the sender, and the closing does not say so.
    pub untold: bool,
    /// Working notes of which nobody has said what becomes of them.
    pub notes: bool,
}

words! {
    /// Why a closed matter is opened again.
    Cause {
        /// Then it goes to the next level (I.2 C11).
        SenderUnhappy = "sender_unhappy",
        NewFacts = "new_facts",
    }
}

/// That it is opened again.
#[derive(Debug, Clone)]
pub struct Reopening {
    pub cause: Cause,
    pub reason: FreeText,
    /// What the sender is told.
    pub text: FreeText,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedReopening {
    pub cause: String,
    pub reason: String,
    pub text: String,
}

/// Whether closing from `state` asks about the routine and what staff were told: after an inquiry it does, of a view,
/// or of what is handled elsewhere, it does not.
pub const fn follows_an_inquiry(state: State) -> bool {
    matches!(state, State::Answered | State::Measures)
}

impl NewClosing {
    /// Every fault at once.
    pub fn parse(typed: &TypedClosing, state: State, policy: &Policy) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let most = policy.longest_text;
        let measures = read.text("measures", &typed.measures, most);
        let reviewed = read.yes("routine_reviewed", &typed.routine_reviewed);
        let routine_why = read.optional_text("routine_why", &typed.routine_why, most);
        let feedback = read.optional_text("feedback", &typed.feedback, most);
        let untold = read.optional_text("untold", typed.untold.as_deref().unwrap_or_default(), most);
        if typed.untold.is_some() && untold == Some(None) {
            read.wrong("untold", AnswerWrong::Unanswered);
        }
        let working_notes = match &typed.working_notes {
            Some(typed) => read.word("working_notes", typed).map(Some),
            None => Some(None),
        };
        if follows_an_inquiry(state) {
            if routine_why == Some(None) {
                read.wrong("routine_why", AnswerWrong::Unanswered);
            }
            if feedback == Some(None) {
                read.wrong("feedback", AnswerWrong::Unanswered);
            }
        }
        let whole = || {
            Some(Self {
                measures: measures?,
                routine_reviewed: reviewed?,
                routine_why: routine_why?,
                feedback: feedback?,
                untold: untold?,
                working_notes: working_notes?,
            })
        };
        read.whole(whole())
    }
}

impl Reopening {
    /// Every fault at once.
    pub fn parse(typed: &TypedReopening, policy: &Policy) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let cause = read.word("cause", &typed.cause);
        let reason = read.text("reason", &typed.reason, policy.longest_text);
        let text = read.text("text", &typed.text, policy.longest_text);
        let whole = || Some(Self { cause: cause?, reason: reason?, text: text? });
        read.whole(whole())
    }
}
