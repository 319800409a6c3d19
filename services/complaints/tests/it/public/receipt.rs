//! The receipt: shown when it is kept for good, to the one who sent, once for each complaint.

use chrono::TimeDelta;
use serde_json::json;
use testkit::organisation::STJARNVRET;

use super::{Sender, files::PNG};

#[tokio::test]
async fn the_receipt_says_what_happens_and_by_when() {
    // The clock of the tests stands on a Saturday.
    let sender = Sender::has_sent("Det var kallt.").await;
    let page = sender.page();
    assert!(page.text(".arrived").contains("2026-11-21 kl. 10.00"));
    assert!(page.text(".steps").contains("senast måndag 23 november"));
    assert!(page.text(".steps").contains("senast fredag 4 december"));
    assert!(page.text("main").contains("IVO"));
    let code = page.text(".code");
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5; 5]);
    assert_eq!(page.texts("details li").len(), 5);
    assert!(page.text(".case-number").parse::<kernel::CaseNumber>().is_ok());
}

#[tokio::test]
async fn the_receipt_its_paper_and_the_dialogue_name_the_same_day_when_a_break_lies_between() {
    let autumn = json!([{ "from": "2026-11-25", "to": "2026-11-27" }]);
    let mut sender = Sender::arrives_where(json!({ "breaks": autumn })).await;
    sender.submit("/klagomal/borja", &[]).await;
    sender.answer(&[("text", "Det var kallt.")]).await;
    sender.sends().await;
    let day = "onsdag 9 december";
    assert!(
        sender.page().text(".steps").contains(&format!("senast {day}")),
        "{}",
        sender.page().text(".steps")
    );
    let mut paper = sender.browser.clone();
    let bytes = &paper.submit("/kvitto/pdf", &[]).await.bytes;
    if let Some(said) = testkit::pdf_text("the_receipt_names_the_day_after_a_break", bytes) {
        assert!(said.split_whitespace().collect::<Vec<_>>().join(" ").contains(day), "{said}");
    }
    sender.submit("/kvitto/oppna", &[]).await;
    assert!(sender.page().text(".answers").contains(day), "{}", sender.page().text(".answers"));
}

#[tokio::test]
async fn the_code_can_be_read_aloud_letter_by_letter_in_each_language() {
    for language in ["sv", "sv-x-latt", "en", "ar", "so"] {
        let mut sender = Sender::has_sent("Det var kallt.").await;
        sender.get(&format!("/sprak?to={language}&back=/kvitto")).await;
        sender.get("/kvitto").await;
        let aloud = sender.page().texts("details li");
        for (group, aloud) in sender.page().text(".code").split('-').zip(aloud) {
            let said: Vec<_> =
                aloud.split([',', '،']).map(|one| one.trim().split_once(' ').unwrap()).collect();
            assert_eq!(said.iter().map(|(letter, _)| *letter).collect::<String>(), group, "{language}");
            assert!(said.iter().all(|(letter, word)| word.len() > letter.len()), "{language}: {aloud}");
        }
    }
}

#[tokio::test]
async fn who_wants_no_answer_is_promised_none() {
    let mut sender = Sender::has_told("Tack!").await;
    sender.get("/klagomal/kontakt").await;
    sender.answer(&[("wants_answer", "no")]).await;
    sender.sends().await;
    assert!(sender.page().text(".steps").contains("Du ville inte ha något svar"));
}

#[tokio::test]
async fn sending_twice_gives_the_same_receipt_and_one_complaint() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    sender.get("/klagomal/kontrollera").await;
    let mut impatient = sender.browser.clone();
    sender.answer(&[]).await;
    impatient.submit("", &[]).await;
    assert_eq!(impatient.page.path, "/kvitto");
    assert_eq!(impatient.page.text(".code"), sender.page().text(".code"));
    assert!(impatient.page.text("[role=status]").starts_with("Redan skickat"));
    assert_eq!(sender.complaints().await, 1);
}

#[tokio::test]
async fn presses_at_once_are_one_complaint() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    sender.presses_five_times_at_once().await;
}

#[tokio::test]
async fn presses_at_once_with_a_file_are_one_complaint() {
    let mut sender = Sender::at_files().await;
    sender.adds("hallen.png", PNG).await;
    sender.presses_five_times_at_once().await;
}

impl Sender {
    pub(super) async fn presses_five_times_at_once(&mut self) {
        self.get("/klagomal/kontrollera").await;
        let presses = (0..5).map(|_| {
            let mut impatient = self.browser.clone();
            tokio::spawn(async move { impatient.submit("", &[]).await.clone() })
        });
        let mut codes = Vec::new();
        for press in presses.collect::<Vec<_>>() {
            let page = press.await.unwrap();
            assert_eq!(page.path, "/kvitto", "{}", page.html());
            codes.push(page.text(".code"));
        }
        codes.dedup();
        assert_eq!(codes.len(), 1);
        assert_eq!(self.complaints().await, 1);
    }
}

#[tokio::test]
async fn going_back_after_sending_and_sending_something_else_is_no_second_complaint() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    let at_second_question = sender.browser.clone();
    let code = sender.sends().await;
    for fields in [&[("unit", STJARNVRET.to_string())][..], &[]] {
        let mut back = at_second_question.clone();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        back.submit("", &fields).await;
        assert_eq!(back.page.path, "/kvitto");
        assert!(back.page.text("[role=status]").starts_with("Redan skickat"));
        assert_eq!(back.page.text(".code"), code);
    }
    for path in ["/klagomal/handelse", "/klagomal/kontrollera"] {
        assert_eq!(sender.get(path).await.path, "/kvitto");
    }
    assert_eq!(sender.complaints().await, 1);
}

