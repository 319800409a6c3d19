//! From the first question to the receipt.

use chrono::TimeDelta;
use testkit::organisation::NORRGLIMT;

use super::Sender;

#[tokio::test]
async fn the_start_page_says_what_one_must_know_before_writing() {
    let sender = Sender::arrives().await;
    let page = sender.page();
    assert!(page.has(".emergency a[href='tel:112']"));
    assert!(page.text("main").contains("IVO"));
    assert!(page.text("main").contains("Skolinspektionen"));
    assert_eq!(page.text("form[action='/klagomal/borja'] .button"), "Börja skriva");
    assert!(page.has("a[href='/mitt-arende']"));
    let html = page.html();
    let before = html.split("/klagomal/borja").next().unwrap();
    let mut last = 0;
    for said in [
        "tel:112",
        "tel:08-46500420",
        "Chefen för verksamheten läser.",
        "Vi läser inom en arbetsdag och svarar inom 10 arbetsdagar.",
        "Det är våra egna mål.",
        "Men allt går inte att dölja.",
        "(IVO) har tillsyn över korttidstillsynen",
    ] {
        let at = before.find(said).unwrap_or_else(|| panic!("{said} is not said before the first question"));
        assert!(at > last, "{said} comes too early");
        last = at;
    }
}

#[tokio::test]
async fn a_guardian_answers_every_question_and_gets_a_receipt() {
    let mut sender = Sender::begins().await;
    assert_eq!(sender.page().text("h1"), "Vad har hänt?");
    sender.answer(&[("text", "Skolskjutsen kom för sent.")]).await;
    assert_eq!(sender.page().text("h1"), "Vilken verksamhet gäller det?");
    assert!(!sender.page().text("fieldset").contains("Nattugglans"), "IVO was not told of it");
    sender.answer(&[("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(sender.page().text("h1"), "Vem är du? (frivilligt)");
    sender.answer(&[("relation", "guardian")]).await;
    assert_eq!(sender.page().text("h1"), "Vill du lägga till bilder eller filer? (frivilligt)");
    sender.get("/klagomal/kontakt").await;
    let contact = [("name", "Karin Provsson"), ("email", " karin@example.org "), ("phone", "070-174 06 11")];
    let needs = [("reach", "Ring efter klockan 15."), ("interpreter", "tigrinja"), ("easy_read", "yes")];
    sender.answer(&[&contact[..], &needs].concat()).await;
    assert_eq!(sender.page().path, "/klagomal/kontrollera");
    let answers = sender.page().text(".answers");
    for said in [
        "Skolskjutsen kom för sent.",
        "Norrglimtskolans KTT",
        "Vårdnadshavare",
        "Karin Provsson",
        "070-174 06 11",
        "Ring efter klockan 15.",
        "Behöver du tolk? tigrinja",
        "Lätt svenska Ja",
    ] {
        assert!(answers.contains(said), "{said} is not in {answers}");
    }
    assert_eq!(sender.page().text("#form .button"), "Skicka");
    sender.answer(&[]).await;
    assert_eq!(sender.page().path, "/kvitto");
    assert_eq!(sender.page().text("h1"), "Vi har tagit emot det du skickade");
    assert_eq!(sender.complaints().await, 1);
}

#[tokio::test]
async fn only_the_text_is_needed() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    for _ in ["unit", "relation"] {
        sender.answer(&[]).await;
    }
    sender.get("/klagomal/kontakt").await;
    sender.answer(&[]).await;
    let answers = sender.page().texts(".answers dd.words");
    assert_eq!(answers.iter().filter(|answer| *answer == "Inte angivet").count(), 9, "{answers:?}");
    sender.sends().await;
}

#[tokio::test]
async fn the_questions_may_be_answered_in_any_order() {
    let mut sender = Sender::begins().await;
    sender.get("/klagomal/kontakt").await;
    sender.answer(&[("name", "Karin")]).await;
    sender.answer(&[]).await;
    assert_eq!(sender.page().status, 422);
    assert_eq!(sender.page().text("title"), "Fel: Läs igenom och skicka – Klagomål och synpunkter");
    assert_eq!(
        sender.page().attribute(".error-summary a", "href").as_deref(),
        Some("/klagomal/handelse?andra=1")
    );
    sender.get("/klagomal/handelse?andra=1").await;
    sender.answer(&[("text", "Det var kallt.")]).await;
    assert_eq!(sender.page().path, "/klagomal/kontrollera");
    assert!(sender.page().text(".answers").contains("Karin"));
    sender.sends().await;
}

#[tokio::test]
async fn going_back_shows_what_was_answered() {
    let mut sender = Sender::has_told("Rad ett\nRad två").await;
    sender.answer(&[("unit", "unknown")]).await;
    let back = sender.page().attribute("a.back", "href").unwrap();
    sender.get(&back).await;
    assert!(sender.page().has("input[value='unknown'][checked]"));
    sender.get("/klagomal/handelse").await;
    assert_eq!(sender.page().exact_text("textarea"), "Rad ett\nRad två");
}

#[tokio::test]
async fn changing_an_answer_leads_straight_back() {
    let mut sender = Sender::has_told("a").await;
    sender.get("/klagomal/kontrollera").await;
    let change = sender.page().attribute(".answers .change a", "href").unwrap();
    assert!(sender.page().text(".answers .change").starts_with("Ändra: "));
    sender.get(&change).await;
    assert_eq!(sender.page().attribute("a.back", "href").as_deref(), Some("/klagomal/kontrollera"));
    sender.answer(&[("text", "b")]).await;
    assert_eq!(sender.page().path, "/klagomal/kontrollera");
    assert_eq!(sender.page().text(".answers dd"), "b");
}

#[tokio::test]
async fn changing_the_language_keeps_the_words_and_judges_nothing() {
    let mut sender = Sender::begins().await;
    sender.answer(&[("text", ""), ("switch_language", "en")]).await;
    assert_eq!(sender.page().status, 200);
    assert_eq!(sender.page().text("h1"), "What happened?");
    sender.answer(&[("text", "Halvfärd"), ("switch_language", "sv")]).await;
    assert_eq!(sender.page().path, "/klagomal/handelse");
    assert_eq!(sender.page().text("textarea"), "Halvfärd");
    sender.get("/klagomal/kontakt?andra=1").await;
    sender.answer(&[("email", "inte färdig"), ("switch_language", "en")]).await;
    assert_eq!(sender.page().status, 200);
    assert_eq!(sender.page().attribute("#email", "value").as_deref(), Some("inte färdig"));
    assert_eq!(sender.page().attribute("a.back", "href").as_deref(), Some("/klagomal/kontrollera"));
}

#[tokio::test]
async fn two_tabs_write_the_same_complaint() {
    let mut sender = Sender::has_told("Från den ena").await;
    let mut other_tab = sender.browser.clone();
    other_tab.get("/klagomal/kontakt").await;
    sender.answer(&[("unit", "unknown")]).await;
    other_tab.submit("", &[("name", "Karin")]).await;
    let answers = other_tab.page.text(".answers");
    assert!(
        answers.contains("Från den ena") && answers.contains("Karin") && answers.contains("Jag vet inte")
    );
}

#[tokio::test]
async fn the_start_page_leads_on_to_what_is_begun_and_lets_one_begin_again() {
    let mut sender = Sender::has_told("Det här ska bort.").await;
    sender.get("/").await;
    assert_eq!(sender.page().attribute("main a.button", "href").as_deref(), Some("/klagomal/handelse"));
    sender.submit("/klagomal/borja", &[]).await;
    assert_eq!(sender.page().path, "/klagomal/handelse");
    assert_eq!(sender.page().text("textarea"), "");
}

#[tokio::test]
async fn one_may_take_everything_back() {
    let mut sender = Sender::has_told("Det här ska bort.").await;
    sender.get("/klagomal/kontrollera").await;
    sender.submit("/klagomal/ta-bort", &[]).await;
    assert_eq!(sender.page().path, "/");
    assert_eq!(sender.page().text("[role=status]"), "Det du hade skrivit är borttaget.");
    assert_eq!(sender.get("/klagomal/handelse").await.status, 410);
}

#[tokio::test]
async fn a_page_without_a_draft_says_why_and_leads_to_a_new_one() {
    let mut sender = Sender::arrives().await;
    for path in [
        "/klagomal/handelse",
        "/klagomal/verksamhet",
        "/klagomal/vem",
        "/klagomal/filer",
        "/klagomal/kontakt",
        "/klagomal/kontrollera",
    ] {
        assert_eq!(sender.get(path).await.status, 410, "{path}");
        assert_eq!(sender.page().text("h1"), "Här finns inget som du har börjat skriva");
        assert!(sender.page().text("main").contains("24 timmar"));
    }
    sender.submit("/klagomal/borja", &[]).await;
    assert_eq!(sender.page().text("h1"), "Vad har hänt?");
}

#[tokio::test]
async fn a_draft_lives_a_day_after_its_last_change() {
    let mut sender = Sender::has_told("Första").await;
    sender.world.clock.advance(TimeDelta::hours(23));
    sender.get("/klagomal/handelse").await;
    sender.answer(&[("text", "Andra")]).await;
    sender.world.clock.advance(TimeDelta::hours(23));
    assert_eq!(sender.get("/klagomal/handelse").await.text("textarea"), "Andra");
    sender.world.clock.advance(TimeDelta::hours(1));
    assert_eq!(sender.get("/klagomal/handelse").await.status, 410);
}

#[tokio::test]
async fn what_is_written_after_the_draft_ended_is_kept_in_a_new_one() {
    let mut sender = Sender::begins().await;
    sender.world.clock.advance(TimeDelta::hours(25));
    sender.answer(&[("text", "Jag skrev länge.")]).await;
    assert_eq!(sender.page().path, "/klagomal/verksamhet");
    assert_eq!(sender.get("/klagomal/handelse").await.text("textarea"), "Jag skrev länge.");
}

#[tokio::test]
async fn what_is_wrong_in_a_new_draft_can_be_put_right() {
    let mut sender = Sender::begins().await;
    sender.world.clock.advance(TimeDelta::hours(25));
    sender.answer(&[("text", " ")]).await;
    assert_eq!(sender.page().status, 422);
    sender.answer(&[("text", "Nu står det något.")]).await;
    assert_eq!(sender.page().path, "/klagomal/verksamhet");
    sender.sends().await;
}

#[tokio::test]
async fn somebody_who_works_here_is_told_of_their_own_duty() {
    let mut sender = Sender::has_told("a").await;
    sender.get("/klagomal/vem").await;
    sender.answer(&[("relation", "staff")]).await;
    sender.get("/klagomal/kontrollera").await;
    assert!(sender.page().text(".notice.warn").contains("lex Sarah"));
}

#[tokio::test]
async fn every_page_has_one_heading_one_title_and_one_main_button() {
    let mut sender = Sender::has_told("a").await;
    let mut titles = std::collections::BTreeSet::new();
    for path in [
        "/",
        "/klagomal/handelse",
        "/klagomal/verksamhet",
        "/klagomal/vem",
        "/klagomal/filer",
        "/klagomal/kontakt",
        "/klagomal/kontrollera",
        "/kvitto",
        "/mitt-arende",
    ] {
        let page = sender.get(path).await;
        assert_eq!(page.texts("h1").len(), 1, "{path}");
        assert_eq!(page.texts("main .button:not(.secondary)").len(), 1, "{path}");
        assert!(titles.insert(page.text("title")), "{path} is called as another page");
        assert!(page.has("html[lang=sv]"), "{path}");
    }
}

#[tokio::test]
async fn the_first_page_is_light() {
    let mut sender = Sender::arrives().await;
    let mut weight = sender.page().bytes.len();
    let css = sender.page().attribute("link[rel=stylesheet]", "href").unwrap();
    weight += sender.get(&css).await.bytes.len();
    assert!(weight <= 50_000, "the first page and its style sheet are {weight} bytes");
}

#[tokio::test]
async fn a_complaint_about_the_manager_is_ticked_kept_and_read_through() {
    let mut sender = Sender::has_told("Chefen skrek åt oss.").await;
    assert!(!sender.page().has("#about_manager[checked]"));
    sender.answer(&[("unit", &NORRGLIMT.to_string()), ("about_manager", "yes")]).await;
    sender.get("/klagomal/kontrollera").await;
    let answers = sender.page().text(".answers");
    assert!(answers.contains("Det gäller chefen för verksamheten"), "{answers}");
    let reads = sender.page().text(".notice");
    assert!(reads.contains("Chefen för verksamheten ser det inte."), "{reads}");
    sender.get("/klagomal/verksamhet?andra=1").await;
    assert!(sender.page().has("#about_manager[checked]"), "the draft keeps it");
    sender.sends().await;
}

#[tokio::test]
async fn a_tick_taken_back_is_not_kept() {
    let mut sender = Sender::has_told("Det var kallt.").await;
    sender.answer(&[("about_manager", "yes")]).await;
    sender.get("/klagomal/verksamhet?andra=1").await;
    sender.submit("", &[("about_manager", "")]).await;
    sender.get("/klagomal/kontrollera").await;
    assert!(!sender.page().text(".answers").contains("Det gäller chefen"));
}
