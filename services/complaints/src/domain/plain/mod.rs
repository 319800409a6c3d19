//! Help with plain language (språklagen 11 §) where an answer is written: long sentences, hard words and the passive are pointed at.
//! Nothing is forbidden, nothing is changed, and nothing leaves this process for it.
//!
//! It reads letters and not meaning, so it is careful: what may as well be something else (a genitive, a deponent verb) is left alone.

mod hard;
mod passive;
mod sentence;
mod tongue;

use std::ops::Range;

use sentence::Word;

pub use tongue::Tongue;

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub tongue: Tongue,
    pub sentences: Vec<Sentence>,
}

/// One sentence. Places are bytes of the text and stand between characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub at: Range<usize>,
    pub words: usize,
    /// More words than are read in one breath.
    pub is_long: bool,
    /// In their order, none over another.
    pub marks: Vec<Mark>,
}

/// A place in a sentence that can be plainer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub at: Range<usize>,
    pub finding: Finding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// A word that only authorities use, and what everybody says.
    Hard { plainly: &'static str },
    /// It does not say who does it.
    Passive,
}

/// Reads a text. A sentence of more than `most_words` is long.
pub fn read(text: &str, most_words: usize) -> Reading {
    let sentences = sentence::sentences(text);
    let tongue = Tongue::of(sentences.iter().flatten());
    let sentence = |words: &Vec<Word>| Sentence {
        at: sentence::extent(text, words),
        words: words.len(),
        is_long: words.len() > most_words,
        marks: marks(words, tongue),
    };
    Reading { tongue, sentences: sentences.iter().map(sentence).collect() }
}

impl Reading {
    /// Whether there is anything to look over.
    pub fn is_plain(&self) -> bool {
        self.sentences.iter().all(|sentence| !sentence.is_long && sentence.marks.is_empty())
    }
}

fn marks(words: &[Word], tongue: Tongue) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = hard::begins(&words[at..], tongue)
            .map(|(length, plainly)| (length, Finding::Hard { plainly }))
            .or_else(|| passive::is_passive(words, at, tongue).then_some((1, Finding::Passive)));
        let Some((length, finding)) = found else {
            at += 1;
            continue;
        };
        marks.push(Mark { at: words[at].at.start..words[at + length - 1].at.end, finding });
        at += length;
    }
    marks
}

#[cfg(test)]
mod tests;
