//! Pages for people.

use proto::Service;
use quality::domain::{access::Reach, fact::Kind};
use serde_json::{Value, json};
use testkit::organisation::{NATTUGGLAN, NORRGLIMT, STJARNVRET};

use crate::{
    Quality,
    events::{answered, decided, deviated, settled},
};

const PAGES: [&str; 3] = ["/", "/organisation", "/handelser"];

async fn tell(quality: &Quality, number: usize, unit: impl serde::Serialize + Copy) {
    for _ in 0..number {
        let mut event = answered();
        event["data"]["unit_id"] = json!(unit);
        let _ = quality.service(Service::Complaints).post("/api/v1/events", &event).await.expect(204);
    }
}

#[tokio::test]
async fn each_role_meets_the_pages_it_may_see() {
    let quality = Quality::start().await;
    for (login, expected) in [
        ("vardnadshavare-norrglimt", [403, 403, 403]),
        ("ungdom-norrglimt", [403, 403, 403]),
        ("utan-roll", [403, 403, 403]),
        ("fritidsledare-norrglimt", [200, 200, 403]),
        ("gruppchef-norrglimt", [200, 200, 200]),
        ("rektor-norrglimt", [200, 200, 200]),
        ("huvudmannarepresentant", [200, 200, 403]),
        ("utredare-1", [200, 200, 200]),
        ("beslutsfattare", [200, 200, 200]),
        ("registrator", [200, 200, 403]),
        ("arkivarie", [200, 200, 403]),
        ("dataskyddsombud", [200, 200, 403]),
        ("administrator", [200, 200, 200]),
    ] {
        let mut browser = quality.person(login).await;
        for (page, status) in PAGES.into_iter().zip(expected) {
            let shown = browser.get(page).await;
            assert_eq!(shown.status, status, "{login} at {page}");
            assert_eq!(shown.texts("h1").len(), 1, "{login} at {page}");
            let in_menu = shown.has(&format!(".places a[href='{page}']"));
            assert_eq!(in_menu, status == 200, "the menu of {login} at {page}");
        }
    }
}

#[tokio::test]
async fn nobody_logged_in_is_sent_to_the_log_in() {
    let quality = Quality::start().await;
    for page in PAGES {
        let mut browser = quality.standing.visitor();
        browser.get(page).await;
        assert!(browser.location().unwrap().contains("/authorize?"), "{page}");
    }
}

