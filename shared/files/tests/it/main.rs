//! Files as people have them, and as those who mean ill make them. All of them are made here.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod clamd;
mod preview;
mod sample;
mod taken;
