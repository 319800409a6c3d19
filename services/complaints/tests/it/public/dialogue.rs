//! Coming back with the receipt.

use chrono::TimeDelta;
use kernel::ReceiptCode;
use serde_json::{Value, json};
use testkit::Browser;

use super::Sender;
use crate::office::{MANAGER, Office, inquired, ordinary};

impl Sender {
    /// Somebody else's browser, or the same one another day: nothing in it but the code on a paper.
    async fn comes_back_with(&self, code: &str) -> Browser {
        let mut browser = self.standing.visitor();
        browser.get("/mitt-arende").await;
        browser.submit("", &[("code", code)]).await;
        browser
    }
}

#[tokio::test]
async fn the_receipt_opens_the_matter_however_it_is_typed() {
    let sender = Sender::has_sent("Det var kallt.\nMycket.").await;
    let code = sender.page().text(".code");
    for typed in [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', " "),
        code.replace('-', ""),
        format!("  {}  ", code.replace('0', "o").replace('1', "l")),
    ] {
        let browser = sender.comes_back_with(&typed).await;
        assert_eq!(browser.page.path, "/mitt-arende/dialog", "{typed}");
        assert_eq!(browser.page.exact_text(".dialogue .words"), "Det var kallt.\nMycket.");
        assert_eq!(browser.page.text(".lead"), "Vi har tagit emot det du skickade.");
        assert!(browser.page.text(".answers").contains("fredag 4 december"));
    }
}

#[tokio::test]
async fn a_wrong_code_gets_one_calm_sentence_whatever_is_wrong() {
    let sender = Sender::has_sent("a").await;
    let another = ReceiptCode::random();
    for wrong in [another.reveal(), "ABCDE", "ÅÄÖ", "'; DROP TABLE receipt; --", &"A".repeat(5000)] {
        let browser = sender.comes_back_with(wrong).await;
        assert_eq!(browser.page.status, 422);
        assert!(
            browser
                .page
                .text("#code-error")
                .ends_with("Koden stämmer inte. Kontrollera den och försök igen.")
        );
        assert_eq!(browser.page.attribute("#code", "value").as_deref(), Some(wrong), "it can be corrected");
    }
    let empty = sender.comes_back_with(" ").await;
    assert!(empty.page.text("#code-error").ends_with("Skriv koden som står på kvittot."));
    assert_eq!(empty.page.attribute("#code", "autocomplete").as_deref(), Some("off"));
    assert_eq!(empty.page.attribute("#code", "spellcheck").as_deref(), Some("false"));
}

#[tokio::test]
async fn one_may_write_more_and_sees_it() {
    let mut sender = Sender::has_sent("Det första.").await;
    sender.submit("/kvitto/oppna", &[]).await;
    sender.answer(&[("words", "Det hände igen 😔")]).await;
    assert_eq!(sender.page().text("[role=status]"), "Vi har tagit emot det du skrev.");
    assert_eq!(sender.page().texts(".dialogue .words"), ["Det första.", "Det hände igen 😔"]);
    assert_eq!(sender.page().text("textarea"), "");
}

#[tokio::test]
async fn a_database_that_is_gone_costs_nobody_their_words() {
    let mut sender = Sender::has_sent("Det första.").await;
    sender.submit("/kvitto/oppna", &[]).await;
    sender.standing.ground.database.clone().close().await;
    let page = sender.browser.send("", &[("words", "Det hände igen 😔")]).await;
    assert_eq!(page.status, 503);
    assert!(page.html().contains("Det hände igen 😔"));
}

#[tokio::test]
async fn a_message_sent_twice_is_one_and_another_from_the_same_form_is_another() {
    let mut sender = Sender::has_sent("Det första.").await;
    sender.submit("/kvitto/oppna", &[]).await;
    let form = sender.browser.clone();
    for (words, count) in [("Igen.", 2), ("Igen.", 2), ("Något annat.", 3)] {
        let mut back = form.clone();
        back.submit("", &[("words", words)]).await;
        assert_eq!(back.page.texts(".dialogue .words").len(), count, "{words}");
    }
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_with_its_fault() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    let long = "å".repeat(20_001);
    for (typed, kept, sentence) in [
        ("", "", "Skriv något först."),
        ("\u{7}Hej", "Hej", "Vi tog bort dem"),
        (&long, &long, "20 001 tecken"),
    ] {
        sender.answer(&[("words", typed)]).await;
        assert_eq!(sender.page().status, 422);
        assert!(sender.page().text("#words-error").contains(sentence), "{sentence}");
        assert_eq!(sender.page().text("textarea"), kept);
        assert_eq!(sender.page().texts(".dialogue .words").len(), 1);
    }
}

