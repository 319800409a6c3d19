//! Any text, made into one that can be set: nobody is refused a document for the letters they wrote with.

use typst::foundations::{Dict, Str, Value};

use crate::fonts::FONTS;

/// What stands for a character that cannot be shown.
const MISSING: char = '\u{fffd}';
/// A word longer than any is allowed to break, so that it does not run off the paper.
const LONGEST_WORD: usize = 40;

/// How much is trusted to be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Everything that some font has.
    Fonts,
    /// Only what needs no shaping with other characters. For a text that could not be set otherwise.
    Plain,
}

/// Goes through everything that was filled in. True when something had to be replaced.
pub(crate) fn settle(value: &mut Value, trust: Trust) -> bool {
    match value {
        Value::Str(text) => {
            let (shown, replaced) = settled(text, trust);
            *text = Str::from(shown);
            replaced
        }
        Value::Array(items) => {
            let mut replaced = false;
            *items = std::mem::take(items)
                .into_iter()
                .map(|mut item| {
                    replaced |= settle(&mut item, trust);
                    item
                })
                .collect();
            replaced
        }
        Value::Dict(fields) => settle_all(fields, trust),
        _ => false,
    }
}

pub(crate) fn settle_all(fields: &mut Dict, trust: Trust) -> bool {
    let mut replaced = false;
    *fields = std::mem::take(fields)
        .into_iter()
        .map(|(name, mut value)| {
            replaced |= settle(&mut value, trust);
            (name, value)
        })
        .collect();
    replaced
}

fn settled(text: &str, trust: Trust) -> (String, bool) {
    let (mut shown, mut replaced, mut length) = (String::with_capacity(text.len()), false, 0);
    for character in text.chars().filter(|c| !is_silent(*c)) {
        length = if character.is_whitespace() { 0 } else { length + 1 };
        if length > LONGEST_WORD {
            shown.push('\u{200b}');
            length = 1;
        }
        let has = match trust {
            Trust::Fonts => FONTS.have(character),
            Trust::Plain => FONTS.have_plainly(character) && !is_mark(character),
        };
        let drawn = character.is_whitespace() || has && !is_private(character);
        replaced |= !drawn;
        shown.push(if drawn { character } else { MISSING });
    }
    (shown, replaced)
}

/// Leaves no trace on paper: controls, marks of order and direction that could make a text look like another, what chooses
/// between forms of a character.
fn is_silent(character: char) -> bool {
    character.is_control() && character != '\n' && character != '\t'
        || matches!(character,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// PDF/A takes no character of private meaning.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{483}'..='\u{489}')
}

/// Whether a paragraph runs from right to left, by its first letter.
pub(crate) fn runs_leftwards(paragraph: &str) -> bool {
    paragraph.chars().find(|c| c.is_alphabetic()).is_some_and(
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_people_write_with_stay_as_they_are() {
        for text in ["Åsa Öberg – 14:05 ”hej”", "Київ, Ґданськ", "Ελλάδα", "مرحبا بالعالم", "Xoolo dhaqid"]
        {
            assert_eq!(settled(text, Trust::Fonts), (text.to_owned(), false));
        }
    }

    #[test]
    fn what_no_font_has_is_seen_to_be_missing() {
        assert_eq!(settled("ሰላም!", Trust::Fonts), ("���!".to_owned(), true));
        assert_eq!(settled("👩‍👧 ja ❤️", Trust::Fonts).0, "�\u{200d}� ja �");
        assert_eq!(settled("\u{e001}", Trust::Fonts), ("�".to_owned(), true), "of private meaning");
    }

    #[test]
    fn nothing_turns_the_text_around_behind_the_readers_back() {
        assert_eq!(
            settled("a\u{202e}b\u{2066}c\u{0}\u{7}\u{feff}d", Trust::Fonts),
            ("abcd".to_owned(), false)
        );
    }

    #[test]
    fn an_endless_word_may_break() {
        let (shown, _) = settled(&"x".repeat(100), Trust::Fonts);
        assert_eq!(shown.split('\u{200b}').map(str::len).collect::<Vec<_>>(), [40, 40, 20]);
    }

    #[test]
    fn the_first_letter_says_where_a_paragraph_begins() {
        assert!(runs_leftwards("«مرحبا» Lyssna"));
        assert!(!runs_leftwards("12. Lyssna مرحبا"));
        assert!(!runs_leftwards("…"));
    }
}
