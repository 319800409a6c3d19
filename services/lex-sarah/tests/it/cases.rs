//! Each fictional report of tests/cases carried to what its `expected` says, on the days it says.

use std::{cell::RefCell, collections::BTreeSet, ops::Index};

use chrono::NaiveDate;
use kernel::calendar::swedish_day;
use serde_json::{Value, json};
use testkit::{
    everything_stored,
    organisation::{NORRGLIMT, STJARNVRET, organisation, person},
};

use crate::{
    ivo,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases, entry, feedback},
};

struct Story {
    id: String,
    words: Value,
    facts: Value,
    expected: Expected,
    reporter: &'static str,
    /// Who receives it at the unit.
    receiver: &'static str,
    case: String,
}

/// What is expected of a report, and which parts of it were looked at.
struct Expected {
    all: Value,
    looked_at: RefCell<BTreeSet<String>>,
}

impl Index<&str> for Expected {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        self.looked_at.borrow_mut().insert(key.to_owned());
        &self.all[key]
    }
}

impl Expected {
    /// The words of a list; none when it is not there.
    fn words(&self, key: &str) -> Vec<&str> {
        self[key].as_array().into_iter().flatten().map(|word| word.as_str().unwrap()).collect()
    }
}

/// What no program can keep, and why.
const FOR_PEOPLE: [(&str, &str); 3] = [
    ("notes", "says to people what the other parts say"),
    (
        "reclassify_to",
        "the log of accidents is no register of ours; here the report stays, closed and with its reasons",
    ),
    ("seed_rules", "names the rules of the city that somebody judges by"),
];

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
        nothing_that_is_expected_was_passed_over(&story);
    }
}

/// A part that nobody has thought of fails here.
fn nothing_that_is_expected_was_passed_over(story: &Story) {
    let looked_at = story.expected.looked_at.borrow();
    for key in story.expected.all.as_object().unwrap().keys() {
        let is_for_people = FOR_PEOPLE.iter().any(|(known, _)| known == key);
        assert!(
            is_for_people != looked_at.contains(key),
            "{}: {key} is expected and neither asserted nor for people",
            story.id
        );
    }
}

/// What a role is called in the cases, and in the code.
fn role(word: &str) -> &'static str {
    match word {
        "gruppchef" => "unit_manager",
        "rektor" => "principal",
        "huvudmannarepresentant" => "school_owner_representative",
        "lex_sarah_investigator" => "lex_sarah_investigator",
        _ => panic!("nobody is {word}"),
    }
}

/// The roles that were told of anything, in the order in which they were.
async fn roles_told(office: &Office) -> Vec<String> {
    let parcels = office.parcels().await.into_iter();
    parcels.filter_map(|parcel| parcel["recipient"]["role"].as_str().map(str::to_owned)).collect()
}

