//! A case through whatever anybody does to it in whatever order, by the table and its guards alone.

use chrono::{Days, TimeDelta};
use kernel::{PersonId, Timestamp, UnitId, calendar::swedish_day};
use lex_sarah::domain::{
    Arrival, Case, Cause, Content, Effect, Entry, EntryId, Feedback, Frozen, Guard, Ladder, Measure,
    MeasureDone, Names, NewCompletion, NewDecision, Outcome, Policy, Reached, Record, RecordId,
    RoutineReview, Signature, Standings, Tracked, TypedCompletion, TypedDecision, TypedFiling, TypedIvoForm,
    Verb, known_of, measures, not_told, permitted, unsaid,
};
use organisation::{Colleague, Register, Role};
use proptest::{prelude::*, sample::Index};
use proto::organisation::Assignment;
use testkit::organisation::{NORRGLIMT, organisation, person};

/// Somebody, something, and what they fill in.
pub type Step = (Index, Index, u8);

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any::<Step>(), 1..70)
}

/// A case and everything that was added to it.
#[derive(Clone)]
pub struct Walk {
    pub case: Case,
    pub records: Vec<Record>,
    pub entries: Vec<Entry>,
    pub decisions: Vec<Frozen>,
    /// Everybody who has had it to inquire into.
    pub investigators: Vec<PersonId>,
    now: Timestamp,
}

/// One deed that was tried.
pub struct Tried {
    pub before: Walk,
    pub by: Colleague,
    pub verb: Verb,
    pub done: bool,
    pub after: Walk,
}

/// What everybody is, the same in every walk.
pub struct Around {
    pub people: Vec<Colleague>,
    pub register: Register,
    policy: Policy,
}

/// Why nothing came of it: refused, or not filled in as it must be.
pub struct Nothing;

impl<E> From<E> for Nothing
where
    E: std::fmt::Debug,
{
    fn from(_: E) -> Self {
        Self
    }
}

const CAST: [&str; 12] = [
    "fritidsledare-norrglimt",
    "gruppchef-norrglimt",
    "rektor-norrglimt",
    "huvudmannarepresentant",
    "utredare-1",
    "utredare-2",
    "beslutsfattare",
    "administrator",
    "arkivarie",
    "registrator",
    "fritidsledare-stjarnvret",
    "utan-roll",
];

impl Around {
    /// The people of the tests; one investigator decides too, and there is a second who only decides.
    pub fn new() -> Self {
        let mut organisation = organisation();
        for login in ["utredare-2", "administrator"] {
            let role = Role::DecisionMaker;
            let from = "2026-01-01".parse().unwrap();
            let person_id = person(login).as_uuid();
            let held = Assignment { person_id, role, unit_id: None, youth_id: None, from, to: None };
            organisation.assignments.push(held);
        }
        let register = Register::new(organisation);
        let day = "2026-11-21".parse().unwrap();
        let people = CAST.map(|login| register.colleague(person(login), day).unwrap()).to_vec();
        Self { people, register, policy: Policy::default() }
    }

    /// Every deed that was tried, in order.
    pub fn walk(&self, oral: bool, concerns_manager: bool, steps: &[Step]) -> Vec<Tried> {
        let mut walk = self.begun(oral, concerns_manager);
        let mut tried: Vec<Tried> = Vec::new();
        for step in steps {
            let before = walk.clone();
            let (by, verb) = self.choice(&walk, &tried, step);
            let done = walk.does(self, &by, verb, step.2).is_ok();
            if !done {
                walk = before.clone();
            }
            // The next day or two.
            walk.now += TimeDelta::hours(i64::from(step.2 % 48));
            tried.push(Tried { before, by, verb, done, after: walk.clone() });
        }
        tried
    }