#[tokio::test]
async fn changing_the_language_keeps_what_is_half_written() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    sender.answer(&[("words", "Halvfärd"), ("switch_language", "en")]).await;
    assert_eq!(sender.page().text("h1"), "Your case");
    assert_eq!(sender.page().text("textarea"), "Halvfärd");
    let mut stranger = sender.standing.visitor();
    stranger.get("/mitt-arende").await;
    stranger.submit("", &[("code", "4T9XK"), ("switch_language", "en")]).await;
    assert_eq!(stranger.page.text("h1"), "Read the answer or write more");
    assert_eq!(stranger.page.attribute("#code", "value").as_deref(), Some("4T9XK"));
}

#[tokio::test]
async fn the_matter_closes_after_half_an_hour_in_which_nothing_happens() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    assert!(sender.page().text("main").contains("klockan 10.30"));
    sender.world.clock.advance(TimeDelta::minutes(29));
    assert_eq!(sender.get("/mitt-arende/dialog").await.path, "/mitt-arende/dialog");
    assert!(sender.page().text("main").contains("klockan 10.59"));
    sender.world.clock.advance(TimeDelta::minutes(29));
    assert_eq!(
        sender.get("/mitt-arende").await.attribute("main a.button", "href").as_deref(),
        Some("/mitt-arende/dialog")
    );
    sender.world.clock.advance(TimeDelta::minutes(31));
    assert_eq!(sender.get("/mitt-arende/dialog").await.path, "/mitt-arende");
    assert!(!sender.page().has("main a.button"));
}

#[tokio::test]
async fn what_was_written_when_it_closed_is_kept_until_the_code_is_shown_again() {
    let mut sender = Sender::has_sent("a").await;
    let code = sender.page().text(".code");
    sender.submit("/kvitto/oppna", &[]).await;
    sender.world.clock.advance(TimeDelta::minutes(31));
    sender.answer(&[("words", "Jag skrev länge.")]).await;
    assert_eq!(sender.page().status, 401);
    assert_eq!(sender.page().text("h1"), "Skriv koden igen");
    assert_eq!(sender.page().text("textarea"), "Jag skrev länge.");
    sender.answer(&[("code", "fel")]).await;
    assert_eq!(sender.page().text("textarea"), "Jag skrev länge.");
    sender.answer(&[("code", &code)]).await;
    assert_eq!(sender.page().path, "/mitt-arende/dialog");
    assert_eq!(sender.page().text("textarea"), "Jag skrev länge.");
    sender.answer(&[]).await;
    assert_eq!(sender.page().texts(".dialogue .words"), ["a", "Jag skrev länge."]);
}

#[tokio::test]
async fn closing_ends_it_for_whoever_has_the_cookie() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    let mut thief = sender.browser.clone();
    sender.submit("/mitt-arende/stang", &[]).await;
    assert_eq!(sender.page().path, "/mitt-arende");
    assert_eq!(sender.page().text("[role=status]"), "Ärendet är stängt i den här webbläsaren.");
    assert_eq!(thief.get("/mitt-arende/dialog").await.path, "/mitt-arende");
}

#[tokio::test]
async fn a_receipt_opens_no_matter_but_its_own() {
    let mut sender = Sender::has_sent("Det ena.").await;
    let first = sender.page().text(".code");
    sender.get("/").await;
    sender.submit("/klagomal/borja", &[]).await;
    sender.answer(&[("text", "Det andra.")]).await;
    sender.sends().await;
    let browser = sender.comes_back_with(&first).await;
    assert_eq!(browser.page.texts(".dialogue .words"), ["Det ena."]);
}