async fn arrives(office: &Office, case: &Value) -> Story {
    let facts = case["facts"].clone();
    let expected = Expected { all: case["expected"].clone(), looked_at: RefCell::default() };
    let at_stjarnvret = facts["unit"] == "Stjärnvretens KTT";
    let mut register = organisation();
    facts["unit"].as_str().unwrap().clone_into(&mut register.units[usize::from(at_stjarnvret)].name);
    office.service.ground.directory.replace(register);
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
    for missing in story.expected.words("missing_fields") {
        match missing {
            "name of the reporter must be filled in by the receiver" => {
                let page =
                    browser.submit("", &[("told_at", &at), ("text", text), ("read_back", "yes")]).await;
                let field = page.attribute(".error-summary a", "href");
                assert_eq!((page.status.as_u16(), field.as_deref()), (422, Some("#teller")), "{}", story.id);
            }
            // Asked for in the inquiry, where it may be said that nobody knows.
            "exact dates" => assert!(story.facts["event_at"].is_null()),
            _ => panic!("{}: nobody asks for {missing}", story.id),
        }
    }
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
        let report = &read["report"];
        let kept: kernel::Timestamp = report["taken_down_at"].as_str().unwrap().parse().unwrap();
        let rule = &expected["oral_report_rule"];
        assert_eq!(kept, written, "{id}: {rule}");
        assert_eq!(report["read_back"], true, "{id}: {rule}");
        assert_eq!(report["reported_by"]["name"], "Filip Provsson", "{id}: {rule}");
        let by = &report["taken_down_by"];
        assert!(by["name"].is_string() && by["title"].is_string(), "{id}: {rule}: {by}");
        let counts = expected["receipt_time"].as_str().unwrap().split(' ').next().unwrap();
        assert_eq!(received, counts.parse::<kernel::Timestamp>().unwrap(), "{id}");
    }
    let unit = if story.receiver == "rektor-stjarnvret" { STJARNVRET } else { NORRGLIMT };
    assert_eq!(read["unit_id"], json!(unit), "{id}");
    let page = office.browser(story.receiver).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.text("main").contains(facts["unit"].as_str().unwrap()), "{id}: at which unit it happened");
    goes_where_it_should(office, story).await;
    for record in expected.words("required_records") {
        match record {
            "receipt" => {
                let mut own = office.browser(story.reporter).await;
                let page = own.get(&format!("/rapporterat/{case}")).await;
                assert_eq!(page.text("h1"), "Rapporten är mottagen", "{id}");
                assert_eq!(page.texts(".tag"), ["Mottagen"], "{id}: and it goes on from there");
            }
            "immediate measures" => assert_eq!(read["report"]["acted"], "Vi tvättade såret.", "{id}"),
            // Looked at when it is decided.
            "reasons why it is not a missförhållande" | "decision with date, name, title" => {}
            _ => panic!("{id}: {record} is no record that there is"),
        }
    }
}

/// To the receiver at the unit and the investigators, and to nobody whom it is about.
async fn goes_where_it_should(office: &Office, story: &Story) {
    let Story { id, facts, expected, case, receiver, .. } = story;
    let told = roles_told(office).await;
    let at_the_unit = if *receiver == "rektor-norrglimt" { "principal" } else { "unit_manager" };
    assert_eq!(told, [at_the_unit, "lex_sarah_investigator"], "{id}");
    if expected["route_to"].is_array() {
        let expected: Vec<_> = expected.words("route_to").into_iter().map(role).collect();
        assert_eq!(told, expected, "{id}");
    }
    for barred in expected.words("must_not_route_to") {
        assert_eq!(barred, "gruppchef as investigator", "{id}");
        assert!(!told.contains(&role("gruppchef").to_owned()), "{id}");
        let takes = json!({ "free_of_conflict": true });
        let _ = office.does(MANAGER, case, "take", &takes).await.expect(404);
    }
    if facts["accused_includes_manager"] == true {
        let _ = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    }
}

/// What is done at once, by whoever received it.
async fn is_protected(office: &Office, story: &Story) {
    let measures = story.expected.words("immediate_action");
    for measure in &measures {
        let _ = office
            .does(story.receiver, &story.case, "protect", &json!({ "text": measure }))
            .await
            .expect(200);
    }
    let read = seen(office, story.receiver, &story.case).await;
    assert_eq!(read["protections"].as_array().unwrap().len(), measures.len(), "{}", story.id);
    let clocks = &story.expected["clocks"];
    for (of, words) in clocks.as_object().into_iter().flatten() {
        let (id, words) = (&story.id, words.as_str().unwrap());
        assert!(words.contains("LSS 24") && !words.contains("dag"), "{id}: words of law have no days");
        match of.as_str() {
            // It is received as it stands; nothing is asked first.
            "report" => assert!(read["protections"][0]["written_at"].is_string(), "{id}"),
            "remedy" => {
                let remedied = json!({ "done": "Alltid två vuxna.", "evidence": "Schemat." });
                let read =
                    office.does(story.receiver, &story.case, "remedy", &remedied).await.expect(200).json;
                assert_eq!(read["records"][0]["content"]["record"], "remedy", "{id}: before any inquiry");
            }
            // Looked at when it is notified: until then it has no day.
            "ivo" => assert_eq!(story.expected["ivo_notification"], true, "{id}"),
            _ => panic!("{id}: {of} has no clock here"),
        }
    }
}

