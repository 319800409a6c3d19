//! The service through its router, as the people and programs that use it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod access;
mod account;
mod api;
mod bundle;
mod canary;
mod cases;
mod conflicts;
mod ending;
mod files;
mod forms;
mod frozen;
mod handover;
mod information;
mod input;
mod invariants;
mod ivo;
mod keeping;
mod keeps;
mod kept_true;
mod key_list;
mod law;
mod office;
mod oral;
mod registry;
mod sources;
mod story;
mod table;
mod told;
mod walk;
mod workbench;
mod writing;
