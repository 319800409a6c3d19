//! Reports that can be about the same event (UX-33): a hint to whoever may read them both, and to nobody else.

use std::slice;

use chrono::TimeDelta;
use serde_json::json;

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, measure};

const PRINCIPAL: &str = "rektor-norrglimt";

/// Where the hint leads, for somebody who opens a case.
async fn hinted(office: &Office, login: &str, case: &str) -> Vec<String> {
    let page = office.browser(login).await.get(&format!("/arenden/{case}")).await.clone();
    let found = page.attribute("[aria-labelledby=near] a", "href");
    assert!(page.texts("[aria-labelledby=near] a").len() <= 1);
    found.into_iter().map(|href| href.replace("/arenden/", "")).collect()
}

#[tokio::test]
async fn whoever_receives_two_reports_of_the_same_days_is_told_and_nothing_is_merged() {
    let office = Office::open().await;
    let first = office.reported("Grinden stod öppen.").await;
    office.world.clock.advance(TimeDelta::days(3));
    let second = office.reported("Grinden var öppen.").await;
    assert_eq!(hinted(&office, MANAGER, &first).await, slice::from_ref(&second));
    assert_eq!(hinted(&office, MANAGER, &second).await, slice::from_ref(&first));
    for (case, words) in [(first, "Grinden stod öppen."), (second, "Grinden var öppen.")] {
        let read = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
        assert_eq!(read["report"]["text"], words, "each goes its own way");
    }
}

#[tokio::test]
async fn what_came_much_later_or_from_another_unit_is_no_hint() {
    let office = Office::open().await;
    let first = office.reported("Grinden stod öppen.").await;
    let body = json!({ "text": "Grinden stod öppen." });
    let elsewhere = office.reported_by("fritidsledare-stjarnvret", &body).await;
    office.world.clock.advance(TimeDelta::days(4));
    let later = office.reported("Grinden stod öppen.").await;
    for case in [&first, &later] {
        assert_eq!(hinted(&office, MANAGER, case).await, [""; 0]);
    }
    assert_eq!(hinted(&office, "rektor-stjarnvret", &elsewhere).await, [""; 0]);
}

#[tokio::test]
async fn how_near_is_for_the_municipality_to_say() {
    let office = Office::with(json!({ "same_event_within": 10 })).await;
    let first = office.reported("Grinden stod öppen.").await;
    office.world.clock.advance(TimeDelta::days(4));
    let later = office.reported("Grinden stod öppen.").await;
    assert_eq!(hinted(&office, MANAGER, &first).await, [later]);
}

#[tokio::test]
async fn nobody_learns_by_the_hint_of_a_report_that_they_may_not_read() {
    let office = Office::open().await;
    let about_them = json!({ "text": "Min chef slog till honom.", "concerns_manager": true });
    let hidden = office.reported_by(REPORTER, &about_them).await;
    let open = office.reported("Grinden stod öppen.").await;
    assert_eq!(hinted(&office, MANAGER, &open).await, [""; 0], "one that is about themself");
    assert_eq!(hinted(&office, PRINCIPAL, &hidden).await, [""; 0], "one that was not theirs to receive");
    let page = office.browser(REPORTER).await.get(&format!("/rapporterat/{open}")).await.clone();
    assert!(!page.has("[aria-labelledby=near]") && !page.html().contains(&hidden), "reporters get no hint");

    office.taken(&hidden).await;
    let free = json!({ "free_of_conflict": true });
    let _ = office.does("utredare-2", &open, "take", &free).await.expect(200);
    assert_eq!(hinted(&office, INVESTIGATOR, &hidden).await, [""; 0], "one that another inquires into");
}

#[tokio::test]
async fn whoever_inquires_gets_the_hint_and_whoever_has_a_measure_does_not() {
    let office = Office::open().await;
    let first = office.reported("Grinden stod öppen.").await;
    let second = office.reported("Grinden var öppen.").await;
    for case in [&first, &second] {
        office.decided(case).await;
    }
    assert_eq!(hinted(&office, INVESTIGATOR, &first).await, slice::from_ref(&second));
    assert_eq!(hinted(&office, DECIDER, &first).await, slice::from_ref(&second));
    for case in [&first, &second] {
        let _ = office.does(DECIDER, case, "add-measure", &measure(PRINCIPAL)).await.expect(200);
    }
    assert_eq!(hinted(&office, PRINCIPAL, &first).await, [""; 0]);
}
