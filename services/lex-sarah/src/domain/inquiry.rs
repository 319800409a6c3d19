//! When an inquiry is complete: all ten points, the question of similar events, the names looked through.

use kernel::Timestamp;
use serde::Deserialize;

use super::{
    Entry, Faults, Finding, Grade, Kept, MisconductKind, Names, Policy, Section, Signature, TypedKept,
    code::coded, deidentify, entry::in_force, fault::Fault, fault::Flaw, kept,
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
    /// Why each thing that the check found stays.
    #[serde(skip)]
    pub kept: Vec<TypedKept>,
}

#[derive(Debug, Clone)]
pub struct NewCompletion {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    pub kind: Option<MisconductKind>,
    pub kept: Vec<Kept>,
}

#[derive(Debug, Clone)]
pub struct Completion {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    pub kept: Vec<Kept>,
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
        let kept = faults.all(kept::kept(&findings(entries, names), &typed.kept, policy));
        let proposed_grade = faults.choice::<Grade>("proposed_grade", &typed.proposed_grade);
        let kind = faults.optional_choice("kind", &typed.kind);
        let completion = similar_before.zip(proposed_grade).zip(kept);
        let completion = completion.map(|((similar_before, proposed_grade), kept)| Self {
            similar_before,
            proposed_grade,
            kind,
            kept,
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
