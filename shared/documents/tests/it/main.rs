//! Documents as they leave: what they say, whether they are what they claim, and that nothing written in them breaks or runs.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod content;
mod hostile;
mod judged;
mod sample;
