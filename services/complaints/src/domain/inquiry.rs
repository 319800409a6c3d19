//! What an inquiry found (I.2 C8, FL 27 §): what happened, how that is known, who was heard, what the routine says of it.

use kernel::text::FreeText;

use crate::domain::{AnswerFault, AnswerWrong, Complaint, Policy, Typed};

words! {
    /// Whether the inquiry found a deviation (H40), and of which kind: the two that the management system knows.
    Deviation {
        /// Goals and demands of the rules, the commission or another decision were not met.
        QualityNotReached = "quality_not_reached",
        /// Staff did not work by the processes and routines.
        RoutineNotFollowed = "routine_not_followed",
        None = "none",
    }
}

impl Deviation {
    pub const fn is_found(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// What is written down. The first time all of it; what is added later need not say everything once more.
#[derive(Debug, Clone)]
pub struct NewInquiry {
    pub happened: FreeText,
    /// What that rests on: what was read and seen.
    pub sources: Option<FreeText>,
    /// Who was heard and what they said, or why nobody was.
    pub heard: Option<FreeText>,
    /// What the routine says, and whether it was followed.
    pub compared: Option<FreeText>,
    /// What a guardian may be told (H12, OSL 12:3): the youth's age and maturity, what is decided, and when it is looked at again.
    pub towards_guardian: Option<FreeText>,
    pub deviation: Deviation,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedInquiry {
    pub happened: String,
    pub sources: String,
    pub heard: String,
    pub compared: String,
    pub towards_guardian: String,
    pub deviation: String,
}

impl NewInquiry {
    /// Every fault at once.
    pub fn parse(
        typed: &TypedInquiry,
        complaint: &Complaint,
        policy: &Policy,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let most = policy.longest_text;
        let happened = read.text("happened", &typed.happened, most);
        let mut part = |field, typed: &str| {
            let text = read.optional_text(field, typed, most);
            if text == Some(None) && complaint.deviation.is_none() {
                read.wrong(field, AnswerWrong::Unanswered);
            }
            text
        };
        let sources = part("sources", &typed.sources);
        let heard = part("heard", &typed.heard);
        let compared = part("compared", &typed.compared);
        let towards_guardian = read.optional_text("towards_guardian", &typed.towards_guardian, most);
        let deviation = read.word("deviation", &typed.deviation);
        let whole = || {
            Some(Self {
                happened: happened?,
                sources: sources?,
                heard: heard?,
                compared: compared?,
                towards_guardian: towards_guardian?,
                deviation: deviation?,
            })
        };
        read.whole(whole())
    }
}