    /// A report that is registered; told the day before it was written down, when it was told.
    fn begun(&self, oral: bool, concerns_manager: bool) -> Walk {
        let now: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
        let unit: UnitId = NORRGLIMT.into();
        let reporter = &self.people[0];
        let route = self.ladder(now).route(reporter.id, concerns_manager);
        let arrival = Arrival {
            unit,
            reported_by: reporter.id,
            receiver: route.receiver,
            on_call: None,
            implicated: route.implicated,
            received_at: if oral { now - TimeDelta::hours(20) } else { now },
        };
        let case = Case::receive(arrival, &Standings::at_unit(reporter, unit), now, &self.policy).unwrap();
        let case = case.register("UTBF 2026-1".to_owned(), now, &self.policy).unwrap();
        Walk { case, records: vec![], entries: vec![], decisions: vec![], investigators: vec![], now }
    }

    fn ladder(&self, now: Timestamp) -> Ladder {
        Ladder::of(&self.register, NORRGLIMT.into(), swedish_day(now))
    }

    /// Mostly what is open to somebody and was done least often, so that a walk gets far; else anything that is open, or anybody
    /// tries anything.
    fn choice(&self, walk: &Walk, tried: &[Tried], (who, what, how): &Step) -> (Colleague, Verb) {
        let mut open: Vec<_> = self.people.iter().flat_map(|person| walk.open_to(person)).collect();
        let times = |verb: Verb| tried.iter().filter(|each| each.done && each.verb == verb).count();
        // The form takes its answers from the low bits.
        match how >> 6 {
            0 | 1 => {
                let least = open.iter().map(|(_, verb)| times(*verb)).min();
                open.retain(|(_, verb)| Some(times(*verb)) == least);
            }
            2 => {}
            _ => open.clear(),
        }
        if open.is_empty() {
            (who.get(&self.people).clone(), *what.get(Verb::ALL))
        } else {
            what.get(&open).clone()
        }
    }
}

/// No other names are known.
fn nobody_but(reporter: &Colleague) -> Names {
    Names {
        reporter: Some(Signature::of(reporter)),
        keys: Vec::new(),
        has_looked: false,
        people: Vec::new(),
        unit: "Norrglimt".to_owned(),
        places: Vec::new(),
    }
}

