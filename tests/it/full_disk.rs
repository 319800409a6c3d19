//! A disk that is full: said in one line at start, said to the sender while it runs, and nothing is lost.

use std::{
    env, fs,
    io::{self, Write},
    process::Stdio,
};

use serde_json::json;

use crate::lyssna::{At, Lyssna};

/// One with a disk of its own, or None, said aloud, where no disk can be made.
fn on_a_disk_of(megabytes: u32) -> Option<Lyssna> {
    let lyssna = Lyssna::on_a_disk_of(megabytes);
    if lyssna.is_none() {
        assert!(env::var("CI").as_deref() != Ok("true"), "the disk that fills needs unshare");
        // Not eprintln!, which the test runner keeps to itself when a test passes.
        let _ = writeln!(io::stderr(), "SKIPPED full_disk: needs unshare with user namespaces");
    }
    lyssna
}

#[tokio::test]
async fn a_start_on_a_full_disk_says_so_in_one_line() {
    let Some(lyssna) = on_a_disk_of(1) else { return };
    let output = lyssna.command(&["--empty"]).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.trim().lines().count(), 1, "one clear line, not {said}");
    assert!(said.contains("the disk is full") && said.contains("free some space"), "{said}");
}

#[tokio::test]
async fn what_was_taken_in_before_the_disk_filled_is_there_and_the_next_goes_in_once_there_is_room() {
    let Some(mut lyssna) = on_a_disk_of(48) else { return };
    lyssna.start_again(&["--empty"]).await;
    let public = lyssna.anybody(At::Public);
    let complaint = json!({ "text": "Dörren var låst. ".repeat(500) });
    let before = public.post("/api/v1/complaints", &complaint).await.expect(201).json;

    let filler = lyssna.seen_data().join("filler");
    let _ = fs::write(&filler, vec![0_u8; 64 << 20]).expect_err("the disk is full");
    let mut refused = public.post("/api/v1/complaints", &complaint).await;
    for _ in 0..200 {
        if refused.status.as_u16() != 201 {
            break; // what the database's log had room for is used up
        }
        refused = public.post("/api/v1/complaints", &complaint).await;
    }
    let refused = refused.expect(503).json;
    assert!(refused["title"].is_string() && !refused.to_string().contains("disk"), "{refused}");

    fs::remove_file(&filler).unwrap();
    let after = public.post("/api/v1/complaints", &complaint).await.expect(201).json;
    for sent in [before, after] {
        let receipt = json!({ "receipt": sent["receipt"] });
        let _ = public.post("/api/v1/dialogue", &receipt).await.expect(200);
    }
    assert!(lyssna.stop().await.success());
}
