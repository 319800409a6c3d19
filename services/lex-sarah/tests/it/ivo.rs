//! IVO: notified as soon as it is clear, the inquiry within its time, warnings before; and the duties beside the case.

use chrono::{NaiveDate, TimeDelta};
use kernel::calendar::swedish_day;
use lex_sarah::{App, remind_once};
use serde_json::{Value, json};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, entry};

pub fn form() -> Value {
    json!({ "matter": "serious_misconduct", "contact": "Ulf Provsson", "contact_title": "utredare",
        "postal_address": "Provgatan 1", "postcode": "123 45", "town": "Provstad", "phone": "08-465 004 80",
        "activity": "Norrglimtskolans KTT", "activity_address": "Norrglimtsvägen 2", "activity_town": "123 46 Provstad",
        "activity_kind": "korttidstillsyn, 9 § 7 LSS", "target_group": "ungdomar 12–21 år", "happened_on": "2026-11-20",
        "description": "Ungdom A var ensam i tjugo minuter.", "kind": "supervision", "causes": "Rutinen följdes inte.",
        "measures_taken": "En vuxen är med.", "measures_planned": "Ny rutin. Ungdomen vet." })
}

pub fn filed(on: &str) -> Value {
    json!({ "sent_on": on, "channel": "e_service", "receipt": "Kvittens 4711", "ivo_number": "3.1-4711/2026" })
}

/// Required before the inquiry is done, filled in and filed on 23 November.
pub async fn notified(office: &Office) -> String {
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    office.world.clock.advance(TimeDelta::days(2));
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-23")).await.expect(200);
    case
}

async fn ivo(office: &Office, case: &str) -> (String, Value) {
    let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    (seen["ivo"].as_str().unwrap().to_owned(), seen["ivo_due_on"].clone())
}

