//! Who is told of a report, and who is passed over (rules G.1 and G.2).

use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET, person};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, decision};

/// The roles that were told, with the unit, in the order they were told.
async fn told(office: &Office) -> Vec<(String, Value)> {
    let role = |parcel: Value| {
        let recipient = parcel["recipient"].clone();
        (recipient["role"].as_str().unwrap().to_owned(), recipient["unit_id"].clone())
    };
    office.parcels().await.into_iter().map(role).collect()
}

async fn after(reporter: &str, concerns_manager: bool) -> (Office, String, Vec<(String, Value)>) {
    let office = Office::open().await;
    let body = json!({ "text": "Något hände.", "concerns_manager": concerns_manager });
    let case = office.reported_by(reporter, &body).await;
    let told = told(&office).await;
    (office, case, told)
}

fn investigators() -> (String, Value) {
    ("lex_sarah_investigator".to_owned(), Value::Null)
}

fn at(role: &str, unit: kernel::Uuid) -> (String, Value) {
    (role.to_owned(), json!(unit))
}

async fn sees(office: &Office, login: &str, case: &str) -> bool {
    let list = office.program(login).get("/api/v1/cases").await.expect(200).json;
    let listed = list["items"].as_array().unwrap().iter().any(|item| item["id"] == case);
    let read = office.program(login).get(&format!("/api/v1/cases/{case}")).await.status.is_success();
    assert_eq!(listed, read, "{login}: the list and the case agree");
    read
}

#[tokio::test]
async fn a_report_reaches_the_units_manager_and_the_investigators() {
    let (office, case, told) = after(REPORTER, false).await;
    assert_eq!(told, [at("unit_manager", NORRGLIMT), investigators()]);
    assert!(sees(&office, MANAGER, &case).await);
    assert!(sees(&office, INVESTIGATOR, &case).await);
    for other in ["rektor-norrglimt", "gruppchef-nattugglan", "huvudmannarepresentant", "beslutsfattare"] {
        assert!(!sees(&office, other, &case).await, "{other}");
    }
}

#[tokio::test]
async fn a_manager_whom_it_concerns_is_passed_over_and_never_sees_it() {
    let (office, case, told) = after(REPORTER, true).await;
    assert_eq!(told, [at("principal", NORRGLIMT), investigators()]);
    assert!(!sees(&office, MANAGER, &case).await);
    assert!(sees(&office, "rektor-norrglimt", &case).await);
    for parcel in office.parcels().await {
        let except = parcel["recipient"]["except"].as_array().unwrap().clone();
        assert!(except.contains(&json!(person(MANAGER).as_uuid())));
        assert!(except.contains(&json!(person(REPORTER).as_uuid())));
    }
    let page = office.browser(MANAGER).await.get("/").await.clone();
    assert!(!page.html().contains(&case), "not on the start page either");
}

#[tokio::test]
async fn a_manager_who_reports_is_passed_over_as_receiver() {
    let (office, case, told) = after(MANAGER, false).await;
    assert_eq!(told, [at("principal", NORRGLIMT), investigators()]);
    let own = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(own["next"], json!([]), "they read their own words and do nothing");
}

#[tokio::test]
async fn a_principal_who_is_also_the_manager_is_passed_over_as_both() {
    let (office, case, told) = after("fritidsledare-stjarnvret", true).await;
    assert_eq!(told, [("school_owner_representative".to_owned(), Value::Null), investigators()]);
    assert!(!sees(&office, "rektor-stjarnvret", &case).await);
    assert!(sees(&office, "huvudmannarepresentant", &case).await);

    let (_, _, told) = after("fritidsledare-stjarnvret", false).await;
    assert_eq!(told, [at("unit_manager", STJARNVRET), investigators()]);
}

/// The test's clock stands on a Saturday.
#[tokio::test]
async fn outside_hours_whoever_is_on_call_is_told_and_protects_until_somebody_takes_it() {
    let office = Office::with(json!({ "on_call": "school_owner_representative" })).await;
    let case = office.reported("Något hände på en lördag.").await;
    let on_call = ("school_owner_representative".to_owned(), Value::Null);
    assert_eq!(told(&office).await, [at("unit_manager", NORRGLIMT), on_call, investigators()]);
    assert!(sees(&office, "huvudmannarepresentant", &case).await);
    let measure =
        json!({ "text": "Ringde in extra personal.", "done_when": "kl. 10.30", "done_by": "Eva Prov" });
    let done = office.does("huvudmannarepresentant", &case, "protect", &measure).await.expect(200).json;
    assert_eq!(done["protections"][0]["done_when"], "kl. 10.30");
    assert_eq!(done["protections"][0]["done_by"], "Eva Prov");
    assert_eq!(done["protections"][0]["written_by"]["name"], "Hugo Provsson");
    office.taken(&case).await;
    assert!(!sees(&office, "huvudmannarepresentant", &case).await, "from now on it is the investigator's");
}

