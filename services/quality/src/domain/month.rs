//! Months, by which facts are counted.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Months, NaiveDate};

/// A month of a year of our age, written `2026-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a month, YYYY-MM")]
pub struct NotAMonth;

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).expect("every month has a first day"))
    }

    /// This month and those before it, newest first.
    pub fn back(self, count: u32) -> impl Iterator<Item = Self> {
        (0..count).filter_map(move |months| self.0.checked_sub_months(Months::new(months)).map(Self))
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let digits = |(at, c): (usize, char)| if at == 4 { c == '-' } else { c.is_ascii_digit() };
        if text.len() != 7 || !text.char_indices().all(digits) {
            return Err(NotAMonth);
        }
        let first: NaiveDate = format!("{text}-01").parse().map_err(|_| NotAMonth)?;
        if (2000..2100).contains(&first.year()) { Ok(Self(first)) } else { Err(NotAMonth) }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written_and_nothing_else_is() {
        assert_eq!("2026-10".parse::<Month>().map(|month| month.to_string()), Ok("2026-10".to_owned()));
        for text in ["", "2026", "2026-13", "2026-1", "2026-10-01", "1999-12", "26-10", "2026-é", "+026-10"]
        {
            assert_eq!(text.parse::<Month>(), Err(NotAMonth), "{text:?}");
        }
    }

    #[test]
    fn months_go_back_over_new_year() {
        let back: Vec<_> = Month::of("2026-01-31".parse().unwrap()).back(3).map(|m| m.to_string()).collect();
        assert_eq!(back, ["2026-01", "2025-12", "2025-11"]);
    }
}
