//! Internal targets: when they are due, when they are reminded of, and whose step it is (requirements I.1 and I.3). LSS says
//! "utan dröjsmål" and "snarast"; these days are the municipality's own and none that a law sets.

use chrono::{NaiveDate, TimeDelta};
use kernel::{
    PersonId, Timestamp, UnitId,
    calendar::{is_working_day, swedish_day, swedish_instant, working_days_after},
};
use organisation::Role;

use super::{
    Case, Countdown, Guard, Ivo, Ladder, Policy, Reach, Record, Reminder, State, Tracked, Verb, code::coded,
    known_of, measures, morning,
};

/// An internal target that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub countdown: Countdown,
    pub due_at: Timestamp,
    /// When somebody is reminded, first before it and then when it has passed.
    warn_at: Vec<Timestamp>,
}

/// Somebody who is reminded, and who by name is not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reminded {
    Person(PersonId),
    Role(Role, Option<UnitId>),
}

coded!(
    /// What the nearest day of a case is the last of.
    Nearest {
        /// GDPR art. 33.
        DataBreach = "data_breach",
        /// L2.
        Protect = "protect",
        /// L6.
        NotifyIvo = "notify_ivo",
        /// L12.
        IvoInquiry = "ivo_inquiry",
        /// The next step, or a measure.
        Step = "step",
    }
);

/// The nearest day that somebody has to keep. Of several that are one day, the gravest. Protecting somebody is a matter of hours: from when
/// the inquiry is begun it is asked for in the case, and does not hide every later day in lists.
pub fn nearest(case: &Case, policy: &Policy) -> Option<(NaiveDate, Nearest)> {
    let day_of = |target: Option<Target>| target.map(|target| swedish_day(target.due_at));
    let may = |verb: Verb| verb.states().any(|state| state == case.state);
    let is_new = matches!(case.state, State::Received | State::Registered | State::Assessing);
    let days = [
        (case.breach_due_at.filter(|_| may(Verb::ConsiderDuty)).map(swedish_day), Nearest::DataBreach),
        (day_of(protection(case, policy).filter(|_| is_new)), Nearest::Protect),
        (day_of(notice(case, policy)), Nearest::NotifyIvo),
        (case.ivo_due_on, Nearest::IvoInquiry),
        (case.due_on, Nearest::Step),
    ];
    days.into_iter().filter_map(|(day, of)| Some((day?, of))).min_by_key(|(day, _)| *day)
}

/// The targets that run in a case now. `records` tell how its measures stand.
pub fn targets(case: &Case, records: &[Record], policy: &Policy) -> Vec<Target> {
    let own = [protection(case, policy), notice(case, policy), step(case, records, policy)];
    let measures = open_measures(case, records);
    let mut days: Vec<_> = measures.iter().map(|measure| measure.due_on).collect();
    days.sort_unstable();
    days.dedup();
    let measures = days.into_iter().map(|day| Target::on(Countdown::Measure, day, policy));
    own.into_iter().flatten().chain(measures).collect()
}

/// L2, in hours that run over nights and holidays: outside hours somebody can be on call.
fn protection(case: &Case, policy: &Policy) -> Option<Target> {
    let since = case.registered_at.filter(|_| case.state.is_open() && case.protected_at.is_none())?;
    let due_at = since + TimeDelta::hours(policy.protect_within.into());
    let before = due_at - TimeDelta::minutes(policy.protect_remind_before.into());
    Some(Target { countdown: Countdown::Protect, due_at, warn_at: vec![before, due_at] })
}

/// L6, from when it was said to be clear.
fn notice(case: &Case, policy: &Policy) -> Option<Target> {
    let may_be_done = Verb::NotifyIvo.states().any(|state| state == case.state);
    let since = case.ivo_clear_at.filter(|_| may_be_done)?;
    let day = working_days_after(swedish_day(since), policy.notify_ivo_within);
    Some(Target::on(Countdown::NotifyIvo, day, policy))
}

/// The step that is next in the case, by the day that its page shows.
fn step(case: &Case, records: &[Record], policy: &Policy) -> Option<Target> {
    let countdown = step_of(case, records)?;
    Some(Target::on(countdown, case.due_on?, policy))
}

fn step_of(case: &Case, records: &[Record]) -> Option<Countdown> {
    let has_open_measures = !open_measures(case, records).is_empty();
    match case.state {
        State::Received | State::Registered => Some(Countdown::Take),
        State::Assessing => Some(Countdown::Begin),
        State::Inquiry if case.inquiry_completed_at.is_some() => Some(Countdown::Decide),
        State::Inquiry => Some(Countdown::Inquire),
        // Each measure has its own day.
        State::Measures | State::FollowUp if has_open_measures => None,
        State::Measures if measures(case.since_decided(records)).is_empty() => Some(Countdown::Plan),
        State::Measures => Some(Countdown::FollowUp),
        State::FollowUp if case.closable_at.is_some() => Some(Countdown::Close),
        State::FollowUp => {
            let known = known_of(case, records);
            let is_settled = [Guard::EffectJudged, Guard::FeedbackGiven].iter().all(|g| known.contains(g));
            // What is left is IVO's, which has its own clock.
            (!is_settled).then_some(Countdown::Judge)
        }
        State::Decision | State::ClosedNoMisconduct | State::Closed | State::Archived | State::OutOfScope => {
            None
        }
    }
}

