//! The programs' addresses of both halves.

mod about_manager;
mod access;
mod asked;
pub mod attachments;
mod cases;
mod exclude;
mod findings;
mod heard;
mod receipt;
mod refused;
mod register;
mod rejudged;
mod reminders;
mod repeat;
mod scanning;
mod story;
pub mod submit;
mod table;
mod take_in;
mod unhappy;
mod untold;
mod ways;
