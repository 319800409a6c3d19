//! Who is who stands apart and is looked at for a reason; who is part of it is left out; what tells a name is found (law A.8, G.2).

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{
    everything_stored,
    organisation::{NORRGLIMT, person},
};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, entry};

async fn with_keys(office: &Office) -> String {
    let case = office.reported("a").await;
    office.taken(&case).await;
    for (name, part) in [("Elin Provdotter", "youth"), ("Eva Prov", "staff"), ("Olle Provsson", "youth")] {
        let body = json!({ "name": name, "part": part });
        let _ = office.does(INVESTIGATOR, &case, "add-key", &body).await.expect(200);
    }
    case
}

async fn looks(office: &Office, case: &str) -> usize {
    office.traces(case).await.iter().filter(|action| *action == "look_in_key_list").count()
}

#[tokio::test]
async fn the_list_shows_codes_and_the_names_only_to_whoever_says_why() {
    let office = Office::open().await;
    let case = with_keys(&office).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let path = format!("/arenden/{case}/kodnyckel");
    let page = browser.get(&path).await;
    assert_eq!(page.texts("#codes li"), ["ungdom A", "personal 1", "ungdom B"]);
    assert!(!page.html().contains("Elin"), "no name before one has said why");
    let open = format!("{path}/oppna");
    let page = browser.submit(&open, &[("reason", " ")]).await;
    assert_eq!(page.status, 422);
    assert!(!page.html().contains("Elin"));
    assert_eq!(looks(&office, &case).await, 0);
    let page = browser.submit(&open, &[("reason", "Samtal med vårdnadshavaren i dag.")]).await;
    assert!(page.text("#who").contains("Elin Provdotter, ungdom"), "{}", page.text("#who"));
    assert_eq!(looks(&office, &case).await, 1, "the look left a trace");
    assert!(!browser.get(&path).await.html().contains("Elin"), "shown once");
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(!page.html().contains("Elin"), "the case says no name");
}

#[tokio::test]
async fn a_look_asks_for_a_fresh_log_in_and_for_a_part_in_the_case() {
    let office = Office::open().await;
    let case = with_keys(&office).await;
    let path = format!("/arenden/{case}/kodnyckel");
    let mut browser = office.browser(INVESTIGATOR).await;
    office.world.clock.advance(TimeDelta::minutes(6));
    browser.get(&path).await;
    let page = browser.submit(&format!("{path}/oppna"), &[("reason", "Därför att jag måste.")]).await;
    assert_eq!(page.status, 401);
    assert!(page.text("main").contains("Därför att jag måste."), "the reason is kept");
    for login in [MANAGER, REPORTER, DECIDER, "utredare-2", "administrator"] {
        let mut other = office.browser(login).await;
        let csrf = other.page.attribute("[name=csrf]", "value").unwrap_or_default();
        let kind = "application/x-www-form-urlencoded";
        let sent = other.post(&format!("{path}/oppna"), kind, format!("csrf={csrf}&reason=a")).await;
        assert!(!sent.status.is_success(), "{login}: {}", sent.status);
        assert!(!sent.html().contains("Elin"), "{login}");
    }
    assert_eq!(looks(&office, &case).await, 0);
}

/// Whoever opens a case does not thereby open who is who in it: the list has a key of its own, for its own purpose.
#[tokio::test]
async fn the_key_of_a_case_does_not_open_its_key_list() {
    let office = Office::open().await;
    let case = with_keys(&office).await;
    let wrapped = everything_stored(&office.service.ground.database).await;
    let keys_of = |table: &str| {
        let column = format!("{table}.wrapped_key");
        wrapped.iter().find(|(name, _)| *name == column).unwrap().1.clone()
    };
    assert_ne!(keys_of("key_list"), keys_of("lex_sarah_case"));
    let mut browser = office.browser(INVESTIGATOR).await;
    let path = format!("/arenden/{case}/kodnyckel");
    browser.get(&path).await;
    office.changes("UPDATE key_list SET wrapped_key = (SELECT wrapped_key FROM lex_sarah_case)").await;
    let page = browser.submit(&format!("{path}/oppna"), &[("reason", "Samtal i dag.")]).await;
    assert_eq!(page.status, 500);
    assert!(!page.html().contains("Elin"));
    let _ = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200);
}

