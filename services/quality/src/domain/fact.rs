//! What other services tell: enough to count, too little to recognise anybody.

use std::str::FromStr;

use kernel::{Timestamp, UnitId, Uuid};

use crate::domain::month::Month;

/// A fact as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// What its sender calls it; with the sender's name it removes repeats.
    pub id: Uuid,
    /// An opaque id of the matter.
    pub subject: Uuid,
    pub occurred_at: Timestamp,
    pub fact: Fact,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// None: the complaint named no unit.
    pub unit: Option<UnitId>,
    /// The month the matter came in.
    pub month: Month,
    pub finding: Finding,
}

/// What was found about the matter. The vocabularies of codes are their senders'; here they are only counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A complaint was answered (H46).
    ComplaintAnswered { category: Code, severity: Severity, again: bool },
    /// A view or praise, or what is for somebody else (H46).
    ComplaintSettled { how: Code, category: Option<Code> },
    /// An inquiry into a complaint found a deviation (H40). Kept to be counted and not shown beside the answered: of those the
    /// rest would follow, and a small rest points at somebody.
    DeviationFound { category: Code, deviation: Code },
    /// A lex Sarah case was decided (H50).
    CaseDecided { grade: Code, ivo_required: bool },
}

/// What is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    ComplaintAnswered,
    ComplaintSettled,
    DeviationFound,
    CaseDecided,
}

impl Finding {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::ComplaintAnswered { .. } => Kind::ComplaintAnswered,
            Self::ComplaintSettled { .. } => Kind::ComplaintSettled,
            Self::DeviationFound { .. } => Kind::DeviationFound,
            Self::CaseDecided { .. } => Kind::CaseDecided,
        }
    }
}

/// A code such as `SUPERVISION_SAFETY`: so shaped that no sentence and no name can come in as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a code of 2 to 40 capital letters and underscores")]
pub struct NotACode;

impl Code {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let fits = (2..=40).contains(&text.len()) && text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        if fits { Ok(Self(text.to_owned())) } else { Err(NotACode) }
    }
}

/// How serious a complaint is, 0 (praise) to 4 (suspected misconduct), as staff judged at triage (requirements I.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severity(i16);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be 0 to 4")]
pub struct NotASeverity;

impl Severity {
    pub const fn get(self) -> i16 {
        self.0
    }
}

impl TryFrom<i16> for Severity {
    type Error = NotASeverity;

    fn try_from(value: i16) -> Result<Self, NotASeverity> {
        if (0..=4).contains(&value) { Ok(Self(value)) } else { Err(NotASeverity) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_no_room_for_words_or_names() {
        assert_eq!(
            "IMPLEMENTATION_PLAN".parse::<Code>().map(|code| code.0),
            Ok("IMPLEMENTATION_PLAN".into())
        );
        for text in ["", "A", "Elsa Testberg", "SUPERVISION SAFETY", "CODE1", "Ö_Ö", &"A".repeat(41)] {
            assert_eq!(text.parse::<Code>(), Err(NotACode), "{text:?}");
        }
    }

    #[test]
    fn severity_goes_from_praise_to_suspected_misconduct() {
        for value in 0..=4 {
            assert_eq!(Severity::try_from(value).map(Severity::get), Ok(value));
        }
        assert_eq!(Severity::try_from(-1), Err(NotASeverity));
        assert_eq!(Severity::try_from(5), Err(NotASeverity));
    }
}
