//! What complaints together show (H46): how many, about what, how serious, where, and whether it comes again. The figures are for people
//! to think about; the written analysis is made elsewhere.
//!
//! Small numbers tell of persons, so none under [`Policy::fewest_shown`](crate::domain::Policy) is shown, nor can it be worked out from what is: not from a sum
//! and its other parts ([`Table`]), not from two times that overlap ([`RunChart`] and [`Figures`] cut time at the same days), and not from a
//! unit and the city (who sees the one does not see the other, [`Scope`]).

mod run_chart;
mod scope;
mod table;

use chrono::NaiveDate;
use kernel::UnitId;

use crate::domain::{Category, Severity};

pub use run_chart::{Grain, Point, RunChart, Shift};
pub use scope::Scope;
pub use table::Table;

/// How many years back are looked at, this one among them.
pub const YEARS: i32 = 6;

/// What is counted of some days. Nothing of it was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// None: not judged yet.
    pub by_category: Vec<(Option<Category>, usize)>,
    pub by_severity: Vec<(Option<Severity>, usize)>,
    pub by_unit: Vec<(Option<UnitId>, usize)>,
    /// How many had one of the same category at the same unit shortly before.
    pub again: usize,
}

words! {
    /// Whether the same unit had one of the same category shortly before.
    Recurrence {
        Again = "again",
        First = "first",
    }
}

/// The figures of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub year: i32,
    /// The last day that counts: a year that is not over ends where the run chart does.
    pub until: NaiveDate,
    pub by_category: Option<Table<Option<Category>>>,
    pub by_severity: Option<Table<Option<Severity>>>,
    /// Only for the city.
    pub by_unit: Option<Table<Option<UnitId>>>,
    pub by_recurrence: Option<Table<Recurrence>>,
}

impl Figures {
    /// `units` are those there are, with or without complaints.
    pub fn of(counts: &Counts, units: &[UnitId], year: i32, until: NaiveDate, fewest: usize) -> Self {
        let Counts { by_category, by_severity, by_unit, again } = counts;
        let all: usize = by_category.iter().map(|(_, count)| count).sum();
        let recurrence = [(Recurrence::Again, *again), (Recurrence::First, all - again)];
        Self {
            year,
            until: until.min(days_of(year).1),
            by_category: table(none_and(Category::ALL.iter().copied()), by_category, fewest),
            by_severity: table(none_and(Severity::ALL.iter().copied()), by_severity, fewest),
            by_unit: table(none_and(units.iter().copied()), by_unit, fewest),
            by_recurrence: Table::of(recurrence.into_iter(), fewest),
        }
    }
}

/// Every cell there can be, those with none among them.
fn table<K: Copy + PartialEq>(cells: Vec<K>, counted: &[(K, usize)], fewest: usize) -> Option<Table<K>> {
    let count = |cell: K| counted.iter().find(|(key, _)| *key == cell).map_or(0, |(_, count)| *count);
    Table::of(cells.into_iter().map(|cell| (cell, count(cell))), fewest)
}

fn none_and<T>(all: impl Iterator<Item = T>) -> Vec<Option<T>> {
    std::iter::once(None).chain(all.map(Some)).collect()
}

/// The first and the last day of a year.
pub fn days_of(year: i32) -> (NaiveDate, NaiveDate) {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    (day(1, 1), day(12, 31))
}

#[cfg(test)]
mod tests;
