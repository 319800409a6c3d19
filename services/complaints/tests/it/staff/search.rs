//! Looking for matters: by what is plain, by words, and never among what one may not know of.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{
    Browser,
    organisation::{NORRGLIMT, STJARNVRET, person},
};

use super::at;
use crate::office::{MANAGER, Office, Sent, inquired, ordinary};

/// What is found by whoever is at the browser: numbers, newest first.
async fn finds(browser: &mut Browser, fields: &[(&str, &str)]) -> Vec<String> {
    browser.get("/sok").await;
    browser.submit("", fields).await;
    assert_eq!(browser.page.status, 200, "{fields:?}: {}", browser.page.text("main"));
    browser.page.texts("tbody .case-number")
}

fn numbers(sent: &[&Sent]) -> Vec<String> {
    sent.iter().map(|sent| sent.number.clone()).collect()
}

/// One about a bus with everything that is written in a matter, and one three days later about food.
async fn two() -> (Office, Sent, Sent) {
    let office = Office::open().await;
    let contact = json!({ "name": "Karin Testberg", "phone": "070-174 06 11" });
    let bus = json!({ "text": "Skolbussen kom för sent i går.", "unit_id": NORRGLIMT, "contact": contact });
    let bus = office.receives(bus).await;
    for (verb, body) in [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("note", json!({ "text": "Ringde åkeriet." })),
        ("message", json!({ "text": "Vilken hållplats var det?" })),
        ("answer", json!({ "text": "Vi har ändrat tidtabellen." })),
    ] {
        let _ = office.does(MANAGER, &bus, verb, &body).await.expect(204);
    }
    office.world.clock.advance(TimeDelta::days(3));
    let food = office.receives_text("Maten tog slut för tidigt.").await;
    (office, bus, food)
}

#[tokio::test]
async fn a_matter_is_found_by_everything_that_was_written_in_it() {
    let (office, bus, food) = two().await;
    let mut browser = office.browser(MANAGER).await;
    for (words, found, place) in [
        ("skolbuss", vec![&bus], "Klagomålet: Skolbussen kom för sent i går."),
        ("SKOLBUSS åkeriet", vec![&bus], "Klagomålet"),
        ("åkeri", vec![&bus], "Journalen: Ringde åkeriet."),
        ("hållplats", vec![&bus], "Meddelande: Vilken hållplats var det?"),
        ("tidtabell", vec![&bus], "Svaret: Vi har ändrat tidtabellen."),
        ("testberg", vec![&bus], "Kontaktuppgifter: Karin Testberg"),
        ("för", vec![&food, &bus], "Klagomålet: Maten tog slut för tidigt."),
        ("hallplats", vec![], ""),
        ("skolbuss maten", vec![], ""),
        ("<script>' OR 1=1 --", vec![], ""),
    ] {
        assert_eq!(finds(&mut browser, &[("words", words)]).await, numbers(&found), "{words}");
        assert_eq!(browser.page.path, "/sok");
        if let Some(shown) = browser.page.texts("tbody td[data-label='Där orden står']").first() {
            assert!(shown.starts_with(place), "{words}: {shown}");
        }
    }
    finds(&mut browser, &[("words", "buss sent")]).await;
    assert_eq!(browser.page.texts("tbody mark"), ["buss", "sent"]);
    let href = browser.page.attribute("tbody a", "href").unwrap();
    assert_eq!(href, at(&bus, ""));
}

