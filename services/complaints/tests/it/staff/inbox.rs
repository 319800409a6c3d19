//! The list, and who has none.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{
    Browser,
    organisation::{NORRGLIMT, STJARNVRET},
};

use super::{ORDINARY, at};
use crate::office::{MANAGER, Office, closing, inquired, ordinary};

#[tokio::test]
async fn the_nearest_target_stands_first_in_words_and_as_a_day() {
    let office = Office::open().await;
    let first = office.receives_text("a").await;
    office.world.clock.advance(TimeDelta::days(3));
    let second = office.receives_text("b").await;
    let browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody .case-number"), [first.number.clone(), second.number]);
    let targets = browser.page.texts("tbody td[data-label='Närmaste dag']");
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
    for login in ["utredare-1", "beslutsfattare", "utan-roll"] {
        let mut browser = office.browser(login).await;
        assert_eq!(browser.page.status, 403, "{login}");
        assert_eq!(browser.page.text("h1"), "Här finns inget för dig");
        browser.get("/avslutade").await;
        assert_eq!(browser.page.status, 403);
    }
}

/// A mail about a breach leads them here.
#[tokio::test]
async fn the_data_protection_officer_is_told_why_they_read_no_matter_and_whom_to_ask() {
    let office = Office::open().await;
    let browser = office.browser("dataskyddsombud").await;
    assert_eq!(browser.page.status, 200);
    let said = browser.page.text("main");
    assert!(said.contains("Ring registratorn och säg ärendets nummer"), "{said}");
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
        office.receives_unregistered(json!({ "text": n.to_string(), "unit_id": NORRGLIMT })).await;
    }
    let mut browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody tr").len(), 50);
    let first = browser.page.texts("tbody .case-number");
    assert!(!browser.page.has("a[rel=prev]"));
    let next = browser.page.attribute("a[rel=next]", "href").unwrap();
    browser.get(&next).await;
    let last = browser.page.texts("tbody .case-number");
    assert_eq!(last.len(), 1);
    let matter = browser.page.attribute("tbody a", "href").unwrap();
    assert_eq!(browser.clone().get(&matter).await.attribute(".back", "href"), Some(next));
    assert!(!first.contains(&last[0]));
    assert!(!browser.page.has("a[rel=next]"));
    let back = browser.page.attribute("a[rel=prev]", "href").unwrap();
    browser.get(&back).await;
    assert_eq!(browser.page.texts("tbody .case-number"), first);
    assert!(!browser.page.has("a[rel=prev]"));
    browser.get("/?after=hej&before=2026-11-23.hej").await;
    assert_eq!(browser.page.texts("tbody .case-number"), first, "what is no place is the beginning");
}

#[tokio::test]
async fn a_matter_without_a_clock_comes_last_and_the_laws_clock_comes_before_our_own() {
    let office = Office::open().await;
    let (answered, breach, plain) =
        (office.receives_text("a").await, office.receives_text("b").await, office.receives_text("c").await);
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ] {
        let _ = office.does(MANAGER, &answered, verb, &body).await.expect(204);
    }
    let mut triage = ordinary();
    triage["data_breach"] = true.into();
    let _ = office.does(MANAGER, &breach, "triage", &triage).await.expect(204);
    let browser = office.browser(MANAGER).await;
    assert_eq!(browser.page.texts("tbody .case-number"), [plain.number, breach.number, answered.number]);
    assert_eq!(
        browser.page.texts("tbody td[data-label='Närmaste dag']"),
        ["om 2 dagar, 2026-11-23", "Anmäl till IMY: om 3 dagar, 2026-11-24", "Inget mål kvar"]
    );
}

