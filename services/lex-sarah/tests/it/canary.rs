//! Nothing of a report stands anywhere but sealed.

use std::{cell::RefCell, io, sync::Once};

use serde_json::json;
use testkit::{everything_stored, organisation::person};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases, completion, effect, settled};

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
    complete["kept_because"] = json!("kanarie-motiv");
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
    use sea_orm::ConnectionTrait;
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

#[tokio::test]
async fn what_was_written_cannot_be_changed_or_removed() {
    use sea_orm::ConnectionTrait;
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    for table in ["report", "diary_entry", "assignment", "note", "entry", "completion", "decision", "audit"] {
        for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET {}", harmless(table))] {
            let done = office.service.ground.database.reader().execute_unprepared(&change).await;
            assert!(done.is_err(), "{change}");
        }
    }
}

fn harmless(table: &str) -> &'static str {
    match table {
        "report" | "diary_entry" => "case_id = case_id",
        _ => "id = id",
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
