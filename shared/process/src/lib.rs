//! What every service's process does: read its settings, take its keys, reach its database, serve, and stop in order.
//!
//! A service describes itself as a [`Part`]. Its own binary runs one; `standalone` runs all of them in one process.

mod command;
mod ground;
mod measure;
mod parcels;
mod part;
mod settings;
mod traces;

pub use command::{main, told_to_stop};
pub use ground::{Ground, Inside};
pub use part::{Open, Part, Work};
pub use settings::{Identity, Own, Settings};