fn open_measures<'a>(case: &Case, records: &'a [Record]) -> Vec<Tracked<'a>> {
    if !matches!(case.state, State::Measures | State::FollowUp) {
        return Vec::new();
    }
    measures(case.since_decided(records)).into_iter().filter(|measure| measure.done.is_none()).collect()
}

impl Target {
    /// Due when that day's work ends. Reminded of some working days before, and when that has been already, on the day itself; and again
    /// on the first working day after it.
    fn on(countdown: Countdown, day: NaiveDate, policy: &Policy) -> Self {
        let due_at = swedish_instant(day.and_time(policy.staffed_to)).unwrap_or_else(|| morning(day));
        let days = [working_days_before(day, policy.remind_before), working_days_after(day, 1)];
        Self { countdown, due_at, warn_at: days.map(morning).into() }
    }

    /// When it is reminded of, if it begins to run now: what is to come.
    pub fn reminders_from(&self, now: Timestamp) -> Vec<Timestamp> {
        let mut to_come: Vec<_> = self.warn_at.iter().copied().filter(|at| *at > now).collect();
        let day = swedish_day(self.due_at);
        let is_near = self.countdown != Countdown::Protect && is_working_day(day) && morning(day) > now;
        if is_near && to_come.iter().all(|at| *at > self.due_at) {
            to_come.insert(0, morning(day));
        }
        to_come
    }
}

/// The day that lies so many working days before.
fn working_days_before(day: NaiveDate, count: u32) -> NaiveDate {
    let mut before =
        std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).filter(|day| is_working_day(*day));
    let Some(nth) = count.checked_sub(1) else { return day };
    before.nth(nth as usize).expect("working days have always been")
}

impl Reminder {
    /// Whether it tells that an internal target has passed.
    pub fn is_of_the_past(&self) -> bool {
        self.warn_at >= self.due_at
    }

    /// Whose step it is; when the target has passed the next level too (I.3). Nobody whom the case is about. Where whoever it is cannot act
    /// any more, the next level is told instead.
    pub fn to(&self, case: &Case, records: &[Record], ladder: &Ladder, reach: &Reach) -> Vec<Reminded> {
        let there = |who: Reminded| there(who, case, ladder, reach);
        let own: Vec<_> = self.whose(case, records).into_iter().map(there).collect();
        let above = own.iter().filter(|_| self.is_of_the_past()).map(|who| above(who, case, ladder));
        let above: Vec<_> = above.map(there).collect();
        let mut all: Vec<Reminded> = Vec::new();
        for who in own.into_iter().chain(above) {
            if !all.contains(&who) {
                all.push(who);
            }
        }
        all
    }

    fn whose(&self, case: &Case, records: &[Record]) -> Vec<Reminded> {
        let decides = Reminded::Role(Role::DecisionMaker, None);
        match self.countdown {
            Countdown::IvoInquiry | Countdown::DataBreach => Vec::new(),
            Countdown::Protect => {
                let on_call = case.on_call.map(|role| Reminded::Role(role, held_at(case, role)));
                let assigned = case.investigator.map(Reminded::Person);
                let received = received(case);
                let assigned = assigned.filter(|who| *who != received);
                [Some(received), on_call, assigned].into_iter().flatten().collect()
            }
            Countdown::Begin if case.out_of_scope_proposed_at.is_some() => vec![decides],
            Countdown::Take | Countdown::Begin | Countdown::Inquire => vec![investigates(case)],
            Countdown::NotifyIvo if case.ivo == Ivo::Required => vec![decides, investigates(case)],
            Countdown::NotifyIvo | Countdown::Decide | Countdown::Close => vec![decides],
            Countdown::Plan | Countdown::FollowUp | Countdown::Judge => vec![received(case)],
            Countdown::Measure => self.owners(case, records),
        }
    }

    /// Of the measures that were to be done by that day. Who has since turned out to be part of it is told no more.
    fn owners(&self, case: &Case, records: &[Record]) -> Vec<Reminded> {
        let day = swedish_day(self.due_at);
        let open = open_measures(case, records).into_iter().filter(|measure| measure.due_on == day);
        let mut owners: Vec<_> = open.map(|measure| measure.measure.owner).collect();
        owners.retain(|owner| !case.implicated.contains(owner) && *owner != case.reported_by);
        owners.sort_unstable();
        owners.dedup();
        owners.into_iter().map(Reminded::Person).collect()
    }
}

/// Whoever receives it at the unit, or who investigates where everybody there is part of it.
fn received(case: &Case) -> Reminded {
    case.receiver.map_or_else(|| investigates(case), |role| Reminded::Role(role, held_at(case, role)))
}

pub fn held_at(case: &Case, role: Role) -> Option<UnitId> {
    (role != Role::SchoolOwnerRepresentative).then_some(case.unit)
}

fn investigates(case: &Case) -> Reminded {
    case.investigator.map_or(Reminded::Role(Role::LexSarahInvestigator, None), Reminded::Person)
}