#[tokio::test]
async fn within_hours_nobody_is_on_call() {
    let office = Office::with(json!({ "on_call": "school_owner_representative" })).await;
    office.world.clock.advance(chrono::TimeDelta::days(2));
    let case = office.reported("Något hände på en måndag.").await;
    assert_eq!(told(&office).await, [at("unit_manager", NORRGLIMT), investigators()]);
    assert!(!sees(&office, "huvudmannarepresentant", &case).await);
}

#[tokio::test]
async fn messages_hold_a_number_a_day_and_nothing_else() {
    let (office, _, _) = after(REPORTER, false).await;
    for parcel in office.parcels().await {
        let mut keys: Vec<_> = parcel.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        assert_eq!(keys, ["case_number", "due_on", "link_to", "occasion", "recipient"]);
        assert_eq!(parcel["occasion"], "new_matter");
        assert_eq!(parcel["due_on"], "2026-11-23", "a Saturday plus one working day");
    }
}

#[tokio::test]
async fn whoever_is_to_plan_measures_is_told_that_it_is_decided_and_nobody_who_is_part_of_it() {
    let (office, case, _) = after(REPORTER, true).await;
    office.completed(&case).await;
    let before = office.parcels().await.len();
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
    let new = office.parcels().await.split_off(before);
    let waits: Vec<_> = new.iter().filter(|parcel| parcel["occasion"] == "task_waits").collect();
    assert_eq!(waits.len(), 1, "{new:?}");
    let recipient = &waits[0]["recipient"];
    assert_eq!((&recipient["role"], &recipient["unit_id"]), (&json!("principal"), &json!(NORRGLIMT)));
    for login in [MANAGER, REPORTER] {
        assert!(recipient["except"].as_array().unwrap().contains(&json!(person(login).as_uuid())), "{login}");
    }
    let keys: Vec<_> = waits[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["case_number", "due_on", "link_to", "occasion", "recipient"], "no word of it");
    assert_eq!(waits[0]["due_on"], Value::Null, "an internal target is not called the last day");
}

/// The roles that were told by this deed that there is something new to read, with the unit.
async fn told_by(office: &Office, login: &str, case: &str, verb: &str, body: &Value) -> Vec<(String, Value)> {
    let before = office.parcels().await.len();
    let _ = office.does(login, case, verb, body).await.expect(200);
    let new = office.parcels().await.split_off(before);
    let news = new.into_iter().filter(|parcel| parcel["occasion"] == "decided");
    let roles = news.filter(|parcel| parcel["recipient"]["kind"] == "role").map(|parcel| {
        assert_eq!(parcel["due_on"], Value::Null, "there is nothing to do");
        let recipient = &parcel["recipient"];
        (recipient["role"].as_str().unwrap().to_owned(), recipient["unit_id"].clone())
    });
    roles.collect()
}

fn owner() -> (String, Value) {
    ("school_owner_representative".to_owned(), Value::Null)
}

/// What stands on somebody's start page of cases that they do not read.
async fn news(office: &Office, login: &str) -> Vec<String> {
    office.browser(login).await.page.texts("[aria-labelledby=news] tbody td")
}

#[tokio::test]
async fn the_principal_learns_that_somebody_is_protected_and_nothing_else() {
    let (office, case, _) = after(REPORTER, false).await;
    let done = json!({ "text": "En vuxen går med." });
    assert_eq!(told_by(&office, MANAGER, &case, "protect", &done).await, [at("principal", NORRGLIMT)]);
    let said = news(&office, "rektor-norrglimt").await;
    assert_eq!(said, ["Norrglimtskolans KTT", "Behovet av skydd är bedömt", "2026-11-21"]);
    assert!(!sees(&office, "rektor-norrglimt", &case).await);
    for login in [MANAGER, REPORTER, "rektor-stjarnvret", "huvudmannarepresentant"] {
        assert_eq!(news(&office, login).await, [""; 0], "{login}");
    }
}