#[tokio::test]
async fn a_filter_stands_in_the_address_and_each_part_of_it_can_be_taken_away() {
    let office = Office::open().await;
    let (judged, new) = (office.receives_text("a").await, office.receives_text("b").await);
    let _ = office.does(MANAGER, &judged, "triage", &ordinary()).await.expect(204);
    let _ = office.does(MANAGER, &judged, "start-inquiry", &Value::Null).await.expect(204);
    let mut browser = office.browser(MANAGER).await;
    for (filter, found) in [
        ("state=inquiry", vec![&judged]),
        ("state=registered", vec![&new]),
        ("category=COORDINATION_EXTERNAL", vec![&judged]),
        ("category=THREAT", vec![]),
        ("whose=mine", vec![&judged]),
        ("whose=nobodys", vec![&new]),
        ("clock=near", vec![&new]),
        ("clock=passed", vec![]),
        ("channel=api", vec![&new, &judged]),
        ("channel=phone", vec![]),
        (&format!("unit={NORRGLIMT}"), vec![&new, &judged]),
        (&format!("unit={STJARNVRET}"), vec![]),
        ("state=hej&name=Leo", vec![&new, &judged]),
        ("state=inquiry&whose=mine", vec![&judged]),
    ] {
        browser.get(&format!("/?{filter}")).await;
        let numbers: Vec<_> = found.iter().map(|sent| sent.number.clone()).collect();
        assert_eq!(browser.page.texts("tbody .case-number"), numbers, "{filter}");
        if found.is_empty() {
            assert_eq!(
                browser.page.text("main .lead"),
                "Inget ärende passar filtret. Ta bort något av det du valt."
            );
        }
    }
    assert_eq!(browser.page.texts(".chips a").len(), 2);
    assert_eq!(browser.page.attribute(".chips a", "href").as_deref(), Some("/?whose=mine"));
    assert!(!browser.page.html().contains("name=Leo"), "what is no filter is not repeated");
}

fn back(browser: &Browser) -> String {
    browser.page.attribute(".back", "href").unwrap()
}

#[tokio::test]
async fn the_way_back_from_a_matter_leads_to_the_list_with_its_filter_whatever_was_done() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.staff.visitor();
    browser.log_in_to(&office.world.issuer, MANAGER, &at(&sent, "")).await;
    assert_eq!(back(&browser), "/", "from a mail: no list was seen");

    browser.get("/?whose=nobodys&state=registered&name=Leo").await;
    let list = "/?state=registered&whose=nobodys";
    browser.get(&at(&sent, "")).await;
    assert_eq!(back(&browser), list, "what is no filter is not repeated");
    browser.get(&at(&sent, "/bedom")).await;
    browser.submit(&at(&sent, "/bedom"), &ORDINARY).await;
    assert_eq!(back(&browser), list);
    browser.submit(&at(&sent, "/utred"), &[]).await;
    assert_eq!((browser.page.path.as_str(), back(&browser).as_str()), (at(&sent, "").as_str(), list));
    browser.get("/avslutade?category=THREAT").await;
    browser.get(&at(&sent, "")).await;
    assert_eq!(back(&browser), "/avslutade?category=THREAT");
}

#[tokio::test]
async fn the_list_keeps_its_filter_when_several_are_done_at_once_and_when_one_is_moved() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.browser(MANAGER).await;
    let list = "/?state=registered";
    browser.get(list).await;
    browser.submit("/flera", &[("do", "remind")]).await;
    assert_eq!(back(&browser), list);
    browser.get(&at(&sent, "/flytta")).await;
    let unit = STJARNVRET.to_string();
    browser.submit(&at(&sent, "/flytta"), &[("unit", &unit), ("reason", "Fel enhet.")]).await;
    assert_eq!(browser.page.text(".notice.good"), "Ärendet är flyttat.");
    assert_eq!(browser.page.texts(".chips a").len(), 1);
}

#[tokio::test]
async fn the_way_back_never_leads_to_another_site_nor_to_what_whoever_logged_out_looked_at() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.staff.visitor();
    browser.headers.push(("cookie", "complaints-list=//evil.example/".to_owned()));
    browser.log_in_to(&office.world.issuer, MANAGER, &at(&sent, "")).await;
    assert_eq!(back(&browser), "/");

    browser.headers.clear();
    browser.get("/?whose=mine").await;
    browser.send("/logga-ut", &[]).await;
    browser.log_in_to(&office.world.issuer, "rektor-norrglimt", &at(&sent, "")).await;
    assert_eq!(back(&browser), "/");
}

