//! Where a sentence begins and ends.

use std::ops::Range;

/// A word: where it stands, and its letters in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub at: Range<usize>,
    pub text: String,
    /// Written with a capital: a name, or the first of its sentence.
    pub is_capital: bool,
}

/// After these a full stop ends nothing.
const ABBREVIATIONS: [&str; 30] = [
    "ex", "kl", "dvs", "bl", "nr", "ca", "resp", "tel", "jfr", "kap", "st", "ev", "inkl", "exkl", "max",
    "min", "jan", "feb", "aug", "sept", "okt", "nov", "dec", "mån", "tis", "ons", "fre", "mr", "mrs", "dr",
];

/// The sentences of a text, as their words. A line of its own is a sentence: headings and lists have no full stops.
pub(super) fn sentences(text: &str) -> Vec<Vec<Word>> {
    let mut sentences = vec![Vec::new()];
    let words = words(text);
    for (number, word) in words.iter().enumerate() {
        sentences.last_mut().expect("there is one").push(word.clone());
        if let Some(next) = words.get(number + 1)
            && ends(&text[word.at.end..next.at.start], word, next)
        {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|words| !words.is_empty());
    sentences
}

/// From the first letter to the stop after the last.
pub(super) fn extent(text: &str, words: &[Word]) -> Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    let rest = &text[last.at.end..];
    let stop = rest.find(|c: char| !is_stop(c) && !is_closing(c)).unwrap_or(rest.len());
    first.at.start..last.at.end + stop
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut begun = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), begun) {
            (true, None) => begun = Some(at),
            (false, Some(from)) if !joins(text, at, letter) => {
                words.push(word(text, from..at));
                begun = None;
            }
            _ => {}
        }
    }
    words
}

/// A hyphen or an apostrophe between two letters: `e-post`, `don't`.
fn joins(text: &str, at: usize, letter: char) -> bool {
    matches!(letter, '-' | '\'' | '’')
        && text[at + letter.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric)
}

fn word(text: &str, at: Range<usize>) -> Word {
    let written = &text[at.clone()];
    Word {
        is_capital: written.chars().next().is_some_and(char::is_uppercase),
        text: written.to_lowercase().replace('’', "'"),
        at,
    }
}

/// Whether what stands between two words parts two sentences.
fn ends(between: &str, word: &Word, next: &Word) -> bool {
    if between.contains(['\n', '!', '?', '…', '؟']) {
        return true;
    }
    let has_stop = between.contains('.') && between.contains(char::is_whitespace);
    // Of `m.m.` one cannot tell but by what comes after.
    let is_letter = word.text.chars().count() == 1 && !word.text.chars().all(char::is_numeric);
    has_stop && !ABBREVIATIONS.contains(&word.text.as_str()) && (!is_letter || next.is_capital)
}

const fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | ':' | ';' | '؟')
}

const fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '”' | '’' | '\'' | '»' | ')')
}
