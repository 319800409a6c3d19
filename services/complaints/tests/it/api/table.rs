//! The whole table: every state, every verb, every role, taken step by step in the domain. `asked` asks each kind of answer
//! at the programs' addresses.

use chrono::NaiveDate;
use complaints::domain::{
    AnsweredBy, Besides, By, Category, Cause, Channel, Closing, Complaint, Concerns, Deviation, Done, Duty,
    Elsewhere, Intake, Left, Level, NewComplaint, Onward, Outcome, Parties, Policy, Redirection, Refused,
    Severity, Standing, State, TABLE, Triage, Verb, Who, permitted,
};
use kernel::{Timestamp, calendar::swedish_day};
use organisation::{Colleague, Register};
use testkit::organisation::{NORRGLIMT, STJARNVRET, organisation, person};

use crate::office::MANAGER;

pub const DEPUTY: &str = "fritidsledare-norrglimt";
pub const EXCLUDED: &str = "utan-roll";
pub const REPRESENTATIVE: &str = "huvudmannarepresentant";

/// Who asks, with which level a complaint about Norrglimtskolans KTT lies, and what they are to it then.
pub const PEOPLE: [(&str, Level, &[Who]); 20] = [
    (MANAGER, Level::UnitManager, &[Who::InCharge, Who::Reader]),
    ("rektor-norrglimt", Level::UnitManager, &[Who::Reader]),
    // The manager is away.
    (DEPUTY, Level::UnitManager, &[Who::InCharge, Who::Reader]),
    // A manager too, but off the matter (G.2).
    (EXCLUDED, Level::UnitManager, &[]),
    ("registrator", Level::UnitManager, &[Who::Registrar]),
    ("rektor-stjarnvret", Level::UnitManager, &[]),
    ("fritidsledare-stjarnvret", Level::UnitManager, &[]),
    (REPRESENTATIVE, Level::UnitManager, &[]),
    ("vardnadshavare-norrglimt", Level::UnitManager, &[]),
    ("ungdom-norrglimt", Level::UnitManager, &[]),
    ("utredare-1", Level::UnitManager, &[]),
    ("beslutsfattare", Level::UnitManager, &[]),
    ("arkivarie", Level::UnitManager, &[]),
    ("dataskyddsombud", Level::UnitManager, &[]),
    ("administrator", Level::UnitManager, &[]),
    ("kontaktcenter", Level::UnitManager, &[]),
    // It has come up to the level above, and to the one above that.
    (MANAGER, Level::Principal, &[Who::Reader]),
    ("rektor-norrglimt", Level::Principal, &[Who::InCharge, Who::Reader]),
    ("rektor-norrglimt", Level::SchoolOwnerRepresentative, &[Who::Reader]),
    (REPRESENTATIVE, Level::SchoolOwnerRepresentative, &[Who::InCharge, Who::Reader]),
];

/// What nobody at work does to a complaint by an address of its own: the sender's, the service's, and what is done by list.
pub const WITHOUT_ADDRESS: [Verb; 6] =
    [Verb::Submit, Verb::Register, Verb::Acknowledge, Verb::WriteAgain, Verb::AskNextLevel, Verb::Dispose];

/// What the table says of somebody who asks: that it is not there for them, where it leads, or why not.
pub type Expected = Option<Result<State, Refused>>;

/// It has a unit and is not said to be about its manager, it is of severity 2, triage found no duty, nobody handles it.
pub fn expected(state: State, verb: Verb, stands: &[Who]) -> Expected {
    let rule = TABLE.iter().find(|rule| rule.verb == verb).unwrap();
    if stands.is_empty() {
        return None;
    }
    Some(match verb {
        _ if !rule.who.iter().any(|who| stands.contains(who)) => Err(Refused::NotYours { verb }),
        _ if !rule.from.contains(&state) => Err(Refused::NotNow { verb, state }),
        Verb::Route => Err(Refused::HasUnit),
        Verb::NoComplaint => Err(Refused::IsComplaint),
        // Judged to be more than a view it is inquired into.
        Verb::Rejudge if state == State::NoComplaint => Ok(State::Triaged),
        Verb::FulfilDuty => Err(Refused::NoSuchDuty),
        Verb::HandBack => Err(Refused::NobodyHandles),
        Verb::LetManagerIn => Err(Refused::NotAboutManager),
        // What has a unit is judged before it is passed on.
        Verb::Redirect if state == State::Registered => Err(Refused::JudgeFirst),
        _ => Ok(rule.to.unwrap_or(state)),
    })
}

#[test]
fn every_step_of_every_role_in_every_state_is_as_the_table_says() {
    let register = Register::new(organisation());
    let mut tried = 0;
    for state in State::ALL {
        for verb in Verb::ALL {
            // Of somebody who is off it the domain is not asked: the store does not find it for them.
            for (login, level, stands) in PEOPLE.into_iter().filter(|(login, ..)| *login != EXCLUDED) {
                let complaint = complaint_in(*state, level);
                let standing = complaint.parties().standing(&colleague(&register, login));
                let led = standing.map(|standing| step(complaint, *verb, standing));
                assert_eq!(led, expected(*state, *verb, stands), "{state} {verb} {login} {level}");
                tried += 1;
            }
        }
    }
    println!("{tried} cells of state × verb × role were tried in the domain");
    assert_eq!(tried, State::ALL.len() * Verb::ALL.len() * (PEOPLE.len() - 1));
}

