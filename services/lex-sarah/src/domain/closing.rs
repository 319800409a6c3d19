//! How a case ends, and how it may begin anew: remedied, out of scope, closed, reopened.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Fault, Faults, Policy, TypedKept, YesNo, code::coded};

/// The misconduct is remedied or the risk removed (LSS 24 e §, L8).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Remedy {
    /// What was done, and when.
    pub done: String,
    /// What shows that it helped.
    pub evidence: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedRemedy {
    /// What was done, and when.
    #[schema(min_length = 1, max_length = 20000, example = "Grinden är lagad sedan 9 november.")]
    pub done: String,
    /// What shows that it helped.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Vaktmästarens kvitto och besiktningen 10 november."
    )]
    pub evidence: String,
}

impl TypedRemedy {
    pub fn parse(&self, policy: &Policy) -> Result<Remedy, Vec<Fault>> {
        let mut faults = Faults::default();
        let done = faults.text("done", &self.done, policy.longest_text);
        let evidence = faults.text("evidence", &self.evidence, policy.longest_text);
        let remedy = done.zip(evidence);
        faults.or(remedy
            .map(|(done, evidence)| Remedy { done: done.into_string(), evidence: evidence.into_string() }))
    }
}

coded!(
    /// What was opened instead, when it is not lex Sarah (L5b).
    OtherMatter {
        Complaint = "complaint",
        ChildProtection = "child_protection",
        Deviation = "deviation",
        SchoolViolation = "school_violation",
        HealthCare = "health_care",
        OtherAuthority = "other_authority",
    }
);

/// The investigator's view that this is something else. The report stays registered whatever comes of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutOfScope {
    pub reasons: String,
    pub opened: OtherMatter,
    /// The number of what was opened, or where it was sent.
    pub reference: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedOutOfScope {
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Det hände i skolan, innan korttidstillsynen öppnade."
    )]
    pub reasons: String,
    /// What was opened instead.
    #[schema(value_type = OtherMatter)]
    pub opened: String,
    /// Its number, or where it was sent.
    #[schema(min_length = 1, max_length = 200, example = "7KM4-Q2XP")]
    pub reference: String,
}

impl TypedOutOfScope {
    pub fn parse(&self, policy: &Policy) -> Result<OutOfScope, Vec<Fault>> {
        let mut faults = Faults::default();
        let reasons = faults.text("reasons", &self.reasons, policy.longest_text);
        let opened = faults.choice("opened", &self.opened);
        let reference = faults.line("reference", &self.reference, policy.longest_line);
        faults.or(reasons.zip(opened).zip(reference).map(|((reasons, opened), reference)| OutOfScope {
            reasons: reasons.into_string(),
            opened,
            reference: reference.into_string(),
        }))
    }
}

/// The decision-maker's answer to it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agreement {
    pub agrees: bool,
    pub reasons: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedAgreement {
    #[schema(value_type = YesNo)]
    pub agrees: String,
    #[schema(min_length = 1, max_length = 20000, example = "Händelsen gäller skolan.")]
    pub reasons: String,
}

impl TypedAgreement {
    pub fn parse(&self, policy: &Policy) -> Result<Agreement, Vec<Fault>> {
        let mut faults = Faults::default();
        let agrees = faults.choice::<YesNo>("agrees", &self.agrees);
        let reasons = faults.text("reasons", &self.reasons, policy.longest_text);
        faults.or(agrees.zip(reasons).map(|(agrees, reasons)| Agreement {
            agrees: agrees == YesNo::Yes,
            reasons: reasons.into_string(),
        }))
    }
}

/// What the one who closes the case leaves to the next reader (L14).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Closing {
    pub note: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedClosing {
    #[schema(min_length = 1, max_length = 20000, example = "Åtgärderna har hjälpt. Rutinen är ny.")]
    pub note: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

impl TypedClosing {
    pub fn parse(&self, policy: &Policy) -> Result<Closing, Vec<Fault>> {
        let mut faults = Faults::default();
        let note = faults.text("note", &self.note, policy.longest_text);
        faults.or(note.map(|note| Closing { note: note.into_string() }))
    }
}

/// Why an investigator lets a case go.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HandedBack {
    pub reasons: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedHandBack {
    #[schema(min_length = 1, max_length = 20000, example = "Jag är ledig i fyra veckor.")]
    pub reasons: String,
}

impl TypedHandBack {
    pub fn parse(&self, policy: &Policy) -> Result<HandedBack, Vec<Fault>> {
        let mut faults = Faults::default();
        let reasons = faults.text("reasons", &self.reasons, policy.longest_text);
        faults.or(reasons.map(|reasons| HandedBack { reasons: reasons.into_string() }))
    }
}

/// That the case is in the archive, and by which decision (L16). Nothing is removed here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Archiving {
    pub decision: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedArchiving {
    /// The decision on what is kept and what is disposed of (arkivlagen 10 §).
    #[schema(min_length = 1, max_length = 200, example = "UTBF 2026-118: lex Sarah bevaras")]
    pub decision: String,
}

impl TypedArchiving {
    pub fn parse(&self, policy: &Policy) -> Result<Archiving, Vec<Fault>> {
        let mut faults = Faults::default();
        let decision = faults.line("decision", &self.decision, policy.longest_line);
        faults.or(decision.map(|decision| Archiving { decision: decision.into_string() }))
    }
}

coded!(
    /// Why a closed case is opened again (L15).
    Cause {
        NewFacts = "new_facts",
        IvoAsks = "ivo_asks",
        EffectFailed = "effect_failed",
    }
);

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reopening {
    pub cause: Cause,
    pub reasons: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedReopening {
    #[schema(value_type = Cause)]
    pub cause: String,
    #[schema(min_length = 1, max_length = 20000, example = "Två nya rapporter om samma grind.")]
    pub reasons: String,
}

impl TypedReopening {
    pub fn parse(&self, policy: &Policy) -> Result<Reopening, Vec<Fault>> {
        let mut faults = Faults::default();
        let cause = faults.choice("cause", &self.cause);
        let reasons = faults.text("reasons", &self.reasons, policy.longest_text);
        let reopening = cause.zip(reasons);
        faults.or(reopening.map(|(cause, reasons)| Reopening { cause, reasons: reasons.into_string() }))
    }
}
