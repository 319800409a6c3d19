//! What is looked through of a matter, and what is shown of it when the words stand there.

use super::folded::letters;

words! {
    /// In what of a matter the words stand.
    Where {
        /// What was sent in.
        Original = "original",
        Message = "message",
        Answer = "answer",
        Journal = "journal",
        Measure = "measure",
        Duty = "duty",
        Contact = "contact",
        /// The name of a file. What is in a file is not looked through.
        File = "file",
    }
}

/// One text of a matter, opened.
pub struct Passage {
    pub place: Where,
    pub text: String,
}

/// A short piece of what was written, around the first of the words.
#[derive(Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub place: Where,
    pub pieces: Vec<Piece>,
}

/// A run of text that is one of the words, or that is none.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub is_word: bool,
}

/// Letters before the first word, and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 200;

impl Excerpt {
    /// `words` as they are compared.
    pub(super) fn of(passage: &Passage, words: &[String]) -> Self {
        let letters = letters(&passage.text);
        let hits = hits(&letters, words);
        let first = hits.iter().position(|is_word| *is_word).unwrap_or_default();
        let (from, to) = window(&letters, first);
        let byte = |letter: usize| letters.get(letter).map_or(passage.text.len(), |(at, _)| *at);
        let (mut pieces, mut begun) = (Vec::new(), from);
        for letter in from + 1..=to {
            if letter == to || hits[letter] != hits[begun] {
                let text = passage.text[byte(begun)..byte(letter)].replace(['\n', '\t'], " ");
                pieces.push(Piece { text, is_word: hits[begun] });
                begun = letter;
            }
        }
        if from > 0 {
            pieces.insert(0, Piece { text: "… ".to_owned(), is_word: false });
        }
        if to < letters.len() {
            pieces.push(Piece { text: " …".to_owned(), is_word: false });
        }
        Self { place: passage.place, pieces }
    }
}

/// Which letters belong to one of the words.
fn hits(letters: &[(usize, char)], words: &[String]) -> Vec<bool> {
    let mut hits = vec![false; letters.len()];
    for word in words {
        let word: Vec<char> = word.chars().collect();
        for (at, run) in letters.windows(word.len()).enumerate() {
            if run.iter().map(|(_, letter)| letter).eq(&word) {
                hits[at..at + word.len()].fill(true);
            }
        }
    }
    hits
}

/// From where to where, cut between words where that can be.
fn window(letters: &[(usize, char)], first: usize) -> (usize, usize) {
    let is_space = |letter: &usize| letters[*letter].1.is_whitespace();
    let from = first.saturating_sub(BEFORE);
    let from = if from == 0 { 0 } else { (from..first).find(is_space).map_or(from, |space| space + 1) };
    let to = (from + LENGTH).min(letters.len());
    let to = if to == letters.len() { to } else { (first + 1..to).rev().find(is_space).unwrap_or(to) };
    (from, to)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::search::Words;

    fn shown(text: &str, typed: &str) -> String {
        let passage = Passage { place: Where::Message, text: text.to_owned() };
        let excerpt = Words::read(typed).find(&[passage]).unwrap();
        let marked = |piece: &Piece| {
            if piece.is_word { format!("[{}]", piece.text) } else { piece.text.clone() }
        };
        excerpt.pieces.iter().map(marked).collect()
    }

    #[test]
    fn every_word_is_marked_where_it_stands_to_the_letter() {
        assert_eq!(shown("Skolbussen\nkom. BUSS!", "buss"), "Skol[buss]en kom. [BUSS]!");
        assert_eq!(shown("ab abc", "ab abc"), "[ab] [abc]");
        assert_eq!(shown("Cafe\u{301} A\u{30a}sa", "café åsa"), "[Cafe\u{301}] [A\u{30a}sa]");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let text = format!("{}nyckeln{}", "ett två tre ".repeat(30), " fyra fem".repeat(60));
        let shown = shown(&text, "nyckel");
        assert!(shown.starts_with("… två tre ett") || shown.starts_with("… tre ett"), "{shown}");
        assert!(shown.contains("tre [nyckel]n fyra") && shown.ends_with(" …"), "{shown}");
        assert!(shown.chars().count() < LENGTH + 10);
    }

    proptest! {
        /// Whatever alphabet, accents or signs: it never stops in the middle of a letter, and shows only what was written.
        #[test]
        fn what_is_shown_was_written(text in "\\PC{0,400}", start in 0..400_usize, length in 1..6_usize) {
            let typed: String = text.chars().skip(start).take(length).collect();
            let words = Words::read(&typed);
            let passage = Passage { place: Where::Original, text: text.clone() };
            if let Some(excerpt) = words.find(std::slice::from_ref(&passage)) {
                let text = text.replace(['\n', '\t'], " ");
                for piece in excerpt.pieces.iter().filter(|piece| !["… ", " …"].contains(&piece.text.as_str())) {
                    prop_assert!(text.contains(&piece.text));
                }
                prop_assert!(excerpt.pieces.iter().any(|piece| piece.is_word));
            }
        }
    }
}
