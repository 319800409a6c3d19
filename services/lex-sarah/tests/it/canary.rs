//! Nothing of a report stands anywhere but sealed.

use std::{cell::RefCell, collections::BTreeMap, io, sync::Once};

use proto::Service;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use testkit::{
    everything_stored,
    organisation::{NORRGLIMT, person},
};

use crate::office::{
    DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases, completion, effect, entry, measure, settled,
};

#[tokio::test]
async fn no_marker_stands_outside_the_sealed_columns() {
    listen();
    let office = Office::open().await;
    let mut planted: Vec<String> = [
        "kanarie-text",
        "kanarie-tid",
        "kanarie-gjort",
        "kanarie-skydd",
        "kanarie-nar",
        "kanarie-vem",
        "kanarie-utkast",
        "kanarie-filnamn",
        "kanarie-filinnehall",
        "kanarie-bilaga",
        "kanarie-underlag",
        "kanarie-underlagsord",
        "kanarie-muntlig",
        "Kanarie Berättarsson",
        "kanarie-anger",
        "kanarie-plan",
        "Kanarie Kodsson",
        "kanarie-anledning",
        "kanarie-kalla",
        "kanarie-uppgift",
        "kanarie-skal",
        "kanarie-delegation",
        "kanarie-motiv",
        "kanarie-avhjalpt",
        "kanarie-belagg",
        "kanarie-atgard",
        "kanarie-klart",
        "kanarie-effekt",
        "kanarie-rutin",
        "kanarie-aterforing",
        "20090214-2380",
        "Filip Provsson",
    ]
    .map(str::to_owned)
    .into();
    tell(&office).await;
    for case in cases() {
        let text = case["text"].as_str().unwrap().to_owned();
        office.reported(&text).await;
        // A piece of two letters, such as a signature, stands in any hash by chance.
        let sentences = text.split(". ").filter(|sentence| sentence.len() > 8);
        planted.extend(sentences.map(|sentence| sentence.trim_end_matches('.').to_owned()));
        let pii = case["facts"]["pii"].as_array().unwrap().iter();
        planted.extend(pii.map(|each| each["value"].as_str().unwrap().to_owned()));
    }
    // Faulty ones are logged too.
    let faulty = json!({ "text": "kanarie-text\u{0}", "happened": "kanarie-tid", "kanarie-skal": 1 });
    let _ = office.program(REPORTER).post("/api/v1/reports", &faulty).await.expect(422);

    let mut stored = everything_stored(&office.service.ground.database).await;
    let log = logged();
    assert!(log.contains("complete_inquiry"), "the log was listened to");
    stored.extend(log.lines().map(|line| ("log".to_owned(), line.to_owned())));
    for canary in planted {
        let hex = data_encoding::HEXLOWER.encode(canary.as_bytes());
        for (column, value) in stored.iter().filter(|(column, _)| !column.starts_with("organisation_copy.")) {
            let shows = value.contains(&canary) || value.to_lowercase().contains(&hex);
            assert!(!shows, "{column} shows {canary}: {value}");
        }
    }
}

async fn tell_by_word_of_mouth(office: &Office) {
    let mut browser = office.browser(MANAGER).await;
    browser.get("/skriv-ner").await;
    let fields = [
        ("teller_name", "Kanarie Berättarsson"),
        ("teller_title", "vikarie"),
        ("told_at", "08.30"),
        ("text", "kanarie-muntlig"),
        ("read_back", "yes"),
    ];
    assert!(browser.submit("", &fields).await.path.starts_with("/nedskrivet/"));
}

