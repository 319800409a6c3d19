use chrono::{Datelike, Days};
use kernel::Uuid;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn table(counts: &[usize]) -> Option<Table<usize>> {
    Table::of(counts.iter().copied().enumerate(), 5)
}

#[test]
fn a_small_count_is_taken_together_with_others() {
    assert_eq!(
        table(&[12, 3, 7, 30]),
        Some(Table { total: 52, rows: vec![(3, 30), (0, 12)], rest: Some(10) })
    );
    assert_eq!(table(&[12, 3, 4, 0]), Some(Table { total: 19, rows: vec![(0, 12)], rest: Some(7) }));
    assert_eq!(table(&[12, 7, 0]), Some(Table { total: 19, rows: vec![(0, 12), (1, 7)], rest: None }));
    assert_eq!(table(&[12, 3]), Some(Table { total: 15, rows: vec![], rest: Some(15) }));
    assert_eq!(
        table(&[4, 5, 5]),
        Some(Table { total: 14, rows: vec![(2, 5)], rest: Some(9) }),
        "or three and six: which one was taken along does not follow from its size"
    );
    assert_eq!(
        table(&[1, 5, 9]),
        Some(Table { total: 15, rows: vec![], rest: Some(15) }),
        "6 would be 1 and 5"
    );
}

#[test]
fn few_in_all_are_not_shown_at_all() {
    assert_eq!(table(&[4]), None);
    assert_eq!(table(&[2, 2]), None);
    assert_eq!(table(&[0, 0]), None);
    assert_eq!(table(&[]), None);
}

/// Whether the number at a hidden place could be another one: what is hidden is shared out otherwise, and the table looks the same
/// to whoever knows how it is made.
fn can_be_otherwise(counts: &[usize], at: usize, hidden: &[usize]) -> bool {
    let others: Vec<usize> = hidden.iter().copied().filter(|other| *other != at).collect();
    let looks_alike = |one: usize, two: usize, number: usize, first: usize| {
        let mut otherwise = counts.to_vec();
        let left = counts[one] + if one == two { 0 } else { counts[two] } + counts[at];
        otherwise[two] = left - number - first;
        otherwise[at] = number;
        if one != two {
            otherwise[one] = first;
        }
        number != counts[at] && table(&otherwise) == table(counts)
    };
    let between_two =
        |other: usize| (0..=counts[at] + counts[other]).any(|n| looks_alike(other, other, n, 0));
    let among_three = |one: usize, two: usize| {
        let all = counts[at] + counts[one] + counts[two];
        (0..=all).any(|number| (0..=all - number).any(|first| looks_alike(one, two, number, first)))
    };
    others.iter().any(|other| between_two(*other))
        || others.iter().any(|one| others.iter().any(|two| one < two && among_three(*one, *two)))
}

proptest! {
    #[test]
    fn no_small_number_is_shown_nor_can_be_worked_out(counts in prop::collection::vec(0..15_usize, 1..12)) {
        let Some(shown) = table(&counts) else {
            prop_assert!(counts.iter().sum::<usize>() < 5);
            return Ok(());
        };
        let seen: Vec<usize> = shown.rows.iter().map(|(at, _)| *at).collect();
        let hidden: Vec<usize> = (0..counts.len()).filter(|at| !seen.contains(at)).collect();
        prop_assert!(shown.rows.iter().all(|(at, count)| *count >= 5 && counts[*at] == *count));
        prop_assert_eq!(shown.total, counts.iter().sum::<usize>());
        match shown.rest {
            None => prop_assert!(hidden.iter().all(|at| counts[*at] == 0)),
            Some(rest) => {
                prop_assert_eq!(rest, hidden.iter().map(|at| counts[*at]).sum::<usize>());
                prop_assert!(rest >= 5 && hidden.len() > 1);
                for at in &hidden {
                    prop_assert!(can_be_otherwise(&counts, *at, &hidden), "{:?} tells {}", counts, counts[*at]);
                }
            }
        }
    }

    /// A chart's points and the years' totals cut time at the same days: no piece of one is left over from the other.
    #[test]
    fn a_chart_shows_no_small_number_and_begins_with_a_year(
        days in prop::collection::vec(0..2000_u64, 0..150), today in 1500..2000_u64,
    ) {
        let first = day("2021-01-01");
        let today = first + Days::new(today);
        let days: Vec<_> = days.into_iter().map(|after| first + Days::new(after)).collect();
        let each_once: Vec<_> = days.iter().map(|day| (*day, 1)).collect();
        if let Some(chart) = RunChart::of(&each_once, today, 5) {
            prop_assert!(chart.points.iter().all(|point| point.count == 0 || point.count >= 5));
            prop_assert!(chart.until < today);
            let in_chart = chart.points[0].from..=chart.until;
            let counted = days.iter().filter(|day| in_chart.contains(day)).count();
            prop_assert_eq!(counted, chart.points.iter().map(|point| point.count).sum::<usize>());
            for before in days.iter().filter(|day| **day < chart.points[0].from) {
                prop_assert!(before.year() < chart.points[0].from.year());
            }
        }
    }
}

