//! Rows, private to this room.

pub mod delivery;
pub mod message;
