//! Files on a report and in the inquiry: who adds them, who opens them, and what is not taken.

use chrono::TimeDelta;
use lex_sarah::PART;
use serde_json::json;
use testkit::{Browser, PICTURE, everything_stored};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER};

/// The one thing that the tests' clamd knows (tests/parts/clamav.sh).
const BAD: &[u8] = b"LYSSNA-TEST-SIGNATURE och sedan mer";
const FILES: &str = "/rapportera/filer";

impl Office {
    /// The page of files, come to from a report that is begun.
    async fn adds_files(&self) -> Browser {
        let mut browser = self.browser(REPORTER).await;
        browser.get("/rapportera").await;
        let page = browser.submit("", &[("text", "Se bilden."), ("pressed", "files")]).await;
        assert_eq!(page.path, FILES);
        browser
    }

    /// A report with one file, sent by the form; the id of its case.
    pub async fn reported_with(&self, name: &str, content: &[u8]) -> String {
        let mut browser = self.adds_files().await;
        browser.upload(FILES, "file", name, content).await;
        browser.get("/rapportera").await;
        let page = browser.submit("", &[]).await;
        assert_eq!(page.text("h1"), "Rapporten är mottagen");
        page.path.rsplit('/').next().unwrap().to_owned()
    }

    /// Where the first file of a case is, as somebody's page links to it.
    async fn link(&self, login: &str, case: &str) -> Option<String> {
        let mut browser = self.browser(login).await;
        browser.get(&format!("/arenden/{case}")).await.attribute("a[href*='/bilagor/']", "href")
    }

    async fn fetched(&self, login: &str, path: &str) -> (u16, Vec<u8>) {
        let mut browser = self.browser(login).await;
        let page = browser.open(path).await;
        (page.status.as_u16(), page.bytes.clone())
    }

    async fn count(&self, column: &str) -> usize {
        let stored = everything_stored(&self.service.ground.database).await;
        stored.iter().filter(|(name, _)| name == column).count()
    }
}

/// Where nobody answers.
async fn nowhere() -> String {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    free.local_addr().unwrap().to_string()
}

#[tokio::test]
async fn what_is_written_is_kept_while_files_are_added_and_all_of_it_is_sent() {
    let office = Office::open().await;
    let mut browser = office.adds_files().await;
    let page = browser.upload(FILES, "file", "grinden.png", PICTURE).await;
    assert_eq!(page.text("[role=status]"), "Filen är tillagd.");
    let page = browser.get("/rapportera").await;
    assert_eq!(page.exact_text("textarea#text").trim_start(), "Se bilden.");
    assert!(page.text("#form").contains("grinden.png"));
    let page = browser.submit("", &[]).await;
    assert_eq!(page.text("h1"), "Rapporten är mottagen");
    let case = page.path.rsplit('/').next().unwrap().to_owned();
    assert!(page.text("main").contains("grinden.png"), "its writer sees what went along");
    let own = page.attribute("a[href*='/bilagor/']", "href").unwrap();
    assert_eq!(office.fetched(REPORTER, &own).await, (200, PICTURE.to_vec()));
    let link = office.link(MANAGER, &case).await.unwrap();
    assert_eq!(office.fetched(MANAGER, &link).await, (200, PICTURE.to_vec()));
    let api = format!("/api/v1/cases/{case}/attachments/{}", link.rsplit('/').next().unwrap());
    assert_eq!(office.program(MANAGER).get(&api).await.expect(200).bytes, PICTURE);
    let reads = office.traces(&case).await.into_iter().filter(|action| action == "read_attachment").count();
    assert_eq!(reads, 3, "each look leaves its trace");
    assert!(office.traces(&case).await.contains(&"add_attachment".to_owned()));
    assert!(!browser.get("/rapportera").await.html().contains("grinden.png"), "the next one begins empty");
}

