//! Time is passed in: nothing but this file asks the system what time it is.

use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};

/// An instant, to the microsecond: what both databases keep.
pub type Timestamp = DateTime<Utc>;

/// Where the time comes from. The system's in production, a test's own in tests.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks")]
        Self::from_fn(Utc::now)
    }

    pub fn from_fn(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time now, cut to whole microseconds so that what is read back equals what was written.
    pub fn now(&self) -> Timestamp {
        (self.0)().trunc_subsecs(6)
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}
