//! HTML for people: the sender's pages, with a code or logged in, and those of staff.

mod letter;
mod listed;
pub(crate) mod own;
pub(crate) mod public;
pub(crate) mod staff;
