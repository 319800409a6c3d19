//! The overview of those who run the service.

use chrono::TimeDelta;
use serde_json::json;
use testkit::{Behaviour, organisation::NATTUGGLAN};

use crate::{NUMBER, Notifications, to_address, to_person, to_the_manager};

const BUTTONS: &str = "Skicka igen: 7KM4-Q2XP Bocka av: 7KM4-Q2XP";

#[tokio::test]
async fn only_administrators_see_it_and_others_are_told_what_this_place_is() {
    let n = Notifications::start().await;
    for (login, status) in [
        ("administrator", 200),
        ("gruppchef-norrglimt", 403),
        ("utredare-1", 403),
        ("dataskyddsombud", 403),
        ("vardnadshavare-norrglimt", 403),
        ("utan-roll", 403),
    ] {
        let mut browser = n.person(login).await;
        let page = browser.get("/").await;
        assert_eq!(page.status, status, "{login}");
        let title = if status == 200 { "Utskick" } else { "Härifrån skickas mejlen" };
        assert_eq!(page.text("h1"), title);
    }
    let mut nobody = n.standing.visitor();
    nobody.get("/").await;
    assert!(nobody.location().unwrap().contains("/authorize?"));
}

#[tokio::test]
async fn what_waits_what_left_and_what_did_not_arrive_is_shown_without_an_address() {
    let n = Notifications::start().await;
    let mut refused = to_person("utredare-1");
    n.told(&to_the_manager()).await;
    n.deliver().await;
    n.world.clock.advance(TimeDelta::hours(1));
    n.server.does(Behaviour::Refuses(550));
    n.told(&refused).await;
    n.told(&to_address(&n.sealed("karin@example.net"), "sv")).await;
    n.deliver().await;
    n.server.does(Behaviour::IsDown);
    refused["case_number"] = json!(NUMBER);
    n.told(&refused).await;
    n.deliver().await;
    let mut nobody_there = to_the_manager();
    nobody_there["recipient"] = json!({ "kind": "role", "role": "principal", "unit_id": NATTUGGLAN });
    n.told(&nobody_there).await;

    let mut operator = n.person("administrator").await;
    let page = operator.get("/").await;
    let of = |id: &str| page.texts(&format!("section#{id} tbody tr, section#{id} > p"));
    assert_eq!(of("waiting"), ["Mejl som väntar: 1. Det äldsta har väntat sedan 2026-11-21 kl. 11.00."]);
    assert_eq!(
        of("untold")[1],
        format!(
            "{NUMBER} Ett nytt ärende väntar 2026-11-21 kl. 11.00 Ingen har rollen eller får meddelas Bocka av: {NUMBER}"
        )
    );
    let refused = of("refused")[1..].to_vec();
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert!(refused.contains(&format!(
        "{NUMBER} Något väntar på någon 2026-11-21 kl. 11.00 Ulf Provsson Mejlservern svarade 550 {BUTTONS}"
    )));
    assert!(refused.contains(&format!(
        "{NUMBER} Ett svar finns 2026-11-21 kl. 11.00 Någon som inte arbetar här Mejlservern svarade 550 {BUTTONS}"
    )));
    assert_eq!(of("hours"), ["2026-11-21 kl. 11.00 0 2", "2026-11-21 kl. 10.00 1 0"]);
    assert!(!page.html().contains('@'));
}

#[tokio::test]
async fn it_is_there_in_english() {
    let n = Notifications::start().await;
    let mut operator = n.person("administrator").await;
    operator.headers = vec![("accept-language", "en".into())];
    assert_eq!(operator.get("/").await.text("h1"), "Mailings");
}
