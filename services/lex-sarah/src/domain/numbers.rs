//! Numbers that tell who somebody is: person numbers and coordination numbers, also mistyped, and telephone numbers.

use std::ops::Range;

use super::deidentify::{Hit, Trait};

pub fn find(text: &str) -> Vec<Hit<'_>> {
    let kind = |(kind, found)| (kind, found, proposal(kind));
    runs_of_digits(text).flat_map(of_run).map(kind).collect()
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

/// A person number may stand among other figures ("rum 3 090214-2380"), so every piece of a run is looked at; what two
/// pieces share is found in both. A telephone number is a run by itself.
fn of_run(run: &str) -> Vec<(Trait, &str)> {
    let persons: Vec<_> = pieces(run).into_iter().filter(|piece| is_person(&run[piece.clone()])).collect();
    let within = |piece: &Range<usize>, other: &Range<usize>| {
        piece != other && other.start <= piece.start && piece.end <= other.end
    };
    let widest = persons.iter().filter(|piece| !persons.iter().any(|other| within(piece, other)));
    let found: Vec<_> = widest.map(|piece| (Trait::PersonNumber, &run[piece.clone()])).collect();
    if found.is_empty() && is_phone(run, &digits_of(run)) { vec![(Trait::Phone, run)] } else { found }
}

/// From the beginning of any number in a run to the end of any, as far as a person number reaches.
fn pieces(run: &str) -> Vec<Range<usize>> {
    let numbers = numbers_in(run);
    let from = |(at, first): (usize, &Range<usize>)| {
        let rest = numbers[at..].iter().map(|last| first.start..last.end);
        rest.take_while(|piece| digits_of(&run[piece.clone()]).len() <= LONGEST).collect::<Vec<_>>()
    };
    numbers.iter().enumerate().flat_map(from).collect()
}

/// Eight digits and five: a person number with one too many.
const LONGEST: usize = 13;

fn numbers_in(run: &str) -> Vec<Range<usize>> {
    let digits = run.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let start = |number: &str| number.as_ptr() as usize - run.as_ptr() as usize;
    digits.map(|number| start(number)..start(number) + number.len()).collect()
}

fn digits_of(run: &str) -> String {
    run.chars().filter(char::is_ascii_digit).collect()
}

fn is_person(piece: &str) -> bool {
    is_person_number(piece, &digits_of(piece)) || is_mistyped_person_number(piece)
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

/// Ten digits whose third is 2 or more, as no month begins, and whose check digit is right: the number of an organisation. What has
/// only that form may as well be a mistyped person number.
pub fn may_be_an_organisation(found: &str) -> bool {
    let digits: Vec<u32> = found.chars().filter_map(|c| c.to_digit(10)).collect();
    let doubled = digits.iter().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| match digit * weight {
        two @ 10.. => two - 9,
        one => one,
    });
    digits.len() == 10 && digits[2] >= 2 && doubled.sum::<u32>() % 10 == 0
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
    fn person_numbers_are_found_among_other_figures() {
        for text in ["rum 3 20090214-2380", "kl. 15.10 090214-2380 (2) var där", "090214-2380, 5 st"] {
            let is_it = |(kind, number): &(Trait, &str)| {
                *kind == Trait::PersonNumber && number.contains("090214-2380")
            };
            assert!(found(text).iter().any(is_it), "{text}");
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