/// Taken, notified to IVO if that goes first, and inquired into. The day IVO wants the inquiry.
async fn is_inquired(office: &Office, story: &Story) -> Option<NaiveDate> {
    let Story { id, facts, expected, case, .. } = story;
    assert_eq!(expected["must_be_inquired"], true, "{id}");
    office.inquired(case).await;
    for track in expected.words("parallel_tracks") {
        match track {
            "work environment" => {
                let duty =
                    json!({ "track": "work_environment", "step": "needed", "words": "Till skyddsombudet." });
                let read = office.does(INVESTIGATOR, case, "consider-duty", &duty).await.expect(200).json;
                let said = read["records"].as_array().unwrap().last().unwrap();
                assert_eq!(said["content"]["track"], "work_environment", "{id}");
            }
            // It is the quality service's; here it is the measure that is planned after the decision.
            "staffing risk analysis" => {}
            _ => panic!("{id}: {track} runs beside nothing"),
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
        let unknown = json!({ "section": 3, "kind": "not_known", "text": "Flera gånger; ingen har skrivit upp dagarna." });
        let is_unknown = section == 3 && expected.words("missing_fields").contains(&"exact dates");
        let entry = if is_unknown { unknown } else { entry(section) };
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry).await.expect(200);
    }
    for cause in expected.words("causes_expected") {
        let entry = json!({ "section": 4, "kind": "fact", "source": "samtal med personal 2", "text": cause });
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry).await.expect(200);
    }
    rests_on_what_it_is_linked_to(office, story).await;
    let grade = expected["assessment"].as_str().unwrap().to_lowercase();
    let mut completion = json!({ "proposed_grade": grade });
    if let Some(category) = expected["category"].as_str() {
        assert!(category.starts_with("TREATMENT_BY_STAFF"), "{id}: {category} has no word here");
        completion["kind"] = json!("treatment");
    }
    completion["kept"] = office.keeps_what_is_found(case).await;
    let refused = office.does(INVESTIGATOR, case, "complete-inquiry", &completion).await.expect(422).json;
    assert_eq!(
        refused["errors"][0]["pointer"], "/similar_before",
        "{id}: the question of similar events is asked"
    );
    let asks = &expected["similar_event_question"];
    assert!(asks.is_null() || asks == true, "{id}: it is asked of every case");
    completion["similar_before"] = if facts["similar_before"] == true { "yes" } else { "no" }.into();
    let _ = office.does(INVESTIGATOR, case, "complete-inquiry", &completion).await.expect(200);
    if let Some(kind) = completion["kind"].as_str() {
        let stored = everything_stored(&office.service.ground.database).await;
        let is_kept = |(column, value): &(String, String)| {
            column == "lex_sarah_case.kind" && value.split(' ').next() == Some(kind)
        };
        assert!(stored.iter().any(is_kept), "{id}: it is counted as {kind}");
    }
    due
}

/// What is kept in other registers is named as what the inquiry rests on.
async fn rests_on_what_it_is_linked_to(office: &Office, story: &Story) {
    let linked = story.expected.words("linked_records");
    for record in &linked {
        let entry = json!({ "section": 8, "kind": "fact", "source_kind": "document", "source": record,
            "text": "Det som står där." });
        let _ = office.does(INVESTIGATOR, &story.case, "add-entry", &entry).await.expect(200);
    }
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{}", story.case)).await;
    for record in linked {
        assert!(page.text(".sources").contains(record), "{}: {record}", story.id);
    }
}

