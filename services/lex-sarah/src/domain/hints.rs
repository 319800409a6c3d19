//! Words that tell who somebody is: names, addresses, and what singles one out among a few.

use kernel::EmailAddress;

use super::deidentify::{Hit, Trait};

pub fn email_addresses(text: &str) -> impl Iterator<Item = Hit<'_>> {
    let words = text
        .split(|c: char| c.is_whitespace() || "()<>[]\"”“,;:!?".contains(c))
        .map(|word| word.trim_matches('.'));
    let addresses = words.filter(|word| word.parse::<EmailAddress>().is_ok());
    addresses.map(|found| (Trait::Email, found, "[mejladress]".to_owned()))
}

/// Every place where a name stands: whole however it is written, or one of its parts with its capital, also in the
/// genitive. Initials are too short to tell anything.
pub fn name<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let parts: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<&str> = text.split(|c: char| !is_of_a_name(c)).filter(|word| !word.is_empty()).collect();
    let is_part = |word: &str| {
        word.starts_with(char::is_uppercase)
            && parts.iter().any(|part| part.chars().count() >= 3 && fits(word, part))
    };
    let mut found: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take_while(|word| is_part(word)).count();
        let whole = !parts.is_empty()
            && words[at..].len() >= parts.len()
            && words[at..].iter().zip(&parts).all(|(word, part)| fits(word, part));
        let taken = if whole { run.max(parts.len()) } else { run };
        if taken > 0 {
            found.push(between(text, words[at], words[at + taken - 1]));
        }
        at += taken.max(1);
    }
    found
}

fn fits(word: &str, part: &str) -> bool {
    let word = word.to_lowercase();
    word == part || word.strip_suffix('s') == Some(part)
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '-' | '’' | '\'')
}

/// From the first word to the last.
fn between<'t>(text: &'t str, first: &str, last: &str) -> &'t str {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    &text[place(first)..place(last) + last.len()]
}

const STREETS: [&str; 11] =
    ["gatan", "gata", "vägen", "väg", "gränd", "stigen", "torget", "backen", "allén", "plan", "stråket"];

/// A street with its number.
pub fn addresses(text: &str) -> Vec<Hit<'_>> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;:()!?".contains(c))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let is_street = |word: &str| {
        word.starts_with(char::is_uppercase) && STREETS.iter().any(|end| word.to_lowercase().ends_with(end))
    };
    let pairs = words.windows(2).filter(|pair| {
        is_street(pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit()) && pair[1].len() <= 4
    });
    pairs.map(|pair| (Trait::Address, between(text, pair[0], pair[1]), "[adress]".to_owned())).collect()
}

const SEXES: [&str; 14] = [
    "pojke", "pojken", "flicka", "flickan", "kille", "killen", "tjej", "tjejen", "han", "honom", "hans",
    "hon", "henne", "hennes",
];

/// An age of one of the youths, in a text that also tells sex, unit or day. A wider age is proposed (12–15, 16–18, 19–21).
pub fn small_groups<'t>(text: &'t str, unit: &str) -> Vec<Hit<'t>> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let tells_sex = words.any(|word| SEXES.contains(&word));
    if !(tells_sex || tells_unit(text, unit) || tells_day(text)) {
        return Vec::new();
    }
    ages(text).map(|(found, wider)| (Trait::SmallGroup, found, wider.to_owned())).collect()
}

/// The unit by the first word of its name, also without its genitive.
pub fn tells_unit(text: &str, unit: &str) -> bool {
    let Some(first) = unit.split_whitespace().next().map(str::to_lowercase) else { return false };
    text.to_lowercase().contains(first.strip_suffix('s').unwrap_or(&first))
}

