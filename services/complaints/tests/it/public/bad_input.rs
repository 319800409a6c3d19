//! What people and programs send that cannot be taken: a clear answer, and nothing lost.

use axum::http::StatusCode;

use super::Sender;

const FORM: &str = "application/x-www-form-urlencoded";

/// The form's token, as it stands on the page.
fn token(sender: &Sender) -> String {
    sender.page().attribute("#form input[name=csrf]", "value").unwrap()
}

#[tokio::test]
async fn an_empty_text_is_asked_for_again() {
    for typed in ["", "  \n\t "] {
        let mut sender = Sender::begins().await;
        sender.answer(&[("text", typed)]).await;
        assert_eq!(sender.page().status, 422);
        assert_eq!(sender.page().text("title"), "Fel: Vad har hänt? – Klagomål och synpunkter");
        let sentence = "Berätta vad som har hänt. Några ord räcker.";
        assert_eq!(sender.page().text(".error-summary a[href='#text']"), sentence);
        assert!(sender.page().text("#text-error").ends_with(sentence));
        assert!(sender.page().has("textarea[aria-invalid=true][aria-describedby~=text-error]"));
    }
}

#[tokio::test]
async fn a_text_far_too_long_comes_back_whole_with_its_length() {
    let mut sender = Sender::begins().await;
    let long = "å".repeat(200_000);
    sender.answer(&[("text", &long)]).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#text-error").contains("200 000 tecken"));
    assert_eq!(sender.page().text("textarea"), long);
    sender.get("/klagomal/handelse").await;
    assert_eq!(sender.page().text("textarea"), long, "it is still there for going back to");
    sender.answer(&[("text", "å")]).await;
    assert_eq!(sender.page().path, "/klagomal/verksamhet");
}

#[tokio::test]
async fn characters_that_no_screen_shows_are_taken_out_and_the_writer_is_told() {
    let mut sender = Sender::begins().await;
    sender.answer(&[("text", "Det \u{0}var\u{7} kallt.\r\nMycket.")]).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#text-error").contains("Vi tog bort dem"));
    assert_eq!(sender.page().exact_text("textarea"), "Det var kallt.\nMycket.");
    sender.answer(&[]).await;
    assert_eq!(sender.page().path, "/klagomal/verksamhet");
}

#[tokio::test]
async fn every_alphabet_and_direction_is_kept_to_the_letter() {
    for written in [
        "مرحبا، لم يأتِ أحد \u{202e}abc\u{202c}",
        "👩‍👧‍👦 ❤️ ledsen",
        "ሰላም",
        "a<b>&\"'</textarea><script>",
        "\n  indrag",
    ] {
        let mut sender = Sender::has_told(written).await;
        assert_eq!(sender.page().path, "/klagomal/verksamhet");
        sender.get("/klagomal/handelse").await;
        assert_eq!(sender.page().exact_text("textarea"), written);
        assert_eq!(sender.page().attribute("textarea", "dir").as_deref(), Some("auto"));
        sender.get("/klagomal/kontrollera").await;
        assert_eq!(sender.page().exact_text(".answers dd.words"), written);
    }
}

#[tokio::test]
async fn text_that_is_not_utf8_is_refused_rather_than_guessed_at() {
    let mut sender = Sender::begins().await;
    let body = format!("csrf={}&text=%ff%fe", token(&sender));
    assert_eq!(sender.browser.post("/klagomal/handelse", FORM, body).await.status, 400);
    assert_eq!(sender.page().text("h1"), "Vi kunde inte läsa det du skickade");
}

#[tokio::test]
async fn unknown_and_repeated_fields_are_refused() {
    for extra in ["severity=4", "text=again"] {
        let mut sender = Sender::begins().await;
        let body = format!("csrf={}&text=once&{extra}", token(&sender));
        assert_eq!(sender.browser.post("/klagomal/handelse", FORM, body).await.status, 400, "{extra}");
        assert_eq!(sender.get("/klagomal/handelse").await.text("textarea"), "");
    }
}

