//! What can be done here, one file a verb; the only place that writes.

mod import_organisation;
mod take_in_fact;

use crate::{domain::register::Fault, store::StoreError};

pub use import_organisation::{Imported, import_organisation};
pub use take_in_fact::take_in_fact;

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// There is a register, and it says something else: nothing replaces it silently.
    #[error("there is another organisation register already; it was left as it is")]
    AnotherRegister,
    #[error("the organisation register cannot be relied on: {}", list(.0))]
    Faulty(Vec<Fault>),
    /// The fact is about a unit that the register does not know.
    #[error("the register knows no such unit")]
    UnknownUnit,
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn list(faults: &[Fault]) -> String {
    let told: Vec<_> = faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.what)).collect();
    told.join("; ")
}

impl From<Failed> for web::Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::AnotherRegister | Failed::Store(StoreError::Taken) => Self::Conflict,
            Failed::Faulty(faults) => Self::Invalid(
                faults
                    .into_iter()
                    .map(|fault| web::Fault { pointer: fault.pointer, detail: fault.what.to_string() })
                    .collect(),
            ),
            Failed::UnknownUnit => Self::invalid("/data/unit_id", "is not in the register"),
            Failed::Store(error) => Self::Internal(error.into()),
        }
    }
}
