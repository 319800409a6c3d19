//! Text as it is compared: in small letters, and without accents but for those that make another letter in Swedish.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

const RING: char = '\u{30a}';
const DOTS: char = '\u{308}';

/// Each letter with the byte of `text` it stands at. An accent that is left out belongs to the letter before it.
pub(super) fn letters(text: &str) -> Vec<(usize, char)> {
    let mut letters = Vec::with_capacity(text.len());
    for (at, typed) in text.char_indices() {
        for small in typed.to_lowercase() {
            decompose_canonical(small, |part| take(&mut letters, at, part));
        }
    }
    letters
}

/// The letters alone.
pub(super) fn folded(text: &str) -> String {
    letters(text).into_iter().map(|(_, letter)| letter).collect()
}

fn take(letters: &mut Vec<(usize, char)>, at: usize, part: char) {
    if canonical_combining_class(part) == 0 {
        letters.push((at, own(part)));
    } else if let Some((_, last)) = letters.last_mut() {
        *last = match (*last, part) {
            ('a', RING) => 'å',
            ('a', DOTS) => 'ä',
            ('o', DOTS) => 'ö',
            (other, _) => other,
        };
    }
}

/// The neighbours' letters as they are read here.
const fn own(letter: char) -> char {
    match letter {
        'æ' => 'ä',
        'ø' => 'ö',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_large_composed_or_not_are_the_same_and_swedish_letters_are_their_own() {
        for (typed, as_compared) in [
            ("ÅÄÖ", "åäö"),
            ("A\u{30a}a\u{308}O\u{308}", "åäö"),
            ("Idé à la carte", "ide a la carte"),
            ("Müller Ærø", "muller ärö"),
            ("مَرْحَبًا", "مرحبا"),
            ("ẞ ß", "ß ß"),
            ("", ""),
        ] {
            assert_eq!(folded(typed), as_compared, "{typed}");
        }
        assert_ne!(folded("hål"), folded("hal"));
    }

    #[test]
    fn each_letter_knows_where_it_stood() {
        assert_eq!(letters("xA\u{30a}é"), [(0, 'x'), (1, 'å'), (4, 'e')]);
    }
}
