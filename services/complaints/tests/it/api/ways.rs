//! The side exits, the duties, the measures and what comes after the end, as programs live them.

use chrono::TimeDelta;
use complaints::actions::remind;
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET, person};

use crate::office::{MANAGER, Office, Sent, closing, grave, inquired, ordinary};

async fn part(office: &Office, whole: &Value, at: usize) -> Value {
    let id = whole["links"][at]["id"].as_str().unwrap();
    office.program("registrator").get(&format!("/api/v1/complaints/{id}")).await.expect(200).json
}

#[tokio::test]
async fn what_is_for_others_is_passed_on_and_the_sender_told() {
    let office = Office::open().await;
    let sent = office.receives_text("Beslutet är fel.").await;
    let mut triage = ordinary();
    triage["other_authority"] = true.into();
    let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
    let mut body =
        json!({ "to": "ordering_board", "how": "forwarded", "consent": false, "text": "Ring dem." });
    let refused = office.does("registrator", &sent, "redirect", &body).await.expect(422);
    assert_eq!(refused.json["errors"][0]["pointer"], "/consent");
    body["consent"] = true.into();
    let _ = office.does("registrator", &sent, "redirect", &body).await.expect(204);
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["status"], "redirected");
    assert_eq!(seen["messages"][1]["text"], "Ring dem.");
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["redirected"], json!({ "to": "ordering_board", "how": "forwarded", "consent": true }));
    office.handles(&sent, &[("close", json!({ "measures": "Inget.", "routine_reviewed": false }))]).await;
}

#[tokio::test]
async fn what_belongs_to_no_unit_lies_with_the_registrar_to_its_end() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "Min sophämtning uteblev." })).await;
    let body = json!({ "to": "other", "how": "told", "consent": false, "text": "Ring kommunens växel." });
    let _ = office.does(MANAGER, &sent, "redirect", &body).await.expect(404);
    let _ = office.does("registrator", &sent, "redirect", &body).await.expect(204);
    let end = json!({ "measures": "Fel mottagare.", "routine_reviewed": false });
    let _ = office.does("registrator", &sent, "close", &end).await.expect(204);
    assert_eq!(office.dialogue(&sent).await["status"], "closed");
}

#[tokio::test]
async fn the_parts_of_a_complaint_are_handled_apart_and_the_sender_reads_them_all() {
    let office = Office::open().await;
    let contact = json!({ "email": "karin@example.org" });
    let sent = office
        .receives(json!({ "text": "Bussen. Läraren.", "unit_id": NORRGLIMT, "contact": contact }))
        .await;
    office.world.clock.advance(TimeDelta::days(2));
    let parts = json!([{ "unit_id": STJARNVRET, "text": "Bussen." }, { "text": "Läraren." }]);
    office
        .handles(&sent, &[("triage", ordinary()), ("split", json!({ "parts": parts, "text": "Två svar." }))])
        .await;
    complaints::actions::register(&office.app).await.unwrap();

    let whole = office.reads("registrator", &sent).await.expect(200).json;
    assert_eq!(whole["state"], "split");
    assert_eq!(whole["links"].as_array().unwrap().len(), 2);
    let manager = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(manager["links"], json!([]), "the parts are not this manager's to know of");
    let (bus, teacher) = (part(&office, &whole, 0).await, part(&office, &whole, 1).await);
    assert_eq!(bus["received_at"], whole["received_at"], "it came in on the same day");
    assert_eq!(bus["links"][0]["tie"], "whole");
    assert_ne!(bus["registration"]["number"], whole["registration"]["number"]);
    assert_eq!(
        teacher["content"]["messages"][0]["text"], "Läraren.",
        "without a unit the registrar reads it"
    );

    let bus =
        Sent { id: bus["id"].as_str().unwrap().to_owned(), number: String::new(), receipt: String::new() };
    let read = office.reads("rektor-stjarnvret", &bus).await.expect(200).json;
    assert_eq!(read["content"]["messages"].as_array().unwrap().len(), 1);
    assert_eq!(read["content"]["messages"][0]["text"], "Bussen.");
    assert_eq!(read["content"]["contact"]["email"], "karin@example.org");
    let _ = office.reads(MANAGER, &bus).await.expect(404);
    let _ = office.reads("rektor-stjarnvret", &sent).await.expect(404);
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "Bussen kommer nu i tid." })),
    ] {
        let _ = office.does("rektor-stjarnvret", &bus, verb, &body).await.expect(204);
    }
    let said = office.dialogue(&sent).await["messages"].clone();
    let texts: Vec<_> = said.as_array().unwrap().iter().map(|m| m["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Bussen. Läraren.", "Två svar.", "Bussen kommer nu i tid."]);
    assert!(said[2]["author"].as_str().unwrap().starts_with("Ragnar Provsson, rektor, "));
}

