//! Stories A and C, as programs live them.

use proto::{
    Service,
    handover::{HandOver, HandedOverReport},
};
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, person};

use crate::office::{MANAGER, Office, closing, grave, inquired, ordinary};

#[tokio::test]
async fn a_complaint_goes_the_whole_way_and_the_sender_sees_it() {
    let office = Office::open().await;
    let contact = json!({ "name": "Karin Testberg", "email": "karin@example.org", "phone": "070-174 06 11" });
    let body = json!({ "text": "Bussen kom för sent.", "unit_id": NORRGLIMT, "relation": "guardian", "contact": contact });
    let sent = office.receives(body).await;
    assert_eq!(office.dialogue(&sent).await["status"], "registered");

    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["content"]["messages"][0]["text"], "Bussen kom för sent.");
    for given in ["name", "email", "phone"] {
        assert_eq!(read["content"]["contact"][given], contact[given], "{given}");
    }
    assert_eq!(read["registration"]["number"], "KTT 2026/0001");
    assert_eq!(read["registration"]["secrecy_mark"], "OSL 26:1");
    assert_eq!(
        read["targets"],
        json!({
        "acknowledge_by": null, "triage_by": "2026-11-23", "answer_by": "2026-12-04" })
    );

    let does = async |verb: &str, body: &Value| {
        let _ = office.does(MANAGER, &sent, verb, body).await.expect(204);
    };
    does("triage", &ordinary()).await;
    does("message", &json!({ "text": "Vilken dag var det?" })).await;
    let reply = json!({ "receipt": sent.receipt, "text": "I torsdags." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    does("start-inquiry", &Value::Null).await;
    does("inquire", &inquired()).await;
    does("note", &json!({ "text": "Ringde taxibolaget." })).await;
    does(
        "answer",
        &json!({ "text": "Taxibolaget ringer från och med nu.", "youth_heard": "Hon vill ha sms." }),
    )
    .await;
    let seen = office.dialogue(&sent).await;
    assert_eq!(seen["status"], "answered");
    does("close", &closing()).await;

    let said: Vec<_> =
        seen["messages"].as_array().unwrap().iter().map(|m| m["text"].as_str().unwrap()).collect();
    assert_eq!(
        said,
        ["Bussen kom för sent.", "Vilken dag var det?", "I torsdags.", "Taxibolaget ringer från och med nu."]
    );
    assert_eq!(seen["messages"][3]["author"], "Maja Provsson, gruppchef");
    assert_eq!(seen["messages"][3]["kind"], "answer");
    assert_eq!(office.dialogue(&sent).await["status"], "closed");
    assert!(!seen.to_string().contains("Ringde taxibolaget"), "the journal is not for the sender");
}

#[tokio::test]
async fn who_is_told_what() {
    let office = Office::open().await;
    let body = json!({ "text": "a", "unit_id": NORRGLIMT, "contact": { "email": "karin@example.org" }, "language": "en" });
    let sent = office.receives(body).await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let reply = json!({ "receipt": sent.receipt, "text": "b" });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "c" })).await.expect(204);

    let told = office.parcels("notifications").await;
    let occasions: Vec<_> = told.iter().map(|m| m["occasion"].as_str().unwrap()).collect();
    assert_eq!(occasions, ["new_matter", "received", "new_message", "answer_ready"]);
    let manager = json!({ "kind": "role", "role": "unit_manager", "unit_id": NORRGLIMT, "except": [] });
    assert_eq!(told[0]["recipient"], manager);
    assert_eq!(told[0]["due_on"], "2026-11-23");
    assert_eq!(told[2]["recipient"], json!({ "kind": "person", "person_id": person(MANAGER).as_uuid() }));
    for sealed in [&told[1]["recipient"], &told[3]["recipient"]] {
        assert_eq!(sealed["language"], "en");
        let bytes = data_encoding::BASE64.decode(sealed["sealed"].as_str().unwrap().as_bytes()).unwrap();
        let opened =
            office.world.rings[&Service::Notifications].open_any("lyssna address v1", &bytes).unwrap();
        assert_eq!(opened.as_slice(), b"karin@example.org");
    }
    assert!(told.iter().all(|message| message["case_number"] == sent.number.as_str()));

    let fact = &office.parcels("quality").await[0];
    assert_eq!(fact["type"], "se.lyssna.complaints.complaint.answered.v1");
    let data = json!({ "unit_id": NORRGLIMT, "month": "2026-11", "category": "COORDINATION_EXTERNAL", "again": false, "severity": 2 });
    assert_eq!(fact["data"], data);
}

