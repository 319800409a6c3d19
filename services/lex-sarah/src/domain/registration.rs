//! What the diary says of a report: open to everybody and so neutral (OSL 5:2), with the mark of secrecy (OSL 5:5). This
//! service writes it as soon as the report is in; a registrar checks it (L3).

use chrono::NaiveDate;
use kernel::Timestamp;
use serde::Deserialize;

use super::{CaseId, Fault, Faults, Policy};

/// What stands in the diary now. Nothing in it comes from what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub case: CaseId,
    pub number: String,
    pub at: Timestamp,
    pub line: String,
    /// None: no mark.
    pub secrecy: Option<SecrecyMark>,
    /// How many times a registrar has said what it is to be.
    pub checks: i64,
}

/// A mark warns; it decides nothing (OSL 5:5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecrecyMark {
    /// By which provision something may be secret.
    pub ground: String,
    pub on: NaiveDate,
    pub authority: String,
}

/// What a registrar filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedRegistration {
    pub line: String,
    /// The provision of the mark, or [`NO_MARK`].
    pub mark: String,
}

/// The word for an entry that bears no mark.
pub const NO_MARK: &str = "none";

impl Registration {
    /// The same entry with the line and the mark that were chosen. Number and day stay, and so does the day of a mark that
    /// is kept.
    pub fn checked(
        self,
        typed: &TypedRegistration,
        today: NaiveDate,
        policy: &Policy,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let line = faults.one_of("line", &typed.line, &self.lines(policy));
        let mark = match typed.mark.as_str() {
            NO_MARK => Some(None),
            typed => faults.one_of("mark", typed, &self.grounds(policy)).map(Some),
        };
        let chosen = faults.or(line.zip(mark))?;
        let (line, ground) = chosen;
        let kept = self.secrecy.filter(|mark| Some(&mark.ground) == ground.as_ref());
        let new =
            || ground.map(|ground| SecrecyMark { ground, on: today, authority: policy.authority.clone() });
        Ok(Self { line, secrecy: kept.or_else(new), checks: self.checks + 1, ..self })
    }

    /// The lines there are to choose from: each neutral.
    pub fn lines(&self, policy: &Policy) -> Vec<String> {
        with(&self.line, &policy.diary_line, &policy.other_diary_lines)
    }

    /// The provisions there are to choose from.
    pub fn grounds(&self, policy: &Policy) -> Vec<String> {
        let own = self.secrecy.as_ref().map_or(&policy.secrecy_ground, |mark| &mark.ground);
        with(own, &policy.secrecy_ground, &policy.other_secrecy_grounds)
    }
}

/// Those of the settings, and the one that stands there since other settings, each once.
fn with(own: &String, usual: &String, others: &[String]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for each in std::iter::once(usual).chain(others).chain([own]) {
        if !all.contains(each) {
            all.push(each.clone());
        }
    }
    all
}
