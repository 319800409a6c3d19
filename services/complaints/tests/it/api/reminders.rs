//! Those whom a matter lies with are reminded in time, once.

use chrono::TimeDelta;
use complaints::actions::remind;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::office::{MANAGER, Office, inquired, ordinary};

async fn reminded(office: &Office) -> Vec<Value> {
    let before = office.parcels("notifications").await.len();
    while remind(&office.app).await.unwrap() > 0 {}
    office.parcels("notifications").await.split_off(before)
}

#[tokio::test]
async fn before_a_target_whoever_it_lies_with_is_reminded_once() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    // It came in on a Saturday; triage is due on Monday, the next working day.
    let first = reminded(&office).await;
    assert_eq!(first.len(), 1);
    assert_eq!(
        first[0]["recipient"],
        json!({ "kind": "role", "role": "unit_manager", "unit_id": NORRGLIMT, "except": [] })
    );
    assert_eq!(first[0]["due_on"], "2026-11-23");
    assert_eq!(first[0]["case_number"], sent.number.as_str());
    assert!(reminded(&office).await.is_empty(), "once");
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    assert!(reminded(&office).await.is_empty(), "the answer is not due yet");
    office.world.clock.set("2026-12-03T09:00:00Z");
    assert_eq!(reminded(&office).await[0]["due_on"], "2026-12-04", "a new target");
    let later = json!({ "until": "2026-12-18", "text": "Det dröjer." });
    let _ = office.does(MANAGER, &sent, "postpone", &later).await.expect(204);
    assert!(reminded(&office).await.iter().all(|m| m["recipient"]["kind"] == "sealed_address"));
    office.world.clock.set("2026-12-17T09:00:00Z");
    assert_eq!(reminded(&office).await[0]["due_on"], "2026-12-18", "the one that was told the sender");
}

#[tokio::test]
async fn of_a_target_that_has_passed_the_next_level_is_told_too() {
    let office = Office::open().await;
    office.receives_text("a").await;
    office.world.clock.set("2026-11-24T09:00:00Z");
    let told = reminded(&office).await;
    let roles: Vec<_> = told.iter().map(|m| m["recipient"]["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["unit_manager", "principal"]);
    assert!(reminded(&office).await.is_empty());
}

#[tokio::test]
async fn where_the_manager_is_the_principal_too_the_level_above_both_is_told() {
    let office = Office::open().await;
    office.receives(json!({ "text": "a", "unit_id": STJARNVRET })).await;
    office.world.clock.set("2026-11-24T09:00:00Z");
    let told = reminded(&office).await;
    let roles: Vec<_> = told.iter().map(|m| m["recipient"]["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["unit_manager", "school_owner_representative"]);
}

#[tokio::test]
async fn one_that_cannot_be_read_holds_up_no_other_and_is_told_of_when_it_is_mended() {
    let office = Office::open().await;
    let broken = office.receives_text("a").await;
    let whole = office.receives_text("b").await;
    let changes = async |number: &str, was: &str| {
        let statement = format!("UPDATE complaint SET number = '{number}' WHERE number = '{was}'");
        office.staff.ground.database.reader().execute_unprepared(&statement).await.unwrap();
    };
    changes("kaputt", &broken.number).await;
    let numbers = |told: Vec<Value>| told.into_iter().map(|m| m["case_number"].clone()).collect::<Vec<_>>();
    assert_eq!(numbers(reminded(&office).await), [whole.number.as_str()]);
    changes(&broken.number, "kaputt").await;
    assert_eq!(numbers(reminded(&office).await), [broken.number.as_str()]);
}

#[tokio::test]
async fn before_the_hours_of_a_breach_run_out_somebody_is_reminded_on_a_sunday_too() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = reminded(&office).await;
    let mut triage = ordinary();
    triage["data_breach"] = true.into();
    let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
    office.world.clock.advance(TimeDelta::hours(47));
    assert!(reminded(&office).await.is_empty());
    office.world.clock.advance(TimeDelta::hours(1));
    let told = reminded(&office).await;
    let roles: Vec<_> = told.iter().map(|m| m["recipient"]["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["unit_manager", "data_protection_officer"]);
    assert!(told.iter().all(|m| m["due_on"] == "2026-11-24"));
    assert!(reminded(&office).await.is_empty());
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_answered() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ] {
        let _ = office.does(MANAGER, &sent, verb, &body).await.expect(204);
    }
    office.world.clock.advance(TimeDelta::days(60));
    assert!(reminded(&office).await.is_empty());
}
