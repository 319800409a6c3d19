//! Each fictional report of tests/cases carried to what its `expected` says, on the days it says.

use chrono::NaiveDate;
use kernel::calendar::swedish_day;
use serde_json::{Value, json};
use testkit::organisation::person;

use crate::{
    ivo,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases, entry, feedback},
};

struct Story {
    id: String,
    words: Value,
    facts: Value,
    expected: Value,
    reporter: &'static str,
    /// Who receives it at the unit.
    receiver: &'static str,
    case: String,
}

#[tokio::test]
async fn every_report_is_carried_to_what_is_expected() {
    let all = cases();
    assert_eq!(all.len(), 4);
    for case in all {
        let office = Office::open().await;
        let story = arrives(&office, &case).await;
        is_protected(&office, &story).await;
        let days = is_inquired(&office, &story).await;
        is_decided(&office, &story).await;
        goes_to_ivo(&office, &story, days).await;
        is_told_and_closed(&office, &story).await;
    }
}

async fn arrives(office: &Office, case: &Value) -> Story {
    let (facts, expected) = (case["facts"].clone(), case["expected"].clone());
    let at_stjarnvret = facts["unit"] == "Stjärnvretens KTT";
    let over_the_manager = facts["accused_includes_manager"] == true;
    let (reporter, receiver) = match (at_stjarnvret, over_the_manager) {
        (true, _) => ("fritidsledare-stjarnvret", "rektor-stjarnvret"),
        (false, true) => (REPORTER, "rektor-norrglimt"),
        (false, false) => (REPORTER, MANAGER),
    };
    let arrived = if facts["oral"] == true { &facts["recorded_at"] } else { &facts["received_at"] };
    office.world.clock.set(arrived.as_str().unwrap());
    let (id, words) = (case["id"].as_str().unwrap().to_owned(), case["text"].clone());
    let story = Story { id, words, facts, expected, reporter, receiver, case: String::new() };
    let case =
        if story.facts["oral"] == true { told(office, &story).await } else { written(office, &story).await };
    let story = Story { case, ..story };
    is_received(office, &story).await;
    story
}

async fn written(office: &Office, story: &Story) -> String {
    let body = json!({
        "text": story.words, "concerns_manager": story.facts["accused_includes_manager"] == true,
        "acted": if story.facts["immediate_action_taken"] == true { "Vi tvättade såret." } else { "" },
    });
    office.reported_by(story.reporter, &body).await
}

/// Written down by the one who was told; what counts is when it was told.
async fn told(office: &Office, story: &Story) -> String {
    let mut browser = office.browser(story.receiver).await;
    browser.get("/skriv-ner").await;
    let told: kernel::Timestamp = story.facts["received_at"].as_str().unwrap().parse().unwrap();
    let teller = person(story.reporter).to_string();
    let at = kernel::calendar::swedish_time(told).format("%H:%M").to_string();
    let text = story.words.as_str().unwrap();
    let page = browser
        .submit("", &[("teller", &teller), ("told_at", &at), ("text", text), ("read_back", "yes")])
        .await;
    assert!(page.path.starts_with("/nedskrivet/"), "{}: {}", story.id, page.text("main"));
    page.path.rsplit('/').next().unwrap().to_owned()
}