#[tokio::test]
async fn names_in_the_key_list_are_found_in_place_and_replaced_by_their_codes() {
    let office = Office::open().await;
    let case = with_keys(&office).await;
    let plan = json!({ "plan": "Samtal." });
    let _ = office.does(INVESTIGATOR, &case, "start-inquiry", &plan).await.expect(200);
    let told = "Elins pappa såg att en 13-årig pojke bor på Provgatan 12.";
    for section in 1..=10 {
        let text = if section == 1 { told } else { "Svar." };
        let entry = json!({ "section": section, "kind": "fact", "source": "samtal", "text": text });
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry).await.expect(200);
    }
    let refused = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await;
    assert_eq!(refused.status, 422, "it is not skipped");
    office.looks_in_key_list(INVESTIGATOR, &case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let path = format!("/arenden/{case}/utredning-klar");
    let page = browser.get(&path).await;
    assert_eq!(page.texts(".notice mark"), ["Elins", "13-årig", "Provgatan 12"], "each in its place");
    assert!(page.text(".notice li .words").contains("Elins pappa såg"));
    let proposed = ["Byt mot ”ungdom A”", "Byt mot ”12–15 år”", "Byt mot ”[adress]”"];
    assert_eq!(page.texts(".notice a.replace"), proposed);
    for left in [2, 1, 0] {
        let replace = browser.page.attribute(".notice a.replace", "href").unwrap();
        browser.get(&replace).await;
        assert_eq!(browser.submit("", &[]).await.status, 200, "the correction is filled in already");
        assert_eq!(browser.get(&path).await.texts(".notice mark").len(), left);
    }
    let read = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let newest = read["entries"].as_array().unwrap().last().unwrap();
    assert_eq!(newest["text"], "ungdom A pappa såg att en 12–15 år pojke bor på [adress].");
    assert_eq!(read["entries"][0]["text"], told, "what was written is never removed");
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
}

#[tokio::test]
async fn before_it_is_taken_one_checks_oneself_against_everybody_at_the_unit() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    let names = page.texts("#check li");
    assert!(names.contains(&"Filip Provsson, fritidsledare".to_owned()), "{names:?}");
    assert!(names.contains(&"Maja Provsson, gruppchef".to_owned()), "{names:?}");
    assert!(names.is_sorted(), "in an order that tells nothing");
    assert_eq!(office.traces(&case).await, ["report", "register"], "the case was not opened");
}

async fn sees(office: &Office, login: &str, case: &str) -> bool {
    office.program(login).get(&format!("/api/v1/cases/{case}")).await.status.is_success()
}

#[tokio::test]
async fn whoever_turns_out_to_be_part_of_it_loses_it_at_once_and_is_told_nothing() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    assert!(sees(&office, MANAGER, &case).await);
    let told_before = office.parcels().await.len();
    let manager = person(MANAGER);
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}/undanta")).await;
    assert_eq!(browser.submit("", &[("person", "")]).await.status, 422);
    let offered = |id: String| format!("option[value='{id}']");
    assert!(browser.page.has(&offered(manager.to_string())));
    assert!(!browser.page.has(&offered(person(REPORTER).to_string())), "the reporter's words are theirs");
    assert!(!browser.page.has(&offered(person(INVESTIGATOR).to_string())));
    assert_eq!(browser.submit("", &[("person", &manager.to_string())]).await.status, 200);

    assert!(!sees(&office, MANAGER, &case).await);
    let mut page = office.browser(MANAGER).await;
    assert!(!page.page.html().contains(&case), "it is gone from the start page");
    assert_eq!(page.get(&format!("/arenden/{case}")).await.status, 404, "as if it had never been there");
    let new: Vec<Value> = office.parcels().await.split_off(told_before);
    assert_eq!(new.len(), 1, "the next who receives is told, and nobody else");
    assert_eq!(new[0]["recipient"]["role"], "principal");
    assert_eq!(new[0]["recipient"]["unit_id"], json!(NORRGLIMT));
    assert!(sees(&office, "rektor-norrglimt", &case).await);
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let since = office.parcels().await.split_off(told_before);
    assert!(since.len() > 1);
    for parcel in since {
        let except = parcel["recipient"]["except"].as_array().unwrap().clone();
        assert!(except.contains(&json!(manager.as_uuid())), "never among the recipients again: {parcel}");
    }
    assert!(office.traces(&case).await.contains(&"implicate".to_owned()));
}

#[tokio::test]
async fn a_decision_maker_who_is_part_of_it_does_not_decide() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    assert!(sees(&office, DECIDER, &case).await);
    let body = json!({ "person_id": person(DECIDER).as_uuid() });
    let _ = office.does(INVESTIGATOR, &case, "implicate", &body).await.expect(200);
    assert!(!sees(&office, DECIDER, &case).await);
    let again = office.does(INVESTIGATOR, &case, "implicate", &body).await;
    assert_eq!(again.status, 422, "once is enough");
}