/// A whole case with a marker in every field, on pages and by programs.
async fn tell(office: &Office) {
    let mut browser = office.browser(REPORTER).await;
    browser.get("/rapportera").await;
    let told = [
        ("text", "kanarie-text"),
        ("happened", "other"),
        ("happened_when", "kanarie-tid"),
        ("acted", "kanarie-gjort"),
    ];
    browser.submit("", &[("text", "kanarie-text"), ("pressed", "files")]).await;
    browser.upload("/rapportera/filer", "file", "kanarie-filnamn.txt", b"kanarie-filinnehall").await;
    browser.upload("/rapportera/filer", "file", "kanarie-filnamn.exe", b"kanarie-filinnehall").await;
    browser.get("/rapportera").await;
    let case = browser.submit("", &told).await.path.rsplit('/').next().unwrap().to_owned();
    let _ = office
        .does(
            MANAGER,
            &case,
            "protect",
            &json!({ "text": "kanarie-skydd", "done_when": "kanarie-nar", "done_by": "kanarie-vem" }),
        )
        .await
        .expect(200);
    tell_by_word_of_mouth(office).await;
    browser.submit("", &[("why", "kanarie-anger")]).await;
    browser.get("/rapportera").await;
    assert_eq!(browser.submit("", &[("text", "kanarie-utkast"), ("pressed", "keep")]).await.status, 204);
    office.taken(&case).await;
    let key = json!({ "name": "Kanarie Kodsson", "part": "youth" });
    let _ = office.does(INVESTIGATOR, &case, "add-key", &key).await.expect(200);
    let mut investigator = office.browser(INVESTIGATOR).await;
    investigator.get(&format!("/arenden/{case}/kodnyckel")).await;
    let look = format!("/arenden/{case}/kodnyckel/oppna");
    let page = investigator.submit(&look, &[("reason", "kanarie-anledning")]).await;
    assert!(page.html().contains("Kanarie Kodsson"));
    let _ = office
        .does(INVESTIGATOR, &case, "start-inquiry", &json!({ "plan": "kanarie-plan" }))
        .await
        .expect(200);
    add_entries(office, &case).await;
    let page = investigator.get(&format!("/arenden/{case}")).await;
    let add = page.attribute("a[href*='/bilaga/']", "href").unwrap();
    investigator.get(&add).await;
    investigator.upload(&add, "file", "kanarie-underlag.exe", b"kanarie-underlagsord").await;
    let page = investigator.upload(&add, "file", "kanarie-underlag.txt", b"kanarie-underlagsord").await;
    assert!(page.text(".sheet.entry").contains("kanarie-underlag.txt"), "it is there for whoever inquires");
    let link = page.attribute(".sheet.entry a[href*='/bilagor/']", "href").unwrap();
    assert_eq!(investigator.open(&link).await.bytes, b"kanarie-underlagsord");
    let mut complete = completion();
    let mut kept = office.keeps_what_is_found(&case).await;
    for answer in kept.as_array_mut().unwrap() {
        answer["because"] = json!("kanarie-motiv");
    }
    assert!(!kept.as_array().unwrap().is_empty(), "the reporter's name stays");
    complete["kept"] = kept;
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &complete).await.expect(200);
    let mut decider = office.browser(DECIDER).await;
    decider.get(&format!("/arenden/{case}/besluta")).await;
    let fields = [
        ("grade", "serious_misconduct"),
        ("reasons", "kanarie-skal"),
        ("ivo", "yes"),
        ("delegation", "kanarie-delegation"),
    ];
    let page = decider.submit("", &fields).await;
    assert!(page.html().contains("kanarie-skal"));
    follow_up(office, &case).await;
}

/// All ten points, with a name in each that stays and a person number that is corrected.
async fn add_entries(office: &Office, case: &str) {
    let entry = |section: u8, text: &str| {
        json!({ "section": section, "kind": "assessment", "source_kind": "interview",
            "source": "kanarie-kalla", "source_on": "2026-11-18", "text": text })
    };
    for section in 1..=10 {
        let entry = entry(section, "kanarie-uppgift, enligt Filip");
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry).await.expect(200);
    }
    let numbered = entry(10, "kanarie-uppgift 20090214-2380");
    let added = office.does(INVESTIGATOR, case, "add-entry", &numbered).await.expect(200).json;
    let mut corrected = entry(10, "kanarie-uppgift");
    corrected["corrects"] = added["entries"].as_array().unwrap().last().unwrap()["id"].clone();
    let _ = office.does(INVESTIGATOR, case, "add-entry", &corrected).await.expect(200);
}