#[tokio::test]
async fn pictures_are_shown_without_what_the_camera_wrote() {
    let office = Office::open().await;
    let case = office.reported_with("grinden.png", PICTURE).await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert_eq!(page.attribute("img.shown", "alt").unwrap(), "Bilden grinden.png");
    let shown = page.attribute("img.shown", "src").unwrap();
    let picture = browser.get(&shown).await;
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    assert!(picture.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    let camera = b"-kanariebild-";
    assert!(!picture.bytes.windows(camera.len()).any(|part| part == camera));
}

#[tokio::test]
async fn whoever_does_not_read_the_report_does_not_find_its_files() {
    let office = Office::open().await;
    let case = office.reported_with("grinden.png", PICTURE).await;
    let link = office.link(MANAGER, &case).await.unwrap();
    let others = [INVESTIGATOR, "utredare-2", DECIDER, "gruppchef-nattugglan", "rektor-stjarnvret"];
    for login in others {
        for way in ["", "/bild"] {
            assert_eq!(office.fetched(login, &format!("{link}{way}")).await.0, 404, "{login}{way}");
        }
    }
    office.taken(&case).await;
    assert_eq!(office.fetched(INVESTIGATOR, &link).await.0, 200, "now it is theirs");
    let manager = testkit::organisation::person(MANAGER).as_uuid();
    let _ = office.does(INVESTIGATOR, &case, "implicate", &json!({ "person_id": manager })).await.expect(200);
    assert_eq!(office.fetched(MANAGER, &link).await.0, 404, "the one it is about loses it at once");
    let other = office.reported("En annan.").await;
    let elsewhere = link.replace(&case, &other);
    assert_eq!(office.fetched(REPORTER, &elsewhere).await.0, 404, "a file is there in its own case only");
}

#[tokio::test]
async fn each_file_that_is_not_taken_has_its_own_sentence_and_nothing_of_it_is_kept() {
    let office = Office::with(json!({ "largest_file": 2 * 1024 * 1024 })).await;
    let large = vec![b'a'; 2 * 1024 * 1024 + 1];
    let refused: [(&str, &[u8], &str); 9] = [
        ("tom.txt", b"", "Filen är tom."),
        ("stor.txt", &large, "Filen är större än 2 MB."),
        ("bild.xyz", b"a", "Vi kan inte ta emot den sortens fil."),
        ("bild.png", b"Hej", "Filens namn säger en sak"),
        ("bild.svg", b"<svg>", "webbsidor och ritningar"),
        ("allt.zip", b"PK\x03\x04", "packad mapp"),
        ("brev.docm", b"PK\x03\x04", "makron"),
        ("prov.exe", b"MZ", "Filen är ett program."),
        ("", b"", "Välj en fil först."),
    ];
    let mut browser = office.adds_files().await;
    let mut sentences = Vec::new();
    for (name, content, sentence) in refused {
        let page = browser.upload(FILES, "file", name, content).await;
        assert_eq!(page.status, 422, "{name}");
        let said = page.text("#file-error");
        assert!(said.contains(sentence), "{name}: {said}");
        assert!(page.text("title").starts_with("Fel:") && page.has(".error-summary a[href='#file']"));
        sentences.push(said);
    }
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), refused.len());
    assert_eq!(office.count("attachment.id").await + office.count("attachment_chunk.sealed").await, 0);
    let english = browser.get("/rapportera/filer?language=en").await.status;
    assert_eq!(english, 200);
}

