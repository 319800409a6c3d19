//! The answer as a letter: printed by those who handle it, taken home by the one who complained.

use serde_json::json;
use testkit::{Shown, organisation::NORRGLIMT};

use crate::office::{MANAGER, Office, Sent, ordinary};

async fn answered(office: &Office) -> Sent {
    let contact = json!({ "name": "Karin Testberg" });
    let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "contact": contact })).await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let _ =
        office.does(MANAGER, &sent, "answer", &json!({ "text": "Hej! Nu går bussen." })).await.expect(204);
    sent
}

/// The letter says who is answered, what, by whom, and where one can turn.
fn is_the_letter(test: &str, sent: &Sent, shown: &Shown) {
    assert_eq!(shown.status, 200);
    assert_eq!(shown.headers["content-type"], "application/pdf");
    let name = format!("attachment; filename*=UTF-8''svar-{}.pdf", sent.number);
    assert_eq!(shown.headers["content-disposition"], name);
    let Some(said) = testkit::pdf_text(test, &shown.bytes) else { return };
    for words in
        ["Svar på ditt klagomål", &sent.number, "Karin Testberg", "Nu går bussen.", "IVO", "Stockholms stad"]
    {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
}

#[tokio::test]
async fn staff_print_the_answer_and_leave_a_trace() {
    let office = Office::open().await;
    let sent = answered(&office).await;
    let mut manager = office.browser(MANAGER).await;
    let page = manager.get(&format!("/arenden/{}", sent.id)).await;
    let letter = page.attribute("a[href$='/brev']", "href").unwrap();
    let first = manager.get(&letter).await.bytes.clone();
    is_the_letter("staff_print_the_answer_and_leave_a_trace", &sent, &manager.page);
    assert!(manager.get(&letter).await.bytes == first, "the same letter each time");
    let traces = manager.get(&format!("/arenden/{}/lasningar", sent.id)).await;
    assert!(traces.texts("td").contains(&"Gjorde svaret till ett brev".to_owned()));
    for other in ["rektor-stjarnvret", "registrator"] {
        assert_eq!(office.browser(other).await.get(&letter).await.status, 404, "{other}");
    }
}

#[tokio::test]
async fn the_sender_takes_the_answer_home() {
    let office = Office::open().await;
    let sent = answered(&office).await;
    let mut sender = office.public.visitor();
    sender.get("/mitt-arende/brev").await;
    assert_eq!(sender.page.path, "/mitt-arende", "not before the matter is open");
    sender.get("/mitt-arende").await;
    sender.submit("", &[("code", &sent.receipt)]).await;
    let letter = sender.page.attribute("a[href$='/brev']", "href").unwrap();
    sender.get(&letter).await;
    is_the_letter("the_sender_takes_the_answer_home", &sent, &sender.page);
}

#[tokio::test]
async fn there_is_no_letter_before_there_is_an_answer() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut manager = office.browser(MANAGER).await;
    assert!(!manager.get(&format!("/arenden/{}", sent.id)).await.has("a[href$='/brev']"));
    assert_eq!(manager.get(&format!("/arenden/{}/brev", sent.id)).await.status, 404);
}

#[tokio::test]
async fn the_record_has_what_belongs_to_it_and_no_working_note_and_leaves_a_trace() {
    let this = "the_record_has_what_belongs_to_it_and_no_working_note_and_leaves_a_trace";
    let office = Office::open().await;
    let sent = answered(&office).await;
    let notes = [
        ("note", json!({ "text": "Chauffören ringde upp." })),
        ("note", json!({ "text": "Köp kaffe till mötet.", "working": true })),
    ];
    office.handles(&sent, &notes).await;
    let mut manager = office.browser(MANAGER).await;
    let page = manager.get(&format!("/arenden/{}", sent.id)).await;
    let record = page.attribute("a[href$='/handlingar']", "href").unwrap();
    manager.get(&record).await;
    assert_eq!(manager.page.headers["content-type"], "application/pdf");
    if let Some(said) = testkit::pdf_text(this, &manager.page.bytes) {
        for words in [
            "Pröva sekretessen",
            "Karin Testberg",
            "Bilen kom sent.",
            "Chauffören ringde upp.",
            "Nu går bussen.",
        ] {
            assert!(said.contains(words), "{words} is not in:\n{said}");
        }
        assert!(!said.contains("kaffe"), "a working note is not handed out:\n{said}");
    }
    let traces = manager.get(&format!("/arenden/{}/lasningar", sent.id)).await;
    assert!(traces.texts("td").contains(&"Tog fram alla handlingar".to_owned()));
    for other in ["rektor-stjarnvret", "registrator"] {
        assert_eq!(office.browser(other).await.get(&record).await.status, 404, "{other}");
    }
}
