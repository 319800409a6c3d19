//! Files from those who handle a complaint to the one who sent it.

use serde_json::json;
use testkit::organisation::{NORRGLIMT, person};

use super::at;
use crate::{
    api::attachments::{PNG, upload},
    office::{MANAGER, Office, Sent, ordinary},
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

#[tokio::test]
async fn the_files_stay_when_a_matter_is_parted_and_both_sides_are_told_where() {
    let office = Office::open().await;
    let file = upload(&office.anyone(), "hallen.png", PNG).await.expect(201);
    let body = json!({ "text": "Hallen. Bussen.", "unit_id": NORRGLIMT, "attachments": [file.json["id"]] });
    let whole = office.receives(body).await;
    let plain = office.receives_text("Hallen. Bussen.").await;
    let mut manager = office.browser(MANAGER).await;
    for (sent, stays) in [(&whole, true), (&plain, false)] {
        let _ = office.does(MANAGER, sent, "triage", &ordinary()).await.expect(204);
        let form = manager.get(&at(sent, "/dela")).await.text("main");
        let said = format!("Filerna från avsändaren stannar i ärende {}.", sent.number);
        assert_eq!(form.contains(&said), stays, "{form}");
        let parts = json!([{ "unit_id": NORRGLIMT, "text": "a" }, { "unit_id": NORRGLIMT, "text": "b" }]);
        let _ =
            office.does(MANAGER, sent, "split", &json!({ "parts": parts, "text": "c" })).await.expect(204);
        let part = office.reads(MANAGER, sent).await.expect(200).json["links"][0]["id"].clone();
        let page = manager.get(&format!("/arenden/{}", part.as_str().unwrap())).await.text("main");
        let said = format!("Avsändarens filer finns i ärende {} och följde inte med hit.", sent.number);
        assert_eq!(page.contains(&said), stays, "{page}");
        assert!(!page.contains("hallen.png"), "they may tell of the other part");
    }

    // Off the whole, there is no whole: its number is that of a matter about them (G.2).
    let part = office.reads(MANAGER, &whole).await.expect(200).json["links"][0]["id"].clone();
    let _ =
        office.does(MANAGER, &whole, "exclude", &json!({ "person_id": person(MANAGER) })).await.expect(204);
    let page = manager.get(&format!("/arenden/{}", part.as_str().unwrap())).await;
    assert_eq!(page.status, 200);
    assert!(!page.html().contains(&whole.number), "{}", page.text("main"));
}