#[tokio::test]
async fn no_more_files_are_taken_than_the_policy_says_and_one_can_be_taken_back() {
    let office = Office::with(json!({ "most_files": 2 })).await;
    let mut browser = office.adds_files().await;
    for name in ["ett.txt", "tva.txt"] {
        assert_eq!(browser.upload(FILES, "file", name, b"Hej").await.status, 200);
    }
    let page = browser.upload(FILES, "file", "tre.txt", b"Hej").await;
    assert_eq!(page.status, 422);
    assert!(page.text("#file-error").contains("Du har redan lagt till 2 filer."));
    let first = page.attribute("button[name=remove]", "value").unwrap();

    let mut other = office.browser("fritidsledare-stjarnvret").await;
    other.get("/rapportera").await;
    other.submit("", &[("text", "Annat."), ("pressed", "files")]).await;
    other.upload(FILES, "file", "min.txt", b"Hej").await;
    other.submit("/rapportera/filer/ta-bort", &[("remove", &first)]).await;
    assert!(browser.get(FILES).await.html().contains("ett.txt"), "nobody takes back another's");

    let page = browser.submit("/rapportera/filer/ta-bort", &[("remove", &first)]).await;
    assert_eq!(page.text("[role=status]"), "Filen är borttagen.");
    assert!(!page.html().contains("ett.txt") && page.html().contains("tva.txt"));
    assert_eq!(browser.upload(FILES, "file", "tre.txt", b"Hej").await.status, 200);
}

#[tokio::test]
async fn a_page_of_files_that_was_left_is_locked_with_the_report() {
    let office = Office::open().await;
    let mut browser = office.adds_files().await;
    browser.upload(FILES, "file", "grinden.png", PICTURE).await;
    let mut form = browser.clone();
    office.world.clock.advance(TimeDelta::seconds(121));
    let page = browser.get(FILES).await;
    assert_eq!(page.text("h1"), "Sidan är låst");
    assert!(!page.html().contains("grinden"), "no name is shown");
    let page = form.upload(FILES, "file", "sen.png", PICTURE).await;
    assert_eq!(page.text("h1"), "Sidan är låst", "what comes late is taken and not shown");
    office.world.clock.advance(TimeDelta::seconds(1));
    let page = browser.log_in_to(&office.world.issuer, REPORTER, FILES).await;
    assert!(page.html().contains("grinden.png") && page.html().contains("sen.png"));
}

#[tokio::test]
async fn the_script_locks_at_once_and_there_are_no_files_without_a_report() {
    let office = Office::open().await;
    let mut browser = office.browser(REPORTER).await;
    assert_eq!(browser.get(FILES).await.path, "/rapportera");
    let mut browser = office.adds_files().await;
    let token = browser.page.attribute("#form input[name=csrf]", "value").unwrap();
    let form = "application/x-www-form-urlencoded";
    let body = format!("csrf={token}");
    assert_eq!(browser.post("/rapportera/las", form, body).await.status, 204);
    assert_eq!(browser.get(FILES).await.text("h1"), "Sidan är låst");
}

#[tokio::test]
async fn files_that_no_report_takes_along_are_removed_with_the_draft() {
    let office = Office::open().await;
    let mut browser = office.adds_files().await;
    browser.upload(FILES, "file", "grinden.png", PICTURE).await;
    assert_eq!(office.count("attachment.id").await, 1);
    office.world.clock.advance(TimeDelta::days(7) + TimeDelta::seconds(1));
    office.works_once().await;
    assert_eq!(office.count("attachment.id").await + office.count("attachment_chunk.sealed").await, 0);
}

#[tokio::test]
async fn a_report_is_taken_with_its_file_while_the_scanner_is_away_and_nobody_opens_it() {
    let office = Office::with(json!({ "scanner": nowhere().await })).await;
    let case = office.reported_with("grinden.png", PICTURE).await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(page.text("main").contains("Vi har inte sökt efter virus i filen än."));
    assert!(!page.has("a[href*='/bilagor/']") && !page.has("img.shown"));
    let read = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let file = &read["attachments"][0];
    assert_eq!((&file["name"], &file["can_be_opened"]), (&json!("grinden.png"), &json!(false)));
    let id = file["id"].as_str().unwrap();
    for way in ["", "/bild"] {
        let path = format!("/arenden/{case}/bilagor/{id}{way}");
        assert_eq!(office.fetched(MANAGER, &path).await.0, 409, "{path}");
    }
    let api = format!("/api/v1/cases/{case}/attachments/{id}");
    let _ = office.program(MANAGER).get(&api).await.expect(409);
    assert!(!office.traces(&case).await.contains(&"read_attachment".to_owned()), "nothing was opened");
}

