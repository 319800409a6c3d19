//! Story B by programs, and what programs are refused.

use chrono::TimeDelta;
use proto::Service;
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, entry};

#[tokio::test]
async fn a_report_goes_to_a_decision_by_programs() {
    let office = Office::open().await;
    let body = json!({ "text": "En ungdom var borta.", "happened": "other", "happened_when": "i går", "acted": "Vi ringde." });
    let sent = office.program(REPORTER).post("/api/v1/reports", &body).await.expect(201);
    let case = sent.json["id"].as_str().unwrap().to_owned();
    assert_eq!(sent.headers["location"], format!("/api/v1/cases/{case}"));
    assert_eq!(sent.json["received_at"], "2026-11-21T09:00:00Z");

    let listed = office.program(INVESTIGATOR).get("/api/v1/cases").await.expect(200).json;
    assert_eq!(listed["items"][0]["state"], "registered");
    assert_eq!(listed["items"][0]["due_on"], "2026-11-23");
    let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!((&seen["report"], &seen["next"]), (&Value::Null, &json!(["take"])));

    let protected = json!({ "text": "En vuxen är med honom." });
    let _ = office.does(MANAGER, &case, "protect", &protected).await.expect(200);
    office.completed(&case).await;
    let done = office.does(DECIDER, &case, "decide", &decision()).await.expect(200).json;
    assert_eq!(done["state"], "measures");
    assert_eq!(done["decision"]["grade"], "misconduct");
    assert_eq!(done["decision"]["decided_by"]["name"], "Bodil Provsson");
    assert_eq!(done["report"]["text"], "En ungdom var borta.");
    assert_eq!(done["report"]["happened_when"], "i går");
    assert_eq!(done["protections"][0]["text"], "En vuxen är med honom.");
    assert_eq!(done["entries"].as_array().unwrap().len(), 10);

    let own = office.program(REPORTER).get("/api/v1/reports").await.expect(200).json;
    assert_eq!(own["items"][0]["status"], "decided");
    let seen = office.program(REPORTER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(seen["report"]["text"], "En ungdom var borta.");
    for hidden in ["state", "decision", "completion", "diary_number", "ivo", "due_on"] {
        assert_eq!(seen[hidden], Value::Null, "{hidden}");
    }
    assert_eq!((&seen["entries"], &seen["protections"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn no_misconduct_closes_the_case_and_a_serious_one_goes_to_ivo() {
    for (grade, ivo, state, flag) in [
        ("no_misconduct", json!(false), "closed_no_misconduct", "not_required"),
        ("misconduct", json!(true), "measures", "required"),
        ("tangible_risk_of_serious_misconduct", json!(null), "measures", "required"),
        ("serious_misconduct", json!(true), "measures", "required"),
    ] {
        let office = Office::open().await;
        let case = office.reported("Något hände.").await;
        office.completed(&case).await;
        let body = json!({ "grade": grade, "reasons": "Skäl.", "ivo_required": ivo, "delegation": "7.4" });
        let done = office.does(DECIDER, &case, "decide", &body).await.expect(200).json;
        assert_eq!((done["state"].as_str(), done["ivo"].as_str()), (Some(state), Some(flag)), "{grade}");
    }
}

#[tokio::test]
async fn a_serious_grade_without_ivo_is_refused() {
    let office = Office::open().await;
    let case = office.reported("Något hände.").await;
    office.completed(&case).await;
    let body = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "ivo_required": false, "delegation": "7.4" });
    let refused = office.does(DECIDER, &case, "decide", &body).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/ivo");
}

#[tokio::test]
async fn the_same_report_sent_twice_is_one() {
    let office = Office::open().await;
    let program = office.program(REPORTER).header("idempotency-key", "one");
    let first = program.post("/api/v1/reports", &json!({ "text": "a" })).await.expect(201).json;
    let again = program.post("/api/v1/reports", &json!({ "text": "a" })).await.expect(201).json;
    assert_eq!(first, again);
    let _ = program.post("/api/v1/reports", &json!({ "text": "b" })).await.expect(422);
    // Somebody else's key of the same name is another key.
    let other = office.program(MANAGER).header("idempotency-key", "one");
    let theirs = other.post("/api/v1/reports", &json!({ "text": "a" })).await.expect(201).json;
    assert_ne!(first["id"], theirs["id"]);
    let own = office.program(REPORTER).get("/api/v1/reports").await.expect(200).json;
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    let _ = office
        .program(REPORTER)
        .header("idempotency-key", "")
        .post("/api/v1/reports", &json!({ "text": "a" }))
        .await
        .expect(400);
}

#[tokio::test]
async fn the_same_report_sent_at_the_same_moment_is_one() {
    let office = Office::open().await;
    let program = office.program(REPORTER).header("idempotency-key", "at once");
    let body = json!({ "text": "a" });
    let send = || program.post("/api/v1/reports", &body);
    let (a, b, c) = tokio::join!(send(), send(), send());
    let ids: Vec<_> = [a, b, c].into_iter().map(|answer| answer.expect(201).json["id"].clone()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[tokio::test]
async fn each_change_names_the_version_it_is_made_to() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let address = format!("/api/v1/cases/{case}/take");
    let body = json!({ "free_of_conflict": true });
    let _ = office.program(INVESTIGATOR).post(&address, &body).await.expect(428);
    let _ = office.program(INVESTIGATOR).header("if-match", "\"7\"").post(&address, &body).await.expect(412);
    let _ = office.program(INVESTIGATOR).header("if-match", "*").post(&address, &body).await.expect(412);
    let done =
        office.program(INVESTIGATOR).header("if-match", "\"1\"").post(&address, &body).await.expect(200);
    assert_eq!(done.etag(), "\"2\"");
    let known = office.program(INVESTIGATOR).header("if-none-match", "\"2\"");
    assert_eq!(known.get(&format!("/api/v1/cases/{case}")).await.status, 304);
}

#[tokio::test]
async fn an_old_log_in_does_not_decide() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let token = office.world.issuer.token_for(DECIDER, Service::LexSarah.name(), 600);
    office.world.clock.advance(TimeDelta::seconds(301));
    let program = office.service.program().bearer(&token);
    let address = format!("/api/v1/cases/{case}");
    let tag = program.get(&address).await.expect(200).etag();
    let refused =
        program.header("if-match", tag).post(&format!("{address}/decide"), &decision()).await.expect(401);
    assert_eq!(
        refused.headers["www-authenticate"],
        "Bearer error=\"insufficient_user_authentication\", max_age=300"
    );
}

#[tokio::test]
async fn what_cannot_be_done_now_is_a_conflict() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    for (verb, body) in [("add-entry", entry(1)), ("complete-inquiry", completion())] {
        let refused = office.does(INVESTIGATOR, &case, verb, &body).await.expect(409).json;
        assert_eq!(refused["errors"][0]["detail"], "assessing", "the reason is told");
    }
    let _ = office.does(INVESTIGATOR, &case, "start-inquiry", &json!({ "plan": "a" })).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "start-inquiry", &json!({ "plan": "a" })).await.expect(409);
    let refused = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(422).json;
    assert_eq!(refused["errors"].as_array().unwrap().len(), 10, "every point that says nothing");
    let _ = office.does(INVESTIGATOR, &case, "decide", &decision()).await.expect(403);
}

#[tokio::test]
async fn an_entry_after_completion_opens_the_inquiry_again() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let tag = office.program(DECIDER).get(&format!("/api/v1/cases/{case}")).await.expect(200).etag();
    let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(3)).await.expect(200);
    let address = format!("/api/v1/cases/{case}");
    let _ = office.program(DECIDER).get(&address).await.expect(404);
    let decide = office.program(DECIDER).header("if-match", tag);
    let _ = decide.post(&format!("{address}/decide"), &decision()).await.expect(404);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
}

