//! What tests stand on: a database each, a clock that is moved by hand, an issuer of tokens, a browser without
//! script. Never in a release.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod browser;
mod clock;
mod database;
mod issuer;
mod languages;
mod log;
mod mail;
pub mod organisation;
mod part;
mod pdf;
mod program;
mod rooms;
mod tables;
mod unchanged;
mod world;

pub use browser::{Browser, Shown};
pub use clock::TestClock;
pub use database::{TestDatabase, database};
pub use issuer::Issuer;
pub use languages::{languages, speaks};
pub use log::{listen, logged};
pub use mail::{Behaviour, Mail, MailServer};
pub use part::part;
pub use pdf::pdf_text;
pub use program::{Answer, Program};
pub use rooms::rooms;
pub use tables::{everything_stored, up_down_up};
pub use unchanged::unchanged;
pub use world::{Standing, World};

/// A PNG of 8 by 6 pixels, and a word that the camera wrote beside them: `-kanariebild-`.
pub const PICTURE: &[u8] = include_bytes!("picture.png");
