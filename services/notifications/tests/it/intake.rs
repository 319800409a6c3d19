//! Services ask that somebody be told.

use kernel::Uuid;
use proto::{Service, organisation::Organisation};
use serde_json::json;
use testkit::organisation::person;

use crate::{MESSAGES, Notifications, to_address, to_person, to_the_manager};

#[tokio::test]
async fn who_has_the_role_today_gets_a_mail_each() {
    let n = Notifications::start().await;
    let investigators = json!({
        "occasion": "new_matter", "case_number": crate::NUMBER, "link_to": "lex-sarah",
        "recipient": { "kind": "role", "role": "lex_sarah_investigator", "except": [person("utredare-2")] },
    });
    let accepted = n.told(&investigators).await;
    assert_eq!(
        accepted.headers["location"].to_str().unwrap(),
        format!("{MESSAGES}/{}", accepted.json["id"].as_str().unwrap())
    );
    n.told(&to_the_manager()).await;
    n.deliver().await;
    let mut to: Vec<_> = n.server.mails().into_iter().map(|mail| mail.to).collect();
    to.sort();
    assert_eq!(to, ["gruppchef-norrglimt@example.org", "utredare-1@example.org"]);
}

#[tokio::test]
async fn the_same_request_again_gets_the_same_answer_and_no_second_mail() {
    let n = Notifications::start().await;
    let complaints = n.service(Service::Complaints).header("idempotency-key", Uuid::now_v7().to_string());
    let first = complaints.post(MESSAGES, &to_the_manager()).await.expect(202);
    n.deliver().await;
    for _ in 0..3 {
        let again = complaints.post(MESSAGES, &to_the_manager()).await.expect(202);
        assert_eq!(
            (again.json, &again.headers["location"]),
            (first.json.clone(), &first.headers["location"])
        );
    }
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
    let _ = complaints.post(MESSAGES, &to_person("utredare-1")).await.expect(422);
}

#[tokio::test]
async fn the_same_request_twice_at_once_sends_one_mail() {
    let n = Notifications::start().await;
    let complaints = n.service(Service::Complaints).header("idempotency-key", Uuid::now_v7().to_string());
    let message = to_the_manager();
    let (one, two) = tokio::join!(complaints.post(MESSAGES, &message), complaints.post(MESSAGES, &message));
    // The one that came second was answered the same, or asked to come again.
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert!(statuses == [202, 202] || statuses == [202, 409], "{statuses:?}");
    let _ = complaints.post(MESSAGES, &message).await.expect(202);
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
}

#[tokio::test]
async fn another_services_key_is_another_key() {
    let n = Notifications::start().await;
    let (key, message) = (Uuid::now_v7().to_string(), to_the_manager());
    for service in [Service::Complaints, Service::LexSarah] {
        let _ = n.service(service).header("idempotency-key", &key).post(MESSAGES, &message).await.expect(202);
    }
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 2);
}

#[tokio::test]
async fn an_address_that_somebody_gave_is_opened_here_and_only_if_it_was_sealed_for_this() {
    let n = Notifications::start().await;
    n.told(&to_address(&n.sealed("karin@example.org"), "en")).await;
    n.deliver().await;
    let mails = n.server.mails_to("karin@example.org");
    assert!(mails[0].text.contains("https://beratta.example/"), "{}", mails[0].text);
    assert!(mails[0].text.starts_with("There is an answer for you"), "{}", mails[0].text);

    let elsewhere =
        n.world.rings[&Service::Quality].sealing_key().seal("lyssna address v1", b"a@example.org");
    for sealed in [
        data_encoding::BASE64.encode(&elsewhere),
        "karin@example.org".to_owned(),
        n.sealed("not an address"),
        n.sealed("a@example.org\r\nBcc: b@example.org"),
        String::new(),
    ] {
        let refused =
            n.service(Service::Complaints).post(MESSAGES, &to_address(&sealed, "sv")).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], "/recipient/sealed");
        assert!(!refused.json.to_string().contains("example.org"));
    }
}

