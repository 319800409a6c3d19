//! Something else comes out after triage: it is judged anew, or it is about another unit.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::organisation::{NORRGLIMT, STJARNVRET, person};

use crate::office::{MANAGER, Office, Sent, closing, inquired, ordinary};

fn anew(change: &[(&str, Value)]) -> Value {
    let mut judgement = ordinary();
    for (field, value) in change {
        judgement[field] = value.clone();
    }
    json!({ "judgement": judgement, "reason": "Taxibolaget hade skickat listan till fel familj." })
}

async fn under_inquiry(office: &Office) -> Sent {
    let sent = office.receives_text("a").await;
    office.handles(&sent, &[("triage", ordinary()), ("start-inquiry", Value::Null)]).await;
    sent
}

#[tokio::test]
async fn a_breach_found_during_the_inquiry_starts_its_72_hours_then_and_is_seen_to_before_the_end() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    office.world.clock.advance(TimeDelta::days(2));
    office.handles(&sent, &[("rejudge", anew(&[("data_breach", true.into())]))]).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    let by = office.world.clock.now() + TimeDelta::hours(72);
    assert_eq!(read["breach_by"].as_str().unwrap().parse::<kernel::Timestamp>().unwrap(), by);
    assert_eq!(read["state"], "inquiry", "it goes on where it stood");
    assert_eq!(read["judged_before"][0]["data_breach"], false, "what it was judged to be before is kept");
    assert_eq!(read["content"]["journal"][0]["kind"], "rejudged");

    office.world.clock.advance(TimeDelta::hours(1));
    office
        .handles(&sent, &[("rejudge", anew(&[("data_breach", true.into()), ("severity", 3.into())]))])
        .await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["breach_by"].as_str().unwrap().parse::<kernel::Timestamp>().unwrap(), by, "they run on");

    office.handles(&sent, &[("inquire", inquired()), ("answer", json!({ "text": "b" }))]).await;
    let early = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    assert_eq!(early.json["detail"], "a duty that triage found is not recorded as fulfilled");
    let done = json!({ "duty": "data_breach", "outcome": "reported", "note": "IMY, kl. 10." });
    office.handles(&sent, &[("fulfil-duty", done), ("close", closing())]).await;
}

/// What the data-protection officer has been told.
async fn told_the_officer(office: &Office) -> Vec<Value> {
    let told = office.parcels("notifications").await.into_iter();
    told.filter(|message| message["recipient"]["role"] == "data_protection_officer").collect()
}

#[tokio::test]
async fn the_data_protection_officer_is_told_at_once_that_something_waits_and_not_what() {
    let office = Office::open().await;
    let seen_at_once = office.receives_text("Listan låg på bussen.").await;
    let mut breach = ordinary();
    breach["data_breach"] = true.into();
    office.handles(&seen_at_once, &[("triage", breach)]).await;
    let told = told_the_officer(&office).await;
    assert_eq!(
        told,
        [json!({
            "occasion": "task_waits",
            "recipient": { "kind": "role", "role": "data_protection_officer", "unit_id": null, "except": [] },
            "case_number": seen_at_once.number,
            "due_on": "2026-11-24",
            "link_to": "complaints",
        })]
    );

    let found_later = under_inquiry(&office).await;
    let (yes, no) = (anew(&[("data_breach", true.into())]), anew(&[]));
    office.handles(&found_later, &[("rejudge", yes.clone())]).await;
    let told = told_the_officer(&office).await;
    assert_eq!(told.len(), 2);
    assert_eq!(told[1]["case_number"], found_later.number.as_str());
    office.handles(&found_later, &[("rejudge", yes.clone()), ("rejudge", no), ("rejudge", yes)]).await;
    assert_eq!(told_the_officer(&office).await.len(), 2, "of one breach once");
}

#[tokio::test]
async fn an_officer_who_is_off_the_matter_is_not_told_of_it() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    let officer = person("dataskyddsombud");
    let off = json!({ "person_id": officer });
    office.handles(&sent, &[("exclude", off), ("rejudge", anew(&[("data_breach", true.into())]))]).await;
    assert_eq!(told_the_officer(&office).await[0]["recipient"]["except"], json!([officer]));
}

#[tokio::test]
async fn a_suspected_misconduct_found_later_waits_for_its_report() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    let grave = anew(&[("misconduct_suspected", true.into()), ("severity", 4.into())]);
    office
        .handles(&sent, &[("rejudge", grave), ("inquire", inquired()), ("answer", json!({ "text": "b" }))])
        .await;
    let _ = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    office.handles(&sent, &[("hand-over", json!({ "text": "c" })), ("close", closing())]).await;
}

#[tokio::test]
async fn what_was_counted_is_told_anew_when_an_answered_one_is_judged_otherwise() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    office.handles(&sent, &[("inquire", inquired()), ("answer", json!({ "text": "b" }))]).await;
    office.handles(&sent, &[("rejudge", anew(&[("category", "OTHER".into())]))]).await;
    let told = office.parcels("quality").await;
    let categories: Vec<_> = told.iter().map(|fact| fact["data"]["category"].as_str().unwrap()).collect();
    assert_eq!(categories, ["COORDINATION_EXTERNAL", "OTHER"]);
    assert_eq!(told[0]["subject"], told[1]["subject"], "of one matter the latest counts");
}

#[tokio::test]
async fn a_view_that_turns_out_to_be_more_is_inquired_into() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let mut view = ordinary();
    view["severity"] = 0.into();
    office.handles(&sent, &[("triage", view), ("no-complaint", Value::Null)]).await;
    assert_eq!(office.dialogue(&sent).await["status"], "closed");
    office.handles(&sent, &[("rejudge", anew(&[]))]).await;
    let _ = office.does(MANAGER, &sent, "close", &closing()).await.expect(409);
    assert_eq!(office.dialogue(&sent).await["status"], "handled", "its sender waits for an answer again");
    office.handles(&sent, &[("start-inquiry", Value::Null)]).await;
}