/// What comes after the decision, until the case is opened again.
async fn follow_up(office: &Office, case: &str) {
    let remedied = json!({ "done": "kanarie-avhjalpt", "evidence": "kanarie-belagg" });
    let _ = office.does(MANAGER, case, "remedy", &remedied).await.expect(200);
    let planned =
        json!({ "text": "kanarie-atgard", "owner": person(MANAGER).as_uuid(), "due_on": "2026-12-04" });
    let planned = office.does(MANAGER, case, "add-measure", &planned).await.expect(200).json;
    let id = planned["records"][1]["id"].as_str().unwrap();
    let mut done = settled(id);
    done["words"] = json!("kanarie-klart");
    let _ = office.does(MANAGER, case, "settle-measure", &done).await.expect(200);
    let _ = office.does(MANAGER, case, "follow-up", &json!({})).await.expect(200);
    let mut judged = effect(id);
    judged["shown_by"] = json!("kanarie-effekt");
    judged["routine_words"] = json!("kanarie-rutin");
    let _ = office.does(MANAGER, case, "judge-effect", &judged).await.expect(200);
    let told = json!({ "to": "youth", "is_given": "no", "words": "kanarie-aterforing" });
    let _ = office.does(MANAGER, case, "give-feedback", &told).await.expect(200);
}

/// Moved to another row, column or case, a sealed cell does not open: then nothing is shown.
#[tokio::test]
async fn a_sealed_cell_opens_only_where_it_was_sealed() {
    let office = Office::open().await;
    let (one, other) = (office.reported("det första").await, office.reported("det andra").await);
    let database = &office.service.ground.database;
    let lift = if database.is_sqlite() {
        "DROP TRIGGER report_no_UPDATE"
    } else {
        "DROP TRIGGER report_append_only ON report"
    };
    database.reader().execute_unprepared(lift).await.unwrap();
    let copy = format!(
        "UPDATE report SET words = (SELECT words FROM report r WHERE r.case_id = {0}) WHERE case_id <> {0}",
        literal(database.is_sqlite(), &one)
    );
    database.reader().execute_unprepared(&copy).await.unwrap();
    let _ = office.program(REPORTER).get(&format!("/api/v1/cases/{one}")).await.expect(200);
    let _ = office.program(REPORTER).get(&format!("/api/v1/cases/{other}")).await.expect(500);
}

/// An id as each database writes it.
fn literal(sqlite: bool, id: &str) -> String {
    if sqlite { format!("x'{}'", id.replace('-', "")) } else { format!("'{id}'") }
}

/// The tables whose rows are changed or removed, and why; every other is only added to.
const CHANGING: [(&str, &str); 18] = [
    ("lex_sarah_case", "where the case stands now; each change names the version it is made to"),
    ("diary_counter", "the next number of the year"),
    ("key_list", "its key is wrapped anew when the service gets a new one"),
    ("reminder", "gone when it is told or its clock has stopped"),
    ("report_draft", "nobody has sent it yet"),
    ("attachment", "while it arrives and is scanned; its hash is sealed"),
    ("attachment_chunk", "a file that is not taken leaves nothing"),
    ("account_draft", "nobody has approved it yet"),
    ("briefing_reminder", "when a unit was last reminded"),
    ("diary_unchecked", "gone when a registrar has checked it"),
    ("outbox", "gone when it is carried"),
    ("inbox", "repeats are known for a time"),
    ("answered_once", "repeats are known for a time"),
    ("session", "ends"),
    ("login_attempt", "ends"),
    ("pinned_identity", "who somebody was at their last log-in"),
    ("organisation_copy", "the register as it is now"),
    ("seaql_migrations", "which of them have been run"),
];

