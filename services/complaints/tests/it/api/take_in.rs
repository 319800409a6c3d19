//! What somebody at work was told stands in the same record as what is sent.

use serde_json::json;
use testkit::organisation::{NORRGLIMT, person};

use crate::office::{MANAGER, Office, Sent, ordinary};

async fn takes_in(office: &Office, login: &str, key: &str, body: &serde_json::Value) -> testkit::Answer {
    office.program(login).header("idempotency-key", key).post("/api/v1/complaints", body).await
}

#[tokio::test]
async fn a_call_is_written_down_with_when_and_by_whom_and_handled_like_any_other() {
    let office = Office::open().await;
    let body = json!({ "channel": "phone", "told_at": "2026-11-20T15:45:00Z", "text": "Bussen kom för sent.",
        "unit_id": NORRGLIMT, "relation": "guardian", "phone": "070-174 06 11" });
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
    assert_eq!(read["content"]["contact"]["phone"], "070-174 06 11");
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
    for login in ["fritidsledare-norrglimt", "utredare-1", "utan-roll"] {
        let _ = takes_in(&office, login, "b", &body).await.expect(403);
    }
    body["channel"] = "web_form".into();
    let _ = takes_in(&office, MANAGER, "c", &body).await.expect(422);
}
