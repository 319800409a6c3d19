//! The journal, and what is written only to remember by.

use serde_json::{Value, json};

use super::{at, opened};
use crate::office::{MANAGER, Office, inquired, ordinary};

#[tokio::test]
async fn a_working_note_stands_apart_and_its_form_says_that_it_is_not_handed_out() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/anteckna")).await;
    assert!(browser.page.text("main").contains("En arbetsanteckning är inte en del av det som lämnas ut."));
    assert!(
        browser.page.has("input[name=kind][value=note][checked]"),
        "the journal unless one says otherwise"
    );
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Ring bolaget."), ("kind", "working_note")]).await;
    browser.get(&at(&sent, "/anteckna")).await;
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Bolaget ringde upp.")]).await;
    browser.get(&at(&sent, "")).await;
    let headings = browser.page.texts("article h2");
    assert!(headings.contains(&"Arbetsanteckningar".to_owned()), "{headings:?}");
    let journal = office.reads(MANAGER, &sent).await.json["content"]["journal"].clone();
    let kinds: Vec<_> = journal.as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["working_note", "note"]);
}

#[tokio::test]
async fn an_entry_is_corrected_by_another_beside_it_and_stays_as_it_was() {
    let (office, sent, mut browser) = opened("a").await;
    browser.get(&at(&sent, "/anteckna")).await;
    browser
        .submit(&at(&sent, "/anteckna"), &[("text", "Det var på torsdagen."), ("kind", "working_note")])
        .await;
    let correct = browser.page.attribute("a[href*='corrects=']", "href").unwrap();
    browser.get(&correct).await;
    assert!(!browser.page.has("input[name=kind]"), "it is of the kind of what it corrects");
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Det var på fredagen.")]).await;
    let main = browser.page.text("main");
    assert!(main.contains("Det var på torsdagen.") && main.contains("Det var på fredagen."));
    assert!(main.contains("Rättar anteckningen från 2026-11-21"), "{main}");
    let journal = office.reads(MANAGER, &sent).await.json["content"]["journal"].clone();
    assert_eq!(journal[1]["corrects"], journal[0]["id"]);
    assert_eq!(journal[1]["kind"], "working_note");
}

#[tokio::test]
async fn an_entry_of_another_matter_is_not_there_to_be_corrected() {
    let office = Office::open().await;
    let (one, other) = (office.receives_text("a").await, office.receives_text("b").await);
    let _ = office.does(MANAGER, &one, "note", &json!({ "text": "a" })).await.expect(204);
    let entry = office.reads(MANAGER, &one).await.json["content"]["journal"][0]["id"].clone();
    let body = json!({ "text": "b", "corrects": entry });
    let _ = office.does(MANAGER, &other, "note", &body).await.expect(404);
    let _ = office.does(MANAGER, &one, "note", &body).await.expect(204);
}

#[tokio::test]
async fn what_is_learned_after_closing_is_added_to_the_journal_and_no_working_note_is() {
    let (office, sent, mut browser) = opened("a").await;
    let before = json!({ "text": "Ring bolaget.", "working": true });
    let verbs = [
        ("note", before.clone()),
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", json!({ "text": "b" })),
    ];
    office.handles(&sent, &verbs).await;
    browser.get(&at(&sent, "/avsluta")).await;
    let end = [("measures", "a"), ("routine_reviewed", "no"), ("routine_why", "b"), ("feedback", "c")];
    browser.submit(&at(&sent, "/avsluta"), &end).await;
    assert!(browser.page.text(".error").contains("Välj om arbetsanteckningarna ska tas bort eller sparas."));
    browser.submit(&at(&sent, "/avsluta"), &[("working_notes", "remove")]).await;
    browser.get(&at(&sent, "")).await;
    assert!(!browser.page.html().contains("Ring bolaget."), "what was only to remember by is gone");
    let corrected = browser.page.texts("a[href*='corrects=']");
    assert_eq!(corrected.len(), 7, "what was found, what came of it, the routine, what staff were told");
    browser.get(&at(&sent, "/anteckna")).await;
    assert!(!browser.page.has("input[name=kind]"));
    assert!(browser.page.text("main").contains("Ärendet är avslutat."));
    browser.submit(&at(&sent, "/anteckna"), &[("text", "Mamman ringde och tackade.")]).await;
    assert_eq!(browser.page.text(".notice.good"), "Anteckningen är sparad.");
    let read = office.reads(MANAGER, &sent).await.json;
    assert_eq!(read["state"], "closed", "an addendum opens nothing");
    let journal = read["content"]["journal"].as_array().unwrap().clone();
    assert_eq!(journal.last().unwrap()["kind"], "note");
    let refused = office.does(MANAGER, &sent, "note", &before).await.expect(409);
    assert!(refused.json["detail"].as_str().unwrap().contains("closed"));
}