async fn is_received(office: &Office, story: &Story) {
    let Story { id, facts, expected, case, .. } = story;
    assert_eq!(expected["is_lex_sarah"], true, "{id}");
    let read = seen(office, story.receiver, case).await;
    assert_eq!(read["report"]["text"], story.words, "{id}: to the letter");
    let told: kernel::Timestamp = facts["received_at"].as_str().unwrap().parse().unwrap();
    let received: kernel::Timestamp = read["received_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(received, told, "{id}: when it was told, not when it was typed");
    if facts["oral"] == true {
        let written: kernel::Timestamp = facts["recorded_at"].as_str().unwrap().parse().unwrap();
        let kept: kernel::Timestamp = read["report"]["taken_down_at"].as_str().unwrap().parse().unwrap();
        assert_eq!(kept, written, "{id}: {}", expected["oral_report_rule"]);
    }
    let parcels = office.parcels().await;
    let roles: Vec<_> = parcels.iter().map(|parcel| parcel["recipient"]["role"].as_str().unwrap()).collect();
    let first = if story.receiver == "rektor-norrglimt" { "principal" } else { "unit_manager" };
    assert_eq!(roles, [first, "lex_sarah_investigator"], "{id}: {}", expected["route_to"]);
    if facts["accused_includes_manager"] == true {
        let _ = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    }
}

/// What is done at once, by whoever received it.
async fn is_protected(office: &Office, story: &Story) {
    let none = Vec::new();
    let measures = story.expected["immediate_action"].as_array().unwrap_or(&none);
    for measure in measures {
        let _ = office
            .does(story.receiver, &story.case, "protect", &json!({ "text": measure }))
            .await
            .expect(200);
    }
    let read = seen(office, story.receiver, &story.case).await;
    assert_eq!(read["protections"].as_array().unwrap().len(), measures.len(), "{}", story.id);
}

/// Taken, notified to IVO if that goes first, and inquired into. The day IVO wants the inquiry.
async fn is_inquired(office: &Office, story: &Story) -> Option<NaiveDate> {
    let Story { id, facts, expected, case, .. } = story;
    assert_eq!(expected["must_be_inquired"], true, "{id}");
    office.inquired(case).await;
    for track in expected["parallel_tracks"].as_array().into_iter().flatten() {
        if track == "work environment" {
            let duty =
                json!({ "track": "work_environment", "step": "needed", "words": "Till skyddsombudet." });
            let _ = office.does(INVESTIGATOR, case, "consider-duty", &duty).await.expect(200);
        }
    }
    let due = match facts["ivo_notified_at"].as_str() {
        Some(day) => Some(is_notified_first(office, story, day).await),
        None => None,
    };
    if expected["deidentify"].is_array() {
        is_not_complete_with_somebody_in_it(office, story).await;
    }
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry(section)).await.expect(200);
    }
    for cause in expected["causes_expected"].as_array().into_iter().flatten() {
        let entry = json!({ "section": 4, "kind": "fact", "source": "samtal med personal 2", "text": cause });
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry).await.expect(200);
    }
    let grade = expected["assessment"].as_str().unwrap().to_lowercase();
    let mut completion = json!({ "proposed_grade": grade });
    if let Some(found) = office_found(office, case).await {
        completion["kept_because"] = found.into();
    }
    let refused = office.does(INVESTIGATOR, case, "complete-inquiry", &completion).await.expect(422).json;
    assert_eq!(
        refused["errors"][0]["pointer"], "/similar_before",
        "{id}: the question of similar events is asked"
    );
    completion["similar_before"] = if facts["similar_before"] == true { "yes" } else { "no" }.into();
    let _ = office.does(INVESTIGATOR, case, "complete-inquiry", &completion).await.expect(200);
    due
}

/// Why what the check found stays, where it found something.
async fn office_found(office: &Office, case: &str) -> Option<&'static str> {
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    page.has("[name=kept_because]").then_some("Rättat i en senare anteckning.")
}

async fn is_notified_first(office: &Office, story: &Story, day: &str) -> NaiveDate {
    let Story { id, expected, case, .. } = story;
    assert_eq!(expected["ivo_may_precede_inquiry"], true, "{id}");
    let why = json!({ "reasons": "Det är uppenbart allvarligt." });
    let _ = office.does(INVESTIGATOR, case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, case, "prepare-ivo", &ivo::form()).await.expect(200);
    office.world.clock.set(&format!("{day}T10:00:00+02:00"));
    let _ = office.does(DECIDER, case, "notify-ivo", &ivo::filed(day)).await.expect(200);
    let due = &seen(office, INVESTIGATOR, case).await["ivo_due_on"];
    assert_eq!(due, &expected["inquiry_to_ivo_due"], "{id}");
    due.as_str().unwrap().parse().unwrap()
}

/// Age, sex, unit and day together are one boy.
async fn is_not_complete_with_somebody_in_it(office: &Office, story: &Story) {
    let text = "En 13-årig pojke på Stjärnvretens KTT, torsdag 22/10.";
    let tells = json!({ "section": 1, "kind": "fact", "source": "rapporten", "text": text });
    let _ = office.does(INVESTIGATOR, &story.case, "add-entry", &tells).await.expect(200);
    for section in 2..=10 {
        let _ = office.does(INVESTIGATOR, &story.case, "add-entry", &entry(section)).await.expect(200);
    }
    let completion = json!({ "similar_before": "yes", "proposed_grade": "serious_misconduct" });
    let refused =
        office.does(INVESTIGATOR, &story.case, "complete-inquiry", &completion).await.expect(422).json;
    assert_eq!(
        refused["errors"][0]["pointer"], "/kept_because",
        "{}: {}",
        story.id, story.expected["deidentify"]
    );
    let read = seen(office, INVESTIGATOR, &story.case).await;
    let told = read["entries"].as_array().unwrap().iter().find(|entry| entry["text"] == text).unwrap();
    let coded = json!({ "section": 1, "kind": "fact", "source": "rapporten", "text": "Ungdom A lämnade gården.",
        "corrects": told["id"] });
    let _ = office.does(INVESTIGATOR, &story.case, "add-entry", &coded).await.expect(200);
}

