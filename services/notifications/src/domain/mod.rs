//! Who is told what, and what has become of it. No I/O.

mod delivery;
mod message;
mod recipients;
mod task;

pub use delivery::{DeliveryId, Outcome, State};
pub use message::{MessageId, NewMessage, Notice, Occasion, Place, Recipient};
pub use recipients::{Recipients, Told, Untold, may_be_told_together, recipients};
pub use task::Task;
