//! veraPDF, which nobody here wrote, says whether each document is what it claims: PDF/A-2a to be kept, PDF/UA-1 to be read by
//! everybody.

use std::{fs, process::Command};

use documents::make;
use kernel::CaseNumber;

use crate::sample::{account, answer, head, notification, protocol, receipt, record};

#[tokio::test]
async fn every_document_is_what_it_claims() {
    let Some(verapdf) = testkit::part("TEST_VERAPDF", "every_document_is_what_it_claims") else { return };
    let folder = tempfile::tempdir().unwrap();
    let arabic = documents::Answer {
        head: head("ar"),
        text: "مرحبا\n\nشكرا لأنك كتبت إلينا. Lyssna 14:05.".into(),
        number: CaseNumber::random(),
        ..answer()
    };
    let strange = documents::Answer { text: crate::hostile::STRANGE.join("\n\n"), ..answer() };
    for (name, made) in [
        ("receipt", make(receipt()).await),
        ("answer", make(answer()).await),
        ("notification", make(notification()).await),
        ("account", make(account()).await),
        ("protocol", make(protocol()).await),
        ("record", make(record()).await),
        ("arabic", make(arabic).await),
        ("strange", make(strange).await),
    ] {
        fs::write(folder.path().join(format!("{name}.pdf")), made.unwrap().as_bytes()).unwrap();
    }
    for standard in ["2a", "ua1"] {
        let judged = Command::new("java")
            .args(["-jar", &verapdf, "--flavour", standard, "--format", "text", "--verbose"])
            .arg(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&judged.stdout).into_owned();
        assert_eq!(said.matches("PASS ").count(), 8, "{standard}:\n{said}");
        assert!(!said.contains("FAIL "), "{standard}:\n{said}");
    }
}
