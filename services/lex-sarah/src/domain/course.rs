//! The course of a case after its assessment: what the deeds of L5b, L8 and L13–L15 change in it.

use chrono::Days;
use kernel::{
    Timestamp,
    calendar::{swedish_day, working_days_after},
};

use super::{
    Case, Cause, Duty, DutyStep, DutyTrack, Guard, Ivo, IvoFiling, Policy, Record, Refused, Standings, State,
    Verb, inquiry_due_on, ivo_form, measure,
    measure::{Tracked, measures},
    not_told,
};

/// What is so by the records of a case, for the guards that they tell.
pub fn known_of(case: &Case, records: &[Record]) -> Vec<Guard> {
    let current = case.since_decided(records);
    let register = measures(current);
    let judged = register.iter().all(|measure| measure.effect.is_some());
    let facts = [
        (Guard::MeasureOpen, register.iter().any(|measure| measure.done.is_none())),
        (Guard::MeasureDone, register.iter().any(|measure| measure.done.is_some())),
        (Guard::MeasuresSettled, !register.is_empty() && register.iter().all(Tracked::is_settled)),
        // An effect is judged together with the routine, in one form.
        (Guard::EffectJudged, !register.is_empty() && judged),
        (Guard::RoutineReviewed, !register.is_empty() && judged),
        (Guard::IvoFormFilled, ivo_form(records).is_some()),
        (Guard::FeedbackGiven, not_told(current).is_empty()),
    ];
    facts.into_iter().filter_map(|(guard, is_so)| is_so.then_some(guard)).collect()
}

impl Case {
    /// L5b, the investigator's part.
    pub fn propose_out_of_scope(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.done(Verb::ProposeOutOfScope, standings, &[], at)?;
        Ok(Self { out_of_scope_proposed_at: Some(at), ..case })
    }

    /// L5b, the decision-maker's part. Declined, it is the investigator's to inquire.
    pub fn answer_out_of_scope(
        self,
        agrees: bool,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let verb = if agrees { Verb::FindOutOfScope } else { Verb::DeclineOutOfScope };
        let case = self.done(verb, standings, &[], at)?;
        let case = Self { out_of_scope_proposed_at: None, ..case }.with_target(policy);
        // What is no lex Sarah is nothing that IVO is to hear of, as long as that is only proposed.
        Ok(if agrees && case.ivo == Ivo::NotRequired {
            Self { ivo_proposed_at: None, ivo_clear_at: None, ..case }
        } else {
            case
        })
    }

    /// L8. It goes on beside the inquiry.
    pub fn remedy(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.done(Verb::Remedy, standings, &[], at)?;
        Ok(Self { remedied_at: case.remedied_at.or(Some(at)), ..case })
    }

