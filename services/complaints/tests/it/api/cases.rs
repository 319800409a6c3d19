//! Each fictional complaint of tests/cases handled to what its `expected` says.

use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::{
    api::submit::cases,
    office::{MANAGER, Office, Sent, closing, inquired, ordinary},
};

/// What a case may expect, and is looked at here.
const LOOKED_AT: [&str; 18] = [
    "is_complaint",
    "category",
    "severity",
    "deviation",
    "escalate_lex_sarah",
    "child_protection_report",
    "personal_data_breach",
    "route_to",
    "copy_to",
    "registration_day",
    "arrival_day",
    "secrecy_mark",
    "ack_required",
    "answer_required",
    "secondary",
    "notify_ordering_board",
    "access_request",
    "refusal_requires",
];

/// What is not, and why.
const NOT_LOOKED_AT: [(&str, &str); 11] = [
    ("arrival_rule", "the reason for arrival_day"),
    ("notes", "for people"),
    ("escalation_reason", "the reason for escalate_lex_sarah"),
    (
        "expected_lex_grade_any_of",
        "complaints never learns the grade; the reports among the cases are judged in lex-sarah",
    ),
    ("immediate_action", "what people do at once; the program keeps what they write of it"),
    ("answer_note", "how a handler finds an address that the sender did not leave"),
    ("answer_to", "that nobody else is told is looked at; where they meet is for people"),
    ("forbidden", "nobody but the sender is told of the answer, which is looked at for every case"),
    ("seed_rules", "the reasons for the rest"),
    ("access_decision", "a person judges it; that it is decided before the end is looked at"),
    ("service_rule", "the reason for the interpreter, which is looked at as a fact"),
];

#[test]
fn every_expectation_of_a_case_is_looked_at_or_it_is_said_why_not() {
    let known: Vec<&str> = LOOKED_AT.into_iter().chain(NOT_LOOKED_AT.map(|(key, _)| key)).collect();
    let mut met = std::collections::BTreeSet::new();
    for case in cases() {
        for key in case["expected"].as_object().unwrap().keys() {
            assert!(known.contains(&key.as_str()), "{} expects {key}, which nobody looks at", case["id"]);
            met.insert(key.clone());
        }
    }
    assert_eq!(met.len(), known.len(), "what no case expects any more stands here");
}

struct Story {
    id: String,
    facts: Value,
    expected: Value,
    manager: &'static str,
    sent: Sent,
}

#[tokio::test]
async fn every_case_is_handled_as_expected() {
    for case in cases() {
        let office = Office::open().await;
        let story = arrives(&office, &case).await;
        registers(&office, &story).await;
        judges(&office, &story).await;
        if story.expected["is_complaint"] == true {
            answers(&office, &story).await;
        } else {
            let _ = office.does(story.manager, &story.sent, "no-complaint", &Value::Null).await.expect(204);
            let thanks = json!({ "text": "Tack, det ska vi berätta för personalen." });
            let _ = office.does(story.manager, &story.sent, "message", &thanks).await.expect(204);
        }
        fulfils(&office, &story).await;
        closes(&office, &story).await;
        assert_eq!(office.dialogue(&story.sent).await["status"], "closed", "{}", story.id);
    }
}

async fn arrives(office: &Office, case: &Value) -> Story {
    let (facts, expected) = (case["facts"].clone(), case["expected"].clone());
    let at = facts["received_at"].as_str().unwrap();
    office.world.clock.set(at);
    let (unit, manager) = match facts["unit"].as_str().unwrap() {
        "Stjärnvretens KTT" => (STJARNVRET, "rektor-stjarnvret"),
        _ => (NORRGLIMT, MANAGER),
    };
    let relation = match facts["complainant_role"].as_str().unwrap() {
        "parent_of_adult" => "close_relation",
        known => known,
    };
    let mut body =
        json!({ "text": case["text"], "unit_id": unit, "relation": relation, "language": facts["language"] });
    if expected["is_complaint"] == false {
        body["kind"] = "praise".into();
    }
    body["contact"] =
        json!({ "interpreter": facts["interpreter"], "easy_read": facts["easy_language_needed"] == true });
    if facts["contact_given"] == true {
        body["contact"]["email"] = "avsandare@example.org".into();
    }
    let sent = office.receives_unregistered(body).await;
    // The receipt confirms at once, whether there is an address or not.
    assert_eq!(office.dialogue(&sent).await["status"], "received", "{}", case["id"]);
    Story { id: case["id"].to_string(), facts, expected, manager, sent }
}

