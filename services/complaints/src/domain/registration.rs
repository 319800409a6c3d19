//! What stands in the register (OSL 5 kap.). It can be shown to anyone, so nothing in it comes from what was written.

use chrono::{Datelike, NaiveDate};
use kernel::{Timestamp, calendar::swedish_day};

use crate::domain::{Category, Done, Kind, Policy, Severity, Triage};

words! {
    /// What a matter concerns, in words that tell nothing of it (OSL 5:2 second paragraph). They are public, and Swedish.
    DiaryLine {
        Complaint = "Klagomål, korttidstillsyn",
        View = "Synpunkt, korttidstillsyn",
        Praise = "Beröm, korttidstillsyn",
        /// Nobody has said yet which.
        ComplaintOrView = "Klagomål eller synpunkt, korttidstillsyn",
        Records = "Begäran om handling, korttidstillsyn",
        Other = "Skrivelse, korttidstillsyn",
    }
}

words! {
    /// By which provision something in it may be secret (law C.1).
    SecrecyGround {
        /// Personal circumstances in the social services, KTT among them.
        SocialServices = "OSL 26:1",
        /// The sender, where there is danger of violence.
        Sender = "OSL 26:5",
        /// Pupil health.
        PupilHealth = "OSL 23:2",
    }
}

/// An entry: date, number, a neutral line, and the mark of secrecy. Sender and unit are left out (OSL 5:2 second paragraph).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub at: Timestamp,
    pub number: String,
    pub line: DiaryLine,
    pub secrecy: Option<SecrecyMark>,
    /// When a registrar looked it through, and who: this service enters by itself (I.2 C2).
    pub checked: Option<Done>,
}

/// A mark warns; it decides nothing (OSL 5:5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecrecyMark {
    pub ground: SecrecyGround,
    pub on: NaiveDate,
    pub authority: String,
}

impl Registration {
    /// The entry of the `sequence`th matter of its year.
    pub fn new(kind: Kind, sequence: i32, at: Timestamp, policy: &Policy) -> Self {
        let (line, ground) = match kind {
            Kind::Complaint => (DiaryLine::Complaint, Some(SecrecyGround::SocialServices)),
            Kind::View => (DiaryLine::View, Some(SecrecyGround::SocialServices)),
            Kind::Praise => (DiaryLine::Praise, None),
            Kind::Unsaid => (DiaryLine::ComplaintOrView, Some(SecrecyGround::SocialServices)),
        };
        let entry = Self {
            at,
            number: number(&policy.registration_pattern, Self::year(at), sequence),
            line,
            secrecy: None,
            checked: None,
        };
        entry.corrected(line, ground, at, policy)
    }

    /// The same entry with another line or mark. Its number and day stay.
    #[must_use]
    pub fn corrected(
        self,
        line: DiaryLine,
        ground: Option<SecrecyGround>,
        at: Timestamp,
        policy: &Policy,
    ) -> Self {
        let kept = self.secrecy.filter(|mark| Some(mark.ground) == ground);
        let new = || {
            let (on, authority) = (swedish_day(at), policy.authority.clone());
            ground.map(|ground| SecrecyMark { ground, on, authority })
        };
        Self { line, secrecy: kept.or_else(new), ..self }
    }

    /// The same entry once somebody has judged what it is, if its line left that open. A mark stays: it goes when a registrar says so.
    #[must_use]
    pub fn judged(self, triage: &Triage) -> Self {
        if self.line != DiaryLine::ComplaintOrView {
            return self;
        }
        let line = match (triage.category, triage.severity) {
            (Category::Praise, _) => DiaryLine::Praise,
            (Category::Suggestion, _) | (_, Severity::None) => DiaryLine::View,
            _ => DiaryLine::Complaint,
        };
        // Nobody has checked the new line.
        Self { line, checked: None, ..self }
    }

    /// The year it is numbered in.
    pub fn year(at: Timestamp) -> i32 {
        swedish_day(at).year()
    }
}

/// A number by the city's pattern: `{year}`, and `{number}` with at least four digits.
fn number(pattern: &str, year: i32, sequence: i32) -> String {
    pattern.replace("{year}", &year.to_string()).replace("{number}", &format!("{sequence:04}"))
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

    #[test]
    fn the_number_follows_the_citys_pattern() {
        assert_eq!(number("UTBF {year}/{number}", 2024, 4709), "UTBF 2024/4709");
        assert_eq!(number("159-{number}/{year}", 2016, 11_132), "159-11132/2016");
    }

    #[test]
    fn a_corrected_entry_keeps_its_number_and_an_unchanged_mark_its_day() {
        let policy = Policy::default();
        let (first, later) =
            ("2026-11-21T09:00:00Z".parse().unwrap(), "2026-11-25T09:00:00Z".parse().unwrap());
        let entry = Registration::new(Kind::Complaint, 1, first, &policy);
        let same =
            entry.clone().corrected(DiaryLine::Other, Some(SecrecyGround::SocialServices), later, &policy);
        assert_eq!(
            (same.number, same.secrecy.unwrap().on.to_string()),
            (entry.number.clone(), "2026-11-21".into())
        );
        let other = entry.clone().corrected(DiaryLine::Other, Some(SecrecyGround::Sender), later, &policy);
        assert_eq!(other.secrecy.unwrap().on.to_string(), "2026-11-25");
        assert_eq!(entry.corrected(DiaryLine::Praise, None, later, &policy).secrecy, None);
    }
}