#[tokio::test]
async fn a_matter_is_found_by_number_unit_state_category_and_time() {
    let (office, bus, food) = two().await;
    let registered = office.reads(MANAGER, &bus).await.json["registration"]["number"].clone();
    let mut browser = office.browser(MANAGER).await;
    let low = food.number.to_lowercase().replace('-', " ");
    for (field, value, found) in [
        ("number", food.number.as_str(), vec![&food]),
        ("number", low.as_str(), vec![&food]),
        ("number", registered.as_str().unwrap(), vec![&bus]),
        ("number", "0000-0000", vec![]),
        ("unit", &NORRGLIMT.to_string(), vec![&food, &bus]),
        ("unit", &STJARNVRET.to_string(), vec![]),
        ("state", "answered", vec![&bus]),
        ("state", "registered", vec![&food]),
        ("category", "COORDINATION_EXTERNAL", vec![&bus]),
        ("from", "2026-11-22", vec![&food]),
        ("to", "2026-11-21", vec![&bus]),
        ("from", "2026-11-25", vec![]),
    ] {
        assert_eq!(finds(&mut browser, &[(field, value)]).await, numbers(&found), "{field}={value}");
    }
    let both = [("words", "sent"), ("state", "registered")];
    assert!(finds(&mut browser, &both).await.is_empty(), "words and facts narrow each other down");
    assert_eq!(
        browser.page.text("[role=status]"),
        "Inget ärende passar. Pröva färre ord, en del av ett ord eller en längre tid."
    );
    assert!(browser.page.has("details[open] select[name=state] option[value=registered][selected]"));
}

#[tokio::test]
async fn what_was_typed_is_asked_again_when_it_is_nothing_to_look_for() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    for (fields, wrong) in [
        (vec![], "Skriv minst ett ord, eller begränsa sökningen på något annat sätt."),
        (vec![("words", "?!")], "Skriv minst ett ord, eller begränsa sökningen på något annat sätt."),
        (vec![("words", "buss"), ("from", "i går")], "Skriv dagen så här: 2026-11-23."),
        (vec![("from", "2026-11-23"), ("to", "2026-11-20")], "Välj en senare dag."),
    ] {
        browser.get("/sok").await;
        browser.submit("", &fields).await;
        assert_eq!(browser.page.status, 422);
        assert_eq!(browser.page.texts(".error-summary li"), [wrong], "{fields:?}");
    }
    for (field, value) in [("unit", "hej"), ("state", "hej"), ("after", "hej.hej"), ("after", "-9e9.0")] {
        browser.get("/sok").await;
        browser.submit("", &[("words", "buss"), (field, value)]).await;
        assert_eq!(browser.page.status, 200, "{field}={value}");
    }
    browser.get("/sok").await;
    browser.submit("", &[("words", "buss"), ("switch_language", "en")]).await;
    assert_eq!(browser.page.text("h1"), "Search for matters");
    assert_eq!(browser.page.attribute("#words", "value").as_deref(), Some("buss"));
}

#[tokio::test]
async fn who_may_know_of_nothing_here_cannot_search() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    browser.get("/sok").await;
    let address = browser.form("").0;
    for login in ["fritidsledare-norrglimt", "utredare-1", "utan-roll"] {
        let mut browser = office.browser(login).await;
        browser.get("/sok").await;
        assert_eq!(browser.page.status, 403, "{login}");
        let csrf = browser.page.attribute("input[name=csrf]", "value").unwrap();
        let body = format!("csrf={csrf}&words=buss");
        browser.post(&address, "application/x-www-form-urlencoded", body).await;
        assert_eq!(browser.page.status, 403, "{login}");
    }
    browser.post(&address, "application/x-www-form-urlencoded", "words=buss").await;
    assert_eq!(browser.page.status, 422, "a form that is not ours searches nothing");
}

/// The unit's own people open it, the registrar knows of it, the others find nothing.
#[tokio::test]
async fn nobody_finds_what_is_not_theirs() {
    let (office, bus, _) = two().await;
    let by_number = [("number", bus.number.as_str())];
    for (login, by_words, known) in [
        (MANAGER, 1, 1),
        ("rektor-norrglimt", 1, 1),
        ("rektor-stjarnvret", 0, 0),
        ("huvudmannarepresentant", 0, 0),
        ("registrator", 0, 1),
    ] {
        let mut browser = office.browser(login).await;
        assert_eq!(finds(&mut browser, &[("words", "skolbussen")]).await.len(), by_words, "{login}");
        assert_eq!(finds(&mut browser, &by_number).await.len(), known, "{login}");
    }
    let nowhere = office.receives(json!({ "text": "En cykel försvann." })).await;
    let mut registrar = office.browser("registrator").await;
    assert_eq!(finds(&mut registrar, &[("words", "cykel")]).await, [nowhere.number.as_str()]);
    assert!(finds(&mut office.browser(MANAGER).await, &[("words", "cykel")]).await.is_empty());
}

