//! Receipts: the right one opens one complaint, every other opens nothing.

use kernel::ReceiptCode;
use serde_json::{Value, json};

use crate::office::{MANAGER, Office};

#[tokio::test]
async fn a_receipt_opens_its_own_complaint_however_it_is_typed() {
    let office = Office::open().await;
    let (mine, other) = (office.receives_text("mitt").await, office.receives_text("ett annat").await);
    for typed in [
        mine.receipt.clone(),
        mine.receipt.to_lowercase(),
        mine.receipt.replace('-', " "),
        mine.receipt.replace('-', ""),
    ] {
        let opened =
            office.anyone().post("/api/v1/dialogue", &json!({ "receipt": typed })).await.expect(200).json;
        assert_eq!(opened["case_number"], mine.number.as_str());
        assert_eq!(opened["messages"][0]["text"], "mitt");
    }
    assert_eq!(office.dialogue(&other).await["messages"][0]["text"], "ett annat");
}

#[tokio::test]
async fn every_wrong_receipt_gets_the_same_answer() {
    let office = Office::open().await;
    let sent = office.receives_text("mitt").await;
    let mut slip = sent.receipt.clone();
    let last = if slip.pop() == Some('0') { '1' } else { '0' };
    slip.push(last);
    let mut answers = Vec::new();
    for wrong in [slip.as_str(), ReceiptCode::random().reveal(), "", "hej", &sent.number, &"0".repeat(5000)] {
        for path in ["/api/v1/dialogue", "/api/v1/dialogue/messages"] {
            let mut body = json!({ "receipt": wrong });
            if path.ends_with("messages") {
                body["text"] = "b".into();
            }
            let mut answer = office.anyone().post(path, &body).await.expect(404);
            answer.json["instance"] = Value::Null;
            answers.push((answer.json, answer.headers.get("content-length").cloned()));
        }
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
}

#[tokio::test]
async fn the_receipt_stays_with_its_sender() {
    let office = Office::open().await;
    let sent = office.receives_text("mitt").await;
    let read = office.reads(MANAGER, &sent).await.expect(200);
    let shown = String::from_utf8_lossy(&read.bytes).into_owned();
    assert!(!shown.contains(&sent.receipt) && !shown.contains(&sent.receipt.replace('-', "")));
}

#[tokio::test]
async fn opening_and_writing_leave_their_traces_without_anything_about_the_sender() {
    let office = Office::open().await;
    let sent = office.receives_text("mitt").await;
    office.dialogue(&sent).await;
    let body = json!({ "receipt": sent.receipt, "text": "b" });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &body).await.expect(201);
    let traces =
        office.program(MANAGER).get(&format!("/api/v1/complaints/{}/readings", sent.id)).await.expect(200);
    let lines: Vec<_> = traces.json["traces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| (t["actor"].as_str().unwrap(), t["action"].as_str().unwrap(), t["person_id"].is_null()))
        .collect();
    assert_eq!(
        lines,
        [
            ("sender", "submit", true),
            ("system", "register", true),
            ("sender", "open_dialogue", true),
            ("sender", "write_again", true)
        ]
    );
}
