//! The development mailbox: a real SMTP listener whose messages end on a page instead of with people. It takes mail for
//! anybody and shows it to anyone on this machine, so it listens on loopback only.

mod listener;
mod message;
mod messages;
mod pages;
mod replies;
mod session;

pub use listener::{Mailbox, start};
pub use message::Message;
pub use pages::router;
