//! Pages that come of a form and stand at no address of their own: the other language takes nothing from them.

use chrono::TimeDelta;
use testkit::{Browser, Shown, organisation::NORRGLIMT};

use super::{at, begins_inquiry, many_eyes::overtaken_by_the_sender, opened};
use crate::office::{MANAGER, Office};

/// A link to another language leads back by GET, where what was sent is gone.
fn has_no_links_back(page: &Shown) {
    assert!(!page.has("a[href^='/sprak']"), "{}", page.html());
}

/// Chooses English where the page stands.
async fn switches(browser: &mut Browser) {
    has_no_links_back(&browser.page);
    assert!(browser.page.has("button[form=form][name=switch_language][value=en]"));
    browser.submit("", &[("switch_language", "en")]).await;
    assert_eq!(browser.page.status, 200);
    assert!(browser.page.has("html[lang=en]"));
}

#[tokio::test]
async fn the_answer_is_looked_at_in_another_language_and_sent_as_it_was_written() {
    let (office, sent, mut browser) = opened("a").await;
    begins_inquiry(&mut browser, &sent).await;
    browser.get(&at(&sent, "/svara")).await;
    let answer = [("text", "Nu går bussen."), ("youth_heard", "Hen har frågats.")];
    browser.submit(&at(&sent, "/svara"), &answer).await;
    switches(&mut browser).await;
    assert!(browser.page.text(".seen").contains("Nu går bussen."), "still as the sender will see it");
    browser.submit("", &[("step", "send")]).await;
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["messages"][1]["text"], "Nu går bussen.");
}

#[tokio::test]
async fn who_came_second_keeps_their_own_words_in_another_language() {
    let (_office, mut browser) = overtaken_by_the_sender().await;
    switches(&mut browser).await;
    assert_eq!(browser.page.text("textarea"), "Min anteckning.");
    assert!(browser.page.text(".dialogue").contains("Något nytt."), "what came first stands beside it");
    browser.submit("", &[]).await;
    assert_eq!(browser.page.status, 200);
    assert!(browser.page.text("main").contains("Min anteckning."));
}

#[tokio::test]
async fn who_came_too_late_keeps_their_own_words_in_another_language() {
    let (office, sent, mut first) = opened("a").await;
    begins_inquiry(&mut first, &sent).await;
    let mut second = office.browser(MANAGER).await;
    for browser in [&mut first, &mut second] {
        browser.get(&at(&sent, "/svara")).await;
        browser.submit(&at(&sent, "/svara"), &[("text", "Ett svar."), ("youth_heard", "Ja.")]).await;
    }
    for browser in [&mut first, &mut second] {
        browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    }
    assert_eq!(second.page.status, 409);
    switches(&mut second).await;
    assert_eq!(second.page.text("textarea#text"), "Ett svar.");
    assert_eq!(second.page.text("textarea#youth_heard"), "Ja.");
}

#[tokio::test]
async fn what_is_shown_once_has_no_way_to_another_language_that_would_lose_it() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get("/nytt").await;
    let unit = NORRGLIMT.to_string();
    let call = [("channel", "phone"), ("told_at", "9.15"), ("text", "b"), ("unit_id", unit.as_str())];
    browser.submit("/nytt", &call).await;
    assert!(browser.page.has(".receipt-code .code"));
    assert!(!browser.page.has(".languages"), "the code");

    browser.get("/").await;
    browser.send("/flera", &[("do", "remind")]).await;
    assert!(!browser.page.has(".languages"), "what became of several matters");

    begins_inquiry(&mut browser, &sent).await;
    let csrf = browser.page.attribute("input[name=csrf]", "value").unwrap();
    let pressed = format!("csrf={csrf}&version=1");
    browser.post(&at(&sent, "/utred"), "application/x-www-form-urlencoded", pressed).await;
    assert_eq!(browser.page.status, 409);
    assert!(!browser.page.has(".languages"), "why a button did nothing");

    browser.get(&at(&sent, "/skriv")).await;
    office.world.clock.advance(TimeDelta::hours(9));
    browser.send(&at(&sent, "/skriv"), &[("text", "Ett genomtänkt svar.")]).await;
    assert_eq!(
        (browser.page.status.as_u16(), browser.page.text(".notice")),
        (401, "Ett genomtänkt svar.".into())
    );
    assert!(!browser.page.has(".languages"), "what was kept");
}

#[tokio::test]
async fn a_form_that_was_too_old_has_no_way_that_would_lose_what_was_written() {
    let office = Office::open().await;
    let mut visitor = office.public.visitor();
    visitor.get("/mitt-arende").await;
    let body = "csrf=old&code=TRE+ORD+TILL";
    visitor.post("/mitt-arende", "application/x-www-form-urlencoded", body).await;
    assert_eq!(visitor.page.status, 422);
    has_no_links_back(&visitor.page);
}