fn monthly(counts: &[usize]) -> Vec<(NaiveDate, usize)> {
    let month = |n: usize| day("2025-01-01") + chrono::Months::new(u32::try_from(n).unwrap());
    counts.iter().enumerate().map(|(n, count)| (month(n), *count)).collect()
}

#[test]
fn a_chart_is_as_fine_as_small_numbers_allow() {
    let today = day("2026-11-22");
    let months = [6; 22];
    let chart = RunChart::of(&monthly(&months), today, 5).unwrap();
    assert_eq!((chart.grain, chart.points.len(), chart.until), (Grain::Month, 22, day("2026-10-31")));
    let mut fewer = months;
    fewer[3] = 2;
    let chart = RunChart::of(&monthly(&fewer), today, 5).unwrap();
    assert_eq!((chart.grain, chart.points.len(), chart.until), (Grain::Quarter, 7, day("2026-09-30")));
    assert_eq!(chart.points[1].count, 14);
    assert_eq!(RunChart::of(&monthly(&[1, 1, 1]), today, 5), None);
    assert_eq!(RunChart::of(&[], today, 5), None);
}

#[test]
fn the_median_waits_for_ten_points_and_six_on_one_side_are_a_sign() {
    let today = day("2026-11-22");
    let chart = |counts: &[usize]| RunChart::of(&monthly(counts), today, 5).unwrap();
    let grown: Vec<usize> = [vec![6; 12], vec![9; 10]].concat();
    assert_eq!(chart(&grown).median_doubled, Some(12));
    assert_eq!(chart(&grown).shift, Some(Shift::Above));
    let even: Vec<usize> = (0..22).map(|n| 6 + n % 2).collect();
    assert_eq!((chart(&even).median_doubled, chart(&even).shift), (Some(13), None));
    let young = RunChart::of(&monthly(&[6; 9]), day("2025-10-02"), 5).unwrap();
    assert_eq!((young.points.len(), young.median_doubled, young.shift), (9, None, None));
}

#[test]
fn a_year_has_a_table_of_each_and_ends_where_the_chart_does() {
    let unit = UnitId::from(Uuid::now_v7());
    let counts = Counts {
        by_category: vec![(Some(Category::CoordinationExternal), 9), (None, 1)],
        by_severity: vec![(Some(Severity::Shortcoming), 10)],
        by_unit: vec![(Some(unit), 10)],
        again: 8,
    };
    let figures = Figures::of(&counts, &[unit], 2026, day("2026-10-31"), 5);
    let categories = figures.by_category.unwrap();
    assert_eq!(
        (categories.total, categories.rows, categories.rest),
        (10, vec![], Some(10)),
        "one is not judged"
    );
    assert_eq!(figures.by_unit.unwrap().rows, [(Some(unit), 10)]);
    assert_eq!(figures.by_severity.unwrap().rows, [(Some(Severity::Shortcoming), 10)]);
    let again = figures.by_recurrence.unwrap();
    assert_eq!((again.rows, again.rest), (vec![], Some(10)), "eight again and two for the first time");
    assert_eq!(figures.until, day("2026-10-31"));
    assert_eq!(Figures::of(&counts, &[unit], 2025, day("2026-10-31"), 5).until, day("2025-12-31"));
}
