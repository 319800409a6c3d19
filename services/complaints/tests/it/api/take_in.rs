//! What somebody at work was told stands in the same record as what is sent.

use serde_json::json;
use testkit::organisation::{NORRGLIMT, STJARNVRET, person};

use crate::{
    api::attachments::{PNG, upload},
    office::{MANAGER, Office, Sent, ordinary},
};

async fn takes_in(office: &Office, login: &str, key: &str, body: &serde_json::Value) -> testkit::Answer {
    office.program(login).header("idempotency-key", key).post("/api/v1/complaints", body).await
}

#[tokio::test]
async fn a_call_is_written_down_with_when_and_by_whom_and_handled_like_any_other() {
    let office = Office::open().await;
    let body = json!({ "channel": "phone", "told_at": "2026-11-20T15:45:00Z", "text": "Bussen kom för sent.",
        "unit_id": NORRGLIMT, "relation": "guardian", "phone": "070-174 06 11", "reach": "Efter kl. 15.", "interpreter": "tigrinja",
        "easy_read": true });
    let taken = takes_in(&office, "registrator", "a", &body).await.expect(201).json;
    let again = takes_in(&office, "registrator", "a", &body).await.expect(201).json;
    assert_eq!(taken, again, "sent twice, taken down once");
    complaints::actions::register(&office.app).await.unwrap();
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    assert_eq!(list["complaints"].as_array().unwrap().len(), 1);
    let sent = Sent {
        id: list["complaints"][0]["id"].as_str().unwrap().to_owned(),
        number: taken["case_number"].as_str().unwrap().to_owned(),
        receipt: taken["receipt"].as_str().unwrap().to_owned(),
    };
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["channel"], "phone");
    assert_eq!(read["received_at"], "2026-11-20T15:45:00Z", "the day it was told counts (FL 22 §)");
    assert_eq!(read["targets"]["triage_by"], "2026-11-23");
    let registrar = person("registrator").as_uuid();
    assert_eq!(read["taken_in"], json!({ "at": "2026-11-21T09:00:00Z", "person_id": registrar }));
    assert_eq!(read["content"]["messages"][0]["text"], "Bussen kom för sent.");
    let contact = json!({ "name": null, "youth": null, "email": null, "phone": "070-174 06 11", "reach": "Efter kl. 15.",
        "interpreter": "tigrinja", "easy_read": true });
    assert_eq!(read["content"]["contact"], contact);
    assert_eq!(office.dialogue(&sent).await["status"], "registered", "the one who told has a receipt");
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    let told = &office.parcels("notifications").await[0];
    assert_eq!(
        (&told["occasion"], &told["recipient"]["role"]),
        (&json!("new_matter"), &json!("unit_manager"))
    );
}

#[tokio::test]
async fn nobody_is_told_in_the_future_or_by_a_form_and_not_everybody_may_write_it_down() {
    let office = Office::open().await;
    let mut body = json!({ "channel": "letter", "told_at": "2026-11-21T09:30:00Z", "text": "a" });
    let answer = takes_in(&office, MANAGER, "a", &body).await.expect(422);
    assert_eq!(answer.json["errors"][0]["pointer"], "/told_on");
    body["told_at"] = "2026-11-20T09:30:00Z".into();
    for login in ["fritidsledare-norrglimt", "utredare-1", "vardnadshavare-norrglimt", "utan-roll"] {
        let _ = takes_in(&office, login, "b", &body).await.expect(403);
    }
    body["channel"] = "web_form".into();
    let _ = takes_in(&office, MANAGER, "c", &body).await.expect(422);
}

/// What was taken down on the Saturday after: the letter came on Friday.
async fn letter(office: &Office, contact: (&str, &str), channel: &str) -> (Sent, serde_json::Value) {
    let mut body =
        json!({ "channel": channel, "told_at": "2026-11-20T15:45:00Z", "text": "a", "unit_id": NORRGLIMT });
    body[contact.0] = contact.1.into();
    let taken = takes_in(office, "registrator", contact.0, &body).await.expect(201).json;
    complaints::actions::register(&office.app).await.unwrap();
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let sent = Sent {
        id: list["complaints"][0]["id"].as_str().unwrap().to_owned(),
        number: taken["case_number"].as_str().unwrap().to_owned(),
        receipt: taken["receipt"].as_str().unwrap().to_owned(),
    };
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    (sent, read)
}

