//! Each fictional complaint of tests/cases handled to what its `expected` says.

use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::{
    api::submit::cases,
    office::{MANAGER, Office, Sent, closing, ordinary},
};

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
        }
        let _ = office.does(story.manager, &story.sent, "close", &closing()).await.expect(204);
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
    if facts["contact_given"] == true {
        body["contact"] = json!({ "email": "avsandare@example.org" });
    }
    let sent = office.receives_unregistered(body).await;
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
    let told = office.parcels("notifications").await;
    assert_eq!(told[0]["recipient"]["role"], expected["route_to"][0], "{id}");
    let mailed = told.iter().any(|message| message["occasion"] == "received");
    assert_eq!(
        mailed,
        story.facts["contact_given"] == true,
        "{id}: confirmed by mail to those who can be reached"
    );
    if expected["copy_to"].as_array().is_some_and(|all| all.contains(&json!("principal")))
        && story.manager == MANAGER
    {
        let _ = office.reads("rektor-norrglimt", sent).await.expect(200);
    }
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
    let _ = office.does(manager, sent, "triage", &triage).await.expect(204);
    let read = office.reads(manager, sent).await.expect(200).json;
    assert_eq!(read["triage"]["category"], expected["category"], "{id}");
    assert_eq!(read["triage"]["severity"], expected["severity"], "{id}");
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
    let before = office.parcels("notifications").await.len();
    let _ = office.does(manager, sent, "answer", &json!({ "text": "Så här gör vi nu." })).await.expect(204);
    assert_eq!(expected["answer_required"], true, "{id}");
    assert_eq!(office.dialogue(sent).await["status"], "answered", "{id}");
    let told = office.parcels("notifications").await.split_off(before);
    let to_sender = told.iter().all(|message| message["recipient"]["kind"] == "sealed_address");
    assert!(to_sender, "{id}: nobody else is told, not a guardian when a youth wrote");
    assert_eq!(told.len(), usize::from(facts["contact_given"] == true), "{id}");
    let fact = &office.parcels("quality").await[0]["data"];
    assert_eq!(fact["category"], expected["category"], "{id}: it is counted as what it is");
}