#[tokio::test]
async fn there_is_no_way_to_say_more() {
    let n = Notifications::start().await;
    let complaints = n.service(Service::Complaints);
    for (change, pointer) in [
        (json!({ "text": "Elsa" }), "/text"),
        (json!({ "case_number": "Elsa Testberg" }), "/case_number"),
        (json!({ "case_number": "7KM4-Q2X5" }), "/case_number"),
        (json!({ "occasion": "Elsa" }), "/occasion"),
        (json!({ "link_to": "https://evil.example" }), "/link_to"),
    ] {
        let mut message = to_the_manager();
        message.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let refused = complaints.post(MESSAGES, &message).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], pointer);
    }
    n.deliver().await;
    assert!(n.server.mails().is_empty());
}

#[tokio::test]
async fn all_staff_guardians_or_youths_are_never_told_together() {
    let n = Notifications::start().await;
    for role in ["staff", "guardian", "youth"] {
        let mut message = to_the_manager();
        message["recipient"]["role"] = json!(role);
        message["case_number"] = json!("wrong");
        let refused = n.service(Service::Complaints).post(MESSAGES, &message).await.expect(422);
        let faults = refused.json["errors"].as_array().unwrap();
        let places: Vec<_> = faults.iter().map(|fault| fault["pointer"].as_str().unwrap()).collect();
        assert_eq!(places, ["/recipient/role", "/case_number"], "every fault at once");
    }
}

#[tokio::test]
async fn without_a_register_nobody_is_silently_left_out() {
    let n = Notifications::start().await;
    let directory = &n.app.inside.ground.directory;
    directory.replace(Organisation::default());
    let complaints = n.service(Service::Complaints).header("idempotency-key", Uuid::now_v7().to_string());
    let _ = complaints.post(MESSAGES, &to_the_manager()).await.expect(503);
    directory.replace(testkit::organisation::organisation());
    let _ = complaints.post(MESSAGES, &to_the_manager()).await.expect(202);
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
}

#[tokio::test]
async fn only_services_ask_and_each_sees_its_own() {
    let n = Notifications::start().await;
    let issuer = &n.world.issuer;
    let person = issuer.access_token("administrator", Service::Notifications);
    let elsewhere = issuer.service_token(Service::Complaints, Service::Quality);
    let id = n.told(&to_the_manager()).await.json["id"].as_str().unwrap().to_owned();
    let address = format!("{MESSAGES}/{id}");
    for (token, status) in [(None, 401), (Some(&elsewhere), 401), (Some(&person), 403)] {
        let program = token.map_or_else(|| n.standing.program(), |token| n.standing.program().bearer(token));
        let _ = program.post(MESSAGES, &to_the_manager()).await.expect(status);
        let _ = program.get(&address).await.expect(status);
    }
    let _ = n.service(Service::LexSarah).get(&address).await.expect(404);
    let _ = n.service(Service::Complaints).get(&format!("{MESSAGES}/{}", Uuid::now_v7())).await.expect(404);
    let _ = n.service(Service::Complaints).get(&format!("{MESSAGES}/1")).await.expect(404);
    let without_key = n.service(Service::Complaints).header("idempotency-key", "");
    let _ = without_key.post(MESSAGES, &to_the_manager()).await.expect(400);
}

#[tokio::test]
async fn what_became_of_it_is_sent_again_only_when_something_has() {
    let n = Notifications::start().await;
    let id = n.told(&to_the_manager()).await.json["id"].as_str().unwrap().to_owned();
    let (complaints, address) = (n.service(Service::Complaints), format!("{MESSAGES}/{id}"));
    let before = complaints.get(&address).await.expect(200);
    assert_eq!(before.json["deliveries"][0]["state"], "waiting");
    let knowing = complaints.clone().header("if-none-match", before.etag());
    let _ = knowing.get(&address).await.expect(304);
    n.deliver().await;
    let after = knowing.get(&address).await.expect(200);
    assert_eq!(after.json["deliveries"][0]["state"], "sent");
    assert!(!String::from_utf8(after.bytes).unwrap().contains("example.org"));
}