impl Walk {
    fn does(&mut self, around: &Around, by: &Colleague, verb: Verb, how: u8) -> Result<(), Nothing> {
        let Around { policy, .. } = around;
        let (case, now) = (self.case.clone(), self.now);
        let who = Standings::of(by, &case);
        self.case = match verb {
            Verb::WishToWithdraw => case.note_wish_to_withdraw(&who, now)?,
            Verb::Protect => case.protect(&who, now)?,
            Verb::Take => {
                let case = case.take(by.id, &who, now, policy)?;
                self.investigators.push(by.id);
                case
            }
            Verb::HandBack => case.hand_back(&who, now)?,
            Verb::AddKey => case.add_key(&who, now)?,
            Verb::LookInKeyList => case.may_look_in_key_list(&who).map(|()| case)?,
            Verb::Implicate => {
                let named = around.people[usize::from(how) % around.people.len()].id;
                let is_in_it = named == case.reported_by || named == by.id;
                if is_in_it || case.implicated.contains(&named) {
                    return Err(Nothing);
                }
                case.implicate(named, &around.ladder(now), &who, now, policy)?
            }
            Verb::StartInquiry => case.start_inquiry(&who, now, policy)?,
            Verb::ProposeOutOfScope => case.propose_out_of_scope(&who, now)?,
            Verb::FindOutOfScope => case.answer_out_of_scope(true, &who, now, policy)?,
            Verb::DeclineOutOfScope => case.answer_out_of_scope(false, &who, now, policy)?,
            Verb::AddEntry => {
                let case = case.add_entry(&who, now, policy)?;
                self.tell_all_points(by);
                case
            }
            Verb::CompleteInquiry => {
                let case = case.complete_inquiry(&who, now, policy)?;
                NewCompletion::parse(&completion(), &self.entries, &nobody_but(by), policy)?;
                case
            }
            Verb::Decide => self.decide(around, by, how)?,
            Verb::Remedy => case.remedy(&who, now)?,
            Verb::ProposeIvo => case.propose_ivo(&who, now)?,
            Verb::RequireIvo => case.require_ivo(&who, now)?,
            Verb::PrepareIvo => {
                let form = filled().parse("UTBF 2026-1", policy)?;
                self.adds(by, None, Content::IvoForm(Box::new(form)));
                case.done(verb, &who, &self.records, now)?
            }
            Verb::NotifyIvo => {
                // Any day around, also such as cannot be.
                let day = swedish_day(now) - Days::new(40) + Days::new(u64::from(how));
                let registered = swedish_day(case.registered_at.unwrap());
                let filing = filing(day).parse(registered, swedish_day(now), String::new(), policy)?;
                let holds_inquiry = how.is_multiple_of(2) && case.outcome.is_some();
                let case = case.notify_ivo(&filing, holds_inquiry, &who, &self.records, now, policy)?;
                self.adds(by, None, Content::IvoNotified(filing));
                case
            }
            Verb::SendInquiryToIvo => case.send_inquiry_to_ivo(&who, &self.records, now)?,
            Verb::CloseIvo => case.close_ivo(&who, &self.records, now)?,
            Verb::AddMeasure => {
                let case = case.done(verb, &who, &self.records, now)?;
                let owner = &around.people[usize::from(how % 4)];
                let measure = self.measure(owner);
                self.adds(by, None, measure);
                Case { owners: vec![owner.id], ..case }.with_measures(&self.records)
            }
            Verb::SettleMeasure => {
                let case = case.done(verb, &who, &self.records, now)?;
                let open = self.the_first(|each| each.done.is_none());
                self.adds(by, open, Content::MeasureDone(MeasureDone { evidence: "Schemat.".to_owned() }));
                case.with_measures(&self.records)
            }
            Verb::FollowUp => case.follow_up(&who, &self.records, now, policy)?,
            Verb::JudgeEffect => {
                let case = case.done(verb, &who, &self.records, now)?;
                let done = self.the_first(|each| each.done.is_some() && each.effect.is_none());
                self.adds(by, done, effect());
                case
            }
            Verb::GiveFeedback => {
                let case = case.done(verb, &who, &self.records, now)?;
                for to in not_told(case.since_decided(&self.records)) {
                    let words = "På mötet.".to_owned();
                    self.adds(by, None, Content::Feedback(Feedback { to, is_given: true, words }));
                }
                case
            }
            Verb::Close => case.close(&who, &self.records, now, policy)?,
            Verb::Reopen => {
                case.reopen(Cause::ALL[usize::from(how) % Cause::ALL.len()], &who, now, policy)?
            }
            // What changes nothing but the state, and what is nobody's in a case.
            Verb::Report
            | Verb::Register
            | Verb::CloseNoMisconduct
            | Verb::OpenMeasures
            | Verb::ConsiderDuty
            | Verb::ExtendIvo
            | Verb::CheckRegistration
            | Verb::Archive => case.done(verb, &who, &self.records, now)?,
        };
        Ok(())
    }

    fn decide(&mut self, around: &Around, by: &Colleague, how: u8) -> Result<Case, Nothing> {
        let (case, who, now) = (self.case.clone(), Standings::of(by, &self.case), self.now);
        case.may_be_decided(&who)?;
        let new = NewDecision::parse(&decision(how), case.ivo, &around.policy)?;
        let outcome = Outcome { grade: new.grade, decided_at: now, decided_by: by.id };
        let case = case.decide(outcome, new.ivo_required, &who, now, &around.policy)?;
        let inquiry = self.entries.iter().map(|entry| entry.id).collect();
        let (case, _) = case.follow_decision(now, &around.policy)?;
        self.decisions.push(Frozen::of(&case, &new, (by.id, &Signature::of(by)), now, inquiry));
        Ok(case)
    }