#[tokio::test]
async fn a_saved_filter_is_ones_own_and_counts_what_it_finds_now() {
    let office = Office::open().await;
    office.receives_text("a").await;
    let mut browser = office.browser(MANAGER).await;
    assert!(!browser.page.has(".kept"));
    browser.get("/?whose=nobodys&state=registered").await;
    browser.submit("/filter", &[("do", "save")]).await;
    assert_eq!(browser.page.texts(".kept a"), ["Registrerat, Ingen handlägger (1)"]);
    assert_eq!(
        browser.page.attribute(".kept a", "href").as_deref(),
        Some("/?state=registered&whose=nobodys")
    );
    let mut principal = office.browser("rektor-norrglimt").await;
    principal.get("/").await;
    assert!(!principal.page.has(".kept"), "nobody else's");
    office.receives_text("b").await;
    browser.get("/").await;
    assert_eq!(browser.page.texts(".kept a"), ["Registrerat, Ingen handlägger (2)"]);
    browser.get("/?state=registered&whose=nobodys").await;
    browser.submit("/filter", &[("do", "forget")]).await;
    assert!(!browser.page.has(".kept"));
    browser.submit("/filter", &[("do", "save"), ("filter", "name=Leo")]).await;
    assert_eq!(browser.page.status, 400, "only what is a filter is kept");
}

#[tokio::test]
async fn a_filter_that_is_shared_is_there_for_those_at_the_unit_and_counts_what_each_may_see() {
    let office = Office::open().await;
    office.receives_text("a").await;
    let mut manager = office.browser(MANAGER).await;
    manager.get("/?state=registered").await;
    manager.submit("/filter", &[("do", "share")]).await;
    assert_eq!(manager.page.texts(".kept a"), ["Registrerat (1)"], "it is kept too");
    let mut principal = office.browser("rektor-norrglimt").await;
    principal.get("/").await;
    assert_eq!(principal.page.texts(".kept h2"), ["Filter som kollegor delar"]);
    assert_eq!(principal.page.texts(".kept a"), ["Registrerat (1)"]);
    assert_eq!(principal.page.texts(".kept bdi"), ["Maja Provsson"]);
    for elsewhere in ["gruppchef-stjarnvret", "registrator"] {
        let mut browser = office.browser(elsewhere).await;
        browser.get("/").await;
        assert!(!browser.page.has(".kept"), "{elsewhere}");
    }
    // Who keeps it already sees it once.
    principal.get("/?state=registered").await;
    principal.submit("/filter", &[("do", "save")]).await;
    assert_eq!(principal.page.texts(".kept a"), ["Registrerat (1)"]);
    principal.submit("/filter", &[("do", "forget")]).await;
    manager.get("/?state=registered").await;
    manager.submit("/filter", &[("do", "unshare")]).await;
    assert_eq!(manager.page.texts(".kept a"), ["Registrerat (1)"], "one's own stays");
    principal.get("/").await;
    assert!(!principal.page.has(".kept"), "and nobody else has it");
    manager.get("/?state=registered").await;
    manager.submit("/filter", &[("do", "share")]).await;
    manager.submit("/filter", &[("do", "forget")]).await;
    principal.get("/").await;
    assert!(!principal.page.has(".kept"), "what is dropped is dropped for all");
}

#[tokio::test]
async fn what_is_closed_stands_newest_first_and_is_filtered_too() {
    let office = Office::open().await;
    let mut numbers = Vec::new();
    for text in ["a", "b"] {
        let sent = office.receives_text(text).await;
        let mut praise = ordinary();
        (praise["severity"], praise["category"]) = (0.into(), "PRAISE".into());
        for (verb, body) in [("triage", praise), ("no-complaint", Value::Null), ("close", closing())] {
            let _ = office.does(MANAGER, &sent, verb, &body).await.expect(204);
        }
        numbers.insert(0, sent.number);
    }
    let mut browser = office.browser(MANAGER).await;
    assert!(!browser.page.has("tbody"));
    browser.get("/avslutade").await;
    assert_eq!(browser.page.texts("tbody .case-number"), numbers);
    assert!(!browser.page.has("select[name=clock]"), "what is closed has no clock");
    browser.get("/avslutade?category=THREAT").await;
    assert!(!browser.page.has("tbody"));
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
