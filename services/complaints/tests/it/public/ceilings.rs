//! How much may wait to be sent: a ceiling for each who writes, and one for all. What is written is taken whatever they say.

use complaints::PUBLIC_PART;
use process::Own;
use serde_json::{Value, json};
use testkit::World;

use super::{Sender, files::PNG, parts};
use crate::{api::attachments::upload, office::Office};

impl Sender {
    async fn with(own: Value) -> Self {
        let mut world = World::of(PUBLIC_PART).await;
        world.own = Own::of(&own).unwrap();
        let standing = world.open(PUBLIC_PART).await;
        let mut browser = standing.visitor();
        browser.get("/").await;
        let mut sender = Self { world, standing, browser };
        sender.submit("/klagomal/borja", &[]).await;
        sender.answer(&[("text", "Bussen kom för sent.")]).await;
        sender.get("/klagomal/filer").await;
        sender
    }
}

/// Of so many bytes.
fn text(size: usize) -> Vec<u8> {
    vec![b'a'; size]
}

#[tokio::test]
async fn one_who_writes_adds_files_up_to_a_ceiling_and_is_told_what_it_is() {
    let mut sender = Sender::with(json!({ "largest_together": 2 * 1024 * 1024 })).await;
    sender.adds("a.txt", &text(1024 * 1024)).await;
    sender.adds("b.txt", &text(1024 * 1024 + 1)).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#file-error").contains("högst 2 MB tillsammans"), "{}", sender.page().html());
    assert_eq!(sender.files_kept().await, 1, "what is not taken is not kept");
    let told = parts::announces(&mut sender.browser, "/klagomal/filer", "c.txt", 1024 * 1024 + 1).await;
    assert!(told["problem"].as_str().unwrap().contains("högst 2 MB tillsammans"), "{told}");
    sender.sends().await;
}

#[tokio::test]
async fn when_too_much_waits_no_file_is_taken_and_what_is_written_is() {
    let mut sender = Sender::with(json!({ "most_unsent": 128 * 1024 })).await;
    sender.adds("a.txt", &text(100 * 1024)).await;
    assert_eq!(sender.page().text("[role=status]"), "Filen är tillagd.");
    sender.adds("b.png", PNG).await;
    assert_eq!(sender.page().status, 503);
    let said = sender.page().text("#file-error");
    assert!(said.contains("Du kan skicka det du har skrivit ändå"), "{said}");
    assert_eq!(sender.files_kept().await, 1);
    sender.sends().await;
    assert_eq!(sender.complaints().await, 1);
}

#[tokio::test]
async fn a_file_in_parts_stops_there_too_and_room_comes_back_when_something_is_sent() {
    let mut sender = Sender::with(json!({ "most_unsent": parts::PART })).await;
    let file = text(parts::PART + 10);
    parts::announces(&mut sender.browser, "/klagomal/filer", "a.txt", file.len()).await;
    let csrf = sender.get("/klagomal/filer").await.attribute("#form input[name=csrf]", "value").unwrap();
    let files = "/klagomal/filer";
    parts::sends_part(&mut sender.browser, files, (&csrf, ""), (0, &file[..parts::PART])).await;
    let rest = (parts::PART, &file[parts::PART..]);
    let told = parts::sends_part(&mut sender.browser, files, (&csrf, ""), rest).await;
    assert!(told["problem"].as_str().unwrap().contains("inte ta emot fler filer"), "{told}");
    assert_eq!(sender.files_kept().await, 0, "what cannot go on is not kept");
    sender.get(files).await;
    sender.adds("b.png", PNG).await;
    sender.sends().await;
}

#[tokio::test]
async fn a_program_is_told_to_come_again_and_its_complaint_is_taken() {
    // Half of it is two pieces.
    let office = Office::with(json!({ "most_unsent": 4 * 64 * 1024 })).await;
    let _ = upload(&office.anyone(), "a.png", PNG).await.expect(201);
    let _ = upload(&office.anyone(), "b.png", PNG).await.expect(201);
    let _ = upload(&office.anyone(), "c.png", PNG).await.expect(503);
    office.receives_text("Bussen kom för sent.").await;
}

#[tokio::test]
async fn what_strangers_send_keeps_no_scanned_letter_out() {
    let office = Office::with(json!({ "most_unsent": 1 })).await;
    let _ = upload(&office.anyone(), "a.png", PNG).await.expect(503);
    let mut centre = office.browser("kontaktcenter").await;
    centre.get("/nytt/brev").await;
    centre.upload("", "file", "brev.png", PNG).await;
    assert!(
        centre.page.text("main").contains("Filen brev.png följer med ärendet."),
        "{}",
        centre.page.html()
    );
}
