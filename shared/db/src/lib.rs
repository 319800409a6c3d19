//! The database, whichever it is: connect, migrate, begin, ask whether it is there. Nothing of a service's tables.

mod away;
mod connect;
mod damaged;
mod migrate;

pub use away::is_away;
pub use connect::{ConnectError, Database};
pub use damaged::Damaged;
pub use migrate::{Script, migrate};
