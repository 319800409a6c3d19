//! What can be done with a complaint, one file a verb; the only place that writes.
//!
//! By the sender, in the public half: `submit`, `attach`, `open_dialogue`, `write_again`, `add_own_file`, `open_own_file`, `open_letter`, drafts, and readings
//! of a matter. By a sender who is logged in: `own`, `own_draft`. By those who handle it: `read`, `open_file`, `letter`, `record`, `triage`, `rejudge`, `start_inquiry`, `inquire`, `no_complaint`, `note`,
//! `write_to_sender`, `send_file`, `answer`, `hand_over`, `fulfil_duty`, `redirect`, `split`, `merge`, `postpone`, `plan_measures`,
//! `check_effect`, `close`, `reopen`, `route`, `move_to`, `exclude`, `let_manager_in`, `assign`, `hand_back`, `remind_now`, `absence`, `save_filter`, `share_filter`,
//! `take_in`, `correct_entry`, `who_has_read`, `search`, `propose_disposal`, `dispose`. By the service itself:
//! `register`, `remind`, `rescan`, and forgetting what waited too long.

mod absence;
mod add_file_of_own;
mod add_own_file;
mod answer;
mod assign;
pub mod attach;
pub mod attach_part;
mod case;
mod check_effect;
mod close;
mod correct_entry;
mod dispose;
pub mod draft;
pub mod draft_save;
pub mod draft_send;
mod exclude;
mod facts;
mod fulfil_duty;
mod hand_back;
mod hand_over;
mod inquire;
mod let_manager_in;
mod letter;
mod merge;
mod move_to;
mod no_complaint;
mod note;
mod open_dialogue;
mod open_file;
mod open_letter;
mod open_own_file;
mod own;
mod own_draft;
mod plan_measures;
mod postpone;
mod propose_disposal;
mod read;
pub mod reading;
mod receivers;
mod record;
mod redirect;
mod register;
mod rejudge;
mod remind;
mod remind_now;
mod reopen;
mod repeat;
mod rescan;
mod route;
mod save_filter;
mod seal;
mod search;
mod send_file;
mod senders_word;
mod share_filter;
mod split;
mod start_inquiry;
mod submit;
mod take_in;
mod triage;
mod who_has_read;
mod work;
mod write_again;
mod write_to_sender;

use files::{Held, NotOpened, Refusal};
use web::Fault;

use crate::{
    domain::{FileFault, NotDisposed, Refused},
    store::StoreError,
};

