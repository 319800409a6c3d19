//! Numbers that no law gives: the city's to set. Passing an internal target is never "too late by law".

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use documents::Office;
use files::{Limits, Scanner};
use kernel::calendar;
use serde::Deserialize;

use crate::domain::{DisposalRule, Pace};

/// From the first day to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// POLICY: every value may be changed in the settings (`own`) without a change in law.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Unicode characters in what somebody writes.
    pub longest_text: usize,
    pub longest_name: usize,
    pub longest_phone: usize,
    /// Files with one complaint.
    pub most_files: usize,
    /// Bytes of one file.
    pub largest_file: usize,
    /// Bytes of all files with one complaint that is being written.
    pub largest_together: i64,
    /// Bytes of all files that wait for their complaints. When they have come to so much, no file is taken; what is written is.
    pub most_unsent: u64,
    /// Host and port of clamd, which looks for viruses in files. Without it nobody does.
    pub scanner: Option<String>,
    /// How long clamd may take for its answer, and after how long a file that it has not seen is sent to it again.
    pub scanner_patience_seconds: u64,
    pub scan_again_after_minutes: i64,
    /// Internal targets, in working days from the day it came in (law B.3).
    pub acknowledge_within: u32,
    pub triage_within: u32,
    pub answer_within: u32,
    /// From the day a measure is planned to when it is done, and to when somebody looks whether it helped; working days.
    pub measure_within: u32,
    pub effect_within: u32,
    /// Days on which nobody is at work besides weekends and holidays, such as school breaks: internal targets skip them.
    pub breaks: Vec<Break>,
    /// How long a file waits for the complaint it was sent for.
    pub unclaimed_files_for_hours: i64,
    /// How fast all programs together may send to the public half, and how fast one who has the form open may.
    pub programs: Pace,
    pub visits: Pace,
    /// How long what somebody writes is kept after the last change, and the receipt after it was sent.
    pub drafts_for_hours: i64,
    /// How long what was saved under a code is kept after the last change (law D: drafts that were never sent).
    pub saved_drafts_for_days: i64,
    /// How long a matter stays open in a browser in which nothing happens.
    pub open_for_minutes: i64,
    /// Where the button for leaving at once leads: somewhere that anybody may have been.
    pub exit_to: String,
    /// Where a guardian or a youth logs in, if they can.
    pub log_in_at: Option<String>,
    /// The head and the foot of letters.
    pub office: Office,
    /// Who marks secrecy (OSL 5:5).
    pub authority: String,
    /// How a registration number is made: `{year}` and `{number}` are filled in.
    pub registration_pattern: String,
    /// Youths at each unit, by its short name (H65). The public register names no unit with fewer than `named_from`.
    pub youths: std::collections::BTreeMap<String, u32>,
    pub named_from: u32,
    /// How many working days before an internal target those whom it lies with are reminded.
    pub remind_before: u32,
    /// Within how many working days a clock is near, in the filter of the lists.
    pub near_within: u32,
    /// How many matters a search for words opens before it asks whether to go on with older ones.
    pub search_opens: usize,
    /// How many hours before a breach must be reported those whom it lies with are reminded.
    pub remind_of_breach_hours: i64,
    /// A sentence with more words is pointed at where an answer is written.
    pub most_words: usize,
    /// Counts under this tell of persons, and are not shown (requirements I.3).
    pub fewest_shown: usize,
    /// A complaint comes again when the same unit had one of the same category in so many days before.
    pub recurs_within_days: u64,
    /// What may be destroyed when, by whose decision (law D).
    pub disposal: Vec<DisposalRule>,
    /// The most matters on one list of disposal: what two people can look through.
    pub longest_disposal: u64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            longest_text: 20_000,
            longest_name: 200,
            longest_phone: 50,
            most_files: 10,
            largest_file: 50 * 1024 * 1024,
            largest_together: 500 * 1024 * 1024,
            most_unsent: 10 * 1024 * 1024 * 1024,
            scanner: None,
            scanner_patience_seconds: 30,
            scan_again_after_minutes: 5,
            acknowledge_within: 2,
            triage_within: 1,
            answer_within: 10,
            measure_within: 20,
            effect_within: 60,
            breaks: Vec::new(),
            unclaimed_files_for_hours: 24,
            programs: Pace { at_once: 1_000, each_second: 20 },
            visits: Pace { at_once: 200, each_second: 20 },
            drafts_for_hours: 24,
            saved_drafts_for_days: 30,
            open_for_minutes: 30,
            log_in_at: None,
            exit_to: "https://www.smhi.se/".to_owned(),
            office: Office {
                authority: "Stockholms stad".to_owned(),
                department: "Utbildningsförvaltningen".to_owned(),
                ..Office::default()
            },
            authority: "Utbildningsnämnden".to_owned(),
            registration_pattern: "KTT {year}/{number}".to_owned(),
            youths: std::collections::BTreeMap::new(),
            named_from: 10,
            remind_before: 1,
            near_within: 3,
            search_opens: 2_000,
            remind_of_breach_hours: 24,
            most_words: 20,
            fewest_shown: 5,
            recurs_within_days: 90,
            disposal: DisposalRule::usual(),
            longest_disposal: 500,
        }
    }
}

