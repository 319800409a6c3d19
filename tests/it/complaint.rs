//! Story A: a guardian complains, the unit's manager answers, the guardian reads it.

use serde_json::{Value, json};
use testkit::Program;

use crate::lyssna::{At, Lyssna};

const MANAGER: &str = "gruppchef-norrglimt";
const MANAGERS_ADDRESS: &str = "gruppchef-norrglimt@kommun.example";

#[tokio::test]
async fn a_complaint_goes_from_the_form_to_its_answer() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    let public = lyssna.anybody(At::Public);
    let text = "Elsa satt i hallen i femtio minuter och väntade på bilen. 🚕 مرحبا";
    let unit = unit(&lyssna, "norrglimt").await;
    let complaint = json!({ "text": text, "unit_id": unit, "relation": "guardian", "contact": { "email": "karin@example.org" } });
    let sent = public.post("/api/v1/complaints", &complaint).await.expect(201).json;
    let (number, receipt) = (sent["case_number"].as_str().unwrap(), sent["receipt"].as_str().unwrap());

    // The unit's manager is told that something waits, and not what.
    let mails = lyssna.mails_to(MANAGERS_ADDRESS, 1).await;
    assert!(mails[0].text.contains(number), "{}", mails[0].text);
    for hidden in ["Elsa", "Norrglimt", "karin", receipt] {
        assert!(
            !format!("{} {}", mails[0].subject, mails[0].text).contains(hidden),
            "the mail says {hidden}"
        );
    }

    let manager = lyssna.program(At::Staff, MANAGER).await;
    let id = find(&manager, number).await;
    let read = manager.get(&format!("/api/v1/complaints/{id}")).await.expect(200);
    assert!(
        read.json.to_string().contains(&serde_json::to_string(text).unwrap()),
        "to the letter: {}",
        read.json
    );

    act(&manager, &id, "triage", &triage(2)).await;
    act(&manager, &id, "start-inquiry", &json!({})).await;
    act(&manager, &id, "message", &json!({ "text": "Vilken dag var det?" })).await;
    let dialogue = open(&public, receipt).await;
    assert!(dialogue.to_string().contains("Vilken dag var det?"));

    let message = json!({ "receipt": receipt, "text": "Det var i torsdags." });
    let _ = public.post("/api/v1/dialogue/messages", &message).await.expect(201);
    let answer =
        json!({ "text": "Nu ringer vi dig när bilen är sen.", "youth_heard": "Hon vill ha ett sms." });
    act(&manager, &id, "inquire", &findings()).await;
    act(&manager, &id, "answer", &answer).await;
    let dialogue = open(&public, receipt).await.to_string();
    for said in [text, "Det var i torsdags.", "Nu ringer vi dig när bilen är sen."] {
        assert!(dialogue.contains(&serde_json::to_string(said).unwrap()), "{said} is missing in {dialogue}");
    }
    // Received, a message, an answer: three mails to the address the sender gave, none of which says more.
    let mails = lyssna.mails_to("karin@example.org", 3).await;
    assert!(mails.iter().all(|mail| !mail.text.contains("bilen")));
}

#[tokio::test]
async fn only_those_who_must_act_find_it() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    let public = lyssna.anybody(At::Public);
    let unit = unit(&lyssna, "norrglimt").await;
    let sent =
        public.post("/api/v1/complaints", &json!({ "text": "Hej", "unit_id": unit })).await.expect(201).json;
    let number = sent["case_number"].as_str().unwrap();
    let id = find(&lyssna.program(At::Staff, MANAGER).await, number).await;
    for other in [
        "gruppchef-stjarnvret",
        "fritidsledare-norrglimt",
        "vardnadshavare-norrglimt",
        "utredare-1",
        "administrator",
    ] {
        let other = lyssna.program(At::Staff, other).await;
        let seen = other.get(&format!("/api/v1/complaints/{id}")).await;
        assert!(matches!(seen.status.as_u16(), 403 | 404), "{}", seen.status);
        assert!(!other.get("/api/v1/complaints").await.json.to_string().contains(number));
    }
    let wrong = json!({ "receipt": "00000-00000-00000-00000-00000" });
    let _ = public.post("/api/v1/dialogue", &wrong).await.expect(404);
    let _ = lyssna.anybody(At::Staff).get("/api/v1/complaints").await.expect(401);
}

/// The id of a unit of the demonstration organisation.
pub async fn unit(lyssna: &Lyssna, short_name: &str) -> String {
    let quality = lyssna.program(At::Quality, "administrator").await;
    let organisation = quality.get("/api/v1/organisation").await.expect(200).json;
    let units = organisation["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["short_name"] == short_name).unwrap();
    unit["id"].as_str().unwrap().to_owned()
}

/// The id behind a number, once it is registered: only then can it be judged.
pub async fn find(staff: &Program, number: &str) -> String {
    for _ in 0..200 {
        let listed = staff.get("/api/v1/complaints?limit=100").await.expect(200).json;
        let found = items(&listed)
            .iter()
            .find(|one| one["case_number"] == number && one["state"] != "received")
            .cloned();
        if let Some(found) = found {
            return found["id"].as_str().unwrap().to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{number} is not in the list within twenty seconds");
}

/// One verb, to the version that is there now.
pub async fn act(staff: &Program, id: &str, verb: &str, body: &Value) {
    let etag = staff.get(&format!("/api/v1/complaints/{id}")).await.expect(200).etag();
    let address = format!("/api/v1/complaints/{id}/{verb}");
    let answer = staff.clone().header("if-match", etag).post(&address, body).await;
    assert!(answer.status.is_success(), "{verb}: {} {}", answer.status, answer.json);
}

pub fn triage(severity: i16) -> Value {
    json!({
        "category": "COORDINATION_EXTERNAL", "severity": severity, "misconduct_suspected": severity == 4, "child_at_risk": false,
        "data_breach": false, "concerns": "ktt", "other_authority": false, "threat": false, "no_conflict": true,
    })
}

/// What an inquiry found: no deviation.
pub fn findings() -> Value {
    json!({ "happened": "Bilen kom sent.", "sources": "Körjournalen.", "heard": "Chauffören.", "compared": "Rutinen följdes.",
        "deviation": "none" })
}

async fn open(public: &Program, receipt: &str) -> Value {
    public.post("/api/v1/dialogue", &json!({ "receipt": receipt })).await.expect(200).json
}

/// The rows of a list, however it is wrapped.
pub fn items(listed: &Value) -> Vec<Value> {
    let rows = listed.as_array().or_else(|| listed.as_object()?.values().find_map(Value::as_array));
    rows.cloned().unwrap_or_default()
}
