//! Stories A and C at the desk.

use serde_json::json;
use testkit::organisation::NORRGLIMT;

use super::{ORDINARY, at, begins_inquiry, judged, opened, opened_from, triages};
use crate::{
    api::submit::cases,
    office::{MANAGER, Office},
};

#[tokio::test]
async fn a_manager_reads_triages_writes_answers_and_closes() {
    let (office, sent, mut browser) = opened_from("Bussen kom för sent.\nIngen ringde.", "guardian").await;
    assert_eq!(browser.page.exact_text(".dialogue .words"), "Bussen kom för sent.\nIngen ringde.");
    assert_eq!(browser.page.text("main .tag"), "Registrerat");
    assert!(browser.page.html().contains("Du läser som gruppchef. Läsningen loggas."));
    assert_eq!(browser.page.text(".notice h2"), "Nästa steg: bedöm ärendet");

    triages(&mut browser, &sent, &ORDINARY).await;
    assert_eq!(browser.page.text(".notice.good"), "Bedömningen är sparad.");
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: börja utreda");

    browser.get(&at(&sent, "/skriv")).await;
    browser.submit(&at(&sent, "/skriv"), &[("text", "Vilken dag var det?")]).await;
    assert_eq!(browser.page.text(".notice.good"), "Meddelandet är skickat.");
    let reply = json!({ "receipt": sent.receipt, "text": "I torsdags." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);

    browser.get(&at(&sent, "")).await;
    browser.submit(&at(&sent, "/utred"), &[]).await;
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: skriv vad utredningen visar");
    browser.get(&at(&sent, "/svara")).await;
    assert!(browser.page.has("form[action$='/utredning']"), "what was found comes first");
    let found = [
        ("happened", "Bilen kom sent."),
        ("sources", "Körjournalen."),
        ("heard", "Chauffören."),
        ("compared", "Ingen ringde."),
        ("deviation", "routine_not_followed"),
    ];
    browser.submit(&at(&sent, "/utredning"), &found).await;
    assert_eq!(browser.page.text(".notice.good"), "Utredningen är sparad.");
    browser.get(&at(&sent, "/anteckna")).await;
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Ringde taxibolaget.")]).await;
    assert!(browser.page.html().contains("Ringde taxibolaget."));

    browser.get(&at(&sent, "/svara")).await;
    browser.submit(&at(&sent, "/svara"), &[("text", "Taxibolaget ringer nu.")]).await;
    assert_eq!(browser.page.status, 422, "a guardian writes of a youth, who is heard");
    assert_eq!(browser.page.exact_text("textarea#text").trim(), "Taxibolaget ringer nu.");
    browser.submit(&at(&sent, "/svara"), &[("youth_heard", "Hon vill ha ett sms, och får det.")]).await;
    assert_eq!(
        browser.page.exact_text("main .dialogue .words"),
        "Taxibolaget ringer nu.",
        "as the sender sees it"
    );
    assert!(browser.page.html().contains("Maja Provsson, gruppchef"));
    assert_eq!(office.dialogue(&sent).await["status"], "handled", "nothing is sent yet");
    browser.submit(&at(&sent, "/svara"), &[("step", "change")]).await;
    assert_eq!(browser.page.exact_text("textarea").trim_start(), "Taxibolaget ringer nu.");
    browser.submit(&at(&sent, "/svara"), &[]).await;
    assert!(browser.page.text("main").contains("Hon vill ha ett sms, och får det."), "to be read through");
    browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    assert_eq!(browser.page.text(".notice.good"), "Svaret är skickat.");
    let main = browser.page.text("main");
    assert!(main.contains("(vad ungdomen har sagt)") && main.contains("Hon vill ha ett sms, och får det."));
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["status"], "answered");
    assert_eq!(seen["messages"][3]["text"], "Taxibolaget ringer nu.");

    browser.get(&at(&sent, "/avsluta")).await;
    let end = [
        ("measures", "Överenskommelse."),
        ("routine_reviewed", "yes"),
        ("routine_why", "Ny punkt."),
        ("feedback", "På mötet."),
    ];
    browser.submit(&at(&sent, "/avsluta"), &end).await;
    assert_eq!(browser.page.text("main .tag"), "Avslutat");
    let found = "Avvikelse Ja, personalen har inte arbetat efter rutinerna";
    assert!(browser.page.text("main .sheet").contains(found), "{}", browser.page.text("main .sheet"));
    browser.get("/").await;
    assert!(browser.page.html().contains("Inget väntar på dig just nu."));
    browser.get("/avslutade").await;
    assert_eq!(browser.page.text("tbody .case-number"), sent.number);
}

#[tokio::test]
async fn every_case_is_shown_to_the_letter() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    for case in cases() {
        let text = case["text"].as_str().unwrap();
        let sent = office.receives_text(text).await;
        browser.get(&at(&sent, "")).await;
        assert_eq!(browser.page.exact_text(".dialogue .words"), text, "{}", case["id"]);
    }
}

