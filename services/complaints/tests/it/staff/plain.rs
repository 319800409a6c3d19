//! Help with plain language, and the answer as its sender will see it.

use serde_json::json;
use testkit::{Browser, organisation::NORRGLIMT};

use super::at;
use crate::office::{MANAGER, Office, Sent, ordinary};

const OFFICIAL: &str = "Er skrivelse avseende skjutsen har utretts.";

/// A manager who is about to answer somebody who reads in `language`.
async fn answering(language: &str) -> (Office, Sent, Browser) {
    let office = Office::open().await;
    let body = json!({ "text": "a", "unit_id": NORRGLIMT, "language": language });
    let sent = office.receives(body).await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let mut browser = office.browser(MANAGER).await;
    browser.get(&at(&sent, "/svara")).await;
    (office, sent, browser)
}

/// The answer on the sender's own page.
async fn as_the_sender_sees_it(office: &Office, sent: &Sent, language: &str) -> Browser {
    let mut sender = office.public.visitor();
    sender.headers.push(("accept-language", language.to_owned()));
    sender.get("/mitt-arende").await;
    sender.submit("", &[("code", &sent.receipt)]).await;
    sender
}

#[tokio::test]
async fn the_preview_is_the_piece_of_the_senders_own_page_in_the_senders_language() {
    for language in ["sv", "ar"] {
        let (office, sent, mut browser) = answering(language).await;
        browser.submit(&at(&sent, "/svara"), &[("text", "Vi ringer nu.\r\nVarje gång.")]).await;
        let preview = browser.page.clone();
        browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
        let sender = as_the_sender_sees_it(&office, &sent, language).await;

        let answer = ".dialogue > li:last-child";
        assert!(sender.page.has(&format!("{answer} #answer")));
        assert_eq!(preview.texts(answer), sender.page.texts(answer), "{language}");
        let words = format!("{answer} .words");
        assert_eq!(preview.exact_text(&words), sender.page.exact_text(&words));
        for attribute in ["lang", "dir"] {
            assert_eq!(preview.attribute(".seen", attribute), sender.page.attribute("html", attribute));
        }
        assert_eq!(preview.html().contains("Avsändaren har valt العربية."), language == "ar");
    }
}

#[tokio::test]
async fn what_can_be_plainer_is_told_before_sending_and_nothing_is_in_the_way() {
    let (office, sent, mut browser) = answering("sv").await;
    assert!(!browser.page.has("[data-asks] h2"), "nothing is written yet");
    let long = format!("{OFFICIAL} {}.", vec!["ord"; 21].join(" "));
    browser.submit(&at(&sent, "/svara"), &[("text", &long)]).await;
    assert_eq!(
        browser.page.texts(".tips > li"),
        [
            "”skrivelse” är ett svårt ord. Skriv hellre: brev",
            "”avseende” är ett svårt ord. Skriv hellre: om",
            "”utretts” säger inte vem som gör det. Skriv vem.",
            "En lång mening, 21 ord. Dela den som börjar: ”ord ord ord ord ord …”",
        ]
    );
    assert_eq!(browser.page.exact_text(".marked").trim(), long, "the text is whole");
    assert_eq!(browser.page.texts(".marked .hard"), ["skrivelse", "avseende"]);
    assert_eq!(browser.page.texts(".marked .passive"), ["utretts"]);
    assert_eq!(browser.page.texts(".marked .long").len(), 1);
    browser.submit(&at(&sent, "/svara"), &[("step", "change")]).await;
    assert!(browser.page.has("[data-asks] .marked"), "also where it is changed");
    browser.submit(&at(&sent, "/svara"), &[("step", "send"), ("text", &long)]).await;
    assert_eq!(office.dialogue(&sent).await["status"], "answered");
}

#[tokio::test]
async fn a_plain_answer_is_told_so() {
    let (_office, sent, mut browser) = answering("sv").await;
    browser.submit(&at(&sent, "/svara"), &[("text", "Vi ringer hem nu. Det lovar jag.")]).await;
    assert!(browser.page.html().contains("Vi hittar inget krångligt i texten."));
}

#[tokio::test]
async fn the_script_that_helps_while_one_writes_gets_the_same_and_only_for_who_is_logged_in() {
    let (office, sent, mut browser) = answering("sv").await;
    let policy = browser.page.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"));
    let script = browser.page.attribute("script[src*='plain']", "src").unwrap();
    let (_, fields) = browser.form(&at(&sent, "/svara"));
    let token = fields.into_iter().find(|(name, _)| name == "csrf").unwrap().1;
    let body = format!("csrf={token}&text={}", OFFICIAL.replace(' ', "+"));
    let form = "application/x-www-form-urlencoded";
    assert_eq!(browser.post("/klarsprak", form, body.clone()).await.texts(".tips > li").len(), 3);
    assert_eq!(browser.page.status, 200);
    assert_eq!(browser.post("/klarsprak", form, "text=a").await.status, 422, "a form of ours, or none");
    assert_eq!(browser.get(&script).await.status, 200);
    let mut stranger = office.staff.visitor();
    assert_ne!(stranger.post("/klarsprak", form, body).await.status, 200);
}