    /// L13.
    pub fn follow_up(
        self,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::FollowUp, standings, records, at)?;
        Ok(case.with_target(policy).with_measures(records))
    }

    /// L14.
    pub fn close(
        self,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::Close, standings, records, at)?;
        Ok(Self { closable_at: None, ..case }.with_target(policy))
    }

    /// The records since it was last decided, of all of them in their order. What was planned, judged and told after an earlier
    /// decision says nothing of this one (L15).
    pub fn since_decided<'a>(&self, records: &'a [Record]) -> &'a [Record] {
        let Some(outcome) = self.outcome else { return records };
        let earlier = records.iter().take_while(|record| record.at < outcome.decided_at).count();
        &records[earlier..]
    }

    /// Whether nothing is left to do but L14.
    pub fn waits_for_closing(&self, records: &[Record]) -> bool {
        Verb::Close.is_ready(self.state, &[self.known(), known_of(self, records)].concat())
    }

    /// Keeps what the records say of it true: the nearest day of a measure, and since when it waits for L14. From then on it is the
    /// decision-maker's to keep the day.
    #[must_use]
    pub fn kept_true(self, records: &[Record], at: Timestamp, policy: &Policy) -> Self {
        let closable_at = self.waits_for_closing(records).then(|| self.closable_at.unwrap_or(at));
        let has_turned = closable_at.is_some() != self.closable_at.is_some();
        let case = Self { closable_at, ..self };
        let case = if has_turned { case.with_target(policy) } else { case };
        case.with_measures(records).with_what_is_done(records, policy)
    }

    /// When every measure is done, its day is nobody's to keep any more: what comes next has its own.
    fn with_what_is_done(self, records: &[Record], policy: &Policy) -> Self {
        let register = measures(self.since_decided(records));
        let last = register.iter().map(|measure| measure.done.map(|(record, _)| swedish_day(record.at)));
        let Some(last) = last.collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max()) else {
            return self;
        };
        match (self.state, self.closable_at) {
            (State::Measures, _) => {
                Self { due_on: Some(working_days_after(last, policy.plan_within)), ..self }
            }
            (State::FollowUp, None) => {
                let begun = last.max(swedish_day(self.since)) + Days::new(policy.follow_up_within.into());
                Self { due_on: Some(working_days_after(begun, 0)), ..self }
            }
            _ => self,
        }
    }

    /// L15. What was decided stands until it is decided anew (invariant 2). What IVO asks for is to be sent to it again; by when is IVO's to
    /// say.
    pub fn reopen(
        self,
        why: Cause,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::Reopen, standings, &[], at)?;
        let ivo = match (why, case.ivo) {
            (Cause::IvoAsks, Ivo::InquirySent | Ivo::Closed) => Ivo::Notified,
            (_, ivo) => ivo,
        };
        Ok(Self { ivo, inquiry_completed_at: None, ..case }.with_target(policy))
    }

    /// L6, the investigator's part.
    pub fn propose_ivo(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.done(Verb::ProposeIvo, standings, &[], at)?;
        Ok(Self { ivo_proposed_at: Some(at), ivo_clear_at: case.ivo_clear_at.or(Some(at)), ..case })
    }

    /// L6, before the decision on the whole.
    pub fn require_ivo(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.done(Verb::RequireIvo, standings, &[], at)?;
        let ivo_clear_at = case.ivo_clear_at.or(Some(at));
        Ok(Self { ivo: Ivo::Required, ivo_proposed_at: None, ivo_clear_at, ..case })
    }

    /// L6: filed. When it went before the inquiry, the inquiry has its day from here, wherever the case stands; what held the inquiry has
    /// nothing left to send (law 0.1).
    pub fn notify_ivo(
        self,
        filing: &IvoFiling,
        holds_inquiry: bool,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::NotifyIvo, standings, records, at)?;
        let due_on = inquiry_due_on(filing.sent_on, policy.ivo_inquiry_months);
        let (ivo, ivo_due_on) =
            if holds_inquiry { (Ivo::InquirySent, None) } else { (Ivo::Notified, Some(due_on)) };
        Ok(Self { ivo, ivo_clear_at: None, ivo_notified_on: Some(filing.sent_on), ivo_due_on, ..case })
    }

    /// L12.
    pub fn send_inquiry_to_ivo(
        self,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::SendInquiryToIvo, standings, records, at)?;
        Ok(Self { ivo: Ivo::InquirySent, ivo_due_on: None, ..case })
    }

    /// IVO is done with it.
    pub fn close_ivo(
        self,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
    ) -> Result<Self, Refused> {
        let case = self.done(Verb::CloseIvo, standings, records, at)?;
        Ok(Self { ivo: Ivo::Closed, ..case })
    }

    /// What lists and reviews ask for of law A.9.
    #[must_use]
    pub fn with_duty(self, duty: &Duty, at: Timestamp) -> Self {
        match (duty.track, duty.step) {
            (DutyTrack::ChildProtection, DutyStep::Done) => {
                Self { child_protection_reported_at: self.child_protection_reported_at.or(Some(at)), ..self }
            }
            (DutyTrack::Police, _) => {
                Self { police_considered_at: self.police_considered_at.or(Some(at)), ..self }
            }
            (DutyTrack::DataBreach, _) => Self { breach_due_at: duty.due_at(), ..self },
            _ => self,
        }
    }

    /// The nearest day of a measure is what the next step has to keep.
    #[must_use]
    pub fn with_measures(self, records: &[Record]) -> Self {
        match (self.state, measure::next_due(self.since_decided(records))) {
            (State::Measures | State::FollowUp, Some(day)) => Self { due_on: Some(day), ..self },
            _ => self,
        }
    }
}
