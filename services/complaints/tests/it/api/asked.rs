//! The table through the programs' addresses: every verb, every role, and each answer they can get.
//!
//! That every state has its answer is taken step by step in `table`.

use std::{collections::BTreeMap, mem::Discriminant};

use complaints::domain::{Level, Refused, State, TABLE, Verb};
use proto::organisation::Role;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET, organisation, person};

use crate::{
    api::table::{DEPUTY, EXCLUDED, Expected, PEOPLE, REPRESENTATIVE, WITHOUT_ADDRESS, expected},
    office::{MANAGER, Office, Sent, inquired, ordinary},
};

/// The verbs with an address, and a body that is good in itself. `other` is open and lies with the same manager.
fn verbs(other: &Sent) -> Vec<(Verb, &'static str, Value)> {
    vec![
        (Verb::Triage, "triage", ordinary()),
        (Verb::Assign, "assign", json!({ "person_id": person("rektor-norrglimt") })),
        (Verb::HandBack, "hand-back", json!({ "reason": "a" })),
        (Verb::Remind, "remind", Value::Null),
        (Verb::Rejudge, "rejudge", json!({ "judgement": ordinary(), "reason": "a" })),
        (Verb::StartInquiry, "start-inquiry", Value::Null),
        (Verb::Inquire, "inquire", inquired()),
        (Verb::NoComplaint, "no-complaint", Value::Null),
        (Verb::Note, "note", json!({ "text": "a" })),
        (Verb::WriteToSender, "message", json!({ "text": "a" })),
        (Verb::Answer, "answer", json!({ "text": "a" })),
        (Verb::HandOver, "hand-over", json!({ "text": "a" })),
        (Verb::FulfilDuty, "fulfil-duty", json!({ "duty": "threat", "outcome": "names_shown", "note": "a" })),
        (Verb::Redirect, "redirect", json!({ "to": "school", "how": "told", "consent": false, "text": "a" })),
        (Verb::Split, "split", json!({ "parts": [{ "text": "a" }, { "text": "b" }], "text": "c" })),
        (Verb::Merge, "merge", json!({ "number": other.number, "text": "a" })),
        (Verb::Postpone, "postpone", json!({ "until": "2026-12-11", "text": "a" })),
        (
            Verb::PlanMeasures,
            "plan-measures",
            json!({ "what": "a", "owner": person(MANAGER), "due_on": "2026-12-11", "check_on": "2027-02-01" }),
        ),
        (Verb::CheckEffect, "check-effect", json!({ "measure": uuid::Uuid::nil(), "effect": "a" })),
        (
            Verb::Close,
            "close",
            json!({ "measures": "a", "routine_reviewed": false, "routine_why": "b", "feedback": "c" }),
        ),
        (Verb::Reopen, "reopen", json!({ "cause": "sender_unhappy", "reason": "a", "text": "b" })),
        (Verb::Route, "route", json!({ "unit_id": NORRGLIMT })),
        (Verb::Move, "move", json!({ "unit_id": STJARNVRET, "reason": "a" })),
        (Verb::CorrectEntry, "correct-entry", json!({ "line": "Skrivelse, korttidstillsyn" })),
        (Verb::LetManagerIn, "let-manager-in", json!({ "reason": "a" })),
        (Verb::Exclude, "exclude", json!({ "person_id": person("administrator") })),
    ]
}

/// The manager is away with a deputy, and there is a second manager.
async fn office_with_everybody() -> Office {
    let office = Office::open().await;
    let mut register = organisation();
    let mut second = register.assignments[0].clone();
    second.person_id = person(EXCLUDED).as_uuid();
    assert_eq!(second.role, Role::UnitManager);
    register.assignments.push(second);
    office.staff.ground.directory.replace(register);
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let whom = person(DEPUTY).to_string();
    let days = [("from", "2026-11-21"), ("to", "2026-11-27"), ("deputy", whom.as_str())];
    manager.submit("/franvaro", &days).await;
    assert_eq!(manager.page.texts(".marked li").len(), 1, "{}", manager.page.text("main"));
    office
}