#[tokio::test]
async fn ivo_is_notified_before_the_inquiry_is_done_and_gets_it_within_two_months() {
    let office = Office::open().await;
    let case = notified(&office).await;
    assert_eq!(
        ivo(&office, &case).await,
        ("notified".to_owned(), json!("2027-01-25")),
        "23 January is a Saturday"
    );
    let refused =
        office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-23")).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "inquiry", "not before it is decided");
    let refused = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_to_be_told", "what was filed is filed");
    let respite = json!({ "until": "2027-02-15", "given": "IVO 1 december" });
    let _ = office.does(DECIDER, &case, "extend-ivo", &respite).await.expect(200);
    assert_eq!(ivo(&office, &case).await.1, json!("2027-02-15"));

    for section in 1..=10 {
        let _ =
            office.does(INVESTIGATOR, &case, "add-entry", &crate::office::entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let decision = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let decided = office.does(DECIDER, &case, "decide", &decision).await.expect(200).json;
    assert_eq!(decided["ivo"], "notified", "what IVO has got stands");
    let sent =
        office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-23")).await.expect(200).json;
    assert_eq!(
        (&sent["ivo"], &sent["ivo_due_on"]),
        (&json!("inquiry_sent"), &Value::Null),
        "the clock has stopped"
    );
    let last = sent["records"].as_array().unwrap().last().unwrap();
    assert_eq!(last["content"]["sha256"], sent["decision"]["sha256"], "what was sent can be told");
    let answer = json!({ "answer": "IVO avslutar." });
    let closed = office.does(INVESTIGATOR, &case, "close-ivo", &answer).await.expect(200).json;
    assert_eq!(closed["ivo"], "ivo_closed");
}

#[tokio::test]
async fn once_decided_the_inquiry_is_on_paper_for_ivo_and_what_was_filed_before_stays() {
    let office = Office::open().await;
    let case = notified(&office).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let filed_first = browser.open(&format!("/arenden/{case}/anmalan-ivo.pdf")).await.bytes.clone();
    for section in 1..=10 {
        let _ =
            office.does(INVESTIGATOR, &case, "add-entry", &crate::office::entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let decision = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let _ = office.does(DECIDER, &case, "decide", &decision).await.expect(200);
    let old = "har kommit till sedan handlingarna gjordes";
    assert!(browser.get(&format!("/arenden/{case}")).await.html().contains(old));
    office.world.clock.advance(TimeDelta::minutes(1));
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);

    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(!page.html().contains(old));
    let hash = page.text("code.hash");
    let first = page.attribute("a[href*='/anmald-ivo/']", "href").unwrap();
    assert!(browser.open(&first).await.bytes == filed_first);
    assert!(browser.open(&format!("/arenden/{case}/anmalan-ivo.pdf")).await.bytes != filed_first);
    let sent =
        office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-23")).await.expect(200).json;
    let last = sent["records"].as_array().unwrap().last().unwrap();
    assert_eq!(last["content"]["sha256"], hash.as_str());
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(409);
}

#[tokio::test]
async fn ivo_can_be_told_of_what_was_found_to_be_no_misconduct() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    for section in 1..=10 {
        let _ =
            office.does(INVESTIGATOR, &case, "add-entry", &crate::office::entry(section)).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let decision =
        json!({ "grade": "no_misconduct", "reasons": "Skäl.", "delegation": "7.4", "ivo_required": true });
    let decided = office.does(DECIDER, &case, "decide", &decision).await.expect(200).json;
    assert_eq!((&decided["state"], &decided["ivo"]), (&json!("closed_no_misconduct"), &json!("required")));
    let archived = json!({ "decision": "UTBF 2026-118: lex Sarah bevaras" });
    let _ = office.does("arkivarie", &case, "archive", &archived).await.expect(404);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "close-ivo", &json!({ "answer": "Klart." })).await.expect(200);
    assert_eq!(ivo(&office, &case).await.0, "ivo_closed");
}

#[tokio::test]
async fn the_clock_warns_at_30_14_7_and_1_days_and_says_nothing_of_the_matter() {
    let office = Office::open().await;
    let case = notified(&office).await;
    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    let (mut days, mut told) = (Vec::new(), Vec::new());
    for day in 1..=70 {
        office.world.clock.advance(TimeDelta::days(1));
        let before = office.parcels().await.len();
        remind_once(&app).await.unwrap();
        let mut new = office.parcels().await.split_off(before);
        // Beside it the inquiry has its internal target.
        new.retain(|parcel| parcel["occasion"] == "task_waits");
        if !new.is_empty() {
            days.push(63 - day);
        }
        told.extend(new);
        assert_eq!(remind_once(&app).await.unwrap(), 0, "each is told once");
    }
    assert_eq!(days, [30, 14, 7, 1]);
    told.retain(|parcel| parcel["due_on"] == "2027-01-25");
    assert_eq!(told.len(), 8, "the investigator and the decision-makers, four times");
    let allowed = ["occasion", "recipient", "case_number", "due_on", "link_to"];
    assert!(
        told.iter().all(|parcel| parcel
            .as_object()
            .unwrap()
            .keys()
            .all(|key| allowed.contains(&key.as_str())))
    );
    let _ = case;
}

/// How often somebody was told of a clock that ends on a day.
async fn told_of(office: &Office, ends: NaiveDate) -> usize {
    office.parcels().await.iter().filter(|parcel| parcel["due_on"] == json!(ends)).count()
}

/// How many days before its end a clock is told of, in so many days from now on.
async fn warned(office: &Office, app: &App, days: i64, ends: NaiveDate) -> Vec<i64> {
    let (mut warned, mut told) = (Vec::new(), told_of(office, ends).await);
    for _ in 0..days {
        office.world.clock.advance(TimeDelta::days(1));
        if remind_once(app).await.unwrap() == 0 {
            continue;
        }
        let now = told_of(office, ends).await;
        if now > told {
            warned.push((ends - swedish_day(office.world.clock.now())).num_days());
        }
        told = now;
    }
    warned
}

#[tokio::test]
async fn a_respite_moves_the_day_and_every_warning_with_it() {
    let office = Office::open().await;
    let case = notified(&office).await;
    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    let first = "2027-01-25".parse().unwrap();
    assert_eq!(warned(&office, &app, 50, first).await, [30, 14], "23 November to 12 January");
    let respite = json!({ "until": "2027-03-15", "given": "IVO 12 januari" });
    let _ = office.does(INVESTIGATOR, &case, "extend-ivo", &respite).await.expect(200);
    assert_eq!(ivo(&office, &case).await, ("notified".to_owned(), json!("2027-03-15")));
    let moved = "2027-03-15".parse().unwrap();
    let of_the_old = told_of(&office, first).await;
    assert_eq!(warned(&office, &app, 70, moved).await, [30, 14, 7, 1], "all of them anew");
    assert_eq!(told_of(&office, moved).await, 8, "the investigator and the decision-makers");
    assert_eq!(told_of(&office, first).await, of_the_old, "and none of the old");
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(page.has("time[datetime='2027-03-15']") && !page.has("time[datetime='2027-01-25']"));
    assert!(page.text(".timeline").contains("IVO 12 januari"), "and who gave it");

    for until in ["2027-03-22", "i morgon", ""] {
        let respite = json!({ "until": until, "given": "IVO" });
        let refused = office.does(INVESTIGATOR, &case, "extend-ivo", &respite).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], "/until", "{until:?} is no day that is still to come");
    }
}

