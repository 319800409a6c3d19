//! What people write stands nowhere but sealed.

use std::{cell::RefCell, io, sync::Once};

use complaints::actions;
use proto::Service;
use serde_json::{Value, json};
use testkit::{
    everything_stored,
    organisation::{NORRGLIMT, person},
};

use crate::{
    api::{attachments, submit},
    office::{MANAGER, Office, grave, ordinary},
};

/// Markers that are planted through every way in.
const CANARIES: [&str; 17] = [
    "kanarie-paborjat",
    "0701740612",
    "kanarie-paborjad.png",
    "kanarie-text",
    "kanarie-namn",
    "kanarie@example.org",
    "0701740611",
    "kanarie-svar-av-avsandaren",
    "kanarie-anteckning",
    "kanarie-fraga",
    "kanarie-besked",
    "kanarie-hord",
    "kanarie-rapport",
    "kanarie-gjort",
    "kanarie-fil.png",
    "-kanariebild-",
    "kanarie-sokord",
];

#[tokio::test]
async fn no_marker_stands_outside_the_sealed_columns() {
    listen();
    let office = Office::open().await;
    let file = attachments::upload(&office.anyone(), "kanarie-fil.png", attachments::PNG).await.expect(201);
    let body = json!({
        "text": "kanarie-text 20101105-2389", "unit_id": NORRGLIMT, "attachments": [file.json["id"]],
        "contact": { "name": "kanarie-namn", "email": "kanarie@example.org", "phone": "0701740611",
            "reach": "kanarie-klockan", "interpreter": "kanarie-tolk" },
    });
    let sent = office.receives(body).await;
    let reply = json!({ "receipt": sent.receipt, "text": "kanarie-svar-av-avsandaren" });
    let _ = office.anyone().post("/api/v1/dialogue/messages", &reply).await.expect(201);
    for (verb, body) in [
        ("triage", grave()),
        ("hand-over", json!({ "text": "kanarie-rapport", "acted": "kanarie-gjort" })),
        ("start-inquiry", Value::Null),
        (
            "inquire",
            json!({ "happened": "kanarie-handelse", "sources": "kanarie-kallor", "heard": "kanarie-horda",
                "compared": "kanarie-rutin", "deviation": "none" }),
        ),
        ("rejudge", json!({ "judgement": grave(), "reason": "kanarie-ombedomt" })),
        ("note", json!({ "text": "kanarie-anteckning" })),
        ("message", json!({ "text": "kanarie-fraga" })),
        ("answer", json!({ "text": "kanarie-besked", "youth_heard": "kanarie-hord" })),
    ] {
        let _ = office.does(MANAGER, &sent, verb, &body).await.expect(204);
    }
    let mut guardian = office.browser("vardnadshavare-norrglimt").await;
    guardian.get("/mina-arenden/skriv").await;
    let begun = [("text", "kanarie-paborjat"), ("phone", "0701740612")];
    guardian.submit_to("/mina-arenden/skriv?tyst=1", &begun).await;
    guardian.get("/mina-arenden/skriv/filer").await;
    guardian.upload("", "file", "kanarie-paborjad.png", attachments::PNG).await;
    let mut planted: Vec<String> = CANARIES.iter().map(ToString::to_string).collect();
    planted.extend(in_every_verb(&office).await);
    planted.extend(["20101105-2389".to_owned(), sent.receipt.clone(), sent.receipt.replace('-', "")]);
    planted.push(file.json["id"].as_str().unwrap().to_owned());
    for case in submit::cases() {
        let text = case["text"].as_str().unwrap().to_owned();
        office.receives_text(&text).await;
        planted.extend(
            case["facts"]["pii"].as_array().unwrap().iter().map(|p| p["value"].as_str().unwrap().to_owned()),
        );
        planted.push(text);
    }
    actions::forget(&office.app).await.unwrap();
    let mut browser = office.browser(MANAGER).await;
    for words in ["kanarie-sokord", "kanarie-text"] {
        browser.get("/sok").await;
        browser.submit("", &[("words", words)]).await;
        assert_eq!(browser.page.status, 200);
    }

    let mut stored = everything_stored(&office.staff.ground.database).await;
    let log = logged();
    assert!(log.contains("a complaint came in"), "the log was listened to");
    stored.extend(log.lines().map(|line| ("log".to_owned(), line.to_owned())));
    for canary in planted {
        let hex = data_encoding::HEXLOWER.encode(canary.as_bytes());
        for (column, value) in stored.iter().filter(|(column, _)| !column.starts_with("organisation_copy.")) {
            let shows = word(value, &canary) || value.to_lowercase().contains(&hex);
            assert!(!shows, "{column} shows {canary}");
        }
    }
}

