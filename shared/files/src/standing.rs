//! Whether a file may be handed out.

use std::{fmt, str::FromStr};

use crate::UnknownWord;

/// What the scanner has said of a file, or that it has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// None is configured: whoever runs the service has chosen to do without.
    NoScanner,
    /// One is configured and has not looked: it waits.
    Quarantined,
    Clean,
    Infected,
}

impl Standing {
    pub const ALL: [Self; 4] = [Self::NoScanner, Self::Quarantined, Self::Clean, Self::Infected];

    /// Whether anybody may open it.
    pub const fn may_leave(self) -> bool {
        match self {
            Self::NoScanner | Self::Clean => true,
            Self::Quarantined | Self::Infected => false,
        }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::NoScanner => "no_scanner",
            Self::Quarantined => "quarantined",
            Self::Clean => "clean",
            Self::Infected => "infected",
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Standing {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|standing| standing.word() == word).ok_or(UnknownWord)
    }
}
