//! The register: its lines, its marks, and what anyone may see of it.

use std::slice;

use serde_json::json;
use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office, ordinary};

#[tokio::test]
async fn a_registrar_chooses_another_line_and_mark_and_the_number_stays() {
    let office = Office::open().await;
    let sent = office.receives_text("Jag begär ut min sons akt.").await;
    let body = json!({ "line": "Begäran om handling, korttidstillsyn", "mark": "OSL 26:5" });
    let _ = office.does(MANAGER, &sent, "correct-entry", &body).await.expect(403);
    let _ = office.does("registrator", &sent, "correct-entry", &body).await.expect(204);
    let read = office.reads("registrator", &sent).await.expect(200).json;
    assert_eq!(read["registration"]["number"], "KTT 2026/0001");
    assert_eq!(read["registration"]["line"], "Begäran om handling, korttidstillsyn");
    assert_eq!(read["registration"]["secrecy_mark"], "OSL 26:5");
    let own = json!({ "line": "Elsa och bussen" });
    let _ = office.does("registrator", &sent, "correct-entry", &own).await.expect(422);
}

#[tokio::test]
async fn the_register_shows_a_neutral_line_and_nothing_of_the_sender_or_a_small_unit() {
    let office = Office::open().await;
    let contact = json!({ "name": "Karin Testberg", "email": "karin@example.org" });
    let body = json!({ "text": "Elsa satt i hallen.", "unit_id": NORRGLIMT, "contact": contact });
    let sent = office.receives(body).await;
    let mut browser = office.browser("registrator").await;
    browser.get("/diarium").await;
    assert_eq!(browser.page.texts("tbody tr").len(), 1);
    let row = browser.page.text("tbody tr");
    for shown in [
        "2026-11-21",
        "KTT 2026/0001",
        "Enskild",
        "Klagomål, korttidstillsyn",
        "OSL 26:1, 2026-11-21, Utbildningsnämnden",
    ] {
        assert!(row.contains(shown), "{shown}: {row}");
    }
    let href = browser.page.attribute("a[href^='/diarium.csv']", "href").unwrap();
    let page = browser.page.html();
    browser.get(&href).await;
    let table = browser.page.html();
    assert!(browser.page.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    assert_eq!(browser.page.headers["content-security-policy"], "sandbox; default-src 'none'");
    assert_eq!(
        table.lines().nth(1),
        Some(
            "\"2026-11-21\";\"KTT 2026/0001\";\"Enskild\";\"Klagomål, korttidstillsyn\";\"\";\"OSL 26:1, 2026-11-21, Utbildningsnämnden\""
        )
    );
    for secret in ["Elsa", "Karin", "Norrglimt", sent.number.as_str()] {
        assert!(!table.contains(secret) && !page.contains(secret), "{secret}");
    }
    browser.get("/diarium?fran=2026-10-01&till=2026-10-31").await;
    assert_eq!(browser.page.text("main .lead"), "Inget är registrerat under den tiden.");
}

#[tokio::test]
async fn what_waits_for_a_registrar_stands_on_their_list() {
    let office = Office::open().await;
    let nowhere = office.receives(json!({ "text": "Vet inte vilken enhet." })).await;
    let elsewhere = office.receives_text("Beslutet är fel.").await;
    office.receives_text("Vanligt.").await;
    let mut triage = ordinary();
    triage["other_authority"] = true.into();
    let _ = office.does(MANAGER, &elsewhere, "triage", &triage).await.expect(204);
    let mut browser = office.browser("registrator").await;
    browser.get("/registratur").await;
    let mut numbers = browser.page.texts("main > table tbody .case-number");
    numbers.sort();
    let mut expected = [nowhere.number, elsewhere.number];
    expected.sort();
    assert_eq!(numbers, expected);
    let mut manager = office.browser(MANAGER).await;
    assert!(!manager.page.has(".places a[href='/registratur']"));
    manager.get("/registratur").await;
    assert_eq!(manager.page.status, 403);
}

#[tokio::test]
async fn what_the_service_registered_stands_on_the_registrars_list_until_they_have_checked_it() {
    let office = Office::open().await;
    let first = office.receives_text("a").await;
    office.world.clock.advance(chrono::TimeDelta::days(3));
    let second = office.receives_text("b").await;
    let mut browser = office.browser("registrator").await;
    browser.get("/registratur").await;
    assert_eq!(browser.page.text("section h2"), "Kontrollera raden i diariet");
    let numbers = browser.page.texts("section tbody .case-number");
    assert_eq!(numbers, [first.number.clone(), second.number.clone()], "the nearest clock first");
    assert!(browser.page.has("section tr:first-of-type .tag.late"));
    assert!(browser.page.text("section tbody").contains("Klagomål, korttidstillsyn"));
    let entry = browser.page.attribute("section tbody a", "href").unwrap();
    browser.get(&entry).await;
    browser.submit("", &[]).await;
    assert_eq!(browser.page.text(".notice.good"), "Raden i diariet är kontrollerad och sparad.");
    browser.get("/registratur").await;
    assert_eq!(browser.page.texts("section tbody .case-number"), slice::from_ref(&second.number));
    let read = office.reads("registrator", &first).await.expect(200).json;
    assert_eq!(read["registration"]["line"], "Klagomål, korttidstillsyn");
    assert_eq!(
        read["registration"]["checked"]["person_id"],
        json!(testkit::organisation::person("registrator"))
    );
    let line = json!({ "line": "Skrivelse, korttidstillsyn" });
    let _ = office.does("registrator", &second, "correct-entry", &line).await.expect(204);
    browser.get("/registratur").await;
    assert!(!browser.page.has("section"), "a corrected entry is a checked one");
    for (sent, action) in [(&first, "check_entry"), (&second, "correct_entry")] {
        let address = format!("/api/v1/complaints/{}/readings", sent.id);
        let traces = office.program(MANAGER).get(&address).await.expect(200).json["traces"].to_string();
        assert!(traces.contains(&format!("\"{action}\"")), "{traces}");
    }
}

#[tokio::test]
async fn what_is_not_registered_yet_stands_on_the_registrars_list() {
    let office = Office::open().await;
    let sent = office.receives_unregistered(json!({ "text": "a", "unit_id": NORRGLIMT })).await;
    let mut browser = office.browser("registrator").await;
    browser.get("/registratur").await;
    assert_eq!(browser.page.texts("tbody .case-number"), [sent.number]);
    assert!(browser.page.text("tbody").contains("Inte registrerat än."));
    assert!(browser.page.text("tbody").contains("2026-11-23"));
}

#[tokio::test]
async fn a_registrar_who_is_concerned_finds_it_on_no_list() {
    let office = Office::open().await;
    let (lead, check) = (office.receives(json!({ "text": "a" })).await, office.receives_text("b").await);
    let whom = json!({ "person_id": testkit::organisation::person("registrator") });
    let mut browser = office.browser("registrator").await;
    browser.get("/registratur").await;
    assert!(browser.page.html().contains(&lead.number) && browser.page.html().contains(&check.number));
    let _ = office.does(MANAGER, &check, "exclude", &whom).await.expect(204);
    let _ = office.does("registrator", &lead, "exclude", &whom).await.expect(204);
    browser.get("/registratur").await;
    assert!(!browser.page.html().contains(&lead.number) && !browser.page.html().contains(&check.number));
}