#[tokio::test]
async fn whoever_may_not_know_of_the_whole_may_not_know_of_its_parts() {
    let office = Office::open().await;
    let sent = office.receives_text("Rektor och buss.").await;
    let concerned = json!({ "person_id": person("rektor-stjarnvret") });
    let parts = json!([{ "unit_id": STJARNVRET, "text": "a" }, { "unit_id": NORRGLIMT, "text": "b" }]);
    let verbs =
        [("exclude", concerned), ("triage", ordinary()), ("split", json!({ "parts": parts, "text": "c" }))];
    office.handles(&sent, &verbs).await;
    let whole = office.reads("registrator", &sent).await.expect(200).json;
    let first = part(&office, &whole, 0).await;
    assert_eq!(first["level"], "school_owner_representative", "it moves up from the start (G.1)");
    let address = format!("/api/v1/complaints/{}", first["id"].as_str().unwrap());
    let _ = office.program("rektor-stjarnvret").get(&address).await.expect(404);
    let _ = office.program("huvudmannarepresentant").get(&address).await.expect(200);
}

#[tokio::test]
async fn a_part_is_no_split_without_two() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    for (parts, pointer) in [
        (json!([{ "text": "a" }]), "/part_2"),
        (json!([{ "text": "a" }, { "text": " " }]), "/part_2"),
        (json!([{ "text": "a", "unit_id": uuid::Uuid::nil() }, { "text": "b" }]), "/unit_1"),
    ] {
        let answer =
            office.does(MANAGER, &sent, "split", &json!({ "parts": parts, "text": "c" })).await.expect(422);
        assert_eq!(answer.json["errors"][0]["pointer"], pointer);
    }
}

#[tokio::test]
async fn one_of_two_about_the_same_event_goes_on_and_neither_sender_learns_of_the_other() {
    let office = Office::open().await;
    let (first, second) = (office.receives_text("a").await, office.receives_text("b").await);
    let elsewhere = office.receives(json!({ "text": "c", "unit_id": STJARNVRET })).await;
    let _ = office.does(MANAGER, &second, "triage", &ordinary()).await.expect(204);
    for number in [&elsewhere.number, &second.number] {
        let body = json!({ "number": number, "text": "d" });
        let refused = office.does(MANAGER, &second, "merge", &body).await.expect(409);
        assert!(refused.json["detail"].as_str().unwrap().contains("no open complaint"));
    }
    let body = json!({ "number": first.number, "text": "Vi utreder det." });
    let _ = office.does(MANAGER, &second, "merge", &body).await.expect(204);
    let read = office.reads(MANAGER, &first).await.expect(200).json;
    assert_eq!(read["links"][0]["tie"], "merged_here");
    assert_eq!(read["links"][0]["case_number"], second.number.as_str());
    assert_eq!(read["content"]["messages"].as_array().unwrap().len(), 1);
    let seen = office.dialogue(&second).await;
    assert_eq!(seen["messages"][1]["text"], "Vi utreder det.");
    assert!(!seen.to_string().contains(&first.number));
    let third = office.receives_text("c").await;
    let _ = office.does(MANAGER, &third, "triage", &ordinary()).await.expect(204);
    let onward = json!({ "number": second.number, "text": "d" });
    let _ = office.does(MANAGER, &third, "merge", &onward).await.expect(409);
}

