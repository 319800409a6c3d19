//! Rows, private to this room.

pub mod assignment;
pub mod fact;
pub mod person;
pub mod register_version;
pub mod unit;
