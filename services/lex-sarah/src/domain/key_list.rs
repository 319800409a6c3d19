//! Who is who in a case: kept apart from it, under a key of its own (law A.8). The inquiry says the codes.

use chrono::TimeDelta;
use kernel::text::FreeText;
use serde::Deserialize;

use super::{Fault, Faults, Policy, code::coded};

/// How long the codes are proposed to whoever has looked in the list: as long as the log-in is fresh that a look asks for.
pub const LOOK_LASTS: TimeDelta = TimeDelta::minutes(5);

coded!(
    /// What somebody is in the case.
    PartInCase {
        Youth = "youth",
        Guardian = "guardian",
        Staff = "staff",
        Manager = "manager",
        Other = "other",
    }
);

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedKey {
    pub name: String,
    pub part: String,
}

#[derive(Debug, Clone)]
pub struct NewKey {
    pub name: FreeText,
    pub part: PartInCase,
}

/// A code and the person behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    pub code: String,
    pub name: String,
    pub part: PartInCase,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.code)
    }
}

impl NewKey {
    pub fn parse(typed: &TypedKey, policy: &Policy) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let name = faults.line("name", &typed.name, policy.longest_line);
        let part = faults.choice::<PartInCase>("part", &typed.part);
        let key = name.zip(part).map(|(name, part)| Self { name, part });
        faults.or(key)
    }
}

impl PartInCase {
    /// What its codes begin with. The inquiry is written in Swedish, and so are the codes.
    const fn word(self) -> &'static str {
        match self {
            Self::Youth => "ungdom",
            Self::Guardian => "vårdnadshavare",
            Self::Staff => "personal",
            Self::Manager => "chef",
            Self::Other => "person",
        }
    }

    /// The code after those there are: `ungdom A`, `personal 2`.
    pub fn next_code(self, present: &[String]) -> String {
        let before = present.iter().filter(|code| code.split(' ').next() == Some(self.word())).count();
        let letter =
            u8::try_from(before).ok().filter(|before| *before < 26).map(|before| (b'A' + before) as char);
        match (self, letter) {
            (Self::Youth, Some(letter)) => format!("{} {letter}", self.word()),
            _ => format!("{} {}", self.word(), before + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_counts_for_itself() {
        let mut codes = Vec::new();
        for (part, code) in [
            (PartInCase::Youth, "ungdom A"),
            (PartInCase::Staff, "personal 1"),
            (PartInCase::Youth, "ungdom B"),
            (PartInCase::Staff, "personal 2"),
            (PartInCase::Other, "person 1"),
        ] {
            assert_eq!(part.next_code(&codes), code);
            codes.push(code.to_owned());
        }
    }
}
