//! Stories across services, through HTTP, against the program that `cargo run` starts.
#![expect(clippy::unwrap_used, reason = "a story stops at the first thing that is not as it should be")]

mod canary;
mod complaint;
mod full_disk;
mod log_in;
mod lyssna;
mod mails;
mod report;
mod start;
mod wire;
