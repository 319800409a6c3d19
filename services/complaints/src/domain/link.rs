//! Complaints that belong together (I.2 C7): the parts of one, or several about the same event.

use kernel::{CaseNumber, UnitId, text::FreeText};
use organisation::Register;

use crate::domain::{AnswerFault, AnswerWrong, ComplaintId, Policy, Typed};

words! {
    /// What another complaint is to this one.
    Tie {
        /// This one is a part of it.
        Whole = "whole",
        /// It is a part of this one.
        Part = "part",
        /// It goes on in place of this one.
        GoesOn = "goes_on",
        /// This one goes on in its place.
        MergedHere = "merged_here",
    }
}

/// A complaint that belongs with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub tie: Tie,
    pub id: ComplaintId,
    pub number: CaseNumber,
}

/// One of several matters in a complaint, to be handled by itself.
#[derive(Debug, Clone)]
pub struct NewPart {
    /// None: a registrar leads it on, for instance to the school.
    pub unit: Option<UnitId>,
    /// What of the sender's words belongs to it.
    pub text: FreeText,
}

/// The parts, and what the sender is told.
#[derive(Debug, Clone)]
pub struct NewParts {
    pub parts: Vec<NewPart>,
    pub text: FreeText,
}

/// As typed: unit and text of each part.
#[derive(Debug, Clone, Default)]
pub struct TypedParts {
    pub parts: Vec<(String, String)>,
    pub text: String,
}

/// The most parts at once, which is how many a form has. POLICY
pub const MOST_PARTS: usize = 3;
/// Names of a part's fields, for faults.
pub const PART_FIELDS: [(&str, &str); MOST_PARTS] =
    [("unit_1", "part_1"), ("unit_2", "part_2"), ("unit_3", "part_3")];

impl NewParts {
    /// Every fault at once. Two parts at least; a third may be left out.
    pub fn parse(typed: &TypedParts, register: &Register, policy: &Policy) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let mut parts = Vec::new();
        for (number, (unit_field, text_field)) in PART_FIELDS.into_iter().enumerate() {
            let (unit, text) = typed.parts.get(number).cloned().unwrap_or_default();
            if number >= 2 && text.trim().is_empty() {
                continue;
            }
            let text = read.text(text_field, &text, policy.longest_text);
            let unit = unit_of(&mut read, unit_field, &unit, register);
            parts.extend(text.zip(unit).map(|(text, unit)| NewPart { unit, text }));
        }
        let text = read.text("text", &typed.text, policy.longest_text);
        read.whole(text.map(|text| Self { parts, text }))
    }
}

/// The outer None is a fault.
#[expect(clippy::option_option, reason = "a fault, no unit, or a unit")]
fn unit_of(
    read: &mut Typed,
    field: &'static str,
    typed: &str,
    register: &Register,
) -> Option<Option<UnitId>> {
    if typed.is_empty() {
        return Some(None);
    }
    let unit = typed.parse::<kernel::Uuid>().ok().map(UnitId::from);
    let known = unit.filter(|unit| register.unit(*unit).is_some());
    if known.is_none() {
        read.wrong(field, AnswerWrong::Unknown);
    }
    known.map(Some)
}
