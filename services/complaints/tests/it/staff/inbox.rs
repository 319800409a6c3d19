//! The list, and who has none.

use chrono::TimeDelta;

use super::at;
use crate::office::{MANAGER, Office};

#[tokio::test]
async fn the_nearest_target_stands_first_in_words_and_as_a_day() {
    let office = Office::open().await;
    let first = office.receives_text("a").await;
    office.world.clock.advance(TimeDelta::days(3));
    let second = office.receives_text("b").await;
    let browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody .case-number"), [first.number.clone(), second.number]);
    let targets = browser.page.texts("tbody td:nth-of-type(3)");
    assert_eq!(targets, ["passerat i går, 2026-11-23", "i morgon, 2026-11-25"]);
    assert!(browser.page.has("tbody tr:first-of-type .tag.late"));
    assert!(browser.page.has("tbody tr td:last-child .tag"), "the status stands last");
    let href = browser.page.attribute("tbody a", "href").unwrap();
    assert_eq!(href, at(&first, ""));
    assert!(!browser.page.html().contains("lagstadgad"), "an internal target is not the law's");
}

#[tokio::test]
async fn an_empty_list_says_what_happens_next() {
    let office = Office::open().await;
    let browser = office.browser(MANAGER).await;
    assert_eq!(
        browser.page.text("main .lead"),
        "Inget väntar på dig just nu. När något kommer får du ett mejl."
    );
}

#[tokio::test]
async fn somebody_without_a_role_here_is_told_where_to_go() {
    let office = Office::open().await;
    for login in ["fritidsledare-norrglimt", "utredare-1", "utan-roll"] {
        let mut browser = office.browser(login).await;
        assert_eq!(browser.page.status, 403, "{login}");
        assert_eq!(browser.page.text("h1"), "Här finns inget för dig");
        browser.get("/avslutade").await;
        assert_eq!(browser.page.status, 403);
    }
}

#[tokio::test]
async fn a_guardian_comes_to_what_they_sent_themselves_and_no_further() {
    let office = Office::open().await;
    let mut browser = office.browser("vardnadshavare-norrglimt").await;
    assert_eq!(browser.page.path, "/mina-arenden");
    browser.get("/avslutade").await;
    assert_eq!(browser.page.path, "/mina-arenden", "what staff see is not for them");
}

#[tokio::test]
async fn every_page_wants_a_log_in_and_comes_back_to_itself() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    for path in [
        "",
        "/bedom",
        "/skriv",
        "/anteckna",
        "/svara",
        "/overlamna",
        "/avsluta",
        "/led",
        "/jav",
        "/lasningar",
    ] {
        let mut visitor = office.staff.visitor();
        visitor.get(&at(&sent, path)).await;
        let address = visitor.location().unwrap();
        assert!(address.starts_with(office.world.issuer.url().as_str()), "{path}: {address}");
    }
}

#[tokio::test]
async fn pages_of_fifty_lead_on_and_back() {
    let office = Office::open().await;
    for n in 0..51 {
        office
            .receives_unregistered(
                serde_json::json!({ "text": n.to_string(), "unit_id": testkit::organisation::NORRGLIMT }),
            )
            .await;
    }
    let mut browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody tr").len(), 50);
    browser.get("/?sida=2").await;
    assert_eq!(browser.page.texts("tbody tr").len(), 1);
    assert_eq!(browser.page.attribute("a[rel=prev]", "href").as_deref(), Some("/?sida=1"));
    assert!(!browser.page.has("a[rel=next]"));
}

#[tokio::test]
async fn english_is_whole() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.staff.visitor();
    browser.headers.push(("accept-language", "en".to_owned()));
    browser.log_in(&office.world.issuer, MANAGER).await;
    assert_eq!(browser.page.text("h1"), "To do");
    for path in ["", "/bedom", "/skriv", "/anteckna", "/overlamna", "/jav", "/lasningar"] {
        browser.get(&at(&sent, path)).await;
        assert_eq!(browser.page.status, 200, "{path}");
        assert!(browser.page.has("html[lang=en]"));
        // Names, and what stands in the register, are Swedish in every language.
        let main = browser.page.text("main").replace("Klagomål, korttidstillsyn", "").replace("nämnden", "");
        assert!(!main.contains(['å', 'ä', 'ö']), "{path}: {main}");
    }
}
