//! What is frozen stays as it was: the decision, and the paper that is filed with IVO.

use std::process::Command;

use serde_json::{Value, json};

use crate::{
    ivo::{filed, form},
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER},
};

impl Office {
    /// Changes a table as whoever owns the database can.
    pub async fn tampers(&self, table: &str, change: &str) {
        self.opens_to_changes(table).await;
        self.changes(&format!("UPDATE {table} SET {change}")).await;
    }

    /// A case whose form to IVO is filled in.
    async fn prepared(&self) -> String {
        let case = self.reported("a").await;
        self.inquired(&case).await;
        let why = json!({ "reasons": "Tjugo minuter vid vägen." });
        let _ = self.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
        let _ = self.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
        let _ = self.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
        case
    }

    async fn fetches(&self, login: &str, case: &str) -> (u16, Vec<u8>) {
        let mut browser = self.browser(login).await;
        let page = browser.open(&format!("/arenden/{case}/anmalan-ivo.pdf")).await;
        (page.status.as_u16(), page.bytes.clone())
    }

    async fn case(&self, case: &str, status: u16) -> Value {
        self.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(status).json
    }
}

#[tokio::test]
async fn a_decision_that_was_changed_in_the_database_is_not_shown() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let decision = json!({ "grade": "misconduct", "reasons": "Skäl.", "ivo_required": false, "delegation": "7.4",
        "measures": "Rutinen skrivs om." });
    let _ = office.does(DECIDER, &case, "decide", &decision).await.expect(200);
    let frozen = office.case(&case, 200).await["decision"].clone();
    assert_eq!(frozen["measures"], "Rutinen skrivs om.");
    let other = "0".repeat(64);
    assert_ne!(frozen["sha256"], other.as_str());
    office.tampers("decision", &format!("sha256 = '{other}'")).await;
    office.case(&case, 500).await;
}

#[tokio::test]
async fn what_is_filed_with_ivo_is_the_same_bytes_each_time_and_its_hash_stands_in_the_filing() {
    let office = Office::open().await;
    let case = office.prepared().await;
    let (status, paper) = office.fetches(INVESTIGATOR, &case).await;
    assert_eq!(status, 200);
    office.world.clock.advance(chrono::TimeDelta::days(2));
    assert!(office.fetches(DECIDER, &case).await.1 == paper, "whoever fetches it, and whenever");
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(page.has("a[href$='/anmalan-ivo.pdf']"));
    let hash = page.text("code.hash");
    let _ = office.does(DECIDER, &case, "notify-ivo", &filed("2026-11-23")).await.expect(200);
    let records = office.case(&case, 200).await["records"].clone();
    assert_eq!(records.as_array().unwrap().last().unwrap()["content"]["sha256"], hash.as_str());
    assert!(office.traces(&case).await.contains(&"fetch_ivo_package".to_owned()));
}

#[tokio::test]
async fn the_paper_says_what_the_form_says_in_the_words_of_ivos_form() {
    let office = Office::open().await;
    let case = office.prepared().await;
    let paper = office.fetches(INVESTIGATOR, &case).await.1;
    let this = "the_paper_says_what_the_form_says_in_the_words_of_ivos_form";
    let Some(said) = testkit::pdf_text(this, &paper) else { return };
    for words in [
        "Ulf Provsson",
        "Norrglimtskolans KTT",
        "2026-11-20",
        "Ungdom A var ensam",
        "Brister i tillsyn",
        "Rutinen följdes inte.",
        "Utredningen är inte klar",
        "Utbildningsnämnden",
        "24 f §",
    ] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
}

#[tokio::test]
async fn the_paper_can_be_kept_and_be_read_by_everybody() {
    let office = Office::open().await;
    let case = office.prepared().await;
    let paper = office.fetches(INVESTIGATOR, &case).await.1;
    is_kept_and_read("the_paper_can_be_kept_and_be_read_by_everybody", &paper);
}

/// PDF/A-2a and PDF/UA-1, as veraPDF has it.
pub fn is_kept_and_read(test: &str, paper: &[u8]) {
    let Some(verapdf) = testkit::part("TEST_VERAPDF", test) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, paper).unwrap();
    for standard in ["2a", "ua1"] {
        let arguments = ["-jar", &verapdf, "--flavour", standard, "--format", "text"];
        let judged = Command::new("java").args(arguments).arg(&file).output().unwrap();
        let said = String::from_utf8_lossy(&judged.stdout).into_owned();
        assert!(said.contains("PASS ") && !said.contains("FAIL "), "{standard}:\n{said}");
    }
}

#[tokio::test]
async fn only_who_sees_the_whole_case_fetches_the_paper_and_nobody_one_that_was_changed() {
    let office = Office::open().await;
    let case = office.prepared().await;
    for login in [REPORTER, MANAGER, "rektor-stjarnvret"] {
        assert_eq!(office.fetches(login, &case).await.0, 404, "{login}");
    }
    let other = "0".repeat(64);
    office.tampers("ivo_package", &format!("sha256 = '{other}'")).await;
    assert_eq!(office.fetches(INVESTIGATOR, &case).await.0, 500);
}

#[tokio::test]
async fn there_is_no_paper_before_the_form_is_filled_in() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    assert_eq!(office.fetches(INVESTIGATOR, &case).await.0, 404);
}
