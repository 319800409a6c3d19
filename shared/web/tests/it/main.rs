//! What every page and every program's address has in common, tried on a site that has nothing else.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod errors;
mod forms;
mod headers;
mod language;
mod operations;
mod origins;
mod pace;
mod program;
mod serve;
mod site;
