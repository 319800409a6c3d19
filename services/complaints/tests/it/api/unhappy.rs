//! A sender who is not satisfied with the answer (I.2 C11).

use serde_json::json;
use testkit::{Answer, Browser};

use crate::office::{MANAGER, Office, Sent, closing, inquired};

async fn asks(office: &Office, sent: &Sent, text: &str) -> Answer {
    let body = json!({ "receipt": sent.receipt, "text": text, "next_level": true });
    office.anyone().post("/api/v1/dialogue/messages", &body).await
}

#[tokio::test]
async fn the_next_level_inquires_anew_and_whoever_answered_cannot_answer_again() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = asks(&office, &sent, "Nej.").await.expect(409);
    office.answers(&sent).await;
    let verbs = [("close", closing())];
    office.handles(&sent, &verbs).await;
    assert_eq!(office.dialogue(&sent).await["has_next_level"], true);
    let before = office.parcels("notifications").await.len();
    let _ = asks(&office, &sent, "Ni svarade på fel fråga.").await.expect(201);
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!(
        (read["state"].as_str(), read["level"].as_str(), read["handler_id"].as_str()),
        (Some("inquiry"), Some("principal"), None)
    );
    assert_eq!(
        read["content"]["messages"].as_array().unwrap().last().unwrap()["text"],
        "Ni svarade på fel fråga."
    );
    let told = office.parcels("notifications").await.split_off(before);
    assert!(
        told.iter().all(|message| message["recipient"]["role"] == "principal") && told.len() == 1,
        "{told:?}"
    );
    for (verb, body) in [("inquire", inquired()), ("answer", json!({ "text": "c" })), ("close", closing())] {
        let refused = office.does(MANAGER, &sent, verb, &body).await;
        assert!([403, 409].contains(&refused.status.as_u16()), "{verb}: {}", refused.status);
    }
    for (verb, body) in [("inquire", inquired()), ("answer", json!({ "text": "d" }))] {
        let _ = office.does("rektor-norrglimt", &sent, verb, &body).await.expect(204);
    }
    let _ = asks(&office, &sent, "Inte nu heller.").await.expect(201);
    let level = office.reads("huvudmannarepresentant", &sent).await.expect(200).json["level"].clone();
    assert_eq!(level, "school_owner_representative");
    let lead = "huvudmannarepresentant";
    for (verb, body) in [("inquire", inquired()), ("answer", json!({ "text": "e" }))] {
        let _ = office.does(lead, &sent, verb, &body).await.expect(204);
    }
    assert_eq!(office.dialogue(&sent).await["has_next_level"], false, "above them there is IVO");
    let _ = asks(&office, &sent, "Fortfarande inte.").await.expect(409);
}

#[tokio::test]
async fn what_was_planned_goes_on_and_is_looked_at_before_the_end() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let measure = json!({ "what": "Ny lista.", "owner": testkit::organisation::person("rektor-norrglimt"),
        "due_on": "2026-12-11", "check_on": "2027-02-01" });
    office.answers(&sent).await;
    let verbs = [("plan-measures", measure)];
    office.handles(&sent, &verbs).await;
    let _ = asks(&office, &sent, "Det räcker inte.").await.expect(201);
    let principal = "rektor-norrglimt";
    for (verb, body) in [("inquire", inquired()), ("answer", json!({ "text": "c" }))] {
        let _ = office.does(principal, &sent, verb, &body).await.expect(204);
    }
    let _ = office.does(principal, &sent, "close", &closing()).await.expect(409);
    let read = office.reads(principal, &sent).await.expect(200).json;
    let effect = json!({ "measure": read["content"]["measures"][0]["id"], "effect": "Det hjälpte." });
    let _ = office.does(principal, &sent, "check-effect", &effect).await.expect(204);
    let _ = office.does(principal, &sent, "close", &closing()).await.expect(204);
}

async fn with_the_code(office: &Office, sent: &Sent) -> Browser {
    let mut sender = office.public.visitor();
    sender.get("/mitt-arende").await;
    sender.submit("", &[("code", &sent.receipt)]).await;
    sender
}

#[tokio::test]
async fn the_page_has_a_button_for_it_beside_the_words() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let mut sender = with_the_code(&office, &sent).await;
    assert!(sender.page.has("button[name=next_level][value=yes]"));
    sender.submit("/mitt-arende/dialog", &[("words", " "), ("next_level", "yes")]).await;
    assert_eq!(sender.page.status, 422, "why is asked");
    sender
        .submit("/mitt-arende/dialog", &[("words", "Ni svarade på fel fråga."), ("next_level", "yes")])
        .await;
    assert!(sender.page.text("main").contains("Ni svarade på fel fråga."));
    assert!(!sender.page.has("button[name=next_level]"), "it is asked for");
    assert_eq!(office.reads("rektor-norrglimt", &sent).await.expect(200).json["level"], "principal");
}

#[tokio::test]
async fn the_same_words_sent_as_a_message_before_still_reach_the_next_level() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let mut sender = with_the_code(&office, &sent).await;
    let page = sender.page.clone();
    sender.submit("/mitt-arende/dialog", &[("words", "Det stämmer inte.")]).await;
    sender.page = page;
    sender.submit("/mitt-arende/dialog", &[("words", "Det stämmer inte."), ("next_level", "yes")]).await;
    assert_eq!(office.reads("rektor-norrglimt", &sent).await.expect(200).json["level"], "principal");
}

#[tokio::test]
async fn asked_twice_at_the_same_moment_it_goes_up_once() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    office.answers(&sent).await;
    let program = office.anyone().header("idempotency-key", "019a0000-0000-7000-8000-0000000000aa");
    let body = json!({ "receipt": sent.receipt, "text": "Nej.", "next_level": true });
    let calls: Vec<_> = (0..6)
        .map(|_| {
            let (program, body) = (program.clone(), body.clone());
            tokio::spawn(async move { program.post("/api/v1/dialogue/messages", &body).await })
        })
        .collect();
    for call in calls {
        let _ = call.await.unwrap().expect(201);
    }
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!(read["level"], "principal", "and not two levels");
    let messages = read["content"]["messages"].as_array().unwrap();
    assert_eq!(messages.iter().filter(|message| message["text"] == "Nej.").count(), 1);
}