#[tokio::test]
async fn an_investigator_who_turns_out_to_be_part_of_it_is_left_out_by_whoever_decides() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let told_before = office.parcels().await.len();
    let body = json!({ "person_id": person(INVESTIGATOR).as_uuid() });
    // What was laid before them is not, until somebody else has looked it over.
    let _ = office.does(DECIDER, &case, "implicate", &body).await.expect(204);
    assert!(!sees(&office, INVESTIGATOR, &case).await);
    let new = office.parcels().await.split_off(told_before);
    assert_eq!(new.len(), 1, "the others who inquire are told that it waits");
    assert_eq!(new[0]["recipient"]["role"], "lex_sarah_investigator");
    assert!(
        new[0]["recipient"]["except"].as_array().unwrap().contains(&json!(person(INVESTIGATOR).as_uuid()))
    );
    let taken = json!({ "free_of_conflict": true });
    let _ = office.does("utredare-2", &case, "take", &taken).await.expect(200);
    assert!(sees(&office, "utredare-2", &case).await && !sees(&office, INVESTIGATOR, &case).await);
    let refused = office.does("utredare-2", &case, "complete-inquiry", &json!({})).await.expect(422);
    assert_eq!(
        refused.json["errors"][0]["pointer"], "/similar_before",
        "it is another's to say that it is complete"
    );
}

#[tokio::test]
async fn the_tasks_say_what_is_done_what_is_next_and_why_something_cannot_begin() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let path = format!("/arenden/{case}");
    let page = browser.get(&path).await;
    let tags = |page: &testkit::Shown| page.texts(".tasks .tag");
    let locked = "Kan inte börja än";
    let now = "Att göra";
    assert_eq!(tags(page), [now, "Klar", now, now, locked, locked, locked, locked]);
    assert!(page.text(".tasks").contains("Inled utredningen först"), "and why");
    assert!(!page.has(".tasks a[href$='/anteckna']"), "what cannot begin has no link");
    let _ =
        office.does(INVESTIGATOR, &case, "start-inquiry", &json!({ "plan": "Samtal." })).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(1)).await.expect(200);
    let page = browser.get(&path).await;
    assert_eq!(tags(page), [now, "Klar", now, "Klar", now, locked, locked, locked]);
    assert!(page.text(".tasks").contains("1 av 10 har svar"));
    for section in 2..=10 {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let page = browser.get(&path).await;
    assert_eq!(tags(page)[4..], ["Klar", "Klar", "Klar", now]);
    assert!(!page.has(".tasks a[href$='/besluta']"), "somebody else decides");
    let mut decider = office.browser(DECIDER).await;
    let page = decider.get(&path).await;
    assert_eq!(tags(page), [now, "Klar", "Klar", "Klar", "Klar", "Klar", "Klar", now]);
    let links = page.texts(".tasks a");
    assert_eq!(
        (links.as_slice(), page.has(".tasks a[href$='/besluta']")),
        (&["Beslut".to_owned()][..], true)
    );

    let protected = json!({ "text": "En vuxen går med." });
    let _ = office.does(MANAGER, &case, "protect", &protected).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
    let page = browser.get(&path).await;
    assert_eq!(tags(page)[..8], ["Klar"; 8], "until it is decided");
    assert_eq!(tags(page)[8..], [now, locked, locked, now, locked], "what it leads to");
    assert!(page.text(".tasks").contains("Planera åtgärderna först"));

    office.judged(&case).await;
    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Det har hjälpt." })).await.expect(200);
    assert_eq!(tags(browser.get(&path).await), ["Klar"; 13]);
    let again = json!({ "cause": "new_facts", "reasons": "Två nya rapporter." });
    let _ = office.does(DECIDER, &case, "reopen", &again).await.expect(200);
    let page = browser.get(&path).await;
    assert_eq!(
        tags(page)[5..],
        ["Klar", now, locked],
        "it is completed and decided anew: {}",
        page.text(".tasks")
    );
}

#[tokio::test]
async fn earlier_events_at_the_unit_are_shown_without_persons_and_never_to_whom_they_concern() {
    let office = Office::open().await;
    let first = office.reported("hemligheten").await;
    office.filled(&first).await;
    let mut complete = completion();
    complete["kind"] = json!("supervision");
    let _ = office.does(INVESTIGATOR, &first, "complete-inquiry", &complete).await.expect(200);
    let _ = office.does(DECIDER, &first, "decide", &decision()).await.expect(200);
    office.world.clock.advance(TimeDelta::days(100));
    let elsewhere = json!({ "text": "a" });
    office.reported_by("fritidsledare-stjarnvret", &elsewhere).await;
    let second = office.reported("a").await;
    office.taken(&second).await;
    let page = office.browser(INVESTIGATOR).await.get(&format!("/arenden/{second}")).await.clone();
    let earlier = page.texts(".earlier li");
    assert_eq!(earlier.len(), 1, "of this unit: {earlier:?}");
    assert!(earlier[0].contains("2026-11-21") && earlier[0].contains("Missförhållande"), "{earlier:?}");
    assert!(earlier[0].contains("Brister i tillsyn"), "the kind too, for question 5: {earlier:?}");
    assert!(!page.html().contains("hemligheten") && !page.html().contains(&first));
    let body = json!({ "person_id": person("utredare-2").as_uuid() });
    let third = office.reported("b").await;
    let _ = office.does("utredare-2", &third, "take", &json!({ "free_of_conflict": true })).await.expect(200);
    let _ = office.does(INVESTIGATOR, &second, "implicate", &body).await.expect(200);
    let page = office.browser("utredare-2").await.get(&format!("/arenden/{third}")).await.clone();
    assert_eq!(page.texts(".earlier li").len(), 1, "not the one that they are part of");
}

