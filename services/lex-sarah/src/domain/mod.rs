//! What a lex Sarah case is and may become. No I/O.

mod account;
mod attachment;
mod briefing;
mod case;
mod closing;
mod code;
mod course;
mod deadline;
mod decision;
mod deidentify;
mod draft;
mod duty;
mod entry;
mod fault;
mod feedback;
pub mod figures;
mod file;
mod filter;
mod hints;
mod inquiry;
mod ivo;
mod ivo_proposal;
mod kept;
mod key_list;
mod measure;
mod names;
mod news;
mod numbers;
mod on_call;
mod oral;
mod package;
mod policy;
mod reach;
mod record;
mod registration;
mod report;
mod routine;
mod routing;
mod signature;
mod small_group;
mod source;
mod standing;
mod state;
mod target;
mod transitions;

pub use account::{
    Account, Counted, Figures, IvoFigure, Tally, TypedAccount, approves_accounts, drafts_accounts, is_over,
    reads_accounts,
};
pub use attachment::{Attachment, AttachmentId};
pub use briefing::{
    BriefingKind, Employee, Informed, Knowledge, NewBriefing, TypedBriefing, decides_the_routine, informs_at,
    sees_who_is_informed, sees_who_is_informed_at,
};
pub use case::{Arrival, Case, CaseId, Outcome};
pub use closing::{
    Agreement, Archiving, Cause, Closing, HandedBack, OtherMatter, OutOfScope, Remedy, Reopening,
    TypedAgreement, TypedArchiving, TypedClosing, TypedHandBack, TypedOutOfScope, TypedRemedy,
    TypedReopening,
};
pub use code::UnknownCode;
pub use course::known_of;
pub use deadline::{Nearness, nearness};
pub use decision::{Decision, Frozen, Grade, NewDecision, TypedDecision, YesNo};
pub use deidentify::{Finding, Names, Place, Trait, tells_who};
pub use draft::Draft;
pub use duty::{Duty, DutyStep, DutyTrack, TypedDuty, duties};
pub use entry::{Entry, EntryId, Kind, NewEntry, Section, TypedEntry, in_force, is_corrected};
pub use fault::{Fault, Faults, Flaw};
pub use feedback::{Audience, Feedback, TypedFeedback, not_told};
pub use file::{File, NewNote, Note, NoteKind, Taken, TypedProtection};
pub use filter::{Clock, Filter, TowardsIvo, Turn};
pub use inquiry::{Completion, NewCompletion, Similar, TypedCompletion, findings, unsaid};
pub use ivo::{
    Countdown, IvoAnswer, IvoChannel, IvoFiling, IvoForm, IvoMatter, IvoReasons, IvoRespite, MisconductKind,
    Reminder, TypedFiling, TypedIvoAnswer, TypedIvoForm, TypedIvoReasons, TypedRespite, inquiry_due_on,
    ivo_form, morning, warnings,
};
pub use ivo_proposal::Known;
pub use kept::{
    Kept, KeptIn, LOOKED_THROUGH, LookedThrough, Question, TypedKept, found_in, kept_in, questions, replace,
    with_kept,
};
pub use key_list::{Key, LOOK_LASTS, NewKey, PartInCase, TypedKey};
pub use measure::{
    Effect, Measure, MeasureDone, Progress, Reached, Replanned, RoutineReview, Tracked, TypedEffect,
    TypedMeasure, TypedProgress, measures,
};
pub use news::News;
pub use on_call::is_staffed;
pub use oral::{NewOral, TakenDown, Teller, TypedOral};
pub use package::{Enclosed, Package};
pub use policy::Policy;
pub use reach::Reach;
pub use record::{Content, Record, RecordId, RecordKind};
pub use registration::{NO_MARK, Registration, SecrecyMark, TypedRegistration};
pub use report::{Channel, Cited, Happened, NewReport, Report, Told, TypedReport};
pub use routine::{Routine, TypedRoutine, in_force_on};
pub use routing::{Ladder, Route};
pub use signature::Signature;
pub use source::{Source, SourceKind, sources};
pub use standing::{RECEIVERS, Sight, Standings};
pub use state::{Ivo, State, Status};
pub use target::{Nearest, Reminded, Target, held_at, nearest, targets};
pub use transitions::{Guard, Refused, Standing, TABLE, Transition, Verb, locked_to, open_to, permitted};
