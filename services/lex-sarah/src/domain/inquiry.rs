//! When an inquiry is complete: all ten points, the question of similar events, the names looked through.

use kernel::{Timestamp, text::FreeText};
use serde::Deserialize;

use super::{
    Entry, Faults, Finding, Grade, MisconductKind, Names, Policy, Section, Signature, Trait, code::coded,
    deidentify, entry::in_force, fault::Fault, fault::Flaw,
};

coded!(
    /// Whether something similar has happened before (point 5).
    Similar {
        Yes = "yes",
        No = "no",
        NotKnown = "not_known",
    }
);

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedCompletion {
    pub similar_before: String,
    pub proposed_grade: String,
    /// What kind of event it was; may be left out.
    pub kind: String,
    /// Why what the check found must stay. A person number never does.
    pub kept_because: String,
}

#[derive(Debug, Clone)]
pub struct NewCompletion {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    pub kind: Option<MisconductKind>,
    pub kept_because: Option<FreeText>,
}

#[derive(Debug, Clone)]
pub struct Completion {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    pub kept_because: Option<String>,
    pub completed_at: Timestamp,
    pub completed_by: Signature,
}

impl NewCompletion {
    pub fn parse(
        typed: &TypedCompletion,
        entries: &[Entry],
        names: &Names,
        policy: &Policy,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        for section in unsaid(entries) {
            faults.add(Fault { field: "sections", flaw: Flaw::Unsaid(section) });
        }
        let similar_before = faults.choice::<Similar>("similar_before", &typed.similar_before);
        let found = findings(entries, names);
        let (numbers, others): (Vec<_>, Vec<_>) =
            found.iter().partition(|finding| finding.looks_like == Trait::PersonNumber);
        if !numbers.is_empty() {
            faults.add(Fault { field: "kept_because", flaw: Flaw::PersonNumber });
        }
        let kept_because = if others.is_empty() {
            faults.optional_text("kept_because", &typed.kept_because, policy.longest_text)
        } else {
            faults.text("kept_because", &typed.kept_because, policy.longest_text)
        };
        let proposed_grade = faults.choice::<Grade>("proposed_grade", &typed.proposed_grade);
        let kind = faults.optional_choice("kind", &typed.kind);
        let completion = similar_before.zip(proposed_grade).map(|(similar_before, proposed_grade)| Self {
            similar_before,
            proposed_grade,
            kind,
            kept_because,
        });
        faults.or(completion)
    }
}

/// The points that no entry in force says anything about.
pub fn unsaid(entries: &[Entry]) -> Vec<Section> {
    Section::all().filter(|section| !in_force(entries).any(|entry| entry.section == *section)).collect()
}

/// What in the entries in force could tell who somebody is.
pub fn findings(entries: &[Entry], names: &Names) -> Vec<Finding> {
    in_force(entries).flat_map(|entry| deidentify::look(entry, names)).collect()
}
