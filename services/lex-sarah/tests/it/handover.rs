//! Story C, the part that is lex Sarah's: a report arrives from a complaint.

use data_encoding::BASE64;
use kernel::Uuid;
use proto::{
    Service,
    handover::{HandOver, HandedOverReport},
};
use serde_json::{Value, json};
use testkit::{
    Program,
    organisation::{NORRGLIMT, STJARNVRET, person},
};

use crate::office::{INVESTIGATOR, MANAGER, Office};

const WORDS: &str = "Enligt ett klagomål lämnades en ungdom ensam.";

fn complaints(office: &Office) -> Program {
    let token = office.world.issuer.service_token(Service::Complaints, Service::LexSarah);
    office.service.program().bearer(&token)
}

fn sealed(office: &Office, report: &HandedOverReport) -> String {
    let key = office.world.rings[&Service::LexSarah].sealing_key();
    BASE64.encode(&key.seal("lyssna handover v1", &serde_json::to_vec(report).unwrap()))
}

fn parcel(office: &Office) -> Value {
    let report = HandedOverReport { text: WORDS.to_owned(), acted: Some("Jag ringde hem.".to_owned()) };
    let hand_over = HandOver {
        complaint_id: Uuid::now_v7(),
        complaint_number: kernel::CaseNumber::random().to_string(),
        unit_id: NORRGLIMT,
        reported_by: person(MANAGER).as_uuid(),
        reported_at: "2026-11-20T15:00:00Z".parse().unwrap(),
        left_out: Vec::new(),
        sealed_report: sealed(office, &report),
    };
    serde_json::to_value(hand_over).unwrap()
}

#[tokio::test]
async fn whoever_may_not_know_of_the_complaint_neither_knows_of_the_report() {
    let office = Office::open().await;
    let mut parcel = parcel(&office);
    parcel["reported_by"] = json!(person("rektor-norrglimt"));
    parcel["left_out"] = json!([person(MANAGER)]);
    let _ = complaints(&office).post("/api/v1/handovers", &parcel).await.expect(202);
    let own = office.program("rektor-norrglimt").get("/api/v1/reports").await.expect(200).json;
    let case = own["items"][0]["id"].as_str().unwrap();
    let _ = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    let list = office.program(MANAGER).get("/api/v1/cases").await.expect(200).json;
    assert_eq!(list["items"], json!([]));
    let told = office.parcels().await;
    assert!(told.iter().all(|told| told["recipient"]["role"] != "unit_manager"), "{told:?}");
    assert!(told.iter().any(|told| told["recipient"]["role"] == "school_owner_representative"), "{told:?}");
}

async fn arrived(office: &Office) -> usize {
    let list = office.program(INVESTIGATOR).get("/api/v1/cases").await.expect(200).json;
    list["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_hand_over_becomes_its_readers_own_report() {
    let office = Office::open().await;
    let parcel = parcel(&office);
    let answer = complaints(&office).post("/api/v1/handovers", &parcel).await;
    assert_eq!((answer.status.as_u16(), answer.bytes.len()), (202, 0), "nothing comes back");

    let own = office.program(MANAGER).get("/api/v1/reports").await.expect(200).json;
    let case = own["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(own["items"][0]["received_at"], "2026-11-20T15:00:00Z", "when it was told");
    office.taken(&case).await;
    let read = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(read["report"]["text"], WORDS);
    assert_eq!(read["report"]["acted"], "Jag ringde hem.");
    assert_eq!(read["report"]["complaint_number"], parcel["complaint_number"]);
    assert_eq!(read["report"]["reported_by"]["name"], "Maja Provsson");

    // The manager reported, so the principal receives; no parcel goes to complaints.
    let parcels = office.parcels().await;
    assert_eq!(parcels[0]["recipient"]["role"], "principal");
    assert!(office.recipients().await.iter().all(|to| to != "complaints"));
}

#[tokio::test]
async fn a_parcel_that_comes_again_has_no_effect() {
    let office = Office::open().await;
    let body = parcel(&office);
    let program = complaints(&office).header("idempotency-key", Uuid::now_v7().to_string());
    for _ in 0..3 {
        let _ = program.post("/api/v1/handovers", &body).await.expect(202);
    }
    assert_eq!(arrived(&office).await, 1);
    let _ = complaints(&office)
        .header("idempotency-key", "not an id")
        .post("/api/v1/handovers", &body)
        .await
        .expect(400);
}

#[tokio::test]
async fn what_cannot_be_opened_or_kept_is_refused() {
    let office = Office::open().await;
    let body = parcel(&office);
    let other_key = office.world.rings[&Service::Quality].sealing_key().seal("lyssna handover v1", b"{}");
    let other_purpose = office.world.rings[&Service::LexSarah].sealing_key().seal("another", b"{}");
    let not_json = office.world.rings[&Service::LexSarah].sealing_key().seal("lyssna handover v1", b"{}");
    for sealed in
        [BASE64.encode(&other_key), BASE64.encode(&other_purpose), BASE64.encode(&not_json), "%".into()]
    {
        let mut faulty = body.clone();
        faulty["sealed_report"] = json!(sealed);
        let _ = complaints(&office).post("/api/v1/handovers", &faulty).await.expect(422);
    }
    let empty = HandedOverReport { text: " ".to_owned(), acted: None };
    let long = HandedOverReport { text: "a".repeat(20_001), acted: None };
    for report in [empty, long] {
        let mut faulty = body.clone();
        faulty["sealed_report"] = json!(sealed(&office, &report));
        let _ = complaints(&office).post("/api/v1/handovers", &faulty).await.expect(422);
    }
    let mut faulty = body.clone();
    faulty["complaint_number"] = json!("0000-0001");
    let _ = complaints(&office).post("/api/v1/handovers", &faulty).await.expect(422);
    let mut faulty = body;
    faulty["outcome"] = json!("please");
    let _ = complaints(&office).post("/api/v1/handovers", &faulty).await.expect(422);
    assert_eq!(arrived(&office).await, 0);
}

#[tokio::test]
async fn whoever_may_not_report_there_may_not_by_hand_over() {
    let office = Office::open().await;
    for (key, value) in [
        ("unit_id", json!(STJARNVRET)),
        ("reported_by", json!(person("vardnadshavare-norrglimt").as_uuid())),
        ("reported_by", json!(person("administrator").as_uuid())),
        ("reported_by", json!(Uuid::now_v7())),
    ] {
        let mut body = parcel(&office);
        body[key] = value;
        let _ = complaints(&office).post("/api/v1/handovers", &body).await.expect(403);
    }
    let body = parcel(&office);
    for service in [Service::Notifications, Service::Quality, Service::LexSarah] {
        let token = office.world.issuer.service_token(service, Service::LexSarah);
        let _ = office.service.program().bearer(&token).post("/api/v1/handovers", &body).await.expect(403);
    }
    let _ = office.program(MANAGER).post("/api/v1/handovers", &body).await.expect(403);
    let _ = office.service.program().post("/api/v1/handovers", &body).await.expect(401);
    assert_eq!(arrived(&office).await, 0);
    // A parcel that was refused is taken when it may be.
    let program = complaints(&office).header("idempotency-key", Uuid::now_v7().to_string());
    let mut refused = body.clone();
    refused["unit_id"] = json!(STJARNVRET);
    let _ = program.post("/api/v1/handovers", &refused).await.expect(403);
    let _ = program.post("/api/v1/handovers", &body).await.expect(202);
    assert_eq!(arrived(&office).await, 1);
}