#[tokio::test]
async fn a_principal_who_protects_somebody_or_is_part_of_it_is_not_told_of_it() {
    let done = json!({ "text": "En vuxen går med." });
    let (office, case, _) = after(REPORTER, true).await;
    assert_eq!(told_by(&office, "rektor-norrglimt", &case, "protect", &done).await, []);

    let (office, case, _) = after("fritidsledare-stjarnvret", true).await;
    assert_eq!(told_by(&office, "huvudmannarepresentant", &case, "protect", &done).await, []);
    assert_eq!(news(&office, "rektor-stjarnvret").await, [""; 0], "nor on the start page");
}

#[tokio::test]
async fn those_who_received_it_learn_that_assessing_begins_but_not_when_another_takes_it_over() {
    let free = json!({ "free_of_conflict": true });
    let (office, case, _) = after(REPORTER, false).await;
    assert_eq!(told_by(&office, INVESTIGATOR, &case, "take", &free).await, [at("unit_manager", NORRGLIMT)]);
    let page = office.browser(MANAGER).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.text("main").contains("En utredare har tagit ärendet"), "{}", page.text("main"));
    let why = json!({ "reasons": "Jag är ledig." });
    let _ = office.does(INVESTIGATOR, &case, "hand-back", &why).await.expect(200);
    assert_eq!(told_by(&office, "utredare-2", &case, "take", &free).await, []);

    let (office, case, _) = after(REPORTER, true).await;
    let told = told_by(&office, INVESTIGATOR, &case, "take", &free).await;
    assert_eq!(told, [at("principal", NORRGLIMT)], "a manager who is part of it is passed over");
}

#[tokio::test]
async fn the_school_owners_representative_learns_once_that_it_may_be_serious() {
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let (office, case, _) = after(REPORTER, false).await;
    office.taken(&case).await;
    assert_eq!(told_by(&office, INVESTIGATOR, &case, "propose-ivo", &why).await, [owner()]);
    assert_eq!(told_by(&office, DECIDER, &case, "require-ivo", &why).await, [], "that is not new");
    let said = news(&office, "huvudmannarepresentant").await;
    assert_eq!(said, ["Norrglimtskolans KTT", "Kan vara allvarligt", "2026-11-21"]);
    assert!(!sees(&office, "huvudmannarepresentant", &case).await);

    let (office, case, _) = after(REPORTER, false).await;
    office.completed(&case).await;
    let mut serious = decision();
    serious["grade"] = json!("serious_misconduct");
    serious["ivo_required"] = json!(true);
    assert_eq!(told_by(&office, DECIDER, &case, "decide", &serious).await, [owner()], "by the decision");
}

#[tokio::test]
async fn a_case_that_is_opened_again_is_told_of_as_one_that_is_taken() {
    let again = json!({ "cause": "new_facts", "reasons": "Två nya rapporter." });
    let (office, case, _) = after(REPORTER, false).await;
    office.closed(&case).await;
    assert_eq!(told_by(&office, DECIDER, &case, "reopen", &again).await, [at("unit_manager", NORRGLIMT)]);

    let (office, case, _) = after(REPORTER, false).await;
    office.completed(&case).await;
    let mut grave = decision();
    (grave["grade"], grave["ivo_required"]) = (json!("no_misconduct"), json!(true));
    let _ = office.does(DECIDER, &case, "decide", &grave).await.expect(200);
    let told = told_by(&office, DECIDER, &case, "reopen", &again).await;
    assert_eq!(told, [at("unit_manager", NORRGLIMT), owner()], "IVO is to hear of it");
}

#[tokio::test]
async fn reporter_and_manager_are_told_that_there_was_no_misconduct_but_not_so_by_mail() {
    let (office, case, _) = after(REPORTER, false).await;
    office.completed(&case).await;
    let before = office.parcels().await.len();
    let mut none = decision();
    none["grade"] = json!("no_misconduct");
    let _ = office.does(DECIDER, &case, "decide", &none).await.expect(200);
    let new = office.parcels().await.split_off(before);
    let told: Vec<_> = new
        .iter()
        .filter(|parcel| parcel["recipient"].is_object())
        .map(|parcel| (&parcel["occasion"], &parcel["recipient"]["role"], &parcel["recipient"]["person_id"]))
        .collect();
    let reporter = json!(person(REPORTER).as_uuid());
    assert_eq!(
        told,
        [
            (&json!("decided"), &Value::Null, &reporter),
            (&json!("task_waits"), &json!("unit_manager"), &Value::Null)
        ]
    );
}