#[tokio::test]
async fn who_is_taken_off_finds_it_no_more_nor_does_their_deputy() {
    let (office, bus, _) = two().await;
    let mut manager = office.browser(MANAGER).await;
    manager.get("/franvaro").await;
    let deputy = "fritidsledare-norrglimt";
    let days = [("from", "2026-11-24"), ("to", "2026-11-27"), ("deputy", &person(deputy).to_string())];
    manager.submit("/franvaro", &days).await;
    let mut deputy = office.browser(deputy).await;
    assert_eq!(finds(&mut deputy, &[("words", "skolbussen")]).await, [bus.number.as_str()]);
    let whom = json!({ "person_id": person(MANAGER) });
    let _ = office.does("rektor-norrglimt", &bus, "exclude", &whom).await.expect(204);
    for browser in [&mut manager, &mut deputy] {
        for fields in [("words", "skolbussen"), ("number", bus.number.as_str()), ("state", "answered")] {
            assert!(finds(browser, &[fields]).await.is_empty(), "{fields:?}");
        }
    }
}

#[tokio::test]
async fn a_search_is_one_trace_and_each_excerpt_is_one_of_its_matter() {
    let (office, bus, food) = two().await;
    let actions = |sent: Sent| {
        let office = &office;
        async move {
            let address = format!("/api/v1/complaints/{}/readings", sent.id);
            let traces = office.program("rektor-norrglimt").get(&address).await.expect(200).json;
            let traces = traces["traces"].as_array().unwrap().clone();
            traces.iter().filter(|trace| trace["action"] == "read_excerpt").count()
        }
    };
    let before = office.count("audit.action").await;
    let mut browser = office.browser(MANAGER).await;
    finds(&mut browser, &[("words", "skolbussen")]).await;
    assert_eq!(office.count("audit.action").await, before + 2, "the search, and the excerpt");
    finds(&mut browser, &[("words", "skolbussen maten")]).await;
    assert_eq!(office.count("audit.action").await, before + 3, "one that finds nothing is one too");
    finds(&mut browser, &[("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(office.count("audit.action").await, before + 4, "what stands in lists is not opened");
    assert_eq!((actions(bus.clone()).await, actions(food).await), (1, 0));
    browser.get(&at(&bus, "/lasningar")).await;
    assert!(browser.page.text("tbody").contains("Såg ett utdrag i en sökning"));
}

#[tokio::test]
async fn a_search_stops_after_so_many_and_goes_on_where_it_stopped() {
    let office = Office::with(json!({ "search_opens": 3 })).await;
    let mut all = Vec::new();
    for text in ["a nyckel", "b", "c", "d", "e nyckel", "f"] {
        all.insert(0, office.receives_text(text).await);
        office.world.clock.advance(TimeDelta::hours(1));
    }
    let mut browser = office.browser(MANAGER).await;
    assert_eq!(finds(&mut browser, &[("words", "nyckel")]).await, [all[1].number.as_str()]);
    assert!(
        browser
            .page
            .text("[role=status]")
            .contains("Vi har läst igenom 3 ärenden, tillbaka till 2026-11-21.")
    );
    browser.submit("/sok#found", &[]).await;
    assert_eq!(browser.page.texts("tbody .case-number"), [all[5].number.as_str()]);
    browser.submit("/sok#found", &[]).await;
    assert!(browser.page.text("[role=status]").starts_with("Inget ärende passar."));
    assert!(!browser.page.has("input[name=after]"), "everything has been looked through");
}

#[tokio::test]
async fn hits_come_in_pages_of_twenty() {
    let office = Office::open().await;
    for _ in 0..21 {
        office.receives_unregistered(json!({ "text": "nyckel", "unit_id": NORRGLIMT })).await;
    }
    let mut browser = office.browser(MANAGER).await;
    for fields in [("words", "nyckel"), ("state", "received")] {
        let first = finds(&mut browser, &[fields]).await;
        assert_eq!(first.len(), 20);
        browser.submit("/sok#found", &[]).await;
        let last = browser.page.texts("tbody .case-number");
        assert_eq!(last.len(), 1);
        assert!(!first.contains(&last[0]));
        assert!(!browser.page.has("input[name=after]"));
    }
}
