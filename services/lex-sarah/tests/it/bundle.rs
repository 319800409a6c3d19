//! Everything that is filed with IVO in one file: as it was frozen, or not at all.

use async_zip::base::read1::{ZipOptions, seek::ZipArchiveReader};
use data_encoding::HEXLOWER;
use futures_util::{AsyncReadExt, io::Cursor};
use serde_json::json;
use sha2::{Digest, Sha256};
use testkit::PICTURE;

use crate::{
    ivo::form,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER},
};

impl Office {
    /// A case with a picture on its report, and its form to IVO filled in.
    async fn bundled(&self) -> String {
        let case = self.reported_with("../grinden åt.png", PICTURE).await;
        self.inquired(&case).await;
        let why = json!({ "reasons": "Tjugo minuter vid vägen." });
        let _ = self.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
        let _ = self.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
        let _ = self.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
        case
    }

    async fn bundle(&self, login: &str, case: &str) -> (u16, Vec<u8>) {
        let mut browser = self.browser(login).await;
        let page = browser.open(&format!("/arenden/{case}/anmalan-ivo.zip")).await;
        if page.status == 200 {
            assert_eq!(page.headers["content-type"], "application/zip");
        }
        (page.status.as_u16(), page.bytes.clone())
    }
}

/// What is in a zip, in order: name and content. Fails where a checksum or a length is another than it says.
async fn unpacked(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let options = ZipOptions::untrusted();
    let mut zip = ZipArchiveReader::open_with_options(Cursor::new(zip), options).await.unwrap();
    let names: Vec<_> = zip.cdrs().iter().map(|file| file.insecure_file_name.clone()).collect();
    let mut files = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        let mut content = Vec::new();
        zip.file(at).await.unwrap().read_to_end(&mut content).await.unwrap();
        files.push((name.as_str().unwrap().to_owned(), content));
    }
    files
}

#[tokio::test]
async fn the_package_holds_paper_files_and_a_manifest_that_names_each_by_its_hash() {
    let office = Office::open().await;
    let case = office.bundled().await;
    let (status, zip) = office.bundle(INVESTIGATOR, &case).await;
    assert_eq!(status, 200);
    let files = unpacked(&zip).await;
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["anmalan-ivo.pdf", "innehall.txt", "bilagor/01-.._grinden_åt.png"]);
    assert!(files[2].1 == PICTURE);
    let manifest = String::from_utf8(files[1].1.clone()).unwrap();
    for (name, content) in [&files[0], &files[2]] {
        let line = format!("{}  {name}", HEXLOWER.encode(&Sha256::digest(content)));
        assert!(manifest.lines().any(|each| each == line), "{line} in:\n{manifest}");
    }
    assert!(manifest.lines().all(|line| line.starts_with("# ") || line.get(64..66) == Some("  ")));

    let mut browser = office.browser(DECIDER).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(page.has("a[href$='/anmalan-ivo.zip']"));
    let hashes = page.texts("code.hash");
    assert!(hashes.contains(&HEXLOWER.encode(&Sha256::digest(manifest))), "the manifest's own: {hashes:?}");
    assert!(office.bundle(DECIDER, &case).await.1 == zip, "the same bytes, whoever fetches it");
    let fetched = office.traces(&case).await.into_iter().filter(|action| action == "fetch_ivo_package");
    assert_eq!(fetched.count(), 2);
}

#[tokio::test]
async fn the_paper_names_what_is_enclosed() {
    let office = Office::open().await;
    let case = office.bundled().await;
    let paper = unpacked(&office.bundle(INVESTIGATOR, &case).await.1).await.remove(0).1;
    let Some(said) = testkit::pdf_text("the_paper_names_what_is_enclosed", &paper) else { return };
    assert!(said.contains("bilagor/01-.._grinden_åt.png"), "{said}");
}

#[tokio::test]
async fn only_who_sees_the_whole_case_fetches_the_package() {
    let office = Office::open().await;
    let case = office.bundled().await;
    for login in [REPORTER, MANAGER, "utredare-2", "rektor-norrglimt"] {
        assert_eq!(office.bundle(login, &case).await.0, 404, "{login}");
    }
    let none = office.reported("a").await;
    office.inquired(&none).await;
    assert_eq!(office.bundle(INVESTIGATOR, &none).await.0, 404, "none before the form is filled in");
}

#[tokio::test]
async fn nothing_is_handed_out_of_a_package_that_is_not_as_it_was_frozen() {
    let changes = [
        ("ivo_package", "UPDATE ivo_package SET manifest_sha256 = 'abc'"),
        ("ivo_package", "UPDATE ivo_package SET manifest = paper"),
        ("ivo_package", "UPDATE ivo_package SET enclosed = manifest"),
        ("", "UPDATE attachment_chunk SET sealed = (SELECT name FROM attachment)"),
        ("", "DELETE FROM attachment_chunk"),
    ];
    for (table, change) in changes {
        let office = Office::open().await;
        let case = office.bundled().await;
        office.opens_to_changes(table).await;
        office.changes(change).await;
        assert_eq!(office.bundle(INVESTIGATOR, &case).await.0, 500, "{change}");
    }
}

#[tokio::test]
async fn a_file_that_comes_later_is_told_to_be_outside_until_the_form_is_filled_in_again() {
    let office = Office::open().await;
    let case = office.bundled().await;
    let _ = office.does(INVESTIGATOR, &case, "add-entry", &crate::office::entry(1)).await.expect(200);
    let mut browser = office.browser(INVESTIGATOR).await;
    let at = format!("/arenden/{case}");
    let add = browser.get(&at).await.attribute("a[href*='/bilaga/']", "href").unwrap();
    browser.get(&add).await;
    browser.upload(&add, "file", "rutin.txt", b"Rutin").await;
    let page = browser.get(&at).await;
    assert!(page.text("section[aria-labelledby=ivo-form] .notice").contains("rutin.txt"));
    assert_eq!(unpacked(&office.bundle(INVESTIGATOR, &case).await.1).await.len(), 3, "what is frozen stays");
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    assert_eq!(unpacked(&office.bundle(INVESTIGATOR, &case).await.1).await.len(), 4);
    assert!(!browser.get(&at).await.has("section[aria-labelledby=ivo-form] .notice"));
}
