//! What the reporter is told of what came of it, and what they are not (H48, requirements I.3).

use serde_json::{Value, json};
use testkit::organisation::person;

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, feedback};

fn said(to: &str, is_given: &str, words: &str) -> Value {
    json!({ "to": to, "is_given": is_given, "words": words })
}

/// What was told to the reporter by mail, the latest last.
async fn mails(office: &Office) -> Vec<Value> {
    let theirs = json!(person(REPORTER).as_uuid());
    let parcels = office.parcels().await.into_iter();
    parcels.filter(|parcel| parcel["recipient"]["person_id"] == theirs).collect()
}

#[tokio::test]
async fn the_reporter_reads_what_they_are_told_on_the_page_of_their_report_and_gets_a_mail_without_a_word_of_it()
 {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let before = mails(&office).await.len();
    let mut browser = office.browser(REPORTER).await;
    let path = format!("/rapporterat/{case}");
    assert!(!browser.get(&path).await.has("[aria-labelledby=told]"), "nothing yet");
    let words = "Två vuxna står nu vid grinden.\nTack för att du berättade.";
    let _ = office.does(MANAGER, &case, "give-feedback", &said("reporter", "yes", words)).await.expect(200);

    let page = browser.get(&path).await;
    assert_eq!(page.exact_text("[aria-labelledby=told] .words"), words, "to the letter");
    assert_eq!(page.text("[aria-labelledby=told] .by"), "21 november");
    assert!(!page.html().contains("Maja"), "not who told it");
    let own = office.program(REPORTER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(own["feedback"], json!([{ "told_on": "2026-11-21", "words": words }]));
    assert_eq!(own["records"], json!([]));

    let mails = mails(&office).await;
    assert_eq!(mails.len(), before + 1);
    let mail = mails.last().unwrap();
    let mut keys: Vec<_> = mail.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["case_number", "due_on", "link_to", "occasion", "recipient"], "no word of it");
    assert_eq!((&mail["occasion"], &mail["due_on"]), (&json!("decided"), &Value::Null));
}

#[tokio::test]
async fn the_reporter_reads_nothing_of_what_others_are_told_nor_why_they_themselves_are_not() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let before = mails(&office).await.len();
    for to in ["staff_group", "youth", "guardian"] {
        let _ = office.does(MANAGER, &case, "give-feedback", &said(to, "yes", "hemlighet")).await.expect(200);
    }
    let _ =
        office.does(MANAGER, &case, "give-feedback", &said("reporter", "no", "hemlighet")).await.expect(200);
    let page = office.browser(REPORTER).await.get(&format!("/rapporterat/{case}")).await.clone();
    assert!(!page.has("[aria-labelledby=told]") && !page.html().contains("hemlighet"));
    let own = office.program(REPORTER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!((&own["feedback"], &own["records"]), (&json!([]), &json!([])));
    assert!(own["decision"].is_null() && own["entries"] == json!([]), "nor how it was judged");
    assert_eq!(mails(&office).await.len(), before, "no mail of what is not theirs");
}

#[tokio::test]
async fn those_who_work_with_the_case_see_feedback_as_before_and_others_none() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let _ = office.does(MANAGER, &case, "give-feedback", &feedback("reporter")).await.expect(200);
    for login in [MANAGER, INVESTIGATOR, DECIDER] {
        let seen = office.program(login).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
        let records = seen["records"].as_array().unwrap();
        assert_eq!(records.last().unwrap()["content"]["to"], "reporter", "{login}");
        assert_eq!(seen["feedback"], json!([]), "{login}: it is not theirs");
    }
    for login in ["fritidsledare-stjarnvret", "rektor-norrglimt"] {
        assert_eq!(
            office.browser(login).await.get(&format!("/rapporterat/{case}")).await.status,
            404,
            "{login}"
        );
    }
}

#[tokio::test]
async fn what_the_reporter_was_told_can_still_be_read_when_the_case_is_over() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.closed(&case).await;
    let page = office.browser(REPORTER).await.get(&format!("/rapporterat/{case}")).await.clone();
    assert_eq!(page.exact_text("[aria-labelledby=told] .words"), "Vad vi ändrar, på mötet.");
}
