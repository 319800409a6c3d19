//! Duties that lex Sarah does not replace (law A.9): tracks beside the case, each with its own clock.

use chrono::TimeDelta;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Content, Fault, Faults, Policy, Record, code::coded};

coded!(
    /// To whom something else is owed.
    DutyTrack {
        /// Socialnämnden, genast (socialtjänstlagen 19 kap. 1 §).
        ChildProtection = "child_protection",
        /// Rektor and the school owner (skollagen 6 kap. 10 §).
        SchoolViolation = "school_violation",
        /// The care provider, for a task of health care.
        HealthCare = "health_care",
        /// Whether the police should be told; OSL sets the limits.
        Police = "police",
        /// Arbetsmiljöverket, utan dröjsmål (AML 3 kap. 3 a §).
        WorkEnvironment = "work_environment",
        /// IMY, within 72 hours (GDPR art. 33).
        DataBreach = "data_breach",
    }
);

coded!(
    /// How far a track has come.
    DutyStep {
        Needed = "needed",
        Done = "done",
        NotNeeded = "not_needed",
    }
);

/// What was found or done in one track.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Duty {
    pub track: DutyTrack,
    pub step: DutyStep,
    /// To whom and when it was reported, or why it need not be.
    pub words: String,
    /// When somebody here became aware of a data breach.
    #[schema(value_type = Option<DateTime<Utc>>)]
    pub aware_at: Option<Timestamp>,
}

/// The hours of GDPR art. 33; they run over nights and holidays alike.
const DATA_BREACH_HOURS: i64 = 72;
/// Hours before its end at which the clock of a data breach is warned of.
const WARN_HOURS: [i64; 2] = [24, 6];

impl Duty {
    /// The end of the clock, in the one track where a law counts it.
    pub fn due_at(&self) -> Option<Timestamp> {
        let counts = self.track == DutyTrack::DataBreach && self.step == DutyStep::Needed;
        self.aware_at.filter(|_| counts).map(|aware| aware + TimeDelta::hours(DATA_BREACH_HOURS))
    }

    /// When its clock is warned of, as far as that is still to come.
    pub fn warnings(&self, now: Timestamp) -> Vec<Timestamp> {
        let Some(due_at) = self.due_at() else { return Vec::new() };
        let at = WARN_HOURS.map(|hours| due_at - TimeDelta::hours(hours));
        at.into_iter().filter(|at| *at > now).collect()
    }
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedDuty {
    #[schema(value_type = DutyTrack)]
    pub track: String,
    #[schema(value_type = DutyStep)]
    pub step: String,
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Orosanmälan till socialtjänsten 21 november kl. 10."
    )]
    pub words: String,
    /// On the Swedish clock, `YYYY-MM-DDTHH:MM`; for a data breach that is to be reported.
    #[schema(max_length = 16, example = "2026-11-21T09:30")]
    pub aware_at: String,
}

impl TypedDuty {
    pub fn parse(&self, now: Timestamp, policy: &Policy) -> Result<Duty, Vec<Fault>> {
        let mut faults = Faults::default();
        let track = faults.choice::<DutyTrack>("track", &self.track);
        let step = faults.choice::<DutyStep>("step", &self.step);
        let needs_time = track == Some(DutyTrack::DataBreach) && step == Some(DutyStep::Needed);
        let aware_at = needs_time.then(|| faults.moment_until("aware_at", &self.aware_at, now)).flatten();
        let words = faults.text("words", &self.words, policy.longest_text);
        faults.or(track.zip(step).zip(words).map(|((track, step), words)| Duty {
            track,
            step,
            words: words.into_string(),
            aware_at,
        }))
    }
}

/// Each track with the last that was said of it.
pub fn duties(records: &[Record]) -> Vec<(DutyTrack, Option<(&Record, &Duty)>)> {
    let said = |track: DutyTrack| {
        records.iter().rev().find_map(|record| match &record.content {
            Content::Duty(duty) if duty.track == track => Some((record, duty)),
            _ => None,
        })
    };
    DutyTrack::ALL.iter().map(|track| (*track, said(*track))).collect()
}