/// The first from here upwards who is there to act.
fn there(who: Reminded, case: &Case, ladder: &Ladder, reach: &Reach) -> Reminded {
    let mut tried = Vec::new();
    let mut next = who.clone();
    while !tried.contains(&next) {
        if reach.reaches(&next, case) {
            return next;
        }
        let higher = above(&next, case, ladder);
        tried.push(next);
        next = higher;
    }
    who
}

/// The next level: at the unit the next who answers for it; of whoever investigates the one who decides; of that one the school owner's
/// representative. Of whoever has a measure, those who received the case.
fn above(who: &Reminded, case: &Case, ladder: &Ladder) -> Reminded {
    let decides = Reminded::Role(Role::DecisionMaker, None);
    let next = |role: Role| {
        let next = ladder.above(role, case.reported_by, &case.implicated);
        next.map_or(decides.clone(), |(role, unit)| Reminded::Role(role, unit))
    };
    match who {
        Reminded::Role(Role::DecisionMaker, _) => Reminded::Role(Role::SchoolOwnerRepresentative, None),
        Reminded::Role(Role::LexSarahInvestigator, _) => decides,
        Reminded::Role(role, _) => next(*role),
        Reminded::Person(person) if case.investigator == Some(*person) => decides,
        Reminded::Person(person) => match case.receiver {
            // Their own manager is no next level to themself.
            Some(role) if ladder.is_held_by(role, *person) => next(role),
            Some(_) | None => received(case),
        },
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// The days on which a target is reminded of that begins to run now.
    fn reminded(day: &str, now: &str) -> Vec<String> {
        let target = Target::on(Countdown::Begin, day.parse().unwrap(), &Policy::default());
        target.reminders_from(at(now)).iter().map(|at| swedish_day(*at).to_string()).collect()
    }

    #[test]
    fn a_target_is_reminded_of_the_working_day_before_and_the_working_day_after() {
        for (day, now, days) in [
            ("2026-11-25", "2026-11-23T09:00:00Z", ["2026-11-24", "2026-11-26"]),
            // Over a weekend.
            ("2026-11-30", "2026-11-24T09:00:00Z", ["2026-11-27", "2026-12-01"]),
            ("2026-11-27", "2026-11-24T09:00:00Z", ["2026-11-26", "2026-11-30"]),
            // Over Christmas: Wednesday before it, Monday after it.
            ("2026-12-28", "2026-12-21T09:00:00Z", ["2026-12-23", "2026-12-29"]),
            ("2026-12-23", "2026-12-21T09:00:00Z", ["2026-12-22", "2026-12-28"]),
            // A day of a measure's own that is free.
            ("2026-11-28", "2026-11-24T09:00:00Z", ["2026-11-27", "2026-11-30"]),
            // The morning before has been: then on the day itself.
            ("2026-11-25", "2026-11-24T09:00:00Z", ["2026-11-25", "2026-11-26"]),
        ] {
            assert_eq!(reminded(day, now), days, "{day} from {now}");
        }
        assert_eq!(reminded("2026-11-25", "2026-11-25T09:00:00Z"), ["2026-11-26"], "it is that day already");
        assert_eq!(reminded("2026-11-25", "2026-11-26T09:00:00Z"), [""; 0], "it has passed already");
    }

    #[test]
    fn how_long_before_is_for_the_municipality_to_say() {
        let policy = Policy { remind_before: 3, ..Policy::default() };
        let target = Target::on(Countdown::Begin, "2026-11-30".parse().unwrap(), &policy);
        let first = target.reminders_from(at("2026-11-20T09:00:00Z"))[0];
        assert_eq!(swedish_day(first).to_string(), "2026-11-25");
        let policy = Policy { remind_before: 0, ..Policy::default() };
        let target = Target::on(Countdown::Begin, "2026-11-30".parse().unwrap(), &policy);
        let first = target.reminders_from(at("2026-11-20T09:00:00Z"))[0];
        assert_eq!(swedish_day(first).to_string(), "2026-11-30");
    }

    proptest! {
        #[test]
        fn reminders_come_on_working_days_at_most_one_before_the_end_and_one_after(
            due in 0..3_000_u64, now in 0..3_000_i64 * 24, before in 0..10_u32,
        ) {
            let first: NaiveDate = "2026-01-01".parse().unwrap();
            let (day, now) = (first + Days::new(due), at("2026-01-01T00:00:00Z") + TimeDelta::hours(now));
            let policy = Policy { remind_before: before, ..Policy::default() };
            let target = Target::on(Countdown::Begin, day, &policy);
            let reminders = target.reminders_from(now);
            prop_assert!(reminders.is_sorted() && reminders.iter().all(|at| *at > now));
            let late = reminders.iter().filter(|at| **at >= target.due_at).count();
            prop_assert!(late <= 1 && reminders.len() - late <= 1);
            prop_assert_eq!(late == 0, morning(working_days_after(day, 1)) <= now);
            for at in reminders {
                prop_assert!(is_working_day(swedish_day(at)) || (before == 0 && swedish_day(at) == day));
            }
        }
    }
}
