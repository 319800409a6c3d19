//! Files.

use chrono::TimeDelta;
use complaints::actions;
use serde_json::{Value, json};
use testkit::{Answer, Program, organisation::NORRGLIMT};

use crate::office::{MANAGER, Office, Sent};

pub use testkit::PICTURE as PNG;

pub async fn upload(program: &Program, name: &str, content: &[u8]) -> Answer {
    let head =
        format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), content, b"\r\n--edge--\r\n"].concat();
    program.post_bytes("/api/v1/complaints/attachments", "multipart/form-data; boundary=edge", body).await
}

async fn sent_with(office: &Office, files: &[(&str, &[u8])]) -> (Sent, Vec<Value>) {
    let mut ids = Vec::new();
    for (name, content) in files {
        ids.push(upload(&office.anyone(), name, content).await.expect(201).json["id"].clone());
    }
    (office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "attachments": ids })).await, ids)
}

async fn files(office: &Office, sent: &Sent) -> Vec<(String, Vec<u8>)> {
    let read = office.reads(MANAGER, sent).await.expect(200).json;
    let mut found = Vec::new();
    for file in read["content"]["attachments"].as_array().unwrap() {
        let path = format!("/api/v1/complaints/{}/attachments/{}", sent.id, file["id"].as_str().unwrap());
        let answer = office.program(MANAGER).get(&path).await.expect(200);
        assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert_eq!(answer.headers["content-security-policy"], "sandbox; default-src 'none'");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["content-type"], file["content_type"].as_str().unwrap());
        found.push((file["name"].as_str().unwrap().to_owned(), answer.bytes));
    }
    found
}

#[tokio::test]
async fn a_file_comes_through_byte_for_byte_whatever_its_size() {
    let office = Office::open().await;
    // Around the edges of a piece and of what is written at once, and the largest there may be.
    for size in [1, 65_535, 65_536, 65_537, 1_048_576, 1_048_577, 2_200_000, 50 * 1024 * 1024] {
        let text: Vec<u8> = (0..size).map(|n| b'a' + u8::try_from(n % 23).unwrap()).collect();
        let (sent, _) = sent_with(&office, &[("brev.txt", &text)]).await;
        let found = files(&office, &sent).await;
        assert_eq!(found[0].0, "brev.txt");
        assert!(found[0].1 == text, "{size} bytes");
    }
}

#[tokio::test]
async fn the_sender_sees_what_was_sent_along_and_others_do_not() {
    let office = Office::open().await;
    let (sent, _) = sent_with(&office, &[("bild.png", PNG), ("Åsas brev.txt", "Hej".as_bytes())]).await;
    let seen = office.dialogue(&sent).await["attachments"].clone();
    assert_eq!(seen[0]["name"], "bild.png");
    assert_eq!(seen[1]["name"], "Åsas brev.txt");
    assert_eq!(seen[1]["size"], 3);

    let other = office.receives_text("ett annat").await;
    let id = seen[0]["id"].as_str().unwrap();
    for (login, complaint) in [(MANAGER, &other), ("rektor-stjarnvret", &sent), ("registrator", &sent)] {
        let path = format!("/api/v1/complaints/{}/attachments/{id}", complaint.id);
        let _ = office.program(login).get(&path).await.expect(404);
    }
}

#[tokio::test]
async fn each_kind_of_refusal_has_its_own_answer() {
    let office = Office::open().await;
    let program = office.anyone();
    let too_large = vec![b'a'; 50 * 1024 * 1024 + 1];
    for (name, content, detail) in [
        ("tom.txt", &b""[..], "the file is empty"),
        ("bild.svg", b"<svg/>", "the file is a web page or a drawing that can hold script"),
        ("bild.png", b"MZ this is a program", "the file is a program"),
        ("arkiv.zip", b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "the file is a packed folder"),
        ("brev.docm", b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "the document holds macros"),
        ("brev.pdf", b"%PDF-1.7\ntrailer<</Encrypt 3 0 R>>", "the document is locked with a password"),
        ("bild.jpg", PNG, "the file's name says another kind than its content"),
        ("brev.txt", b"\xff\xfe\0a", "the file's name says another kind than its content"),
        ("brev.odt", b"a", "the file is of a kind that is not taken"),
    ] {
        let answer = upload(&program, name, content).await.expect(422);
        assert_eq!(answer.json["errors"][0]["detail"], detail, "{name}");
    }
    let _ = upload(&program, "stor.txt", &too_large).await.expect(413);
    let path = "/api/v1/complaints/attachments";
    let _ = program.post(path, &json!({ "file": "a" })).await.expect(415);
    let broken = "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc";
    let _ = program.post_bytes(path, "multipart/form-data; boundary=edge", broken).await.expect(400);
    let other = "--edge\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\nabc\r\n--edge--\r\n";
    let _ = program.post_bytes(path, "multipart/form-data; boundary=edge", other).await.expect(422);
    assert_eq!(office.count("attachment.id").await, 0, "what is refused leaves nothing behind");
    assert_eq!(office.count("attachment_chunk.sealed").await, 0);
}

#[tokio::test]
async fn a_file_goes_with_one_complaint() {
    let office = Office::open().await;
    let (_, ids) = sent_with(&office, &[("bild.png", PNG)]).await;
    let body = json!({ "text": "en gång till", "attachments": ids });
    let answer = office.anyone().post("/api/v1/complaints", &body).await.expect(422);
    assert_eq!(answer.json["errors"][0]["pointer"], "/attachments");
    let unknown = json!({ "text": "a", "attachments": [vault::Token::random().reveal()] });
    let _ = office.anyone().post("/api/v1/complaints", &unknown).await.expect(422);
    assert_eq!(office.count("complaint.id").await, 1);
}

#[tokio::test]
async fn eleven_files_are_too_many() {
    let office = Office::open().await;
    let ids: Vec<_> = (0..11).map(|_| vault::Token::random().reveal()).collect();
    let answer = office
        .anyone()
        .post("/api/v1/complaints", &json!({ "text": "a", "attachments": ids }))
        .await
        .expect(422);
    assert_eq!(answer.json["errors"][0]["detail"], "are too many");
}

#[tokio::test]
async fn a_repeated_upload_gets_the_same_id_and_is_kept_once() {
    let office = Office::open().await;
    let program = office.anyone().header("idempotency-key", "file");
    let first = upload(&program, "bild.png", PNG).await.expect(201).json;
    let second = upload(&program, "bild.png", PNG).await.expect(201).json;
    assert_eq!(first["id"], second["id"]);
    let _ = upload(&program, "bild.png", &[PNG, b"annat"].concat()).await.expect(422);
    assert_eq!(office.count("attachment.id").await, 1);
}

#[tokio::test]
async fn a_file_that_nobody_sent_along_is_forgotten_after_a_day() {
    let office = Office::open().await;
    let waits = upload(&office.anyone(), "bild.png", PNG).await.expect(201).json["id"].clone();
    let (sent, _) = sent_with(&office, &[("kvar.png", PNG)]).await;
    office.world.clock.advance(TimeDelta::hours(23));
    actions::forget(&office.app).await.unwrap();
    assert_eq!(office.count("attachment.id").await, 2);
    office.world.clock.advance(TimeDelta::hours(2));
    actions::forget(&office.app).await.unwrap();
    assert_eq!(office.count("attachment.id").await, 1);
    let late = json!({ "text": "a", "attachments": [waits] });
    let _ = office.anyone().post("/api/v1/complaints", &late).await.expect(422);
    assert_eq!(files(&office, &sent).await[0].1, PNG);
}
