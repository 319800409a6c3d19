//! Conflicts of interest (G.2), and the level above (G.1).

use serde_json::{Value, json};
use testkit::organisation::{STJARNVRET, person};

use crate::office::{MANAGER, Office, closing, inquired, ordinary};

#[tokio::test]
async fn whoever_is_concerned_is_off_it_at_once_and_the_principal_takes_over() {
    let office = Office::open().await;
    let sent = office.receives_text("Chefen skrek åt oss.").await;
    let _ = office.does("rektor-norrglimt", &sent, "triage", &ordinary()).await.expect(403);
    let whom = json!({ "person_id": person(MANAGER) });
    let _ = office.does("rektor-norrglimt", &sent, "exclude", &whom).await.expect(204);

    let _ = office.reads(MANAGER, &sent).await.expect(404);
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200);
    assert_eq!(list.json["complaints"], json!([]));
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(404);
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!(read["level"], "principal");
    let _ = office.does("rektor-norrglimt", &sent, "triage", &ordinary()).await.expect(204);

    let reply = json!({ "receipt": sent.receipt, "text": "b" });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    let told = office.parcels("notifications").await;
    for message in &told[1..] {
        assert_eq!(message["recipient"]["role"], "principal");
        assert_eq!(message["recipient"]["except"], json!([person(MANAGER)]));
    }
    assert_eq!(told[1]["occasion"], "task_waits");
    assert_eq!(told.len(), 3);
}

#[tokio::test]
async fn where_the_principal_is_the_manager_too_it_goes_past_both() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "a", "unit_id": STJARNVRET })).await;
    let _ = office.reads("huvudmannarepresentant", &sent).await.expect(404);
    let whom = json!({ "person_id": person("rektor-stjarnvret") });
    let _ = office.does("registrator", &sent, "exclude", &whom).await.expect(204);
    let _ = office.reads("rektor-stjarnvret", &sent).await.expect(404);
    let _ = office.reads("huvudmannarepresentant", &sent).await.expect(200);
    let _ = office.does("huvudmannarepresentant", &sent, "triage", &ordinary()).await.expect(204);
    let told = office.parcels("notifications").await;
    assert_eq!(told[1]["recipient"]["role"], "school_owner_representative");
    assert_eq!(told[1]["recipient"]["unit_id"], Value::Null);
}

#[tokio::test]
async fn a_handler_who_is_concerned_lets_go_of_it() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    // One may take oneself off.
    let _ =
        office.does(MANAGER, &sent, "exclude", &json!({ "person_id": person(MANAGER) })).await.expect(204);
    let _ = office.reads(MANAGER, &sent).await.expect(404);
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!(read["handler_id"], Value::Null);
    assert_eq!(read["state"], "inquiry");
    let _ = office.does("rektor-norrglimt", &sent, "answer", &json!({ "text": "b" })).await.expect(204);
}

#[tokio::test]
async fn an_unknown_person_cannot_be_taken_off() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let whom = json!({ "person_id": kernel::Uuid::nil() });
    let answer = office.does("rektor-norrglimt", &sent, "exclude", &whom).await.expect(422);
    assert_eq!(answer.json["errors"][0]["pointer"], "/person_id");
}

#[tokio::test]
async fn whoever_is_found_to_be_concerned_is_taken_off_what_is_merged_split_or_closed_too() {
    let office = Office::open().await;
    let (goes_on, merged) = (office.receives_text("a").await, office.receives_text("b").await);
    let (split, closed) = (office.receives_text("c").await, office.receives_text("d").await);
    let parts = json!([{ "unit_id": STJARNVRET, "text": "e" }, { "text": "f" }]);
    let merge = json!({ "number": goes_on.number, "text": "g" });
    office.handles(&merged, &[("triage", ordinary()), ("merge", merge)]).await;
    office
        .handles(&split, &[("triage", ordinary()), ("split", json!({ "parts": parts, "text": "h" }))])
        .await;
    let answer = json!({ "text": "i" });
    let verbs = [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", answer),
        ("close", closing()),
    ];
    office.handles(&closed, &verbs).await;
    let whom = json!({ "person_id": person(MANAGER) });
    for (sent, state) in [(merged, "merged"), (split, "split"), (closed, "closed")] {
        let told = office.parcels("notifications").await.len();
        let _ = office.does("rektor-norrglimt", &sent, "exclude", &whom).await.expect(204);
        let _ = office.reads(MANAGER, &sent).await.expect(404);
        let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
        assert_eq!((&read["state"], &read["level"]), (&json!(state), &json!("principal")));
        let waits = usize::from(state != "closed");
        assert_eq!(office.parcels("notifications").await.len() - told, waits, "{state}: what waits");
    }
}