#[tokio::test]
async fn nobody_is_mailed_who_gave_no_address_or_wants_no_answer() {
    let office = Office::open().await;
    for contact in [json!({}), json!({ "phone": "070-174 06 11" })] {
        let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "contact": contact })).await;
        let _ = office.does(MANAGER, &sent, "message", &json!({ "text": "b" })).await.expect(204);
    }
    let body = json!({ "text": "a", "unit_id": NORRGLIMT, "wants_answer": false, "contact": { "email": "a@example.org" } });
    let sent = office.receives(body).await;
    let _ = office.does(MANAGER, &sent, "message", &json!({ "text": "b" })).await.expect(204);
    let told = office.parcels("notifications").await;
    let addressed: Vec<_> = told.iter().filter(|m| m["recipient"]["kind"] == "sealed_address").collect();
    assert_eq!(addressed.len(), 1, "only that it has arrived, to the one who gave an address");
    assert_eq!(addressed[0]["occasion"], "received");
}

#[tokio::test]
async fn a_complaint_about_no_unit_goes_to_the_registrar_who_leads_it_on() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "Jag vet inte vilken enhet." })).await;
    let registrars = json!({ "kind": "role", "role": "registrar", "unit_id": null, "except": [] });
    assert_eq!(office.parcels("notifications").await[0]["recipient"], registrars);
    let read = office.reads("registrator", &sent).await.expect(200).json;
    assert_eq!(read["content"]["messages"][0]["text"], "Jag vet inte vilken enhet.");
    let _ = office.reads(MANAGER, &sent).await.expect(404);

    let _ = office.does("registrator", &sent, "route", &json!({ "unit_id": NORRGLIMT })).await.expect(204);
    let _ = office.does("registrator", &sent, "route", &json!({ "unit_id": NORRGLIMT })).await.expect(409);
    let _ = office.reads(MANAGER, &sent).await.expect(200);
    let read = office.reads("registrator", &sent).await.expect(200).json;
    assert_eq!(read["content"], Value::Null, "from then on the registrar sees what stands in the register");
    assert_eq!(office.parcels("notifications").await[1]["recipient"]["unit_id"], NORRGLIMT.to_string());
}

#[tokio::test]
async fn a_suspected_misconduct_is_handed_over_in_the_readers_own_name_and_both_matters_go_on() {
    let office = Office::open().await;
    let sent = office.receives_text("min son stod ensam utanför grinden").await;
    let _ = office.does(MANAGER, &sent, "triage", &grave()).await.expect(204);
    let report = json!({ "text": "Ett barn lämnades ensamt.", "acted": "Ny rutin." });
    let _ = office.does(MANAGER, &sent, "hand-over", &report).await.expect(204);

    let parcel: HandOver = serde_json::from_value(office.parcels("lex-sarah").await[0].clone()).unwrap();
    assert_eq!(parcel.complaint_number, sent.number);
    assert_eq!(parcel.reported_by, person(MANAGER).as_uuid());
    assert_eq!(parcel.unit_id, NORRGLIMT);
    let sealed = data_encoding::BASE64.decode(parcel.sealed_report.as_bytes()).unwrap();
    let opened = office.world.rings[&Service::LexSarah].open_any("lyssna handover v1", &sealed).unwrap();
    let opened: HandedOverReport = serde_json::from_slice(&opened).unwrap();
    assert_eq!(opened.text, "Ett barn lämnades ensamt.");
    assert_eq!(opened.acted.as_deref(), Some("Ny rutin."));

    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["state"], "triaged");
    assert_eq!(read["handed_over"][0]["person_id"], person(MANAGER).to_string());
    assert!(!read.to_string().contains("Ett barn lämnades ensamt."), "the report is not kept here");
    assert_eq!(office.dialogue(&sent).await["handled_as_misconduct"], true);
    let again = office.does(MANAGER, &sent, "hand-over", &report).await.expect(409);
    assert!(again.json["detail"].as_str().unwrap().contains("already"));
    // The duty is each reader's own.
    let _ = office.does("rektor-norrglimt", &sent, "hand-over", &report).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let _ = office.does(MANAGER, &sent, "answer", &json!({ "text": "Förlåt." })).await.expect(204);
}

#[tokio::test]
async fn praise_is_put_down_as_what_it_is() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "TACK!", "unit_id": NORRGLIMT, "kind": "praise" })).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["registration"]["secrecy_mark"], Value::Null);
    assert_eq!(read["registration"]["line"], "Beröm, korttidstillsyn");
    let mut triage = ordinary();
    let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
    let refused = office.does(MANAGER, &sent, "no-complaint", &Value::Null).await.expect(409);
    assert!(refused.json["detail"].as_str().unwrap().contains("severity 0"));

    let sent = office.receives(json!({ "text": "TACK!", "unit_id": NORRGLIMT, "kind": "praise" })).await;
    triage["severity"] = 0.into();
    triage["category"] = "PRAISE".into();
    let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
    let _ = office.does(MANAGER, &sent, "no-complaint", &Value::Null).await.expect(204);
    let end = json!({ "measures": "Framfört till personalen.", "routine_reviewed": false });
    let _ = office.does(MANAGER, &sent, "close", &end).await.expect(204);
}
