//! Somebody is away, and another sees to their matters.

use proto::organisation::Assignment;
use serde_json::{Value, json};
use testkit::{
    Browser,
    organisation::{STJARNVRET, person},
};

use super::at;
use crate::office::{MANAGER, Office, ordinary};

const DEPUTY: &str = "fritidsledare-norrglimt";
const PRINCIPAL: &str = "rektor-norrglimt";
/// A Saturday.
const TODAY: &str = "2026-11-21";

/// The manager is away from Monday to Friday. It is Saturday.
async fn with_a_deputy(deputy: &str) -> Office {
    let office = Office::open().await;
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let whom = person(deputy).to_string();
    let days = [("from", "2026-11-23"), ("to", "2026-11-27"), ("deputy", whom.as_str())];
    manager.submit("/franvaro", &days).await;
    assert_eq!(manager.page.texts(".marked li").len(), 1, "{}", manager.page.text("main"));
    office
}

/// Those told of something since `before`, as kind and person.
async fn told(office: &Office, before: usize) -> Vec<Value> {
    let parcels = office.parcels("notifications").await.split_off(before);
    parcels.into_iter().map(|parcel| parcel["recipient"].clone()).collect()
}

#[tokio::test]
async fn a_deputy_sees_is_told_and_may_act_from_the_first_day_to_the_last_and_no_longer() {
    let office = with_a_deputy(DEPUTY).await;
    let sent = office.receives_text("a").await;
    let _ = office.reads(DEPUTY, &sent).await.expect(404);
    assert_eq!(office.browser(DEPUTY).await.page.path, "/franvaro", "no list");

    office.world.clock.set("2026-11-23T09:00:00Z");
    let mut deputy = office.browser(DEPUTY).await;
    assert_eq!(deputy.page.texts("tbody .case-number"), [sent.number.as_str()]);
    deputy.get(&at(&sent, "")).await;
    assert!(deputy.page.text("main").contains("Du läser som ersättare för Maja Provsson."));
    let before = office.parcels("notifications").await.len();
    office.receives_text("b").await;
    let deputy = json!({ "kind": "person", "person_id": person(DEPUTY) });
    let told = told(&office, before).await;
    assert_eq!(told[0]["role"], "unit_manager");
    assert_eq!(told[1..], [deputy], "the deputy too");
    let _ = office.does(DEPUTY, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(DEPUTY, &sent).await;
    let detail = office.reads(MANAGER, &sent).await.json;
    assert_eq!(detail["handler_id"], json!(person(MANAGER)), "begun for whoever is away");
    assert_eq!(detail["triage"]["done"]["person_id"], json!(person(DEPUTY)), "done by whoever did it");

    office.world.clock.set("2026-11-27T22:00:00Z");
    let _ = office.reads(DEPUTY, &sent).await.expect(200);
    office.world.clock.set("2026-11-27T23:00:00Z");
    let _ = office.reads(DEPUTY, &sent).await.expect(404);
    assert_eq!(office.browser(DEPUTY).await.page.path, "/nytt", "no list");
}

#[tokio::test]
async fn whoever_comes_back_early_ends_the_deputys_access_at_once() {
    let office = with_a_deputy(DEPUTY).await;
    let sent = office.receives_text("a").await;
    office.world.clock.set("2026-11-24T09:00:00Z");
    let mut deputy = office.browser(DEPUTY).await;
    assert_eq!(deputy.page.status, 200);
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let end = manager.page.attribute(".marked form", "action").unwrap();
    manager.submit(&end, &[]).await;
    assert!(!manager.page.has(".marked"));
    deputy.get(&at(&sent, "")).await;
    assert_eq!(deputy.page.status, 404);
    let before = office.parcels("notifications").await.len();
    office.receives_text("b").await;
    assert_eq!(told(&office, before).await.len(), 1);
}

#[tokio::test]
async fn nobody_ends_what_another_has_noted_of_themself() {
    let office = with_a_deputy(DEPUTY).await;
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let end = manager.page.attribute(".marked form", "action").unwrap();
    for login in [PRINCIPAL, "rektor-stjarnvret"] {
        let mut other = office.browser(login).await;
        let csrf = other.page.attribute("input[name=csrf]", "value").unwrap();
        other.post(&end, "application/x-www-form-urlencoded", format!("csrf={csrf}")).await;
        assert_eq!(other.page.status, 404, "{login}");
    }
    let mut principal = office.browser(PRINCIPAL).await;
    principal.get("/franvaro").await;
    assert!(principal.page.text(".marked").contains("Maja Provsson"), "they know of it");
    assert!(!principal.page.has(".marked form"));
    manager.get("/franvaro").await;
    assert!(manager.page.has(".marked form"));
}

/// The principal notes that the manager is away, from today for a week.
async fn noted_by_the_principal(office: &Office, deputy: &str) -> Browser {
    let mut principal = office.browser(PRINCIPAL).await;
    principal.get("/franvaro").await;
    let (absent, deputy) = (person(MANAGER).to_string(), person(deputy).to_string());
    let typed =
        [("person", absent.as_str()), ("from", TODAY), ("to", "2026-11-28"), ("deputy", deputy.as_str())];
    principal.submit("/franvaro", &typed).await;
    principal
}

#[tokio::test]
async fn what_was_noted_for_somebody_either_of_the_two_may_end() {
    for login in [MANAGER, PRINCIPAL] {
        let office = Office::open().await;
        noted_by_the_principal(&office, DEPUTY).await;
        let sent = office.receives_text("a").await;
        let _ = office.reads(DEPUTY, &sent).await.expect(200);
        let mut browser = office.browser(login).await;
        browser.get("/franvaro").await;
        let end = browser.page.attribute(".marked form", "action").unwrap();
        browser.submit(&end, &[]).await;
        assert!(!browser.page.has(".marked"), "{login}");
        let _ = office.reads(DEPUTY, &sent).await.expect(404);
    }
}

#[tokio::test]
async fn pressed_twice_it_is_one_absence_and_one_mail_to_each() {
    let office = Office::open().await;
    noted_by_the_principal(&office, DEPUTY).await;
    let principal = noted_by_the_principal(&office, DEPUTY).await;
    assert_eq!(principal.page.texts(".marked li").len(), 1);
    assert_eq!(office.parcels("notifications").await.len(), 2);
}

/// Else they would choose who handles what is about them.
#[tokio::test]
async fn a_deputy_whom_somebody_who_is_off_a_matter_chose_is_off_it_too() {
    let office = Office::open().await;
    let (about_them, other) = (office.receives_text("a").await, office.receives_text("b").await);
    let body = json!({ "person_id": person(PRINCIPAL) });
    let _ = office.does(MANAGER, &about_them, "exclude", &body).await.expect(204);
    noted_by_the_principal(&office, DEPUTY).await;
    let _ = office.reads(DEPUTY, &other).await.expect(200);
    let _ = office.reads(DEPUTY, &about_them).await.expect(404);
    let list = office.program(DEPUTY).get("/api/v1/complaints").await.expect(200).json;
    let numbers: Vec<_> =
        list["complaints"].as_array().unwrap().iter().map(|one| &one["case_number"]).collect();
    assert_eq!(numbers, [other.number.as_str()], "list and page say the same");
    let before = office.parcels("notifications").await.len();
    let reply = json!({ "receipt": about_them.receipt, "text": "Hej igen." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    assert_eq!(told(&office, before).await.len(), 1, "nor are they told");
}

/// The register can give or take a role while somebody is away.
#[tokio::test]
async fn what_was_noted_for_somebody_holds_while_they_are_led_in_all_they_answer_for() {
    let office = Office::open().await;
    noted_by_the_principal(&office, DEPUTY).await;
    let sent = office.receives_text("a").await;
    let _ = office.reads(DEPUTY, &sent).await.expect(200);
    let mut more = testkit::organisation::organisation();
    let mut assignment =
        more.assignments.iter().find(|one| one.person_id == person(MANAGER).as_uuid()).unwrap().clone();
    assignment.unit_id = Some(STJARNVRET);
    more.assignments.push(assignment);
    office.app.inside.ground.directory.replace(more);
    let _ = office.reads(DEPUTY, &sent).await.expect(404);
}

/// A mail leads them there.
#[tokio::test]
async fn whoever_is_to_stand_in_finds_what_they_were_told_of_before_the_first_day() {
    let office = with_a_deputy(DEPUTY).await;
    let told = office.parcels("notifications").await.pop().unwrap();
    assert_eq!(told["recipient"]["person_id"], json!(person(DEPUTY)));
    let deputy = office.browser(DEPUTY).await;
    assert_eq!(deputy.page.path, "/franvaro");
    let said = deputy.page.text("main");
    assert!(said.contains("Du ersätter Maja Provsson. Från 2026-11-23 till 2026-11-27."), "{said}");
    assert!(!deputy.page.has("form#form"), "they have nothing to note");
    assert!(!deputy.page.has("main a"), "nor to read yet");
}

/// Whoever has fallen ill cannot note it.
#[tokio::test]
async fn a_principal_notes_that_a_manager_is_away_and_all_three_know_of_it() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let before = office.parcels("notifications").await.len();
    let mut principal = office.browser(PRINCIPAL).await;
    principal.get("/franvaro").await;
    let (absent, deputy) = (person(MANAGER).to_string(), person(DEPUTY).to_string());
    let typed = [("person", absent.as_str()), ("from", TODAY), ("to", TODAY), ("deputy", deputy.as_str())];
    principal.submit("/franvaro", &typed).await;
    let marked = principal.page.text(".marked");
    assert!(marked.contains("Maja Provsson") && marked.contains("Anmält av Rut Provsson."), "{marked}");

    let parcels = office.parcels("notifications").await.split_off(before);
    let told: Vec<_> = parcels
        .iter()
        .map(|told| {
            (told["occasion"].as_str(), told["recipient"]["person_id"].as_str(), told["due_on"].as_str())
        })
        .collect();
    let of = |person| (Some("absence"), Some(person), Some(TODAY));
    assert_eq!(told, [of(deputy.as_str()), of(absent.as_str())]);
    assert!(marked.contains(parcels[0]["case_number"].as_str().unwrap()), "the mail's number is found here");

    let _ = office.reads(DEPUTY, &sent).await.expect(200);
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    assert!(manager.page.text(".marked").contains("Anmält av Rut Provsson."));
    let mut deputy = office.browser(DEPUTY).await;
    deputy.get("/franvaro").await;
    assert!(deputy.page.text("main").contains("Du ersätter Maja Provsson."));
}

#[tokio::test]
async fn nobody_notes_the_absence_of_one_they_do_not_lead() {
    let office = Office::open().await;
    let deputy = person("registrator").to_string();
    for (login, other) in [
        (MANAGER, PRINCIPAL),
        ("rektor-stjarnvret", MANAGER),
        (PRINCIPAL, "huvudmannarepresentant"),
        (PRINCIPAL, "registrator"),
    ] {
        let mut browser = office.browser(login).await;
        browser.get("/franvaro").await;
        let other = person(other).to_string();
        let typed = [("person", other.as_str()), ("from", TODAY), ("to", TODAY), ("deputy", deputy.as_str())];
        browser.submit("/franvaro", &typed).await;
        assert_eq!(browser.page.status, 422, "{login}");
        assert_eq!(browser.page.texts(".error-summary li"), ["Välj någon i listan."], "{login}");
        assert!(!browser.page.has(".marked"));
    }
}

#[tokio::test]
async fn what_is_handed_over_is_on_one_page_for_the_absent_those_who_lead_them_and_the_deputy_in_time() {
    let office = with_a_deputy(DEPUTY).await;
    let (sent, off) = (office.receives_text("a").await, office.receives_text("b").await);
    let body = json!({ "person_id": person(MANAGER) });
    let _ = office.does(PRINCIPAL, &off, "exclude", &body).await.expect(204);
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let page = manager.page.attribute(".marked li a", "href").unwrap();
    for login in [MANAGER, PRINCIPAL] {
        let mut browser = office.browser(login).await;
        browser.get(&page).await;
        assert_eq!(
            browser.page.texts("tbody .case-number"),
            [sent.number.as_str()],
            "{login}: what is the manager's"
        );
        assert!(browser.page.text("main").contains("Från 2026-11-23 till 2026-11-27."));
    }
    for login in [DEPUTY, "rektor-stjarnvret", "registrator"] {
        assert_eq!(office.browser(login).await.get(&page).await.status, 404, "{login}");
    }
    office.world.clock.set("2026-11-23T09:00:00Z");
    let mut deputy = office.browser(DEPUTY).await;
    deputy.get(&page).await;
    assert_eq!(deputy.page.texts("tbody .case-number"), [sent.number.as_str()]);
    office.world.clock.set("2026-11-28T09:00:00Z");
    assert_eq!(office.browser(MANAGER).await.get(&page).await.status, 404, "it is over");
}

#[tokio::test]
async fn what_the_absent_is_off_is_not_handed_over_where_a_unit_has_two_managers() {
    let office = Office::open().await;
    let mut two = testkit::organisation::organisation();
    let of_the_first = two.assignments.iter().find(|one| one.person_id == person(MANAGER).as_uuid()).unwrap();
    let second = Assignment { person_id: person("gruppchef-nattugglan").as_uuid(), ..of_the_first.clone() };
    two.assignments.push(second);
    office.app.inside.ground.directory.replace(two);
    let (sent, off) = (office.receives_text("a").await, office.receives_text("b").await);
    let body = json!({ "person_id": person(MANAGER) });
    let _ = office.does(PRINCIPAL, &off, "exclude", &body).await.expect(204);
    assert_eq!(office.reads(PRINCIPAL, &off).await.json["level"], "unit_manager", "there is another");
    let principal = noted_by_the_principal(&office, DEPUTY).await;
    let page = principal.page.attribute(".marked li a", "href").unwrap();
    for login in [PRINCIPAL, DEPUTY] {
        let mut browser = office.browser(login).await;
        browser.get(&page).await;
        assert_eq!(browser.page.texts("tbody .case-number"), [sent.number.as_str()], "{login}");
    }
}

#[tokio::test]
async fn a_deputy_does_not_see_what_the_absent_is_off_and_is_not_told_of_it() {
    let office = with_a_deputy(DEPUTY).await;
    let sent = office.receives_text("a").await;
    office.world.clock.set("2026-11-24T09:00:00Z");
    let _ = office.reads(DEPUTY, &sent).await.expect(200);
    let before = office.parcels("notifications").await.len();
    let body = json!({ "person_id": person(MANAGER) });
    let _ = office.does("rektor-norrglimt", &sent, "exclude", &body).await.expect(204);
    let _ = office.reads(DEPUTY, &sent).await.expect(404);
    let list = office.program(DEPUTY).get("/api/v1/complaints").await.expect(200);
    assert_eq!(list.json["complaints"], json!([]), "list and page say the same");
    assert_eq!(office.browser(DEPUTY).await.page.texts("tbody tr").len(), 0);
    let told = told(&office, before).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["role"], "principal", "it has moved up (G.1)");
}

#[tokio::test]
async fn a_principal_who_stands_in_keeps_what_is_their_own() {
    let office = with_a_deputy("rektor-norrglimt").await;
    let (first, second) = (office.receives_text("a").await, office.receives_text("b").await);
    office.world.clock.set("2026-11-24T09:00:00Z");
    let _ = office.does("rektor-norrglimt", &first, "triage", &ordinary()).await.expect(204);
    let body = json!({ "person_id": person(MANAGER) });
    let _ = office.does("rektor-norrglimt", &second, "exclude", &body).await.expect(204);
    let _ = office.does("rektor-norrglimt", &second, "triage", &ordinary()).await.expect(204);
    let list = office.browser("rektor-norrglimt").await;
    assert_eq!(list.page.texts("tbody tr").len(), 2, "each once");
}

#[tokio::test]
async fn a_deputy_who_is_off_a_matter_themself_is_off_it_in_anybodys_place() {
    let office = with_a_deputy(DEPUTY).await;
    let sent = office.receives_text("a").await;
    let body = json!({ "person_id": person(DEPUTY) });
    let _ = office.does(MANAGER, &sent, "exclude", &body).await.expect(204);
    office.world.clock.set("2026-11-24T09:00:00Z");
    let _ = office.reads(DEPUTY, &sent).await.expect(404);
    let before = office.parcels("notifications").await.len();
    let reply = json!({ "receipt": sent.receipt, "text": "Hej igen." });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    assert_eq!(told(&office, before).await.len(), 1);
}

#[tokio::test]
async fn a_faulty_absence_says_what_is_wrong_beside_its_field() {
    let office = Office::open().await;
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    manager.submit("/franvaro", &[]).await;
    assert_eq!(manager.page.status, 422);
    assert_eq!(
        manager.page.texts(".error-summary li"),
        ["Välj första dagen.", "Välj sista dagen.", "Välj en person."]
    );
    let stranger = person("vardnadshavare-norrglimt").to_string();
    let wrong = [("from", "2026-11-20"), ("to", "2026-11-19"), ("deputy", stranger.as_str())];
    manager.submit("/franvaro", &wrong).await;
    assert_eq!(
        manager.page.texts(".error-summary li"),
        [
            "Välj en senare dag.",
            "Välj en dag efter den första, högst ett år senare.",
            "Välj någon annan i listan."
        ]
    );
    assert_eq!(office.browser("utan-roll").await.get("/franvaro").await.status, 403);
}
