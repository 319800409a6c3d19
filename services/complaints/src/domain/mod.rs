//! What a complaint is and may become. No I/O.

/// A closed list of words: parsed and written back. They are those of the database, of forms, and of the wire, which is why
/// they say here how they stand in JSON.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:tt,)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::domain::UnknownWord> {
                Self::ALL.iter().find(|known| known.word() == word).copied().ok_or($crate::domain::UnknownWord)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

mod absence;
mod access;
mod acknowledgement;
mod answer;
mod attachment;
mod case;
mod closing;
mod complaint;
mod contact;
mod deadline;
mod dialogue;
mod disposal;
pub mod draft;
mod duty;
mod filter;
mod inquiry;
mod intake;
mod lane;
mod letter;
mod link;
mod measure;
mod own;
pub mod patterns;
pub mod plain;
mod policy;
pub mod reading;
mod redirection;
mod registration;
pub mod search;
mod state;
mod told;
mod transitions;
mod triage;
mod typed;

pub use absence::{Absence, AbsenceId, TypedAbsence};
pub use access::{Level, Parties, Standing, TakesIn, leads, manages, works_with_complaints};
pub use acknowledgement::{Acknowledgement, Confirmed};
pub use answer::{AnsweredBy, NewAnswer, TypedAnswer};
pub use attachment::{AttachmentId, FileFault};
pub use case::{Case, Content, EntryId, EntryKind, JournalEntry};
pub use closing::{
    Cause, Closing, Left, NewClosing, Reopening, TypedClosing, TypedReopening, WorkingNotes,
    follows_an_inquiry,
};
pub use complaint::{Channel, Complaint, ComplaintId, Done, Kind, Relation};
pub use contact::Contact;
pub use deadline::Targets;
pub use dialogue::{
    Dialogue, Direction, FileEntry, LiesWith, Message, MessageId, MessageKind, Status, Step, Wish,
};
pub use disposal::{
    Candidate, Disposal, DisposalId, DisposalKind, DisposalRule, End, Listed, NotDisposed, Protocol,
    works_with_disposal,
};
pub use duty::{Duty, Fulfilment, NewFulfilment, Outcome, TypedFulfilment, breach_by};
pub use filter::{Clock, Filter, News, Whose};
pub use inquiry::{Deviation, NewInquiry, TypedInquiry};
pub use intake::{Field, Intake, IntakeFault, NewComplaint, Wrong};
pub use lane::{Lane, Lanes, Pace};
pub use letter::Letter;
pub use link::{Link, MOST_PARTS, NewPart, NewParts, PART_FIELDS, Tie, TypedParts};
pub use measure::{Effect, Measure, MeasureId, NewMeasure, TypedMeasure};
pub use own::{About, Own, may_follow};
pub use policy::Policy;
pub use redirection::{Elsewhere, Onward, Redirection, TypedRedirection};
pub use registration::{DiaryLine, Registration, SecrecyGround, SecrecyMark};
pub use state::{State, Verb};
pub use told::{Told, TypedTold};
pub use transitions::{By, Refused, Rule, TABLE, Who, diagram, permitted};
pub use triage::{Besides, Category, Concerns, MOST_BESIDES, Severity, Triage, TypedTriage};
pub use typed::{AnswerFault, AnswerWrong, Typed};

/// Not one of the words of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of the known words")]
pub struct UnknownWord;
