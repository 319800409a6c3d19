//! Who handles a matter: one at a time and several at once.

use serde_json::json;
use testkit::{
    Browser,
    organisation::{NORRGLIMT, person},
};

use super::{at, opened};
use crate::office::{MANAGER, Office, Sent};

const PRINCIPAL: &str = "rektor-norrglimt";

/// The value of the box beside a matter.
fn ticked(browser: &Browser, sent: &Sent) -> (String, String) {
    let name = format!("m-{}", sent.id);
    let version = browser.page.attribute(&format!("input[name='{name}']"), "value").unwrap();
    (name, version)
}

async fn does(browser: &mut Browser, chosen: &[(String, String)], more: &[(&str, &str)]) {
    let chosen = chosen.iter().map(|(name, version)| (name.as_str(), version.as_str()));
    let fields: Vec<_> = chosen.chain(more.iter().copied()).collect();
    browser.send("/flera", &fields).await;
}

#[tokio::test]
async fn whoever_is_given_a_matter_is_told_and_may_act_and_hand_it_back() {
    let (office, sent, mut manager) = opened("a").await;
    let principal = person(PRINCIPAL).to_string();
    manager.get(&at(&sent, "/handlaggare")).await;
    assert!(!manager.page.has("[name=reason]"), "nobody has it yet");
    let before = office.parcels("notifications").await.len();
    manager.submit(&at(&sent, "/handlaggare"), &[("person", &principal)]).await;
    assert_eq!(manager.page.text(".notice.good"), "Ärendet har fått en handläggare.");
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["recipient"], json!({ "kind": "person", "person_id": principal }));
    assert_eq!(told[0]["occasion"], "task_waits");

    let mut principal = office.browser(PRINCIPAL).await;
    assert_eq!(principal.page.text("tbody td[data-label=Handläggare]"), "Rut Provsson");
    principal.get(&at(&sent, "")).await;
    assert_eq!(principal.page.text(".notice h2"), "Nästa steg: bedöm ärendet");
    principal.get(&at(&sent, "/lamna")).await;
    principal.submit(&at(&sent, "/lamna"), &[("reason", "")]).await;
    assert_eq!(principal.page.status, 422);
    let before = office.parcels("notifications").await.len();
    principal.submit(&at(&sent, "/lamna"), &[("reason", "Ledig från måndag.")]).await;
    assert_eq!(principal.page.text(".notice.good"), "Ärendet är lämnat tillbaka.");
    assert!(principal.page.text("main").contains("Ledig från måndag."), "it stands in the journal");
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(told[0]["recipient"]["role"], "unit_manager");
    principal.get(&at(&sent, "/lamna")).await;
    assert_eq!(principal.page.path, at(&sent, ""), "it does not lie with them any more");
}

#[tokio::test]
async fn another_handler_wants_a_reason_and_nobody_gets_what_they_may_not_read() {
    let (office, sent, mut manager) = opened("a").await;
    let (principal, own) = (person(PRINCIPAL).to_string(), person(MANAGER).to_string());
    manager.get(&at(&sent, "/handlaggare")).await;
    let offered = manager.page.texts("select option");
    assert_eq!(offered, ["Välj", "Maja Provsson", "Rut Provsson"], "those who read it by their role");
    let other = person("rektor-stjarnvret").to_string();
    manager.submit(&at(&sent, "/handlaggare"), &[("person", &other)]).await;
    assert_eq!(manager.page.status, 422);
    manager.submit(&at(&sent, "/handlaggare"), &[("person", &principal)]).await;
    for (person, fault) in [(&principal, true), (&own, true)] {
        manager.get(&at(&sent, "/handlaggare")).await;
        assert!(manager.page.has("[name=reason]"), "it changes hands");
        manager.submit(&at(&sent, "/handlaggare"), &[("person", person)]).await;
        assert_eq!(manager.page.has(".error-summary"), fault);
    }
    manager.submit(&at(&sent, "/handlaggare"), &[("person", &own), ("reason", "Jag var på plats.")]).await;
    assert_eq!(manager.page.text(".notice.good"), "Ärendet har fått en handläggare.");
    assert_eq!(office.reads(MANAGER, &sent).await.json["content"]["journal"][0]["kind"], "assignment");
}