async fn is_notified_first(office: &Office, story: &Story, day: &str) -> NaiveDate {
    let Story { id, expected, case, .. } = story;
    assert_eq!(expected["ivo_may_precede_inquiry"], true, "{id}");
    let why = json!({ "reasons": "Det är uppenbart allvarligt." });
    let _ = office.does(INVESTIGATOR, case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, case, "prepare-ivo", &ivo::form()).await.expect(200);
    let before = seen(office, INVESTIGATOR, case).await;
    assert_eq!(
        (&before["ivo"], &before["ivo_due_on"]),
        (&json!("required"), &Value::Null),
        "{id}: at once, not by a day"
    );
    office.world.clock.set(&format!("{day}T10:00:00+02:00"));
    let _ = office.does(DECIDER, case, "notify-ivo", &ivo::filed(day)).await.expect(200);
    let due = &seen(office, INVESTIGATOR, case).await["ivo_due_on"];
    assert_eq!(due, &expected["inquiry_to_ivo_due"], "{id}");
    let told = roles_told(office).await;
    for word in expected.words("notify") {
        assert!(told.contains(&role(word).to_owned()), "{id}: {word} is told");
    }
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
    assert_eq!(refused["errors"][0]["pointer"], "/kept", "{}: {}", story.id, story.expected["deidentify"]);
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
    match &expected["ivo_notification"] {
        Value::Bool(notified) => assert_eq!(*notified, serious, "{id}"),
        depends => {
            assert_eq!(depends, "depends_on_grade", "{id}");
            let mut graver = decision.clone();
            graver["grade"] = json!("serious_misconduct");
            graver["ivo_required"] = json!(false);
            let refused = office.does(DECIDER, case, "decide", &graver).await.expect(422).json;
            assert_eq!(refused["errors"][0]["pointer"], "/ivo", "{id}: a graver one goes to IVO");
        }
    }
    if !serious {
        decision["ivo_required"] = json!(false);
    }
    let decided = office.does(DECIDER, case, "decide", &decision).await.expect(200).json;
    assert_eq!(decided["decision"]["grade"], grade.to_lowercase(), "{id}");
    assert_eq!(decided["decision"]["ivo_required"], serious, "{id}");
    assert_eq!(decided["decision"]["reasons"], "Så var det.", "{id}");
    let by = &decided["decision"]["decided_by"];
    assert!(by["name"].is_string() && by["title"].is_string(), "{id}: {by}");
    let at: kernel::Timestamp = decided["decision"]["decided_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(swedish_day(at), swedish_day(office.world.clock.now()), "{id}: the day stands in it");
    if expected["short_inquiry_allowed"] == true {
        let received = story.facts["received_at"].as_str().unwrap().parse().unwrap();
        assert_eq!(swedish_day(at), swedish_day(received), "{id}: it may be decided the same day");
        let entries = decided["entries"].as_array().unwrap().len();
        assert_eq!(entries, 10, "{id}: a line for each question is enough");
    }
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
        assert_eq!(story.expected["reporter_feedback"], true, "{id}");
        let told = office.does(receiver, case, "give-feedback", &feedback("reporter")).await.expect(200).json;
        let said = told["records"].as_array().unwrap().last().unwrap()["content"].clone();
        assert_eq!((&said["record"], &said["to"]), (&json!("feedback"), &json!("reporter")), "{id}");
        let own = office.program(story.reporter).get("/api/v1/reports").await.expect(200).json;
        assert_eq!(own["items"][0]["status"], "decided", "{id}: it is there and decided, not removed");
        return;
    }
    let due = office.world.clock.now() + chrono::TimeDelta::days(10);
    let owner = person(receiver).as_uuid();
    let tracks = story.expected.words("parallel_tracks");
    let text = tracks.into_iter().find(|track| *track == "staffing risk analysis").unwrap_or("Ny rutin.");
    let measure = json!({ "text": text, "owner": owner, "due_on": swedish_day(due) });
    let _ = office.does(receiver, case, "add-measure", &measure).await.expect(200);
    let next = &seen(office, DECIDER, case).await["due_on"];
    assert_eq!(next, &json!(swedish_day(due)), "{id}: the next step has the measure's day");
    office.finished(receiver, case).await;
    let closing = json!({ "note": "Det har hjälpt." });
    let closed = office.does(DECIDER, case, "close", &closing).await.expect(200).json;
    assert_eq!(closed["state"], "closed", "{id}");
    if story.expected["systemic"] == true {
        let records = closed["records"].as_array().unwrap();
        let looked_over = |record: &&Value| record["content"]["routine"] == "revised";
        assert_eq!(
            records.iter().filter(looked_over).count(),
            1,
            "{id}: the routine is changed, nobody is blamed"
        );
    }
}

async fn seen(office: &Office, login: &str, case: &str) -> Value {
    office.program(login).get(&format!("/api/v1/cases/{case}")).await.expect(200).json
}