    fn tell_all_points(&mut self, by: &Colleague) {
        for section in unsaid(&self.entries) {
            self.entries.push(Entry {
                id: EntryId::new(),
                section,
                kind: "fact".parse().unwrap(),
                source: None,
                text: "Grinden stod öppen.".to_owned(),
                corrects: None,
                recorded_at: self.now,
                recorded_by: Signature::of(by),
            });
        }
    }

    fn adds(&mut self, by: &Colleague, about: Option<RecordId>, content: Content) {
        let by = Signature::of(by);
        self.records.push(Record { id: RecordId::new(), about, at: self.now, by, content });
    }

    fn the_first(&self, is: impl Fn(&Tracked<'_>) -> bool) -> Option<RecordId> {
        measures(&self.records).into_iter().find(is).map(|each| each.id)
    }

    fn measure(&self, owner: &Colleague) -> Content {
        Content::Measure(Measure {
            text: "Två vuxna.".to_owned(),
            owner: owner.id,
            owner_name: owner.name.clone(),
            due_on: swedish_day(self.now),
        })
    }

    fn open_to(&self, person: &Colleague) -> Vec<(Colleague, Verb)> {
        let standings = Standings::of(person, &self.case);
        let known =
            [self.case.known(), known_of(&self.case, &self.records), Guard::met_by_the_form()].concat();
        let state = self.case.state;
        let is_open = |verb: &&Verb| permitted(Some(state), **verb, &standings, &known).is_ok();
        Verb::ALL.iter().filter(is_open).map(|verb| (person.clone(), *verb)).collect()
    }
}

fn effect() -> Content {
    Content::Effect(Effect {
        effect: Reached::Fully,
        shown_by: "Schemat.".to_owned(),
        routine: RoutineReview::Fit,
        routine_words: "Den håller.".to_owned(),
    })
}

fn completion() -> TypedCompletion {
    TypedCompletion {
        similar_before: "no".to_owned(),
        proposed_grade: "misconduct".to_owned(),
        kind: String::new(),
        kept: Vec::new(),
    }
}

/// Any grade, any answer about IVO, explained or not.
fn decision(how: u8) -> TypedDecision {
    let grades =
        ["no_misconduct", "misconduct", "misconduct", "tangible_risk_of_misconduct", "serious_misconduct"];
    TypedDecision {
        grade: grades[usize::from(how) % grades.len()].to_owned(),
        reasons: "Rutinen följdes inte.".to_owned(),
        measures: String::new(),
        ivo: ["no", "yes", ""][usize::from(how / 5) % 3].to_owned(),
        delegation: "7.4".to_owned(),
        ivo_reset_because: ["", "En vuxen stod bredvid."][usize::from(how / 15) % 2].to_owned(),
        kept: Vec::new(),
    }
}

fn filing(day: chrono::NaiveDate) -> TypedFiling {
    TypedFiling {
        sent_on: day.to_string(),
        channel: "post".to_owned(),
        receipt: "Kvittens 1".to_owned(),
        ivo_number: String::new(),
    }
}

fn filled() -> TypedIvoForm {
    let said = || "Sagt.".to_owned();
    TypedIvoForm {
        matter: "serious_misconduct".to_owned(),
        kind: "supervision".to_owned(),
        contact: said(),
        contact_title: said(),
        postal_address: said(),
        postcode: said(),
        town: said(),
        phone: said(),
        mobile: said(),
        email: said(),
        activity: said(),
        activity_address: said(),
        activity_town: said(),
        activity_kind: said(),
        target_group: said(),
        happened_on: said(),
        happened_at: said(),
        description: said(),
        causes: said(),
        measures_taken: said(),
        measures_planned: said(),
        kept: Vec::new(),
    }
}
