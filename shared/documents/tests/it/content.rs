//! What the documents say, as pdftotext reads them.

use documents::{Document, make};

use crate::sample::{account, answer, head, notification, protocol, receipt, record};

/// The document's text with single spaces, page by page. None when there is nothing to read it with.
async fn read(test: &str, document: impl Into<Document>) -> Option<Vec<String>> {
    let said = testkit::pdf_text(test, make(document).await.unwrap().as_bytes())?;
    let plain = |page: &str| page.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    Some(said.trim_end_matches('\u{c}').split('\u{c}').map(plain).collect())
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words:?} is not in:\n{text}");
    }
}

#[tokio::test]
async fn the_receipt_is_one_page_with_all_one_needs_to_come_back() {
    let receipt = receipt();
    let (code, number) = (receipt.code.reveal().to_owned(), receipt.number.to_string());
    let this = "the_receipt_is_one_page_with_all_one_needs_to_come_back";
    let Some(pages) = read(this, receipt).await else { return };
    assert_eq!(pages.len(), 1);
    says(
        &pages[0],
        &[
            &code,
            &number,
            "Så säger du koden",
            "Öppna sidan med kameran",
            "4 fyra, T Tore",
            "Sida 1 (1)",
            "2026-11-21",
        ],
    );
    says(
        &pages[0],
        &["1. Vi läser det", "senast måndag 7 december", "(IVO)", "08-465 004 10", "Stockholms stad"],
    );
}

#[tokio::test]
async fn the_answer_says_who_answers_and_what_to_do_and_nothing_of_appeal() {
    let this = "the_answer_says_who_answers_and_what_to_do_and_nothing_of_appeal";
    let Some(pages) = read(this, answer()).await else { return };
    let text = pages.join(" ");
    says(
        &text,
        &["Karin Öberg", "Svar på ditt klagomål", "dörren var låst", "Vi följer upp den 15 januari."],
    );
    says(&text, &["Åsa Lindqvist Gruppchef", "UTBF 2026/4711", "Om du inte är nöjd"]);
    assert!(!text.to_lowercase().contains("överklaga"));
}

#[tokio::test]
async fn the_notification_has_every_field_of_the_form_and_the_whole_inquiry() {
    let this = "the_notification_has_every_field_of_the_form_and_the_whole_inquiry";
    let Some(pages) = read(this, notification()).await else { return };
    let text = pages.join(" ");
    for field in [
        "Avsändarens diarienummer",
        "ett allvarligt missförhållande",
        "en påtaglig risk för ett allvarligt missförhållande",
        "Anmälan görs av",
        "Kontaktperson",
        "Befattning",
        "Postadress",
        "Postnummer",
        "Ort",
        "Telefon",
        "Mobiltelefon",
        "E-post",
        "Verksamhetens namn",
        "Typ av verksamhet och lagrum",
        "Målgrupp",
        "Datum",
        "Tid",
        "Beskrivning av det inträffade",
        "Typ av missförhållande",
        "Orsaker",
        "Vidtagna åtgärder",
        "Planerade åtgärder och information till den enskilde",
        "Utredningen bifogas",
    ] {
        says(&text, &[field]);
    }
    says(&text, &["10. Åtgärder för att det inte ska hända igen", "Faktisk omständighet", "Bedömning"]);
    says(&text, &["Antecknat 2026-11-14 10.30 av Maja Holm, Utredare", "Källa: Samtal med roll A"]);
    says(
        &text,
        &["Beslutat 2026-11-20 15.00 av Per Nyman, Avdelningschef", "Delegationsordningen punkt 7.3"],
    );
    says(
        &text,
        &["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "49 kB", "Inte angivet"],
    );
}

#[tokio::test]
async fn an_inquiry_to_come_is_said_to_come() {
    let early = documents::Notification {
        inquiry: Vec::new(),
        decision: None,
        has_happened: false,
        ..notification()
    };
    let Some(pages) = read("an_inquiry_to_come_is_said_to_come", early).await else { return };
    let text = pages.join(" ");
    says(&text, &["Utredningen är inte klar. Den skickas in senare."]);
    assert!(!text.contains("Utredning enligt lex Sarah"));
}

#[tokio::test]
async fn the_account_shows_no_number_so_small_that_somebody_is_known_by_it() {
    let this = "the_account_shows_no_number_so_small_that_somebody_is_known_by_it";
    let Some(pages) = read(this, account()).await else { return };
    let text = pages.join(" ");
    says(&text, &["Klagomål efter ämne och kvartal", "färre än 5", "4 307", "Ett streck (–) står"]);
}

#[tokio::test]
async fn paper_speaks_the_language_it_is_made_in() {
    let Some(pages) =
        read("paper_speaks_the_language_it_is_made_in", documents::Receipt { head: head("en"), ..receipt() })
            .await
    else {
        return;
    };
    says(&pages[0], &["Receipt code", "How to say the code", "Page 1 (1)"]);
}

#[tokio::test]
async fn arabic_is_set_in_arabic_letters() {
    let arabic = documents::Answer { head: head("ar"), text: "مرحبا كريم".into(), ..answer() };
    let Some(pages) = read("arabic_is_set_in_arabic_letters", arabic).await else { return };
    let text = pages.join(" ");
    assert!(text.contains("مرحبا") && !text.contains('\u{fffd}'), "{text}");
}

#[tokio::test]
async fn the_same_document_is_the_same_file() {
    let (one, other) = (notification(), notification());
    assert_eq!(make(one).await.unwrap(), make(other).await.unwrap());
    let later = documents::Account {
        head: documents::Head { at: "2027-01-01T00:00:00Z".parse().unwrap(), ..head("sv") },
        ..account()
    };
    assert_ne!(make(account()).await.unwrap(), make(later).await.unwrap());
}

#[test]
fn every_word_is_there_in_every_language() {
    testkit::languages(env!("CARGO_MANIFEST_DIR"));
}

#[tokio::test]
async fn the_protocol_names_each_that_it_was_done_to_and_by_what_decision() {
    let this = "the_protocol_names_each_that_it_was_done_to_and_by_what_decision";
    let Some(pages) = read(this, protocol()).await else { return };
    assert!(pages.len() > 1, "a long list goes on");
    says(
        &pages[0],
        &["Gallringsprotokoll 3", "UTBF 2026/1", "Arne Provsson", "Ärenden på listan", "SYN 2024/1"],
    );
    let last = pages.last().unwrap();
    says(last, &["Diarienummer", "SYN 2024/60", "7KM4-0060", "2024-11-02"]);
    // However it is broken on paper, the sum can be compared.
    assert!(pages.join("").replace(' ', "").contains(&"0123456789abcdef".repeat(4)));
}

#[tokio::test]
async fn the_record_has_each_thing_that_was_written_under_who_wrote_it_and_when() {
    let this = "the_record_has_each_thing_that_was_written_under_who_wrote_it_and_when";
    let Some(pages) = read(this, record()).await else { return };
    let whole = pages.join(" ");
    let places =
        ["Pröva sekretessen", "Karin Öberg", "Han väntade i tjugo minuter.", "(vad som hände)", "var sjuk"];
    let found: Vec<_> =
        places.iter().map(|part| whole.find(part).unwrap_or_else(|| panic!("{part}: {whole}"))).collect();
    assert!(found.is_sorted(), "in the order in which it came about");
}