/// What somebody gets to hear: 404, where it leads, or which refusal.
type Kind = Option<Result<(), (u16, Discriminant<Refused>)>>;

#[tokio::test]
async fn every_verb_answers_every_role_in_each_way_the_table_knows() {
    let office = office_with_everybody().await;
    let other = office.receives_text("a").await;
    let mut tried: BTreeMap<u16, usize> = BTreeMap::new();
    for (verb, address, body) in verbs(&other) {
        let mut heard: Vec<(&str, Level, Kind)> = Vec::new();
        for state in State::ALL {
            let mut sent = None;
            for (login, level, stands) in PEOPLE {
                let expected = expected(*state, verb, stands);
                let status = status((verb, login, level), expected);
                let kind =
                    expected.map(|led| led.map(|_| ()).map_err(|why| (status, std::mem::discriminant(&why))));
                if heard.contains(&(login, level, kind)) {
                    continue;
                }
                // What refuses leaves it as it was for the next.
                let asked = match sent.take() {
                    Some(asked) => asked,
                    None => puts_in(&office, *state).await,
                };
                update(&office, &asked, &[format!("level = '{level}'")]).await;
                let answer = office.does(login, &asked, address, &body).await;
                assert_eq!(answer.status.as_u16(), status, "{state} {verb} {login} {level}");
                if let Some(Err(why)) = expected {
                    assert_eq!(answer.json["detail"], why.to_string(), "{state} {verb} {login} {level}");
                }
                sent = Some(asked).filter(|_| status != 204);
                heard.push((login, level, kind));
                *tried.entry(status).or_default() += 1;
            }
        }
    }
    assert_eq!(
        tried.keys().copied().collect::<Vec<_>>(),
        [204, 403, 404, 409],
        "each kind of answer was met"
    );
    println!("answers of verb × kind × role by their status: {tried:?}");
}

#[tokio::test]
async fn every_verb_is_tried_and_by_every_role_there_is() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let with_address = verbs(&sent).into_iter().map(|(verb, ..)| verb);
    let tried: Vec<Verb> = with_address.chain(WITHOUT_ADDRESS).collect();
    assert_eq!(tried.len(), Verb::ALL.len());
    for verb in Verb::ALL {
        assert!(tried.contains(verb), "nobody tries {verb}");
    }
    let roles = serde_json::to_value(<Role as utoipa::PartialSchema>::schema()).unwrap();
    let held = organisation().assignments;
    for role in roles["enum"].as_array().unwrap() {
        let role: Role = serde_json::from_value(role.clone()).unwrap();
        let holds = |login: &str| {
            held.iter().any(|held| held.role == role && held.person_id == person(login).as_uuid())
        };
        assert!(PEOPLE.iter().any(|(login, ..)| holds(login)), "nobody holds {role:?}");
    }
    for (login, ..) in PEOPLE {
        for verb in WITHOUT_ADDRESS {
            let address = verb.word().replace('_', "-");
            let _ = office.does(login, &sent, &address, &Value::Null).await.expect(404);
        }
    }
}

#[tokio::test]
async fn the_sender_and_the_service_do_in_each_state_what_the_table_says() {
    let office = Office::open().await;
    for state in State::ALL {
        let may = |verb| TABLE.iter().find(|rule| rule.verb == verb).unwrap().from.contains(state);
        let sent = office.receives_unregistered(json!({ "text": "a", "unit_id": NORRGLIMT })).await;
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        assert_eq!(read["state"], "received", "submitted, whatever became of the others");
        assert_eq!(
            office.dialogue(&sent).await["status"],
            "received",
            "acknowledged at once, as long as it is that"
        );
        if *state != State::Received {
            complaints::actions::register(&office.app).await.unwrap();
            put_in(&office, &sent, *state).await;
        }
        let reply = json!({ "receipt": sent.receipt, "text": "b" });
        let again = office.anyone().post("/api/v1/dialogue/messages", &reply).await;
        assert_eq!(again.status.as_u16(), if may(Verb::WriteAgain) { 201 } else { 409 }, "{state}");
        complaints::actions::register(&office.app).await.unwrap();
        let after = office.reads("registrator", &sent).await.expect(200).json["state"].clone();
        let registered = if may(Verb::Register) { State::Registered } else { *state };
        assert_eq!(after, registered.word(), "{state}");
    }
}