#[tokio::test]
async fn a_suspected_misconduct_asks_for_the_readers_own_report_and_says_no_more_than_that_it_was_handed_over()
 {
    let (office, sent, mut browser) = opened("min son stod ensam utanför grinden").await;
    triages(&mut browser, &sent, &judged(&[("severity", "4"), ("misconduct_suspected", "yes")])).await;
    assert_eq!(browser.page.text(".notice.warn h2"), "Rapportera missförhållandet nu");
    browser.get(&at(&sent, "/overlamna")).await;
    assert_eq!(browser.page.exact_text("textarea#text").trim(), "", "nothing is filled in beforehand");
    browser.submit(&at(&sent, "/overlamna"), &[("text", "Ett barn lämnades ensamt.")]).await;
    assert_eq!(browser.page.status, 422);
    assert_eq!(browser.page.exact_text("textarea#text").trim(), "Ett barn lämnades ensamt.");
    browser.submit(&at(&sent, "/overlamna"), &[("own_name", "yes")]).await;
    assert_eq!(
        browser.page.text(".notice.good"),
        "Rapporten är överlämnad till dem som utreder missförhållanden."
    );
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: börja utreda");
    assert!(browser.page.html().contains("Överlämnat till lex Sarah"));
    assert!(!browser.page.html().contains("Ett barn lämnades ensamt."));
    assert!(!browser.page.has("a[href$='/overlamna']"), "once a person");
    assert_eq!(office.parcels("lex-sarah").await.len(), 1);
}

#[tokio::test]
async fn what_triage_sets_going_is_said() {
    let (_office, sent, mut browser) = opened("a").await;
    let answers = judged(&[
        ("child_at_risk", "yes"),
        ("data_breach", "yes"),
        ("threat", "yes"),
        ("other_authority", "yes"),
    ]);
    triages(&mut browser, &sent, &answers).await;
    let duties = browser.page.texts(".notice.warn h2");
    assert_eq!(duties, ["Ett barn kan fara illa", "En personuppgiftsincident", "Hot", "En annan myndighet"]);
    // Hours run over the weekend.
    assert!(browser.page.html().contains("senast 2026-11-24 kl. 10.00. Det är 72 timmar kvar"));
}

#[tokio::test]
async fn praise_takes_the_short_way() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "TACK!", "unit_id": NORRGLIMT, "kind": "praise" })).await;
    let mut browser = office.browser(MANAGER).await;
    triages(&mut browser, &sent, &judged(&[("severity", "0"), ("category", "PRAISE")])).await;
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: lägg som synpunkt");
    browser.submit(&at(&sent, "/synpunkt"), &[]).await;
    assert_eq!(browser.page.text("main .tag"), "Synpunkt");
}

#[tokio::test]
async fn a_registrar_leads_a_complaint_to_its_unit() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "Jag vet inte vilken enhet." })).await;
    let mut browser = office.browser("registrator").await;
    assert_eq!(browser.page.text("tbody td[data-label=Enhet]"), "Ingen enhet än");
    browser.get(&at(&sent, "")).await;
    assert_eq!(browser.page.text(".notice h2"), "Nästa steg: välj enhet");
    browser.get(&at(&sent, "/led")).await;
    browser.submit(&at(&sent, "/led"), &[]).await;
    assert_eq!(browser.page.status, 422);
    browser.submit(&at(&sent, "/led"), &[("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(browser.page.path, "/");
    browser.get(&at(&sent, "")).await;
    assert!(!browser.page.html().contains("Jag vet inte vilken enhet."));
    assert!(browser.page.html().contains("Innehållet öppnas bara av dem som handlägger ärendet."));
}

#[tokio::test]
async fn a_file_is_downloaded_and_never_shown() {
    let office = Office::open().await;
    let file =
        crate::api::attachments::upload(&office.anyone(), "å bild.png", crate::api::attachments::PNG).await;
    let id = file.expect(201).json["id"].clone();
    let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "attachments": [id] })).await;
    let mut browser = office.browser(MANAGER).await;
    browser.get(&at(&sent, "")).await;
    let href = browser.page.attribute("a[href*='/bilagor/']", "href").unwrap();
    assert_eq!(browser.page.text("a[href*='/bilagor/']"), "å bild.png");
    browser.get(&href).await;
    assert_eq!(browser.page.bytes, crate::api::attachments::PNG);
    assert_eq!(browser.page.headers["content-disposition"], "attachment; filename*=UTF-8''%C3%A5%20bild.png");
    browser.get(&at(&sent, "/lasningar")).await;
    assert_eq!(browser.page.texts("tbody tr td:last-child")[0], "Öppnade en fil");
}

#[tokio::test]
async fn an_inquiry_has_a_handler() {
    let (_office, sent, mut browser) = opened("a").await;
    begins_inquiry(&mut browser, &sent).await;
    assert!(browser.page.html().contains("Du läser som handläggare."));
    assert_eq!(browser.page.text("main .tag"), "Utreds");
}
