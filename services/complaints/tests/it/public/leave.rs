//! Leaving in a hurry.

use super::Sender;

const PAGES: [&str; 9] = [
    "/",
    "/klagomal/handelse",
    "/klagomal/verksamhet",
    "/klagomal/vem",
    "/klagomal/filer",
    "/klagomal/kontakt",
    "/klagomal/kontrollera",
    "/mitt-arende",
    "/sekretess",
];

#[tokio::test]
async fn every_page_has_the_way_out() {
    let mut sender = Sender::has_told("a").await;
    for path in PAGES {
        let page = sender.get(path).await;
        assert_eq!(page.attribute("a.exit", "href").as_deref(), Some("/lamna"), "{path}");
        assert_eq!(page.text("a.exit"), "Lämna sidan snabbt");
    }
    assert!(sender.get("/finns-inte").await.has("a.exit"), "an error page too");
}

#[tokio::test]
async fn leaving_leads_to_a_neutral_site_and_leaves_no_draft_and_no_cookie() {
    let mut sender = Sender::has_told("Hemligt som ingen får se.").await;
    sender.get("/lamna").await;
    assert_eq!(sender.page().status, 303);
    assert_eq!(sender.browser.location().as_deref(), Some("https://www.smhi.se/"));
    assert_eq!(sender.page().headers["cache-control"], "no-store");
    let stored = testkit::everything_stored(&sender.standing.ground.database).await;
    assert!(!stored.iter().any(|(column, _)| column.starts_with("draft.")), "the draft is gone");
    assert_eq!(sender.get("/klagomal/handelse").await.status, 410);
}

#[tokio::test]
async fn leaving_closes_a_matter_that_was_open() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    sender.get("/lamna").await;
    assert_eq!(sender.get("/kvitto").await.status, 404, "the receipt is not shown to whoever comes next");
    assert_eq!(sender.get("/mitt-arende/dialog").await.path, "/mitt-arende");
}

#[tokio::test]
async fn a_link_on_another_site_takes_nothing_away() {
    let mut sender = Sender::has_told("Kvar.").await;
    sender.browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    sender.get("/lamna").await;
    assert_eq!(sender.page().status, 303);
    sender.browser.headers.clear();
    assert_eq!(sender.get("/klagomal/handelse").await.text("textarea"), "Kvar.");
}
