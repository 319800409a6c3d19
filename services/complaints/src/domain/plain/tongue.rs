//! Which language a text is in, as far as there are rules for it.

use super::Word;

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    Swedish,
    English,
    /// Another, or too short to tell: only the length of its sentences is looked at.
    Other,
}

const SWEDISH: [&str; 24] = [
    "och", "att", "det", "som", "är", "vi", "inte", "har", "med", "för", "till", "på", "av", "du", "den",
    "jag", "ett", "en", "från", "om", "kommer", "ditt", "din", "så",
];
const ENGLISH: [&str; 24] = [
    "the", "and", "of", "to", "is", "we", "not", "have", "with", "for", "that", "on", "by", "you", "it",
    "are", "was", "will", "your", "our", "be", "has", "from", "this",
];

impl Tongue {
    /// By the small words that no text does without.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a Word>) -> Self {
        let (mut swedish, mut english) = (0, 0);
        for word in words {
            swedish +=
                usize::from(SWEDISH.contains(&word.text.as_str()) || word.text.contains(['å', 'ä', 'ö']));
            english += usize::from(ENGLISH.contains(&word.text.as_str()));
        }
        match swedish.cmp(&english) {
            std::cmp::Ordering::Greater => Self::Swedish,
            std::cmp::Ordering::Less => Self::English,
            std::cmp::Ordering::Equal => Self::Other,
        }
    }
}
