//! What leaves and what arrives, at least once over the wire and once in effect.
//!
//! [`put`] writes a parcel in the transaction that caused it; [`Deliveries`] carries it afterwards. [`inbox`] drops what
//! arrives twice; [`once`] gives the same answer to a request that is repeated.

mod deliver;
mod entity;
pub mod inbox;
pub mod once;
mod parcel;

pub use deliver::{Carry, Deliveries, Outcome, Waiting};
pub use parcel::{Parcel, put};

/// The tables of this crate.
pub const MIGRATION: db::Script = db::Script {
    name: "outbox_1",
    up: include_str!("outbox_1.sql"),
    append_only: &[],
    tables: &["outbox", "inbox", "answered_once"],
};