#[tokio::test]
async fn clamd_keeps_what_is_bad_out_and_sees_later_what_came_while_it_was_away() {
    let test = "clamd_keeps_what_is_bad_out_and_sees_later_what_came_while_it_was_away";
    let Some(clamd) = testkit::part("TEST_CLAMD", test) else { return };
    let office = Office::with(json!({ "scanner": &clamd })).await;
    let mut browser = office.adds_files().await;
    let page = browser.upload(FILES, "file", "brev.txt", BAD).await;
    assert!(page.text("#file-error").contains("Filen kan innehålla virus. Vi har inte sparat den."));
    assert_eq!(office.count("attachment.id").await + office.count("attachment_chunk.sealed").await, 0);

    let mut office = Office::with(json!({ "scanner": nowhere().await })).await;
    let (good, bad) =
        (office.reported_with("bild.png", PICTURE).await, office.reported_with("brev.txt", BAD).await);
    office.world.clock.advance(TimeDelta::minutes(5));
    office.world.own = serde_json::from_value(json!({ "scanner": clamd })).unwrap();
    office.service = office.world.open(PART).await;
    office.works_once().await;
    let link = office.link(MANAGER, &good).await.unwrap();
    assert_eq!(office.fetched(MANAGER, &link).await, (200, PICTURE.to_vec()));
    assert_eq!(office.link(MANAGER, &bad).await, None);
    assert!(office.traces(&bad).await.contains(&"scan_attachment".to_owned()));
}

#[tokio::test]
async fn a_file_whose_key_was_moved_to_another_case_opens_for_nobody() {
    let office = Office::open().await;
    let case = office.reported_with("grinden.png", PICTURE).await;
    let link = office.link(MANAGER, &case).await.unwrap();
    let other = office.reported("En annan.").await;
    let another = "SELECT id FROM lex_sarah_case WHERE id <> attachment.case_id";
    office.changes(&format!("UPDATE attachment SET case_id = ({another})")).await;
    let moved = link.replace(&case, &other);
    assert_eq!(office.fetched(MANAGER, &moved).await.0, 500);
}

#[tokio::test]
async fn the_inquiry_rests_on_documents_that_only_those_who_see_the_whole_case_find() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    let add = page.attribute("a[href*='/bilaga/']", "href").unwrap();
    assert!(browser.get(&add).await.text("main").contains("måste"), "the inquiry has to be completed again");
    assert!(
        browser
            .page
            .text("main")
            .contains("IVO:s e-tjänst tar emot bilagor som är pdf, xlsx, png, jpeg eller gif")
    );
    let page = browser.upload(&add, "file", "tom.txt", b"").await;
    assert_eq!(page.status, 422);
    let page = browser.upload(&add, "file", "rutin.txt", b"Rutin").await;
    assert!(page.text(".sheet.entry").contains("rutin.txt"), "beside the piece that rests on it");
    let link = page.attribute("a[href*='/bilagor/']", "href").unwrap();
    assert_eq!(office.fetched(INVESTIGATOR, &link).await, (200, b"Rutin".to_vec()));
    let read = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert!(read["inquiry_completed_at"].is_null());
    for login in [MANAGER, REPORTER, "utredare-2"] {
        assert_eq!(office.fetched(login, &link).await.0, 404, "{login}");
        assert_eq!(office.fetched(login, &add).await.0, 404, "{login}");
    }
    let _ =
        office.does(INVESTIGATOR, &case, "complete-inquiry", &crate::office::completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &crate::office::decision()).await.expect(200);
    assert_eq!(browser.get(&add).await.path, format!("/arenden/{case}"), "decided: nothing is added");
    assert_eq!(office.fetched(DECIDER, &link).await.0, 200);
}
