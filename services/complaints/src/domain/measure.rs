//! Measures that follow from a complaint (I.2 C10, H47): what, who, by when, and whether it helped.

use chrono::NaiveDate;
use kernel::{PersonId, text::FreeText};
use organisation::Register;

use crate::domain::{AnswerFault, AnswerWrong, Done, Policy, Typed};

kernel::define_id!(
    /// Something that is done so that it does not happen again.
    MeasureId
);

/// A measure that can be planned.
#[derive(Debug, Clone)]
pub struct NewMeasure {
    pub text: FreeText,
    pub owner: PersonId,
    pub due_on: NaiveDate,
    /// When somebody looks whether it helped.
    pub check_on: NaiveDate,
}

/// A measure as it was planned, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub id: MeasureId,
    pub text: String,
    pub owner: PersonId,
    pub due_on: NaiveDate,
    pub check_on: NaiveDate,
    pub planned: Done,
    pub effect: Option<Effect>,
}

/// Whether it helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    pub text: String,
    pub done: Done,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedMeasure {
    pub what: String,
    pub owner: String,
    pub due_on: String,
    pub check_on: String,
}

impl NewMeasure {
    /// Every fault at once. The effect is looked at when the measure is done, not before.
    pub fn parse(
        typed: &TypedMeasure,
        register: &Register,
        today: NaiveDate,
        policy: &Policy,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let text = read.text("what", &typed.what, policy.longest_text);
        let owner = read.word::<kernel::Uuid>("owner", &typed.owner).map(PersonId::from);
        if owner.is_some_and(|owner| register.person(owner).is_none()) {
            read.wrong("owner", AnswerWrong::Unknown);
        }
        let due_on = read.day("due_on", &typed.due_on, today);
        let check_on = read.day("check_on", &typed.check_on, due_on.unwrap_or(today));
        let whole = || Some(Self { text: text?, owner: owner?, due_on: due_on?, check_on: check_on? });
        read.whole(whole())
    }
}

impl Measure {
    /// The day it next asks for something. None when its effect is known.
    pub fn next_day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match self.effect {
            Some(_) => None,
            None if today <= self.due_on => Some(self.due_on),
            None => Some(self.check_on),
        }
    }
}
