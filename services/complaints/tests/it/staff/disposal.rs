//! Disposal: two persons, a decision, a log; and that nothing is destroyed without each of them.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::Browser;

use super::at;
use crate::{
    api::attachments,
    office::{MANAGER, Office, Sent, closing, grave, inquired, ordinary},
};

const ARCHIVIST: &str = "arkivarie";
const PROPOSE: &str = "/gallring/foresla";

async fn decided() -> Office {
    let rules = json!([
        { "kind": "plain", "years": 2, "decision": "UTBF 2026/1" },
        { "kind": "inquired", "years": 5, "decision": "UTBF 2026/2" },
    ]);
    Office::with(json!({ "disposal": rules })).await
}

/// Praise with a picture that was seen to and closed.
async fn closed_praise(office: &Office) -> Sent {
    let file = attachments::upload(&office.anyone(), "bild.png", attachments::PNG).await.expect(201);
    let body = json!({ "text": "TACK!", "kind": "praise", "attachments": [file.json["id"]],
        "unit_id": testkit::organisation::NORRGLIMT, "contact": { "name": "Vera" } });
    let sent = office.receives(body).await;
    let mut triage = ordinary();
    triage["category"] = "PRAISE".into();
    triage["severity"] = 0.into();
    office.handles(&sent, &[("triage", triage), ("no-complaint", Value::Null), ("close", closing())]).await;
    sent
}

fn years_pass(office: &Office, years: i64) {
    office.world.clock.advance(TimeDelta::days(366 * years));
}

/// On the page of a list that this person has just proposed, or of why there is none.
async fn proposes(office: &Office, login: &str, kind: &str) -> Browser {
    let mut browser = office.browser(login).await;
    browser.get("/gallring").await;
    browser.submit(PROPOSE, &[("kind", kind)]).await;
    browser
}

/// Sends the form of approving whether it is shown or not.
async fn approves_anyway(browser: &mut Browser) {
    let list = browser.page.path.clone();
    let (_, fields) = browser.form(&format!("{list}/dra-tillbaka"));
    let token = &fields.iter().find(|(name, _)| name == "csrf").unwrap().1;
    let body = format!("csrf={token}");
    browser.post(&format!("{list}/godkann"), "application/x-www-form-urlencoded", body).await;
}

#[tokio::test]
async fn one_proposes_another_approves_and_what_was_written_is_gone_for_good() {
    let office = decided().await;
    let (old, other) = (closed_praise(&office).await, closed_praise(&office).await);
    years_pass(&office, 2);
    let young = closed_praise(&office).await;
    let keys = office.count("case_key.sealed").await;
    assert_eq!(office.count("attachment_chunk.sealed").await, 3);

    let browser = proposes(&office, "registrator", "plain").await;
    assert_eq!(browser.page.text("h1"), "Förslag till gallring");
    assert_eq!(browser.page.texts("tbody .case-number").len(), 2, "the third is too young");
    assert!(browser.page.html().contains("Bara en arkivarie kan godkänna listan."));
    let list = browser.page.path.clone();
    assert_eq!(office.count("case_key.sealed").await, keys, "nothing is destroyed yet");

    let mut archivist = office.browser(ARCHIVIST).await;
    assert_eq!(archivist.page.path, "/gallring", "their work");
    archivist.get(&list).await;
    archivist.submit(&format!("{list}/godkann"), &[]).await;
    assert_eq!(archivist.page.text("h1"), "Gallringsprotokoll 1");
    let facts = archivist.page.text(".answers");
    for fact in ["UTBF 2026/1", "Rolf Provsson", "Arne Provsson", "Sigillet stämmer"] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    assert!(!archivist.page.has("main form"));

    assert_eq!(office.count("case_key.sealed").await, keys - 4);
    for column in ["attachment_chunk.sealed", "attachment.service_key", "contact.sealed", "receipt.hash"] {
        assert_eq!(office.count(column).await, 1, "{column}: only the young one's");
    }
    for sent in [&old, &other] {
        let _ =
            office.anyone().post("/api/v1/dialogue", &json!({ "receipt": sent.receipt })).await.expect(404);
        let mut manager = office.browser(MANAGER).await;
        manager.get(&at(sent, "")).await;
        assert_eq!(manager.page.text("main .tag"), "Gallrat");
        assert!(manager.page.html().contains("Det som skrevs i ärendet är gallrat."));
        assert!(!manager.page.html().contains("TACK!"));
        manager.get(&at(sent, "/lasningar")).await;
        assert!(manager.page.texts("tbody td:last-child").contains(&"Gallrade".to_owned()));
    }
    assert_eq!(office.dialogue(&young).await["status"], "closed");
    let mut manager = office.browser(MANAGER).await;
    manager.get("/sok").await;
    manager.submit("", &[("words", "tack")]).await;
    assert_eq!(
        manager.page.texts("tbody .case-number"),
        [young.number.as_str()],
        "nobody finds the others by a word"
    );
    let mut registrar = office.browser("registrator").await;
    registrar.get("/diarium?fran=2026-01-01&till=2030-01-01").await;
    assert_eq!(registrar.page.texts("tbody tr").len(), 3, "the register keeps its lines");
}

