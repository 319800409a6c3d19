//! What the law asks for besides the answer, once triage has found it (I.2 C4 b, c, f; law A.9, E, C.7).

use chrono::TimeDelta;
use kernel::{Timestamp, text::FreeText};

use crate::domain::{AnswerFault, AnswerWrong, Done, Policy, Typed};

words! {
    /// Which duty.
    Duty {
        /// To tell socialnämnden at once (LSS 24 g §, socialtjänstlagen 19 kap. 1 §).
        ChildProtection = "child_protection",
        /// To tell IMY within 72 hours, or to document why not (GDPR art. 33).
        DataBreach = "data_breach",
        /// To judge whether names are withheld (FL 33 § last paragraph).
        Threat = "threat",
    }
}

words! {
    /// How it was fulfilled.
    Outcome {
        /// The authority was told.
        Reported = "reported",
        /// A breach without a risk to anybody is documented and not reported (art. 33.1, 33.5).
        Documented = "documented",
        /// Nobody's name stands in what the sender gets from now on.
        NamesWithheld = "names_withheld",
        NamesShown = "names_shown",
    }
}

/// Who was told what, when and how; for a threat the reason, which is kept.
#[derive(Debug, Clone)]
pub struct NewFulfilment {
    pub duty: Duty,
    pub outcome: Outcome,
    pub note: FreeText,
}

/// A duty that was fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fulfilment {
    pub duty: Duty,
    pub outcome: Outcome,
    pub note: String,
    pub done: Done,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedFulfilment {
    pub duty: String,
    pub outcome: String,
    pub note: String,
}

impl Duty {
    /// What it can end in.
    pub const fn outcomes(self) -> &'static [Outcome] {
        match self {
            Self::ChildProtection => &[Outcome::Reported],
            Self::DataBreach => &[Outcome::Reported, Outcome::Documented],
            Self::Threat => &[Outcome::NamesWithheld, Outcome::NamesShown],
        }
    }
}

impl NewFulfilment {
    /// Every fault at once.
    pub fn parse(typed: &TypedFulfilment, policy: &Policy) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let duty = read.word::<Duty>("duty", &typed.duty);
        let outcome = read.word("outcome", &typed.outcome);
        let note = read.text("note", &typed.note, policy.longest_text);
        if let (Some(duty), Some(outcome)) = (duty, outcome)
            && !duty.outcomes().contains(&outcome)
        {
            read.wrong("outcome", AnswerWrong::Unanswered);
        }
        let whole = || Some(Self { duty: duty?, outcome: outcome?, note: note? });
        read.whole(whole())
    }
}

/// When IMY must have been told of a breach that was found now: hours, over nights and weekends (GDPR art. 33.1).
pub fn breach_by(found_at: Timestamp) -> Timestamp {
    found_at + TimeDelta::hours(72)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_ends_in_its_own_outcomes_only() {
        for duty in Duty::ALL {
            for outcome in Outcome::ALL {
                let typed = TypedFulfilment {
                    duty: duty.to_string(),
                    outcome: outcome.to_string(),
                    note: "a".into(),
                };
                let parsed = NewFulfilment::parse(&typed, &Policy::default());
                assert_eq!(parsed.is_ok(), duty.outcomes().contains(outcome), "{duty} {outcome}");
            }
        }
        assert_eq!(
            NewFulfilment::parse(&TypedFulfilment::default(), &Policy::default()).unwrap_err().len(),
            3
        );
    }

    #[test]
    fn seventy_two_hours_run_over_the_weekend_and_the_change_of_the_clock() {
        let friday = "2026-10-23T16:00:00+02:00".parse().unwrap();
        assert_eq!(breach_by(friday), "2026-10-26T15:00:00+01:00".parse::<Timestamp>().unwrap());
    }
}
