//! Forms that are not as they should be: a clear error, and nothing that was written is lost.

use chrono::TimeDelta;
use testkit::Browser;

use crate::office::{DECIDER, Office, REPORTER};

async fn writing(office: &Office) -> Browser {
    let mut browser = office.browser(REPORTER).await;
    browser.get("/rapportera").await;
    browser
}

async fn reports(browser: &mut Browser) -> usize {
    browser.get("/").await.texts("section[aria-labelledby=own] tbody tr").len()
}

#[tokio::test]
async fn a_faulty_form_comes_back_with_everything_in_it() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let fields = [
        ("text", " "),
        ("happened", "other"),
        ("happened_when", "i tisdags"),
        ("acted", "Vi ringde."),
        ("concerns_manager", "yes"),
    ];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text("title").starts_with("Fel: "));
    assert_eq!(page.attribute(".error-summary a", "href").as_deref(), Some("#text"));
    assert_eq!(page.attribute("textarea#text", "aria-describedby").as_deref(), Some("text-hint text-error"));
    assert_eq!(page.attribute("#happened_when", "value").as_deref(), Some("i tisdags"));
    assert_eq!(page.exact_text("#acted").trim_start(), "Vi ringde.");
    assert!(page.has("#concerns_manager[checked]") && page.has("[name=happened][value=other][checked]"));
    let page = browser.submit("", &[("text", "Nu står det något.")]).await;
    assert_eq!(page.text("h1"), "Rapporten är mottagen");
}

#[tokio::test]
async fn a_database_that_is_gone_costs_nobody_their_words() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    office.service.ground.database.clone().close().await;
    let page = browser.send("", &[("text", "Grinden stod öppen.")]).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (503, "Det du skrev är kvar"));
    assert_eq!(page.texts(".notice"), ["Grinden stod öppen."]);
    let page = browser.send("", &[]).await;
    assert_eq!(page.texts(".notice"), ["Grinden stod öppen."], "it can be sent again as it stands");
}

#[tokio::test]
async fn a_text_far_too_long_is_kept_and_can_be_shortened() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let page = browser.submit("", &[("text", &"å".repeat(200_000))]).await;
    assert_eq!(page.status, 422);
    assert!(page.text(".error-summary").contains("200000") && page.text(".error-summary").contains("20000"));
    assert_eq!(page.exact_text("textarea#text").trim_start().chars().count(), 200_000);
    let page = browser.submit("", &[("text", &"å".repeat(20_000))]).await;
    assert_eq!(page.status, 200);
}

#[tokio::test]
async fn control_characters_are_taken_out_and_shown_so_that_sending_again_works() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    assert_eq!(browser.submit("", &[("text", "a\u{0}b\u{7}c")]).await.status, 422);
    assert_eq!(browser.page.exact_text("textarea#text").trim_start(), "abc");
    let page = browser.submit("", &[]).await;
    assert_eq!(page.exact_text(".words"), "abc");
}

#[tokio::test]
async fn every_alphabet_direction_and_emoji_is_kept() {
    let office = Office::open().await;
    for text in [
        "مرحبا \u{202e}abc",
        "👩‍👧‍👦\tok",
        "  indrag\n\n\nrader",
        "<script>alert(1)</script>&amp;",
        "\u{feff}bom",
    ] {
        let mut browser = writing(&office).await;
        assert_eq!(browser.submit("", &[("text", text)]).await.exact_text(".words"), text);
        assert!(!browser.page.html().contains("<script>"));
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_report() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let mut again = browser.clone();
    let first = browser.submit("", &[("text", "En rapport.")]).await.path.clone();
    assert_eq!(again.submit("", &[("text", "En rapport.")]).await.path, first);
    assert_eq!(reports(&mut browser).await, 1);
}

#[tokio::test]
async fn another_text_from_the_same_form_asks_first() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let mut back = browser.clone();
    browser.submit("", &[("text", "En rapport.")]).await;
    let page = back.submit("", &[("text", "En annan rapport.")]).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.exact_text("textarea#text").trim_start(), "En annan rapport.");
    assert_eq!(back.submit("", &[]).await.text("h1"), "Rapporten är mottagen", "sent again it is a new one");
    assert_eq!(reports(&mut back).await, 2);
}

#[tokio::test]
async fn a_session_that_ends_while_somebody_writes_keeps_the_text() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    office.world.clock.advance(TimeDelta::minutes(31));
    let page = browser.submit("", &[("text", "Jag skrev länge på det här.")]).await;
    assert_eq!(page.status, 401);
    assert!(page.text("main").contains("Jag skrev länge på det här."));
    let mut other_tab = browser.clone();
    other_tab.log_in(&office.world.issuer, REPORTER).await;
    // The new tab's log-in is the same browser's.
    let kept = browser.page.clone();
    browser = other_tab;
    browser.page = kept;
    let page = browser.submit("", &[]).await;
    assert_eq!(page.exact_text(".words"), "Jag skrev länge på det här.");
}

#[tokio::test]
async fn a_decision_asks_for_a_fresh_log_in_and_keeps_the_text() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let path = format!("/arenden/{case}/besluta");
    let mut browser = office.browser(DECIDER).await;
    office.world.clock.advance(TimeDelta::minutes(6));
    let page = browser.get(&path).await;
    assert_eq!(page.attribute(".notice a", "href"), Some(format!("/logga-in?next={path}&fresh=1")));
    let fields =
        [("grade", "misconduct"), ("reasons", "Mina skäl för detta."), ("ivo", "no"), ("delegation", "7.4")];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 401);
    assert!(page.text("main").contains("Mina skäl för detta."));
    let kept = browser.page.clone();
    browser.log_in_to(&office.world.issuer, DECIDER, &path).await;
    browser.page = kept;
    let page = browser.submit("", &[]).await;
    assert_eq!(page.status, 200);
    assert!(page.text("main").contains("Mina skäl för detta."));
}

#[tokio::test]
async fn changing_the_language_keeps_what_is_written() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let page =
        browser.submit("", &[("text", "Halvfärdig"), ("acted", "Inget"), ("switch_language", "en")]).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Report");
    assert_eq!(page.exact_text("textarea#text").trim_start(), "Halvfärdig");
    assert_eq!(page.text(".person bdi"), "Filip Provsson", "still logged in");
    let page = browser.submit("", &[]).await;
    assert_eq!(page.text("h1"), "The report has been received", "the language is remembered");
}

#[tokio::test]
async fn forms_that_are_not_ours_are_refused() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let kind = "application/x-www-form-urlencoded";
    for (body, status) in
        [("text=a&repeat=x", 422), ("csrf=wrong&text=a&repeat=x", 422), ("csrf=&text=%FF", 400)]
    {
        assert_eq!(browser.post("/rapportera", kind, body).await.status.as_u16(), status, "{body}");
    }
    assert_eq!(browser.post("/rapportera", "text/plain", "a").await.status, 415);
    browser.get("/rapportera").await;
    assert_eq!(browser.submit("", &[("text", "a"), ("severity", "4")]).await.status, 400, "an unknown field");
    browser.get("/rapportera").await;
    assert_eq!(browser.submit("", &[("text", "a"), ("unit_id", "annan")]).await.status, 422);
    browser.get("/rapportera").await;
    browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(browser.submit("", &[("text", "a")]).await.status, 403);
    browser.headers.clear();
    assert_eq!(reports(&mut browser).await, 0);
}
