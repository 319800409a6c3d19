//! The same request sent twice.

use serde_json::json;

use crate::office::Office;

#[tokio::test]
async fn a_repeat_gets_the_same_receipt_and_makes_one_complaint() {
    let office = Office::open().await;
    let program = office.anyone().header("idempotency-key", "one");
    let first = program.post("/api/v1/complaints", &json!({ "text": "a" })).await.expect(201);
    let second = program.post("/api/v1/complaints", &json!({ "text": "a" })).await.expect(201);
    assert_eq!(first.json, second.json);
    let _ = program.post("/api/v1/complaints", &json!({ "text": "b" })).await.expect(422);
    assert_eq!(office.count("complaint.id").await, 1);
}

#[tokio::test]
async fn without_a_key_nothing_is_created() {
    let office = Office::open().await;
    let program = office.anyone().header("idempotency-key", "");
    let _ = program.post("/api/v1/complaints", &json!({ "text": "a" })).await.expect(400);
    let message = json!({ "receipt": "a", "text": "b" });
    let _ = program.post("/api/v1/dialogue/messages", &message).await.expect(400);
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn twenty_at_the_same_moment_make_one_complaint_and_one_receipt() {
    let office = Office::open().await;
    let program = office.anyone().header("idempotency-key", "one");
    let calls = (0..20).map(|_| {
        let program = program.clone();
        tokio::spawn(async move { program.post("/api/v1/complaints", &json!({ "text": "a" })).await })
    });
    let mut receipts = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        receipts.push(call.await.unwrap().expect(201).json["receipt"].to_string());
    }
    receipts.sort_unstable();
    receipts.dedup();
    assert_eq!(receipts.len(), 1);
    assert_eq!(office.count("complaint.id").await, 1);
    assert_eq!(office.parcels("notifications").await.len(), 1);
}

#[tokio::test]
async fn a_message_sent_twice_stands_once() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "a" })).await;
    let program = office.anyone().header("idempotency-key", "two");
    let body = json!({ "receipt": sent.receipt, "text": "b" });
    for _ in 0..3 {
        let _ = program.post("/api/v1/dialogue/messages", &body).await.expect(201);
    }
    assert_eq!(office.dialogue(&sent).await["messages"].as_array().unwrap().len(), 2);
}
