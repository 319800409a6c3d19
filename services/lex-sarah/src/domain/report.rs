//! The report: what somebody who works in the activity has noticed (LSS 24 b §). No question asks how serious it is.

use kernel::{CaseNumber, Timestamp, UnitId, Uuid, text::FreeText};

use super::{Faults, Flaw, Policy, Signature, code::coded, fault::Fault};

coded!(
    /// When it happened, as one says it on the same day.
    Happened {
        JustNow = "just_now",
        EarlierToday = "earlier_today",
        Other = "other",
    }
);

coded!(
    /// How the report came.
    Channel {
        Form = "form",
        Api = "api",
        /// From a complaint, by the one who read it.
        HandOver = "hand_over",
        /// Told, and written down by the one who was told.
        Oral = "oral",
    }
);

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub text: String,
    pub unit: Option<UnitId>,
    pub happened: String,
    pub happened_when: String,
    pub acted: String,
    pub concerns_manager: bool,
}

/// The complaint that a report cites. Lex Sarah cannot open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub complaint: Uuid,
    pub number: CaseNumber,
}

/// A report that can be received.
#[derive(Debug, Clone)]
pub struct NewReport {
    pub unit: UnitId,
    pub text: FreeText,
    pub happened: Option<Happened>,
    pub happened_when: Option<FreeText>,
    pub acted: Option<FreeText>,
    pub concerns_manager: bool,
    pub channel: Channel,
    pub cites: Option<Cited>,
    /// When it was told, not when it was typed (law A.5).
    pub told_at: Timestamp,
}

/// The report as it is read back.
#[derive(Debug, Clone)]
pub struct Report {
    pub by: Signature,
    pub text: String,
    pub happened: Option<Happened>,
    pub happened_when: Option<String>,
    pub acted: Option<String>,
    pub concerns_manager: bool,
    pub channel: Channel,
    pub cites: Option<Cited>,
    /// The routine that was in force.
    pub routine: String,
}

impl NewReport {
    /// `units` are those the reporter works at. With one, it need not be named.
    pub fn parse(
        told: &Told,
        units: &[UnitId],
        channel: Channel,
        told_at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let text = faults.text("text", &told.text, policy.longest_text);
        let happened = faults.optional_choice("happened", &told.happened);
        let happened_when = faults.optional_line("happened_when", &told.happened_when, policy.longest_line);
        let acted = faults.optional_text("acted", &told.acted, policy.longest_text);
        let unit = match (told.unit, units) {
            (Some(unit), _) if units.contains(&unit) => Some(unit),
            (Some(_), _) => {
                faults.add(Fault { field: "unit_id", flaw: Flaw::NotAChoice });
                None
            }
            (None, [only]) => Some(*only),
            (None, _) => {
                faults.add(Fault::missing("unit_id"));
                None
            }
        };
        let report = text.zip(unit).map(|(text, unit)| Self {
            unit,
            text,
            happened,
            happened_when,
            acted,
            concerns_manager: told.concerns_manager,
            channel,
            cites: None,
            told_at,
        });
        faults.or(report)
    }
}