#[tokio::test]
async fn faulty_bodies_are_told_where_they_are_faulty() {
    let office = Office::open().await;
    let long = "å".repeat(200_000);
    for (body, pointer) in [
        (json!({ "text": "" }), "/text"),
        (json!({ "text": " \n" }), "/text"),
        (json!({ "text": "a\u{0}b" }), "/text"),
        (json!({ "text": long }), "/text"),
        (json!({}), "/text"),
        (json!({ "text": "a", "severity": 4 }), "/severity"),
        (json!({ "text": "a", "happened": "yesterday" }), "/happened"),
        (json!({ "text": "a", "happened_when": "å".repeat(201) }), "/happened_when"),
        (json!({ "text": "a", "unit_id": STJARNVRET }), "/unit_id"),
        (json!({ "text": "a", "unit_id": "Norrglimt" }), "/unit_id"),
        (json!({ "text": "a", "acted": long }), "/acted"),
    ] {
        let refused = office.program(REPORTER).post("/api/v1/reports", &body).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{pointer}");
        assert!(!refused.to_string().contains("yesterday"), "never the value");
    }
    for body in ["{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"\\ud800\"}", "{", "", "[]"] {
        let refused = office.program(REPORTER).post_bytes("/api/v1/reports", "application/json", body).await;
        assert!(matches!(refused.status.as_u16(), 400 | 422), "{body}: {}", refused.status);
    }
    let broken = office
        .program(REPORTER)
        .post_bytes("/api/v1/reports", "application/json", &b"{\"text\":\"\xff\"}"[..])
        .await;
    let _ = broken.expect(400);
    let _ = office.program(REPORTER).post_bytes("/api/v1/reports", "text/plain", "a").await.expect(415);
    let own = office.program(REPORTER).get("/api/v1/reports").await.expect(200).json;
    assert_eq!(own["items"], json!([]), "nothing was received");
    let right = json!({ "text": "å".repeat(20_000), "unit_id": NORRGLIMT });
    let _ = office.program(REPORTER).post("/api/v1/reports", &right).await.expect(201);
}