#[tokio::test]
async fn whoever_proposed_it_does_not_approve_it_and_only_an_archivist_does() {
    let office = decided().await;
    closed_praise(&office).await;
    years_pass(&office, 3);
    let mut archivist = proposes(&office, ARCHIVIST, "plain").await;
    let list = archivist.page.path.clone();
    assert!(archivist.page.html().contains("Du har själv föreslagit listan."));
    assert!(!archivist.page.has("form[action$='/godkann']"));
    approves_anyway(&mut archivist).await;
    assert_eq!(archivist.page.status, 409);
    assert!(archivist.page.html().contains("Du har själv föreslagit listan."));

    let mut registrar = office.browser("registrator").await;
    registrar.get(&list).await;
    approves_anyway(&mut registrar).await;
    assert_eq!(registrar.page.status, 403);
    let mut manager = office.browser(MANAGER).await;
    assert_eq!(manager.get("/gallring").await.status, 403);
    assert_eq!(manager.get(&list).await.status, 404);
    assert_eq!(office.count("case_key.sealed").await, 2, "nothing is destroyed");
}

#[tokio::test]
async fn approving_asks_for_a_fresh_log_in() {
    let office = decided().await;
    closed_praise(&office).await;
    years_pass(&office, 3);
    let list = proposes(&office, "registrator", "plain").await.page.path.clone();
    let mut archivist = office.browser(ARCHIVIST).await;
    office.world.clock.advance(TimeDelta::minutes(6));
    archivist.get(&list).await;
    assert_eq!(archivist.page.text("a[href*='fresh=1']"), "Logga in på nytt");
    approves_anyway(&mut archivist).await;
    assert_eq!(archivist.page.status, 401);
    assert_eq!(office.count("case_key.sealed").await, 2);
}

#[tokio::test]
async fn without_the_number_of_a_decision_nothing_can_be_proposed() {
    let office = Office::open().await;
    closed_praise(&office).await;
    years_pass(&office, 3);
    let mut archivist = office.browser(ARCHIVIST).await;
    archivist.get("/gallring").await;
    assert!(archivist.page.html().contains("Utan beslutets nummer gallras inget."));
    assert!(!archivist.page.has(&format!("form[action='{PROPOSE}']")));
    let (_, fields) = archivist.form("/logga-ut");
    let body = format!("csrf={}&kind=plain", fields[0].1);
    archivist.post(PROPOSE, "application/x-www-form-urlencoded", body).await;
    assert_eq!(archivist.page.status, 409);
    assert!(archivist.page.html().contains("Regeln saknar beslut. Då gallras inget."));
}

#[tokio::test]
async fn what_was_reported_to_lex_sarah_and_what_others_are_part_of_is_kept() {
    let office = decided().await;
    let reported = office.receives_text("a").await;
    let report = json!({ "text": "a" });
    let answer = json!({ "text": "b" });
    office
        .handles(
            &reported,
            &[
                ("triage", grave()),
                ("hand-over", report),
                ("start-inquiry", Value::Null),
                ("inquire", inquired()),
                ("answer", answer),
                ("close", closing()),
            ],
        )
        .await;
    let parted = office.receives_text("a").await;
    let parts = json!({ "parts": [{ "text": "a" }, { "text": "b" }], "text": "c" });
    office.handles(&parted, &[("triage", ordinary()), ("split", parts), ("close", closing())]).await;
    years_pass(&office, 9);
    let browser = proposes(&office, ARCHIVIST, "inquired").await;
    assert_eq!(browser.page.status, 409);
    assert!(browser.page.html().contains("Inget ärende har bevarats så länge än."));
}

