//! What an inquiry found is written down before anybody answers (I.2 C8).

use serde_json::{Value, json};

use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office, Sent, closing, inquired, ordinary};

#[tokio::test]
async fn nobody_answers_before_what_was_found_is_written_down_part_by_part_in_the_journal() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.handles(&sent, &[("triage", ordinary()), ("start-inquiry", Value::Null)]).await;
    let early = office.does(MANAGER, &sent, "answer", &json!({ "text": "b" })).await.expect(409);
    assert_eq!(early.json["detail"], "what the inquiry found is not written down");

    let nothing = json!({ "happened": " ", "deviation": "none" });
    let missing = office.does(MANAGER, &sent, "inquire", &nothing).await.expect(422).json;
    let pointers: Vec<_> =
        missing["errors"].as_array().unwrap().iter().map(|fault| &fault["pointer"]).collect();
    assert_eq!(pointers, ["/happened", "/sources", "/heard", "/compared"]);

    office.handles(&sent, &[("inquire", inquired())]).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(kinds(&read), ["happened", "sources", "heard", "compared"]);
    assert_eq!((read["state"].as_str(), read["deviation"].as_str()), (Some("inquiry"), Some("none")));
    office.handles(&sent, &[("answer", json!({ "text": "b" }))]).await;
}

#[tokio::test]
async fn what_is_found_later_is_added_and_can_change_whether_it_is_a_deviation() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let more = json!({ "happened": "En till hade sett det.", "deviation": "routine_not_followed" });
    office.answers(&sent).await;
    let verbs = [("inquire", more)];
    office.handles(&sent, &verbs).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(
        kinds(&read),
        ["happened", "sources", "heard", "compared", "happened"],
        "nothing is written over"
    );
    assert_eq!(
        (read["state"].as_str(), read["deviation"].as_str()),
        (Some("answered"), Some("routine_not_followed"))
    );
}

#[tokio::test]
async fn what_is_opened_again_is_inquired_into_anew() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let verbs =
        [("close", closing()), ("reopen", json!({ "cause": "new_facts", "reason": "c", "text": "d" }))];
    office.handles(&sent, &verbs).await;
    assert_eq!(office.reads(MANAGER, &sent).await.expect(200).json["deviation"], Value::Null);
    let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "e" })).await.expect(409);
}

#[tokio::test]
async fn working_notes_are_removed_or_kept_when_it_is_closed_and_somebody_says_which() {
    for (way, left) in [("remove", 0), ("keep", 2)] {
        let office = Office::open().await;
        let sent = office.receives_text("a").await;
        let verbs = [
            ("triage", ordinary()),
            ("note", json!({ "text": "Fråga Leo om listan.", "working": true })),
            ("note", json!({ "text": "Leo är ledig till torsdag.", "working": true })),
            ("start-inquiry", Value::Null),
            ("inquire", inquired()),
            ("answer", json!({ "text": "b" })),
        ];
        office.handles(&sent, &verbs).await;
        let mut end = closing();
        let silent = office.does(MANAGER, &sent, "close", &end).await.expect(409);
        assert!(silent.json["detail"].as_str().unwrap().contains("working notes"));
        end["working_notes"] = way.into();
        office.handles(&sent, &[("close", end)]).await;
        let read = office.reads(MANAGER, &sent).await.expect(200).json;
        let journal = read["content"]["journal"].as_array().unwrap();
        let kept = journal
            .iter()
            .filter(|entry| entry["text"].as_str().unwrap().contains("Leo"))
            .collect::<Vec<_>>();
        assert_eq!(kept.len(), left, "{way}");
        assert!(
            kept.iter().all(|entry| entry["kind"] == "note" && entry["author"] == "Maja Provsson, gruppchef")
        );
        assert_eq!(
            office.count("working_note.sealed_text").await,
            0,
            "{way}: nothing stays beside the record"
        );
        let traces =
            office.program(MANAGER).get(&format!("/api/v1/complaints/{}/readings", sent.id)).await.json;
        let removed = traces["traces"]
            .as_array()
            .unwrap()
            .iter()
            .any(|trace| trace["action"] == "remove_working_notes");
        assert_eq!(removed, way == "remove");
    }
}

