//! JSON for programs, one document for each half.

mod faults;
pub(crate) mod public;
pub(crate) mod staff;

pub use public::document as public_document;
pub use staff::document as staff_document;