async fn is_decided(office: &Office, story: &Story) {
    let Story { id, expected, case, .. } = story;
    let grade = expected["assessment"].as_str().unwrap();
    assert!(expected["acceptable"].as_array().unwrap().contains(&json!(grade)), "{id}");
    let serious = grade == "SERIOUS_MISCONDUCT";
    let mut decision =
        json!({ "grade": grade.to_lowercase(), "reasons": "Så var det.", "delegation": "7.4" });
    if !serious {
        decision["ivo_required"] = (expected["ivo_notification"] == true).into();
    }
    let decided = office.does(DECIDER, case, "decide", &decision).await.expect(200).json;
    assert_eq!(decided["decision"]["grade"], grade.to_lowercase(), "{id}");
    assert_eq!(decided["decision"]["ivo_required"], serious, "{id}");
    assert_eq!(decided["decision"]["reasons"], "Så var det.", "{id}");
    let by = &decided["decision"]["decided_by"];
    assert!(by["name"].is_string() && by["title"].is_string(), "{id}: {by}");
    let at: kernel::Timestamp = decided["decision"]["decided_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(swedish_day(at), swedish_day(office.world.clock.now()), "{id}: the day stands in it");
    let closed = if grade == "NO_MISCONDUCT" { "closed_no_misconduct" } else { "measures" };
    assert_eq!(decided["state"], closed, "{id}");
    let is_to_the_reporter = |parcel: &Value| {
        parcel["occasion"] == "decided"
            && parcel["recipient"]["person_id"] == json!(person(story.reporter).as_uuid())
    };
    let told = office.parcels().await.into_iter().filter(is_to_the_reporter).count();
    assert_eq!(told, 1, "{id}: the reporter is told that it is decided");
}

async fn goes_to_ivo(office: &Office, story: &Story, due: Option<NaiveDate>) {
    let Some(due) = due else { return };
    let Story { id, case, .. } = story;
    office.world.clock.set(&format!("{due}T10:00:00+01:00"));
    let sent = ivo::filed(&due.to_string());
    let sent = office.does(INVESTIGATOR, case, "send-inquiry-to-ivo", &sent).await.expect(200).json;
    assert_eq!((&sent["ivo"], &sent["ivo_due_on"]), (&json!("inquiry_sent"), &Value::Null), "{id}: in time");
}

/// Feedback, and for what was a misconduct the measures until it is closed.
async fn is_told_and_closed(office: &Office, story: &Story) {
    let Story { id, case, receiver, .. } = story;
    if story.expected["assessment"] == "NO_MISCONDUCT" {
        let _ = office.does(receiver, case, "give-feedback", &feedback("reporter")).await.expect(200);
        let own = office.program(story.reporter).get("/api/v1/reports").await.expect(200).json;
        assert_eq!(own["items"][0]["status"], "decided", "{id}: it is there and decided, not removed");
        return;
    }
    let due = office.world.clock.now() + chrono::TimeDelta::days(10);
    let owner = person(receiver).as_uuid();
    let measure = json!({ "text": "Ny rutin.", "owner": owner, "due_on": swedish_day(due) });
    let _ = office.does(receiver, case, "add-measure", &measure).await.expect(200);
    let next = &seen(office, DECIDER, case).await["due_on"];
    assert_eq!(next, &json!(swedish_day(due)), "{id}: the next step has the measure's day");
    office.finished(receiver, case).await;
    let closing = json!({ "note": "Det har hjälpt." });
    let closed = office.does(DECIDER, case, "close", &closing).await.expect(200).json;
    assert_eq!(closed["state"], "closed", "{id}");
}

async fn seen(office: &Office, login: &str, case: &str) -> Value {
    office.program(login).get(&format!("/api/v1/cases/{case}")).await.expect(200).json
}
