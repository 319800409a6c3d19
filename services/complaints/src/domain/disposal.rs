//! Disposal (*gallring*, I.2 C12): what may be destroyed when, by whose decision. Nothing ever is without one (arkivlagen 10 §, law D).

use chrono::{Months, NaiveDate};
use kernel::{CaseNumber, PersonId, Timestamp, calendar::swedish_day};
use organisation::{Colleague, Role};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::domain::{By, Complaint, ComplaintId, Done, Refused, Standing, State, Verb, permitted};

kernel::define_id!(
    /// A list of matters that somebody proposed to dispose of.
    DisposalId
);

words! {
    /// What a rule is about. Which of them a matter is follows from what happened to it.
    DisposalKind {
        /// It was inquired into, or belongs with others.
        Inquired = "inquired",
        /// A view, praise, or something that was passed on.
        Plain = "plain",
    }
}

/// POLICY: how long one kind is kept after it was closed, and by which decision of the authority it may then be destroyed. Without a
/// decision nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisposalRule {
    pub kind: DisposalKind,
    pub years: u32,
    #[serde(default)]
    pub decision: Option<String>,
}

impl DisposalRule {
    /// As municipal plans commonly have it, waiting for the city's own decision.
    pub fn usual() -> Vec<Self> {
        let rule = |kind, years| Self { kind, years, decision: None };
        vec![rule(DisposalKind::Inquired, 5), rule(DisposalKind::Plain, 2)]
    }

    /// What was closed on this day or before has been kept long enough.
    pub fn closed_by(&self, today: NaiveDate) -> NaiveDate {
        today.checked_sub_months(Months::new(12 * self.years)).unwrap_or(NaiveDate::MIN)
    }
}

/// A closed matter with what decides whether it may be disposed of.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub complaint: Complaint,
    /// Somebody reported a misconduct from it. What becomes of that is not known here, and lex Sarah's records are kept (law D): so is
    /// this one.
    pub is_handed_over: bool,
    /// It was parted, put together with another, or is a part.
    pub is_linked: bool,
    /// A part of it, or one that goes on in it, is still there.
    pub is_needed: bool,
}

impl Candidate {
    pub const fn kind(&self) -> DisposalKind {
        if self.complaint.inquiry_started_at.is_some() || self.is_linked {
            DisposalKind::Inquired
        } else {
            DisposalKind::Plain
        }
    }

    /// Whether the rule lets it go today.
    pub fn may_go(&self, rule: &DisposalRule, today: NaiveDate) -> bool {
        let closed = self.complaint.closed.map(|closing| swedish_day(closing.done.at));
        self.complaint.state == State::Closed
            && closed.is_some_and(|day| day <= rule.closed_by(today))
            && self.kind() == rule.kind
            && !self.is_handed_over
            && !self.is_needed
    }
}

impl Complaint {
    /// C12.
    pub fn dispose(self, by: PersonId) -> Result<Self, Refused> {
        let archivist =
            Standing { reads: false, in_charge: false, registrar: false, archivist: true, acts_for: by };
        Ok(Self { state: permitted(Verb::Dispose, self.state, By::Person(archivist))?, ..self })
    }
}

/// A matter on a list: what remains of it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: ComplaintId,
    pub number: CaseNumber,
    pub registration: String,
    pub closed_on: NaiveDate,
}

/// A proposed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposal {
    pub id: DisposalId,
    pub kind: DisposalKind,
    pub years: u32,
    /// The number of the authority's decision.
    pub decision: String,
    pub proposed: Done,
    pub list: Vec<Listed>,
    pub end: Option<End>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Withdrawn(Done),
    Carried(Protocol),
}

/// The line of the log that says what was destroyed (*gallringsprotokoll*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protocol {
    /// One more than that of the last.
    pub number: i32,
    pub approved: Done,
    /// Over what this line says and the seal of the last: none can be changed, left out or put in between without all after it showing it.
    pub seal: [u8; 32],
}

