//! Forms that cannot be taken as they came.

use super::{ORDINARY, at, begins_inquiry, opened, triages};
use crate::office::MANAGER;

#[tokio::test]
async fn every_unanswered_question_is_named_beside_it_and_what_was_answered_is_kept() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/bedom")).await;
    browser.submit(&at(&sent, "/bedom"), &[("category", "THREAT"), ("threat", "yes")]).await;
    assert_eq!(browser.page.status, 422);
    assert_eq!(browser.page.texts(".error-summary li").len(), 7);
    assert!(browser.page.text("title").starts_with("Fel:"));
    assert_eq!(browser.page.attribute("option[selected]", "value").as_deref(), Some("THREAT"));
    assert!(browser.page.has("input[name=threat][value=yes][checked]"));
    for field in ["child_at_risk", "severity", "no_conflict"] {
        assert!(browser.page.has(&format!("#{field}-error")), "{field}");
        assert!(browser.page.has(&format!(".error-summary a[href='#{field}']")), "{field}");
    }
    assert_eq!(office.dialogue(&sent).await["status"], "registered");
}

#[tokio::test]
async fn texts_that_cannot_be_taken_come_back_with_their_fault() {
    let (_office, sent, mut browser) = opened("a").await;
    begins_inquiry(&mut browser, &sent).await;
    let long = "å".repeat(20_001);
    for path in ["/skriv", "/anteckna", "/svara"] {
        for (typed, shown) in [("", ""), (long.as_str(), long.as_str()), ("hej\u{7}då", "hejdå")] {
            browser.get(&at(&sent, path)).await;
            browser.submit(&at(&sent, path), &[("text", typed)]).await;
            assert_eq!(browser.page.status, 422, "{path}");
            assert!(browser.page.has("#text-error"));
            assert_eq!(browser.page.exact_text("textarea").trim_start_matches('\n'), shown);
        }
    }
    browser.get(&at(&sent, "")).await;
    let kept = browser.page.texts(".dialogue .words");
    assert!(kept.iter().all(|words| !words.contains("hej")), "nothing was kept: {kept:?}");
}

#[tokio::test]
async fn a_form_without_our_token_or_from_another_site_changes_nothing() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/skriv")).await;
    let body = "csrf=forged&version=2&text=hej";
    browser.post(&at(&sent, "/skriv"), "application/x-www-form-urlencoded", body).await;
    assert_eq!(browser.page.status, 422);
    assert!(browser.page.html().contains("Det du skrev är kvar"));
    browser.get(&at(&sent, "/skriv")).await;
    browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    browser.send(&at(&sent, "/skriv"), &[("text", "hej")]).await;
    assert_eq!(browser.page.status, 403);
    assert_eq!(office.dialogue(&sent).await["messages"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_database_that_is_gone_costs_nobody_their_words() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/skriv")).await;
    office.staff.ground.database.clone().close().await;
    let page = browser.send(&at(&sent, "/skriv"), &[("text", "Tack för att du hörde av dig.")]).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (503, "Det du skrev är kvar"));
    assert_eq!(page.texts(".notice"), ["Tack för att du hörde av dig."]);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let (_office, sent, mut browser) = opened("a").await;
    let kind = "application/x-www-form-urlencoded";
    for body in ["text=%ff%fe", "text=a&text=b&version=2", "text=a&severity=4"] {
        let csrf = browser.page.attribute("input[name=csrf]", "value").unwrap();
        browser.get(&at(&sent, "")).await;
        browser.post(&at(&sent, "/skriv"), kind, format!("csrf={csrf}&{body}")).await;
        assert_eq!(browser.page.status, 400, "{body}");
        browser.get(&at(&sent, "")).await;
    }
    browser.post(&at(&sent, "/skriv"), "application/json", "{}").await;
    assert_eq!(browser.page.status, 415);
}

#[tokio::test]
async fn an_ended_log_in_keeps_what_was_written() {
    let (office, sent, mut browser) = opened("a").await;
    begins_inquiry(&mut browser, &sent).await;
    browser.get(&at(&sent, "/svara")).await;
    office.world.clock.advance(chrono::TimeDelta::hours(9));
    browser.send(&at(&sent, "/svara"), &[("text", "Ett långt och genomtänkt svar.")]).await;
    assert_eq!(browser.page.status, 401);
    assert!(browser.page.html().contains("Ett långt och genomtänkt svar."));
    let mut kept = browser.clone();
    let page = browser.page.clone();
    kept.log_in(&office.world.issuer, MANAGER).await;
    kept.page = page;
    kept.submit("", &[]).await;
    assert_eq!(kept.page.exact_text("main .dialogue .words"), "Ett långt och genomtänkt svar.");
}

#[tokio::test]
async fn a_language_chosen_while_writing_loses_nothing() {
    let (_office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/overlamna")).await;
    let typed = [("text", "Ett barn lämnades ensamt."), ("own_name", "yes"), ("switch_language", "en")];
    browser.submit(&at(&sent, "/overlamna"), &typed).await;
    assert_eq!(browser.page.status, 200);
    assert!(browser.page.has("html[lang=en]"));
    assert_eq!(browser.page.text(".places a"), "To do");
    assert_eq!(browser.page.exact_text("textarea#text").trim(), "Ett barn lämnades ensamt.");
    assert!(browser.page.has("#own_name[checked]"));
    browser.get("/").await;
    assert!(browser.page.has("html[lang=en]"), "it is remembered");
}

#[tokio::test]
async fn what_cannot_be_done_now_leads_back_and_says_why() {
    let (_office, sent, mut browser) = opened("a").await;
    let choices = browser.page.text(".choices");
    assert!(
        choices.contains("Bedöm ärendet först.") && choices.contains("Svara avsändaren först."),
        "{choices}"
    );
    for path in ["/svara", "/avsluta", "/led"] {
        browser.get(&at(&sent, path)).await;
        assert_eq!(browser.page.path, at(&sent, ""), "{path}");
    }
    triages(&mut browser, &sent, &ORDINARY).await;
    browser.get(&at(&sent, "/bedom")).await;
    assert!(browser.page.has("textarea[name=reason]"), "it is judged already, so what has come out is asked");
    assert!(browser.page.has("input[name=severity][value='2'][checked]"), "as it was judged");
    browser.submit(&at(&sent, "/bedom"), &[("no_conflict", "yes")]).await;
    assert_eq!(browser.page.text(".error-summary li"), "Skriv vad som har kommit fram.");
    let anew = [("reason", "Chauffören hade hotat henne."), ("threat", "yes"), ("besides_1", "THREAT")];
    browser.submit(&at(&sent, "/bedom"), &anew).await;
    assert_eq!(browser.page.text(".notice.good"), "Den nya bedömningen är sparad.");
    assert_eq!(browser.page.text(".notice.warn h2"), "Hot");
    let earlier = browser.page.texts(".sheet").pop().unwrap();
    assert!(earlier.contains("Maja Provsson") && earlier.contains("Samverkan och skolskjuts"), "{earlier}");
    assert!(browser.page.text("main").contains("Chauffören hade hotat henne."));
}
