//! A half-written report. The device may be shared: without a sign of life it locks, and the words stay.

use chrono::TimeDelta;
use kernel::Timestamp;

use super::{Policy, TypedReport};

#[derive(Debug, Clone)]
pub struct Draft {
    pub typed: TypedReport,
    /// Makes the report one, however often it is sent.
    pub repeat: String,
    /// When its writer was last known to be there.
    pub seen_at: Timestamp,
    /// When they locked it themselves.
    pub locked_at: Option<Timestamp>,
}

impl Draft {
    /// Whether whoever sits there must log in again before they see a word. `authenticated_at` is their latest log-in.
    pub fn is_locked(&self, authenticated_at: Timestamp, now: Timestamp, policy: &Policy) -> bool {
        let left = self.seen_at + TimeDelta::seconds(policy.draft_locks_after.into());
        let locks_at = self.locked_at.map_or(left, |locked| locked.min(left));
        locks_at <= now && authenticated_at <= locks_at
    }
}
