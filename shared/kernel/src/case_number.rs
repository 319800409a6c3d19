//! The number people use for a matter.

use std::{fmt, str::FromStr};

use crate::crockford;

/// A neutral number such as `7KM4-Q2XP`: random, so it reveals neither volume nor kind; its last symbol is a check
/// digit. Complaints and lex Sarah cases look the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CaseNumber(String);

/// It is not a case number: a symbol is wrong, missing or swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a case number")]
pub struct NotACaseNumber;

impl CaseNumber {
    const SYMBOLS: usize = 8;

    /// A new number. Whoever stores it finds out whether it is taken (once in some 34 thousand million).
    pub fn random() -> Self {
        Self(crockford::write(&crockford::random(Self::SYMBOLS - 1), 4))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CaseNumber {
    type Err = NotACaseNumber;

    fn from_str(typed: &str) -> Result<Self, NotACaseNumber> {
        crockford::read(typed, Self::SYMBOLS).map(|s| Self(crockford::write(&s, 4))).ok_or(NotACaseNumber)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
