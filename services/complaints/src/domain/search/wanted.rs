//! What is looked for: parsed from a form.

use chrono::{Days, NaiveDate, NaiveTime};
use kernel::{CaseNumber, Timestamp, calendar::swedish_instant};

use super::Words;
use crate::domain::{AnswerFault, AnswerWrong, Filter, Typed};

/// What must hold of each matter that is found. What is not said holds of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub words: Words,
    pub number: Option<Number>,
    /// State, unit and category.
    pub filter: Filter,
    /// It came in then or later.
    pub from: Option<Timestamp>,
    /// It came in before then.
    pub until: Option<Timestamp>,
}

/// What a matter is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    Case(CaseNumber),
    /// In the register.
    Registration(String),
}

/// As typed.
#[derive(Debug, Clone, Default)]
pub struct TypedSearch {
    pub words: String,
    pub number: String,
    pub filter: Filter,
    /// Swedish days, the last one among them.
    pub from: String,
    pub to: String,
}

impl Wanted {
    /// Every fault at once. Something must be looked for: all there is stands in the lists.
    pub fn parse(typed: &TypedSearch) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let from = day(&mut read, "from", &typed.from, NaiveDate::MIN);
        let to = day(&mut read, "to", &typed.to, from.unwrap_or(NaiveDate::MIN));
        let wanted = Self {
            words: Words::read(&typed.words),
            number: number(&typed.number),
            filter: typed.filter,
            from: from.and_then(midnight),
            until: to.and_then(midnight_after),
        };
        let is_blank = |typed: &str| typed.trim().is_empty();
        let has_words_only = !is_blank(&typed.words) && wanted.words.is_empty();
        if has_words_only || (wanted == Self::default() && is_blank(&typed.from) && is_blank(&typed.to)) {
            read.wrong("words", AnswerWrong::Unanswered);
        }
        read.whole(Some(wanted))
    }
}

/// Nothing typed is no day.
fn day(read: &mut Typed, field: &'static str, typed: &str, first: NaiveDate) -> Option<NaiveDate> {
    if typed.trim().is_empty() {
        return None;
    }
    let day = read.day(field, typed, first)?;
    if midnight_after(day).is_none() {
        read.wrong(field, AnswerWrong::Unanswered);
    }
    Some(day)
}

fn midnight(day: NaiveDate) -> Option<Timestamp> {
    swedish_instant(day.and_time(NaiveTime::MIN))
}

fn midnight_after(day: NaiveDate) -> Option<Timestamp> {
    day.checked_add_days(Days::new(1)).and_then(midnight)
}

/// Whatever is no case number may be one of the register, whose pattern the city chooses.
fn number(typed: &str) -> Option<Number> {
    let typed = typed.trim();
    let number = || typed.parse().map_or_else(|_| Number::Registration(typed.to_owned()), Number::Case);
    (!typed.is_empty()).then(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str, number: &str, from: &str, to: &str) -> Result<Wanted, Vec<&'static str>> {
        let [words, number, from, to] = [words, number, from, to].map(str::to_owned);
        let typed = TypedSearch { words, number, from, to, filter: Filter::default() };
        Wanted::parse(&typed).map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
    }

    #[test]
    fn something_must_be_looked_for_and_days_must_be_days_in_order() {
        for (given, wrong) in [
            (["", "", "", ""], vec!["words"]),
            (["!?", "", "", ""], vec!["words"]),
            (["!?", "", "2026-01-01", ""], vec!["words"]),
            (["a", "", "i går", ""], vec!["from"]),
            (["", "", "", "2026-02-30"], vec!["to"]),
            (["", "", "9999-12-31", ""], vec!["from"]),
            (["", "", "2026-02-02", "2026-02-01"], vec!["to"]),
        ] {
            let [words, number, from, to] = given;
            assert_eq!(typed(words, number, from, to), Err(wrong), "{given:?}");
        }
        assert!(typed("", "", "2026-02-02", "2026-02-02").is_ok());
    }

    #[test]
    fn a_day_is_a_swedish_day_and_the_last_one_counts() {
        let wanted = typed("", "", "2026-06-01", "2026-11-21").unwrap();
        assert_eq!(wanted.from, "2026-05-31T22:00:00Z".parse().ok());
        assert_eq!(wanted.until, "2026-11-21T23:00:00Z".parse().ok());
    }

    #[test]
    fn a_number_is_the_matters_or_the_registers() {
        let number = CaseNumber::random();
        let low = number.to_string().to_lowercase().replace('-', " ");
        assert_eq!(typed("", &low, "", "").unwrap().number, Some(Number::Case(number)));
        let register = typed("", " KTT 2026/1 ", "", "").unwrap().number;
        assert_eq!(register, Some(Number::Registration("KTT 2026/1".to_owned())));
    }
}
