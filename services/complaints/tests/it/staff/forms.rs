//! Every verb's form at the desk: empty, faulty, filled in, in both languages.

use super::{FOUND, ORDINARY, at, begins_inquiry, inquires, judged, opened, triages};
use crate::office::{MANAGER, Office, Sent};
use testkit::Browser;

/// What stands in a page when a text is missing: its key.
fn shows_no_key(browser: &Browser, path: &str) {
    let raw = browser.page.text("main");
    let key = raw.split_whitespace().find(|word| {
        word.matches('-').count() >= 1
            && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && word.split('-').all(|part| part.len() > 1)
            && ["lex-sarah", "e-mail", "data-protection", "short-term"].iter().all(|known| *known != *word)
    });
    assert_eq!(key, None, "{path}");
}

async fn walks(browser: &mut Browser, sent: &Sent, path: &str, faults: usize) {
    browser.get(&at(sent, path)).await;
    assert_eq!(browser.page.path, at(sent, path), "it is the time for it");
    shows_no_key(browser, path);
    browser.send(&at(sent, path), &[]).await;
    assert_eq!(browser.page.status, 422, "{path}");
    assert_eq!(
        browser.page.texts(".error-summary li").len(),
        faults,
        "{path}: {}",
        browser.page.text("main")
    );
    shows_no_key(browser, path);
    for href in browser.page.texts(".error-summary a") {
        assert!(!href.is_empty());
    }
}

/// The forms of each stage, and how many faults an emptied one has.
async fn every_form(office: &Office, sent: &Sent, browser: &mut Browser) {
    triages(browser, sent, &judged(&[("threat", "yes")])).await;
    browser.get(&at(sent, "/plikt")).await;
    for (path, faults) in [("/plikt", 2), ("/vidare", 4), ("/dela", 3), ("/sammanfor", 2), ("/senare", 1)] {
        walks(browser, sent, path, faults).await;
    }
    browser.get(&at(sent, "/plikt")).await;
    let duty = [("duty", "threat"), ("outcome", "names_withheld"), ("note", "a")];
    browser.submit(&at(sent, "/plikt"), &duty).await;
    assert_eq!(browser.page.status, 200, "{}", browser.page.text("main"));
    browser.submit(&at(sent, "/utred"), &[]).await;
    walks(browser, sent, "/utredning", 5).await;
    walks(browser, sent, "/flytta", 2).await;
    browser.get(&at(sent, "/utredning")).await;
    browser.submit(&at(sent, "/utredning"), &FOUND).await;
    browser.get(&at(sent, "/svara")).await;
    browser.submit(&at(sent, "/svara"), &[("text", "a")]).await;
    browser.submit(&at(sent, "/svara"), &[("step", "send")]).await;
    walks(browser, sent, "/avsluta", 4).await;
    walks(browser, sent, "/atgarder", 1).await;
    browser.get(&at(sent, "/atgarder")).await;
    browser.submit(&at(sent, "/atgarder"), &[("what", "Ny lista.")]).await;
    assert_eq!(browser.page.status, 200, "what is suggested will do");
    walks(browser, sent, "/effekt", 1).await;
    browser.get(&at(sent, "/effekt")).await;
    browser.submit(&at(sent, "/effekt"), &[("effect", "Den hjälpte.")]).await;
    browser.get(&at(sent, "/avsluta")).await;
    let end = [("measures", "a"), ("routine_reviewed", "no"), ("routine_why", "b"), ("feedback", "c")];
    browser.submit(&at(sent, "/avsluta"), &end).await;
    assert_eq!(office.dialogue(sent).await["status"], "closed");
    walks(browser, sent, "/oppna", 3).await;
    browser.get(&at(sent, "")).await;
    shows_no_key(browser, "the page of the matter");
}

#[tokio::test]
async fn every_form_says_what_is_missing_beside_it_and_takes_what_is_filled_in() {
    let (office, sent, mut browser) = opened("a").await;
    every_form(&office, &sent, &mut browser).await;
    let main = browser.page.text("main");
    assert!(main.contains("Ny lista.") && main.contains("Den hjälpte."));
}

#[tokio::test]
async fn the_forms_are_whole_in_english() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.staff.visitor();
    browser.headers.push(("accept-language", "en".to_owned()));
    browser.log_in(&office.world.issuer, MANAGER).await;
    every_form(&office, &sent, &mut browser).await;
}

#[tokio::test]
async fn a_form_keeps_what_was_typed_when_the_language_changes_and_takes_no_field_it_does_not_have() {
    let (_office, sent, mut browser) = opened("a").await;
    triages(&mut browser, &sent, &ORDINARY).await;
    browser.get(&at(&sent, "/vidare")).await;
    let typed = [("text", "Ring stadsdelen."), ("to", "school"), ("switch_language", "en")];
    browser.submit(&at(&sent, "/vidare"), &typed).await;
    assert!(browser.page.has("html[lang=en]"));
    assert_eq!(browser.page.exact_text("textarea#text").trim(), "Ring stadsdelen.");
    assert!(browser.page.has("input[name=to][value=school][checked]"));
    browser.send(&at(&sent, "/vidare"), &[("grade", "SERIOUS")]).await;
    assert_eq!(browser.page.status, 400);
}

#[tokio::test]
async fn the_second_of_two_sees_what_happened_and_keeps_what_they_wrote() {
    let (office, sent, mut first) = opened("a").await;
    begins_inquiry(&mut first, &sent).await;
    let mut second = office.browser(MANAGER).await;
    second.get(&at(&sent, "/senare")).await;
    first.get(&at(&sent, "/anteckna")).await;
    first.submit(&at(&sent, "/anteckna"), &[("text", "Något hann före.")]).await;
    second.submit(&at(&sent, "/senare"), &[("text", "Det dröjer till fredag.")]).await;
    assert_eq!(second.page.status, 409);
    assert!(second.page.text("main").contains("Det dröjer till fredag."));
    second.submit(&at(&sent, "/senare"), &[]).await;
    assert_eq!(second.page.text(".notice.good"), "Avsändaren har fått veta att svaret dröjer.");
}

#[tokio::test]
async fn a_lock_says_what_opens_it() {
    let (_office, sent, mut browser) = opened("a").await;
    triages(&mut browser, &sent, &judged(&[("severity", "4"), ("misconduct_suspected", "yes")])).await;
    inquires(&mut browser, &sent).await;
    browser.get(&at(&sent, "/svara")).await;
    browser.submit(&at(&sent, "/svara"), &[("text", "a")]).await;
    browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    let choices = browser.page.text(".choices");
    assert!(
        choices.contains("Avsluta. Ingen har rapporterat det misstänkta missförhållandet än."),
        "{choices}"
    );
    assert!(!browser.page.has("a[href$='/avsluta']"));
}

#[tokio::test]
async fn triage_leads_to_the_way_its_answers_ask_for() {
    for (answer, title) in [
        (("concerns", "both"), "Nästa steg: dela ärendet"),
        (("concerns", "school"), "Nästa steg: skicka vidare"),
        (("other_authority", "yes"), "Nästa steg: skicka vidare"),
        (("child_at_risk", "yes"), "Ett barn kan fara illa"),
        (("data_breach", "yes"), "En personuppgiftsincident"),
        (("threat", "yes"), "Hot"),
    ] {
        let (_office, sent, mut browser) = opened("a").await;
        triages(&mut browser, &sent, &judged(&[answer])).await;
        assert_eq!(browser.page.text(".notice:not(.good) h2"), title, "{answer:?}");
    }
}
