//! A lex Sarah case, without what is said in it. A deed consumes the case and gives the next.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, define_id};
use organisation::Role;

use super::{
    Grade, Guard, Ivo, Ladder, MisconductKind, Policy, Record, Refused, Standings, State, Verb, deadline,
    known_of, permitted,
};

define_id!(
    /// A lex Sarah case.
    CaseId
);

/// What lists, clocks and rights need to know of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub number: CaseNumber,
    /// From the day it is registered.
    pub diary_number: Option<String>,
    pub unit: UnitId,
    pub state: State,
    /// Since when it has stood there.
    pub since: Timestamp,
    /// The internal target of the next step.
    pub due_on: Option<NaiveDate>,
    pub received_at: Timestamp,
    pub registered_at: Option<Timestamp>,
    pub reported_by: PersonId,
    /// The role that received it at the unit (rules G.1 and G.2).
    pub receiver: Option<Role>,
    /// The role that was on call when it came, for as long as nobody has taken it.
    pub on_call: Option<Role>,
    /// Those it is about.
    pub implicated: Vec<PersonId>,
    pub investigator: Option<PersonId>,
    /// Everybody who has had it to inquire into: none of them decides it (rule G.3).
    pub investigators: Vec<PersonId>,
    /// Everybody who has decided it: none of them inquires into it.
    pub deciders: Vec<PersonId>,
    /// Those who have a measure to do.
    pub owners: Vec<PersonId>,
    /// Since when the decision-maker is asked whether it is lex Sarah at all.
    pub out_of_scope_proposed_at: Option<Timestamp>,
    pub inquiry_completed_at: Option<Timestamp>,
    /// Since when nothing is left to do but to close it (L14).
    pub closable_at: Option<Timestamp>,
    pub outcome: Option<Outcome>,
    /// What kind of event it was, as whoever inquired saw it; for the yearly account.
    pub kind: Option<MisconductKind>,
    pub protected_at: Option<Timestamp>,
    pub remedied_at: Option<Timestamp>,
    pub child_protection_reported_at: Option<Timestamp>,
    pub police_considered_at: Option<Timestamp>,
    /// Since when the decision-maker is asked whether IVO is to be notified.
    pub ivo_proposed_at: Option<Timestamp>,
    /// Since when it is clear that IVO should be notified, until it is.
    pub ivo_clear_at: Option<Timestamp>,
    /// The day IVO was notified.
    pub ivo_notified_on: Option<NaiveDate>,
    /// The last day for sending the inquiry to IVO.
    pub ivo_due_on: Option<NaiveDate>,
    /// The end of the 72 hours of a data breach that is to be reported.
    pub breach_due_at: Option<Timestamp>,
    pub ivo: Ivo,
    pub version: i64,
}

/// The latest decision, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub grade: Grade,
    pub decided_at: Timestamp,
    pub decided_by: PersonId,
}

/// What a case begins with.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub unit: UnitId,
    pub reported_by: PersonId,
    pub receiver: Option<Role>,
    pub on_call: Option<Role>,
    pub implicated: Vec<PersonId>,
    pub received_at: Timestamp,
}

impl Case {
    /// L1. `standings` are the reporter's at the unit.
    pub fn receive(
        arrival: Arrival,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        permitted(None, Verb::Report, standings, &[])?;
        let Arrival { unit, reported_by, receiver, on_call, implicated, received_at } = arrival;
        let case = Self {
            id: CaseId::new(),
            number: CaseNumber::random(),
            diary_number: None,
            unit,
            state: State::Received,
            since: at,
            due_on: None,
            received_at,
            registered_at: None,
            reported_by,
            receiver,
            on_call,
            implicated,
            investigator: None,
            investigators: Vec::new(),
            deciders: Vec::new(),
            owners: Vec::new(),
            out_of_scope_proposed_at: None,
            inquiry_completed_at: None,
            closable_at: None,
            outcome: None,
            kind: None,
            protected_at: None,
            remedied_at: None,
            child_protection_reported_at: None,
            police_considered_at: None,
            ivo_proposed_at: None,
            ivo_clear_at: None,
            ivo_notified_on: None,
            ivo_due_on: None,
            breach_due_at: None,
            ivo: Ivo::NotRequired,
            version: 1,
        };
        Ok(case.with_target(policy))
    }

    /// L3, by this service as soon as the report is in (OSL 5:1).
    pub fn register(self, diary_number: String, at: Timestamp, policy: &Policy) -> Result<Self, Refused> {
        let case = self.go(Verb::Register, &Standings::system(), &[Guard::DiaryNumber], at)?;
        Ok(Self { diary_number: Some(diary_number), registered_at: Some(at), ..case }.with_target(policy))
    }

