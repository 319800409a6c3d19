//! HTML for people: the sender's pages and those of staff.

pub(crate) mod public;
pub(crate) mod staff;
