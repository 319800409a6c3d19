//! What the law asks for besides the answer, once triage has found it (I.2 C4 b, c, f; law A.9, C.6, C.7, E).

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
        /// To decide on a request for records: skyndsamt, and a refusal says how to get a written decision (OSL 6:3, law C.6).
        AccessRequest = "access_request",
        /// To tell the board that ordered the service that it was not given: it counts the three months (LSS 28 f §, H09).
        OrderingBoard = "ordering_board",
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
        Released = "released",
        /// Wholly or in part, and the sender was told that they can demand a written decision (OSL 6:3).
        Refused = "refused",
        /// With reasons, and how to appeal: to kammarrätten, within three weeks (FL 43 and 44 §§).
        RefusedInWriting = "refused_in_writing",
        /// The inquiry found that nothing of it was to be done.
        NotNeeded = "not_needed",
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
            Self::AccessRequest => {
                &[Outcome::Released, Outcome::Refused, Outcome::RefusedInWriting, Outcome::NotNeeded]
            }
            Self::OrderingBoard => &[Outcome::Reported, Outcome::NotNeeded],
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