#[tokio::test]
async fn one_that_goes_on_in_another_keeps_its_day_and_is_not_closed_before_its_sender_is_answered() {
    let office = Office::open().await;
    let (first, second) = (office.receives_text("a").await, office.receives_text("b").await);
    let merge = json!({ "number": first.number, "text": "Flera har skrivit. Svaret kommer." });
    office.handles(&second, &[("triage", ordinary()), ("merge", merge)]).await;
    let seen = office.dialogue(&second).await;
    assert_eq!((seen["status"].as_str(), seen["answer_by"].as_str()), (Some("handled"), Some("2026-12-04")));
    let _ = office.does(MANAGER, &second, "close", &closing()).await.expect(409);

    office.world.clock.set("2026-12-03T09:00:00Z");
    while remind(&office.app).await.unwrap() > 0 {}
    let told = office.parcels("notifications").await;
    let is_reminder =
        |told: &&Value| told["case_number"] == second.number.as_str() && told["due_on"] == "2026-12-04";
    assert_eq!(told.iter().filter(is_reminder).count(), 1, "of the day its sender was told");

    let verbs = [("answer", json!({ "text": "Dörren är lagad." })), ("close", closing())];
    office.handles(&second, &verbs[..1]).await;
    assert_eq!(office.dialogue(&second).await["status"], "answered");
    assert!(office.parcels("quality").await.is_empty(), "several in one count as that");
    office.handles(&second, &verbs[1..]).await;
    let read = office.reads(MANAGER, &second).await.expect(200).json;
    assert_eq!(read["deviation"], Value::Null, "what was found stands with the one that goes on");

    let again = json!({ "cause": "new_facts", "reason": "Nya uppgifter.", "text": "Vi tittar på det igen." });
    let mut findings = inquired();
    findings["deviation"] = "routine_not_followed".into();
    let verbs = [("reopen", again), ("inquire", findings), ("answer", json!({ "text": "Nu är den lagad." }))];
    office.handles(&second, &verbs).await;
    assert!(office.parcels("quality").await.is_empty(), "opened again it still counts as the other");
    let third = office.receives_text("c").await;
    let _ = office.does(MANAGER, &third, "triage", &ordinary()).await.expect(204);
    let onward = json!({ "number": second.number, "text": "d" });
    let _ = office.does(MANAGER, &third, "merge", &onward).await.expect(409);
}

#[tokio::test]
async fn measures_are_planned_looked_at_and_only_then_is_it_closed() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let measure = json!({ "what": "Ny lista vid dörren.", "owner": person("rektor-norrglimt"),
        "due_on": "2026-12-11", "check_on": "2027-02-01" });
    office.answers(&sent).await;
    let verbs = [("plan-measures", measure.clone()), ("plan-measures", measure)];
    office.handles(&sent, &verbs).await;
    let told = office.parcels("notifications").await.pop().unwrap();
    let owner = person("rektor-norrglimt").as_uuid();
    assert_eq!(told["recipient"], json!({ "kind": "person", "person_id": owner }));
    assert_eq!(told["due_on"], "2026-12-11");
    let refused = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    assert!(refused.json["detail"].as_str().unwrap().contains("effect"));

    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["state"], "measures");
    for (at, effect) in ["Det hjälpte.", "Det hjälpte inte."].into_iter().enumerate() {
        let id = read["content"]["measures"][at]["id"].clone();
        let body = json!({ "measure": id, "effect": effect });
        let _ = office.does(MANAGER, &sent, "check-effect", &body).await.expect(204);
        let _ = office.does(MANAGER, &sent, "check-effect", &body).await.expect(412);
    }
    let _ = office.does(MANAGER, &sent, "close", &closing()).await.expect(204);
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["content"]["measures"][1]["effect"], "Det hjälpte inte.");
    let journal = read["content"]["journal"].as_array().unwrap();
    let kinds: Vec<_> = journal.iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[4..], ["closing", "routine", "feedback"]);
}

