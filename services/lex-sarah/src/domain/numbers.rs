//! Numbers that tell who somebody is: person numbers and coordination numbers, also mistyped, and telephone numbers.

use super::deidentify::{Hit, Trait};

pub fn find(text: &str) -> Vec<Hit<'_>> {
    let kind = |run| kind_of_number(run).map(|kind| (kind, run, proposal(kind)));
    runs_of_digits(text).filter_map(kind).collect()
}

fn proposal(kind: Trait) -> String {
    if kind == Trait::PersonNumber { "[personnummer]" } else { "[telefonnummer]" }.to_owned()
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
    if is_person_number(run, &digits) || is_mistyped_person_number(run) {
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
        12 if is_century(digits) => &digits[2..],
        _ => return false,
    };
    last >= 4 && is_day(&short[2..6])
}

/// Six or eight digits, one stroke, and some four more: a digit too many or too few, or month and day the wrong way round.
fn is_mistyped_person_number(run: &str) -> bool {
    let mut parts = run.split(|c: char| !c.is_ascii_digit());
    let (Some(day), Some(number), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    match (day.len(), number.len()) {
        (6, 4) => true,
        (6, 3 | 5) => is_day(&day[2..]),
        (8, 3..=5) => is_century(day),
        _ => false,
    }
}

fn is_century(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

fn is_day(month_and_day: &str) -> bool {
    let number = |part: &str| part.parse::<u8>().unwrap_or_default();
    (1..=12).contains(&number(&month_and_day[..2])) && matches!(number(&month_and_day[2..]), 1..=31 | 61..=91)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Trait, &str)> {
        find(text).into_iter().map(|(kind, found, _)| (kind, found)).collect()
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
            assert_eq!(found(&text), [(Trait::PersonNumber, typed)], "{typed}");
        }
    }

    #[test]
    fn person_numbers_are_found_when_they_are_mistyped() {
        for typed in
            ["090214-238", "090214-23801", "20090214-238", "20090214-23801", "20091402-2380", "091402-2380"]
        {
            let text = format!("Ungdomen ({typed}) var med.");
            assert_eq!(found(&text), [(Trait::PersonNumber, typed)], "{typed}");
        }
    }

    #[test]
    fn telephone_numbers_are_found_however_they_are_written() {
        for typed in ["070-174 06 05", "+46 70 174 06 05", "08-465 004 99", "08) 465 004 99", "0046701740605"]
        {
            let text = format!("Ring {typed} i kväll");
            let found = found(&text);
            assert_eq!(found, [(Trait::Phone, typed)], "{typed}");
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
}