#[tokio::test]
async fn a_matter_that_was_opened_again_stops_the_list_until_it_is_withdrawn() {
    let office = decided().await;
    let (again, other) = (closed_praise(&office).await, closed_praise(&office).await);
    years_pass(&office, 3);
    let list = proposes(&office, "registrator", "plain").await.page.path.clone();
    let reopening = json!({ "cause": "new_facts", "reason": "a", "text": "b" });
    office.handles(&again, &[("reopen", reopening)]).await;
    let mut archivist = office.browser(ARCHIVIST).await;
    archivist.get(&list).await;
    archivist.submit(&format!("{list}/godkann"), &[]).await;
    assert_eq!(archivist.page.status, 409);
    assert!(archivist.page.html().contains("Ett ärende på listan får inte gallras längre."));
    assert_eq!(office.count("case_key.sealed").await, 4, "all or none");

    let twice = proposes(&office, "registrator", "plain").await;
    assert!(twice.page.html().contains("En sådan lista väntar redan."));
    archivist.get(&list).await;
    archivist.submit(&format!("{list}/dra-tillbaka"), &[]).await;
    assert!(archivist.page.text(".answers").contains("Tillbakadragen"));
    let anew = proposes(&office, "registrator", "plain").await;
    assert_eq!(anew.page.texts("tbody .case-number"), [other.number]);
}

#[tokio::test]
async fn the_protocol_of_what_was_destroyed_is_had_on_paper_to_be_filed() {
    let this = "the_protocol_of_what_was_destroyed_is_had_on_paper_to_be_filed";
    let office = decided().await;
    let sent = closed_praise(&office).await;
    years_pass(&office, 3);
    let list = proposes(&office, "registrator", "plain").await.page.path.clone();
    let mut archivist = office.browser(ARCHIVIST).await;
    let protocol = format!("{list}/protokoll");
    assert_eq!(archivist.get(&protocol).await.status, 404, "nothing is done yet");
    archivist.get(&list).await;
    archivist.submit(&format!("{list}/godkann"), &[]).await;
    let seal = archivist.page.text(".answers");
    assert_eq!(archivist.page.attribute("main a[href$='/protokoll']", "href"), Some(protocol.clone()));
    let paper = archivist.get(&protocol).await;
    assert_eq!(paper.headers["content-type"], "application/pdf");
    assert_eq!(paper.headers["content-disposition"], "attachment; filename*=UTF-8''gallring-1.pdf");
    if let Some(said) = testkit::pdf_text(this, &paper.bytes) {
        for words in
            ["Gallringsprotokoll 1", "UTBF 2026/1", "Arne Provsson", &sent.number, "Sigillet stämmer"]
        {
            assert!(said.contains(words), "{words} is not in:\n{said}");
        }
        let on_paper: String = said.chars().filter(char::is_ascii_hexdigit).collect();
        let sums = seal.split_whitespace().filter(|word| word.len() == 64);
        assert!(
            sums.map(|sum| assert!(on_paper.contains(sum), "{sum}")).count() >= 2,
            "both sums stand there"
        );
    }
    let mut manager = office.browser(MANAGER).await;
    assert_eq!(manager.get(&protocol).await.status, 404);
}

#[tokio::test]
async fn what_another_rule_is_about_takes_no_place_on_the_list() {
    let rules = json!([{ "kind": "plain", "years": 2, "decision": "UTBF 2026/1" }]);
    let office = Office::with(json!({ "disposal": rules, "longest_disposal": 1 })).await;
    let one = office.receives_text("a").await;
    let answer = json!({ "text": "b" });
    let inquiry = [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", answer),
        ("close", closing()),
    ];
    office.handles(&one, &inquiry).await;
    office.world.clock.advance(TimeDelta::days(1));
    let first = closed_praise(&office).await;
    office.world.clock.advance(TimeDelta::days(1));
    closed_praise(&office).await;
    years_pass(&office, 9);
    let browser = proposes(&office, "registrator", "plain").await;
    assert_eq!(browser.page.texts("tbody .case-number"), [first.number]);
}

#[tokio::test]
async fn what_others_still_need_takes_no_place_on_the_list() {
    let rules = json!([{ "kind": "inquired", "years": 5, "decision": "UTBF 2026/2" }]);
    let office = Office::with(json!({ "disposal": rules, "longest_disposal": 1 })).await;
    let parted = office.receives_text("a").await;
    let parts = json!({ "parts": [{ "text": "a" }, { "text": "b" }], "text": "c" });
    office.handles(&parted, &[("triage", ordinary()), ("split", parts), ("close", closing())]).await;
    office.world.clock.advance(TimeDelta::days(1));
    let one = office.receives_text("a").await;
    let answer = json!({ "text": "b" });
    let inquiry = [
        ("triage", ordinary()),
        ("start-inquiry", Value::Null),
        ("inquire", inquired()),
        ("answer", answer),
        ("close", closing()),
    ];
    office.handles(&one, &inquiry).await;
    years_pass(&office, 9);
    let browser = proposes(&office, "registrator", "inquired").await;
    assert_eq!(browser.page.texts("tbody .case-number"), [one.number]);
}
