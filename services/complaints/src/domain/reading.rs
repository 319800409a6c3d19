//! A matter that its sender has open.

use std::fmt;

/// Opened with a receipt, for as long as something happens.
#[derive(Clone, PartialEq, Eq)]
pub struct Reading {
    pub receipt: String,
    /// What was written and not sent: when the time was out, or the language was changed.
    pub words: String,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading(…)")
    }
}