/// Whatever else staff can write, planted. The markers are numbered, so that none is the beginning of another.
async fn in_every_verb(office: &Office) -> Vec<String> {
    let planted = RefCell::new(Vec::new());
    let word = || {
        let mut planted = planted.borrow_mut();
        let word = format!("kanarie{:03}ord", planted.len());
        planted.push(word.clone());
        word
    };
    let mut triage = ordinary();
    triage["child_at_risk"] = true.into();
    let manager = person(MANAGER);
    let measure =
        json!({ "what": word(), "owner": manager, "due_on": "2026-12-11", "check_on": "2027-02-01" });
    let sent = office.receives_text(&word()).await;
    office
        .handles(
            &sent,
            &[
                ("triage", triage),
                ("assign", json!({ "person_id": manager, "reason": word() })),
                ("hand-back", json!({ "reason": word() })),
                ("note", json!({ "text": word(), "working": true })),
                ("fulfil-duty", json!({ "duty": "child_protection", "outcome": "reported", "note": word() })),
                ("start-inquiry", Value::Null),
                (
                    "inquire",
                    json!({ "happened": word(), "sources": word(), "heard": word(), "compared": word(), "deviation": "none" }),
                ),
                ("rejudge", json!({ "judgement": ordinary(), "reason": word() })),
                ("postpone", json!({ "until": "2026-12-18", "text": word() })),
                ("answer", json!({ "text": word(), "youth_heard": word() })),
                ("plan-measures", measure),
            ],
        )
        .await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    let effect = json!({ "measure": read["content"]["measures"][0]["id"], "effect": word() });
    let closing = json!({ "measures": word(), "routine_reviewed": true, "routine_why": word(), "feedback": word(), "working_notes": "keep" });
    office
        .handles(
            &sent,
            &[
                ("check-effect", effect),
                ("close", closing),
                ("reopen", json!({ "cause": "new_facts", "reason": word(), "text": word() })),
            ],
        )
        .await;
    let parts = json!([{ "text": word() }, { "text": word() }]);
    let parted = office.receives_text(&word()).await;
    office
        .handles(&parted, &[("triage", ordinary()), ("split", json!({ "parts": parts, "text": word() }))])
        .await;
    let (one, other) = (office.receives_text(&word()).await, office.receives_text(&word()).await);
    let merge = json!({ "number": other.number, "text": word() });
    office.handles(&one, &[("triage", ordinary()), ("merge", merge)]).await;
    let onward = json!({ "to": "ordering_board", "how": "told", "consent": false, "text": word() });
    office.handles(&other, &[("triage", ordinary()), ("redirect", onward)]).await;
    planted.into_inner()
}

/// Short names such as "Leo" also stand in random base64: only a word of its own counts.
fn word(value: &str, canary: &str) -> bool {
    value.match_indices(canary).any(|(at, _)| {
        let beside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"+/=_-".contains(c));
        beside(value[..at].chars().next_back()) && beside(value[at + canary.len()..].chars().next())
    })
}

#[tokio::test]
async fn the_public_half_cannot_open_what_it_took_in() {
    let office = Office::open().await;
    office.receives_text("kanarie-text").await;
    assert!(office.public.inside.is_none());
    assert_eq!(office.public.ground.sealing_keys.len(), Service::ALL.len(), "only halves that seal");
}

#[tokio::test]
async fn what_was_written_cannot_be_changed_or_removed() {
    use sea_orm::ConnectionTrait;
    let office = Office::open().await;
    let (sent, other) = (office.receives_text("a").await, office.receives_text("b").await);
    let mut triage = grave();
    triage["child_at_risk"] = true.into();
    let duty = json!({ "duty": "child_protection", "outcome": "reported", "note": "c" });
    let verbs = [
        ("triage", triage),
        ("hand-over", json!({ "text": "d" })),
        ("fulfil-duty", duty),
        ("note", json!({ "text": "e" })),
        ("merge", json!({ "number": other.number, "text": "f" })),
    ];
    office.handles(&sent, &verbs).await;
    for (table, column) in [
        ("message", "id"),
        ("journal_entry", "id"),
        ("handed_over", "complaint_id"),
        ("duty_fulfilled", "complaint_id"),
        ("complaint_link", "complaint_id"),
        ("audit", "id"),
    ] {
        for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET {column} = {column}")] {
            let done = office.staff.ground.database.reader().execute_unprepared(&change).await;
            let refused = done.is_err_and(|error| error.to_string().contains("append-only"));
            assert!(refused, "{change}");
        }
    }
}

thread_local! {
    /// A test has a thread of its own, and so a log of its own.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Keeps everything that is logged from now on, spans and their fields included, down to the last detail.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Log)
            .init();
    });
}

/// What was logged on this thread.
fn logged() -> String {
    LOG.with_borrow(|log| String::from_utf8(log.clone()).unwrap())
}

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
