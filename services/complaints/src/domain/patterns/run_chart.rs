//! How many came in over time, with the median (H46). A run chart needs no assumption about chance: it shows whether something has
//! changed, and leaves to people what.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How long one point of the chart lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// One point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its first day.
    pub from: NaiveDate,
    pub count: usize,
}

/// So many points in a row on one side of the median that chance is an unlikely reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    Above,
    Below,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunChart {
    pub grain: Grain,
    /// Oldest first; whole months, quarters, half-years or years.
    pub points: Vec<Point>,
    /// In halves, because the middle of an even number lies between two. None while there are too few points.
    pub median_doubled: Option<usize>,
    /// At the end of the chart.
    pub shift: Option<Shift>,
    /// The last day of the last point.
    pub until: NaiveDate,
}

/// With fewer points a median says nothing.
const FEWEST_POINTS: usize = 10;
/// So many in a row on one side are a sign (Perla, Provost and Murray 2011).
const IN_A_ROW: usize = 6;

impl RunChart {
    /// The finest that shows no small number; from the first point with any. None when even years would. `days` are those on which
    /// something came in, and how much.
    pub fn of(days: &[(NaiveDate, usize)], today: NaiveDate, fewest: usize) -> Option<Self> {
        let grains = [Grain::Month, Grain::Quarter, Grain::HalfYear, Grain::Year];
        grains.into_iter().find_map(|grain| Self::with(grain, days, today, fewest))
    }

    fn with(grain: Grain, days: &[(NaiveDate, usize)], today: NaiveDate, fewest: usize) -> Option<Self> {
        let until = grain.begin(today) - Days::new(1);
        let mut from = NaiveDate::from_ymd_opt(today.year() - grain.years_back(), 1, 1)?;
        let mut points = Vec::new();
        while from <= until {
            let next = from + Months::new(grain.months());
            let in_point = days.iter().filter(|(day, _)| from <= *day && *day < next);
            let count = in_point.map(|(_, count)| count).sum();
            points.push(Point { from, count });
            from = next;
        }
        let first = points.iter().position(|point| point.count > 0)?;
        let points = points.split_off(first);
        let is_small = |point: &Point| (1..fewest).contains(&point.count);
        if points.iter().any(is_small) {
            return None;
        }
        let median_doubled = median_doubled(&points);
        Some(Self { grain, shift: shift(&points, median_doubled), points, median_doubled, until })
    }
}

impl Grain {
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// Whole years, so that a year's figures and the chart's points can be set against each other without a piece left over.
    const fn years_back(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 2,
            Self::HalfYear => 4,
            Self::Year => super::YEARS - 1,
        }
    }

    /// The first day of what `day` lies in.
    fn begin(self, day: NaiveDate) -> NaiveDate {
        let month = day.month0() - day.month0() % self.months();
        NaiveDate::from_ymd_opt(day.year(), month + 1, 1).expect("a month's first day")
    }
}

fn median_doubled(points: &[Point]) -> Option<usize> {
    if points.len() < FEWEST_POINTS {
        return None;
    }
    let mut counts: Vec<_> = points.iter().map(|point| point.count).collect();
    counts.sort_unstable();
    let middle = counts.len() / 2;
    Some(if counts.len() % 2 == 1 { 2 * counts[middle] } else { counts[middle - 1] + counts[middle] })
}

/// Points on the median neither break a row nor count in it.
fn shift(points: &[Point], median_doubled: Option<usize>) -> Option<Shift> {
    let median = median_doubled?;
    let mut sides =
        points.iter().rev().map(|point| (2 * point.count).cmp(&median)).filter(|side| side.is_ne());
    let last = sides.next()?;
    let in_a_row = 1 + sides.take_while(|side| *side == last).count();
    let side = if last.is_gt() { Shift::Above } else { Shift::Below };
    (in_a_row >= IN_A_ROW).then_some(side)
}