/// A table that comes later is tried by itself, and fails here until something is written in it.
#[tokio::test]
async fn what_was_written_cannot_be_changed_or_removed() {
    let office = Office::open().await;
    writes_in_every_table(&office).await;
    let database = &office.service.ground.database;
    let written: BTreeMap<_, _> = everything_stored(database)
        .await
        .into_iter()
        .map(|(place, _)| place.split_once('.').map(|(table, column)| (table.to_owned(), column.to_owned())))
        .map(Option::unwrap)
        .collect();
    let mut tried = 0;
    for table in tables(&office).await {
        if CHANGING.iter().any(|(changing, _)| *changing == table) {
            continue;
        }
        let column = written.get(&table).unwrap_or_else(|| panic!("nothing was written in {table}"));
        for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET {column} = {column}")] {
            let done = database.reader().execute_unprepared(&change).await;
            assert!(done.is_err_and(|error| error.to_string().contains("append-only")), "{change}");
        }
        tried += 1;
    }
    println!("{tried} tables can only be added to");
    assert!(tried >= 20);
}

async fn tables(office: &Office) -> Vec<String> {
    let database = &office.service.ground.database;
    let names = if database.is_sqlite() {
        "SELECT name AS t FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    } else {
        "SELECT table_name::text AS t FROM information_schema.tables WHERE table_schema = 'public'"
    };
    let reader = database.reader();
    let statement = Statement::from_string(reader.get_database_backend(), names);
    let rows = reader.query_all_raw(statement).await.unwrap();
    rows.into_iter().map(|row| row.try_get("", "t").unwrap()).collect()
}

/// A case about the manager that goes to IVO, and what stands beside cases.
async fn writes_in_every_table(office: &Office) {
    let routine =
        json!({ "version": "2026-11", "link": "https://example.org/rutin", "valid_from": "2026-11-21" });
    let _ = office.program(DECIDER).post("/api/v1/routines", &routine).await.expect(201);
    let present = [person(REPORTER).as_uuid()];
    let meeting = json!({ "kind": "meeting", "held_on": "2026-11-20", "present": present });
    let briefings = format!("/api/v1/units/{NORRGLIMT}/briefings");
    let _ = office.program(MANAGER).post(&briefings, &meeting).await.expect(201);

    let told = json!({ "text": "Min chef slog honom.", "concerns_manager": true });
    let case = office.reported_by(REPORTER, &told).await;
    let mut registrar = office.browser("registrator").await;
    registrar.get(&format!("/registratur/{case}")).await;
    assert_eq!(registrar.submit("", &[]).await.path, "/registratur");
    office.taken(&case).await;
    let key = json!({ "name": "Prov Ung", "part": "youth" });
    let _ = office.does(INVESTIGATOR, &case, "add-key", &key).await.expect(200);
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}/kodnyckel")).await;
    let look = format!("/arenden/{case}/kodnyckel/oppna");
    assert!(browser.submit(&look, &[("reason", "Samtal i dag.")]).await.html().contains("Prov Ung"));
    let _ =
        office.does(INVESTIGATOR, &case, "start-inquiry", &json!({ "plan": "Samtal." })).await.expect(200);
    for section in 1..=10 {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(section)).await.expect(200);
    }
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &crate::ivo::form()).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let serious = json!({ "grade": "serious_misconduct", "reasons": "Skäl.", "delegation": "7.4" });
    let _ = office.does(DECIDER, &case, "decide", &serious).await.expect(200);
    let _ = office.does(DECIDER, &case, "add-measure", &measure("rektor-norrglimt")).await.expect(200);
    crate::account::approved(office).await;

    let ground = &office.service.ground;
    let ring = &office.service.inside.as_ref().unwrap().ring;
    let sealer =
        audit::Sealer::new(ground.database.clone(), office.world.clock.clock(), Service::LexSarah, ring);
    assert!(sealer.seal(true).await.unwrap() > 0, "the traces are sealed");
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
            // The test's own browser reads pages aloud.
            .with_env_filter("trace,html5ever=off,selectors=off")
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Log)
            .init();
    });
}

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