#[tokio::test]
async fn the_receipt_can_be_seen_again_in_the_same_browser_for_a_day() {
    let mut sender = Sender::has_sent("Det var kallt.").await;
    let code = sender.page().text(".code");
    sender.world.clock.advance(TimeDelta::hours(23));
    assert_eq!(sender.get("/kvitto").await.text(".code"), code);
    let mut stranger = sender.standing.visitor();
    assert_eq!(stranger.get("/kvitto").await.status, 404);
    assert!(!stranger.page.html().contains(&code));
    sender.world.clock.advance(TimeDelta::hours(2));
    assert_eq!(sender.get("/kvitto").await.status, 404);
}

#[tokio::test]
async fn the_receipt_can_be_hidden_on_a_shared_device() {
    let mut sender = Sender::has_sent("Det var kallt.").await;
    sender.submit("/kvitto/dolj", &[]).await;
    assert_eq!(sender.page().text("h1"), "Kvittot är dolt");
    assert_eq!(sender.get("/kvitto").await.status, 404);
    assert_eq!(sender.get("/klagomal/kontrollera").await.status, 410);
    sender.get("/").await;
    assert_eq!(sender.page().text("main .button"), "Börja skriva");
}

#[tokio::test]
async fn a_new_complaint_is_a_new_one() {
    let mut sender = Sender::has_sent("Det ena.").await;
    let code = sender.page().text(".code");
    sender.get("/").await;
    assert_eq!(sender.page().attribute("main a.button", "href").as_deref(), Some("/kvitto"));
    sender.submit("/klagomal/borja", &[]).await;
    sender.answer(&[("text", "Det andra.")]).await;
    assert_ne!(sender.sends().await, code);
    assert_eq!(sender.complaints().await, 2);
}

#[tokio::test]
async fn the_code_is_in_no_address_and_no_cookie() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    sender.get("/klagomal/kontrollera").await;
    sender.browser.send("", &[]).await;
    assert_eq!(sender.browser.location().as_deref(), Some("/kvitto"));
    let code = sender.get("/kvitto").await.text(".code");
    sender.browser.send("/kvitto/oppna", &[]).await;
    assert_eq!(sender.browser.location().as_deref(), Some("/mitt-arende/dialog"));
    for name in ["complaints-draft", "complaints-reading"] {
        let value = sender.browser.cookie(name).unwrap();
        assert!(!value.contains(&code) && !value.contains(&code.replace('-', "")));
    }
}

#[tokio::test]
async fn the_code_is_said_to_be_saved_before_one_goes_on() {
    let mut sender = Sender::has_sent("a").await;
    assert!(sender.page().text("main").contains("Ingen kan ta fram den åt dig, inte heller vi."));
    assert!(sender.page().has("script[src^='/static/receipt.js']"), "the browser asks before it is left");
    let code = sender.page().text(".code");
    sender.submit("/kvitto/sparat", &[]).await;
    assert_eq!(sender.page().text("[role=status]"), "Bra, du har sparat koden.");
    assert_eq!(sender.page().text(".code"), code, "it stays");
    assert!(!sender.page().has("form[action='/kvitto/sparat']"));
    assert!(!sender.page().has("script[src^='/static/receipt.js']"));
}

#[tokio::test]
async fn another_phone_finds_the_page_by_a_picture_that_does_not_hold_the_code() {
    let sender = Sender::has_sent("a").await;
    let says = sender.page().attribute(".qr svg", "aria-label").unwrap();
    assert_eq!(says, "QR-kod till sidan där du skriver in koden. Själva koden finns inte i bilden.");
    let other = Sender::has_sent("a").await;
    let drawn = |sender: &Sender| sender.page().attribute(".qr path:last-child", "d").unwrap();
    assert_eq!(drawn(&sender), drawn(&other), "the same whatever the code is");
    assert!(
        !sender.page().html().contains("http-equiv") && !sender.page().has(".qr a"),
        "no address holds the code"
    );
}

#[tokio::test]
async fn the_receipt_is_had_on_paper_by_the_one_who_sees_it() {
    let mut sender = Sender::has_sent("a").await;
    let (code, number) = (sender.page().text(".code"), sender.page().text(".case-number"));
    let paper = sender.submit("/kvitto/pdf", &[]).await;
    assert_eq!(paper.status, 200);
    assert_eq!(paper.path, "/kvitto/pdf", "no address holds the code");
    assert_eq!(paper.headers["content-type"], "application/pdf");
    assert_eq!(
        paper.headers["content-disposition"],
        format!("attachment; filename*=UTF-8''kvitto-{number}.pdf")
    );
    let said = testkit::pdf_text("the_receipt_is_had_on_paper_by_the_one_who_sees_it", &paper.bytes);
    if let Some(said) = said {
        for words in [&*code, &number, "Jag har redan ett kvitto", "IVO"] {
            assert!(said.contains(words), "{words} is not in:\n{said}");
        }
    }
    assert!(sender.finds(&code).await.is_empty(), "nothing of it is kept");
}

#[tokio::test]
async fn there_is_no_paper_without_the_form_of_the_page_nor_after_the_receipt_is_hidden() {
    let mut sender = Sender::has_sent("a").await;
    let form = "application/x-www-form-urlencoded";
    assert_eq!(sender.browser.post("/kvitto/pdf", form, "csrf=x").await.status, 422);
    assert_eq!(sender.get("/kvitto/pdf").await.status, 405);
    sender.get("/kvitto").await;
    let token = sender.page().attribute("form[action='/kvitto/pdf'] input[name=csrf]", "value").unwrap();
    sender.submit("/kvitto/dolj", &[]).await;
    assert_eq!(sender.browser.post("/kvitto/pdf", form, format!("csrf={token}")).await.status, 404);
}
