//! What the quality service is told (H46, H50): each decision once, enough to count and too little to recognise anybody.

use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, person};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision};

impl Office {
    /// The facts that wait to be carried, oldest first.
    async fn facts(&self) -> Vec<Value> {
        let parcels = self.parcels().await.into_iter();
        parcels.filter(|parcel| parcel["specversion"].is_string()).collect()
    }
}

#[tokio::test]
async fn quality_is_told_once_of_each_decision_and_of_nothing_that_could_tell_who() {
    let office = Office::open().await;
    let case = office.reported("Filip slog honom vid grinden.").await;
    office.world.clock.advance(chrono::TimeDelta::days(10));
    office.completed(&case).await;
    assert_eq!(office.facts().await, Vec::<Value>::new(), "not before it is decided");
    let address = format!("/api/v1/cases/{case}");
    let tag = office.program(DECIDER).get(&address).await.expect(200).etag();
    let program = office.program(DECIDER).header("if-match", tag);
    let decided = program.post(&format!("{address}/decide"), &decision()).await.expect(200).json;
    let _ = program.post(&format!("{address}/decide"), &decision()).await.expect(412);
    let facts = office.facts().await;
    assert_eq!(facts.len(), 1, "sent twice, told once");
    let fact = &facts[0];
    assert_eq!(
        fact["data"],
        json!({ "unit_id": NORRGLIMT, "month": "2026-11", "grade": "MISCONDUCT", "ivo_required": false }),
        "the month it came in, though it was decided in December"
    );
    let known = ["specversion", "id", "source", "subject", "time", "datacontenttype", "type", "data"];
    assert!(fact.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{fact}");
    let said = fact.to_string();
    let number = decided["case_number"].as_str().unwrap();
    for hidden in [case.as_str(), number, "UTBF", "Filip", "grinden", "Rutinen"] {
        assert!(!said.contains(hidden), "{hidden} is in {said}");
    }
    for login in [REPORTER, MANAGER, INVESTIGATOR, DECIDER] {
        assert!(!said.contains(&person(login).to_string()), "{login} is in {said}");
    }

    office.judged(&case).await;
    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Det har hjälpt." })).await.expect(200);
    assert_eq!(office.facts().await, facts, "measures and closing are no decisions");
    let again = json!({ "cause": "new_facts", "reasons": "Två nya rapporter." });
    let _ = office.does(DECIDER, &case, "reopen", &again).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let mut graver = decision();
    graver["grade"] = json!("serious_misconduct");
    graver["ivo_required"] = json!(true);
    let _ = office.does(DECIDER, &case, "decide", &graver).await.expect(200);
    let facts = office.facts().await;
    assert_eq!((facts.len(), &facts[1]["data"]["ivo_required"]), (2, &json!(true)));
    assert_eq!(facts[0]["subject"], facts[1]["subject"], "one case, so that it is counted once");
    assert_ne!(facts[0]["subject"], json!(case), "and that leads nobody to it");
    let other = office.reported("b").await;
    office.decided(&other).await;
    assert_ne!(office.facts().await[2]["subject"], facts[0]["subject"]);
}

#[tokio::test]
async fn quality_is_told_nothing_of_what_is_not_lex_sarah() {
    let office = Office::open().await;
    let case = office.reported("Det hände i skolan.").await;
    office.proposed_out_of_scope(&case).await;
    let agrees = json!({ "agrees": "yes", "reasons": "Det är skolans sak." });
    let _ = office.does(DECIDER, &case, "find-out-of-scope", &agrees).await.expect(200);
    assert_eq!(office.facts().await, Vec::<Value>::new());
}
