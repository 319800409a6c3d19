//! A file that is there and that nobody may open.

use crate::Standing;

/// For what the scanner has said of it, or has not.
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

    /// The key of the sentence that tells it, in the texts that all services share.
    pub const fn text(self) -> &'static str {
        match self {
            Self::NotScanned => "files-held",
            Self::Infected => "files-infected",
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