/// What the page says of the one thing that is found in these reasons, and what it proposes.
async fn asked(browser: &mut testkit::Browser, case: &str, reasons: &str) -> (Vec<String>, Vec<String>) {
    browser.get(&format!("/arenden/{case}/besluta")).await;
    let page = browser.submit("", &[("grade", "misconduct"), ("reasons", reasons)]).await;
    (page.texts("#kept legend"), page.texts("#kept button.replace"))
}

async fn compared(office: &Office, case: &str) -> usize {
    office.traces(case).await.iter().filter(|action| *action == "compare_with_key_list").count()
}

#[tokio::test]
async fn a_name_that_is_typed_tells_no_code_until_one_has_looked_in_the_list_and_said_why() {
    let office = Office::open().await;
    let case = with_keys(&office).await;
    let plan = json!({ "plan": "Samtal." });
    let _ = office.does(INVESTIGATOR, &case, "start-inquiry", &plan).await.expect(200);
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let before = compared(&office, &case).await;
    let mut body = decision();
    body["reasons"] = json!("Elin var ensam.");
    let refused = office.does(DECIDER, &case, "decide", &body).await.expect(422).json;
    let told = refused["errors"][0]["detail"].as_str().unwrap();
    assert!(told.starts_with("does not answer what looks like a likely_name"), "programs too: {told}");
    assert_eq!(compared(&office, &case).await, before + 1, "though it was refused");

    let mut browser = office.browser(DECIDER).await;
    let shut = (["”Elin” ser ut som ett namn"], ["Byt mot ”[namn]”"]);
    let (said, proposed) = asked(&mut browser, &case, "Elin var ensam.").await;
    assert_eq!(
        (said.as_slice(), proposed.as_slice()),
        (&shut.0.map(str::to_owned)[..], &shut.1.map(str::to_owned)[..])
    );
    let key_list = format!("/arenden/{case}/kodnyckel");
    assert_eq!(browser.page.attribute("#kept a[target]", "href"), Some(key_list), "and where the code is");
    assert!(!browser.page.text("#kept").contains("ungdom"));
    assert!(compared(&office, &case).await > before + 1, "each time leaves a trace");
    browser.submit("", &[("replace", "0")]).await;
    assert_eq!(browser.page.exact_text("textarea#reasons").trim_start(), "[namn] var ensam.");

    office.looks_in_key_list(DECIDER, &case).await;
    let (said, proposed) = asked(&mut browser, &case, "Elin var ensam.").await;
    assert_eq!(said, ["”Elin” står i kodnyckeln"]);
    assert_eq!(proposed, ["Byt mot ”ungdom A”"]);
    browser.submit("", &[("kept-0", "Elin är namnet på huset.")]).await;
    office.world.clock.advance(TimeDelta::minutes(6));
    let mut browser = office.browser(DECIDER).await;
    let (said, proposed) = asked(&mut browser, &case, "Elin var ensam.").await;
    assert_eq!(said, ["”Elin” ser ut som ett namn"], "a look does not last");
    assert_eq!(proposed, ["Byt mot ”[namn]”"]);

    body["kept"] = json!([{ "looks_like": "known_name", "found": "Elin", "because": "Namnet på huset." }]);
    let _ = office.does(DECIDER, &case, "decide", &body).await.expect(200);
}

#[tokio::test]
async fn the_look_of_one_does_not_open_the_codes_to_another() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let body = json!({ "name": "Elin Provdotter", "part": "youth" });
    let _ = office.does(INVESTIGATOR, &case, "add-key", &body).await.expect(200);
    office.looks_in_key_list(INVESTIGATOR, &case).await;
    let mut browser = office.browser(DECIDER).await;
    let (said, _) = asked(&mut browser, &case, "Elin var ensam.").await;
    assert_eq!(said, ["”Elin” ser ut som ett namn"]);
}
