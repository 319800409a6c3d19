//! Why something was not done, and what that is on the wire.

use files::{Held, NotOpened, Refusal};
use kernel::text::TextFault;
use web::Error;

use crate::{
    domain::{Fault, Flaw, Place, Refused, State},
    store::StoreError,
};

#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// Not there, or not theirs: the two look alike.
    #[error("there is no such case for this person")]
    NotThere,
    /// What they see, but somebody else does.
    #[error("it is somebody else's to do")]
    NotTheirs,
    #[error("refused")]
    Refused(#[from] Refused),
    #[error("something is not filled in as it must be")]
    Faulty(Vec<Fault>),
    #[error("the case has changed since it was read")]
    Stale,
    #[error("another investigator has taken the case")]
    TakenByAnother,
    #[error("the log-in is too old for this")]
    NotFresh,
    #[error("the repeat key was used for another report")]
    KeyReused,
    /// What another service sent cannot be opened or read.
    #[error("what was handed over cannot be read")]
    Unreadable,
    /// A file that cannot be taken.
    #[error("the file is not taken")]
    File(#[from] Refusal),
    #[error("there are as many files as are taken")]
    TooManyFiles,
    /// A file that is there and that nobody may open.
    #[error("the file is held")]
    Held(#[from] Held),
    #[error("the paper was not made")]
    NotMade(#[from] documents::NotMade),
    #[error("the store failed")]
    Store(#[source] StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale,
            other => Self::Store(other),
        }
    }
}

impl From<NotOpened> for Failed {
    fn from(error: NotOpened) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<Fault>> for Failed {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faulty(faults)
    }
}

impl From<Failed> for Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NotThere => Self::NotFound,
            Failed::NotTheirs | Failed::Refused(Refused::NotYours) => Self::Forbidden,
            Failed::Refused(Refused::NotNow(state)) => not_now("/state", state.map_or("none", State::code)),
            Failed::Refused(Refused::Unmet(guard)) => not_now("/guard", guard.code()),
            Failed::TakenByAnother => not_now("/state", "taken by another investigator"),
            Failed::Store(StoreError::UnderWay) => Self::Conflict,
            Failed::Faulty(faults) => Self::Invalid(faults.into_iter().map(placed).collect()),
            Failed::Stale | Failed::Store(StoreError::Stale) => Self::Stale,
            Failed::NotFresh => Self::Unauthorized,
            Failed::KeyReused => Self::KeyReused,
            Failed::Unreadable => Self::invalid("/sealed_report", "cannot be opened here"),
            Failed::File(Refusal::TooLarge) => Self::TooLarge,
            Failed::File(Refusal::BrokenOff) => Self::BadRequest,
            Failed::File(refusal) => Self::invalid("/file", refusal.to_string()),
            Failed::TooManyFiles => Self::invalid("/file", "comes after as many files as are taken"),
            Failed::Held(held) => not_now("/attachment_id", &held.to_string()),
            Failed::NotMade(error) => Self::Internal(error.into()),
            Failed::Store(
                error @ (StoreError::CannotOpen(_) | StoreError::Damaged { .. } | StoreError::Database(_)),
            ) => Self::Internal(error.into()),
        }
    }
}

/// A deed that does not fit: the state that the case is in, or what is wanting.
fn not_now(pointer: &str, detail: &str) -> Error {
    Error::NotInThisState(web::Fault { pointer: pointer.to_owned(), detail: detail.to_owned() })
}

/// Where something was found; never what.
fn at_place(place: Place, at: usize) -> String {
    match place {
        Place::Entry { id, in_source: false, .. } => format!("at character {at} of the entry {id}"),
        Place::Entry { id, in_source: true, .. } => {
            format!("at character {at} of the source of the entry {id}")
        }
        Place::Field(field) => format!("at character {at} of /{field}"),
    }
}

/// For programs: the place, and what is wrong there. Never what was written.
fn placed(fault: Fault) -> web::Fault {
    let detail = match fault.flaw {
        Flaw::Missing => "is needed".to_owned(),
        Flaw::TooLong { length, most } => format!("has {length} characters; {most} can be taken"),
        Flaw::ControlCharacters => "has control characters".to_owned(),
        Flaw::NotAChoice => "is not one of those that can be chosen here".to_owned(),
        Flaw::NotADay => "is no day; write YYYY-MM-DD".to_owned(),
        Flaw::NotATime => "is no time of day; write HH:MM".to_owned(),
        Flaw::StillToCome => "is still to come".to_owned(),
        Flaw::NotAMoment => "is no time; write YYYY-MM-DDTHH:MM".to_owned(),
        Flaw::TooEarly => "is before the report was registered".to_owned(),
        Flaw::Passed => "has passed".to_owned(),
        Flaw::LawSaysYes => "must be true for this grade (LSS 24 f §)".to_owned(),
        Flaw::TellsWho => "could tell who somebody is".to_owned(),
        Flaw::Unanswered { looks_like, place, at, why } => {
            let asked = format!("what looks like a {}, {}", looks_like.code(), at_place(place, at));
            match why {
                TextFault::Empty => format!("does not answer {asked}"),
                TextFault::TooLong { length, most } => {
                    format!("answers {asked} with {length} characters; {most} can be taken")
                }
                TextFault::ControlCharacters => format!("answers {asked} with control characters"),
            }
        }
        Flaw::PersonNumber { place, at } => {
            format!("cannot keep the person number {}; correct the text", at_place(place, at))
        }
        Flaw::Unsaid(section) => format!("point {} of the inquiry says nothing yet", section.number()),
    };
    web::Fault { pointer: format!("/{}", fault.field), detail }
}
