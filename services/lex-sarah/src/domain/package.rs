//! What a person files with IVO: the form with the inquiry and the decision as they stood, on paper that does not change, and the
//! files that go along, each under its fingerprint.

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use kernel::{Timestamp, calendar::swedish_day};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Attachment, AttachmentId, Case, State};

/// The same bytes each time it is fetched.
#[derive(Clone)]
pub struct Package {
    pub made_at: Timestamp,
    /// In hexadecimal, over the paper.
    pub sha256: String,
    /// A PDF.
    pub paper: Vec<u8>,
    pub enclosed: Vec<Enclosed>,
    /// What is in it, file by file with its fingerprint, for people and for `sha256sum --check`.
    pub manifest: String,
    /// In hexadecimal, over the manifest: whatever is changed of the package later, this tells.
    pub manifest_sha256: String,
}

/// A file that goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    pub id: AttachmentId,
    /// Where it stands in the package.
    pub path: String,
    /// In bytes.
    pub size: i64,
    /// In hexadecimal.
    pub sha256: String,
}

impl Package {
    /// Whether what was sent on that day held the inquiry of the case and what was decided on it. What is opened again is inquired into and
    /// decided anew.
    pub fn holds_inquiry(&self, case: &Case, sent_on: NaiveDate) -> bool {
        let is_in_it = case.outcome.is_some_and(|outcome| outcome.decided_at <= self.made_at);
        is_in_it && case.state != State::Inquiry && sent_on >= swedish_day(self.made_at)
    }

    /// What the files in it are called.
    pub const PAPER: &'static str = "anmalan-ivo.pdf";
    pub const MANIFEST: &'static str = "innehall.txt";

    pub fn sha256(bytes: &[u8]) -> String {
        HEXLOWER.encode(&Sha256::digest(bytes))
    }
}

impl Enclosed {
    /// Those that may leave, numbered in their order: two may have the same name.
    pub fn of(attachments: &[Attachment]) -> Vec<Self> {
        let leaving = attachments.iter().filter(|file| file.held.is_none());
        let one = |(number, file): (usize, &Attachment)| Self {
            id: file.id,
            path: format!("bilagor/{number:02}-{}", plain(&file.name)),
            size: file.size,
            sha256: file.sha256.clone(),
        };
        (1..).zip(leaving).map(one).collect()
    }
}

/// A name that is safe as the name of a file on every computer.
fn plain(name: &str) -> String {
    const LONGEST: usize = 60;
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let length = plain.chars().count();
    // Its end says what kind it is.
    plain.chars().skip(length.saturating_sub(LONGEST)).collect()
}

impl std::fmt::Debug for Package {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Package({} bytes, {} files)", self.paper.len(), self.enclosed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_keeps_its_ending() {
        assert_eq!(plain("../../etc/passwd"), ".._.._etc_passwd");
        assert_eq!(plain("Åsas bild (1).jpg"), "Åsas_bild__1_.jpg");
        assert!(plain(&format!("{}.jpg", "a".repeat(300))).ends_with("a.jpg"));
        assert_eq!(plain(&"å".repeat(300)).chars().count(), 60);
    }
}