/// Why it was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotDisposed {
    #[error("proposing a disposal is for somebody else")]
    NotYours,
    #[error("there is no rule for this kind")]
    NoRule,
    #[error("the rule has no decision of the authority")]
    NoDecision,
    #[error("a list of this kind waits already")]
    WaitsAlready,
    #[error("nothing has been kept long enough")]
    NothingDue,
    #[error("whoever proposed it does not approve it")]
    SamePerson,
    #[error("it has ended")]
    Ended,
    #[error("a matter on the list may not be disposed of any more")]
    Changed,
}

/// Who may propose and withdraw lists, and see them.
pub fn works_with_disposal(person: &Colleague) -> bool {
    person.is(Role::Archivist) || person.is(Role::Registrar)
}

impl Disposal {
    /// Approving is the archivist's, and never the proposer's (law D, isolation §2).
    pub fn may_be_approved_by(&self, person: &Colleague) -> Result<(), NotDisposed> {
        if !person.is(Role::Archivist) {
            Err(NotDisposed::NotYours)
        } else if self.proposed.by == person.id {
            Err(NotDisposed::SamePerson)
        } else if self.end.is_some() {
            Err(NotDisposed::Ended)
        } else {
            Ok(())
        }
    }

    /// The rule it was proposed by.
    pub fn rule(&self) -> DisposalRule {
        DisposalRule { kind: self.kind, years: self.years, decision: Some(self.decision.clone()) }
    }

    /// SHA-256 of the list as text, a line a matter: anybody who has the list can make it again.
    pub fn list_hash(&self) -> [u8; 32] {
        let line = |each: &Listed| format!("{};{};{}\n", each.number, each.registration, each.closed_on);
        Sha256::digest(self.list.iter().map(line).collect::<String>()).into()
    }

    /// The line of the log for this list, after `last`.
    pub fn protocol(&self, approved: Done, last: Option<Protocol>) -> Protocol {
        let (number, before) = last.map_or((1, [0; 32]), |last| (last.number + 1, last.seal));
        Protocol { number, approved, seal: self.seal(number, approved, before) }
    }

    /// Whether the line is as it was written, after `before`.
    pub fn is_sealed_by(&self, protocol: &Protocol, before: [u8; 32]) -> bool {
        self.seal(protocol.number, protocol.approved, before) == protocol.seal
    }

    fn seal(&self, number: i32, approved: Done, before: [u8; 32]) -> [u8; 32] {
        let says = format!(
            "{number};{};{};{};{};{};{};{};{}\n",
            self.id,
            self.kind,
            self.years,
            self.decision,
            self.list.len(),
            at_by(self.proposed.at, self.proposed.by),
            at_by(approved.at, approved.by),
            data_encoding::HEXLOWER.encode(&self.list_hash()),
        );
        Sha256::new().chain_update(before).chain_update(says).finalize().into()
    }
}

fn at_by(at: Timestamp, by: PersonId) -> String {
    format!("{};{by}", at.timestamp_micros())
}

#[cfg(test)]
mod tests {
    use kernel::Uuid;

    use super::*;
    use crate::domain::{Channel, Closing, Intake, Level, NewComplaint, Policy};

    fn at(day: &str) -> Timestamp {
        format!("{day}T12:00:00Z").parse().unwrap()
    }

    fn closed(on: &str) -> Candidate {
        let new = NewComplaint::parse(
            &Intake { text: "a".into(), ..Intake::default() },
            Channel::WebForm,
            &organisation::Register::default(),
            &Policy::default(),
        )
        .unwrap();
        let mut complaint =
            Complaint::receive(&new, Level::UnitManager, at("2020-01-01"), &Policy::default());
        let done = Done { at: at(on), by: Uuid::now_v7().into() };
        complaint.state = State::Closed;
        complaint.closed = Some(Closing { done, routine_reviewed: false });
        Candidate { complaint, is_handed_over: false, is_linked: false, is_needed: false }
    }

