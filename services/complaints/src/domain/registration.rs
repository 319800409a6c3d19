//! What stands in the register (OSL 5 kap.). It can be shown to anyone, so nothing in it comes from what was written.

use chrono::Datelike;
use kernel::{Timestamp, calendar::swedish_day};

use crate::domain::{Kind, Policy};

/// An entry: date, number, a neutral line, and the mark of secrecy. Sender and unit are left out (OSL 5:2 second paragraph).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub at: Timestamp,
    pub number: String,
    pub line: String,
    /// The provision; date and authority stand beside it (OSL 5:5). A mark warns; it decides nothing.
    pub secrecy_mark: Option<String>,
}

impl Registration {
    /// The entry of the `sequence`th matter of its year.
    pub fn new(kind: Kind, sequence: i32, at: Timestamp, policy: &Policy) -> Self {
        let number = format!("{} {}/{sequence:04}", policy.registration_prefix, Self::year(at));
        let (line, secrecy_mark) = match kind {
            Kind::Complaint => ("Klagomål, korttidstillsyn", Some("OSL 26:1")),
            Kind::View => ("Synpunkt, korttidstillsyn", Some("OSL 26:1")),
            Kind::Praise => ("Beröm, korttidstillsyn", None),
        };
        Self { at, number, line: line.to_owned(), secrecy_mark: secrecy_mark.map(str::to_owned) }
    }

    /// The year it is numbered in.
    pub fn year(at: Timestamp) -> i32 {
        swedish_day(at).year()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_number_is_the_swedish_one() {
        let new_year = "2026-12-31T23:30:00Z".parse().unwrap();
        let entry = Registration::new(Kind::Complaint, 7, new_year, &Policy::default());
        assert_eq!(entry.number, "KTT 2027/0007");
    }
}
