//! What programs are told: problem documents, tags, keys.

use serde_json::json;
use testkit::Program;

use crate::site::{FAILURES, SECRET, router};

fn program() -> Program {
    Program::new(router())
}

#[tokio::test]
async fn every_error_is_a_problem_document() {
    for (kind, status) in FAILURES {
        let answer = program().get(&format!("/api/v1/fel/{kind}")).await.expect(status);
        assert_eq!(answer.json["status"], status);
        assert_eq!(answer.json["type"], format!("urn:lyssna:problem:{status}"));
        assert!(answer.json["instance"].as_str().unwrap().starts_with("urn:uuid:"));
    }
}

#[tokio::test]
async fn errors_that_no_handler_made_are_problem_documents_too() {
    let program = program();
    for (answer, status) in [
        (program.get("/api/v1/nowhere").await, 404),
        (program.get("/api/v1/things/no-id").await, 400),
        (program.get("/api/v1/panik").await, 500),
        (program.post("/api/v1/panik", &json!({})).await, 500),
        (program.post_bytes("/api/v1/things", "application/json", vec![b' '; 5 << 20]).await, 413),
        (program.post_bytes("/api/v1/things", "text/plain", "{}").await, 415),
        (program.post_bytes("/api/v1/things", "application/json", "{").await, 400),
    ] {
        let answer = answer.expect(status);
        let text = String::from_utf8(answer.bytes).unwrap();
        assert!(!text.contains(SECRET) && !text.contains("no-id"), "{text}");
    }
    let answer = program.post_bytes("/api/v1/version/", "text/plain", "").await.expect(404);
    assert!(answer.headers.get("allow").is_none());
    let answer = program.post("/api/v1/evig", &json!({})).await.expect(405);
    assert_eq!(answer.headers["allow"], "GET,HEAD");
}

#[tokio::test]
async fn who_has_no_token_is_told_which_kind_is_wanted() {
    let answer = program().get("/api/v1/fel/unauthorized").await.expect(401);
    assert_eq!(answer.headers["www-authenticate"], "Bearer");
}

#[tokio::test]
async fn two_problems_are_told_apart() {
    let instance = async || program().get("/api/v1/nowhere").await.json["instance"].clone();
    assert_ne!(instance().await, instance().await);
}

#[tokio::test]
async fn every_fault_is_named_by_its_place_and_never_by_its_value() {
    let answer = program().get("/api/v1/fel/invalid").await.expect(422);
    let places = answer.json["errors"].as_array().unwrap().iter().map(|fault| fault["pointer"].clone());
    assert_eq!(places.collect::<Vec<_>>(), ["/text", "/unit"]);
    let answer = program().post("/api/v1/things", &json!({ "count": SECRET })).await.expect(422);
    assert_eq!(answer.json["errors"][0]["pointer"], "/count");
    assert!(!String::from_utf8(answer.bytes).unwrap().contains(SECRET));
    let answer = program().get("/api/v1/nowhere").await;
    assert!(answer.json["errors"].is_null(), "faults of nothing");
}

#[tokio::test]
async fn a_creation_wants_a_repeat_key() {
    let thing = json!({ "count": 1 });
    let _ = program().post("/api/v1/things", &thing).await.expect(201);
    for key in ["", &"a".repeat(201)] {
        let _ = program().header("idempotency-key", key).post("/api/v1/things", &thing).await.expect(400);
    }
    let _ =
        program().header("idempotency-key", "a".repeat(200)).post("/api/v1/things", &thing).await.expect(201);
}

#[tokio::test]
async fn a_change_names_the_version_it_is_made_to() {
    let with = |tag: &str| program().header("if-match", tag);
    let _ = with("").post("/api/v1/version", &json!(null)).await.expect(428);
    for passed in ["7", "\"seven\"", "*", "W/\"7\""] {
        let _ = with(passed).post("/api/v1/version", &json!(null)).await.expect(412);
    }
    assert_eq!(with("\"7\"").post("/api/v1/version", &json!(null)).await.expect(200).bytes, b"7");
}

#[tokio::test]
async fn what_the_caller_has_is_not_sent_again() {
    let first = program().get("/api/v1/things").await.expect(200);
    assert_eq!(first.etag(), "\"7\"");
    let again = program().header("if-none-match", first.etag()).get("/api/v1/things").await.expect(304);
    assert_eq!((again.bytes.len(), again.etag()), (0, first.etag()));
    let older = program().header("if-none-match", "\"6\"").get("/api/v1/things").await.expect(200);
    assert_eq!(older.bytes, b"sju");
}
