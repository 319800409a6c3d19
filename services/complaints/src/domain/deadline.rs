//! Internal targets (law B.3). No law gives a number of days.

use chrono::NaiveDate;
use kernel::{Timestamp, calendar::swedish_day};

use crate::domain::Policy;

/// When the unit means to have done what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Targets {
    /// None when the sender knows already that it has come, or cannot be reached.
    pub acknowledge_by: Option<NaiveDate>,
    pub triage_by: NaiveDate,
    pub answer_by: NaiveDate,
}

impl Targets {
    /// Counted from the day it came in, a Sunday too (FL 22 §).
    pub fn from(received_at: Timestamp, policy: &Policy) -> Self {
        let after = |days| policy.working_days_after(swedish_day(received_at), days);
        Self {
            acknowledge_by: Some(after(policy.acknowledge_within)),
            triage_by: after(policy.triage_within),
            answer_by: after(policy.answer_within),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// K01: a Sunday evening in October, still summer time.
    #[test]
    fn a_sunday_counts_as_the_day_it_came_in() {
        let targets = Targets::from("2026-10-11T20:14:00+02:00".parse().unwrap(), &Policy::default());
        assert_eq!(targets.triage_by.to_string(), "2026-10-12");
        assert_eq!(targets.acknowledge_by.unwrap().to_string(), "2026-10-13");
        assert_eq!(targets.answer_by.to_string(), "2026-10-23");
    }
}
