//! What the youth said, and how it was considered (H10).

use serde_json::{Value, json};
use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office, Sent, inquired, ordinary};

async fn under_inquiry(office: &Office, relation: &str) -> Sent {
    let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "relation": relation })).await;
    office
        .handles(&sent, &[("triage", ordinary()), ("start-inquiry", Value::Null), ("inquire", inquired())])
        .await;
    sent
}

#[tokio::test]
async fn nobody_is_answered_about_a_youth_before_the_youth_is_heard_or_it_is_said_why_not() {
    let office = Office::open().await;
    for relation in ["youth", "guardian", "close_relation"] {
        let sent = under_inquiry(&office, relation).await;
        for heard in [json!({ "text": "b" }), json!({ "text": "b", "youth_heard": " \n" })] {
            let refused = office.does(MANAGER, &sent, "answer", &heard).await.expect(422).json;
            assert_eq!(refused["errors"][0]["pointer"], "/youth_heard", "{relation}");
        }
        assert_eq!(office.dialogue(&sent).await["status"], "handled");
        let heard = "Vi har inte kunnat fråga, för att hon är på sjukhus.";
        let answer = json!({ "text": "b", "youth_heard": heard });
        let _ = office.does(MANAGER, &sent, "answer", &answer).await.expect(204);
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        let entry = read["content"]["journal"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&entry["kind"], &entry["text"]), (&json!("youth_heard"), &json!(heard)));
        let seen = office.dialogue(&sent).await.to_string();
        assert!(!seen.contains(heard), "a guardian does not read what a youth has said");
    }
}

#[tokio::test]
async fn whoever_did_not_say_who_they_are_to_a_youth_can_be_answered_without() {
    let office = Office::open().await;
    for relation in ["staff", "other", "unknown"] {
        let sent = under_inquiry(&office, relation).await;
        let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "b" })).await.expect(204);
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        let journal = read["content"]["journal"].as_array().unwrap().clone();
        assert!(journal.iter().all(|entry| entry["kind"] != "youth_heard"));
    }
}
