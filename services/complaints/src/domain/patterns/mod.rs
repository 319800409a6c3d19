//! What complaints together show (H46): how many, about what, how serious, where, and whether it comes again. The figures are for people
//! to think about; the written analysis is made elsewhere.
//!
//! Small numbers tell of persons, so none under [`Policy::fewest_shown`](crate::domain::Policy) is shown, nor can it be worked out from what is: not from a sum
//! and its other parts ([`Table`]), not from two times that overlap ([`RunChart`] and [`Figures`] cut time at the same days), and not from a
//! unit and the city (who sees the one does not see the other, [`Scope`]).

mod run_chart;
mod scope;
mod table;

use chrono::{Datelike, Days, NaiveDate};
use kernel::UnitId;

use crate::domain::{Category, Policy, Severity};

pub use run_chart::{Grain, Point, RunChart, Shift};
pub use scope::Scope;
pub use table::Table;

/// How many years back are looked at, this one among them.
pub const YEARS: i32 = 6;

/// What is counted of a complaint. Nothing of it was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub on: NaiveDate,
    pub unit: Option<UnitId>,
    /// None: not judged yet.
    pub category: Option<Category>,
    pub severity: Option<Severity>,
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
    /// `counted` oldest first; `units` are those there are, with or without complaints.
    pub fn of(counted: &[Counted], units: &[UnitId], year: i32, until: NaiveDate, policy: &Policy) -> Self {
        let in_year = |each: &&Counted| each.on.year() == year && each.on <= until;
        let these: Vec<&Counted> = counted.iter().filter(in_year).collect();
        let fewest = policy.fewest_shown;
        let categories: Vec<_> = none_and(Category::ALL.iter().copied());
        let severities: Vec<_> = none_and(Severity::ALL.iter().copied());
        let count = |fits: &dyn Fn(&Counted) -> bool| these.iter().filter(|each| fits(each)).count();
        let units = none_and(units.iter().copied());
        let again = these.iter().filter(|each| comes_again(each, counted, policy)).count();
        let recurrence = [(Recurrence::Again, again), (Recurrence::First, these.len() - again)];
        Self {
            year,
            until: until.min(last_day(year)),
            by_category: Table::of(
                categories.iter().map(|c| (*c, count(&|each| each.category == *c))),
                fewest,
            ),
            by_severity: Table::of(
                severities.iter().map(|s| (*s, count(&|each| each.severity == *s))),
                fewest,
            ),
            by_unit: Table::of(units.iter().map(|u| (*u, count(&|each| each.unit == *u))), fewest),
            by_recurrence: Table::of(recurrence.into_iter(), fewest),
        }
    }
}

fn none_and<T>(all: impl Iterator<Item = T>) -> Vec<Option<T>> {
    std::iter::once(None).chain(all.map(Some)).collect()
}

fn last_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).expect("every year has a last day")
}

/// Whether there was one of the same category at the same unit in the days before.
fn comes_again(one: &Counted, counted: &[Counted], policy: &Policy) -> bool {
    let from = one.on.checked_sub_days(Days::new(policy.recurs_within_days)).unwrap_or(one.on);
    let (Some(_), Some(_)) = (one.unit, one.category) else { return false };
    counted
        .iter()
        .take_while(|other| !std::ptr::eq(*other, one))
        .any(|other| from <= other.on && other.unit == one.unit && other.category == one.category)
}

#[cfg(test)]
mod tests;