    /// L4. The key list is made in the same deed.
    pub fn take(
        self,
        by: PersonId,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let from = self.state;
        let case = self.go(Verb::Take, standings, &[Guard::NoConflict, Guard::KeyList], at)?;
        let investigators = [case.investigators, vec![by]].concat();
        let case = Self { investigator: Some(by), investigators, on_call: None, ..case };
        // What somebody has let go keeps the day it has.
        Ok(if case.state == from { case } else { case.with_target(policy) })
    }

    /// L4, undone: another is to take it, where it stands.
    pub fn hand_back(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.done(Verb::HandBack, standings, &[], at)?;
        Ok(Self { investigator: None, ..case })
    }

    /// Whether it lies before the decision-maker: from the day something is laid before them, or IVO is to hear of it, until it is
    /// archived. What lists find and what a case opens to are both made from this.
    pub fn is_for_decision(&self) -> bool {
        let asked = [self.out_of_scope_proposed_at, self.inquiry_completed_at, self.ivo_proposed_at];
        match self.state {
            State::Received | State::Registered | State::Archived => false,
            // What has been decided once and is opened again has been theirs.
            State::Assessing | State::Inquiry => {
                asked.iter().any(Option::is_some) || self.outcome.is_some() || self.ivo != Ivo::NotRequired
            }
            State::Decision
            | State::ClosedNoMisconduct
            | State::Measures
            | State::FollowUp
            | State::Closed
            | State::OutOfScope => true,
        }
    }

    /// Whether it waits for a decision-maker: something is laid before them, or nothing is left but to close it. That IVO should hear of
    /// it can be proposed whenever it turns out.
    pub fn is_to_decide(&self) -> bool {
        let laid = match self.state {
            State::Assessing => self.out_of_scope_proposed_at.is_some(),
            State::Inquiry => self.inquiry_completed_at.is_some(),
            _ => false,
        };
        self.is_for_decision() && (laid || self.ivo_proposed_at.is_some() || self.closable_at.is_some())
    }

    /// Whether it waits for somebody to take it (L4).
    pub fn is_to_take(&self) -> bool {
        self.investigator.is_none() && Verb::Take.states().any(|state| state == self.state)
    }

    /// Whether all is done but L16.
    pub fn is_for_archive(&self) -> bool {
        Verb::Archive.states().any(|state| state == self.state) && self.ivo_is_over()
    }

    /// Whether nothing is left towards IVO. What was found to be something else is never notified.
    pub fn ivo_is_over(&self) -> bool {
        self.ivo.is_over() || (self.state == State::OutOfScope && self.ivo == Ivo::Required)
    }

    /// L2.
    pub fn protect(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        let case = self.go(Verb::Protect, standings, &[], at)?;
        Ok(Self { protected_at: case.protected_at.or(Some(at)), ..case })
    }

    /// Somebody gets a code.
    pub fn add_key(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        self.go(Verb::AddKey, standings, &[], at)
    }

    /// Whether these standings open the key list, to somebody who says why.
    pub fn may_look_in_key_list(&self, standings: &Standings) -> Result<(), Refused> {
        permitted(Some(self.state), Verb::LookInKeyList, standings, &[Guard::ReasonsGiven]).map(drop)
    }

    /// Rule G.2. The report moves on to whoever receives it when `person` is left out. What an investigator who is part of it has laid before
    /// the decision-maker is another's to look over first.
    pub fn implicate(
        self,
        person: PersonId,
        ladder: &Ladder,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.go(Verb::Implicate, standings, &[], at)?;
        let implicated = [case.implicated, vec![person]].concat();
        let route = ladder.route_past(case.reported_by, implicated);
        let case = Self { receiver: route.receiver, implicated: route.implicated, ..case };
        if case.investigator != Some(person) {
            return Ok(case);
        }
        let case = Self { investigator: None, out_of_scope_proposed_at: None, ..case };
        Ok(match case.state {
            State::Inquiry => Self { inquiry_completed_at: None, ..case }.with_target(policy),
            _ => case,
        })
    }

    /// Whether these standings may leave somebody out, before anybody is chosen.
    pub fn may_implicate(&self, standings: &Standings) -> Result<(), Refused> {
        permitted(Some(self.state), Verb::Implicate, standings, &[]).map(drop)
    }

    /// A report cannot be recalled: what the reporter says is noted, and it is inquired into all the same (invariant 7).
    pub fn note_wish_to_withdraw(self, standings: &Standings, at: Timestamp) -> Result<Self, Refused> {
        self.go(Verb::WishToWithdraw, standings, &[], at)
    }

    /// L5.
    pub fn start_inquiry(
        self,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.go(Verb::StartInquiry, standings, &[Guard::Plan], at)?;
        Ok(Self { out_of_scope_proposed_at: None, ..case }.with_target(policy))
    }