#[tokio::test]
async fn all_faults_are_told_at_once() {
    let office = Office::open().await;
    let body = json!({ "text": "", "acted": "\u{7}", "happened_when": "\u{7}", "unit_id": STJARNVRET });
    let refused = office.program(REPORTER).post("/api/v1/reports", &body).await.expect(422).json;
    assert_eq!(refused["errors"].as_array().unwrap().len(), 4, "{refused}");
}

#[tokio::test]
async fn a_correction_names_an_entry_that_stands() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let added = office.does(INVESTIGATOR, &case, "add-entry", &entry(1)).await.expect(200).json;
    let first = added["entries"][0]["id"].clone();
    let correct = json!({ "section": 1, "kind": "not_known", "text": "Ingen såg det.", "corrects": first });
    let added = office.does(INVESTIGATOR, &case, "add-entry", &correct).await.expect(200).json;
    assert_eq!(added["entries"][1]["corrects"], first);
    assert_eq!(added["entries"][0]["text"], "Svar 1.", "the old one stands as it was");
    let refused = office.does(INVESTIGATOR, &case, "add-entry", &correct).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/corrects", "it is corrected once");
    let unsourced = json!({ "section": 11, "kind": "fact", "text": "a" });
    let refused = office.does(INVESTIGATOR, &case, "add-entry", &unsourced).await.expect(422).json;
    assert_eq!(refused["errors"].as_array().unwrap().len(), 2, "the section and the source");
}

#[tokio::test]
async fn lists_are_paged_and_tagged() {
    let office = Office::open().await;
    for number in 0..3 {
        office.reported(&format!("{number}")).await;
    }
    let program = office.program(REPORTER);
    let first = program.get("/api/v1/reports?limit=2").await.expect(200);
    assert_eq!((first.json["items"].as_array().unwrap().len(), &first.json["more"]), (2, &json!(true)));
    let last = program.get("/api/v1/reports?limit=2&page=2").await.expect(200).json;
    assert_eq!((last["items"].as_array().unwrap().len(), &last["more"]), (1, &json!(false)));
    let known = program.clone().header("if-none-match", first.etag());
    assert_eq!(known.get("/api/v1/reports?limit=2").await.status, 304);
    for query in ["limit=0", "limit=101", "page=0", "page=600", "sort=a", "limit=a"] {
        let _ = program.get(&format!("/api/v1/reports?{query}")).await.expect(400);
        let _ = office.program(INVESTIGATOR).get(&format!("/api/v1/cases?{query}")).await.expect(400);
    }
}
