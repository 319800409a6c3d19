//! Rows, private to this crate.

pub mod head;
pub mod link;
pub mod trace;