#[tokio::test]
async fn another_kind_of_content_is_refused() {
    let mut sender = Sender::begins().await;
    for (path, kind) in [
        ("/klagomal/handelse", "application/json"),
        ("/klagomal/handelse", "text/plain"),
        ("/klagomal/filer", FORM),
    ] {
        let status = sender.browser.post(path, kind, "{\"text\":\"a\"}").await.status;
        assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {kind}");
        assert_eq!(sender.page().headers["content-type"], "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn a_forged_or_missing_token_keeps_every_word_for_another_try() {
    for forged in ["csrf=forged&", ""] {
        let mut sender = Sender::begins().await;
        let body = format!("{forged}text=Det+var+kallt+i+dag");
        assert_eq!(sender.browser.post("/klagomal/handelse", FORM, body).await.status, 422);
        assert_eq!(sender.page().text("h1"), "Det du skrev är kvar");
        assert_eq!(sender.page().text("main .words"), "Det var kallt i dag");
        sender.answer(&[]).await;
        assert_eq!(sender.page().path, "/klagomal/verksamhet");
        assert_eq!(sender.get("/klagomal/handelse").await.text("textarea"), "Det var kallt i dag");
    }
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let mut sender = Sender::has_told("a").await;
    sender.get("/klagomal/kontrollera").await;
    sender.browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(sender.browser.send("", &[]).await.status, 403);
    assert_eq!(sender.page().text("h1"), "Vi tog inte emot det som skickades");
    assert_eq!(sender.complaints().await, 0);
}

#[tokio::test]
async fn contact_that_cannot_be_right_is_shown_again_with_one_sentence_each() {
    let mut sender = Sender::has_told("a").await;
    sender.get("/klagomal/kontakt").await;
    let (long_name, long_phone) = ("K".repeat(300), "0".repeat(300));
    sender
        .answer(&[
            ("name", &long_name),
            ("email", "karin@"),
            ("phone", &long_phone),
            ("reach", &long_name),
            ("interpreter", &long_name),
        ])
        .await;
    assert_eq!(sender.page().status, 422);
    let links: Vec<_> = ["#name", "#email", "#phone", "#reach", "#interpreter"]
        .map(|id| sender.page().has(&format!(".error-summary a[href='{id}']")))
        .into();
    assert_eq!(links, [true; 5]);
    assert_eq!(sender.page().attribute("#email", "value").as_deref(), Some("karin@"));
    assert_eq!(sender.page().attribute("#name", "value"), Some(long_name));
}

#[tokio::test]
async fn names_and_numbers_are_taken_as_people_write_them() {
    for (name, phone) in [
        ("  Åsa-Märta  O'Neil ", "070 – 174 06 11"),
        ("سلام", "+46 (0)70-174 06 11"),
        ("李", "ring mamma 070.174.06.11"),
    ] {
        let mut sender = Sender::has_told("a").await;
        sender.get("/klagomal/kontakt").await;
        sender.answer(&[("name", name), ("phone", phone)]).await;
        assert_eq!(sender.page().path, "/klagomal/kontrollera", "{name} {phone}");
    }
}

#[tokio::test]
async fn a_unit_or_relation_that_is_not_in_the_list_is_asked_for_again() {
    let mut sender = Sender::has_told("a").await;
    sender.answer(&[("unit", "0190-annat")]).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().has(".error-summary a[href='#unit']"));
    assert!(sender.page().has("#unit"), "the link leads to the first choice");
    sender.get("/klagomal/vem").await;
    sender.answer(&[("relation", "kung")]).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().has("#relation"));
}

#[tokio::test]
async fn a_database_that_is_gone_costs_nobody_their_words() {
    let mut sender = Sender::begins().await;
    sender.standing.ground.database.clone().close().await;
    sender.answer(&[("text", "Det var kallt.")]).await;
    assert_eq!(sender.page().status, 503);
    assert_eq!(sender.page().text("textarea"), "Det var kallt.");
    assert!(sender.page().text(".error-summary").contains("Det du skrev är kvar här."));
    assert_eq!(sender.browser.send("", &[]).await.status, 503, "it can be tried again as it stands");
}
