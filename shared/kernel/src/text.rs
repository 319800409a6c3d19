//! What people write. Kept to the letter; refused only when it cannot be kept or shown.

use std::fmt;

/// Free text as somebody wrote it: not empty, no longer than its limit, no control characters but line breaks and
/// tabs. Every alphabet, direction and emoji is welcome. Hidden in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct FreeText(String);

/// Why a text cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    #[error("the text is empty")]
    Empty,
    #[error("the text has {length} characters, {most} can be taken")]
    TooLong { length: usize, most: usize },
    #[error("the text has control characters")]
    ControlCharacters,
}

impl FreeText {
    /// `most` is counted in Unicode scalar values. Line breaks become `\n`; nothing else is changed.
    pub fn parse(typed: &str, most: usize) -> Result<Self, TextFault> {
        let text = typed.replace("\r\n", "\n").replace('\r', "\n");
        let length = text.chars().count();
        if text.trim().is_empty() {
            Err(TextFault::Empty)
        } else if text.contains(unwanted) {
            Err(TextFault::ControlCharacters)
        } else if length > most {
            Err(TextFault::TooLong { length, most })
        } else {
            Ok(Self(text))
        }
    }

    /// As [`Self::parse`], for text that may be left out: nothing but space is None.
    pub fn parse_optional(typed: &str, most: usize) -> Result<Option<Self>, TextFault> {
        match Self::parse(typed, most) {
            Err(TextFault::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// A name, a phone number: one line. Line breaks and tabs become spaces, space around it goes.
    pub fn parse_line(typed: &str, most: usize) -> Result<Option<Self>, TextFault> {
        Self::parse_optional(typed.replace(['\r', '\n', '\t'], " ").trim(), most)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

/// The text with what cannot be kept taken out: shown to the writer beside the error, so that sending again works.
pub fn without_control_characters(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n").replace(unwanted, "")
}

fn unwanted(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

impl fmt::Debug for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FreeText({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alphabet_is_kept_to_the_letter() {
        for typed in ["å", "مرحبا \u{202e}abc", "👩‍👧‍👦\tok\nnext", "  indrag"] {
            assert_eq!(FreeText::parse(typed, 100).map(FreeText::into_string), Ok(typed.to_owned()));
        }
    }

    #[test]
    fn each_fault_has_its_name() {
        assert_eq!(FreeText::parse(" \r\n\t", 9), Err(TextFault::Empty));
        assert_eq!(FreeText::parse("ååååå", 4), Err(TextFault::TooLong { length: 5, most: 4 }));
        assert_eq!(FreeText::parse("a\0b", 9), Err(TextFault::ControlCharacters));
        assert_eq!(without_control_characters("a\0b\r\nc"), "ab\nc");
    }

    #[test]
    fn a_text_does_not_show_itself_in_logs() {
        assert_eq!(format!("{:?}", FreeText::parse("hemligt", 9)), "Ok(FreeText(7 characters))");
    }
}