async fn registers(office: &Office, story: &Story) {
    let Story { id, expected, sent, .. } = story;
    if let Some(day) = expected["registration_day"].as_str() {
        office.world.clock.set(&format!("{day}T08:00:00+02:00"));
    }
    complaints::actions::register(&office.app).await.unwrap();
    let read = office.reads(story.manager, sent).await.expect(200).json;
    let day = |at: &Value| kernel::calendar::swedish_day(at.as_str().unwrap().parse().unwrap()).to_string();
    if let Some(arrival) = expected["arrival_day"].as_str() {
        assert_eq!(day(&read["received_at"]), arrival, "{id}: {}", expected["arrival_rule"]);
        assert_eq!(
            day(&read["registration"]["registered_at"]),
            expected["registration_day"].as_str().unwrap()
        );
    }
    match expected["secrecy_mark"].as_str() {
        Some(mark) => {
            assert!(mark.starts_with(read["registration"]["secrecy_mark"].as_str().unwrap()), "{id}");
        }
        None => assert_eq!(read["registration"]["secrecy_mark"], Value::Null, "{id}"),
    }
    let contact = &read["content"]["contact"];
    assert_eq!(contact["interpreter"], story.facts["interpreter"], "{id}");
    assert_eq!(contact["easy_read"], story.facts["easy_language_needed"] == true, "{id}");
    let told = office.parcels("notifications").await;
    assert_eq!(told[0]["recipient"]["role"], expected["route_to"][0], "{id}");
    let principal = if story.manager == MANAGER { "rektor-norrglimt" } else { "rektor-stjarnvret" };
    for role in expected["route_to"].as_array().unwrap() {
        match role.as_str().unwrap() {
            "unit_manager" => assert!(!read["content"].is_null(), "{id}"),
            "principal" => {
                assert!(!office.reads(principal, sent).await.expect(200).json["content"].is_null(), "{id}");
            }
            "registrar" => {
                assert!(!office.reads("registrator", sent).await.expect(200).json["registration"].is_null());
            }
            // By a report of the one who reads it, which `judges` looks at.
            "lex_sarah_investigator" => assert_eq!(expected["escalate_lex_sarah"], true, "{id}"),
            other => panic!("{id}: nobody looks at the way to {other}"),
        }
    }
    let mailed = told.iter().any(|message| message["occasion"] == "received");
    assert!(!mailed || expected["ack_required"] == true, "{id}");
    assert_eq!(
        mailed,
        story.facts["contact_given"] == true,
        "{id}: confirmed by mail to those who can be reached"
    );
    for role in expected["copy_to"].as_array().into_iter().flatten() {
        match role.as_str().unwrap() {
            "principal" => {
                let _ = office.reads(principal, sent).await.expect(200);
            }
            // Lex Sarah tells them when what is handed over may be serious (I.1 L4; `told` in lex-sarah). The complaint itself they
            // read when it has come up to them, as a matter does when its sender is not satisfied.
            "school_owner_representative" => {
                assert_eq!(expected["escalate_lex_sarah"], true, "{id}: then `judges` hands it over");
                let _ = office.reads("huvudmannarepresentant", sent).await.expect(404);
            }
            other => panic!("{id}: nobody looks at a copy to {other}"),
        }
    }
}

/// What the law asks for besides the answer, as the case expects it: nothing is closed before.
async fn fulfils(office: &Office, story: &Story) {
    let Story { id, expected, sent, manager, .. } = story;
    let is_asked = |key: &str| expected[key] == true;
    let refusal = if expected["refusal_requires"].is_null() { "released" } else { "refused_in_writing" };
    for (key, duty, outcome) in [
        ("child_protection_report", "child_protection", "reported"),
        ("personal_data_breach", "data_breach", "reported"),
        ("notify_ordering_board", "ordering_board", "reported"),
        ("access_request", "access_request", refusal),
    ] {
        let done = json!({ "duty": duty, "outcome": outcome, "note": "Kl. 10.15." });
        if is_asked(key) {
            let early = office.does(manager, sent, "close", &closing()).await.expect(409);
            assert!(early.json["detail"].as_str().unwrap().contains("a duty"), "{id}: {duty} waits");
            let _ = office.does(manager, sent, "fulfil-duty", &done).await.expect(204);
        } else {
            let _ = office.does(manager, sent, "fulfil-duty", &done).await.expect(409);
        }
    }
}