#[tokio::test]
async fn closing_after_an_inquiry_asks_about_the_routine_and_what_staff_were_told() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let body = json!({ "measures": "a", "routine_reviewed": true });
    let answer = office.does(MANAGER, &sent, "close", &body).await.expect(422);
    let pointers: Vec<_> =
        answer.json["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["/routine_why", "/feedback"]);
}

#[tokio::test]
async fn a_deviation_is_kept_and_counted_without_a_word_and_none_is_not_counted() {
    for (found, counted) in [("quality_not_reached", 1), ("routine_not_followed", 1), ("none", 0)] {
        let office = Office::open().await;
        let sent = office.receives_text("a").await;
        let mut findings = inquired();
        findings["deviation"] = found.into();
        let verbs = [
            ("triage", ordinary()),
            ("start-inquiry", Value::Null),
            ("inquire", findings),
            ("answer", json!({ "text": "b" })),
            ("close", closing()),
        ];
        office.handles(&sent, &verbs).await;
        assert_eq!(office.reads(MANAGER, &sent).await.expect(200).json["deviation"], found);
        let told = office.parcels("quality").await.split_off(1);
        assert_eq!(told.len(), counted, "{found}");
        for fact in told {
            assert_eq!(fact["type"], "se.lyssna.complaints.deviation.found.v1");
            let data = json!({ "unit_id": NORRGLIMT, "month": "2026-11", "category": "COORDINATION_EXTERNAL",
                "deviation": found.to_uppercase() });
            assert_eq!(fact["data"], data);
        }
    }
}

#[tokio::test]
async fn a_measure_is_not_given_to_somebody_who_cannot_read_what_it_is_for() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let staff = json!({ "what": "a", "owner": person("fritidsledare-norrglimt"), "due_on": "2026-12-11", "check_on": "2027-02-01" });
    let _ = office.does(MANAGER, &sent, "plan-measures", &staff).await.expect(409);
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{}/atgarder", sent.id)).await;
    let owners = page.texts("select[name=owner] option");
    assert!(owners.iter().all(|name| !name.contains("Fritidsledare")) && owners.len() > 1, "{owners:?}");
}

#[tokio::test]
async fn a_measure_is_looked_at_after_it_is_done_and_belongs_to_somebody() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    for (owner, due, check, pointer) in [
        (person(MANAGER).as_uuid(), "2026-12-11", "2026-12-10", "/check_on"),
        (person(MANAGER).as_uuid(), "2026-11-20", "2026-12-10", "/due_on"),
        (uuid::Uuid::nil(), "2026-12-11", "2026-12-12", "/owner"),
    ] {
        let body = json!({ "what": "a", "owner": owner, "due_on": due, "check_on": check });
        let answer = office.does(MANAGER, &sent, "plan-measures", &body).await.expect(422);
        assert_eq!(answer.json["errors"][0]["pointer"], pointer);
    }
}

#[tokio::test]
async fn a_complaint_opened_again_for_an_unhappy_sender_goes_to_the_next_level() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let verbs =
        [("close", closing()), ("reopen", json!({ "cause": "new_facts", "reason": "c", "text": "d" }))];
    office.handles(&sent, &verbs).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!((read["state"].as_str(), read["level"].as_str()), (Some("inquiry"), Some("unit_manager")));
    assert_eq!(read["closed"], Value::Null);

    office.world.clock.advance(TimeDelta::days(30));
    let again = [("inquire", inquired()), ("answer", json!({ "text": "e" })), ("close", closing())];
    office.handles(&sent, &again).await;
    let before = office.parcels("notifications").await.len();
    let body = json!({ "cause": "sender_unhappy", "reason": "Fel fråga.", "text": "Rektorn ser på det." });
    let _ = office.does(MANAGER, &sent, "reopen", &body).await.expect(204);
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!(read["level"], "principal");
    assert_eq!(read["handler_id"], Value::Null);
    assert_eq!(read["targets"]["answer_by"], "2027-01-11", "ten working days over Christmas");
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(told[0]["recipient"]["role"], "principal");
    assert_eq!(told.len(), 1, "once, although the principal has it now");
    let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "f" })).await.expect(403);
    let _ = office.does("rektor-norrglimt", &sent, "inquire", &inquired()).await.expect(204);
    let _ = office.does("rektor-norrglimt", &sent, "answer", &json!({ "text": "f" })).await.expect(204);
    assert_eq!(office.dialogue(&sent).await["status"], "answered");
}

