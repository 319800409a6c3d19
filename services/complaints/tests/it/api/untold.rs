//! Nobody is left untold in silence: whoever can be reached hears that it came and what came of it (I.2 C3, C9), and where
//! nobody can tell them the closing says so.

use serde_json::{Value, json};
use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office, Sent, closing, inquired, ordinary};

/// A view that came as `body` says, judged and put down as one.
async fn view(office: &Office, body: Value) -> Sent {
    let mut whole = json!({ "told_at": "2026-11-20T15:45:00Z", "text": "Ni kunde ha öppet längre.",
        "unit_id": NORRGLIMT, "kind": "view" });
    whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
    let program = office.program("registrator").header("idempotency-key", "a");
    let taken = program.post("/api/v1/complaints", &whole).await.expect(201).json;
    complaints::actions::register(&office.app).await.unwrap();
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let sent = Sent {
        id: text(&list["complaints"][0]["id"]),
        number: text(&taken["case_number"]),
        receipt: text(&taken["receipt"]),
    };
    office.handles(&sent, &[("triage", suggestion()), ("no-complaint", Value::Null)]).await;
    sent
}

fn suggestion() -> Value {
    let mut triage = ordinary();
    triage["severity"] = 0.into();
    triage["category"] = "SUGGESTION".into();
    triage
}

async fn is_refused(office: &Office, sent: &Sent, because: &str) {
    let refused = office.does(MANAGER, sent, "close", &closing()).await.expect(409).json;
    assert_eq!(refused["detail"], because);
}

#[tokio::test]
async fn a_view_by_letter_from_somebody_with_a_telephone_is_not_closed_before_they_are_told() {
    let office = Office::open().await;
    let sent = view(&office, json!({ "channel": "letter", "phone": "070-174 06 11" })).await;
    is_refused(&office, &sent, "the sender can be reached, and nobody has written to them").await;
    let mut browser = office.browser(MANAGER).await;
    browser.get(&format!("/arenden/{}", sent.id)).await;
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: skriv till avsändaren");
    assert!(browser.page.text("main").contains("Skriv till avsändaren först."));
    office.handles(&sent, &[("message", json!({ "text": "Tack." })), ("close", closing())]).await;
}

#[tokio::test]
async fn and_whoever_it_lies_with_is_reminded_to_tell_them() {
    let office = Office::open().await;
    view(&office, json!({ "channel": "letter", "phone": "070-174 06 11" })).await;
    let before = office.parcels("notifications").await.len();
    office.world.clock.set("2026-11-24T09:00:00Z");
    while complaints::actions::remind(&office.app).await.unwrap() > 0 {}
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!((&told[0]["occasion"], &told[0]["due_on"]), (&json!("target_nears"), &json!("2026-11-24")));
}

#[tokio::test]
async fn whoever_was_told_that_it_came_and_wants_an_answer_is_told_what_came_of_it_too() {
    let office = Office::open().await;
    let sent = view(&office, json!({ "channel": "e_mail", "email": "vera@example.org" })).await;
    is_refused(&office, &sent, "the sender can be reached, and nobody has written to them").await;
}

#[tokio::test]
async fn where_nobody_can_be_told_the_closing_says_so() {
    for body in [
        json!({ "channel": "letter" }),
        json!({ "channel": "letter", "phone": "070-174 06 11", "wants_answer": false }),
    ] {
        let office = Office::open().await;
        let sent = view(&office, body).await;
        is_refused(
            &office,
            &sent,
            "nobody can tell the sender what came of it, and the closing does not say why",
        )
        .await;
        let mut browser = office.browser(MANAGER).await;
        let at = format!("/arenden/{}/avsluta", sent.id);
        browser.get(&at).await;
        let silent = [("measures", ""), ("routine_reviewed", "no"), ("untold", "")];
        browser.submit(&at, &silent).await;
        assert_eq!(browser.page.texts(".error-summary li").len(), 2, "both at once");
        assert!(browser.page.text("main").contains("Skriv varför avsändaren inte får något besked."));
        let said =
            [("measures", "Inga."), ("routine_reviewed", "no"), ("untold", "Brevet saknar avsändare.")];
        browser.submit(&at, &said).await;
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        assert_eq!(read["state"], "closed");
        let journal = read["content"]["journal"].as_array().unwrap();
        let entry = journal.iter().find(|entry| entry["kind"] == "untold").unwrap();
        assert_eq!(entry["text"], "Brevet saknar avsändare.");
    }
}

#[tokio::test]
async fn a_letter_that_was_answered_to_nobody_says_so_too() {
    let office = Office::open().await;
    let body =
        json!({ "channel": "letter", "told_at": "2026-11-20T15:45:00Z", "text": "a", "unit_id": NORRGLIMT });
    let program = office.program("registrator").header("idempotency-key", "a");
    let taken = program.post("/api/v1/complaints", &body).await.expect(201).json;
    complaints::actions::register(&office.app).await.unwrap();
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let sent = Sent {
        id: list["complaints"][0]["id"].as_str().unwrap().to_owned(),
        number: taken["case_number"].as_str().unwrap().to_owned(),
        receipt: String::new(),
    };
    let answer = ("answer", json!({ "text": "b" }));
    office
        .handles(
            &sent,
            &[("triage", ordinary()), ("start-inquiry", Value::Null), ("inquire", inquired()), answer],
        )
        .await;
    is_refused(
        &office,
        &sent,
        "nobody can tell the sender what came of it, and the closing does not say why",
    )
    .await;
    let mut end = closing();
    end["untold"] = "Brevet saknar avsändare.".into();
    office.handles(&sent, &[("close", end)]).await;
}

#[tokio::test]
async fn whoever_reads_on_the_screen_and_left_no_address_needs_no_word() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "Tack!", "unit_id": NORRGLIMT, "kind": "praise" })).await;
    let verbs = [("triage", suggestion()), ("no-complaint", Value::Null), ("close", closing())];
    office.handles(&sent, &verbs).await;
    assert_eq!(office.dialogue(&sent).await["status"], "closed");
}
