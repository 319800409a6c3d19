//! A complaint about the manager goes past them (I.2 C8, G.1, G.2, I.3).

use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET, organisation, person};

use crate::office::{MANAGER, Office, Sent, inquired, ordinary};

const PRINCIPAL: &str = "rektor-norrglimt";
const DEPUTY: &str = "fritidsledare-norrglimt";
/// Gets the manager's post after it was sent.
const LATER: &str = "utan-roll";

fn about_the_manager_of(unit: kernel::Uuid) -> Value {
    json!({ "text": "Chefen skrek åt oss.", "unit_id": unit, "about_manager": true })
}

/// The manager is away today, with somebody in their place.
async fn stands_in(office: &Office, deputy: &str) {
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let whom = person(deputy).to_string();
    manager
        .submit("/franvaro", &[("from", "2026-11-21"), ("to", "2026-11-27"), ("deputy", whom.as_str())])
        .await;
}

async fn reads_nothing_of(office: &Office, login: &str, sent: &Sent) {
    let _ = office.reads(login, sent).await.expect(404);
    let _ = office.does(login, sent, "triage", &ordinary()).await.expect(404);
    let list = office.program(login).get("/api/v1/complaints").await;
    assert!(!list.json.to_string().contains(&sent.number), "{login}");
}

#[tokio::test]
async fn the_principal_receives_it_and_is_told() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let read = office.reads(PRINCIPAL, &sent).await.expect(200).json;
    assert_eq!((&read["level"], &read["about_manager"]), (&json!("principal"), &json!(true)));
    let told = office.parcels("notifications").await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["occasion"], "new_matter");
    assert_eq!(told[0]["recipient"]["role"], "principal");
    assert_eq!(told[0]["recipient"]["except"], json!([person(MANAGER)]));
    let _ = office.does(PRINCIPAL, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(PRINCIPAL, &sent).await;
}

#[tokio::test]
async fn the_manager_neither_sees_nor_opens_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    reads_nothing_of(&office, MANAGER, &sent).await;
}

#[tokio::test]
async fn nor_does_whoever_stands_in_for_the_manager_and_neither_gets_a_mail() {
    let office = Office::open().await;
    stands_in(&office, DEPUTY).await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    reads_nothing_of(&office, DEPUTY, &sent).await;
    let other = office.receives_text("Bussen kom för sent.").await;
    let _ = office.reads(DEPUTY, &other).await.expect(200);
    let reply = json!({ "receipt": sent.receipt, "text": "b" });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    office.world.clock.set("2026-12-20T09:00:00Z");
    complaints::actions::remind(&office.app).await.unwrap();
    let told = office.parcels("notifications").await;
    let about_it: Vec<_> = told.iter().filter(|told| told["case_number"] == sent.number.as_str()).collect();
    assert!(about_it.len() >= 3, "the arrival, the message, the target");
    for message in about_it {
        assert_ne!(message["recipient"]["role"], "unit_manager", "{message}");
        for login in [MANAGER, DEPUTY] {
            assert_ne!(message["recipient"]["person_id"], json!(person(login)), "{message}");
        }
    }
}

#[tokio::test]
async fn the_manager_cannot_be_given_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let whom = json!({ "person_id": person(MANAGER) });
    let _ = office.does(PRINCIPAL, &sent, "assign", &whom).await.expect(409);
}

#[tokio::test]
async fn handed_over_it_goes_past_the_manager_there_too() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let _ = office.does(PRINCIPAL, &sent, "triage", &ordinary()).await.expect(204);
    let report = json!({ "text": "Enligt ett klagomål har en ungdom blivit slagen." });
    let _ = office.does(PRINCIPAL, &sent, "hand-over", &report).await.expect(204);
    let handed_over = office.parcels("lex-sarah").await;
    assert_eq!(handed_over[0]["left_out"], json!([person(MANAGER)]));
}

#[tokio::test]
async fn where_the_principal_is_the_manager_it_goes_past_both() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(STJARNVRET)).await;
    reads_nothing_of(&office, "rektor-stjarnvret", &sent).await;
    let read = office.reads("huvudmannarepresentant", &sent).await.expect(200).json;
    assert_eq!(read["level"], "school_owner_representative");
}

