//! What can be done with a complaint, one file a verb; the only place that writes.
//!
//! By the sender, in the public half: submit, attach, open_dialogue, write_again, and drafts.

pub mod attach;
pub mod draft;
pub mod draft_send;
mod open_dialogue;
pub mod reading;
mod receivers;
mod repeat;
mod seal;
mod submit;
mod write_again;

use process::Work;
use tokio_util::sync::CancellationToken;

use crate::{
    StaffApp,
    domain::{FileFault, Refused},
    store::StoreError,
};

pub use attach::{Attached, attach, detach};
pub use open_dialogue::open_dialogue;
pub use repeat::Repeat;
pub use submit::{Submitted, submit};
pub use write_again::write_again;

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
    /// A file named with the complaint is not waiting for one (any more).
    #[error("a file is gone")]
    FileGone,
    /// The repeat key was used for something else.
    #[error("the repeat key was used for another request")]
    KeyReused,
    /// The same request is being answered at this moment.
    #[error("the same request is under way")]
    UnderWay,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Failed> for web::Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NotFound => Self::NotFound,
            Failed::Refused(Refused::NotYours { .. } | Refused::DoesNotWorkHere) => Self::Forbidden,
            Failed::Refused(
                Refused::NotNow { .. }
                | Refused::NoUnit
                | Refused::HasUnit
                | Refused::IsComplaint
                | Refused::HandedOverAlready,
            ) => Self::Conflict,
            Failed::File(FileFault::TooLarge) => Self::TooLarge,
            Failed::File(FileFault::Empty) => Self::invalid("/file", "must not be empty"),
            Failed::File(FileFault::KindRefused) => {
                Self::invalid("/file", "is of a kind that is not taken, or its name says another")
            }
            Failed::File(FileFault::BrokenOff) => Self::BadRequest,
            Failed::FileGone => Self::invalid("/attachments", "names a file that is not waiting to be sent"),
            Failed::KeyReused => Self::KeyReused,
            Failed::UnderWay | Failed::Store(StoreError::Stale) => Self::Conflict,
            Failed::Store(error) => Self::Internal(error.into()),
        }
    }
}

/// What the half for staff does beside its requests.
pub(crate) fn work(_app: &StaffApp, _stop: &CancellationToken) -> Vec<Work> {
    Vec::new()
}
