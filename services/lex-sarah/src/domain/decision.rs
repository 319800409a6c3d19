//! The decision: a record of its own, frozen when it is made.

use data_encoding::HEXLOWER;
use kernel::{PersonId, Timestamp, text::FreeText};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Case, CaseId, EntryId, Faults, Flaw, Ivo, Policy, Signature, TypedKept, code::coded, fault::Fault,
};

coded!(
    /// What it was (law A.4). Set by the decision, never by the reporter.
    Grade {
        NoMisconduct = "no_misconduct",
        TangibleRisk = "tangible_risk_of_misconduct",
        Misconduct = "misconduct",
        TangibleRiskOfSerious = "tangible_risk_of_serious_misconduct",
        Serious = "serious_misconduct",
    }
);

impl Grade {
    /// Whether IVO is to be notified, whatever else is thought (LSS 24 f §).
    pub const fn is_serious(self) -> bool {
        matches!(self, Self::TangibleRiskOfSerious | Self::Serious)
    }
}

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedDecision {
    pub grade: String,
    pub reasons: String,
    /// "yes", "no", or empty where the grade leaves no choice.
    pub ivo: String,
    pub delegation: String,
    /// What is to be done, as far as it is decided now; measures are planned one by one after it.
    pub measures: String,
    /// Why IVO is not to be notified after all, when that was settled before.
    pub ivo_reset_because: String,
    /// Why each thing that the check found stays.
    #[serde(skip)]
    pub kept: Vec<TypedKept>,
}

#[derive(Debug, Clone)]
pub struct NewDecision {
    pub grade: Grade,
    pub reasons: FreeText,
    pub ivo_required: bool,
    pub delegation: FreeText,
    pub measures: Option<FreeText>,
    pub ivo_reset_because: Option<FreeText>,
}

coded!(YesNo {
    Yes = "yes",
    No = "no",
});

impl NewDecision {
    /// `so_far` is what was settled of IVO before: only a decision that explains undoes it (invariant 6).
    pub fn parse(typed: &TypedDecision, so_far: Ivo, policy: &Policy) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let grade = faults.choice::<Grade>("grade", &typed.grade);
        let reasons = faults.text("reasons", &typed.reasons, policy.longest_text);
        let ivo = match (grade, faults.optional_choice::<YesNo>("ivo", &typed.ivo)) {
            (Some(grade), Some(YesNo::No)) if grade.is_serious() => {
                faults.add(Fault { field: "ivo", flaw: Flaw::LawSaysYes });
                None
            }
            (Some(grade), None) if grade.is_serious() => Some(YesNo::Yes),
            (_, None) => {
                faults.add(Fault::missing("ivo"));
                None
            }
            (_, said) => said,
        };
        let delegation = faults.line("delegation", &typed.delegation, policy.longest_line);
        let measures = faults.optional_text("measures", &typed.measures, policy.longest_text);
        let undoes = so_far == Ivo::Required && ivo == Some(YesNo::No);
        let because = &typed.ivo_reset_because;
        let ivo_reset_because = if undoes {
            faults.text("ivo_reset_because", because, policy.longest_text)
        } else {
            faults.optional_text("ivo_reset_because", because, policy.longest_text).filter(|_| undoes)
        };
        let decision = grade.zip(reasons).zip(ivo).zip(delegation);
        faults.or(decision.map(|(((grade, reasons), ivo), delegation)| Self {
            grade,
            reasons,
            ivo_required: ivo == YesNo::Yes,
            delegation,
            measures,
            ivo_reset_because,
        }))
    }
}

/// The decision as it was frozen. Its fields and their order are what the hash is taken over: a later version of this
/// service adds a record of another `version` rather than a field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub version: u8,
    pub case: CaseId,
    pub case_number: String,
    pub diary_number: String,
    pub grade: Grade,
    pub reasons: String,
    pub ivo_required: bool,
    /// Why IVO is not to be notified after all.
    pub ivo_reset_because: Option<String>,
    /// What is to be done, as far as it was decided.
    pub measures: Option<String>,
    pub delegation: String,
    pub decided_at: Timestamp,
    pub decided_by: PersonId,
    pub name: String,
    pub title: Option<String>,
    /// The entries that stood when it was decided.
    pub inquiry: Vec<EntryId>,
}

/// A frozen decision and the hash of its content.
#[derive(Debug, Clone)]
pub struct Decision {
    pub content: Frozen,
    pub sha256: String,
}

impl Frozen {
    pub fn of(
        case: &Case,
        new: &NewDecision,
        by: (PersonId, &Signature),
        at: Timestamp,
        inquiry: Vec<EntryId>,
    ) -> Self {
        Self {
            version: 1,
            case: case.id,
            case_number: case.number.to_string(),
            diary_number: case.diary_number.clone().unwrap_or_default(),
            grade: new.grade,
            reasons: new.reasons.as_str().to_owned(),
            ivo_required: new.ivo_required,
            ivo_reset_because: new.ivo_reset_because.clone().map(FreeText::into_string),
            measures: new.measures.clone().map(FreeText::into_string),
            delegation: new.delegation.as_str().to_owned(),
            decided_at: at,
            decided_by: by.0,
            name: by.1.name.clone(),
            title: by.1.title.clone(),
            inquiry,
        }
    }

    pub fn signature(&self) -> Signature {
        Signature { name: self.name.clone(), title: self.title.clone() }
    }

    /// The bytes that are kept and hashed.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).expect("a record of plain values is JSON")
    }

    pub fn sha256(canonical: &str) -> String {
        HEXLOWER.encode(&Sha256::digest(canonical))
    }
}

impl std::fmt::Debug for Frozen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Frozen({})", self.case)
    }
}
