//! The pages of those who handle complaints, as somebody with a browser and without script meets them.

mod absence;
mod disposal;
mod faults;
mod files;
mod forms;
mod handling;
mod inbox;
mod journal;
mod language;
mod many_eyes;
mod news;
mod patterns;
mod plain;
mod search;
mod story;
mod take_in;
mod ways;

use serde_json::json;
use testkit::{Browser, organisation::NORRGLIMT};

use crate::office::{MANAGER, Office, Sent};

/// A complaint on the screen of the unit's manager.
async fn opened(text: &str) -> (Office, Sent, Browser) {
    opened_from(text, "unknown").await
}

/// The same from somebody who has said who they are.
async fn opened_from(text: &str, relation: &str) -> (Office, Sent, Browser) {
    let office = Office::open().await;
    let sent = office.receives(json!({ "text": text, "unit_id": NORRGLIMT, "relation": relation })).await;
    let mut browser = office.browser(MANAGER).await;
    browser.get(&at(&sent, "")).await;
    (office, sent, browser)
}

fn at(sent: &Sent, path: &str) -> String {
    format!("/arenden/{}{path}", sent.id)
}

const ORDINARY: [(&str, &str); 9] = [
    ("category", "COORDINATION_EXTERNAL"),
    ("misconduct_suspected", "no"),
    ("child_at_risk", "no"),
    ("data_breach", "no"),
    ("other_authority", "no"),
    ("threat", "no"),
    ("concerns", "ktt"),
    ("severity", "2"),
    ("no_conflict", "yes"),
];

/// The same with some answers changed.
fn judged(changed: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = ORDINARY.into_iter().filter(|(field, _)| !changed.iter().any(|(other, _)| other == field));
    kept.chain(changed.iter().copied()).collect()
}

async fn triages(browser: &mut Browser, sent: &Sent, answers: &[(&str, &str)]) {
    browser.get(&at(sent, "/bedom")).await;
    browser.submit(&at(sent, "/bedom"), answers).await;
}

async fn begins_inquiry(browser: &mut Browser, sent: &Sent) {
    triages(browser, sent, &ORDINARY).await;
    inquires(browser, sent).await;
}

/// What an inquiry found.
const FOUND: [(&str, &str); 5] = [
    ("happened", "Bilen kom sent."),
    ("sources", "Körjournalen."),
    ("heard", "Chauffören."),
    ("compared", "Rutinen följdes."),
    ("deviation", "none"),
];

/// Takes on what was judged, and writes down what was found.
async fn inquires(browser: &mut Browser, sent: &Sent) {
    browser.submit(&at(sent, "/utred"), &[]).await;
    browser.get(&at(sent, "/utredning")).await;
    browser.submit(&at(sent, "/utredning"), &FOUND).await;
}
