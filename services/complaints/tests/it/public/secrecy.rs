//! What is written is read by nobody but its writer, wherever it is kept.

use chrono::TimeDelta;
use complaints::actions;
use testkit::organisation::NORRGLIMT;

use super::Sender;
use crate::office::Office;

const MARKERS: [&str; 6] = [
    "Kanariefågel",
    "Karin Kanarie",
    "kanarie@example.org",
    "070-555 01 02",
    "Kanarieklockan",
    "kanarietolk",
];

async fn has_filled_in_everything() -> Sender {
    let mut sender = Sender::has_told("Kanariefågel i text").await;
    sender.answer(&[("unit", &NORRGLIMT.to_string())]).await;
    sender.get("/klagomal/kontakt").await;
    let contact = ["name", "email", "phone", "reach", "interpreter"];
    sender.answer(&contact.into_iter().zip(MARKERS.into_iter().skip(1)).collect::<Vec<_>>()).await;
    sender
}

#[tokio::test]
async fn a_draft_cannot_be_read_in_the_database() {
    let sender = has_filled_in_everything().await;
    for marker in MARKERS {
        assert_eq!(sender.finds(marker).await, [""; 0], "{marker}");
    }
    let token = sender.browser.cookie("complaints-draft").unwrap();
    assert_eq!(sender.finds(token).await, [""; 0], "only the token's hash is kept");
}

#[tokio::test]
async fn neither_can_the_receipt_nor_what_is_written_with_it() {
    let mut sender = has_filled_in_everything().await;
    let code = sender.sends().await;
    sender.submit("/kvitto/oppna", &[]).await;
    sender.answer(&[("words", "Kanariefågel igen"), ("switch_language", "en")]).await;
    for secret in MARKERS.iter().copied().chain([code.as_str(), &code.replace('-', "")]) {
        assert_eq!(sender.finds(secret).await, [""; 0], "{secret}");
    }
    let token = sender.browser.cookie("complaints-reading").unwrap();
    assert_eq!(sender.finds(token).await, [""; 0]);
}

#[tokio::test]
async fn another_browser_reaches_none_of_it() {
    let sender = has_filled_in_everything().await;
    let mut stranger = sender.standing.visitor();
    for path in ["/", "/klagomal/handelse", "/klagomal/kontrollera", "/kvitto", "/mitt-arende/dialog"] {
        let html = stranger.get(path).await.html();
        assert!(MARKERS.iter().all(|marker| !html.contains(marker)), "{path}");
    }
}

#[tokio::test]
async fn pages_with_somebodys_words_are_kept_by_no_cache() {
    let sender = has_filled_in_everything().await;
    assert_eq!(sender.page().headers["cache-control"], "no-store");
    assert_eq!(sender.page().headers["referrer-policy"], "no-referrer");
}

#[tokio::test]
async fn what_nobody_can_come_back_to_is_removed() {
    let office = Office::open().await;
    let mut browser = office.public.visitor();
    browser.get("/").await;
    browser.submit("/klagomal/borja", &[]).await;
    browser.submit("", &[("text", "a")]).await;
    browser.get("/klagomal/kontrollera").await;
    browser.submit("", &[]).await;
    browser.submit("/kvitto/oppna", &[]).await;
    assert_eq!(office.count("draft.token_hash").await, 1);
    assert_eq!(office.count("reading_visit.token_hash").await, 1);
    office.world.clock.advance(TimeDelta::minutes(31));
    actions::forget(&office.app).await.unwrap();
    assert_eq!(office.count("draft.token_hash").await, 1);
    assert_eq!(office.count("reading_visit.token_hash").await, 0);
    office.world.clock.advance(TimeDelta::hours(24));
    actions::forget(&office.app).await.unwrap();
    assert_eq!(office.count("draft.token_hash").await, 0);
}
