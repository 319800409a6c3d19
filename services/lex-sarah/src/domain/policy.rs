//! POLICY: what the municipality decides for itself, with the values it starts with.

use std::time::Duration;

use chrono::{NaiveTime, TimeDelta};
use documents::Office;
use files::{Limits, Scanner};
use organisation::Role;
use serde::Deserialize;

/// Set under `own` in the settings of the service. Targets are the municipality's own; they order lists and remind: the
/// law says "utan dröjsmål", and a target that has passed is no statutory deadline that has passed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The most characters in a report, an entry, reasons.
    pub longest_text: usize,
    /// The most characters in a line: a source, a time, a delegation.
    pub longest_line: usize,
    /// What stands before the year in a diary number.
    pub diary_prefix: String,
    /// What the diary says of every report; neutral, because the diary is open to all.
    pub diary_line: String,
    /// What a registrar may let it say instead.
    pub other_diary_lines: Vec<String>,
    /// The provision that the secrecy mark names (OSL 5:5).
    pub secrecy_ground: String,
    /// The provisions that a registrar may let it name instead.
    pub other_secrecy_grounds: Vec<String>,
    /// The authority that marks.
    pub authority: String,
    /// The board's municipality, and the head and the foot of what is filed with IVO.
    pub municipality: String,
    pub office: Office,
    /// What an activity here is, and for whom, in IVO's form.
    pub activity_kind: String,
    pub target_group: String,
    /// The routine in force until a version is entered here; kept with each report (H43).
    pub routine: String,
    /// Days after their first within which somebody new is informed of the duty to report (H44).
    pub inform_new_within: u32,
    /// Days after which everybody is informed again (H45).
    pub inform_every: u32,
    /// Days between two reminders to a unit where somebody is not informed.
    pub inform_reminder_every: u32,
    /// Hours from registration until somebody is protected; they run over nights and holidays.
    pub protect_within: u32,
    /// Minutes before its end at which that is reminded of.
    pub protect_remind_before: u32,
    /// Working days before the day of any other target at which whoever must act is reminded.
    pub remind_before: u32,
    /// Working days from registration until an investigator has taken the case.
    pub take_within: u32,
    /// Working days from then until the inquiry has begun.
    pub begin_within: u32,
    /// Days from then until the inquiry is complete; a day off counts as the next working day.
    pub inquire_within: u32,
    /// Working days from then until it is decided, and from when nothing else is left to do until it is closed.
    pub decide_within: u32,
    /// Working days from when it is clear that IVO should be notified until it is.
    pub notify_ivo_within: u32,
    /// Days ahead that count as near on the workbench.
    pub near_within: u32,
    /// When those who receive reports are at work, on working days.
    pub staffed_from: NaiveTime,
    pub staffed_to: NaiveTime,
    /// The role that is told too when a report comes at another time; one of those that can receive. None: nobody is on call.
    pub on_call: Option<Role>,
    /// Seconds without a sign of life after which a half-written report is locked: the device may be shared.
    pub draft_locks_after: u32,
    /// Days back in which earlier events at the unit are shown to whoever asks whether something similar has happened.
    pub similar_within: u32,
    /// Days before and after a report in which another from the unit can be about the same event.
    pub same_event_within: u32,
    /// Days for which a half-written report is kept.
    pub draft_kept_for: u32,
    /// The most files that come with a report, or belong to one entry of the inquiry.
    pub most_files: usize,
    /// The most bytes of a file.
    pub largest_file: usize,
    /// Where clamd is, host and port. None: files are not scanned.
    pub scanner: Option<String>,
    /// Seconds that clamd may take to take a piece, or to answer.
    pub scanner_patience: u32,
    /// Minutes after which a file that was not scanned is shown to clamd again.
    pub scan_again_after: u32,
    /// Where one can blow the whistle (lag 2021:890). Another channel, with which nothing is shared.
    pub whistleblower_channel: String,
    /// Working days from the decision until the first measure is planned; then its own day counts. As many from when the last is done
    /// until the follow-up begins.
    pub plan_within: u32,
    /// Days from the follow-up's beginning, or the last measure in it, until everything is judged and told.
    pub follow_up_within: u32,
    /// Months from the notification to IVO until the inquiry is to be there.
    pub ivo_inquiry_months: u32,
    /// Days before its end on which that clock is warned of.
    pub ivo_warn_before: Vec<u32>,
    /// The least number that an account tells; fewer are hidden (requirements I.3).
    pub least_told: u64,
    /// Days for which a repeated request gets the answer it got the first time.
    pub repeats_known_for: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            longest_text: 20_000,
            longest_line: 200,
            diary_prefix: "UTBF".to_owned(),
            diary_line: "Rapport från personal".to_owned(),
            other_diary_lines: ["Skrivelse från personal", "Skrivelse"].map(str::to_owned).into(),
            secrecy_ground: "26 kap. 1 § OSL".to_owned(),
            other_secrecy_grounds: ["26 kap. 5 § OSL", "23 kap. 2 § OSL"].map(str::to_owned).into(),
            authority: "Utbildningsnämnden".to_owned(),
            municipality: "Stockholm".to_owned(),
            office: Office {
                authority: "Stockholms stad".to_owned(),
                department: "Utbildningsförvaltningen".to_owned(),
                ..Office::default()
            },
            activity_kind: "Korttidstillsyn för skolungdom över 12 år, 9 § 7 LSS".to_owned(),
            target_group: "Skolungdomar 12–21 år med funktionsnedsättning".to_owned(),
            routine: "2026-09".to_owned(),
            inform_new_within: 5,
            inform_every: 365,
            inform_reminder_every: 7,
            protect_within: 2,
            protect_remind_before: 60,
            remind_before: 1,
            take_within: 1,
            begin_within: 2,
            inquire_within: 30,
            decide_within: 5,
            notify_ivo_within: 1,
            near_within: 3,
            staffed_from: NaiveTime::from_hms_opt(7, 0, 0).expect("a time of day"),
            staffed_to: NaiveTime::from_hms_opt(18, 0, 0).expect("a time of day"),
            on_call: None,
            draft_locks_after: 120,
            draft_kept_for: 7,
            similar_within: 730,
            same_event_within: 3,
            most_files: 10,
            largest_file: 50 * 1024 * 1024,
            scanner: None,
            scanner_patience: 30,
            scan_again_after: 5,
            whistleblower_channel: "https://visselblas.example.org".to_owned(),
            plan_within: 5,
            follow_up_within: 30,
            ivo_inquiry_months: 2,
            ivo_warn_before: vec![30, 14, 7, 1],
            least_told: 5,
            repeats_known_for: 7,
        }
    }
}

impl Policy {
    /// What a file may be.
    pub fn file_limits(&self) -> Limits {
        Limits { size: self.largest_file, ..Limits::default() }
    }

    pub fn scan_again_after(&self) -> TimeDelta {
        TimeDelta::minutes(self.scan_again_after.into())
    }

    /// Whom files are shown to while they arrive.
    pub fn scanner(&self) -> Option<Scanner> {
        let patience = Duration::from_secs(self.scanner_patience.into());
        self.scanner.as_deref().map(|address| Scanner::new(address, patience))
    }
}