#[tokio::test]
async fn there_is_no_respite_before_ivo_is_notified_nor_after_it_has_the_inquiry() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let respite = json!({ "until": "2027-02-15", "given": "IVO" });
    let refused = office.does(INVESTIGATOR, &case, "extend-ivo", &respite).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_notified");
    let serious = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let _ = office.does(DECIDER, &case, "decide", &serious).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200);
    let refused = office.does(INVESTIGATOR, &case, "extend-ivo", &respite).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_notified");
}

#[tokio::test]
async fn ivos_own_number_is_shown_to_those_who_see_the_whole_case_and_need_not_be_known() {
    let office = Office::open().await;
    let case = notified(&office).await;
    let path = format!("/arenden/{case}");
    for login in [INVESTIGATOR, DECIDER] {
        let page = office.browser(login).await.get(&path).await.clone();
        assert!(page.text(".timeline").contains("3.1-4711/2026"), "{login}: {}", page.text(".timeline"));
        assert!(
            page.text(".timeline").contains("Kvittens 4711"),
            "{login}: and what shows that IVO has got it"
        );
    }
    let page = office.browser(MANAGER).await.get(&path).await.clone();
    assert!(!page.html().contains("3.1-4711/2026"));
    for section in 1..=10 {
        let entry = crate::office::entry(section);
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry).await.expect(200);
    }
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let serious = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let _ = office.does(DECIDER, &case, "decide", &serious).await.expect(200);
    let mut unnumbered = filed("2026-11-23");
    unnumbered["ivo_number"] = json!("");
    let sent = office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &unnumbered).await.expect(200).json;
    let numbers: Vec<_> =
        sent["records"].as_array().unwrap().iter().map(|record| &record["content"]["ivo_number"]).collect();
    assert!(numbers.contains(&&json!("3.1-4711/2026")), "the one that is known stands");
    assert_eq!(numbers.last(), Some(&&Value::Null));
}

#[tokio::test]
async fn a_filing_is_never_before_the_registration_nor_in_time_to_come() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "require-ivo", &why).await.expect(403);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let refused = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_form_filled");
    let bare = office.does(INVESTIGATOR, &case, "prepare-ivo", &json!({})).await.expect(422).json;
    assert_eq!(bare["errors"].as_array().unwrap().len(), 18, "every field that IVO asks for");
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    for day in ["2026-11-20", "2026-11-22", "i dag", ""] {
        let refused = office.does(DECIDER, &case, "notify-ivo", &filed(day)).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], "/sent_on", "{day:?}");
    }
    let mut by_mail = filed("2026-11-21");
    by_mail["channel"] = json!("e_mail");
    let refused = office.does(DECIDER, &case, "notify-ivo", &by_mail).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/channel", "IVO takes no e-mail");
    let _ = office.does(INVESTIGATOR, &case, "notify-ivo", &filed("2026-11-21")).await.expect(403);
}

