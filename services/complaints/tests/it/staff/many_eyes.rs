//! Several people at one complaint.

use serde_json::json;

use super::{ORDINARY, at, begins_inquiry, opened, triages};
use crate::office::{MANAGER, Office};

#[tokio::test]
async fn the_second_to_answer_sees_both_and_keeps_their_own() {
    let (office, sent, mut first) = opened("a").await;
    begins_inquiry(&mut first, &sent).await;
    let mut second = office.browser(MANAGER).await;
    for (browser, text) in [(&mut first, "Det första svaret."), (&mut second, "Det andra svaret.")] {
        browser.get(&at(&sent, "/svara")).await;
        browser.submit(&at(&sent, "/svara"), &[("text", text)]).await;
    }
    first.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    second.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    assert_eq!(second.page.status, 409);
    let versions = second.page.texts(".versions .words");
    assert_eq!(versions, ["Det första svaret.", "Det andra svaret."]);
    // It is answered; their own text can go as a message.
    second.submit(&at(&sent, "/skriv"), &[]).await;
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["messages"][1]["kind"], "answer");
    assert_eq!(seen["messages"][2]["kind"], "message");
    assert_eq!(seen["messages"][2]["text"], "Det andra svaret.");
    assert_eq!(seen["messages"].as_array().unwrap().len(), 3);
}

/// Somebody has sent a note, and the sender wrote before it.
pub async fn overtaken_by_the_sender() -> (Office, testkit::Browser) {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/anteckna")).await;
    let reply = json!({ "receipt": sent.receipt, "text": "Något nytt." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Min anteckning.")]).await;
    assert_eq!(browser.page.status, 409);
    (office, browser)
}

#[tokio::test]
async fn somebody_who_writes_while_the_sender_does_sees_it_and_sends_with_one_press() {
    let (_office, mut browser) = overtaken_by_the_sender().await;
    assert_eq!(browser.page.texts(".versions .words"), ["Något nytt.", "Min anteckning."]);
    browser.submit("", &[]).await;
    assert_eq!(browser.page.text(".notice.good"), "Anteckningen är sparad.");
}

#[tokio::test]
async fn the_same_button_pressed_twice_does_it_once() {
    let (office, sent, mut browser) = opened("a").await;
    triages(&mut browser, &sent, &ORDINARY).await;
    let page = browser.page.clone();
    browser.submit(&at(&sent, "/utred"), &[]).await;
    browser.page = page;
    browser.submit(&at(&sent, "/utred"), &[]).await;
    assert_eq!(browser.page.status, 409);
    let traces = office.program(MANAGER).get(&format!("/api/v1/complaints/{}/readings", sent.id)).await;
    let traces = traces.json["traces"].as_array().unwrap().clone();
    assert_eq!(traces.iter().filter(|trace| trace["action"] == "start_inquiry").count(), 1);
}

#[tokio::test]
async fn a_judgement_pressed_twice_is_one_and_asks_nothing_more() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/bedom")).await;
    let page = browser.page.clone();
    browser.submit(&at(&sent, "/bedom"), &ORDINARY).await;
    browser.page = page;
    browser.submit(&at(&sent, "/bedom"), &ORDINARY).await;
    assert_eq!(browser.page.status, 409, "somebody was first, and it says who");
    assert!(!browser.page.has("textarea[name=reason]"));
    assert_eq!(office.reads(MANAGER, &sent).await.json["judged_before"], serde_json::json!([]));
}

#[tokio::test]
async fn a_matter_moved_to_another_unit_is_gone_from_here_and_the_list_says_so() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/flytta")).await;
    let form = browser.page.clone();
    let moves =
        [("unit", testkit::organisation::STJARNVRET.to_string()), ("reason", "Fel enhet.".to_owned())];
    let moves: Vec<_> = moves.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.submit(&at(&sent, "/flytta"), &moves).await;
    assert_eq!(browser.page.text(".notice.good"), "Ärendet är flyttat.");
    browser.page = form;
    browser.submit(&at(&sent, "/flytta"), &moves).await;
    assert_eq!(browser.page.status, 200, "pressed twice");
    assert_eq!(
        office.reads("rektor-stjarnvret", &sent).await.expect(200).json["content"]["journal"][0]["text"],
        "Fel enhet."
    );
}

#[tokio::test]
async fn a_principal_reads_along_and_is_told_who_handles_it() {
    let (office, sent, _) = opened("a").await;
    let mut browser = office.browser("rektor-norrglimt").await;
    browser.get(&at(&sent, "")).await;
    assert_eq!(browser.page.text(".notice h2"), "Någon annan handlägger ärendet");
    let choices = browser.page.texts(".choices li");
    assert_eq!(
        choices,
        ["Rapportera missförhållande", "Påminn den som ärendet ligger hos", "Ta bort någon som är jävig"]
    );
    browser.get(&at(&sent, "/bedom")).await;
    assert_eq!(browser.page.path, at(&sent, ""));
    let csrf = browser.page.attribute("input[name=csrf]", "value").unwrap();
    let body = format!("csrf={csrf}&version=2&text=hej");
    browser.post(&at(&sent, "/skriv"), "application/x-www-form-urlencoded", body).await;
    assert_eq!(browser.page.status, 403);
}

#[tokio::test]
async fn whoever_is_taken_off_finds_nothing_and_the_principal_goes_on() {
    let (office, sent, mut manager) = opened("a").await;
    let mut principal = office.browser("rektor-norrglimt").await;
    principal.get(&at(&sent, "/jav")).await;
    let whom = testkit::organisation::person(MANAGER).to_string();
    principal.submit(&at(&sent, "/jav"), &[]).await;
    assert_eq!(principal.page.status, 422);
    principal.submit(&at(&sent, "/jav"), &[("person", &whom)]).await;
    assert_eq!(principal.page.text(".notice.good"), "Personen kommer inte längre åt ärendet.");
    assert_eq!(principal.page.text(".notice:not(.good) h2"), "Nästa steg: bedöm ärendet");
    manager.get(&at(&sent, "")).await;
    assert_eq!(manager.page.status, 404);
    manager.get("/").await;
    assert!(!manager.page.html().contains(&sent.number));
}

#[tokio::test]
async fn one_can_take_oneself_off() {
    let (_office, sent, mut manager) = opened("a").await;
    manager.get(&at(&sent, "/jav")).await;
    let whom = testkit::organisation::person(MANAGER).to_string();
    manager.submit(&at(&sent, "/jav"), &[("person", &whom)]).await;
    assert_eq!(manager.page.path, "/");
    assert_eq!(manager.page.status, 200);
    assert!(!manager.page.html().contains(&sent.number));
}

#[tokio::test]
async fn not_theirs_and_not_there_look_alike() {
    let (office, sent, _) = opened("a").await;
    let mut browser = office.browser("rektor-stjarnvret").await;
    let mut pages = Vec::new();
    for id in [sent.id.clone(), kernel::Uuid::now_v7().to_string(), "hej".to_owned()] {
        for path in ["", "/bedom", "/svara", "/lasningar", "/jav"] {
            browser.get(&format!("/arenden/{id}{path}")).await;
            assert_eq!(browser.page.status, 404, "{id}{path}");
            pages.push(browser.page.text("main"));
        }
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
}
