//! Viruses, before the real clamd and without it.

use std::time::Duration;

use chrono::TimeDelta;
use complaints::actions;
use files::Scanner;
use serde_json::{Value, json};
use testkit::organisation::NORRGLIMT;

use super::attachments::{PNG, upload};
use crate::office::{MANAGER, Office, Sent};

/// The one thing that the tests' clamd knows (tests/parts/clamav.sh).
const BAD: &[u8] = b"LYSSNA-TEST-SIGNATURE och sedan mer";

async fn office(scanner: &str) -> Office {
    Office::with(json!({ "scanner": scanner })).await
}

/// Where nobody answers.
async fn nowhere() -> String {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    free.local_addr().unwrap().to_string()
}

async fn sent_with(office: &Office, name: &str, content: &[u8]) -> Sent {
    let id = upload(&office.anyone(), name, content).await.expect(201).json["id"].clone();
    office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "attachments": [id] })).await
}

/// The file as staff are told of it.
async fn file(office: &Office, sent: &Sent) -> Value {
    let read = office.reads(MANAGER, sent).await.expect(200).json;
    read["content"]["attachments"][0].clone()
}

async fn opens(office: &Office, sent: &Sent, status: u16) -> Vec<u8> {
    let id = file(office, sent).await["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/complaints/{}/attachments/{id}", sent.id);
    office.program(MANAGER).get(&path).await.expect(status).bytes
}

#[tokio::test]
async fn clamd_lets_what_is_clean_in_and_nothing_is_kept_of_what_is_not() {
    let test = "clamd_lets_what_is_clean_in_and_nothing_is_kept_of_what_is_not";
    let Some(clamd) = testkit::part("TEST_CLAMD", test) else { return };
    let office = office(&clamd).await;
    let answer = upload(&office.anyone(), "brev.txt", BAD).await.expect(422);
    assert_eq!(answer.json["errors"][0]["detail"], "the scanner knows the file for bad");
    assert_eq!(office.count("attachment.id").await, 0);
    assert_eq!(office.count("attachment_chunk.sealed").await, 0);
    let sent = sent_with(&office, "bild.png", PNG).await;
    assert_eq!(opens(&office, &sent, 200).await, PNG);
}

#[tokio::test]
async fn who_adds_a_bad_file_to_the_form_is_told_beside_the_field() {
    let test = "who_adds_a_bad_file_to_the_form_is_told_beside_the_field";
    let Some(clamd) = testkit::part("TEST_CLAMD", test) else { return };
    let office = office(&clamd).await;
    let mut sender = office.public.visitor();
    sender.get("/").await;
    sender.submit("/klagomal/borja", &[]).await;
    sender.submit("", &[("text", "Se bilden.")]).await;
    sender.get("/klagomal/filer").await;
    sender.upload("", "file", "brev.txt", BAD).await;
    assert_eq!(sender.page.status, 422);
    let told = sender.page.text("#file-error");
    assert!(told.contains("Filen kan innehålla virus. Vi har inte sparat den."), "{told}");
}

#[tokio::test]
async fn what_came_while_clamd_was_away_is_held_until_it_has_seen_it() {
    let test = "what_came_while_clamd_was_away_is_held_until_it_has_seen_it";
    let Some(clamd) = testkit::part("TEST_CLAMD", test) else { return };
    let mut office = office(&nowhere().await).await;
    let (good, bad) = (sent_with(&office, "bild.png", PNG).await, sent_with(&office, "brev.txt", BAD).await);
    for sent in [&good, &bad] {
        assert_eq!(file(&office, sent).await["can_be_opened"], false);
        opens(&office, sent, 409).await;
    }
    office.world.clock.advance(TimeDelta::minutes(5));
    assert_eq!(actions::rescan(&office.app).await.unwrap(), 0, "nobody answers yet");

    office.app.scanner = Some(Scanner::new(&clamd, Duration::from_secs(30)));
    assert_eq!(actions::rescan(&office.app).await.unwrap(), 2);
    assert_eq!(actions::rescan(&office.app).await.unwrap(), 0);
    assert_eq!(opens(&office, &good, 200).await, PNG);
    opens(&office, &bad, 409).await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{}", bad.id)).await;
    assert!(page.text("main").contains("Filen kan innehålla virus. Den går inte att öppna."));
    assert!(!page.has("a[href*='/bilagor/']"));
}

#[tokio::test]
async fn a_complaint_is_taken_with_its_file_while_the_scanner_is_away() {
    let office = office(&nowhere().await).await;
    let sent = sent_with(&office, "bild.png", PNG).await;
    let told = office.dialogue(&sent).await["attachments"][0].clone();
    assert_eq!((&told["name"], &told["can_be_opened"]), (&json!("bild.png"), &json!(false)));
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{}", sent.id)).await;
    assert!(page.text("main").contains("Vi har inte sökt efter virus i filen än."));
    assert!(!page.has("a[href*='/bilagor/']") && !page.has("img.shown"));
    let id = told["id"].as_str().unwrap();
    for way in ["", "/bild"] {
        assert_eq!(browser.get(&format!("/arenden/{}/bilagor/{id}{way}", sent.id)).await.status, 409);
    }
}

#[tokio::test]
async fn a_file_that_waits_for_its_complaint_is_not_opened_to_be_scanned() {
    let office = office(&nowhere().await).await;
    let _ = upload(&office.anyone(), "bild.png", PNG).await.expect(201);
    office.world.clock.advance(TimeDelta::minutes(5));
    let due = office.app.store.to_scan(office.app.now(), 10).await.unwrap();
    assert!(due.is_empty(), "a draft is its writer's alone");
}

#[tokio::test]
async fn staff_are_shown_pictures_without_what_the_camera_wrote() {
    let office = Office::open().await;
    let sent = sent_with(&office, "bild.png", PNG).await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{}", sent.id)).await;
    assert_eq!(page.attribute("img.shown", "alt").unwrap(), "Bilden bild.png");
    let shown = page.attribute("img.shown", "src").unwrap();
    let picture = browser.get(&shown).await;
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    let camera = b"-kanariebild-";
    let says = |bytes: &[u8]| bytes.windows(camera.len()).any(|part| part == camera);
    assert!(picture.bytes.starts_with(b"\xff\xd8") && !says(&picture.bytes));
    assert!(says(&opens(&office, &sent, 200).await), "the file itself stays as it came");
}