#[test]
fn where_it_stands_is_what_decides_and_not_only_the_role() {
    let register = Register::new(organisation());
    let parties = |unit| Parties { unit, level: Level::UnitManager, handler: None };
    let manager = colleague(&register, MANAGER);
    assert!(parties(Some(NORRGLIMT.into())).standing(&manager).is_some());
    assert_eq!(parties(None).standing(&manager), None, "what belongs to no unit lies with the registrar");
}

/// Takes the step itself, as the verbs do.
fn step(complaint: Complaint, verb: Verb, standing: Standing) -> Result<State, Refused> {
    let (at, day, whom) = (now(), day(), person("rektor-norrglimt"));
    let done = Done { at, by: person(MANAGER) };
    let state = complaint.state;
    let led = match verb {
        Verb::Triage => complaint.triage(triage(), standing, done),
        Verb::Assign => complaint.assign(whom, true, false, standing),
        Verb::HandBack => complaint.hand_back(standing),
        Verb::Rejudge => complaint.rejudge(triage(), None, &[], standing, done),
        Verb::Inquire => complaint.inquire(Deviation::None, standing),
        Verb::Move => complaint.move_to(STJARNVRET.into(), Level::UnitManager, standing),
        Verb::StartInquiry => complaint.start_inquiry(standing, at),
        Verb::NoComplaint => complaint.put_down_as_view(standing),
        Verb::Answer => complaint.answer(AnsweredBy::Page, standing, done),
        Verb::FulfilDuty => complaint.fulfil(Duty::Threat, Outcome::NamesShown, &[], standing),
        Verb::Redirect => complaint.redirect(redirection(), standing),
        Verb::Merge => complaint.merge(standing, at),
        Verb::Postpone => complaint.postpone(day, standing),
        Verb::PlanMeasures | Verb::CheckEffect => complaint.see_to_measures(verb, Some(day), standing),
        Verb::Close => complaint.close(standing, closing(done), Left::default()),
        Verb::Reopen => complaint.reopen(Cause::SenderUnhappy, Level::Principal, day, standing),
        Verb::Route => complaint.route(NORRGLIMT.into(), Level::UnitManager, standing),
        Verb::CorrectEntry => complaint.correct_entry(standing, done, |entry| entry),
        Verb::LetManagerIn => complaint.let_manager_in(Level::UnitManager, false, standing),
        Verb::Exclude => complaint.exclude(whom, Level::UnitManager, standing),
        Verb::HandOver | Verb::Split | Verb::Note | Verb::WriteToSender => complaint.step(verb, standing),
        Verb::Remind
        | Verb::Submit
        | Verb::Register
        | Verb::Acknowledge
        | Verb::WriteAgain
        | Verb::AskNextLevel
        | Verb::Dispose => return permitted(verb, state, By::Person(standing)),
    };
    led.map(|complaint| complaint.state)
}

fn complaint_in(state: State, level: Level) -> Complaint {
    let typed = Intake { text: "a".into(), unit_id: NORRGLIMT.to_string(), ..Intake::default() };
    let (register, policy) = (Register::new(organisation()), Policy::default());
    let new = NewComplaint::parse(&typed, Channel::WebForm, &register, &policy).unwrap();
    let done = Done { at: now(), by: person(MANAGER) };
    let is_judged = !matches!(state, State::Received | State::Registered);
    Complaint {
        state,
        deviation: is_judged.then_some(Deviation::None),
        triaged: is_judged.then(|| (triage(), done)),
        closed: matches!(state, State::Closed | State::Disposed).then(|| closing(done)),
        ..Complaint::receive(&new, level, now(), &policy)
    }
}

fn colleague(register: &Register, login: &str) -> Colleague {
    let of = |login| register.colleague(person(login), swedish_day(now())).unwrap();
    let stands_in_for = if login == DEPUTY { vec![of(MANAGER)] } else { Vec::new() };
    Colleague { stands_in_for, ..of(login) }
}

const fn triage() -> Triage {
    Triage {
        category: Category::CoordinationExternal,
        besides: Besides::NONE,
        severity: Severity::Shortcoming,
        misconduct_suspected: false,
        child_at_risk: false,
        data_breach: false,
        concerns: Concerns::Ktt,
        other_authority: false,
        threat: false,
    }
}

const fn redirection() -> Redirection {
    Redirection { to: Elsewhere::School, how: Onward::Told, consent: false }
}

const fn closing(done: Done) -> Closing {
    Closing { done, routine_reviewed: false }
}

fn now() -> Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

fn day() -> NaiveDate {
    swedish_day(now())
}
