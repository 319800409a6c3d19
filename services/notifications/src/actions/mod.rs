//! What can be done here, one file a verb; the only place that writes.

mod address;
mod deliver;
mod forget;
mod send_again;
mod take_in;
mod tick_off;

use crate::store::StoreError;

pub use deliver::{deliver, keep_delivering};
pub use forget::{forget, keep_forgetting};
pub use send_again::send_again;
pub use take_in::{Repeat, take_in};
pub use tick_off::tick_off;

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The register has not come yet, so nobody can say who is to be told.
    #[error("the register has not come yet")]
    NoRegisterYet,
    /// The repeat key was used for something else.
    #[error("the repeat key was used for another request")]
    KeyReused,
    /// Somebody else has seen to it, or there was nothing to see to.
    #[error("the task no longer waits")]
    NoLongerWaits,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Failed> for web::Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NoRegisterYet => Self::Unavailable,
            Failed::KeyReused => Self::KeyReused,
            Failed::NoLongerWaits | Failed::Store(StoreError::UnderWay) => Self::Conflict,
            Failed::Store(error) => Self::Internal(error.into()),
        }
    }
}