#[tokio::test]
async fn those_who_decide_learn_that_ivo_has_the_inquiry_and_are_not_asked_to_do_anything() {
    let (office, case, _) = after(REPORTER, false).await;
    office.completed(&case).await;
    let mut serious = decision();
    (serious["grade"], serious["ivo_required"]) = (json!("serious_misconduct"), json!(true));
    let _ = office.does(DECIDER, &case, "require-ivo", &json!({ "reasons": "Skäl." })).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &crate::ivo::form()).await.expect(200);
    office.world.clock.advance(chrono::TimeDelta::minutes(1));
    let _ = office.does(DECIDER, &case, "decide", &serious).await.expect(200);
    let filed = crate::ivo::filed("2026-11-21");
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed).await.expect(200);
    let told = told_by(&office, INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed).await;
    assert_eq!(told, [("decision_maker".to_owned(), Value::Null)]);
}

/// The roles that were told that IVO is notified, with the unit.
async fn told_of_ivo(office: &Office, case: &str) -> Vec<(String, Value)> {
    told_by(office, DECIDER, case, "notify-ivo", &crate::ivo::filed("2026-11-21")).await
}

#[tokio::test]
async fn those_who_answer_for_the_unit_learn_that_ivo_is_notified_and_when_and_nothing_else() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &crate::ivo::form()).await.expect(200);
    assert_eq!(
        told_of_ivo(&office, &case).await,
        [
            at("unit_manager", NORRGLIMT),
            at("principal", NORRGLIMT),
            ("school_owner_representative".to_owned(), Value::Null)
        ]
    );
    let parcel = office.parcels().await.pop().unwrap();
    let keys: Vec<_> = parcel.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["case_number", "due_on", "link_to", "occasion", "recipient"], "no word of it");
    assert_eq!(parcel["due_on"], Value::Null, "nobody has anything to do");

    for login in [MANAGER, "rektor-norrglimt", "huvudmannarepresentant"] {
        let browser = office.browser(login).await;
        let said = browser.page.text("[aria-labelledby=news] tbody");
        let number = parcel["case_number"].as_str().unwrap();
        assert!(
            said.contains(number) && said.contains("Anmält till IVO") && said.contains("2026-11-21"),
            "{login}: {said}"
        );
        assert!(!browser.page.has("[aria-labelledby=news] a"), "{login}: there is no way in");
    }
    for login in ["rektor-norrglimt", "huvudmannarepresentant"] {
        assert!(!sees(&office, login, &case).await, "{login}");
    }
    for login in [REPORTER, "gruppchef-stjarnvret", "rektor-stjarnvret"] {
        assert!(!office.browser(login).await.page.has("#news"), "{login}");
    }
}

#[tokio::test]
async fn whoever_is_part_of_it_never_learns_that_ivo_is_notified() {
    let (office, case, _) = after(REPORTER, true).await;
    office.inquired(&case).await;
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &crate::ivo::form()).await.expect(200);
    let told = told_of_ivo(&office, &case).await;
    assert_eq!(told, [at("principal", NORRGLIMT), owner()], "nobody is left among the managers");
    for parcel in office.parcels().await.iter().filter(|parcel| parcel["recipient"]["kind"] == "role") {
        let except = parcel["recipient"]["except"].as_array().unwrap();
        for login in [MANAGER, REPORTER] {
            assert!(except.contains(&json!(person(login).as_uuid())), "{login}");
        }
    }
    assert!(!office.browser(MANAGER).await.page.has("#news"));
    assert!(office.browser("rektor-norrglimt").await.page.has("#news"));
}

#[tokio::test]
async fn who_received_it_stands_by_name_and_title_in_the_case() {
    for (about_manager, name) in [(false, "gruppchef"), (true, "rektor")] {
        let office = Office::open().await;
        let body = json!({ "text": "Grinden.", "concerns_manager": about_manager });
        let case = office.reported_by(REPORTER, &body).await;
        office.taken(&case).await;
        let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
        let received = seen["report"]["received_by"].as_array().unwrap();
        assert_eq!(received.len(), 1, "{received:?}");
        assert_eq!(received[0]["title"], name);
        let page = office.browser(INVESTIGATOR).await.get(&format!("/arenden/{case}")).await.text("main");
        let named = format!("Mottagen av {}, {name}", received[0]["name"].as_str().unwrap());
        assert!(page.contains(&named), "{page}");
    }
}

#[tokio::test]
async fn whoever_is_on_call_but_part_of_it_has_not_received_it() {
    let office = Office::with(json!({ "on_call": "principal" })).await;
    let case = office.reported_by("rektor-norrglimt", &json!({ "text": "Grinden." })).await;
    office.taken(&case).await;
    let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let received = seen["report"]["received_by"].as_array().unwrap();
    let titles: Vec<_> = received.iter().map(|each| &each["title"]).collect();
    assert!(!titles.contains(&&json!("rektor")), "it is their own report: {received:?}");
}
