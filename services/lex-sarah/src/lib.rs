//! Lex Sarah: staff report a misconduct, somebody is protected at once, it is inquired into, and another person decides.
//!
//! ```text
//! pages, http ─▶ actions ─▶ domain      domain   what a case is and may become; the table of transitions
//!      │            └─────▶ store       actions  what somebody can do, one file a verb
//!      └─(lists only)─────▶ store       store    the database, sealed
//! ```

mod actions;
mod app;
pub mod domain;
mod store;

pub use app::App;
pub use store::Migrator;
