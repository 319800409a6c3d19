//! The workbench: the nearest day first, narrowed down by plain facts that stand in the address.

use chrono::TimeDelta;
use serde_json::json;
use testkit::Shown;

use crate::office::{DECIDER, INVESTIGATOR, Office, REPORTER};

fn numbers(page: &Shown) -> Vec<String> {
    page.texts("tbody th")
}

/// What stands in brackets after the name of a view.
fn count(page: &Shown, view: &str) -> String {
    let views = page.texts(".kept a");
    let found = views.iter().find(|text| text.starts_with(view));
    found.unwrap_or_else(|| panic!("{view} among {views:?}")).replace(view, "").trim().to_owned()
}

#[tokio::test]
async fn those_who_only_inquire_begin_with_the_cases() {
    let office = Office::open().await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get("/").await;
    assert_eq!((page.path.as_str(), page.text("h1")), ("/arenden", "Ärenden".to_owned()));
    assert_eq!(page.text(".lead"), "Inga ärenden väntar på dig.");
    assert_eq!(office.browser(REPORTER).await.get("/").await.path, "/", "others begin with reporting");
}

#[tokio::test]
async fn filters_narrow_down_what_one_sees_and_say_how_to_take_them_away() {
    let office = Office::open().await;
    let taken = office.reported("a").await;
    let free = office.reported("b").await;
    office.taken(&taken).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get("/arenden").await;
    assert_eq!(numbers(page).len(), 2);
    assert_eq!((count(page, "Mina"), count(page, "Att ta")), ("(1)".to_owned(), "(1)".to_owned()));
    assert!(page.has(".kept a[aria-current=page][href='/arenden']"));

    let page = browser.get("/arenden?turn=free").await;
    assert_eq!(numbers(page).len(), 1);
    assert!(page.has(&format!("tbody a[href='/arenden/{free}']")));
    assert!(page.has(".chip[href='/arenden']"), "and back to all");
    let page = browser.get("/arenden?turn=mine&state=assessing").await;
    assert!(page.has(&format!("tbody a[href='/arenden/{taken}']")));
    assert!(page.has(".chip[href='/arenden?turn=mine']") && page.has("option[value=assessing][selected]"));
    let page = browser.get("/arenden?turn=mine&state=inquiry").await;
    assert_eq!(page.text(".lead"), "Inget ärende passar filtret. Ta bort något av det du valt.");
    let page = browser.get("/arenden?state=hej&unit=Leo&sida=0&text=Leo").await;
    assert_eq!(numbers(page).len(), 2, "what is no filter is passed over");
    assert!(!page.html().contains("Leo"));
}

#[tokio::test]
async fn the_way_back_from_a_case_leads_to_the_workbench_with_its_filter() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let back = |page: &Shown| page.attribute(".back", "href").unwrap();
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get("/arenden?turn=mine&text=Leo").await;
    assert_eq!(back(browser.get(&format!("/arenden/{case}")).await), "/arenden?turn=mine");
    browser.get("/arenden").await;
    assert_eq!(back(browser.get(&format!("/arenden/{case}")).await), "/arenden");
}

#[tokio::test]
async fn a_filter_never_shows_or_counts_what_somebody_may_not_see() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let mut another = office.browser("utredare-2").await;
    for filter in ["turn=mine", "turn=free", "state=assessing", "clock=near", "turn=to_decide"] {
        let page = another.get(&format!("/arenden?{filter}")).await;
        assert_eq!(numbers(page).len(), 0, "{filter}");
        assert!(page.texts(".kept .number").iter().all(|count| count == "(0)"), "{filter}");
    }
    assert_eq!(office.browser(REPORTER).await.get("/arenden?turn=free").await.status, 403);
}

#[tokio::test]
async fn what_is_near_and_what_has_passed_follow_the_day() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let mut decider = office.browser(DECIDER).await;
    let page = decider.get("/arenden").await;
    assert_eq!(count(page, "Att besluta"), "(1)");
    assert_eq!(count(page, "Dagen har passerat"), "(0)");
    office.world.clock.advance(TimeDelta::days(20));
    let mut decider = office.browser(DECIDER).await;
    let page = decider.get("/arenden?clock=passed").await;
    assert_eq!((numbers(page).len(), count(page, "Dagen har passerat")), (1, "(1)".to_owned()));
    assert!(page.text("tbody .late").starts_with("passerat för "), "{}", page.text("tbody"));
}

#[tokio::test]
async fn a_notice_to_ivo_that_is_proposed_after_the_decision_waits_for_the_decision_maker() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let mut decider = office.browser(DECIDER).await;
    assert_eq!(count(decider.get("/arenden").await, "Att besluta"), "(0)");
    let why = json!({ "reasons": "Det hade hänt förut." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let page = decider.get("/arenden?turn=to_decide").await;
    assert_eq!((numbers(page).len(), count(page, "Att besluta")), (1, "(1)".to_owned()));
}

#[tokio::test]
async fn what_is_only_to_be_closed_waits_for_the_decision_maker() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let mut decider = office.browser(DECIDER).await;
    office.judged(&case).await;
    let page = decider.get("/arenden?turn=to_decide").await;
    assert_eq!((numbers(page).len(), count(page, "Att besluta")), (1, "(1)".to_owned()));
    // Five working days after the Saturday.
    assert!(page.text("tbody").contains("27 nov"), "{}", page.text("tbody"));

    let why = json!({ "reasons": "Det hade hänt förut." });
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    assert_eq!(count(decider.get("/arenden").await, "Att besluta"), "(0)", "IVO is to be told first");
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &crate::ivo::form()).await.expect(200);
    let _ = office.does(DECIDER, &case, "notify-ivo", &crate::ivo::filed("2026-11-21")).await.expect(200);
    assert_eq!(count(decider.get("/arenden").await, "Att besluta"), "(1)");

    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Det har hjälpt." })).await.expect(200);
    assert_eq!(count(decider.get("/arenden").await, "Att besluta"), "(0)", "it is done");
}

#[tokio::test]
async fn the_list_is_walked_by_keys_where_there_is_script_and_is_whole_without() {
    let office = Office::open().await;
    office.reported("a").await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get("/arenden").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self'"), "{policy}");
    let script = page.attribute("script[type=module]", "src").unwrap();
    assert!(page.has("[data-keys][hidden]"), "no word of keys without script");
    assert_eq!(browser.get(&script).await.status, 200);
}
