//! The answer (I.2 C9), and beside it what the youth has said and how it was considered (H10, LSS 8 §).

use kernel::text::FreeText;

use crate::domain::{AnswerFault, AnswerWrong, Policy, Relation, Typed};

words! {
    /// How the sender gets the answer (I.2 C9).
    AnsweredBy {
        /// On their page, which the code or a log-in opens. A mail says that it has come.
        Page = "page",
        Letter = "letter",
        Phone = "phone",
        /// In person, as some youths would rather have it.
        Meeting = "meeting",
    }
}

#[derive(Debug, Clone)]
pub struct NewAnswer {
    pub by: AnsweredBy,
    /// What the sender is told.
    pub text: FreeText,
    /// What the youth said and how it was considered, or why nobody could ask. It stands in the journal.
    pub youth_heard: Option<FreeText>,
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedAnswer {
    pub by: String,
    pub text: String,
    pub youth_heard: String,
}

impl Relation {
    /// Whether whoever wrote is a youth, or stands near one: then it is about a youth, who is heard.
    pub const fn is_of_a_youth(self) -> bool {
        match self {
            Self::Youth | Self::Guardian | Self::CloseRelation => true,
            Self::Staff | Self::Other | Self::Unknown => false,
        }
    }
}

impl NewAnswer {
    /// Every fault at once.
    pub fn parse(typed: &TypedAnswer, relation: Relation, policy: &Policy) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let by = read.word("by", &typed.by);
        let text = read.text("text", &typed.text, policy.longest_text);
        let heard = read.optional_text("youth_heard", &typed.youth_heard, policy.longest_text);
        if heard == Some(None) && relation.is_of_a_youth() {
            read.wrong("youth_heard", AnswerWrong::Unanswered);
        }
        let whole = || Some(Self { by: by?, text: text?, youth_heard: heard? });
        read.whole(whole())
    }
}
