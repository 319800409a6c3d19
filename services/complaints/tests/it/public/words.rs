//! Plain words (språklagen 11 §): short sentences, none of the words that only authorities use.

use std::{fs, path::Path};

const MOST_WORDS: usize = 15;

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

fn texts(language: &str) -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("public.ftl");
    let lines = fs::read_to_string(file).unwrap();
    let text = |line: &str| {
        let (key, text) = line.split_once(" = ")?;
        (!line.starts_with('#')).then(|| (key.to_owned(), text.to_owned()))
    };
    lines.lines().filter_map(text).collect()
}

#[test]
fn sentences_are_short() {
    for (key, text) in ["sv", "en"].map(texts).concat() {
        for sentence in text.split_inclusive(['.', '?', '!', ':']) {
            let words =
                sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            assert!(words <= MOST_WORDS, "{key} has {words} words: {sentence}");
        }
    }
}

#[test]
fn no_word_is_one_that_only_authorities_use() {
    for (key, text) in texts("sv") {
        let found = OFFICIALESE.iter().find(|word| text.to_lowercase().contains(**word));
        assert_eq!(found, None, "{key}: {text}");
    }
}
