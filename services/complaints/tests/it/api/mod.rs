//! The programs' addresses of both halves.

mod access;
pub mod attachments;
mod exclude;
mod receipt;
mod refused;
mod repeat;
mod story;
pub mod submit;
mod table;
mod ways;