/// `22/10`, `2026-10-22`, `22 oktober`, `i torsdags`; but not `varje torsdag`.
pub fn tells_day(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || ",;()".contains(c))
        .map(|word| word.trim_end_matches(['.', '!', '?', ':']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let is_date = |word: &String| {
        let parts: Vec<_> = word.split(['/', '-']).collect();
        parts.len() >= 2 && parts.iter().all(|part| part.parse::<u16>().is_ok())
    };
    let is_named = |pair: &[String]| {
        let is_number = pair[0].trim_end_matches(":e").trim_end_matches(":a").parse::<u8>().is_ok();
        is_number && MONTHS.contains(&pair[1].as_str())
    };
    let is_weekday = |(at, word): (usize, &String)| {
        let before = at.checked_sub(1).map(|at| words[at].as_str());
        let is_habit = matches!(before, Some("varje" | "varannan" | "alla" | "every"));
        let ending = WEEKDAYS.iter().find_map(|day| word.strip_prefix(day));
        !is_habit && matches!(ending, Some("" | "en" | "s" | "ens" | "morgon" | "kväll" | "eftermiddag"))
    };
    words.iter().any(is_date) || words.windows(2).any(is_named) || words.iter().enumerate().any(is_weekday)
}

const WEEKDAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// `13-årig`, `13-åringen`, `17 år`, `17-year-old`.
fn ages(text: &str) -> impl Iterator<Item = (&str, &'static str)> {
    text.match_indices(|c: char| c.is_ascii_digit()).filter_map(move |(at, _)| {
        let begins = !text[..at].ends_with(|c: char| c.is_ascii_digit() || ".,:-/–".contains(c));
        let number = text.get(at..at + 2)?;
        let wider = match number.parse::<u8>().ok()? {
            12..=15 => "12–15 år",
            16..=18 => "16–18 år",
            19..=21 => "19–21 år",
            _ => return None,
        };
        let rest = &text[at + 2..];
        let gap = rest.len() - rest.trim_start_matches(['-', ' ', '\u{a0}', '–']).len();
        let word = &rest[gap..];
        let length = word.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(word.len());
        let told = word[..length].to_lowercase();
        let is_age =
            told == "år" || told.starts_with("årig") || told.starts_with("åring") || told.starts_with("year");
        (begins && gap <= 1 && is_age).then(|| (&text[at..at + 2 + gap + length], wider))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole_in_part_and_in_the_genitive() {
        let jonna = |text| name(text, "Jonna Provberg");
        assert_eq!(jonna("Enligt Jonna var Provbergs grupp ute."), ["Jonna", "Provbergs"]);
        assert_eq!(jonna("enligt JONNA PROVBERG"), ["JONNA PROVBERG"]);
        assert_eq!(jonna("enligt jonna provberg"), ["jonna provberg"]);
        assert_eq!(jonna("Jonna Provbergs uppgift, sa Jonna"), ["Jonna Provbergs", "Jonna"]);
        assert_eq!(jonna("personalen på Jonnagården"), [""; 0]);
        assert_eq!(name("Enligt Bo Li hände det", "Bo Li"), ["Bo Li"]);
        assert_eq!(name("Bo var där", "Bo Li"), [""; 0], "too short to tell anything");
    }

    #[test]
    fn addresses_are_found() {
        let found = |text| addresses(text).into_iter().map(|(_, found, _)| found).collect::<Vec<_>>();
        assert_eq!(found("Han bor på Provgatan 12, port B."), ["Provgatan 12"]);
        assert_eq!(found("vid Södra Skolvägen 3b"), ["Skolvägen 3b"]);
        assert_eq!(found("De gick längs gatan 3 gånger"), [""; 0]);
        let mails: Vec<_> = email_addresses("Skriv till (anna.prov@example.org).").collect();
        assert_eq!(mails[0].1, "anna.prov@example.org");
    }

    #[test]
    fn an_age_with_sex_unit_or_day_singles_somebody_out() {
        let found = |text| {
            small_groups(text, "Norrglimtskolans KTT")
                .into_iter()
                .map(|(_, f, wider)| (f, wider))
                .collect::<Vec<_>>()
        };
        assert_eq!(found("En 13-årig pojke gick."), [("13-årig", "12–15 år".to_owned())]);
        assert_eq!(found("17-åringen på Norrglimtskolans gård"), [("17-åringen", "16–18 år".to_owned())]);
        assert_eq!(found("Ungdomen är 20 år, den 22/10"), [("20 år", "19–21 år".to_owned())]);
        assert_eq!(found("Ungdomen är 13 år."), [], "an age alone");
        assert_eq!(found("En pojke, 12–15 år, gick."), [], "a span of ages");
        assert_eq!(found("Pojken var ute i 13 minuter."), [], "no age");
        assert_eq!(found("Hon har arbetat här i 25 år."), [], "no youth's age");
    }
}
