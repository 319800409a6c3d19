//! A report that is told: in the teller's name, from when it was told, and never taken back.

use serde_json::json;
use testkit::{Browser, organisation::person};

use crate::office::{INVESTIGATOR, MANAGER, Office, REPORTER};

/// The manager writes down what somebody tells; the id of the case.
async fn told_to(office: &Office, login: &str, fields: &[(&str, &str)]) -> Browser {
    let mut browser = office.browser(login).await;
    browser.get("/skriv-ner").await;
    let usual = [("text", "Hen kallar honom bebis."), ("told_at", "08.30"), ("read_back", "yes")];
    let rest = usual.into_iter().filter(|(name, _)| !fields.iter().any(|(given, _)| given == name));
    let all: Vec<_> = fields.iter().copied().chain(rest).collect();
    browser.submit("", &all).await;
    browser
}

fn case_of(browser: &Browser) -> String {
    assert!(browser.page.path.starts_with("/nedskrivet/"), "{}", browser.page.html());
    browser.page.path.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn it_counts_from_when_it_was_told_and_is_the_tellers() {
    let office = Office::open().await;
    let teller = person(REPORTER).to_string();
    let browser = told_to(&office, MANAGER, &[("teller", &teller)]).await;
    assert!(
        browser.page.text("main").contains("2026-11-21 kl. 08.30"),
        "told at half past eight, written down at ten"
    );
    let case = case_of(&browser);
    let read = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(read["received_at"], "2026-11-21T07:30:00Z");
    assert_eq!(read["report"]["reported_by"]["name"], "Filip Provsson");
    assert_eq!(read["report"]["taken_down_by"]["name"], "Maja Provsson");
    assert_eq!(read["report"]["read_back"], true);
    assert_eq!(office.traces(&case).await[..2], ["report", "register"]);

    let mut teller = office.browser(REPORTER).await;
    assert_eq!(
        teller.page.texts("section[aria-labelledby=own] tbody tr").len(),
        1,
        "it is among the teller's own"
    );
    let page = teller.get(&format!("/rapporterat/{case}")).await;
    assert!(page.text("main").contains("Maja Provsson, gruppchef skrev ner det 2026-11-21 kl. 10.00"));
    let page = office.browser(MANAGER).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.text("main").contains("Muntlig rapport. Nedskriven av Maja Provsson, gruppchef"));
    assert!(page.text("main").contains("den som berättade håller med"));
}

#[tokio::test]
async fn somebody_whom_the_register_does_not_know_can_tell_it_by_name_and_title() {
    let office = Office::open().await;
    let fields = [("teller_name", "Ahmed Prov"), ("teller_title", "vikarie"), ("read_back", "no")];
    let case = case_of(&told_to(&office, MANAGER, &fields).await);
    let page = office.browser(MANAGER).await.get(&format!("/arenden/{case}")).await.clone();
    assert_eq!(page.text("section[aria-labelledby=report] .by"), "Ahmed Prov, vikarie");
    assert!(page.text("main").contains("Texten är inte uppläst"), "that it was not read back stands there");
    // Nobody is there to be told by mail, and the case goes its way all the same.
    office.decided(&case).await;
    let told = office.parcels().await;
    let to_somebody = |parcel: &&serde_json::Value| !parcel["recipient"]["person_id"].is_null();
    assert!(told.iter().filter(to_somebody).all(|parcel| parcel["occasion"] != "decided"));
}

#[tokio::test]
async fn the_teller_is_told_that_it_has_arrived_as_somebody_who_wrote_it_sees_at_once() {
    let office = Office::open().await;
    let teller = person(REPORTER).to_string();
    let case = case_of(&told_to(&office, MANAGER, &[("teller", &teller)]).await);
    let theirs = |parcel: &serde_json::Value| parcel["recipient"]["person_id"] == json!(teller);
    let told: Vec<_> = office.parcels().await.into_iter().filter(theirs).collect();
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0]["occasion"], &told[0]["due_on"]), (&json!("received"), &json!(null)));
    let mut page = office.browser(REPORTER).await;
    let number = told[0]["case_number"].as_str().unwrap();
    assert!(
        page.get(&format!("/rapporterat/{case}")).await.html().contains(number),
        "and can follow it there"
    );

    office.reported("Grinden stod öppen.").await;
    let of_the_name = [("teller_name", "Ahmed Prov"), ("teller_title", "vikarie")];
    told_to(&office, MANAGER, &of_the_name).await;
    let received = office.parcels().await.into_iter().filter(|parcel| parcel["occasion"] == "received");
    assert_eq!(received.count(), 1, "not who wrote it themself, nor whom the register does not know");
}

#[tokio::test]
async fn what_is_missing_or_cannot_be_is_said_beside_its_field() {
    let office = Office::open().await;
    for (fields, field) in [
        (vec![], "teller"),
        (vec![("teller_name", "Ahmed Prov")], "teller_title"),
        (vec![("teller", "019a0000-0000-7000-8000-000000000001")], "teller"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("told_at", "")], "told_at"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("told_at", "halv nio")], "told_at"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("told_at", "10.01")], "told_at"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("told_on", "i går")], "told_on"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("text", " ")], "text"),
        (vec![("teller_name", "A B"), ("teller_title", "vikarie"), ("read_back", "")], "read_back"),
    ] {
        let browser = told_to(&office, MANAGER, &fields).await;
        assert_eq!(browser.page.status, 422, "{fields:?}");
        assert_eq!(
            browser.page.attribute(".error-summary a", "href"),
            Some(format!("#{field}")),
            "{fields:?}"
        );
        assert_eq!(browser.page.texts(".error-summary a").len(), 1, "{fields:?}");
    }
}

