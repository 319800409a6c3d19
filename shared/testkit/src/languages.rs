//! Whether every text is there in every language.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::rooms::each_file;

/// Whoever listens to a page, or has it on a phone, does not know what is to the right, nor which button is green.
const PLACES: [&str; 13] = [
    "till höger",
    "till vänster",
    "gröna knappen",
    "röda knappen",
    "to the right",
    "on the right",
    "on the left",
    "green button",
    "red button",
    "على اليمين",
    "على اليسار",
    "dhanka midig",
    "dhanka bidix",
];

/// Fails when a key is missing in one of the languages of a file of the crate in `folder`, when a file is not there in Swedish
/// and in English, when a template or page uses a key that no file has, or when the variables of a text differ between
/// languages, or when a text points with a place on the page.
pub fn languages(folder: &str) {
    let folder = Path::new(folder);
    let files = read(&folder.join("locales"));
    let mut faults = Vec::new();
    for (file, texts) in &files {
        let missing = ["sv", "en"].into_iter().filter(|language| !texts.contains_key(*language));
        faults.extend(missing.map(|language| format!("{language} lacks {file}")));
        faults.extend(differences(file, texts));
    }
    let shared = folder.join("../../shared/web/locales");
    for locales in [&folder.join("locales"), &shared] {
        each_file(locales, "ftl", &mut |path, text| {
            let points = PLACES.iter().filter(|place| text.to_lowercase().contains(**place));
            faults.extend(points.map(|place| format!("{}: {place}", path.display())));
        });
    }
    let shared = read(&shared);
    let known = keys_of(files.values().chain(shared.values()));
    for part in ["templates", "src"] {
        let ending = if part == "src" { "rs" } else { "html" };
        each_file(&folder.join(part), ending, &mut |path, text| {
            for key in used(&without_comments(text)).filter(|key| !known.contains(key)) {
                faults.push(format!("{}: no text has the key {key}", path.display()));
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Fails when `file` of the crate in `folder`, or what every page shares, is not there in each of `languages` (in their order), or when one of
/// the `rooms` (folders of pages and templates) shows a text that stands elsewhere: it would come out in Swedish.
pub fn speaks(folder: &str, file: &str, languages: &[&str], rooms: &[&str]) {
    let folder = Path::new(folder);
    let (own, shared) = (read(&folder.join("locales")), read(&folder.join("../../shared/web/locales")));
    for texts in [&own[file], &shared["web.ftl"]] {
        assert_eq!(texts.keys().collect::<Vec<_>>(), languages, "{file}");
    }
    let known = keys_of([&own[file], &shared["web.ftl"]].into_iter());
    for room in rooms {
        for ending in ["rs", "html"] {
            each_file(&folder.join(room), ending, &mut |path, text| {
                for key in used(&without_comments(text)) {
                    assert!(known.contains(key), "{}: {key} is not in {file}", path.display());
                }
            });
        }
    }
}

/// What one language of a file lacks, or says of other things than the rest.
fn differences(file: &str, texts: &Languages) -> Vec<String> {
    let mut faults = Vec::new();
    let all: BTreeMap<_, _> = texts.values().flatten().collect();
    for (language, keys) in texts {
        for (key, variables) in &all {
            match keys.get(*key) {
                None => faults.push(format!("{language} of {file} lacks {key}")),
                Some(own) if own != *variables => {
                    faults.push(format!("{language} {key}: {own:?}, elsewhere {variables:?}"));
                }
                Some(_) => {}
            }
        }
    }
    faults
}

fn keys_of<'a>(files: impl Iterator<Item = &'a Languages>) -> BTreeSet<&'a str> {
    files.flat_map(BTreeMap::values).flat_map(BTreeMap::keys).map(String::as_str).collect()
}

/// A template without what it says to those who write templates.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("#}").map_or("", |(_, rest)| rest))
}

/// Keys that stand as they are in `page.t("key")` and its sisters.
fn used(text: &str) -> impl Iterator<Item = &str> {
    ["page.t(\"", "page.t1(\"", "page.t2(\""].into_iter().flat_map(move |call| {
        text.split(call)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|key| !key.contains(['{', '~']))
    })
}

/// Each key and its variables.
type Keys = BTreeMap<String, BTreeSet<String>>;
type Languages = BTreeMap<String, Keys>;

/// By the name of the file.
fn read(locales: &Path) -> BTreeMap<String, Languages> {
    let mut files: BTreeMap<String, Languages> = BTreeMap::new();
    each_file(locales, "ftl", &mut |path, text| {
        let language =
            path.strip_prefix(locales).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let keys = files.entry(file).or_default().entry(language).or_default();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) =
                line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key.trim().clone_into(&mut current);
                assert!(
                    keys.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{current} stands twice in {}",
                    path.display()
                );
            }
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect()
            });
            keys.entry(current.clone()).or_default().extend(variables);
        }
        keys.remove("");
    });
    files
}
