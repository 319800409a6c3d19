//! What is sent in, good and bad.

use serde_json::{Value, json};
use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office};

#[tokio::test]
async fn only_the_text_is_needed() {
    let office = Office::open().await;
    let answer = office.anyone().post("/api/v1/complaints", &json!({ "text": "Hej" })).await.expect(201);
    assert_eq!(answer.json["receipt"].as_str().unwrap().len(), 29);
    assert_eq!(answer.json["case_number"].as_str().unwrap().len(), 9);
    assert_eq!(answer.json["received_at"], "2026-11-21T09:00:00Z");
    assert_eq!(answer.headers["location"], "/api/v1/dialogue");
}

#[tokio::test]
async fn every_case_is_read_back_to_the_letter() {
    let office = Office::open().await;
    for case in cases() {
        let text = case["text"].as_str().unwrap();
        let sent = office.receives_text(text).await;
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        assert_eq!(read["content"]["messages"][0]["text"], text, "{}", case["id"]);
        assert_eq!(office.dialogue(&sent).await["messages"][0]["text"], text, "{}", case["id"]);
    }
}

#[tokio::test]
async fn every_alphabet_direction_and_emoji_is_taken() {
    let office = Office::open().await;
    for text in ["مرحبا بالعالم", "\u{202e}tfel", "👩‍👧‍👦🇸🇪", "ትግርኛ", "a\tb\nc", &"å".repeat(20_000)]
    {
        let sent = office.receives_text(text).await;
        assert_eq!(office.dialogue(&sent).await["messages"][0]["text"], text);
    }
}

#[tokio::test]
async fn every_fault_is_named_at_once_and_nothing_is_kept() {
    let office = Office::open().await;
    let body = json!({
        "text": " ", "unit_id": kernel::Uuid::nil(), "language": "sv_SE; rm", "attachments": ["x"],
        "contact": { "email": "karin", "name": "x".repeat(201), "phone": "\u{7}" },
    });
    let answer = office.anyone().post("/api/v1/complaints", &body).await.expect(422);
    let mut pointers: Vec<_> =
        answer.json["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    pointers.sort_unstable();
    assert_eq!(
        pointers,
        [
            "/attachments",
            "/contact/email",
            "/contact/name",
            "/contact/phone",
            "/language",
            "/text",
            "/unit_id"
        ]
    );
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn what_cannot_be_kept_or_read_is_refused_with_its_reason() {
    let office = Office::open().await;
    for (body, status, pointer) in [
        (json!({ "text": "" }), 422, "/text"),
        (json!({ "text": "å".repeat(20_001) }), 422, "/text"),
        (json!({ "text": "x".repeat(200_000) }), 422, "/text"),
        (json!({ "text": "a\0b" }), 422, "/text"),
        (json!({}), 422, "/text"),
        (json!({ "text": "a", "severity": 4 }), 422, "/severity"),
        (json!({ "text": "a", "kind": "lex_sarah" }), 422, "/kind"),
        (json!({ "text": 7 }), 422, "/text"),
        (json!({ "text": "a", "unit_id": "norrglimt" }), 422, "/unit_id"),
        (json!([]), 422, ""),
    ] {
        let answer = office.anyone().post("/api/v1/complaints", &body).await.expect(status);
        assert_eq!(answer.json["errors"][0]["pointer"], pointer, "{body:.80}");
    }
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused() {
    let office = Office::open().await;
    for (kind, body, status) in [
        ("application/json", &b"{"[..], 400),
        ("application/json", b"", 400),
        ("application/json", b"{\"text\":\"\xff\xfe\"}", 400),
        ("application/json", b"{\"text\":\"a\",\"text\":\"b\"}", 422),
        ("text/plain", b"{\"text\":\"a\"}", 415),
        ("application/x-www-form-urlencoded", b"text=a", 415),
    ] {
        let _ = office.anyone().post_bytes("/api/v1/complaints", kind, body).await.expect(status);
    }
    let large = format!("{{\"text\":\"{}\"}}", "x".repeat(5 * 1024 * 1024));
    let _ = office.anyone().post_bytes("/api/v1/complaints", "application/json", large).await.expect(413);
    let _ = office.anyone().get("/api/v1/complaints").await.expect(405);
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn an_unknown_unit_is_refused_and_an_inactive_one_is_not() {
    let office = Office::open().await;
    let body = json!({ "text": "a", "unit_id": testkit::organisation::NATTUGGLAN });
    let _ = office.anyone().post("/api/v1/complaints", &body).await.expect(201);
    let units = office.anyone().get("/api/v1/units").await.expect(200).json;
    let names: Vec<_> =
        units["units"].as_array().unwrap().iter().map(|u| u["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Nattugglans KTT", "Norrglimtskolans KTT", "Stjärnvretens KTT"]);
    assert_eq!(units["units"][1]["id"], NORRGLIMT.to_string());
}

/// Complaints as people write them, all invented.
pub fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../../tests/cases/complaints.json")).unwrap()
}
