//! Words that only authorities use. The lists are files, so that who knows the language can change them.

use std::{collections::HashMap, sync::LazyLock};

use super::{Tongue, Word};

/// By the first word: the words of each, and what to say instead. The longest first.
type List = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>;

static SWEDISH: LazyLock<List> = LazyLock::new(|| parse(include_str!("hard_sv.txt")));
static ENGLISH: LazyLock<List> = LazyLock::new(|| parse(include_str!("hard_en.txt")));

/// How many of the words make a hard one together, and what to say instead.
pub(super) fn begins(words: &[Word], tongue: Tongue) -> Option<(usize, &'static str)> {
    let list = match tongue {
        Tongue::Swedish => &*SWEDISH,
        Tongue::English => &*ENGLISH,
        Tongue::Other => return None,
    };
    let stands = |hard: &[&str]| {
        hard.len() <= words.len() && hard.iter().zip(words).all(|(hard, word)| *hard == word.text)
    };
    let (hard, plainly) = list.get(words.first()?.text.as_str())?.iter().find(|(hard, _)| stands(hard))?;
    Some((hard.len(), plainly))
}

/// One line each: `plain word = hard word, hard word, …`. A line that begins with # is for people.
fn parse(file: &'static str) -> List {
    let mut list = List::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let (plainly, hard) = line.split_once('=').expect("a test reads every line");
        for each in hard.split(',') {
            let words: Vec<_> = each.split_whitespace().collect();
            list.entry(words[0]).or_default().push((words, plainly.trim()));
        }
    }
    for entries in list.values_mut() {
        entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    list
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_line_has_a_plain_word_and_hard_ones_and_none_stands_twice() {
        for file in [include_str!("hard_sv.txt"), include_str!("hard_en.txt")] {
            let mut seen = BTreeSet::new();
            for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let (plainly, hard) = line.split_once(" = ").unwrap_or_else(|| panic!("no = in: {line}"));
                assert!(!plainly.is_empty());
                for each in hard.split(", ") {
                    assert!(!each.is_empty() && each.to_lowercase() == each && each.trim() == each, "{line}");
                    assert!(seen.insert(each), "{each} stands twice");
                }
            }
            assert!(seen.len() > 60);
        }
    }
}
