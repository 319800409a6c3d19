//! Numbers that no law gives: the city's to set. Passing an internal target is never "too late by law".

use serde::Deserialize;

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
    /// Internal targets, in working days from the day it came in (law B.3).
    pub acknowledge_within: u32,
    pub triage_within: u32,
    pub answer_within: u32,
    /// How long a file waits for the complaint it was sent for.
    pub unclaimed_files_for_hours: i64,
    /// How long what somebody writes is kept after the last change, and the receipt after it was sent.
    pub drafts_for_hours: i64,
    /// How long what was saved under a code is kept after the last change (law D: drafts that were never sent).
    pub saved_drafts_for_days: i64,
    /// How long a matter stays open in a browser in which nothing happens.
    pub open_for_minutes: i64,
    /// Where the button for leaving at once leads: somewhere that anybody may have been.
    pub exit_to: String,
    /// Who marks secrecy (OSL 5:5).
    pub authority: String,
    /// What stands before year and number in a registration number.
    pub registration_prefix: String,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            longest_text: 20_000,
            longest_name: 200,
            longest_phone: 50,
            most_files: 10,
            largest_file: 50 * 1024 * 1024,
            acknowledge_within: 2,
            triage_within: 1,
            answer_within: 10,
            unclaimed_files_for_hours: 24,
            drafts_for_hours: 24,
            saved_drafts_for_days: 30,
            open_for_minutes: 30,
            exit_to: "https://www.smhi.se/".to_owned(),
            authority: "Utbildningsnämnden".to_owned(),
            registration_prefix: "KTT".to_owned(),
        }
    }
}
