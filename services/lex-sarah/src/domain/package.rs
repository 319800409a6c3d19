//! What a person files with IVO: the form with the inquiry and the decision as they stood, on paper that does not change.

use data_encoding::HEXLOWER;
use kernel::Timestamp;
use sha2::{Digest, Sha256};

/// The same bytes each time it is fetched.
#[derive(Clone)]
pub struct Package {
    pub made_at: Timestamp,
    /// In hexadecimal, over the paper.
    pub sha256: String,
    /// A PDF.
    pub paper: Vec<u8>,
}

impl Package {
    pub fn sha256(paper: &[u8]) -> String {
        HEXLOWER.encode(&Sha256::digest(paper))
    }
}

impl std::fmt::Debug for Package {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Package({} bytes)", self.paper.len())
    }
}
