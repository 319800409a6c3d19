//! The words that somebody looks for.

use std::fmt;

use super::{
    folded::folded,
    passage::{Excerpt, Passage},
};

/// More words than this narrow nothing down.
const MOST: usize = 10;

/// Parts of words as they are compared: all of them must stand somewhere in a matter. Hidden in `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// What stands between spaces, without signs around it. Empty when there is no letter and no digit.
    pub fn read(typed: &str) -> Self {
        let bare = |word: &str| folded(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let words = typed.split_whitespace().map(bare).filter(|word| !word.is_empty());
        Self(words.take(MOST).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where they stand, if all of them do: the first of the passages with the most of them.
    pub fn find(&self, passages: &[Passage]) -> Option<Excerpt> {
        let has = |passage: &Passage| {
            let text = folded(&passage.text);
            self.0.iter().map(|word| text.contains(word.as_str())).collect::<Vec<_>>()
        };
        let found: Vec<_> = passages.iter().map(has).collect();
        let all = (0..self.0.len()).all(|word| found.iter().any(|has| has[word]));
        let count = |has: &[bool]| has.iter().filter(|has| **has).count();
        // Of equals `max_by_key` takes the last.
        let (passage, _) = passages.iter().zip(&found).rev().max_by_key(|(_, has)| count(has))?;
        if all && !self.is_empty() { Some(Excerpt::of(passage, &self.0)) } else { None }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::Where;

    fn matter() -> Vec<Passage> {
        let said = |place, text: &str| Passage { place, text: text.to_owned() };
        vec![
            said(Where::Original, "Skolbussen kom för sent."),
            said(Where::Message, "Bussen kom inte alls i går, och ingen ringde."),
            said(Where::Journal, "Jag ringde åkeriet."),
        ]
    }

    fn place(typed: &str) -> Option<Where> {
        Words::read(typed).find(&matter()).map(|excerpt| excerpt.place)
    }

    #[test]
    fn every_word_must_stand_somewhere_and_what_has_the_most_of_them_is_shown() {
        for (typed, found) in [
            ("BUSSEN", Some(Where::Original)),
            ("bussen ringde", Some(Where::Message)),
            ("åkeri", Some(Where::Journal)),
            ("akeri", None),
            ("skolbussen åkeriet", Some(Where::Original)),
            ("bussen tåget", None),
            ("\"sent!\"", Some(Where::Original)),
            ("för  sent", Some(Where::Original)),
        ] {
            assert_eq!(place(typed), found, "{typed}");
        }
    }

    #[test]
    fn without_a_letter_or_a_digit_there_is_nothing_to_look_for() {
        for typed in ["", " \t", "!?", "'; --", "🚌"] {
            assert!(Words::read(typed).is_empty(), "{typed}");
        }
        assert_eq!(Words::read(&"a ".repeat(50)).0.len(), MOST);
    }

    #[test]
    fn they_do_not_show_themselves_in_logs() {
        assert_eq!(format!("{:?}", Words::read("hemligt namn")), "Words(2)");
    }
}
