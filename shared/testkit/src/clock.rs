//! A clock that is moved by hand.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use kernel::{Clock, Timestamp};

/// Stands still until it is moved. Begins on Saturday 21 November 2026 at ten in the morning in Sweden.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<Timestamp>>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Arc::new(Mutex::new("2026-11-21T09:00:00Z".parse().unwrap())))
    }
}

impl TestClock {
    pub fn clock(&self) -> Clock {
        let now = Arc::clone(&self.0);
        Clock::from_fn(move || *now.lock().unwrap())
    }

    pub fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }

    pub fn set(&self, to: &str) {
        *self.0.lock().unwrap() = to.parse().unwrap();
    }
}
