//! Story B: a member of staff reports, an investigator inquires, another person decides. Story C: a report that begins in a
//! complaint.

use serde_json::{Value, json};
use testkit::Program;

use crate::{
    complaint::{act, find, findings, items, triage, unit},
    lyssna::{At, Lyssna},
};

#[tokio::test]
async fn a_report_goes_from_one_page_to_its_decision() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    let text = "En ungdom var borta i fyrtio minuter. Vi ringde 112.";
    let reporter = lyssna.program(At::LexSarah, "fritidsledare-norrglimt").await;
    let sent = reporter
        .post("/api/v1/reports", &json!({ "text": text, "happened": "earlier_today" }))
        .await
        .expect(201);
    let id = sent.json["id"].as_str().unwrap().to_owned();

    for told in ["gruppchef-norrglimt", "utredare-1", "utredare-2"] {
        let mails = lyssna.mails_to(&format!("{told}@kommun.example"), 1).await;
        assert!(!mails[0].text.contains("112"), "{}", mails[0].text);
    }
    assert_eq!(status(&reporter).await, "received");

    let investigator = lyssna.program(At::LexSarah, "utredare-1").await;
    inquire(&investigator, &id).await;
    let read = investigator.get(&format!("/api/v1/cases/{id}")).await.expect(200).json;
    assert!(read.to_string().contains(text), "to the letter: {read}");
    assert_eq!(status(&reporter).await, "inquiry");

    // Whoever inquired does not decide (G.3).
    let decision = json!({
        "grade": "serious_misconduct", "reasons": "Ungdomen kunde ha dött.", "ivo_required": true,
        "delegation": "Delegationsordningen 7.4",
    });
    let refused = verb(&investigator, &id, "decide", &decision).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    let decider = lyssna.program(At::LexSarah, "beslutsfattare").await;
    verb(&decider, &id, "decide", &decision).await.expect_success();

    let own = reporter.get("/api/v1/reports").await.expect(200).json;
    assert_eq!(items(&own)[0]["status"], "decided");
    let seen = reporter.get(&format!("/api/v1/cases/{id}")).await.expect(200).json.to_string();
    for hidden in ["serious", "Ungdomen kunde ha dött", "Delegationsordningen"] {
        assert!(
            !own.to_string().contains(hidden) && !seen.contains(hidden),
            "the reporter is shown {hidden}"
        );
    }
}

#[tokio::test]
async fn a_complaint_becomes_a_report_in_its_readers_name_and_never_hears_of_it_again() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    let unit = unit(&lyssna, "stjarnvret").await;
    let complaint = json!({ "text": "Adam stod ensam utanför grinden.", "unit_id": unit });
    let sent = lyssna.anybody(At::Public).post("/api/v1/complaints", &complaint).await.expect(201).json;
    let number = sent["case_number"].as_str().unwrap();
    let manager = lyssna.program(At::Staff, "gruppchef-stjarnvret").await;
    let id = find(&manager, number).await;
    act(&manager, &id, "triage", &triage(4)).await;
    act(&manager, &id, "hand-over", &json!({ "text": "Jag har läst att en ungdom lämnades ensam." })).await;

    // It arrives as the manager's own report, citing the complaint.
    let as_reporter = lyssna.program(At::LexSarah, "gruppchef-stjarnvret").await;
    let case = arrived(&as_reporter).await;
    let investigator = lyssna.program(At::LexSarah, "utredare-1").await;
    inquire(&investigator, &case).await;
    let read = investigator.get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(read["report"]["complaint_number"], number);
    assert!(read.to_string().contains("lämnades ensam"));
    assert!(!read.to_string().contains("Adam"), "the complaint itself does not go along");

    // Decided there, the complaint stands as it stood, and goes on.
    let before = manager.get(&format!("/api/v1/complaints/{id}")).await.expect(200).json;
    let decider = lyssna.program(At::LexSarah, "beslutsfattare").await;
    let decision = json!({ "grade": "misconduct", "reasons": "Rutinen följdes inte.", "ivo_required": false, "delegation": "7.4" });
    verb(&decider, &case, "decide", &decision).await.expect_success();
    let after = manager.get(&format!("/api/v1/complaints/{id}")).await.expect(200).json;
    assert_eq!(before, after, "the complaint never learns the outcome");
    act(&manager, &id, "start-inquiry", &json!({})).await;
    act(&manager, &id, "inquire", &findings()).await;
    act(&manager, &id, "answer", &json!({ "text": "Vi har ändrat rutinen." })).await;
}

/// From taking the case to an inquiry that is complete.
pub async fn inquire(investigator: &Program, id: &str) {
    verb(investigator, id, "take", &json!({ "free_of_conflict": true })).await.expect_success();
    verb(investigator, id, "start-inquiry", &json!({ "plan": "Samtal med dem som arbetade." }))
        .await
        .expect_success();
    for section in 1..=10 {
        let entry = json!({ "section": section, "kind": "fact", "source": "samtal med personal 2", "text": format!("Punkt {section}.") });
        verb(investigator, id, "add-entry", &entry).await.expect_success();
    }
    let completion = json!({ "similar_before": "no", "proposed_grade": "misconduct" });
    verb(investigator, id, "complete-inquiry", &completion).await.expect_success();
}

async fn verb(program: &Program, id: &str, verb: &str, body: &Value) -> testkit::Answer {
    let case = program.get(&format!("/api/v1/cases/{id}")).await;
    let etag = if case.status.is_success() { case.etag() } else { "\"1\"".to_owned() };
    program.clone().header("if-match", etag).post(&format!("/api/v1/cases/{id}/{verb}"), body).await
}

async fn status(reporter: &Program) -> String {
    let own = reporter.get("/api/v1/reports").await.expect(200).json;
    items(&own)[0]["status"].as_str().unwrap().to_owned()
}

/// The id of the report that is on its way from complaints.
async fn arrived(reporter: &Program) -> String {
    for _ in 0..200 {
        let own = reporter.get("/api/v1/reports").await.expect(200).json;
        if let Some(report) = items(&own).first() {
            return report["id"].as_str().unwrap().to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the hand-over did not arrive within twenty seconds");
}