/// What the programs' address makes of what the table says. Some verbs ask for more than state and person.
fn status((verb, login, level): (Verb, &str, Level), expected: Expected) -> u16 {
    match (expected, verb) {
        // To them it is not there; or there is no such measure.
        (None, _) | (Some(Ok(_)), Verb::CheckEffect) => 404,
        (Some(Err(Refused::NotYours { .. })), _) => 403,
        (Some(Err(_)), _) => 409,
        // The other lies with the manager still.
        (Some(Ok(_)), Verb::Merge) if level != Level::UnitManager => 409,
        // Only those who work in the activity report a misconduct.
        (Some(Ok(_)), Verb::HandOver) if login == REPRESENTATIVE => 403,
        (Some(Ok(_)), _) => 204,
    }
}

/// A complaint in a state, which the second manager is off.
async fn puts_in(office: &Office, state: State) -> Sent {
    let sent = office.receives_text("a").await;
    put_in(office, &sent, state).await;
    exclude(office, &sent).await;
    sent
}

/// Puts a row into a state with what the state asks for, past the verbs.
async fn put_in(office: &Office, sent: &Sent, state: State) {
    let by = id(office, person(MANAGER).as_uuid());
    let done = "'2026-11-21T09:00:00+00:00'";
    let mut columns = vec![format!("state = '{state}'")];
    if !matches!(state, State::Received | State::Registered) {
        columns.push(format!(
            "triaged_at = {done}, triaged_by = {by}, category = 'OTHER', besides = '', severity = 2, misconduct_suspected = FALSE, \
             child_at_risk = FALSE, data_breach = FALSE, concerns = 'ktt', other_authority = FALSE, threat = FALSE, \
             inquiry_started_at = {done}, deviation = 'none'"
        ));
    }
    if matches!(state, State::Answered | State::Measures | State::Closed | State::Disposed) {
        columns.push(format!("answered_at = {done}, answered_by = {by}, answered_how = 'page'"));
    }
    if state == State::Redirected {
        columns.push(
            "redirected_to = 'school', redirected_how = 'told', redirected_with_consent = FALSE".to_owned(),
        );
    }
    if matches!(state, State::Closed | State::Disposed) {
        columns.push(format!("closed_at = {done}, closed_by = {by}, routine_reviewed = FALSE"));
    }
    update(office, sent, &columns).await;
}

/// Takes the second manager off it.
async fn exclude(office: &Office, sent: &Sent) {
    let (of, whom) = (id(office, sent.id.parse().unwrap()), id(office, person(EXCLUDED).as_uuid()));
    let row = format!(
        "INSERT INTO conflict (complaint_id, person_id, noted_at, noted_by, as_said) \
                       VALUES ({of}, {whom}, '2026-11-21T09:00:00+00:00', {whom}, FALSE)"
    );
    execute(office, row).await;
}

async fn update(office: &Office, sent: &Sent, columns: &[String]) {
    let of = id(office, sent.id.parse().unwrap());
    execute(office, format!("UPDATE complaint SET {} WHERE id = {of}", columns.join(", "))).await;
}

async fn execute(office: &Office, statement: String) {
    let reader = office.staff.ground.database.reader();
    let done = Statement::from_string(reader.get_database_backend(), statement);
    assert_eq!(reader.execute_raw(done).await.unwrap().rows_affected(), 1);
}

/// An id as the database writes it.
fn id(office: &Office, id: uuid::Uuid) -> String {
    if office.staff.ground.database.is_sqlite() { format!("X'{}'", id.simple()) } else { format!("'{id}'") }
}