impl Policy {
    /// The day `count` working days after `day`, breaks skipped; with 0 the day itself or the next one that is none.
    pub fn working_days_after(&self, day: NaiveDate, count: u32) -> NaiveDate {
        if count == 0 {
            return self.after_breaks(calendar::working_days_after(day, 0));
        }
        (0..count).fold(day, |day, _| self.after_breaks(calendar::working_days_after(day, 1)))
    }

    /// What a file may be.
    pub fn file_limits(&self) -> Limits {
        Limits { size: self.largest_file, ..Limits::default() }
    }

    /// After how long one that was not scanned is shown to the scanner again.
    pub fn scan_again_after(&self) -> TimeDelta {
        TimeDelta::minutes(self.scan_again_after_minutes)
    }

    /// Whom files are shown to while they arrive.
    pub fn scanner(&self) -> Option<Scanner> {
        let patience = Duration::from_secs(self.scanner_patience_seconds);
        self.scanner.as_deref().map(|address| Scanner::new(address, patience))
    }

    /// Whether many enough go to a unit that its name tells nothing of anybody. One whose number is not known is not named.
    pub fn may_name(&self, unit: &str) -> bool {
        self.youths.get(unit).is_some_and(|youths| *youths >= self.named_from)
    }

    fn after_breaks(&self, mut day: NaiveDate) -> NaiveDate {
        while self.breaks.iter().any(|each| each.from <= day && day <= each.to) {
            day = calendar::working_days_after(day, 1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_unit_with_few_youths_or_an_unknown_number_is_not_named() {
        let youths = [("few".to_owned(), 9), ("many".to_owned(), 10)].into();
        let policy = Policy { youths, ..Policy::default() };
        assert_eq!(["few", "many", "unknown"].map(|unit| policy.may_name(unit)), [false, true, false]);
    }

    #[test]
    fn a_break_counts_no_more_than_a_weekend() {
        let autumn = Break { from: day("2026-10-26"), to: day("2026-10-30") };
        let policy = Policy { breaks: vec![autumn], ..Policy::default() };
        assert_eq!(policy.working_days_after(day("2026-10-22"), 1), day("2026-10-23"));
        assert_eq!(policy.working_days_after(day("2026-10-22"), 2), day("2026-11-02"));
        assert_eq!(policy.working_days_after(day("2026-10-27"), 0), day("2026-11-02"));
        assert_eq!(policy.working_days_after(day("2026-10-27"), 1), day("2026-11-02"));
    }

    /// Eves and holidays of a whole year: 2026 and 2027 as the almanac has them.
    #[test]
    fn without_breaks_it_is_the_swedish_calendar() {
        let policy = Policy::default();
        for (from, count, to) in [
            ("2026-06-18", 1, "2026-06-22"),
            ("2026-12-23", 1, "2026-12-28"),
            ("2026-12-30", 1, "2027-01-04"),
            ("2027-03-25", 1, "2027-03-30"),
            ("2027-05-05", 1, "2027-05-07"),
            ("2026-10-10", 0, "2026-10-12"),
            ("2026-10-12", 0, "2026-10-12"),
        ] {
            assert_eq!(policy.working_days_after(day(from), count), day(to), "{from} {count}");
        }
    }
}
