//! What a lex Sarah case is and may become. No I/O.

mod case;
mod code;
mod deadline;
mod decision;
mod deidentify;
mod entry;
mod fault;
mod file;
mod inquiry;
mod policy;
mod report;
mod routing;
mod signature;
mod standing;
mod state;
mod transitions;

pub use case::{Arrival, Case, CaseId, Outcome};
pub use code::UnknownCode;
pub use deadline::{Nearness, nearness};
pub use decision::{Decision, Frozen, Grade, NewDecision, TypedDecision, YesNo};
pub use deidentify::{Finding, Trait};
pub use entry::{Entry, EntryId, Kind, NewEntry, Section, TypedEntry, in_force, is_corrected};
pub use fault::{Fault, Faults, Flaw};
pub use file::{File, Note, NoteKind, Taken};
pub use inquiry::{Completion, NewCompletion, Similar, TypedCompletion, findings, unsaid};
pub use policy::Policy;
pub use report::{Channel, Cited, Happened, NewReport, Report, Told};
pub use routing::{Ladder, Route};
pub use signature::Signature;
pub use standing::{Sight, Standings};
pub use state::{Ivo, State, Status};
pub use transitions::{Guard, Refused, Standing, TABLE, Transition, Verb, open_to, permitted};