#[tokio::test]
async fn that_ivo_is_not_to_be_notified_after_all_is_explained() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let decision =
        json!({ "grade": "misconduct", "reasons": "Skäl.", "ivo_required": false, "delegation": "7.4" });
    let refused = office.does(DECIDER, &case, "decide", &decision).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/ivo_reset_because");
    let mut explained = decision.clone();
    explained["ivo_reset_because"] = json!("Det visade sig att en vuxen stod bredvid.");
    let decided = office.does(DECIDER, &case, "decide", &explained).await.expect(200).json;
    assert_eq!(decided["ivo"], "not_required");
    assert_eq!(decided["decision"]["ivo_reset_because"], "Det visade sig att en vuxen stod bredvid.");
}

/// Decided, followed up and closable but for IVO. The form is filled in before the decision, or after it.
async fn serious(office: &Office, case: &str, is_filled_in_before: bool) {
    let fill_in = async || drop(office.does(INVESTIGATOR, case, "prepare-ivo", &form()).await.expect(200));
    office.completed(case).await;
    if is_filled_in_before {
        let why = json!({ "reasons": "Skäl." });
        let _ = office.does(DECIDER, case, "require-ivo", &why).await.expect(200);
        fill_in().await;
        office.world.clock.advance(TimeDelta::minutes(1));
    }
    let _ = office.does(DECIDER, case, "decide", &serious_decision()).await.expect(200);
    office.judged(case).await;
    let refused = office.does(DECIDER, case, "close", &json!({ "note": "Klart." })).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_settled");
    if !is_filled_in_before {
        fill_in().await;
    }
}

fn serious_decision() -> Value {
    json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" })
}

#[tokio::test]
async fn a_case_waits_for_ivo_closed_but_not_before_ivo_has_everything() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    serious(&office, &case, true).await;
    let notified = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200).json;
    assert_eq!((&notified["ivo"], &notified["ivo_due_on"]), (&json!("notified"), &json!("2027-01-21")));
    let closing = json!({ "note": "Klart." });
    let _ = office.does(DECIDER, &case, "close", &closing).await.expect(409);
    let _ = office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-21")).await.expect(200);
    let closed = office.does(DECIDER, &case, "close", &closing).await.expect(200).json;
    assert_eq!((&closed["state"], &closed["ivo"]), (&json!("closed"), &json!("inquiry_sent")));
}

#[tokio::test]
async fn what_is_filed_with_the_inquiry_in_it_has_no_clock_and_nothing_left_to_send() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    serious(&office, &case, false).await;
    let notified = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200).json;
    assert_eq!((&notified["ivo"], &notified["ivo_due_on"]), (&json!("inquiry_sent"), &Value::Null));
    let _ = office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-21")).await.expect(409);
    let closed = office.does(DECIDER, &case, "close", &json!({ "note": "Klart." })).await.expect(200).json;
    assert_eq!(closed["state"], "closed");
}

#[tokio::test]
async fn what_is_opened_again_has_its_clock_until_it_is_decided_anew() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.closed(&case).await;
    let again = json!({ "cause": "new_facts", "reasons": "Två nya rapporter." });
    let _ = office.does(DECIDER, &case, "reopen", &again).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    let notified = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200).json;
    assert_eq!((&notified["ivo"], &notified["ivo_due_on"]), (&json!("notified"), &json!("2027-01-21")));
}

#[tokio::test]
async fn what_was_sent_before_the_package_was_made_did_not_hold_the_inquiry() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.world.clock.advance(TimeDelta::days(2));
    serious(&office, &case, false).await;
    let notified = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-22")).await.expect(200).json;
    assert_eq!(notified["ivo"], "notified");
}

