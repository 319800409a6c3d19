//! From what was typed in a form or a body of staff to values: every fault at once, as data.

use chrono::NaiveDate;
use kernel::text::{FreeText, TextFault};

/// What is wrong, and with which field: its name in forms and bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerFault {
    pub field: &'static str,
    pub wrong: AnswerWrong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerWrong {
    /// Not answered, or with a word that is not among the answers.
    Unanswered,
    Text(TextFault),
    /// A day that lies behind, or before the one it follows.
    TooEarly,
    /// A time that has not come.
    TooLate,
    /// Severity 4 and a suspected misconduct are the same judgement.
    SeverityAndMisconductDiffer,
    /// Whoever is concerned does not judge (G.2).
    Conflict,
    /// Nothing is sent to another authority unless the sender agrees (OSL 8:1, 12:2).
    NoConsent,
    /// Not one of those there are.
    Unknown,
    NotAnAddress,
}

/// Collects faults while answers are read one by one.
#[derive(Debug, Default)]
pub struct Typed {
    faults: Vec<AnswerFault>,
}

impl Typed {
    /// Of a form that asks for nothing but a text.
    pub fn only_text(field: &'static str, typed: &str, most: usize) -> Result<FreeText, Vec<AnswerFault>> {
        let mut read = Self::default();
        let text = read.text(field, typed, most);
        read.whole(text)
    }

    pub fn wrong(&mut self, field: &'static str, wrong: AnswerWrong) {
        self.faults.push(AnswerFault { field, wrong });
    }

    /// One of a closed list.
    pub fn word<T: std::str::FromStr>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        self.answered(field, typed.parse().ok())
    }

    /// "yes" or "no".
    pub fn yes(&mut self, field: &'static str, typed: &str) -> Option<bool> {
        let answer = match typed {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        self.answered(field, answer)
    }

    pub fn text(&mut self, field: &'static str, typed: &str, most: usize) -> Option<FreeText> {
        match FreeText::parse(typed, most) {
            Ok(text) => Some(text),
            Err(fault) => {
                self.wrong(field, AnswerWrong::Text(fault));
                None
            }
        }
    }

    /// The outer None is a fault.
    pub fn optional_text(
        &mut self,
        field: &'static str,
        typed: &str,
        most: usize,
    ) -> Option<Option<FreeText>> {
        match FreeText::parse_optional(typed, most) {
            Ok(text) => Some(text),
            Err(fault) => {
                self.wrong(field, AnswerWrong::Text(fault));
                None
            }
        }
    }

    /// A day not before `first`.
    pub fn day(&mut self, field: &'static str, typed: &str, first: NaiveDate) -> Option<NaiveDate> {
        let day = self.answered(field, typed.trim().parse::<NaiveDate>().ok())?;
        if day < first {
            self.wrong(field, AnswerWrong::TooEarly);
            return None;
        }
        Some(day)
    }

    /// The whole, if nothing was wrong.
    pub fn whole<T>(self, whole: Option<T>) -> Result<T, Vec<AnswerFault>> {
        whole.filter(|_| self.faults.is_empty()).ok_or(self.faults)
    }

    fn answered<T>(&mut self, field: &'static str, answer: Option<T>) -> Option<T> {
        if answer.is_none() {
            self.wrong(field, AnswerWrong::Unanswered);
        }
        answer
    }
}
