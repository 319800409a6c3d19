//! Plain words (språklagen 11 §): short sentences, none of the words that only authorities use, readable by many; and no
//! language that is only half translated.

use std::{fs, path::Path};

const MOST_WORDS: usize = 15;
/// Björnsson's readability index: below 30 is easy to read, as books for children are.
const MOST_LIX: usize = 30;

/// Words that a plain text does without.
const OFFICIALESE: [&str; 14] = [
    "erhålla",
    "avseende",
    "inkomma",
    "inkommit",
    "vederbörande",
    "erforderlig",
    "föreligga",
    "beträffande",
    "tillse",
    "densamma",
    "härmed",
    "ovanstående",
    "nedanstående",
    "åligger",
];

pub(super) fn texts(language: &str) -> Vec<(String, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |folder: &str, name: &str| fs::read_to_string(here.join(folder).join(language).join(name));
    let lines =
        file("locales", "public.ftl").unwrap() + &file("../../shared/web/locales", "web.ftl").unwrap();
    let text = |line: &str| {
        let (key, text) = line.split_once(" = ")?;
        (!line.starts_with('#')).then(|| (key.to_owned(), text.to_owned()))
    };
    lines.lines().filter_map(text).collect()
}

#[test]
fn sentences_are_short() {
    for (key, text) in ["sv", "sv-simple", "en"].map(texts).concat() {
        for sentence in sentences(&text) {
            let words = words(sentence).count();
            assert!(words <= MOST_WORDS || is_set_phrase(&key), "{key} has {words} words: {sentence}");
        }
    }
}

/// Names that the law, or the authority itself, has made long.
fn is_set_phrase(key: &str) -> bool {
    ["about-what", "accessibility-"].iter().any(|start| key.starts_with(start))
}

#[test]
fn the_texts_are_easy_to_read() {
    for (language, most) in [("sv", MOST_LIX), ("sv-simple", MOST_LIX - 5)] {
        let said: Vec<_> = texts(language).into_iter().filter(|(_, text)| words(text).count() > 3).collect();
        let sentences: usize = said.iter().map(|(_, text)| sentences(text).count()).sum();
        let all: Vec<_> = said.iter().flat_map(|(_, text)| words(text)).collect();
        let long = all.iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 6).count();
        let lix = all.len() / sentences + 100 * long / all.len();
        assert!(lix <= most, "{language} has LIX {lix}");
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':']).filter(|sentence| words(sentence).count() > 0)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// A text that stands in Swedish among the others has been forgotten. Names, measures and the spelling alphabet, which is
/// for those who answer the telephone here, are the same everywhere.
#[test]
fn nothing_is_left_in_swedish() {
    let same = ["-review", "-phone", "-email", "-day", "-address", "files-size", "spell-", "language-name"];
    let swedish = texts("sv");
    for language in ["ar", "so", "en"] {
        for ((key, text), (other, translated)) in swedish.iter().zip(texts(language)) {
            assert_eq!(*key, other, "the files have the same order");
            if !same.iter().any(|part| key.contains(part)) && has_words(text) {
                assert_ne!(*text, translated, "{language}: {key}");
                let is_arabic = translated.contains(|c| ('\u{600}'..'\u{700}').contains(&c));
                assert_eq!(is_arabic, language == "ar", "{language}: {key} = {translated}");
            }
        }
    }
}

#[test]
fn no_word_is_one_that_only_authorities_use() {
    for (key, text) in ["sv", "sv-simple"].map(texts).concat() {
        let found = OFFICIALESE.iter().find(|word| text.to_lowercase().contains(**word));
        assert_eq!(found, None, "{key}: {text}");
    }
}

/// Whether there is something to translate beside the variables.
fn has_words(text: &str) -> bool {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    outside.flat_map(str::chars).filter(|c| c.is_alphabetic()).count() > 2
}