#[tokio::test]
async fn what_ivo_asks_for_anew_is_sent_to_it_again_by_the_day_that_ivo_gives() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    serious(&office, &case, false).await;
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-21")).await.expect(200);
    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Klart." })).await.expect(200);
    let answer = json!({ "answer": "IVO vill veta mer om bemanningen." });
    let _ = office.does(DECIDER, &case, "close-ivo", &answer).await.expect(200);

    let again = json!({ "cause": "ivo_asks", "reasons": "IVO vill veta mer." });
    let reopened = office.does(DECIDER, &case, "reopen", &again).await.expect(200).json;
    assert_eq!(
        (&reopened["ivo"], &reopened["ivo_due_on"]),
        (&json!("notified"), &Value::Null),
        "no day is made up"
    );
    let given = json!({ "until": "2026-12-18", "given": "Brev från IVO 2026-11-20." });
    let dated = office.does(INVESTIGATOR, &case, "extend-ivo", &given).await.expect(200).json;
    assert_eq!(dated["ivo_due_on"], "2026-12-18");

    let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(4)).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &serious_decision()).await.expect(200);
    office.judged(&case).await;
    let refused = office.does(DECIDER, &case, "close", &json!({ "note": "Klart." })).await.expect(409).json;
    assert_eq!(refused["errors"][0]["detail"], "ivo_settled");
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    let sent = office.does(INVESTIGATOR, &case, "send-inquiry-to-ivo", &filed("2026-11-21")).await;
    let sent = sent.expect(200).json;
    assert_eq!((&sent["ivo"], &sent["ivo_due_on"]), (&json!("inquiry_sent"), &Value::Null));
    let _ = office.does(DECIDER, &case, "close", &json!({ "note": "Klart." })).await.expect(200);
}

#[tokio::test]
async fn other_duties_run_beside_the_case_and_a_data_breach_has_72_hours() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let reported =
        json!({ "track": "child_protection", "step": "done", "words": "Till socialtjänsten i dag." });
    let _ = office.does(MANAGER, &case, "consider-duty", &reported).await.expect(200);
    let bare = json!({ "track": "data_breach", "step": "needed", "words": "Fel mottagare." });
    let refused = office.does(INVESTIGATOR, &case, "consider-duty", &bare).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/aware_at");
    let mut breach = bare.clone();
    breach["aware_at"] = json!("2026-11-21T09:30");
    let _ = office.does(INVESTIGATOR, &case, "consider-duty", &breach).await.expect(200);
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(
        page.text("[aria-labelledby=duties]").contains("2026-11-24"),
        "three days and nights, weekend or not"
    );

    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    let warned = async || {
        let parcels = office.parcels().await;
        let to_officer =
            parcels.iter().filter(|parcel| parcel["recipient"]["role"] == "data_protection_officer");
        to_officer.count()
    };
    for (hours, told) in [(47, 0), (1, 1), (17, 1), (1, 2), (10, 2)] {
        office.world.clock.advance(TimeDelta::hours(hours));
        remind_once(&app).await.unwrap();
        assert_eq!(warned().await, told, "after {hours} more");
    }
    let _ = office.program(REPORTER).get(&format!("/api/v1/cases/{case}")).await.expect(200);
}