#[tokio::test]
async fn nobody_who_is_off_a_matter_is_given_it() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let body = json!({ "person_id": person(PRINCIPAL) });
    let _ = office.does(MANAGER, &sent, "exclude", &body).await.expect(204);
    let answer = office.does(MANAGER, &sent, "assign", &body).await.expect(409);
    assert_eq!(answer.json["detail"], "this person may not read it, so cannot handle it");
}

#[tokio::test]
async fn several_are_given_at_once_and_each_says_how_it_went() {
    let office = Office::open().await;
    let (first, second) = (office.receives_text("a").await, office.receives_text("b").await);
    let elsewhere =
        office.receives(json!({ "text": "c", "unit_id": testkit::organisation::STJARNVRET })).await;
    let mut manager = office.browser(MANAGER).await;
    let list = manager.page.clone();
    let (one, two) = (ticked(&manager, &first), ticked(&manager, &second));
    let not_theirs = (format!("m-{}", elsewhere.id), "2".to_owned());
    let principal = person(PRINCIPAL).to_string();
    // Somebody changes the second meanwhile.
    let _ = office.does(MANAGER, &second, "note", &json!({ "text": "a" })).await.expect(204);
    let give = [("do", "assign"), ("person", principal.as_str())];
    does(&mut manager, &[one.clone(), two.clone(), not_theirs], &give).await;
    assert_eq!(manager.page.status, 200);
    assert_eq!(manager.page.texts(".notice.good li"), [first.number.as_str()]);
    assert_eq!(
        manager.page.texts(".notice.warn li"),
        [
            format!("{}: Någon hann ändra ärendet. Läs det först.", second.number),
            "Ett ärende: Det finns inte här, eller så ser du det inte.".to_owned(),
        ]
    );
    assert!(!manager.page.html().contains(&elsewhere.number));
    // The same form once more changes nothing.
    manager.page = list.clone();
    does(&mut manager, &[one], &give).await;
    assert_eq!(manager.page.texts(".notice.warn li").len(), 1);
    for (chosen, fault) in [(vec![], "Välj minst ett ärende i listan."), (vec![two], "Välj en person.")] {
        manager.page = list.clone();
        let person = if chosen.is_empty() { principal.as_str() } else { "" };
        does(&mut manager, &chosen, &[("do", "assign"), ("person", person)]).await;
        assert_eq!(manager.page.status, 422);
        assert_eq!(manager.page.text(".notice.warn"), fault);
    }
}

#[tokio::test]
async fn several_are_reminded_of_once_a_day_and_their_versions_stay() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT })).await;
    let mut principal = office.browser(PRINCIPAL).await;
    let (list, chosen) = (principal.page.clone(), [ticked(&principal, &sent)]);
    let before = office.parcels("notifications").await.len();
    does(&mut principal, &chosen, &[("do", "remind")]).await;
    assert_eq!(principal.page.texts(".notice.good li"), [sent.number.as_str()]);
    principal.page = list.clone();
    does(&mut principal, &chosen, &[("do", "remind")]).await;
    let left = format!("{}: Ärendet har redan fått en påminnelse i dag.", sent.number);
    assert_eq!(principal.page.texts(".notice.warn li"), [left]);
    let told = office.parcels("notifications").await.split_off(before);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["recipient"]["role"], "unit_manager");
    office.world.clock.advance(chrono::TimeDelta::days(1));
    let mut principal = office.browser(PRINCIPAL).await;
    does(&mut principal, &chosen, &[("do", "remind")]).await;
    assert!(principal.page.has(".notice.good"), "the version is the same, and it is another day");
}