#[tokio::test]
async fn whoever_does_not_know_the_unit_is_led_past_its_manager_too() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "Chefen skrek.", "about_manager": true })).await;
    let unit = json!({ "unit_id": NORRGLIMT });
    let _ = office.does("registrator", &sent, "route", &unit).await.expect(204);
    reads_nothing_of(&office, MANAGER, &sent).await;
    assert_eq!(office.reads(PRINCIPAL, &sent).await.expect(200).json["level"], "principal");
    let told = office.parcels("notifications").await;
    assert!(told.iter().all(|told| told["recipient"]["role"] != "unit_manager"));
    assert!(told.iter().any(|told| told["recipient"]["role"] == "principal"));
}

#[tokio::test]
async fn its_parts_stay_past_the_manager_and_another_units_go_to_its_own() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let _ = office.does(PRINCIPAL, &sent, "triage", &ordinary()).await.expect(204);
    let parts = json!({ "text": "Vi delar upp det.", "parts": [
        { "text": "Chefen skrek.", "unit_id": NORRGLIMT }, { "text": "Bussen.", "unit_id": STJARNVRET }] });
    office.does(PRINCIPAL, &sent, "split", &parts).await.expect_success();
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    assert_eq!(list["complaints"], json!([]));
    let list = office.program("rektor-stjarnvret").get("/api/v1/complaints").await.expect(200).json;
    assert_eq!(list["complaints"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_takes_it_down_can_say_so_and_if_it_is_the_manager_it_is_gone_for_them() {
    let office = Office::open().await;
    let body = json!({ "channel": "phone", "told_at": "2026-11-20T15:45:00Z", "text": "Chefen skrek.",
        "unit_id": NORRGLIMT, "about_manager": true });
    let program = office.program(MANAGER).header("idempotency-key", "a");
    let taken = program.post("/api/v1/complaints", &body).await.expect(201).json;
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    assert_eq!(list["complaints"], json!([]));
    let list = office.program(PRINCIPAL).get("/api/v1/complaints").await.expect(200).json;
    assert_eq!(list["complaints"][0]["case_number"], taken["case_number"]);
}

#[tokio::test]
async fn who_was_taken_off_stands_in_the_trace() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let address = format!("/api/v1/complaints/{}/readings", sent.id);
    let traces = office.program(PRINCIPAL).get(&address).await.expect(200).json["traces"].clone();
    let taken_off = traces.as_array().unwrap().iter().find(|trace| trace["action"] == "exclude").unwrap();
    assert_eq!(taken_off["actor"], "sender", "{taken_off}");
}

fn because() -> Value {
    json!({ "reason": "Avsändaren menade klassläraren. Jag ringde och frågade." })
}

#[tokio::test]
async fn the_next_level_can_record_that_it_is_not_about_the_manager_who_then_has_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let before = office.parcels("notifications").await.len();
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(204);
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!((&read["level"], &read["about_manager"]), (&json!("unit_manager"), &json!(false)));
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(
        (&told[0]["occasion"], &told[0]["recipient"]["role"]),
        (&json!("task_waits"), &json!("unit_manager"))
    );
    assert_eq!(told[0]["recipient"]["except"], json!([]));
    let journal = read["content"]["journal"].as_array().unwrap();
    assert_eq!((&journal[0]["kind"], &journal[0]["text"]), (&json!("let_in"), &because()["reason"]));
    let address = format!("/api/v1/complaints/{}/readings", sent.id);
    let traces = office.program(PRINCIPAL).get(&address).await.expect(200).json["traces"].clone();
    let let_in = traces.as_array().unwrap().iter().find(|trace| trace["action"] == "let_in").unwrap();
    assert_eq!(
        (&let_in["person_id"], &let_in["part_id"]),
        (&json!(person(PRINCIPAL)), &json!(person(MANAGER)))
    );
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(403);
}

