//! What did not arrive is a task: somebody ticks it off, or lets it go again to the same address.

use chrono::TimeDelta;
use notifications::actions;
use sea_orm::ConnectionTrait;
use serde_json::json;
use testkit::{Behaviour, Browser, everything_stored, organisation::NATTUGGLAN};

use crate::{Notifications, to_person, to_the_manager};

const FORM: &str = "application/x-www-form-urlencoded";

/// With a mail that the server refused for good, and whoever runs the service looking at it.
async fn refused() -> (Notifications, Browser) {
    let n = Notifications::start().await;
    n.server.does(Behaviour::Refuses(550));
    n.told(&to_person("utredare-1")).await;
    n.deliver().await;
    let mut operator = n.person("administrator").await;
    operator.get("/").await;
    (n, operator)
}

/// The address of the button in a section, by how it ends.
fn button(page: &Browser, section: &str, ends: &str) -> String {
    let selector = format!("section#{section} form[action$='{ends}']");
    page.page.attribute(&selector, "action").unwrap_or_else(|| panic!("no {selector}"))
}

#[tokio::test]
async fn a_mail_is_sent_again_to_the_same_address_when_the_server_was_mended() {
    let (n, mut operator) = refused().await;
    n.server.does(Behaviour::Takes);
    n.deliver().await;
    assert!(n.server.mails().is_empty(), "not by itself");
    operator.submit(&button(&operator, "refused", "skicka-igen"), &[]).await;
    assert_eq!(
        operator.page.text("#waiting p"),
        "Mejl som väntar: 1. Det äldsta har väntat sedan 2026-11-21 kl. 10.00."
    );
    assert!(!operator.page.has("#refused tbody"));
    n.deliver().await;
    let to: Vec<_> = n.server.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["utredare-1@example.org"]);
}

#[tokio::test]
async fn a_mail_that_is_refused_again_is_a_task_again() {
    let (n, mut operator) = refused().await;
    operator.submit(&button(&operator, "refused", "skicka-igen"), &[]).await;
    n.deliver().await;
    operator.get("/").await;
    button(&operator, "refused", "bocka-av");
}

#[tokio::test]
async fn what_was_seen_to_leaves_the_list_and_who_did_is_remembered() {
    let (n, mut operator) = refused().await;
    let mut untold = to_the_manager();
    untold["recipient"] = json!({ "kind": "role", "role": "principal", "unit_id": NATTUGGLAN });
    n.told(&untold).await;
    operator.get("/").await;
    for section in ["refused", "untold"] {
        operator.submit(&button(&operator, section, "bocka-av"), &[]).await;
        assert_eq!(operator.page.status.as_u16(), 200);
        assert!(!operator.page.has(&format!("#{section} tbody")), "{section}");
    }
    n.server.does(Behaviour::Takes);
    n.deliver().await;
    assert!(n.server.mails().is_empty(), "it is not sent as well");
    let stored = everything_stored(&n.app.inside.ground.database).await;
    for place in ["delivery.seen_to_by", "message.seen_to_by"] {
        assert!(stored.iter().any(|(column, _)| column == place), "{place}");
    }
}

#[tokio::test]
async fn of_two_who_see_to_the_same_the_second_is_told_that_somebody_was_first() {
    for first in ["skicka-igen", "bocka-av"] {
        for second in ["skicka-igen", "bocka-av"] {
            let (n, mut one) = refused().await;
            let mut other = n.person("administrator").await;
            other.get("/").await;
            one.submit(&button(&one, "refused", first), &[]).await;
            other.submit(&button(&other, "refused", second), &[]).await;
            let said = (other.page.status.as_u16(), other.page.text("h1"));
            assert_eq!(said, (409, "Någon annan hann före".to_owned()), "{first}, {second}");
        }
    }
}

#[tokio::test]
async fn a_mail_that_arrived_and_a_message_that_was_told_are_nobodys_task() {
    let (n, mut operator) = refused().await;
    let (address, csrf) =
        (button(&operator, "refused", "bocka-av"), operator.form("/logga-ut").1[0].1.clone());
    n.server.does(Behaviour::Takes);
    let told = n.told(&to_the_manager()).await.json["id"].clone();
    n.deliver().await;
    let sent = n.progress(&told).await["deliveries"][0]["id"].clone();
    let (told, sent) = (told.as_str().unwrap(), sent.as_str().unwrap());
    for path in [
        format!("/mejl/{sent}/skicka-igen"),
        format!("/mejl/{sent}/bocka-av"),
        format!("/meddelanden/{told}/bocka-av"),
        format!("/meddelanden/{}/bocka-av", address.split('/').nth(2).unwrap()),
        format!("/mejl/{told}/skicka-igen"),
    ] {
        operator.post(&path, FORM, format!("csrf={csrf}")).await;
        assert_eq!(operator.page.status.as_u16(), 409, "{path}");
    }
    operator.post("/mejl/1/bocka-av", FORM, format!("csrf={csrf}")).await;
    assert_eq!(operator.page.status.as_u16(), 404);
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
}

#[tokio::test]
async fn when_the_address_has_been_removed_the_task_can_only_be_ticked_off() {
    let (n, mut operator) = refused().await;
    let send_again = button(&operator, "refused", "skicka-igen");
    n.world.clock.advance(TimeDelta::days(31));
    actions::forget(&n.app).await.unwrap();
    let mut later = n.person("administrator").await;
    later.get("/").await;
    assert!(!later.page.has(&format!("form[action='{send_again}']")));
    button(&later, "refused", "bocka-av");
    let csrf = later.form("/logga-ut").1[0].1.clone();
    later.post(&send_again, FORM, format!("csrf={csrf}")).await;
    assert_eq!(later.page.status.as_u16(), 409);
    // And nobody who logged in a month ago is still logged in.
    operator.submit(&send_again, &[]).await;
    assert_eq!(operator.page.status.as_u16(), 401);
}

#[tokio::test]
async fn nobody_else_sees_to_it() {
    let (n, operator) = refused().await;
    let paths = ["skicka-igen", "bocka-av"].map(|ends| button(&operator, "refused", ends));
    for login in ["gruppchef-norrglimt", "utredare-1", "dataskyddsombud", "vardnadshavare-norrglimt"] {
        let mut browser = n.person(login).await;
        browser.get("/").await;
        let csrf = browser.form("/logga-ut").1[0].1.clone();
        for path in &paths {
            browser.post(path, FORM, format!("csrf={csrf}")).await;
            assert_eq!(browser.page.status.as_u16(), 403, "{login}");
            assert_eq!(browser.page.text("h1"), "Härifrån skickas mejlen");
        }
    }
    let mut forged = operator.clone();
    forged.post(&paths[1], FORM, "csrf=forged").await;
    assert_eq!(forged.page.status.as_u16(), 422);
    n.server.does(Behaviour::Takes);
    n.deliver().await;
    assert!(n.server.mails().is_empty());
    let untouched = "SELECT 1 FROM delivery WHERE state = 'refused' AND seen_to_at IS NULL";
    let database = &n.app.inside.ground.database;
    let query = sea_orm::Statement::from_string(database.reader().get_database_backend(), untouched);
    assert_eq!(database.reader().query_all_raw(query).await.unwrap().len(), 1);
}
