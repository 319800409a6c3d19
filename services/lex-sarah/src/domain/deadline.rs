//! Internal targets: the day by which the next step should be taken.

use chrono::{Days, NaiveDate};
use kernel::calendar::{swedish_day, working_days_after};

use super::{Case, Policy, State};

/// The internal target of the next step. None when nobody's step is next.
pub fn due_on(case: &Case, policy: &Policy) -> Option<NaiveDate> {
    let since = swedish_day(case.since);
    match (case.state, case.inquiry_completed_at) {
        (State::Received | State::Registered, _) => Some(working_days_after(since, policy.take_within)),
        (State::Assessing, _) => Some(working_days_after(since, policy.begin_within)),
        (State::Inquiry, None) => {
            Some(working_days_after(since + Days::new(policy.inquire_within.into()), 0))
        }
        (State::Inquiry, Some(complete)) => {
            Some(working_days_after(swedish_day(complete), policy.decide_within))
        }
        (State::Decision, _) => Some(working_days_after(since, 0)),
        (State::Measures, _) => Some(working_days_after(since, policy.plan_within)),
        (State::FollowUp, _) => Some(match case.closable_at {
            Some(closable) => working_days_after(swedish_day(closable), policy.decide_within),
            None => working_days_after(since + Days::new(policy.follow_up_within.into()), 0),
        }),
        (State::ClosedNoMisconduct | State::Closed | State::Archived | State::OutOfScope, _) => None,
    }
}

/// How near a day is, for whoever has to keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    Passed(i64),
    Today,
    Tomorrow,
    In(i64),
}

pub fn nearness(due_on: NaiveDate, today: NaiveDate) -> Nearness {
    match (due_on - today).num_days() {
        0 => Nearness::Today,
        1 => Nearness::Tomorrow,
        days if days < 0 => Nearness::Passed(-days),
        days => Nearness::In(days),
    }
}