#[tokio::test]
async fn whoever_it_is_about_writes_it_down_and_never_sees_it_again() {
    let office = Office::open().await;
    let teller = person(REPORTER).to_string();
    let fields = [("teller", teller.as_str()), ("concerns_manager", "yes")];
    let mut manager = told_to(&office, MANAGER, &fields).await;
    let case = case_of(&manager);
    assert!(!manager.page.html().contains("bebis"), "the receipt says that it arrived, and no word of it");
    assert_eq!(manager.get(&format!("/arenden/{case}")).await.status, 404);
    assert_eq!(manager.get(&format!("/nedskrivet/{case}")).await.status, 200, "it can be come back to");
    let principal = office.program("rektor-norrglimt").get(&format!("/api/v1/cases/{case}")).await;
    assert_eq!(principal.status, 200, "the next receives it");
    let told = office.parcels().await;
    let to_role = told.iter().filter(|parcel| parcel["recipient"]["kind"] == "role");
    for parcel in to_role {
        let except = parcel["recipient"]["except"].as_array().unwrap().clone();
        assert!(except.contains(&json!(person(MANAGER).as_uuid())), "{parcel}");
    }
}

#[tokio::test]
async fn only_those_who_receive_reports_write_them_down_and_only_for_their_units() {
    let office = Office::open().await;
    for (login, units) in [
        (MANAGER, Some(1)),
        ("rektor-stjarnvret", Some(1)),
        ("huvudmannarepresentant", Some(3)),
        (INVESTIGATOR, Some(3)),
        (REPORTER, None),
        ("registrator", None),
        ("vardnadshavare-norrglimt", None),
    ] {
        let mut browser = office.browser(login).await;
        let linked = browser.page.has("a[href='/skriv-ner']");
        let page = browser.get("/skriv-ner").await;
        assert_eq!(page.status, if units.is_some() { 200 } else { 403 }, "{login}");
        assert_eq!(linked, units.is_some(), "{login}");
        let choices = page.texts("[name=unit_id]").len();
        assert_eq!(choices, units.filter(|count| *count > 1).unwrap_or_default(), "{login}");
    }
    let elsewhere = testkit::organisation::STJARNVRET.to_string();
    let teller = person(REPORTER).to_string();
    let fields = [("teller", teller.as_str()), ("unit_id", elsewhere.as_str())];
    let browser = told_to(&office, MANAGER, &fields).await;
    assert_eq!(browser.page.status, 422, "not for another's unit");
}

#[tokio::test]
async fn the_same_told_report_sent_twice_is_one() {
    let office = Office::open().await;
    let teller = person(REPORTER).to_string();
    let mut browser = office.browser(MANAGER).await;
    browser.get("/skriv-ner").await;
    let mut again = browser.clone();
    let fields =
        [("teller", teller.as_str()), ("told_at", "08.30"), ("text", "En gång."), ("read_back", "yes")];
    let first = browser.submit("", &fields).await.path.clone();
    assert_eq!(again.submit("", &fields).await.path, first);
    assert!(first.starts_with("/nedskrivet/"));
}

#[tokio::test]
async fn a_report_cannot_be_taken_back_but_the_wish_is_told_to_the_investigator() {
    let office = Office::open().await;
    let case = office.reported("Jag skrev i affekt.").await;
    let mut reporter = office.browser(REPORTER).await;
    reporter.get(&format!("/rapporterat/{case}")).await;
    let page = reporter.submit("", &[("why", "Jag vill inte bråka.")]).await;
    assert_eq!(page.status, 200);
    assert!(page.text("#wish ~ p ~ p").contains("Rapporten utreds ändå."));
    assert_eq!(page.exact_text(".words"), "Jag skrev i affekt.", "it is still there");
    assert_eq!(office.traces(&case).await.iter().filter(|action| *action == "wish_to_withdraw").count(), 1);
    office.decided(&case).await;
    let page = office.browser(INVESTIGATOR).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.text(".timeline").contains("vill ta tillbaka rapporten. Den utreds ändå."));
    assert!(page.text(".timeline").contains("Jag vill inte bråka."));
    let page = office.browser(MANAGER).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(!page.html().contains("Jag vill inte bråka."), "it is for those who inquire");
    // Nobody else can say it, and nobody at all once the case is over.
    let mut manager = office.browser(MANAGER).await;
    manager.get("/rapportera").await;
    let csrf = manager.page.attribute("#form [name=csrf]", "value").unwrap();
    let kind = "application/x-www-form-urlencoded";
    let sent =
        manager.post(&format!("/rapporterat/{case}/ta-tillbaka"), kind, format!("csrf={csrf}&why=")).await;
    assert_eq!(sent.status, 403);
}
