//! The service through its router, as the people and programs that use it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod api;
mod canary;
mod kept_true;
mod letters;
mod office;
mod own;
mod public;
mod staff;
