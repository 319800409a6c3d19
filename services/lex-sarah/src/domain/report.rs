//! The report: what somebody who works in the activity has noticed (LSS 24 b §). No question asks how serious it is.

use kernel::{CaseNumber, Timestamp, UnitId, Uuid, text::FreeText};
use serde::{Deserialize, Serialize};

use super::{Faults, Flaw, Policy, Signature, TakenDown, code::coded, fault::Fault};

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

/// The form as it is filled in, and kept while somebody writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedReport {
    pub text: String,
    pub happened: String,
    pub happened_when: String,
    pub acted: String,
    pub unit_id: String,
    pub concerns_manager: String,
}

impl TypedReport {
    pub fn told(&self) -> Told {
        Told {
            text: self.text.clone(),
            unit: typed_unit(&self.unit_id),
            happened: self.happened.clone(),
            happened_when: self.happened_when.clone(),
            acted: self.acted.clone(),
            concerns_manager: !self.concerns_manager.is_empty(),
        }
    }
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
    /// Those who received it. None where everybody who could was part of it.
    pub receivers: Vec<Signature>,
    pub text: String,
    pub happened: Option<Happened>,
    pub happened_when: Option<String>,
    pub acted: Option<String>,
    pub concerns_manager: bool,
    pub channel: Channel,
    pub cites: Option<Cited>,
    /// The routine that was in force.
    pub routine: String,
    /// Who wrote it down, when it was told.
    pub taken_down: Option<TakenDown>,
}

/// The unit that a form names. What is no unit's id is at any rate not one that can be chosen.
pub fn typed_unit(typed: &str) -> Option<UnitId> {
    (!typed.is_empty()).then(|| typed.parse::<Uuid>().unwrap_or_default().into())
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
