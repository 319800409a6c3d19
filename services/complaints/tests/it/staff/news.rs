//! What the sender wrote and nobody has read yet, in the lists.

use std::slice;

use serde_json::{Value, json};

use super::at;
use crate::office::{MANAGER, Office, Sent, ordinary};

const PRINCIPAL: &str = "rektor-norrglimt";

async fn writes(office: &Office, sent: &Sent) {
    let reply = json!({ "receipt": sent.receipt, "text": "Något nytt." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
}

/// Whether the matter has the sign in the list of this person.
async fn is_new_to(office: &Office, login: &str) -> bool {
    office.browser(login).await.page.texts("tbody .tag").contains(&"Nytt från avsändaren".to_owned())
}

#[tokio::test]
async fn a_new_message_is_seen_in_the_list_until_the_manager_has_read_it() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    assert!(!is_new_to(&office, MANAGER).await, "what just came in is new by its status");
    writes(&office, &sent).await;
    assert!(is_new_to(&office, MANAGER).await && is_new_to(&office, PRINCIPAL).await);
    let mut principal = office.browser(PRINCIPAL).await;
    principal.get(&at(&sent, "")).await;
    assert!(is_new_to(&office, MANAGER).await, "who reads along leaves it to those who are to act");
    let mut manager = office.browser(MANAGER).await;
    manager.get(&at(&sent, "")).await;
    assert!(!is_new_to(&office, MANAGER).await && !is_new_to(&office, PRINCIPAL).await);
    writes(&office, &sent).await;
    assert!(is_new_to(&office, MANAGER).await, "the next one is new again");
}

#[tokio::test]
async fn while_somebody_handles_it_it_is_new_until_they_have_read_it() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let whom = json!({ "person_id": testkit::organisation::person(PRINCIPAL) });
    let _ = office.does(MANAGER, &sent, "assign", &whom).await.expect(204);
    writes(&office, &sent).await;
    let _ = office.reads(MANAGER, &sent).await.expect(200);
    assert!(is_new_to(&office, PRINCIPAL).await);
    let _ = office.reads(PRINCIPAL, &sent).await.expect(200);
    assert!(!is_new_to(&office, PRINCIPAL).await);
}

#[tokio::test]
async fn an_answer_to_the_sender_takes_the_sign_away() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let whom = json!({ "person_id": testkit::organisation::person(PRINCIPAL) });
    let _ = office.does(MANAGER, &sent, "assign", &whom).await.expect(204);
    writes(&office, &sent).await;
    let _ = office.does(MANAGER, &sent, "message", &json!({ "text": "Vi ringer dig." })).await.expect(204);
    assert!(!is_new_to(&office, MANAGER).await);
}

#[tokio::test]
async fn what_comes_while_somebody_reads_stays_new() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    writes(&office, &sent).await;
    let read = office.reads(PRINCIPAL, &sent).await;
    let version: i64 = read.etag().trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
    writes(&office, &sent).await;
    let tx = office.app.store.begin().await.unwrap();
    tx.seen(sent.id.parse::<kernel::Uuid>().unwrap().into(), version).await.unwrap();
    tx.commit().await.unwrap();
    assert!(is_new_to(&office, MANAGER).await);
}

#[tokio::test]
async fn the_list_shows_only_what_is_new_when_asked_to() {
    let office = Office::open().await;
    let (news, none) = (office.receives_text("a").await, office.receives_text("b").await);
    writes(&office, &news).await;
    let mut browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody tr").len(), 2);
    browser.get("/?news=from_sender").await;
    assert_eq!(browser.page.texts("tbody .case-number"), slice::from_ref(&news.number));
    assert_eq!(browser.page.texts(".chips a").len(), 1);
    let list = office.program(MANAGER).get("/api/v1/complaints?news=from_sender").await.expect(200).json;
    assert_eq!(list["complaints"].as_array().unwrap().len(), 1);
    assert_eq!(list["complaints"][0]["unread_since"], "2026-11-21T09:00:00Z");
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let other =
        list["complaints"].as_array().unwrap().iter().find(|it| it["id"] == none.id.as_str()).unwrap();
    assert_eq!(other["unread_since"], Value::Null);
    let _ = office.program(MANAGER).get("/api/v1/complaints?news=hej").await.expect(400);
}

#[tokio::test]
async fn what_is_closed_has_the_sign_as_well() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut praise = ordinary();
    (praise["severity"], praise["category"]) = (0.into(), "PRAISE".into());
    for (verb, body) in
        [("triage", praise), ("no-complaint", Value::Null), ("close", crate::office::closing())]
    {
        let _ = office.does(MANAGER, &sent, verb, &body).await.expect(204);
    }
    writes(&office, &sent).await;
    let mut browser = office.browser(MANAGER).await;
    browser.get("/avslutade?news=from_sender").await;
    assert_eq!(browser.page.texts("tbody .case-number"), slice::from_ref(&sent.number));
}