    fn plain() -> DisposalRule {
        DisposalRule { kind: DisposalKind::Plain, years: 2, decision: Some("A".into()) }
    }

    #[test]
    fn a_matter_goes_when_its_years_are_over_and_not_a_day_before() {
        let today = |day: &str| day.parse().unwrap();
        assert!(!closed("2026-03-02").may_go(&plain(), today("2028-03-01")));
        assert!(closed("2026-03-02").may_go(&plain(), today("2028-03-02")));
        assert!(closed("2024-02-29").may_go(&plain(), today("2026-03-01")));
    }

    #[test]
    fn what_somebody_still_needs_stays() {
        let today = "2030-01-01".parse().unwrap();
        let may_go = |change: fn(&mut Candidate)| {
            let mut candidate = closed("2026-03-02");
            change(&mut candidate);
            candidate.may_go(&plain(), today)
        };
        assert!(may_go(|_| ()));
        assert!(!may_go(|c| c.is_handed_over = true), "lex Sarah's are kept");
        assert!(!may_go(|c| c.is_needed = true), "a part of it is still there");
        assert!(!may_go(|c| c.is_linked = true), "another rule");
        assert!(!may_go(|c| c.complaint.inquiry_started_at = Some(at("2026-01-01"))), "another rule");
        for state in State::ALL.iter().filter(|state| **state != State::Closed) {
            let mut candidate = closed("2026-03-02");
            candidate.complaint.state = *state;
            assert!(!candidate.may_go(&plain(), today), "{state}");
            assert!(candidate.complaint.dispose(Uuid::now_v7().into()).is_err(), "{state}");
        }
    }

    fn disposal() -> Disposal {
        let complaint = closed("2026-03-02").complaint;
        let listed = Listed {
            id: complaint.id,
            number: complaint.number,
            registration: "KTT 2026/1".into(),
            closed_on: "2026-03-02".parse().unwrap(),
        };
        let proposed = Done { at: at("2028-03-02"), by: Uuid::now_v7().into() };
        let id = DisposalId::new();
        Disposal {
            id,
            kind: DisposalKind::Plain,
            years: 2,
            decision: "A".into(),
            proposed,
            list: vec![listed],
            end: None,
        }
    }

    #[test]
    fn two_persons_and_one_of_them_the_archivist() {
        let person = |role| Colleague {
            id: Uuid::now_v7().into(),
            name: "A".into(),
            title: None,
            roles: vec![(role, None)],
            youths: Vec::new(),
            stands_in_for: Vec::new(),
            placed_by: None,
        };
        let mut disposal = disposal();
        let archivist = person(Role::Archivist);
        assert_eq!(disposal.may_be_approved_by(&archivist), Ok(()));
        assert_eq!(disposal.may_be_approved_by(&person(Role::Registrar)), Err(NotDisposed::NotYours));
        disposal.proposed.by = archivist.id;
        assert_eq!(disposal.may_be_approved_by(&archivist), Err(NotDisposed::SamePerson));
        let other = person(Role::Archivist);
        disposal.end = Some(End::Withdrawn(disposal.proposed));
        assert_eq!(disposal.may_be_approved_by(&other), Err(NotDisposed::Ended));
    }

    #[test]
    fn a_line_of_the_log_that_was_changed_or_taken_out_shows() {
        let (one, mut two) = (disposal(), disposal());
        let done = Done { at: at("2028-03-03"), by: Uuid::now_v7().into() };
        let first = one.protocol(done, None);
        let second = two.protocol(done, Some(first));
        assert_eq!((first.number, second.number), (1, 2));
        assert!(one.is_sealed_by(&first, [0; 32]) && two.is_sealed_by(&second, first.seal));
        assert!(!two.is_sealed_by(&second, [0; 32]), "the first is gone");
        two.list[0].registration = "KTT 2026/2".into();
        assert!(!two.is_sealed_by(&second, first.seal));
    }
}