/// With the deviation that the case shows, which only an inquiry finds.
async fn closes(office: &Office, story: &Story) {
    let Story { id, expected, sent, manager, .. } = story;
    let found = found(expected);
    let _ = office.does(manager, sent, "close", &closing()).await.expect(204);
    let kept = &office.reads(manager, sent).await.expect(200).json["deviation"];
    assert_eq!(*kept, if expected["is_complaint"] == true { json!(found) } else { Value::Null }, "{id}");
    let counted = office.parcels("quality").await;
    let deviations =
        counted.iter().filter(|fact| fact["type"] == "se.lyssna.complaints.deviation.found.v1").count();
    assert_eq!(deviations, usize::from(expected["deviation"] == true), "{id}");
    let subject = |fact: &Value| fact["subject"].clone();
    assert!(counted.iter().all(|fact| subject(fact) == subject(&counted[0])), "{id}: it is one matter");
    assert!(counted.iter().all(|fact| subject(fact) != sent.id.as_str()), "{id}: nobody finds it by that");
}

fn found(expected: &Value) -> &'static str {
    if expected["deviation"] == true { "routine_not_followed" } else { "none" }
}

async fn judges(office: &Office, story: &Story) {
    let Story { id, expected, sent, manager, .. } = story;
    let misconduct = expected["escalate_lex_sarah"] == true;
    let mut triage = ordinary();
    triage["category"] = expected["category"].clone();
    triage["severity"] = expected["severity"].clone();
    triage["misconduct_suspected"] = misconduct.into();
    triage["child_at_risk"] = expected["child_protection_report"].clone();
    triage["data_breach"] = expected["personal_data_breach"].clone();
    triage["besides"] = expected["secondary"].as_array().cloned().unwrap_or_default().into();
    let _ = office.does(manager, sent, "triage", &triage).await.expect(204);
    let read = office.reads(manager, sent).await.expect(200).json;
    assert_eq!(read["triage"]["besides"], triage["besides"], "{id}: it is about more than one thing");
    assert_eq!(read["triage"]["category"], expected["category"], "{id}");
    assert_eq!(read["triage"]["severity"], expected["severity"], "{id}");
    assert_eq!(read["triage"]["child_at_risk"], expected["child_protection_report"], "{id}");
    assert_eq!(!read["breach_by"].is_null(), expected["personal_data_breach"] == true, "{id}");
    if misconduct {
        let report = json!({ "text": "Ett barn lämnades ensamt.", "acted": "Ny hämtrutin i dag." });
        let _ = office.does(manager, sent, "hand-over", &report).await.expect(204);
    }
    assert_eq!(office.parcels("lex-sarah").await.len(), usize::from(misconduct), "{id}");
    assert_eq!(office.dialogue(sent).await["handled_as_misconduct"], misconduct, "{id}");
}

async fn answers(office: &Office, story: &Story) {
    let Story { id, expected, sent, manager, facts } = story;
    let _ = office.does(manager, sent, "start-inquiry", &Value::Null).await.expect(204);
    let mut findings = inquired();
    findings["deviation"] = found(expected).into();
    let _ = office.does(manager, sent, "inquire", &findings).await.expect(204);
    let before = office.parcels("notifications").await.len();
    let answer =
        json!({ "text": "Så här gör vi nu.", "youth_heard": "Vi har frågat, och gör som hen vill." });
    let _ = office.does(manager, sent, "answer", &answer).await.expect(204);
    assert_eq!(expected["answer_required"], true, "{id}");
    assert_eq!(office.dialogue(sent).await["status"], "answered", "{id}");
    let told = office.parcels("notifications").await.split_off(before);
    let to_sender = told.iter().all(|message| message["recipient"]["kind"] == "sealed_address");
    assert!(to_sender, "{id}: nobody else is told, not a guardian when a youth wrote");
    assert_eq!(told.len(), usize::from(facts["contact_given"] == true), "{id}");
    let fact = &office.parcels("quality").await[0]["data"];
    assert_eq!(fact["category"], expected["category"], "{id}: it is counted as what it is");
}
