//! The information duty (LSS 24 c §, H43–H45): the routine and its versions, who was told of it, who must be told again.

use chrono::TimeDelta;
use lex_sarah::{App, remind_of_informing};
use serde_json::{Value, json};
use testkit::{
    Answer,
    organisation::{NORRGLIMT, STJARNVRET, person},
};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER};

const PRINCIPAL: &str = "rektor-norrglimt";

fn version(name: &str, from: &str) -> Value {
    json!({ "version": name, "link": "https://example.org/rutin", "valid_from": from })
}

fn meeting(on: &str, present: &[&str]) -> Value {
    let present: Vec<_> = present.iter().map(|login| person(login).as_uuid()).collect();
    json!({ "kind": "meeting", "held_on": on, "present": present })
}

async fn told(office: &Office, login: &str, body: &Value) -> Answer {
    office.program(login).post(&format!("/api/v1/units/{NORRGLIMT}/briefings"), body).await
}

/// How somebody at the unit stands.
async fn stands(office: &Office, login: &str) -> Value {
    let units = office.program(MANAGER).get("/api/v1/information").await.expect(200).json;
    let id = json!(person(login).as_uuid());
    units[0]["people"].as_array().unwrap().iter().find(|each| each["person_id"] == id).unwrap().clone()
}

#[tokio::test]
async fn whoever_reports_reads_the_version_in_force_and_the_case_keeps_it() {
    let office = Office::open().await;
    let before = office.reported("Före.").await;
    let _ =
        office.program(DECIDER).post("/api/v1/routines", &version("2026-11", "2026-11-21")).await.expect(201);
    let _ =
        office.program(DECIDER).post("/api/v1/routines", &version("2027-01", "2027-01-01")).await.expect(201);
    let mut browser = office.browser(REPORTER).await;
    let page = browser.get("/rapportera").await;
    assert!(page.text("#routine").contains("version 2026-11"), "not the one that is still to come");
    let page = browser.get("/rutin").await;
    assert!(page.has("a[href='https://example.org/rutin']") && !page.has("form#form"));
    assert_eq!(page.texts("#versions li").len(), 2);

    let after = office.reported("Efter.").await;
    office.world.clock.set("2027-01-04T09:00:00+01:00");
    let later = office.reported("Senare.").await;
    for (case, routine) in [(before, "2026-09"), (after, "2026-11"), (later, "2027-01")] {
        let read = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
        assert_eq!(read["report"]["routine"], routine);
    }
}

#[tokio::test]
async fn the_routine_is_entered_by_the_board_alone_once_and_never_backwards() {
    let office = Office::open().await;
    let good = version("2027-01", "2027-01-01");
    for login in [REPORTER, MANAGER, INVESTIGATOR, "registrator"] {
        let _ = office.program(login).post("/api/v1/routines", &good).await.expect(403);
    }
    for (field, value, pointer) in [
        ("version", "", "/version"),
        ("link", "", "/link"),
        ("link", "javascript:alert(1)", "/link"),
        ("valid_from", "2026-11-20", "/valid_from"),
    ] {
        let mut wrong = good.clone();
        wrong[field] = json!(value);
        let refused = office.program(DECIDER).post("/api/v1/routines", &wrong).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{field} {value}");
    }
    for _ in 0..2 {
        let entered = office.program(DECIDER).post("/api/v1/routines", &good).await.expect(201).json;
        assert_eq!(entered["versions"].as_array().unwrap().len(), 1, "the same again is no other");
    }
    let another = version("2027-01", "2027-02-01");
    let refused = office.program(DECIDER).post("/api/v1/routines", &another).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/version", "a version is never changed");
}

#[tokio::test]
async fn whoever_was_there_is_informed_for_a_year_and_then_again() {
    let office = Office::open().await;
    let filip = stands(&office, REPORTER).await;
    assert_eq!(
        (&filip["status"], &filip["tell_by"]),
        (&json!("never"), &json!("2026-01-06")),
        "new since January"
    );
    let _ = told(&office, MANAGER, &meeting("2026-11-20", &[REPORTER, MANAGER])).await.expect(201);
    let filip = stands(&office, REPORTER).await;
    assert_eq!((&filip["status"], &filip["version"]), (&json!("current"), &json!("2026-09")));
    assert_eq!(filip["tell_by"], "2027-11-20");
    assert_eq!(stands(&office, PRINCIPAL).await["status"], "never", "was not there");

    office.world.clock.set("2027-11-20T12:00:00+01:00");
    assert_eq!(stands(&office, REPORTER).await["status"], "current");
    office.world.clock.advance(TimeDelta::days(1));
    assert_eq!(stands(&office, REPORTER).await["status"], "too_long_ago");
}

