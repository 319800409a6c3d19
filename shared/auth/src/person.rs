//! Somebody who is logged in.

use std::ops::Deref;

use kernel::Timestamp;
use organisation::Colleague;

/// A person with the roles of today, and when they logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub colleague: Colleague,
    pub authenticated_at: Timestamp,
    /// Whether the log-in is recent enough for a deed that asks for a fresh one.
    pub is_fresh: bool,
}

impl Deref for Person {
    type Target = Colleague;

    fn deref(&self) -> &Colleague {
        &self.colleague
    }
}
