//! Files that come with a complaint.

use files::{Refusal, Standing};

kernel::define_id!(
    /// A file sent in.
    AttachmentId
);

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// For what it is.
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("there are as many files as are taken")]
    TooMany,
}

/// A file that nobody may open, for what the scanner has said of it or has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Held {
    #[error("the file has not been scanned yet")]
    NotScanned,
    #[error("the file holds a virus")]
    Infected,
}

impl Held {
    /// Nothing when it may be opened.
    pub const fn of(standing: Standing) -> Option<Self> {
        match standing {
            Standing::NoScanner | Standing::Clean => None,
            Standing::Quarantined => Some(Self::NotScanned),
            Standing::Infected => Some(Self::Infected),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_leave_is_held_and_says_why() {
        for standing in Standing::ALL {
            assert_eq!(Held::of(standing).is_none(), standing.may_leave(), "{standing}");
        }
    }
}
