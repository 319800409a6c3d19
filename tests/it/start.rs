//! Starting, starting again, and what it says when it cannot.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::{PermissionsExt, symlink},
    process::Stdio,
};

use serde_json::{Value, json};

use crate::{
    complaint::items,
    lyssna::{At, Lyssna},
};

#[tokio::test]
async fn the_first_start_makes_everything_and_the_second_carries_on() {
    let mut lyssna = Lyssna::start(&["--empty"]).await;
    let first = lyssna.said("stdout");
    assert!(first.contains("for the first time"), "{first}");
    for shown in ["Public complaint form", "utredare-1", "gruppchef-norrglimt", "beslutsfattare"] {
        assert!(first.contains(shown), "it does not tell {shown}");
    }
    let public = lyssna.anybody(At::Public);
    let sent = public.post("/api/v1/complaints", &json!({ "text": "Dörren var låst." })).await.expect(201);
    assert!(lyssna.stop().await.success(), "Ctrl-C ends it cleanly");

    lyssna.start_again(&[]).await;
    assert!(!lyssna.said("stdout").contains("for the first time"));
    let receipt = json!({ "receipt": sent.json["receipt"] });
    let _ = lyssna.anybody(At::Public).post("/api/v1/dialogue", &receipt).await.expect(200);
    assert!(lyssna.stop().await.success());
}

#[tokio::test]
async fn fictional_cases_are_there_unless_one_wants_none() {
    let with = Lyssna::start(&[]).await;
    let manager = with.program(At::Staff, "gruppchef-norrglimt").await;
    let listed = manager.get("/api/v1/complaints").await.expect(200).json;
    assert!(listed.to_string().contains("case_number"), "{listed}");
}

#[tokio::test]
async fn a_first_start_that_was_cut_short_is_taken_up_where_it_was() {
    let mut lyssna = Lyssna::not_started();
    let unfinished = lyssna.data().join("unfinished");
    lyssna.start_cut_short("stdout", "the database of complaints").await;
    assert!(unfinished.exists());
    for _ in 0..10 {
        lyssna.start_cut_short("stderr", "a complaint came in").await;
        if unfinished.exists() {
            break;
        }
        fs::remove_dir_all(lyssna.data()).unwrap(); // everything was done already
    }
    assert!(unfinished.exists(), "some cases are there, and not all");

    lyssna.start_again(&[]).await;
    assert!(!unfinished.exists());
    let whole = Lyssna::start(&[]).await;
    assert_eq!(waiting(&lyssna).await, waiting(&whole).await, "every case is there, and once");
}

/// How many complaints and reports there are for those who read them first.
async fn waiting(lyssna: &Lyssna) -> (usize, usize) {
    let manager = lyssna.program(At::Staff, "gruppchef-norrglimt").await;
    let complaints = manager.get("/api/v1/complaints?limit=100").await.expect(200).json;
    let investigator = lyssna.program(At::LexSarah, "utredare-1").await;
    let reports = investigator.get("/api/v1/cases?limit=100").await.expect(200).json;
    assert!(!items(&complaints).is_empty() && !items(&reports).is_empty());
    (items(&complaints).len(), items(&reports).len())
}

#[test]
fn help_tells_the_options() {
    let output = Lyssna::not_started().command(&["--help"]).stdout(Stdio::piped()).output().unwrap();
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    for option in ["--data", "--empty", "--port-base", "--collector", "--log"] {
        assert!(told.contains(option), "{option} is missing: {told}");
    }
}

/// How a start fails: its exit code and what it says.
fn fails(lyssna: &Lyssna, options: &[&str]) -> String {
    let output = lyssna.command(options).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.trim().lines().count(), 1, "one clear line, not {said}");
    said
}

#[tokio::test]
async fn a_port_in_use_is_named_and_nothing_is_made() {
    let mut lyssna = Lyssna::start(&["--empty"]).await;
    lyssna.stop().await;
    fs::remove_dir_all(lyssna.data()).unwrap();
    let _taken = TcpListener::bind(("127.0.0.1", lyssna.base + 2)).unwrap();
    let said = fails(&lyssna, &[]);
    assert!(said.contains(&(lyssna.base + 2).to_string()) && said.contains("--port-base"), "{said}");
    assert!(!lyssna.data().exists(), "nothing was made");
}