#[tokio::test]
async fn the_form_begins_with_what_the_case_knows_and_each_proposal_can_be_changed() {
    let office = Office::with(json!({
        "office": { "authority": "Provstad", "department": "Nämnden", "postal_address": "Provgatan 1, 123 45 Provstad",
            "phone": "08-465 004 80", "email": null, "web": null },
    }))
    .await;
    let told = json!({ "text": "Filip slog honom.", "happened": "earlier_today" });
    let case = office.reported_by(REPORTER, &told).await;
    office.inquired(&case).await;
    for (section, kind, text) in [
        (1, "fact", "Ungdom A var ensam i tjugo minuter."),
        (1, "assessment", "Ungdom A kunde ha blivit påkörd."),
        (3, "fact", "Mellan 15.10 och 15.30."),
        (4, "not_known", "Den som var ansvarig har slutat."),
        (4, "fact", "Ingen stod vid grinden."),
        (7, "fact", "En vuxen går med sedan samma kväll."),
    ] {
        let entry = json!({ "section": section, "kind": kind, "source": "schemat", "text": text });
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry).await.expect(200);
    }
    let remedied = json!({ "done": "Grinden är lagad.", "evidence": "Kvittot." });
    let _ = office.does(MANAGER, &case, "remedy", &remedied).await.expect(200);
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);

    let mut browser = office.browser(INVESTIGATOR).await;
    let address = format!("/arenden/{case}/anmalan-ivo");
    let page = browser.get(&address).await;
    let line = |name: &str| page.attribute(&format!("#{name}"), "value").unwrap();
    for (name, value) in [
        ("contact", "Ulf Provsson"),
        ("contact_title", "utredare"),
        ("postal_address", "Provgatan 1"),
        ("postcode", "123 45"),
        ("town", "Provstad"),
        ("phone", "08-465 004 80"),
        ("activity", "Norrglimtskolans KTT"),
        ("activity_kind", "Korttidstillsyn för skolungdom över 12 år, 9 § 7 LSS"),
        ("happened_on", "2026-11-21"),
        ("happened_at", "Mellan 15.10 och 15.30."),
        ("mobile", ""),
        ("activity_address", ""),
    ] {
        assert_eq!(line(name), value, "{name}");
        let hints = page.texts(&format!("#{name}-hint"));
        let is_marked = hints.iter().any(|hint| hint.starts_with("Förslag från ärendet."));
        assert_eq!(is_marked, !value.is_empty(), "{name} says that it is a proposal");
    }
    let words = |name: &str| page.exact_text(&format!("textarea#{name}")).trim_start().to_owned();
    assert_eq!(
        words("description"),
        "Ungdom A var ensam i tjugo minuter.\n\nUngdom A kunde ha blivit påkörd."
    );
    assert_eq!(words("causes"), "Ingen stod vid grinden.", "but not what cannot be known");
    assert_eq!(words("measures_taken"), "En vuxen går med sedan samma kväll.\n\nGrinden är lagad.");
    assert!(!page.html().contains("Filip"), "never the words of the report");
    assert!(!page.has("[name=matter][checked]"), "nobody has judged it yet");

    let page = browser.submit("", &[("causes", "Ingen var ansvarig för grinden.")]).await;
    assert_eq!(page.status, 422);
    assert!(!page.has("#causes-hint"), "what was changed is a proposal no more");
    assert!(page.text("#activity-hint").starts_with("Förslag från ärendet."), "the others still are");
    let rest = [
        ("matter", "serious_misconduct"),
        ("activity_address", "Norrglimtsvägen 2"),
        ("activity_town", "123 46 Provstad"),
        ("kind", "supervision"),
        ("measures_planned", "Ny rutin."),
    ];
    assert_eq!(browser.submit("", &rest).await.path, format!("/arenden/{case}"));
    let page = browser.get(&address).await;
    assert_eq!(page.exact_text("textarea#causes").trim_start(), "Ingen var ansvarig för grinden.");
    assert!(!page.html().contains("Förslag från ärendet."), "what was saved is nobody's proposal");
}

#[tokio::test]
async fn the_form_does_not_take_the_reporters_words_for_when_it_happened() {
    let office = Office::open().await;
    let told = json!({ "text": "Hej.", "happened": "other", "happened_when": "när Filip var sjuk" });
    let case = office.reported_by(REPORTER, &told).await;
    office.inquired(&case).await;
    let why = json!({ "reasons": "Skäl." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}/anmalan-ivo")).await;
    assert_eq!(page.attribute("#happened_on", "value").as_deref(), Some(""));
    assert!(!page.html().contains("Filip"));
}

#[tokio::test]
async fn the_form_takes_grade_kind_and_measures_from_the_decision() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.filled(&case).await;
    let complete = json!({ "similar_before": "no", "proposed_grade": "tangible_risk_of_serious_misconduct",
        "kind": "supervision" });
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &complete).await.expect(200);
    let decision = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let _ = office.does(DECIDER, &case, "decide", &decision).await.expect(200);
    let measure = crate::office::measure(MANAGER);
    let _ = office.does(MANAGER, &case, "add-measure", &measure).await.expect(200);
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}/anmalan-ivo")).await;
    assert!(page.has("[name=matter][value=serious_misconduct][checked]"), "the decision before the proposal");
    assert!(page.has("[name=kind][value=supervision][checked]"));
    assert_eq!(
        page.exact_text("textarea#measures_planned").trim_start(),
        "Svar 10.\n\nTvå vuxna vid grinden vid hemgång. (2026-12-04)"
    );
}