#[tokio::test]
async fn a_unit_shows_who_is_responsible_and_where_nobody_is() {
    let quality = Quality::start().await;
    let mut browser = quality.person("fritidsledare-norrglimt").await;
    let page = browser.get("/organisation").await;
    let of = |unit: kernel::Uuid| page.text(&format!("section[data-unit='{unit}']"));
    assert!(of(NORRGLIMT).contains("Gruppchef Maja Provsson sedan 2026-01-01"), "{}", of(NORRGLIMT));
    assert!(of(NORRGLIMT).contains("I drift Anmäld till IVO 2024-08-12."));
    assert!(!of(NORRGLIMT).contains("Ingen ansvarig"));
    assert!(of(STJARNVRET).contains("Gruppchef Ragnar Provsson, rektor"), "{}", of(STJARNVRET));
    assert!(of(NATTUGGLAN).contains("Inte i drift Enheten är inte anmäld till IVO"));
    assert!(of(NATTUGGLAN).contains("Rektor Ingen ansvarig"), "{}", of(NATTUGGLAN));
    let all = page.html();
    for secret in ["Vera Provsson", "Ulla Provsson", "@example.org"] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn numbers_under_five_look_alike_and_no_unit_shows_another_units_facts() {
    let quality = Quality::start().await;
    tell(&quality, 5, NORRGLIMT).await;
    tell(&quality, 4, STJARNVRET).await;
    let mut manager = quality.person("gruppchef-norrglimt").await;
    let page = manager.get("/handelser").await;
    assert_eq!(page.texts("main h2"), ["Norrglimtskolans KTT"]);
    assert_eq!(page.texts("tbody tr"), ["2026-10 5 färre än 5 färre än 5"]);

    let mut principal = quality.person("rektor-stjarnvret").await;
    let page = principal.get("/handelser").await;
    assert_eq!(page.texts("main h2"), ["Stjärnvretens KTT"]);
    assert_eq!(page.text("main section p"), "Färre än 5 av varje slag alla månader det senaste året.");
}

#[tokio::test]
async fn a_matter_that_is_answered_again_after_it_was_opened_again_is_one() {
    let quality = Quality::start().await;
    tell(&quality, 4, NORRGLIMT).await;
    let first = answered();
    let mut again = first.clone();
    again["id"] = json!(kernel::Uuid::now_v7());
    for event in [first, again] {
        let _ = quality.service(Service::Complaints).post("/api/v1/events", &event).await.expect(204);
    }
    let mut manager = quality.person("gruppchef-norrglimt").await;
    assert_eq!(manager.get("/handelser").await.texts("tbody tr"), ["2026-10 5 färre än 5 färre än 5"]);
}

#[tokio::test]
async fn what_needed_no_inquiry_is_counted_apart_until_it_is_answered_after_all() {
    let quality = Quality::start().await;
    let matters: Vec<_> = (0..5).map(|_| settled()).collect();
    for matter in &matters {
        told(&quality, Service::Complaints, matter).await;
    }
    assert_eq!(rows(&quality).await, ["2026-10 färre än 5 5 färre än 5"]);
    let mut after_all = anew(&answered(), "2026-11-22T08:00:00Z");
    after_all["subject"] = matters[0]["subject"].clone();
    told(&quality, Service::Complaints, &after_all).await;
    assert_eq!(rows(&quality).await, [""; 0], "four are left, and one was answered: all too few");
}

/// The rows of the unit, as its manager sees them.
async fn rows(quality: &Quality) -> Vec<String> {
    quality.person("gruppchef-norrglimt").await.get("/handelser").await.texts("tbody tr")
}

async fn told(quality: &Quality, from: Service, event: &Value) {
    let _ = quality.service(from).post("/api/v1/events", event).await.expect(204);
}

/// The same matter, told anew at another time.
fn anew(event: &Value, time: &str) -> Value {
    let mut again = event.clone();
    again["id"] = json!(kernel::Uuid::now_v7());
    again["time"] = json!(time);
    again
}

#[tokio::test]
async fn a_case_that_is_decided_anew_counts_once_by_its_latest_decision() {
    let quality = Quality::start().await;
    let cases: Vec<_> = (0..5).map(|_| decided()).collect();
    for case in &cases {
        told(&quality, Service::LexSarah, case).await;
    }
    let counted = ["2026-10 färre än 5 färre än 5 5"];
    assert_eq!(rows(&quality).await, counted);
    let mut other_month = anew(&cases[0], "2026-11-22T08:00:00Z");
    other_month["data"]["month"] = json!("2026-11");
    // An earlier one that comes late changes nothing.
    let earlier = anew(&cases[1], "2026-05-22T08:00:00Z");
    for event in [&anew(&cases[1], "2026-11-22T08:00:00Z"), &earlier] {
        told(&quality, Service::LexSarah, event).await;
    }
    assert_eq!(rows(&quality).await, counted, "decided once more is one");
    told(&quality, Service::LexSarah, &other_month).await;
    assert_eq!(rows(&quality).await, [""; 0], "four are left in October and one is in November: all too few");
}

#[tokio::test]
async fn a_deviation_that_is_not_found_again_when_the_matter_is_closed_anew_is_not_counted() {
    let quality = Quality::start().await;
    let matters: Vec<_> = (0..5).map(|_| answered()).collect();
    let found = |matter: &Value, time: &str| {
        let mut found = anew(&deviated(), time);
        found["subject"] = matter["subject"].clone();
        found
    };
    for matter in &matters {
        told(&quality, Service::Complaints, matter).await;
        told(&quality, Service::Complaints, &found(matter, "2026-11-21T10:00:00Z")).await;
    }
    assert_eq!(deviations(&quality).await, 5);
    told(&quality, Service::Complaints, &anew(&matters[0], "2026-11-22T08:00:00Z")).await;
    assert_eq!(deviations(&quality).await, 4, "it is answered anew, and not yet closed");
    told(&quality, Service::Complaints, &found(&matters[0], "2026-11-22T09:00:00Z")).await;
    assert_eq!(deviations(&quality).await, 5, "found again");
    assert_eq!(
        rows(&quality).await,
        ["2026-10 5 färre än 5 färre än 5"],
        "answered five times all the while"
    );
}

async fn deviations(quality: &Quality) -> i64 {
    let counts = quality.app.store.counts(&Reach::City, "2026-01".parse().unwrap()).await.unwrap();
    let found = counts.into_iter().filter(|count| count.kind == Kind::DeviationFound);
    found.map(|count| count.number).sum()
}

#[tokio::test]
async fn for_the_whole_city_every_unit_is_shown_and_what_named_none() {
    let quality = Quality::start().await;
    tell(&quality, 6, Option::<kernel::Uuid>::None).await;
    let mut investigator = quality.person("utredare-1").await;
    let page = investigator.get("/handelser").await;
    let units = ["Nattugglans KTT", "Norrglimtskolans KTT", "Stjärnvretens KTT", "Ingen enhet angiven"];
    assert_eq!(page.texts("main h2"), units);
    assert_eq!(page.text("section:last-of-type tbody tr"), "2026-10 6 färre än 5 färre än 5");
}

#[tokio::test]
async fn pages_are_there_in_english() {
    let quality = Quality::start().await;
    let mut browser = quality.person("administrator").await;
    for (page, title) in
        PAGES.into_iter().zip(["Quality work", "Who is responsible for what?", "Events in numbers"])
    {
        browser.headers = vec![("accept-language", "en".into())];
        assert_eq!(browser.get(page).await.text("h1"), title);
    }
}
