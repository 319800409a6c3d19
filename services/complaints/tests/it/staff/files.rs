//! Files from those who handle a complaint to the one who sent it.

use serde_json::json;
use testkit::organisation::NORRGLIMT;

use super::at;
use crate::{
    api::attachments::PNG,
    office::{MANAGER, Office, Sent},
};

impl Office {
    /// Has the manager send a file.
    async fn sends_file(&self, sent: &Sent, name: &str, content: &[u8]) -> testkit::Browser {
        let mut manager = self.browser(MANAGER).await;
        manager.get(&at(sent, "/skriv")).await;
        let way = manager.page.attribute("a[href$='/fil']", "href").unwrap();
        manager.get(&way).await;
        manager.upload("", "file", name, content).await;
        manager
    }
}

#[tokio::test]
async fn staff_send_a_file_and_the_sender_opens_it_with_the_receipt() {
    let office = Office::open().await;
    let body = json!({ "text": "a", "unit_id": NORRGLIMT, "contact": { "email": "karin@example.org" } });
    let sent = office.receives(body).await;
    let mails = office.parcels("notifications").await.len();
    let manager = office.sends_file(&sent, "överenskommelse.png", PNG).await;
    assert_eq!(manager.page.text("[role=status]"), "Filen är skickad.");
    assert!(manager.page.text("main").contains("överenskommelse.png"));
    assert_eq!(
        office.parcels("notifications").await.len(),
        mails + 1,
        "the sender is told that something waits"
    );
    let mut sender = office.public.visitor();
    sender.get("/mitt-arende").await;
    sender.submit("", &[("code", &sent.receipt)]).await;
    let link = "a[href^='/mitt-arende/filer/']";
    assert_eq!(sender.page.text(link), "överenskommelse.png");
    let file = sender.page.attribute(link, "href").unwrap();
    assert_eq!(sender.get(&file).await.bytes, PNG);
}

#[tokio::test]
async fn a_file_that_is_not_taken_is_told_beside_the_field_and_nothing_is_sent() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    for (name, content, sentence) in [
        ("brev.zip", &b"PK\x03\x04 and so on"[..], "Filen är en packad mapp."),
        ("tom.png", b"", "Filen är tom."),
        ("", b"", "Välj en fil först."),
    ] {
        let manager = office.sends_file(&sent, name, content).await;
        assert_eq!(manager.page.status, 422, "{name}");
        assert!(manager.page.text("#file-error").contains(sentence), "{name}");
    }
    assert_eq!(office.count("attachment.id").await, 0);
}

#[tokio::test]
async fn only_who_may_write_to_the_sender_sends_files() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    for (login, status) in [("rektor-stjarnvret", 404), ("registrator", 303)] {
        let mut browser = office.browser(login).await;
        assert_eq!(browser.open(&at(&sent, "/fil")).await.status, status, "{login}");
    }
    let mut manager = office.browser(MANAGER).await;
    let forged = b"--edge\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\nx\r\n--edge--\r\n";
    manager.post(&at(&sent, "/fil"), "multipart/form-data; boundary=edge", forged.to_vec()).await;
    assert_eq!(manager.page.status, 422);
    assert_eq!(office.count("attachment.id").await, 0);
}