#[tokio::test]
async fn a_breach_that_is_judged_away_and_back_has_its_first_72_hours_and_is_not_asked_for_twice() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    let (yes, no) = (anew(&[("data_breach", true.into())]), anew(&[]));
    let by = office.world.clock.now() + TimeDelta::hours(72);
    office.handles(&sent, &[("rejudge", yes.clone())]).await;
    office.world.clock.advance(TimeDelta::hours(30));
    office.handles(&sent, &[("rejudge", no.clone()), ("rejudge", yes.clone())]).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(
        read["breach_by"].as_str().unwrap().parse::<kernel::Timestamp>().unwrap(),
        by,
        "it was known then"
    );
    let done = json!({ "duty": "data_breach", "outcome": "reported", "note": "IMY, kl. 10." });
    office.handles(&sent, &[("fulfil-duty", done), ("rejudge", no), ("rejudge", yes)]).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["breach_by"], Value::Null, "it is seen to");
}

#[tokio::test]
async fn of_a_breach_found_later_somebody_is_reminded_even_if_they_were_of_one_before() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    let (yes, no) = (anew(&[("data_breach", true.into())]), anew(&[]));
    office.handles(&sent, &[("rejudge", yes.clone())]).await;
    office.world.clock.advance(TimeDelta::hours(60));
    while complaints::actions::remind(&office.app).await.unwrap() > 0 {}
    let before = office.parcels("notifications").await.len();
    office.handles(&sent, &[("rejudge", no), ("rejudge", yes)]).await;
    while complaints::actions::remind(&office.app).await.unwrap() > 0 {}
    assert!(office.parcels("notifications").await.len() > before);
}

#[tokio::test]
async fn what_is_about_the_manager_passes_the_manager_of_the_right_unit_by_too() {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": "a", "unit_id": STJARNVRET, "about_manager": true })).await;
    let lead = "huvudmannarepresentant";
    let mover = if office.reads(lead, &sent).await.status == 200 { lead } else { "registrator" };
    let to = json!({ "unit_id": NORRGLIMT, "reason": "Det är Norrglimtskolans chef det gäller." });
    let _ = office.does(mover, &sent, "move", &to).await.expect(204);
    let _ = office.reads(MANAGER, &sent).await.expect(404);
    let read = office.reads("rektor-norrglimt", &sent).await.expect(200).json;
    assert_eq!((read["level"].clone(), read["about_manager"].clone()), (json!("principal"), json!(true)));
}

#[tokio::test]
async fn nothing_is_mailed_to_somebody_whose_identity_is_protected() {
    let office = Office::open().await;
    let contact = json!({ "email": "avsandare@example.org" });
    let sent = office.receives(json!({ "text": "a", "unit_id": NORRGLIMT, "contact": contact })).await;
    let mut triage = ordinary();
    triage["besides"] = json!(["PROTECTED_IDENTITY"]);
    office.handles(&sent, &[("triage", triage)]).await;
    let before = office.parcels("notifications").await.len();
    office.handles(&sent, &[("message", json!({ "text": "b" }))]).await;
    assert_eq!(office.parcels("notifications").await.len(), before);
    office.handles(&sent, &[("start-inquiry", Value::Null), ("inquire", inquired())]).await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{}/svara", sent.id)).await;
    assert!(page.text(".notice").contains("skyddade personuppgifter"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_judgement_is_not_changed_without_saying_why_nor_before_there_is_one() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = office.does(MANAGER, &sent, "rejudge", &anew(&[])).await.expect(409);
    office.handles(&sent, &[("triage", ordinary())]).await;
    let mut silent = anew(&[]);
    silent["reason"] = " ".into();
    let _ = office.does(MANAGER, &sent, "rejudge", &silent).await.expect(422);
    let _ = office.does("rektor-norrglimt", &sent, "rejudge", &anew(&[])).await.expect(403);
}

#[tokio::test]
async fn the_wrong_unit_hands_it_to_the_right_one_and_reads_it_no_more() {
    let office = Office::open().await;
    let sent = under_inquiry(&office).await;
    let to =
        |unit: kernel::Uuid| json!({ "unit_id": unit, "reason": "Hon går på Stjärnvreten sedan i augusti." });
    let same = office.does(MANAGER, &sent, "move", &to(NORRGLIMT)).await.expect(409);
    assert_eq!(same.json["detail"], "it lies with that unit already");
    let _ = office.does(MANAGER, &sent, "move", &to(kernel::Uuid::nil())).await.expect(422);
    let before = office.parcels("notifications").await.len();
    office.handles(&sent, &[("move", to(STJARNVRET))]).await;
    let told = office.parcels("notifications").await.split_off(before);
    assert!(
        !told.is_empty() && told.iter().all(|message| message["recipient"]["unit_id"] == json!(STJARNVRET))
    );
    let _ = office.reads(MANAGER, &sent).await.expect(404);
    let there = "rektor-stjarnvret";
    let read = office.reads(there, &sent).await.expect(200).json;
    assert_eq!((read["state"].clone(), read["unit_id"].clone()), (json!("inquiry"), json!(STJARNVRET)));
    assert_eq!(read["handler_id"], Value::Null);
    assert_eq!(read["content"]["journal"][0]["kind"], "moved");
    assert_eq!(read["triage"]["category"], "COORDINATION_EXTERNAL", "what was judged stays");
    assert_eq!(office.dialogue(&sent).await["status"], "handled");
}