#[tokio::test]
async fn a_duty_that_triage_found_is_recorded_before_it_is_closed() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut triage = ordinary();
    triage["child_at_risk"] = true.into();
    triage["data_breach"] = true.into();
    let verbs = [
        ("triage", triage),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ];
    office.handles(&sent, &verbs).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["breach_by"], "2026-11-24T09:00:00Z", "72 hours from triage, over the weekend");
    let _ = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    let duty =
        |duty: &str, outcome: &str| json!({ "duty": duty, "outcome": outcome, "note": "Ringde 10.15." });
    let _ =
        office.does(MANAGER, &sent, "fulfil-duty", &duty("child_protection", "documented")).await.expect(422);
    let _ = office.does(MANAGER, &sent, "fulfil-duty", &duty("threat", "names_shown")).await.expect(409);
    office.handles(&sent, &[("fulfil-duty", duty("child_protection", "reported"))]).await;
    let _ =
        office.does(MANAGER, &sent, "fulfil-duty", &duty("child_protection", "reported")).await.expect(409);
    let refused = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    assert!(refused.json["detail"].as_str().unwrap().contains("duty"));
    // The principal reads along and may see to it too.
    let breach = duty("data_breach", "reported");
    let _ = office.does("rektor-norrglimt", &sent, "fulfil-duty", &breach).await.expect(204);
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["breach_by"], Value::Null);
    assert_eq!(read["content"]["fulfilled"][0]["note"], "Ringde 10.15.");
    office.handles(&sent, &[("close", closing())]).await;
}

#[tokio::test]
async fn a_suspected_misconduct_is_reported_before_it_is_closed() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let verbs = [
        ("triage", grave()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ];
    office.handles(&sent, &verbs).await;
    let refused = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    assert!(refused.json["detail"].as_str().unwrap().contains("misconduct"));
    office.handles(&sent, &[("hand-over", json!({ "text": "c" })), ("close", closing())]).await;
}

#[tokio::test]
async fn after_a_threat_no_name_reaches_the_sender_and_the_reason_is_kept() {
    let office = Office::open().await;
    let sent = office.receives_text("Jag vet var ni bor.").await;
    let mut triage = ordinary();
    triage["threat"] = true.into();
    let duty = json!({ "duty": "threat", "outcome": "names_withheld", "note": "Hot mot personalen." });
    let verbs = [
        ("triage", triage),
        ("message", json!({ "text": "Före." })),
        ("fulfil-duty", duty),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "Efter." })),
        ("note", json!({ "text": "Ringde polisen." })),
    ];
    office.handles(&sent, &verbs).await;
    let said = office.dialogue(&sent).await["messages"].clone();
    assert_eq!(said[1]["author"], "Maja Provsson, gruppchef");
    assert_eq!(said[2]["author"], "Norrglimtskolans KTT", "FL 33 § last paragraph");
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["names_withheld"], true);
    assert_eq!(read["content"]["fulfilled"][0]["note"], "Hot mot personalen.");
    assert_eq!(read["content"]["journal"][0]["author"], "Maja Provsson, gruppchef");
}

#[tokio::test]
async fn a_later_answer_is_told_with_its_day() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let body = json!({ "until": "2026-12-18", "text": "Vi väntar på taxibolaget." });
    office.handles(&sent, &[("triage", ordinary()), ("postpone", body)]).await;
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["answer_by"], "2026-12-18");
    assert_eq!(seen["messages"][1]["text"], "Vi väntar på taxibolaget.");
    for until in ["2026-11-20", "2026-13-01"] {
        let body = json!({ "until": until, "text": "a" });
        let _ = office.does(MANAGER, &sent, "postpone", &body).await.expect(422);
    }
}
