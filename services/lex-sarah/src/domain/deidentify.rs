//! What in an entry could tell who somebody is (law A.8): person numbers, telephone numbers, e-mail addresses and the
//! reporter's name. It finds what it can and asks; a person answers.

use kernel::EmailAddress;

use super::{Entry, EntryId, Section, Signature, code::coded};

coded!(
    /// What it looks like.
    Trait {
        PersonNumber = "person_number",
        Phone = "phone",
        Email = "email",
        ReportersName = "reporters_name",
    }
);

/// Something in an entry that somebody must look at before the inquiry is complete.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    pub entry: EntryId,
    pub section: Section,
    pub looks_like: Trait,
    /// As it stands in the entry: shown to the one who wrote it, and nowhere else.
    pub found: String,
}

impl std::fmt::Debug for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Finding({:?} in {})", self.looks_like, self.entry)
    }
}

/// Everything there is to look at in an entry, its source included.
pub fn look(entry: &Entry, reporter: &Signature) -> Vec<Finding> {
    let finding =
        |(looks_like, found)| Finding { entry: entry.id, section: entry.section, looks_like, found };
    let texts = [Some(entry.text.as_str()), entry.source.as_deref()];
    texts.into_iter().flatten().flat_map(|text| traits(text, &reporter.name)).map(finding).collect()
}

fn traits(text: &str, reporter: &str) -> Vec<(Trait, String)> {
    let numbers =
        runs_of_digits(text).filter_map(|run| kind_of_number(run).map(|kind| (kind, run.to_owned())));
    let addresses = words(text).filter(|word| word.parse::<EmailAddress>().is_ok());
    let addresses = addresses.map(|word| (Trait::Email, word.to_owned()));
    let names = name_in(text, reporter).map(|name| (Trait::ReportersName, name));
    numbers.chain(addresses).chain(names).collect()
}

/// Stretches of digits with what people put between them: spaces, dots, strokes, every kind of dash.
fn runs_of_digits(text: &str) -> impl Iterator<Item = &str> {
    let belongs = |c: char| c.is_ascii_digit() || SEPARATORS.contains(c);
    text.split(move |c| !belongs(c))
        .map(|part| part.trim_matches(|c: char| !c.is_ascii_digit() && c != '+'))
        .filter(|part| !part.is_empty())
}

const SEPARATORS: &str = " \u{a0}\u{202f}-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}+./()";

fn kind_of_number(run: &str) -> Option<Trait> {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    if is_person_number(run, &digits) {
        Some(Trait::PersonNumber)
    } else if is_phone(run, &digits) {
        Some(Trait::Phone)
    } else {
        None
    }
}

/// Ten or twelve digits that begin with a day; a coordination number adds 60 to the day. The last four stand together:
/// a day with a time of day (`2026-10-22 14.40`) does not look like that.
fn is_person_number(run: &str, digits: &str) -> bool {
    let last = run.chars().rev().take_while(char::is_ascii_digit).count();
    let short = match digits.len() {
        10 => digits,
        12 if digits.starts_with("19") || digits.starts_with("20") => &digits[2..],
        _ => return false,
    };
    let number = |part: &str| part.parse::<u8>().unwrap_or_default();
    let (month, day) = (number(&short[2..4]), number(&short[4..6]));
    last >= 4 && (1..=12).contains(&month) && matches!(day, 1..=31 | 61..=91)
}

/// A Swedish number of nine or ten digits, or one that says its country.
fn is_phone(run: &str, digits: &str) -> bool {
    let abroad = run.starts_with('+') || digits.starts_with("00");
    if abroad {
        (9..=15).contains(&digits.len())
    } else {
        digits.starts_with('0') && matches!(digits.len(), 9 | 10)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "()<>[]\"”“,;:!?".contains(c))
        .map(|word| word.trim_matches('.'))
}

/// The reporter's whole name however it is written, or one of its parts as a name: with its capital, also in the genitive.
/// Initials are too short to tell anything.
fn name_in(text: &str, reporter: &str) -> Option<String> {
    if !reporter.trim().is_empty() && text.to_lowercase().contains(&reporter.to_lowercase()) {
        return Some(reporter.to_owned());
    }
    let parts = || reporter.split_whitespace().filter(|part| part.chars().count() >= 3);
    let is_part = |word: &&str| parts().any(|part| *word == part || word.strip_suffix('s') == Some(part));
    let by_letters = |c: char| !(c.is_alphabetic() || c == '-' || c == '’' || c == '\'');
    text.split(by_letters).find(is_part).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Trait, String)> {
        traits(text, "Jonna Provberg")
    }

    #[test]
    fn person_numbers_are_found_however_they_are_written() {
        for typed in [
            "20090214-2380",
            "090214-2380",
            "0902142380",
            "200902142380",
            "090214 2380",
            "090214–2380",
            "090214/2380",
            "090214.2380",
            "090214+2380",
            "2009-02-14-2380",
            "2009 02 14 2380",
            "2009-02-14 - 2380",
            "090274-2380",
        ] {
            let text = format!("Ungdomen ({typed}) var med.");
            assert_eq!(found(&text), [(Trait::PersonNumber, typed.to_owned())], "{typed}");
        }
    }

    #[test]
    fn telephone_numbers_are_found_however_they_are_written() {
        for typed in
            ["070-174 06 05", "+46 70 174 06 05", "08-465 004 99", "(08) 465 004 99", "0046701740605"]
        {
            let text = format!("Ring {typed} i kväll");
            let found = found(&text);
            assert_eq!(found.len(), 1, "{typed}: {found:?}");
            assert_eq!(found[0].0, Trait::Phone, "{typed}");
        }
        assert_eq!(found("Ring 0701740605").len(), 1, "a number of ten digits may be either; it is found");
    }

    #[test]
    fn days_times_and_counts_are_left_alone() {
        for text in [
            "Torsdag 22/10 ca 14.40",
            "den 2026-10-22 14.40",
            "kl. 07.15–08.30, 3 av 11",
            "UTBF 2026-17 och 7KM4-Q2XP",
            "01-02-2026",
            "Utl. 2017:235, dnr 159-1132/2016",
            "1,5 km, 40 min, 112",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn addresses_and_the_reporters_name_are_found() {
        let text = "Skriv till (anna.prov@example.org). Enligt Jonna var Provbergs grupp ute.";
        assert_eq!(
            found(text),
            [(Trait::Email, "anna.prov@example.org".to_owned()), (Trait::ReportersName, "Jonna".to_owned())]
        );
        assert_eq!(found("enligt JONNA PROVBERG")[0].0, Trait::ReportersName);
        assert_eq!(found("Provbergs uppgift")[0].1, "Provbergs");
        assert_eq!(found("personalen på Jonnagården"), []);
    }
}