#[tokio::test]
async fn the_sender_sees_who_wrote_what_and_which_is_the_answer() {
    let office = Office::open().await;
    let sent = office.receives_text("Skolskjutsen kom för sent.").await;
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("message", json!({"text": "Vilken dag var det?"})),
        ("answer", json!({"text": "Vi ringer dig nästa gång bilen är sen."})),
    ] {
        let _ = office.does(MANAGER, &sent, verb, &body).await.expect(204);
    }
    let mut browser = office.public.visitor();
    browser.get("/mitt-arende").await;
    browser.submit("", &[("code", &sent.receipt)]).await;
    let page = &browser.page;
    assert_eq!(page.text(".lead"), "Du har fått ett svar.");
    assert_eq!(page.attribute("main a.alone", "href").as_deref(), Some("#answer"));
    let said = page.texts(".dialogue > li");
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("Du 2026-11-21 kl. 10.00"));
    assert!(said[1].starts_with("Maja Provsson, gruppchef"));
    assert!(said[2].contains("Svar på ditt klagomål Vi ringer dig"));
    assert!(page.has(".dialogue > li.own") && page.has(".dialogue > li:not(.own) #answer"));
    assert!(!page.text(".answers").contains("Svar senast"), "nobody waits any more");
    browser.submit("", &[("words", "Tack!")]).await;
    assert_eq!(browser.page.texts(".dialogue > li").len(), 4);
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent_and_to_nobody_else() {
    let mut sender = Sender::has_told("a").await;
    sender.get("/klagomal/filer").await;
    sender.browser.upload("", "file", "anteckning å.txt", "Kl 16.50 kom bilen.".as_bytes()).await;
    sender.sends().await;
    sender.submit("/kvitto/oppna", &[]).await;
    let address = sender.page().attribute("main ul a", "href").unwrap();
    let file = sender.get(&address).await.clone();
    assert_eq!(file.bytes, "Kl 16.50 kom bilen.".as_bytes());
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(file.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    let mut stranger = Sender::has_sent("b").await;
    stranger.submit("/kvitto/oppna", &[]).await;
    assert_eq!(stranger.get(&address).await.status, 404);
    assert_eq!(sender.standing.visitor().get(&address).await.path, "/mitt-arende");
    assert_eq!(sender.get("/mitt-arende/filer/passwd").await.status, 404);
}

impl Sender {
    async fn adds_to_matter(&mut self, name: &str, content: &[u8]) {
        let token = self.page().attribute("#form input[name=csrf]", "value").unwrap();
        let body = super::files::pressed(&token, (name, content), ("", ""));
        self.browser.post("/mitt-arende/filer", super::files::MULTIPART, body).await;
        if let Some(next) = self.browser.location() {
            self.get(&next).await;
        }
    }
}

#[tokio::test]
async fn files_are_added_to_a_matter_that_is_open() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    assert!(sender.page().text("#file-hint").contains("högst 50 MB"));
    sender.adds_to_matter("hallen.png", super::files::PNG).await;
    assert_eq!(sender.page().text("[role=status]"), "Filen är tillagd.");
    let address = sender.page().attribute("main li a", "href").unwrap();
    assert_eq!(sender.get(&address).await.bytes, super::files::PNG);
    sender.get("/mitt-arende/dialog").await;
    for (name, content, sentence) in [
        ("tom.png", &b""[..], "Filen är tom."),
        ("bild.png", b"MZ this is a program", "Filen är ett program."),
        ("", b"", "Välj en fil först."),
    ] {
        sender.adds_to_matter(name, content).await;
        assert_eq!(sender.page().status, 422, "{name}");
        assert!(sender.page().text("#file-error").contains(sentence), "{name}");
    }
    assert_eq!(sender.files_kept().await, 1);
}

#[tokio::test]
async fn a_matter_has_no_more_files_than_a_complaint() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    for number in 1..=10 {
        sender.adds_to_matter(&format!("{number}.txt"), format!("fil {number}").as_bytes()).await;
        assert_eq!(sender.page().status, 200);
    }
    sender.adds_to_matter("11.txt", b"fil 11").await;
    assert!(sender.page().text("#file-error").contains("Du har redan lagt till 10 filer."));
}

#[tokio::test]
async fn what_was_done_is_told_with_its_day() {
    let office = crate::office::Office::open().await;
    let sent = office.receives_text("a").await;
    let mut browser = office.public.visitor();
    browser.get("/mitt-arende").await;
    browser.submit("/mitt-arende", &[("code", &sent.receipt)]).await;
    let done = browser.page.texts("ul.done li");
    assert!(done[0].starts_with("Vi tog emot det du skickade. 20"), "{done:?}");
    assert!(done[1].starts_with("Vi registrerade det. 20"), "{done:?}");
    assert_eq!(done.len(), 2);
}

#[tokio::test]
async fn the_number_in_the_register_is_told_once_it_is_there() {
    let office = Office::open().await;
    let sent = office.receives_unregistered(json!({ "text": "a" })).await;
    let mut sender = office.public.visitor();
    sender.get("/mitt-arende").await;
    sender.submit("", &[("code", &sent.receipt)]).await;
    assert!(!sender.page.text(".answers").contains("Diarienummer"));
    complaints::actions::register(&office.app).await.unwrap();
    let facts = sender.get("/mitt-arende/dialog").await.text(".answers");
    assert!(facts.contains("Diarienummer KTT 2026/0001"), "{facts}");
}