#[tokio::test]
async fn the_sender_is_told_who_has_it_and_staff_keep_how_the_answer_was_given() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    assert_eq!(office.dialogue(&sent).await["lies_with"], json!({ "level": "unit_manager" }));
    office
        .handles(&sent, &[("triage", ordinary()), ("start-inquiry", Value::Null), ("inquire", inquired())])
        .await;
    assert_eq!(office.dialogue(&sent).await["lies_with"], json!({ "person": "Maja Provsson, gruppchef" }));
    let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "b", "by": "pigeon" })).await.expect(422);
    office.handles(&sent, &[("answer", json!({ "text": "b", "by": "meeting" }))]).await;
    assert_eq!(office.reads(MANAGER, &sent).await.expect(200).json["answered_by"], "meeting");
    office.handles(&sent, &[("close", closing())]).await;
    assert_eq!(office.dialogue(&sent).await["lies_with"], Value::Null, "nobody any more");
}

#[tokio::test]
async fn after_a_threat_the_sender_is_told_of_the_unit_and_of_nobody_by_name() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut threat = ordinary();
    threat["threat"] = true.into();
    let withheld = json!({ "duty": "threat", "outcome": "names_withheld", "note": "a" });
    office
        .handles(&sent, &[("triage", threat), ("fulfil-duty", withheld), ("start-inquiry", Value::Null)])
        .await;
    assert_eq!(office.dialogue(&sent).await["lies_with"], json!({ "level": "unit_manager" }));
}

#[tokio::test]
async fn what_needs_no_inquiry_is_counted_too_and_what_comes_again_is_told_as_that() {
    let office = Office::open().await;
    let mut praise = ordinary();
    praise["severity"] = 0.into();
    praise["category"] = "PRAISE".into();
    let view = office.receives_text("a").await;
    office.handles(&view, &[("triage", praise), ("no-complaint", Value::Null)]).await;
    let sent_on = office.receives_text("b").await;
    let onward = json!({ "to": "school", "how": "told", "consent": false, "text": "c" });
    office.handles(&sent_on, &[("triage", ordinary()), ("redirect", onward)]).await;
    let told = office.parcels("quality").await;
    let how: Vec<_> =
        told.iter().map(|fact| json!([fact["data"]["how"], fact["data"]["category"]])).collect();
    assert_eq!(how, [json!(["VIEW", "PRAISE"]), json!(["REDIRECTED", "COORDINATION_EXTERNAL"])]);

    let verbs = [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "d" })),
    ];
    office.world.clock.advance(chrono::TimeDelta::days(91));
    let first = office.receives_text("c").await;
    office.handles(&first, &verbs).await;
    let second = office.receives_text("d").await;
    office.handles(&second, &verbs).await;
    let told = office.parcels("quality").await.split_off(2);
    assert_eq!(told[0]["data"]["again"], false, "of the same kind, but longer ago than counts");
    assert_eq!(told[1]["data"]["again"], true);
}

fn kinds(read: &Value) -> Vec<&str> {
    read["content"]["journal"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect()
}

/// Who is 12 to 17 may be owed secrecy towards the guardian who wrote (H12, OSL 12:3).
#[tokio::test]
async fn whoever_answers_a_guardian_sees_what_they_may_be_told() {
    let office = Office::open().await;
    let body = json!({ "text": "a", "relation": "guardian", "unit_id": NORRGLIMT });
    let sent = office.receives(body).await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let mut manager = office.browser(MANAGER).await;
    manager.get(&answer_page(&sent)).await;
    assert!(manager.page.text("article .notice").contains("Ert beslut om det står inte i journalen."));

    let decided = "Sexton år och mogen. Vi berättar om bilen, inte om samtalen. Vi ser över det 1 mars.";
    let more = json!({ "happened": "Inget nytt.", "towards_guardian": decided, "deviation": "none" });
    let _ = office.does(MANAGER, &sent, "inquire", &more).await.expect(204);
    manager.get(&answer_page(&sent)).await;
    assert!(manager.page.text("article .notice").contains(decided));
    let read = office.reads(MANAGER, &sent).await.json;
    assert_eq!(kinds(&read).last(), Some(&"towards_guardian"));

    let other = office.receives_text("b").await;
    let _ = office.does(MANAGER, &other, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &other).await;
    manager.get(&answer_page(&other)).await;
    assert!(!manager.page.text("article").contains("En vårdnadshavare har skrivit"), "nobody said so");
}

fn answer_page(sent: &Sent) -> String {
    format!("/arenden/{}/svara", sent.id)
}
