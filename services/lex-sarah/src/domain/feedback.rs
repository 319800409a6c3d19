//! What was told to those it concerned, or why the law keeps it from them (H48, OSL 12:3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Content, Fault, Faults, Policy, Record, TypedKept, YesNo, code::coded};

coded!(
    /// Who is told what came of it.
    Audience {
        Reporter = "reporter",
        StaffGroup = "staff_group",
        Youth = "youth",
        /// Only while the youth is under age, and as far as OSL 12:3 lets.
        Guardian = "guardian",
    }
);

/// What was told to whom, or why it was not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Feedback {
    pub to: Audience,
    pub is_given: bool,
    /// What was told, when and how; or the reason and the provision.
    pub words: String,
}

impl Feedback {
    /// Whether its words are for the reporter to read on the page of their report.
    pub fn is_the_reporters(&self) -> bool {
        self.to == Audience::Reporter && self.is_given
    }
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedFeedback {
    #[schema(value_type = Audience)]
    pub to: String,
    #[schema(value_type = YesNo)]
    pub is_given: String,
    /// What was told, when and how; or why it is not told, and by which provision. What the reporter was told they can read.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "På mötet 12 november: vad vi ändrar vid hemgång. Inga namn."
    )]
    pub words: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

impl TypedFeedback {
    pub fn parse(&self, policy: &Policy) -> Result<Feedback, Vec<Fault>> {
        let mut faults = Faults::default();
        let to = faults.choice("to", &self.to);
        let is_given = faults.choice::<YesNo>("is_given", &self.is_given);
        let words = faults.text("words", &self.words, policy.longest_text);
        faults.or(to.zip(is_given).zip(words).map(|((to, is_given), words)| Feedback {
            to,
            is_given: is_given == YesNo::Yes,
            words: words.into_string(),
        }))
    }
}

/// Those of whom nothing is said yet.
pub fn not_told(records: &[Record]) -> Vec<Audience> {
    let told = |audience: &Audience| {
        records.iter().any(|record| matches!(&record.content, Content::Feedback(f) if f.to == *audience))
    };
    Audience::ALL.iter().copied().filter(|audience| !told(audience)).collect()
}
