//! What quality knows: who is responsible for what, and what has been counted. No I/O.

pub mod access;
pub mod count;
pub mod fact;
pub mod month;
pub mod register;
pub mod responsibility;
