//! A case that somebody lets go and another takes, and one that is over and goes to the archive.

use lex_sarah::domain::Verb;
use serde_json::{Value, json};
use testkit::Answer;

use crate::{
    ivo,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, entry},
};

const ANOTHER: &str = "utredare-2";
const ARCHIVIST: &str = "arkivarie";

impl Office {
    async fn lets_go(&self, login: &str, case: &str) -> Answer {
        self.does(login, case, "hand-back", &json!({ "reasons": "Jag är ledig i fyra veckor." })).await
    }

    async fn takes(&self, login: &str, case: &str) -> Answer {
        self.does(login, case, "take", &json!({ "free_of_conflict": true })).await
    }

    async fn archives(&self, case: &str) -> Answer {
        self.does(ARCHIVIST, case, "archive", &json!({ "decision": "UTBF 2026-118: bevaras" })).await
    }

    async fn read(&self, login: &str, case: &str) -> Answer {
        self.program(login).get(&format!("/api/v1/cases/{case}")).await
    }

    async fn listed(&self, login: &str) -> Vec<Value> {
        let list = self.program(login).get("/api/v1/cases").await.expect(200).json;
        list["items"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn what_somebody_lets_go_another_takes_where_it_stands() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.filled(&case).await;
    let key = json!({ "name": "Prov Ung", "part": "youth" });
    let _ = office.does(INVESTIGATOR, &case, "add-key", &key).await.expect(200);
    let before = office.read(INVESTIGATOR, &case).await.expect(200).json;
    let told = office.parcels().await.len();
    assert!(office.lets_go(INVESTIGATOR, &case).await.status.is_success());

    let parcels = office.parcels().await;
    assert_eq!(parcels[told..].len(), 1);
    assert_eq!(parcels[told]["recipient"]["role"], "lex_sarah_investigator", "it waits for one of them");
    let seen = office.read(INVESTIGATOR, &case).await.expect(200).json;
    assert_eq!(seen["entries"], json!([]), "whoever has let it go no longer reads it");
    assert_eq!(office.read(DECIDER, &case).await.status, 404);

    let taken = office.takes(ANOTHER, &case).await.expect(200).json;
    assert_eq!((&taken["state"], &taken["due_on"]), (&before["state"], &before["due_on"]));
    assert_eq!(taken["entries"], before["entries"]);
    let said = taken["records"].as_array().unwrap().last().unwrap();
    assert_eq!(said["content"]["reasons"], "Jag är ledig i fyra veckor.");
    assert_eq!(office.takes(INVESTIGATOR, &case).await.status, 409, "it is somebody else's now");

    let second = json!({ "name": "Prov Två", "part": "youth" });
    let _ = office.does(ANOTHER, &case, "add-key", &second).await.expect(200);
    let mut browser = office.browser(ANOTHER).await;
    let page = browser.get(&format!("/arenden/{case}/kodnyckel")).await;
    assert!(page.text("main").contains("ungdom B"), "the codes go on: {}", page.text("main"));
    let _ = office.does(ANOTHER, &case, "complete-inquiry", &completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
}

#[tokio::test]
async fn it_is_let_go_with_a_reason_by_whoever_has_it_or_decides_it() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let early = office.lets_go(INVESTIGATOR, &case).await;
    assert_eq!(early.status, 403, "nobody has it yet");
    office.completed(&case).await;
    let bare = office.does(INVESTIGATOR, &case, "hand-back", &json!({})).await;
    assert_eq!(bare.expect(422).json["errors"][0]["pointer"], "/reasons");
    assert_eq!(office.lets_go(MANAGER, &case).await.status, 403);
    for login in [REPORTER, ANOTHER] {
        assert!(office.lets_go(login, &case).await.status.is_client_error(), "{login}");
    }
    // The investigator has fallen ill.
    assert!(office.lets_go(DECIDER, &case).await.status.is_success());
    assert_eq!(office.takes(ANOTHER, &case).await.status, 200);
    assert!(office.traces(&case).await.contains(&Verb::HandBack.code().to_owned()));
}

#[tokio::test]
async fn it_is_let_go_and_taken_in_the_browser() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}")).await;
    assert!(browser.page.has("a[href$='/lamna-tillbaka']"));
    let action = format!("/arenden/{case}/lamna-tillbaka");
    browser.get(&action).await;
    let page = browser.submit(&action, &[]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.text(".error-summary a"), "Skriv varför du lämnar tillbaka ärendet");
    let page = browser.submit(&action, &[("reasons", "Jag är ledig i fyra veckor.")]).await;
    assert_eq!(page.path, "/arenden");
    assert!(page.has(&format!("tbody a[href='/arenden/{case}']")), "it can be taken again");

    let mut another = office.browser(ANOTHER).await;
    another.get(&format!("/arenden/{case}")).await;
    let page = another.submit(&format!("/arenden/{case}/ta"), &[("free_of_conflict", "yes")]).await;
    assert!(page.text("main").contains("Jag är ledig i fyra veckor."), "{}", page.text("main"));
}

