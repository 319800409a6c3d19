//! What leaves and what arrives, at least once over the wire and once in effect.
//!
//! [`put`] writes a parcel in the transaction that caused it; [`Deliveries`] carries it afterwards. [`inbox`] drops what
//! arrives twice; [`once`] gives the same answer to a request that is repeated. [`Tries`] is how parcels are claimed;
//! it serves other tables of things to be tried as well.

mod deliver;
mod entity;
pub mod inbox;
pub mod once;
mod parcel;
mod refused;
mod tries;

pub use deliver::{Carry, Deliveries, Outcome, Waiting};
pub use parcel::{Parcel, put};
pub use refused::{RefusedParcel, Which};
pub use tries::{Tries, wait};

/// The tables of this crate.
pub const MIGRATION: db::Script = db::Script {
    name: "outbox_1",
    up: include_str!("outbox_1.sql"),
    append_only: &[],
    tables: &["outbox", "inbox", "answered_once"],
};
