//! The canary: markers go in by every way there is, and then everything the system has written is searched for them.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{Router, body::Bytes, routing::post};
use serde_json::json;

use crate::{
    complaint::{act, find, findings, triage, unit},
    lyssna::{At, Lyssna},
    report::inquire,
};

const NAME: &str = "Kanariefågel Provsson";
const NUMBER: &str = "20100203-2384";
const TEXT: &str = "zinkgrön trumpet";
const FILE: &str = "bladgul tuba";
const FILE_NAME: &str = "aprikosfärgad-fagott.txt";
const ADDRESS: &str = "kanariefagel@example.org";
const ANSWER: &str = "marinblå klarinett";
const NOTE: &str = "korallröd oboe";
const REPORT: &str = "silvergrå cello";
const REPORT_FILE: &str = "krämvit harpa";
const REPORT_FILE_NAME: &str = "plommonlila-banjo.txt";
const ENTRY: &str = "kopparbrun viola";

// The collector answers while the test waits for the program to end.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_told_stands_anywhere_unsealed() {
    let (collector, traces) = collector().await;
    let mut lyssna = Lyssna::start(&["--empty", "--log", "debug", "--collector", &collector]).await;
    let (number, receipt) = tell_everything(&lyssna).await;
    let mails = lyssna.anybody(At::Mailbox).get("/api/v1/messages").await.expect(200).json;
    let mut written = vec![("metrics".to_owned(), metrics(&lyssna).await)];
    for mail in mails.as_array().unwrap() {
        written.push(("a mail".to_owned(), format!("{} {}", mail["subject"], mail["text"]).into_bytes()));
    }
    assert!(lyssna.stop().await.success());
    for trace in traces.lock().unwrap().iter() {
        written.push(("a trace".to_owned(), trace.to_vec()));
    }
    assert!(written.iter().any(|(what, _)| what == "a mail"), "mails were sent");
    // An action that the stories do.
    let mut sent_there = written.iter().filter(|(what, _)| what == "a trace");
    assert!(sent_there.any(|(_, bytes)| stands_in(bytes, "start_inquiry")), "traces were sent");
    collect(lyssna.folder.path(), &mut written);

    // Numbers are plain by design: a search that did not find this one would find nothing.
    assert!(written.iter().any(|(_, bytes)| stands_in(bytes, &number)), "the search finds what is there");
    let markers = [
        NAME,
        NUMBER,
        TEXT,
        FILE,
        FILE_NAME,
        ADDRESS,
        ANSWER,
        NOTE,
        REPORT,
        REPORT_FILE,
        REPORT_FILE_NAME,
        ENTRY,
        &receipt,
        &receipt.replace('-', ""),
    ];
    let mut found = Vec::new();
    for (what, bytes) in &written {
        for marker in markers.iter().filter(|marker| stands_in(bytes, marker)) {
            found.push(format!("{what}: {marker}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The stories, with a marker in every field. Returns the complaint's number and receipt.
async fn tell_everything(lyssna: &Lyssna) -> (String, String) {
    let public = lyssna.anybody(At::Public);
    let body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{FILE_NAME}\"\r\ncontent-type: text/plain\r\n\r\n{FILE}\r\n--edge--\r\n"
    );
    let file = public
        .post_bytes("/api/v1/complaints/attachments", "multipart/form-data; boundary=edge", body)
        .await
        .expect(201);
    let complaint = json!({
        "text": format!("{TEXT} {NUMBER}"), "unit_id": unit(lyssna, "norrglimt").await, "attachments": [file.json["id"]],
        "contact": { "name": NAME, "email": ADDRESS },
    });
    let sent = public.post("/api/v1/complaints", &complaint).await.expect(201).json;
    let receipt = sent["receipt"].as_str().unwrap().to_owned();

    let manager = lyssna.program(At::Staff, "gruppchef-norrglimt").await;
    let number = sent["case_number"].as_str().unwrap().to_owned();
    let id = find(&manager, &number).await;
    act(&manager, &id, "triage", &triage(4)).await;
    act(&manager, &id, "hand-over", &json!({ "text": REPORT, "acted": NAME })).await;
    act(&manager, &id, "start-inquiry", &json!({})).await;
    act(&manager, &id, "inquire", &findings()).await;
    act(&manager, &id, "note", &json!({ "text": NOTE })).await;
    act(&manager, &id, "answer", &json!({ "text": ANSWER })).await;
    let _ = public.post("/api/v1/dialogue", &json!({ "receipt": receipt })).await.expect(200);
    // Faulty requests are logged too.
    let _ = public.post("/api/v1/complaints", &json!({ "text": TEXT, "unknown": NAME })).await.expect(422);
    public.post("/api/v1/dialogue", &json!({ "receipt": receipt.replace(['A', '7'], "B") })).await;

    let reporter = lyssna.program(At::LexSarah, "fritidsledare-norrglimt").await;
    let report = json!({ "text": REPORT, "happened": "other", "happened_when": NOTE, "acted": NAME });
    let sent = reporter.post("/api/v1/reports", &report).await.expect(201).json;
    let case = sent["id"].as_str().unwrap();
    let investigator = lyssna.program(At::LexSarah, "utredare-1").await;
    inquire(&investigator, case).await;
    through_the_pages(lyssna).await;
    report_with_a_file(lyssna).await;
    lyssna.mails_to(ADDRESS, 1).await;
    (number, receipt)
}

/// The same markers through the form, so that drafts and cookies are searched as well.
async fn through_the_pages(lyssna: &Lyssna) {
    let mut guardian = lyssna.visitor(At::Public);
    guardian.get("/").await;
    guardian.submit("/klagomal/borja", &[]).await;
    guardian.submit("", &[("text", &format!("{TEXT} {ENTRY}"))]).await;
    guardian.get("/klagomal/kontakt").await;
    guardian.submit("", &[("name", NAME), ("email", ADDRESS)]).await;
    guardian.get("/klagomal/kontrollera").await;
    assert!(guardian.page.html().contains(TEXT), "the draft is there: {}", guardian.page.html());
}

/// A report takes files on its pages alone.
async fn report_with_a_file(lyssna: &Lyssna) {
    let mut reporter = lyssna.logged_in(At::LexSarah, "fritidsledare-norrglimt").await;
    reporter.get("/rapportera").await;
    reporter.submit("", &[("text", ENTRY), ("pressed", "files")]).await;
    reporter.upload("/rapportera/filer", "file", REPORT_FILE_NAME, REPORT_FILE.as_bytes()).await;
    assert!(reporter.page.html().contains(REPORT_FILE_NAME), "the file is there: {}", reporter.page.html());
    reporter.get("/rapportera").await;
    reporter.submit("", &[("happened", "other"), ("happened_when", NOTE)]).await;
    assert!(reporter.page.path.starts_with("/rapporterat/"), "it is sent: {}", reporter.page.html());
}

/// A collector that keeps what it is sent.
async fn collector() -> (String, Arc<Mutex<Vec<Bytes>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&kept);
    let routes = Router::new().route(
        "/v1/traces",
        post(move |body: Bytes| async move {
            keep.lock().unwrap().push(body);
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, routes).await });
    (address, kept)
}

async fn metrics(lyssna: &Lyssna) -> Vec<u8> {
    let operations = crate::wire::service(&format!("http://127.0.0.1:{}", lyssna.base + 1000));
    testkit::Program::new(operations).get("/metrics").await.bytes
}

/// Every file in the folder: databases, their logs, keys, what was said.
fn collect(folder: &Path, written: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, written);
        } else {
            written.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

/// As it is, or as JSON and addresses write it.
fn stands_in(bytes: &[u8], marker: &str) -> bool {
    let escaped: String = marker
        .chars()
        .flat_map(|c| if c.is_ascii() { vec![c] } else { format!("\\u{:04x}", c as u32).chars().collect() })
        .collect();
    let encoded: String = url::form_urlencoded::byte_serialize(marker.as_bytes()).collect();
    [marker, &escaped, &encoded]
        .iter()
        .any(|form| bytes.windows(form.len()).any(|window| window == form.as_bytes()))
}