#[tokio::test]
async fn never_the_manager_or_their_deputy_and_nobody_without_a_reason() {
    let office = Office::open().await;
    stands_in(&office, DEPUTY).await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    for login in [MANAGER, DEPUTY] {
        let _ = office.does(login, &sent, "let-manager-in", &because()).await.expect(404);
    }
    let _ = office.does("registrator", &sent, "let-manager-in", &because()).await.expect(403);
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &json!({ "reason": " " })).await.expect(422);
    reads_nothing_of(&office, MANAGER, &sent).await;
}

#[tokio::test]
async fn nor_a_principal_who_stands_in_for_them() {
    let office = Office::open().await;
    stands_in(&office, PRINCIPAL).await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(403);
    let mut principal = office.browser(PRINCIPAL).await;
    principal.get(&format!("/arenden/{}", sent.id)).await;
    assert!(!principal.page.has("a[href$='/inte-chefen']"), "nor are they asked to");
}

#[tokio::test]
async fn the_manager_is_told_also_when_the_principal_has_begun_and_goes_on_with_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    office.does(PRINCIPAL, &sent, "triage", &ordinary()).await.expect_success();
    office.inquires(PRINCIPAL, &sent).await;
    let before = office.parcels("notifications").await.len();
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(204);
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(told[0]["recipient"]["role"], "unit_manager", "{told:?}");
}

#[tokio::test]
async fn nor_somebody_who_got_the_post_later_though_it_was_given_to_them() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let mut register = organisation();
    let mut later = register.assignments[0].clone();
    later.person_id = person(LATER).as_uuid();
    register.assignments.push(later);
    office.staff.ground.directory.replace(register);
    let _ = office.does(LATER, &sent, "let-manager-in", &because()).await.expect(403);
    let _ = office.does(PRINCIPAL, &sent, "assign", &json!({ "person_id": person(LATER) })).await.expect(204);
    let refused = office.does(LATER, &sent, "let-manager-in", &because()).await.expect(403).json;
    assert_eq!(refused["detail"], "whoever manages the unit does not say whom it is about");
    // Where the later one is concerned too they are taken off as anybody is.
    let whom = json!({ "person_id": person(LATER) });
    let _ = office.does(PRINCIPAL, &sent, "exclude", &whom).await.expect(204);
    reads_nothing_of(&office, LATER, &sent).await;
}

#[tokio::test]
async fn whom_somebody_has_judged_to_be_concerned_stays_off_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let whom = json!({ "person_id": person(MANAGER) });
    let _ = office.does(PRINCIPAL, &sent, "exclude", &whom).await.expect(204);
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(204);
    reads_nothing_of(&office, MANAGER, &sent).await;
    assert_eq!(office.reads(PRINCIPAL, &sent).await.expect(200).json["level"], "principal");
}

#[tokio::test]
async fn what_was_answered_stays_where_it_is_and_what_nobody_said_cannot_be_unsaid() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ] {
        let _ = office.does(PRINCIPAL, &sent, verb, &body).await.expect(204);
    }
    let _ = office.does(PRINCIPAL, &sent, "let-manager-in", &because()).await.expect(204);
    assert_eq!(office.reads(MANAGER, &sent).await.expect(200).json["level"], "principal");
    let other = office.receives_text("Bussen kom för sent.").await;
    let refused = office.does(MANAGER, &other, "let-manager-in", &because()).await.expect(409).json;
    assert_eq!(refused["detail"], "nobody has said that it is about the manager");
}

#[tokio::test]
async fn it_is_done_on_a_page_that_says_what_comes_of_it() {
    let office = Office::open().await;
    let sent = office.receives(about_the_manager_of(NORRGLIMT)).await;
    let mut browser = office.browser(PRINCIPAL).await;
    let at = format!("/arenden/{}/inte-chefen", sent.id);
    browser.get(&at).await;
    assert!(
        browser.page.text("main").contains("Då kan chefen läsa allt i ärendet, också det du skriver nu.")
    );
    browser.submit(&at, &[("reason", "")]).await;
    assert!(browser.page.text("main").contains("Skriv hur du vet att det inte gäller chefen."));
    browser.submit(&at, &[("reason", "Det gällde klassläraren.")]).await;
    let _ = office.reads(MANAGER, &sent).await.expect(200);
}