    /// L7. An inquiry that gets another entry is complete only when it is said to be so again.
    pub fn add_entry(self, standings: &Standings, at: Timestamp, policy: &Policy) -> Result<Self, Refused> {
        let case = self.go(Verb::AddEntry, standings, &[Guard::Sourced], at)?;
        Ok(Self { inquiry_completed_at: None, ..case }.with_target(policy))
    }

    /// What L9 needs first. That the ten points are told and the names looked through is what a [`NewCompletion`] is.
    ///
    /// [`NewCompletion`]: super::NewCompletion
    pub fn complete_inquiry(
        self,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let met = [Guard::SectionsFilled, Guard::SimilarEventAnswered, Guard::Deidentified];
        let case = self.go(Verb::CompleteInquiry, standings, &met, at)?;
        Ok(Self { inquiry_completed_at: Some(at), ..case }.with_target(policy))
    }

    /// Whether L9 is open to these standings, before anybody looks at what was filled in.
    pub fn may_be_decided(&self, standings: &Standings) -> Result<(), Refused> {
        let met = [self.known(), Guard::met_by_the_form()].concat();
        permitted(Some(self.state), Verb::Decide, standings, &met).map(drop)
    }

    /// L9.
    pub fn decide(
        self,
        outcome: Outcome,
        ivo_required: bool,
        standings: &Standings,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Refused> {
        let case = self.go(Verb::Decide, standings, &Guard::met_by_the_form(), at)?;
        // What IVO has got cannot be taken back by a decision here.
        let ivo = match case.ivo {
            Ivo::NotRequired | Ivo::Required if ivo_required => Ivo::Required,
            Ivo::NotRequired | Ivo::Required => Ivo::NotRequired,
            sent @ (Ivo::Notified | Ivo::InquirySent | Ivo::Closed) => sent,
        };
        let deciders = [case.deciders, vec![outcome.decided_by]].concat();
        let ivo_clear_at = (ivo == Ivo::Required).then(|| case.ivo_clear_at.unwrap_or(at));
        let outcome = Some(outcome);
        let case = Self { outcome, deciders, ivo, ivo_clear_at, ivo_proposed_at: None, ..case };
        Ok(case.with_target(policy))
    }

    /// L10 or L11, which follows from the decision.
    pub fn follow_decision(self, at: Timestamp, policy: &Policy) -> Result<(Self, Verb), Refused> {
        let none = self.outcome.is_some_and(|outcome| outcome.grade == Grade::NoMisconduct);
        let verb = if none { Verb::CloseNoMisconduct } else { Verb::OpenMeasures };
        Ok((self.go(verb, &Standings::system(), &[], at)?.with_target(policy), verb))
    }

    /// What is so in the case, for the guards that it tells itself.
    pub fn known(&self) -> Vec<Guard> {
        let grade = self.outcome.map(|outcome| outcome.grade);
        let facts = [
            (Guard::OutOfScopeProposed, self.out_of_scope_proposed_at.is_some()),
            (Guard::InquiryComplete, self.inquiry_completed_at.is_some()),
            (Guard::Decided, grade.is_some()),
            (Guard::GradeIsNoMisconduct, grade == Some(Grade::NoMisconduct)),
            (Guard::GradeIsAnother, grade.is_some_and(|grade| grade != Grade::NoMisconduct)),
            (Guard::IvoNotYetRequired, self.ivo == Ivo::NotRequired),
            (Guard::IvoRequired, self.ivo == Ivo::Required),
            (Guard::IvoToBeTold, self.ivo == Ivo::Required || (self.ivo == Ivo::Notified && grade.is_some())),
            (Guard::IvoNotified, self.ivo == Ivo::Notified),
            (Guard::IvoInquirySent, self.ivo == Ivo::InquirySent),
            (Guard::IvoOver, self.ivo_is_over()),
            // What is left to do is IVO's: the case may close and wait for it.
            (Guard::IvoSettled, matches!(self.ivo, Ivo::NotRequired | Ivo::InquirySent | Ivo::Closed)),
        ];
        facts.into_iter().filter_map(|(guard, is_so)| is_so.then_some(guard)).collect()
    }

    /// A deed whose form is filled in as it must be; `records` tell what else is so.
    pub fn done(
        self,
        verb: Verb,
        standings: &Standings,
        records: &[Record],
        at: Timestamp,
    ) -> Result<Self, Refused> {
        let met = [Guard::met_by_the_form(), known_of(&self, records)].concat();
        self.go(verb, standings, &met, at)
    }

    fn go(self, verb: Verb, standings: &Standings, met: &[Guard], at: Timestamp) -> Result<Self, Refused> {
        let met = [met, &self.known()].concat();
        let state = permitted(Some(self.state), verb, standings, &met)?.unwrap_or(self.state);
        let since = if state == self.state { self.since } else { at };
        Ok(Self { state, since, ..self })
    }

    pub(super) fn with_target(self, policy: &Policy) -> Self {
        Self { due_on: deadline::due_on(&self, policy), ..self }
    }
}
