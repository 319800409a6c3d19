//! Facts that others tell.

use proto::Service;
use serde_json::{Value, json};
use testkit::{everything_stored, organisation::NORRGLIMT};

use crate::Quality;

const ADDRESS: &str = "/api/v1/events";

pub fn answered() -> Value {
    json!({
        "specversion": "1.0",
        "id": kernel::Uuid::now_v7(),
        "source": "/complaints",
        "subject": kernel::Uuid::now_v7(),
        "time": "2026-11-21T08:59:00Z",
        "datacontenttype": "application/json",
        "type": "se.lyssna.complaints.complaint.answered.v1",
        "data": { "unit_id": NORRGLIMT, "month": "2026-10", "category": "SUPERVISION_SAFETY", "severity": 2, "again": false },
    })
}

pub fn decided() -> Value {
    json!({
        "specversion": "1.0",
        "id": kernel::Uuid::now_v7(),
        "source": "/lex-sarah",
        "subject": kernel::Uuid::now_v7(),
        "time": "2026-11-21T08:59:00Z",
        "datacontenttype": "application/json",
        "type": "se.lyssna.lex-sarah.case.decided.v1",
        "data": { "unit_id": NORRGLIMT, "month": "2026-10", "grade": "MISCONDUCT", "ivo_required": false },
    })
}

pub fn settled() -> Value {
    let mut event = answered();
    event["type"] = json!("se.lyssna.complaints.complaint.settled.v1");
    event["data"] = json!({ "unit_id": NORRGLIMT, "month": "2026-10", "how": "VIEW", "category": "PRAISE" });
    event
}

pub fn deviated() -> Value {
    let mut event = answered();
    event["type"] = json!("se.lyssna.complaints.deviation.found.v1");
    event["data"] = json!({
        "unit_id": NORRGLIMT, "month": "2026-10", "category": "SUPERVISION_SAFETY", "deviation": "ROUTINE_NOT_FOLLOWED",
    });
    event
}

async fn facts(quality: &Quality) -> usize {
    let database = &quality.app.inside.ground.database;
    everything_stored(database).await.iter().filter(|(place, _)| place == "fact.id").count()
}

#[tokio::test]
async fn a_fact_that_comes_three_times_and_in_any_order_counts_once() {
    let quality = Quality::start().await;
    let (complaints, lex_sarah) = (quality.service(Service::Complaints), quality.service(Service::LexSarah));
    let (one, two, three) = (answered(), decided(), deviated());
    for _ in 0..3 {
        let _ = lex_sarah.post(ADDRESS, &two).await.expect(204);
        let _ = complaints.post(ADDRESS, &one).await.expect(204);
        let _ = complaints.post(ADDRESS, &three).await.expect(204);
    }
    assert_eq!(facts(&quality).await, 3);
}

#[tokio::test]
async fn the_same_fact_sent_twice_at_once_counts_once() {
    let quality = Quality::start().await;
    let (complaints, event) = (quality.service(Service::Complaints), answered());
    let (one, two) = tokio::join!(complaints.post(ADDRESS, &event), complaints.post(ADDRESS, &event));
    let _ = (one.expect(204), two.expect(204));
    assert_eq!(facts(&quality).await, 1);
}

#[tokio::test]
async fn a_complaint_that_named_no_unit_is_counted_too() {
    let quality = Quality::start().await;
    let mut event = answered();
    event["data"]["unit_id"] = Value::Null;
    let _ = quality.service(Service::Complaints).post(ADDRESS, &event).await.expect(204);
    assert_eq!(facts(&quality).await, 1);
}

#[tokio::test]
async fn what_is_not_as_it_must_be_is_refused_with_every_place_at_once() {
    let quality = Quality::start().await;
    let complaints = quality.service(Service::Complaints);
    let mut event = answered();
    event["specversion"] = json!("0.3");
    event["source"] = json!("/lex-sarah");
    event["data"]["month"] = json!("oktober");
    event["data"]["category"] = json!("Elsa ramlade");
    event["data"]["severity"] = json!(5);
    let refused = complaints.post(ADDRESS, &event).await.expect(422);
    let places: Vec<_> =
        refused.json["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    assert_eq!(places, ["/specversion", "/source", "/data/month", "/data/category", "/data/severity"]);
    assert!(!refused.json.to_string().contains("Elsa"));

    let mut unknown_unit = answered();
    unknown_unit["data"]["unit_id"] = json!(kernel::Uuid::now_v7());
    let refused = complaints.post(ADDRESS, &unknown_unit).await.expect(422);
    assert_eq!(refused.json["errors"][0]["pointer"], "/data/unit_id");

    let mut unknown_type = answered();
    unknown_type["type"] = json!("se.lyssna.complaints.complaint.answered.v9");
    let _ = complaints.post(ADDRESS, &unknown_type).await.expect(422);

    let mut in_words = deviated();
    in_words["data"]["deviation"] = json!("Elsa ramlade");
    let refused = complaints.post(ADDRESS, &in_words).await.expect(422);
    assert_eq!(refused.json["errors"][0]["pointer"], "/data/deviation");

    let mut with_a_name = answered();
    with_a_name["data"]["name"] = json!("Elsa");
    let _ = complaints.post(ADDRESS, &with_a_name).await.expect(422);
    assert_eq!(facts(&quality).await, 0);
}

#[tokio::test]
async fn a_refused_fact_can_be_sent_again_when_it_is_right() {
    let quality = Quality::start().await;
    let complaints = quality.service(Service::Complaints);
    let right = answered();
    let mut wrong = right.clone();
    wrong["data"]["unit_id"] = json!(kernel::Uuid::now_v7());
    let _ = complaints.post(ADDRESS, &wrong).await.expect(422);
    let _ = complaints.post(ADDRESS, &right).await.expect(204);
    assert_eq!(facts(&quality).await, 1);
}

#[tokio::test]
async fn a_service_tells_its_own_facts_and_a_person_none() {
    let quality = Quality::start().await;
    let _ = quality.service(Service::LexSarah).post(ADDRESS, &answered()).await.expect(403);
    let _ = quality.service(Service::LexSarah).post(ADDRESS, &deviated()).await.expect(403);
    let _ = quality.program_of("administrator").post(ADDRESS, &answered()).await.expect(403);
    let _ = quality.standing.program().post(ADDRESS, &answered()).await.expect(401);
    let elsewhere = quality.world.issuer.service_token(Service::Complaints, Service::Notifications);
    let _ = quality.standing.program().bearer(&elsewhere).post(ADDRESS, &answered()).await.expect(401);
    assert_eq!(facts(&quality).await, 0);
}

#[tokio::test]
async fn a_fact_cannot_be_changed_or_removed() {
    let quality = Quality::start().await;
    let _ = quality.service(Service::Complaints).post(ADDRESS, &answered()).await.expect(204);
    let reader = quality.app.inside.ground.database.reader();
    for change in ["UPDATE fact SET severity = 0", "DELETE FROM fact"] {
        assert!(sea_orm::ConnectionTrait::execute_unprepared(reader, change).await.is_err(), "{change}");
    }
}