pub use absence::{come_back, led, mark_absent, with_stand_ins};
pub use add_file_of_own::add_file_of_own;
pub use add_own_file::add_own_file;
pub use answer::answer;
pub use assign::assign;
pub use attach::{Attached, attach, detach, size_that_came};
pub use case::At;
pub use check_effect::check_effect;
pub use close::close;
pub use correct_entry::correct_entry;
pub use dispose::{dispose, withdraw_disposal};
pub use exclude::exclude;
pub use fulfil_duty::fulfil_duty;
pub use hand_back::hand_back;
pub use hand_over::{Report, hand_over};
pub use inquire::inquire;
pub use let_manager_in::let_manager_in;
pub use letter::{letter, letter_of_own};
pub use merge::merge;
pub use move_to::move_to;
pub use no_complaint::put_down_as_view;
pub use note::{NewNote, note};
pub use open_dialogue::open_dialogue;
pub use open_file::{OpenFile, open_file};
pub use open_letter::open_letter;
pub use open_own_file::open_own_file;
pub use own::{is_sent, open_file_of_own, read_own, send_own, write_own};
pub use own_draft::{begin_own_draft, own_draft, throw_away_own_draft, write_own_draft};
pub use plan_measures::plan_measures;
pub use postpone::postpone;
pub use propose_disposal::propose_disposal;
pub use read::read;
pub use record::record;
pub use redirect::redirect;
pub use register::register;
pub use rejudge::rejudge;
pub use remind::remind;
pub use remind_now::remind_now;
pub use reopen::reopen;
pub use repeat::Repeat;
pub use rescan::rescan;
pub use route::route;
pub use save_filter::{forget_filter, save_filter};
pub use search::{Found, Hit, search};
pub use send_file::send_file;
pub use share_filter::{share_filter, unshare_filter};
pub use split::split;
pub use start_inquiry::start_inquiry;
pub use submit::{Submitted, submit};
pub use take_in::take_in;
pub use triage::triage;
pub use who_has_read::who_has_read;
pub use work::forget;
pub(crate) use work::work;
pub use write_again::write_again;
pub use write_to_sender::{signature, write_to_sender};

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// Not there, or not theirs: the two look alike.
    #[error("not found")]
    NotFound,
    /// It does not fit where the complaint stands, or is for somebody else to do.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A file that cannot be taken.
    #[error("the file cannot be taken")]
    File(#[from] FileFault),
    /// A file that is there and that nobody may open.
    #[error(transparent)]
    Held(#[from] Held),
    /// A file named with the complaint is not waiting for one (any more).
    #[error("a file is gone")]
    FileGone,
    #[error("no such unit")]
    UnknownUnit,
    #[error("no such person")]
    UnknownPerson,
    /// The repeat key was used for something else.
    #[error("the repeat key was used for another request")]
    KeyReused,
    /// The same request is being answered at this moment.
    #[error("the same request is under way")]
    UnderWay,
    /// A list of what may be destroyed stays as it is.
    #[error(transparent)]
    Disposal(#[from] NotDisposed),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Self::File(refusal.into())
    }
}

impl From<NotOpened> for Failed {
    fn from(error: NotOpened) -> Self {
        Self::Store(error.into())
    }
}

impl From<Failed> for web::Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NotFound => Self::NotFound,
            Failed::Refused(Refused::NotYours { .. } | Refused::DoesNotWorkHere | Refused::ManagesIt)
            | Failed::Disposal(NotDisposed::NotYours) => Self::Forbidden,
            Failed::UnderWay
            | Failed::Disposal(_)
            | Failed::Refused(
                Refused::NotNow { .. }
                | Refused::NoUnit
                | Refused::HasUnit
                | Refused::SameUnit
                | Refused::IsComplaint
                | Refused::NoLevelAbove
                | Refused::InquiryLeft
                | Refused::NotesLeft
                | Refused::HandedOverAlready
                | Refused::NoSuchDuty
                | Refused::DutyLeft
                | Refused::ReportLeft
                | Refused::EffectLeft
                | Refused::WordLeft
                | Refused::UntoldLeft
                | Refused::NotAboutManager
                | Refused::JudgeFirst
                | Refused::NothingToMergeWith
                | Refused::MayNotHandle
                | Refused::HandlesAlready
                | Refused::ReasonLeft
                | Refused::NobodyHandles
                | Refused::RemindedToday
                | Refused::WorkIsOver,
            ) => Self::Conflict,
            Failed::File(FileFault::Refused(Refusal::TooLarge)) => Self::TooLarge,
            Failed::File(FileFault::Refused(Refusal::BrokenOff)) => Self::BadRequest,
            Failed::File(FileFault::NoRoom) => Self::Unavailable,
            Failed::File(fault) => Self::invalid("/file", fault.to_string()),
            Failed::Held(held) => {
                Self::NotInThisState(Fault { pointer: "/attachment_id".to_owned(), detail: held.to_string() })
            }
            Failed::FileGone => Self::invalid("/attachments", "names a file that is not waiting to be sent"),
            Failed::UnknownUnit => Self::invalid("/unit_id", "is not known here"),
            Failed::UnknownPerson => Self::invalid("/person_id", "is not known here"),
            Failed::KeyReused => Self::KeyReused,
            Failed::Store(StoreError::Stale) => Self::Stale,
            Failed::Store(error) => Self::Internal(error.into()),
        }
    }
}
