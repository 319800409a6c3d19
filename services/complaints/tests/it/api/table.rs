//! The whole table through the programs' addresses: every state, every verb, every role.

use complaints::domain::{State, TABLE, Verb, Who};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, person};

use crate::office::{MANAGER, Office, Sent, ordinary};

/// Who asks, and what they are to a complaint about Norrglimtskolans KTT.
const PEOPLE: [(&str, &[Who]); 6] = [
    (MANAGER, &[Who::InCharge, Who::Reader]),
    ("rektor-norrglimt", &[Who::Reader]),
    ("registrator", &[Who::Registrar]),
    ("rektor-stjarnvret", &[]),
    ("fritidsledare-norrglimt", &[]),
    ("arkivarie", &[]),
];

/// The verbs with an address, and a body that is good in itself. `other` is open and lies with the same manager.
fn verbs(other: &Sent) -> Vec<(Verb, &'static str, Value)> {
    vec![
        (Verb::Triage, "triage", ordinary()),
        (Verb::Assign, "assign", json!({ "person_id": person("rektor-norrglimt") })),
        (Verb::HandBack, "hand-back", json!({ "reason": "a" })),
        (Verb::Remind, "remind", Value::Null),
        (Verb::StartInquiry, "start-inquiry", Value::Null),
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
        (Verb::CorrectEntry, "correct-entry", json!({ "line": "Skrivelse, korttidstillsyn" })),
        (Verb::Exclude, "exclude", json!({ "person_id": person("administrator") })),
    ]
}

#[tokio::test]
async fn every_state_verb_and_role_is_as_the_table_says() {
    let office = Office::open().await;
    let other = office.receives_text("a").await;
    let mut tried = 0;
    for state in State::ALL {
        for (verb, address, body) in verbs(&other) {
            let mut sent = None;
            for (login, stands) in PEOPLE {
                // What refuses leaves it as it was for the next.
                if sent.is_none() {
                    let new = office.receives_text("a").await;
                    put_in(&office, &new, *state).await;
                    sent = Some(new);
                }
                let sent =
                    if expected(*state, verb, stands) == 204 { sent.take() } else { sent.clone() }.unwrap();
                let status = office.does(login, &sent, address, &body).await.status.as_u16();
                assert_eq!(status, expected(*state, verb, stands), "{state} {verb} {login}");
                tried += 1;
            }
        }
    }
    println!("{tried} cells of state × verb × role were tried");
    assert_eq!(tried, State::ALL.len() * verbs(&other).len() * PEOPLE.len());
}

fn expected(state: State, verb: Verb, stands: &[Who]) -> u16 {
    if stands.is_empty() {
        return 404;
    }
    let rule = TABLE.iter().find(|rule| rule.verb == verb).unwrap();
    let theirs = rule.who.iter().any(|who| stands.contains(who));
    let now = rule.from.contains(&state);
    match (theirs, now, verb) {
        (false, ..) => 403,
        // It has a unit, it is of severity 2, triage found no duty, nobody handles it.
        (true, false, _)
        | (true, true, Verb::Route | Verb::NoComplaint | Verb::FulfilDuty | Verb::HandBack) => 409,
        // What has a unit is judged before it is passed on.
        (true, true, Verb::Redirect) if state == State::Registered => 409,
        // There is no such measure.
        (true, true, Verb::CheckEffect) => 404,
        (true, true, _) => 204,
    }
}

/// Puts a row into a state with what the state asks for, past the verbs.
async fn put_in(office: &Office, sent: &Sent, state: State) {
    let by = format!("X'{}'", person(MANAGER).as_uuid().simple());
    let database = &office.staff.ground.database;
    let by = if database.is_sqlite() { by } else { format!("'{}'", person(MANAGER)) };
    let id = if database.is_sqlite() {
        format!("X'{}'", sent.id.replace('-', ""))
    } else {
        format!("'{}'", sent.id)
    };
    let done = "'2026-11-21T09:00:00+00:00'";
    let mut columns = vec![format!("state = '{state}'")];
    if !matches!(state, State::Received | State::Registered) {
        columns.push(format!(
            "triaged_at = {done}, triaged_by = {by}, category = 'OTHER', severity = 2, misconduct_suspected = FALSE, \
             child_at_risk = FALSE, data_breach = FALSE, concerns = 'ktt', other_authority = FALSE, threat = FALSE, \
             inquiry_started_at = {done}, answered_at = {done}, answered_by = {by}"
        ));
    }
    if state == State::Redirected {
        columns.push(
            "redirected_to = 'school', redirected_how = 'told', redirected_with_consent = FALSE".to_owned(),
        );
    }
    if matches!(state, State::Closed | State::Disposed) {
        columns.push(format!("closed_at = {done}, closed_by = {by}, routine_reviewed = FALSE"));
    }
    let reader = database.reader();
    let update = format!("UPDATE complaint SET {} WHERE id = {id}", columns.join(", "));
    let done =
        reader.execute_raw(Statement::from_string(reader.get_database_backend(), update)).await.unwrap();
    assert_eq!(done.rows_affected(), 1);
}