#[tokio::test]
async fn a_case_that_is_over_goes_to_the_archive_by_a_decision() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    assert!(office.listed(ARCHIVIST).await.is_empty());
    assert_eq!(office.archives(&case).await.status, 404, "it is not closed");
    office.judged(&case).await;
    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Det har hjälpt." })).await.expect(200);

    let mut browser = office.browser(ARCHIVIST).await;
    let page = browser.get("/").await;
    assert!(page.has(&format!("tbody a[href='/arenden/{case}']")), "{}", page.text("main"));
    assert!(!page.has("a[href='/redovisning']"), "the account is written by others");
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(!page.text("main").contains("Svar 1."), "not a word of the inquiry");
    let action = format!("/arenden/{case}/arkivera");
    assert_eq!(browser.submit(&action, &[]).await.status, 422, "by which decision?");
    let page = browser.submit(&action, &[("decision", "UTBF 2026-118: lex Sarah bevaras")]).await;
    assert_eq!((page.path.as_str(), page.has("tbody")), ("/arenden", false));
    let seen = office.read(INVESTIGATOR, &case).await.expect(200).json;
    assert_eq!(seen["state"], "archived");
    assert_eq!(seen["entries"].as_array().unwrap().len(), 10, "nothing is removed");
    assert!(office.traces(&case).await.contains(&"archive".to_owned()));
}

#[tokio::test]
async fn a_case_that_waits_for_ivo_is_not_archived() {
    let office = Office::open().await;
    let case = ivo::notified(&office).await;
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let none =
        json!({ "grade": "no_misconduct", "reasons": "Skäl.", "delegation": "7.4", "ivo_required": false });
    let _ = office.does(DECIDER, &case, "decide", &none).await.expect(200);
    assert_eq!(office.archives(&case).await.status, 404, "IVO is to have the inquiry");
    assert!(office.listed(ARCHIVIST).await.is_empty());
    let _ =
        office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &ivo::filed("2026-11-23")).await.expect(200);
    assert_eq!(office.archives(&case).await.status, 404, "and has not answered");
    let _ = office
        .does(INVESTIGATOR, &case, "close-ivo", &json!({ "answer": "IVO avslutar." }))
        .await
        .expect(200);
    assert_eq!(office.archives(&case).await.status, 204, "and it is no longer the archivist's");
}

#[tokio::test]
async fn the_nearest_day_stands_first_ours_or_ivos() {
    let office = Office::open().await;
    let notified = ivo::notified(&office).await;
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, &notified, "add-entry", &entry(section)).await.expect(200);
    }
    // To be decided by 27 January, and with IVO by the 25th.
    office.world.clock.set("2027-01-20T09:00:00+01:00");
    let _ = office.does(INVESTIGATOR, &notified, "complete-inquiry", &completion()).await.expect(200);
    office.world.clock.set("2027-01-25T09:00:00+01:00");
    let new = office.reported("b").await;

    let list = office.listed(INVESTIGATOR).await;
    let days: Vec<_> = list.iter().map(|item| (&item["id"], &item["due_on"], &item["ivo_due_on"])).collect();
    assert_eq!(days[0], (&json!(notified), &json!("2027-01-27"), &json!("2027-01-25")));
    assert_eq!(days[1], (&json!(new), &json!("2027-01-26"), &Value::Null));
    let received = office.listed(MANAGER).await;
    assert!(received.iter().all(|item| item["ivo_due_on"].is_null()), "not for whoever only receives");

    let mut browser = office.browser(INVESTIGATOR).await;
    let days = browser.get("/arenden").await.texts("tbody tr");
    assert!(days[0].contains("Utredning till IVO: i dag") && days[1].contains("Skydd: i dag"), "{days:?}");
    let nearest: Vec<_> = list.iter().map(|item| &item["nearest"]).collect();
    assert_eq!(nearest[0], &json!({ "on": "2027-01-25", "of": "ivo_inquiry" }));
    assert_eq!(nearest[1], &json!({ "on": "2027-01-25", "of": "protect" }));
    let _ =
        office.does(MANAGER, &new, "protect", &json!({ "text": "Två vuxna vid grinden." })).await.expect(200);
    let days = browser.get("/arenden").await.texts("tbody tr");
    assert!(days[1].contains("i morgon"), "its own step: {days:?}");
}

#[tokio::test]
async fn what_a_law_counts_in_hours_and_what_ivo_is_to_hear_stand_before_the_next_step() {
    let office = Office::open().await;
    let mut cases = Vec::new();
    for text in ["a", "b", "c"] {
        let case = office.reported(text).await;
        office.inquired(&case).await;
        cases.push(case);
    }
    let [first, breach, serious] = cases.as_slice() else { unreachable!() };
    let leaked = json!({ "track": "data_breach", "step": "needed", "words": "Fel mottagare.", "aware_at": "2026-11-21T09:30" });
    let _ = office.does(INVESTIGATOR, breach, "consider-duty", &leaked).await.expect(200);
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = office.does(INVESTIGATOR, serious, "propose-ivo", &why).await.expect(200);
    let listed = async || {
        let listed = office.listed(INVESTIGATOR).await.into_iter();
        listed.map(|item| (item["id"].clone(), item["nearest"]["of"].clone())).collect::<Vec<_>>()
    };
    let of = |case: &str, of: &str| (json!(case), json!(of));
    assert_eq!(listed().await, [of(serious, "notify_ivo"), of(breach, "data_breach"), of(first, "step")]);
    let reported = json!({ "track": "data_breach", "step": "done", "words": "Till IMY." });
    let _ = office.does(INVESTIGATOR, breach, "consider-duty", &reported).await.expect(200);
    assert!(listed().await[1..].iter().all(|(_, of)| of == "step"), "the clock has stopped");
}