#[tokio::test]
async fn whoever_can_be_reached_and_was_not_told_that_it_came_is_told_before_the_target() {
    let office = Office::open().await;
    let (sent, read) = letter(&office, ("phone", "070-174 06 11"), "letter").await;
    assert_eq!(read["acknowledged"], json!(null));
    assert_eq!(read["targets"]["acknowledge_by"], "2026-11-24", "two working days from the Friday");
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    let mut browser = office.browser(MANAGER).await;
    browser.get(&format!("/arenden/{}", sent.id)).await;
    let asked = |browser: &testkit::Browser| {
        browser.page.texts(".notice h2").contains(&"Bekräfta att ärendet har kommit in".to_owned())
    };
    assert!(asked(&browser));
    office.world.clock.set("2026-11-23T09:00:00Z");
    while complaints::actions::remind(&office.app).await.unwrap() > 0 {}
    let told = office.parcels("notifications").await;
    let reminder = told.last().unwrap();
    assert_eq!((&reminder["occasion"], &reminder["due_on"]), (&json!("target_nears"), &json!("2026-11-24")));

    let _ =
        office.does(MANAGER, &sent, "message", &json!({ "text": "Vi har fått brevet." })).await.expect(204);
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["acknowledged"], json!({ "at": "2026-11-23T09:00:00Z", "how": "message" }));
    assert_eq!(read["targets"]["acknowledge_by"], json!(null));
    let mut browser = office.browser(MANAGER).await;
    browser.get(&format!("/arenden/{}", sent.id)).await;
    assert!(!asked(&browser));
    assert!(browser.page.text("main").contains("I ett meddelande från oss, 2026-11-23"));
    let before = office.parcels("notifications").await.len();
    office.world.clock.set("2026-11-25T09:00:00Z");
    while complaints::actions::remind(&office.app).await.unwrap() > 0 {}
    assert_eq!(office.parcels("notifications").await.len(), before, "nobody is reminded of what is done");
}

#[tokio::test]
async fn what_was_confirmed_as_it_came_says_how_and_reminds_nobody() {
    for (contact, channel, at, how) in [
        (("email", "vera@example.org"), "letter", "2026-11-21T09:00:00Z", "mail"),
        (("phone", "070-174 06 11"), "phone", "2026-11-20T15:45:00Z", "spoken"),
        (("phone", "070-174 06 11"), "visit", "2026-11-20T15:45:00Z", "spoken"),
    ] {
        let office = Office::open().await;
        let (_, read) = letter(&office, contact, channel).await;
        assert_eq!(read["acknowledged"], json!({ "at": at, "how": how }));
        assert_eq!(read["targets"]["acknowledge_by"], json!(null));
    }
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["acknowledged"], json!({ "at": "2026-11-21T09:00:00Z", "how": "screen" }));
}

#[tokio::test]
async fn nobody_is_asked_to_confirm_to_a_sender_who_cannot_be_reached() {
    let office = Office::open().await;
    let (_, read) = letter(&office, ("name", ""), "letter").await;
    assert_eq!(read["acknowledged"], json!(null));
    assert_eq!(read["targets"]["acknowledge_by"], json!(null));
}

#[tokio::test]
async fn staff_write_down_what_they_are_told_of_their_unit_and_the_contact_centre_of_any_and_neither_reads_it()
 {
    let office = Office::open().await;
    let body = |unit: serde_json::Value| json!({ "channel": "phone", "told_at": "2026-11-20T15:45:00Z", "text": "a", "unit_id": unit });
    let (own, other, none) = (json!(NORRGLIMT), json!(STJARNVRET), serde_json::Value::Null);
    for (login, unit, status) in [
        ("fritidsledare-norrglimt", &own, 201),
        ("fritidsledare-norrglimt", &other, 403),
        ("fritidsledare-norrglimt", &none, 403),
        ("kontaktcenter", &own, 201),
        ("kontaktcenter", &other, 201),
        ("kontaktcenter", &none, 201),
        ("vardnadshavare-norrglimt", &own, 403),
        ("arkivarie", &own, 403),
    ] {
        let _ =
            takes_in(&office, login, &format!("{login} {unit}"), &body(unit.clone())).await.expect(status);
    }
    complaints::actions::register(&office.app).await.unwrap();
    let all = office.program("registrator").get("/api/v1/complaints").await.expect(200).json;
    let all = all["complaints"].as_array().unwrap();
    assert_eq!(all.len(), 4);
    for login in ["fritidsledare-norrglimt", "kontaktcenter"] {
        let _ = office.program(login).get("/api/v1/complaints").await.expect(403);
        for complaint in all {
            let id = complaint["id"].as_str().unwrap();
            let _ = office.program(login).get(&format!("/api/v1/complaints/{id}")).await.expect(404);
        }
    }
}

#[tokio::test]
async fn a_scanned_letter_goes_along_as_the_senders_and_one_that_is_gone_stops_it() {
    let office = Office::open().await;
    let file = upload(&office.anyone(), "brev.png", PNG).await.expect(201).json["id"].clone();
    let body = json!({ "channel": "letter", "told_at": "2026-11-20T15:45:00Z", "text": "a", "unit_id": NORRGLIMT,
        "attachments": [file] });
    let _ = takes_in(&office, "kontaktcenter", "a", &body).await.expect(201);
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let id = list["complaints"][0]["id"].as_str().unwrap();
    let read = office.program(MANAGER).get(&format!("/api/v1/complaints/{id}")).await.expect(200).json;
    let files = read["content"]["attachments"].as_array().unwrap();
    assert_eq!(
        (files.len(), &files[0]["name"], &files[0]["from"]),
        (1, &json!("brev.png"), &json!("sender"))
    );
    let refused = takes_in(&office, "kontaktcenter", "b", &body).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/attachments", "it belongs to another already");
    assert_eq!(office.count("complaint.id").await, 1);
}
