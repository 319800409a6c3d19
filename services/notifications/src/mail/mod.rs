//! The way out: what a mail says, and handing it to the mail server.

mod letter;
mod post;

pub use letter::{Letter, compose};
pub use post::Post;