#[tokio::test]
async fn a_damaged_or_foreign_folder_is_refused_and_left_as_it_is() {
    let mut lyssna = Lyssna::start(&["--empty"]).await;
    lyssna.stop().await;
    let key = lyssna.data().join("keys/lex-sarah/opening.key");
    let kept = fs::read(&key).unwrap();

    fs::write(&key, "not a key").unwrap();
    assert!(fails(&lyssna, &[]).contains("damaged"));
    fs::write(&key, &kept).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(fails(&lyssna, &[]).contains("chmod 600"), "a key that others can read is not used");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    fs::rename(&key, lyssna.data().join("elsewhere")).unwrap();
    assert!(fails(&lyssna, &[]).contains("opening.key"), "says what is missing");
    fs::rename(lyssna.data().join("elsewhere"), &key).unwrap();

    let database = lyssna.data().join("complaints.db");
    fs::write(&database, vec![7_u8; 8192]).unwrap();
    let said = fails(&lyssna, &[]);
    assert!(said.contains("damaged") && said.contains("backup"), "{said}");
    assert_eq!(fs::read(&database).unwrap(), vec![7_u8; 8192], "nothing was overwritten");

    fs::remove_dir_all(lyssna.data()).unwrap();
    fs::create_dir(lyssna.data()).unwrap();
    fs::write(lyssna.data().join("holiday.txt"), "not ours").unwrap();
    assert!(fails(&lyssna, &[]).contains("--data"));
    assert_eq!(fs::read_dir(lyssna.data()).unwrap().count(), 1, "nothing was added");
}

#[tokio::test]
async fn a_second_lyssna_on_the_same_folder_says_that_it_is_in_use() {
    let first = Lyssna::start(&["--empty"]).await;
    let second = Lyssna::not_started();
    symlink(first.data(), second.data()).unwrap();
    let said = fails(&second, &[]);
    assert!(said.contains("in use by another lyssna") && said.contains("--data"), "{said}");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused_and_left_as_it_is() {
    let lyssna = Lyssna::not_started();
    fs::write(lyssna.data(), "not a folder").unwrap();
    let said = fails(&lyssna, &[]);
    assert!(said.contains("cannot be used") && said.contains("choose another with --data"), "{said}");
    assert_eq!(fs::read(lyssna.data()).unwrap(), b"not a folder");
}

#[tokio::test]
async fn a_collector_that_is_away_or_never_answers_holds_nothing_up() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let never_answers = format!("http://{}", silent.local_addr().unwrap());
    for collector in ["http://127.0.0.1:9", never_answers.as_str()] {
        let mut lyssna = Lyssna::start(&["--empty", "--log", "info", "--collector", collector]).await;
        let complaint = json!({ "text": "Dörren var låst." });
        let _ = lyssna.anybody(At::Public).post("/api/v1/complaints", &complaint).await.expect(201);
        assert!(lyssna.stop().await.success(), "{collector}");
    }
    silent.set_nonblocking(true).unwrap();
    assert!(silent.accept().is_ok(), "it was asked");
}

#[tokio::test]
async fn every_service_tells_any_program_what_it_is_and_gives_the_document_that_is_kept() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    for (place, service, document) in [
        (At::Public, "complaints", "complaints-public"),
        (At::Staff, "complaints", "complaints-staff"),
        (At::LexSarah, "lex-sarah", "lex-sarah"),
        (At::Notifications, "notifications", "notifications"),
        (At::Quality, "quality", "quality"),
    ] {
        let program = lyssna.anybody(place);
        let told = program.get("/api/v1/api-info").await.expect(200).json;
        assert_eq!(told["apiName"], service);
        for word in ["apiVersion", "apiReleased", "apiStatus"] {
            assert!(told[word].is_string(), "{document} lacks {word}: {told}");
        }
        let given = program.get(told["apiDocumentation"].as_str().unwrap()).await.expect(200).json;
        let kept = format!("{}/../proto/openapi/{document}.json", env!("CARGO_MANIFEST_DIR"));
        let kept: Value = serde_json::from_slice(&fs::read(kept).unwrap()).unwrap();
        assert!(given == kept, "{document} is not what proto/openapi holds");
    }
}