#[tokio::test]
async fn a_manager_notes_a_meeting_on_a_page_with_a_box_for_each() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get("/information").await;
    assert_eq!(page.texts("tbody tr").len(), 3, "those who work there");
    assert!(!page.html().contains("Stjärnvret"), "another unit is not theirs");
    let link = page.attribute("main a.button", "href").unwrap();
    let page = browser.get(&link).await;
    assert_eq!(page.texts("input[name=present]").len(), 3);
    let page = browser.submit("", &[("kind", "meeting"), ("held_on", "2026-11-22")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts(".error-summary a").len(), 2, "a day to come, and nobody there");
    assert_eq!(browser.submit("", &[("told_by", "Kim")]).await.status, 400, "an unknown field");
    let _ = browser.get(&link).await;
    let there = person(REPORTER).to_string();
    let page =
        browser.submit("", &[("kind", "meeting"), ("held_on", "2026-11-21"), ("present", &there)]).await;
    assert_eq!(page.path, "/information");
    assert!(page.text("main").contains("2026-11-21, version 2026-09"));
    assert_eq!(page.texts("tbody .tag.done").len(), 1);
}

#[tokio::test]
async fn it_is_noted_by_the_units_manager_alone_and_of_those_who_work_there() {
    let office = Office::open().await;
    let good = meeting("2026-11-20", &[REPORTER]);
    for (login, status) in
        [(PRINCIPAL, 403), (DECIDER, 403), (REPORTER, 404), ("rektor-stjarnvret", 404), (INVESTIGATOR, 404)]
    {
        let _ = told(&office, login, &good).await.expect(status);
    }
    for (body, pointer) in [
        (meeting("2026-11-22", &[REPORTER]), "/held_on"),
        (meeting("2026-11-20", &[]), "/present"),
        (meeting("2026-11-20", &["fritidsledare-stjarnvret"]), "/present"),
    ] {
        let refused = told(&office, MANAGER, &body).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
    let _ = office.program(REPORTER).get("/api/v1/information").await.expect(403);
    let mut browser = office.browser(REPORTER).await;
    assert_eq!(browser.get("/information").await.status, 403);
    assert_eq!(browser.get(&format!("/information/{NORRGLIMT}")).await.status, 404);
    let all = office.program(DECIDER).get("/api/v1/information").await.expect(200).json;
    let units: Vec<_> = all.as_array().unwrap().iter().map(|unit| unit["unit_id"].clone()).collect();
    assert_eq!(units, [json!(NORRGLIMT), json!(STJARNVRET)], "the board sees every unit");
}

#[tokio::test]
async fn the_same_briefing_sent_twice_is_one_and_leaves_its_trace() {
    let office = Office::open().await;
    let program = office.program(MANAGER).header("idempotency-key", "one");
    let address = format!("/api/v1/units/{NORRGLIMT}/briefings");
    let first = program.post(&address, &meeting("2026-11-20", &[REPORTER])).await.expect(201).json;
    let again = program.post(&address, &meeting("2026-11-20", &[REPORTER])).await.expect(201).json;
    assert_eq!(first, again);
    let _ = program.post(&address, &meeting("2026-11-19", &[REPORTER])).await.expect(422);
    assert_eq!(office.traces(first["id"].as_str().unwrap()).await, ["record_briefing"]);
}

#[tokio::test]
async fn a_unit_where_somebody_is_not_informed_is_reminded_once_a_week_without_a_word_of_it() {
    let office = Office::open().await;
    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    assert_eq!(remind_of_informing(&app).await.unwrap(), 0, "not before there is a routine here");
    let _ =
        office.program(DECIDER).post("/api/v1/routines", &version("2026-11", "2026-11-21")).await.expect(201);
    assert_eq!(remind_of_informing(&app).await.unwrap(), 2, "both units");
    assert_eq!(remind_of_informing(&app).await.unwrap(), 0);
    let everybody = meeting("2026-11-21", &[REPORTER, MANAGER, PRINCIPAL]);
    let _ = told(&office, MANAGER, &everybody).await.expect(201);
    office.world.clock.advance(TimeDelta::days(7));
    assert_eq!(remind_of_informing(&app).await.unwrap(), 1, "only where somebody still is not");
    for parcel in office.parcels().await {
        assert_eq!(parcel["recipient"]["role"], "unit_manager");
        assert_eq!((&parcel["occasion"], &parcel["due_on"]), (&json!("task_waits"), &Value::Null));
    }
}

#[tokio::test]
async fn a_unit_that_cannot_be_reminded_does_not_hold_up_the_others() {
    let office = Office::open().await;
    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    let _ =
        office.program(DECIDER).post("/api/v1/routines", &version("2026-11", "2026-11-21")).await.expect(201);
    office.changes("CREATE UNIQUE INDEX one_a_day ON briefing_reminder (told_on)").await;
    assert_eq!(remind_of_informing(&app).await.unwrap(), 1, "the round goes on after the one that fails");
    office.changes("DROP INDEX one_a_day").await;
    assert_eq!(remind_of_informing(&app).await.unwrap(), 1, "and that one is tried again");
}
