//! Days as they are counted in Sweden.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use jiff::tz::TimeZone;

use crate::Timestamp;

/// The wall clock in Sweden at an instant.
pub fn swedish_time(at: Timestamp) -> NaiveDateTime {
    let zone = TimeZone::get("Europe/Stockholm").expect("the time zone is built in");
    let instant = jiff::Timestamp::from_microsecond(at.timestamp_micros()).expect("an instant of our age");
    at.naive_utc() + chrono::TimeDelta::seconds(zone.to_offset(instant).seconds().into())
}

/// The day it is in Sweden at an instant.
pub fn swedish_day(at: Timestamp) -> NaiveDate {
    swedish_time(at).date()
}

/// The instant at which the clocks in Sweden show `time`: the first, when they show it twice. None in the hour that is skipped, and
/// in years without four digits, which nobody means.
pub fn swedish_instant(time: NaiveDateTime) -> Option<Timestamp> {
    if !(1000..9999).contains(&time.year()) {
        return None;
    }
    let at = |offset| (time - chrono::TimeDelta::hours(offset)).and_utc();
    [2, 1].map(at).into_iter().find(|instant| swedish_time(*instant) == time)
}

/// The day `count` working days after `day`. A Sunday plus one is Monday; with 0 the day itself or, when it is
/// free, the next working day.
pub fn working_days_after(day: NaiveDate, count: u32) -> NaiveDate {
    let first = if count == 0 { day } else { next(day) };
    let mut days =
        std::iter::successors(Some(first), |day| Some(next(*day))).filter(|day| is_working_day(*day));
    days.nth(count.saturating_sub(1) as usize).expect("working days never end")
}

/// Neither weekend nor holiday, and not one of the eves on which offices are closed.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// Lag (1989:253) om allmänna helgdagar, with midsummer's, Christmas and New Year's eves, which semesterlagen 3 a §
/// counts with Sundays.
fn is_holiday(day: NaiveDate) -> bool {
    let easter = easter(day.year());
    let from_easter = (day - easter).num_days();
    match (day.month(), day.day()) {
        (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24 | 25 | 26 | 31) => true,
        // Midsummer's eve: the Friday between 19 and 25 June.
        (6, 19..=25) if day.weekday() == Weekday::Fri => true,
        // Good Friday, Easter Monday, Ascension Day. The other movable ones fall on weekends.
        _ => matches!(from_easter, -2 | 1 | 39),
    }
}

/// Easter Sunday by the Gregorian computus.
fn easter(year: i32) -> NaiveDate {
    let (century, golden) = (year / 100, year % 19);
    let skipped_leaps = century - century / 4 - (8 * century + 13) / 25;
    let moon = (19 * golden + skipped_leaps + 15) % 30;
    let moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let after_march = moon - weekday;
    let month = 3 + (after_march + 40) / 44;
    let day = after_march + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).expect("Easter is a day")
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).expect("a day of our age")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_free_days_of_2026_are_known() {
        let free = (0..365)
            .map(|n| day("2026-01-01") + Days::new(n))
            .filter(|d| !matches!(d.weekday(), Weekday::Sat | Weekday::Sun) && !is_working_day(*d))
            .map(|d| d.to_string())
            .collect::<Vec<_>>();
        assert_eq!(
            free,
            [
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-06-19",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31"
            ]
        );
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for (year, date) in [
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
        ] {
            assert_eq!(easter(year), day(date));
        }
    }

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        assert_eq!(
            working_days_after(day("2026-10-11"), 1),
            day("2026-10-12"),
            "a Sunday plus one is Monday"
        );
        assert_eq!(working_days_after(day("2026-12-23"), 2), day("2026-12-29"));
        assert_eq!(working_days_after(day("2026-10-10"), 0), day("2026-10-12"));
        assert_eq!(working_days_after(day("2026-10-12"), 0), day("2026-10-12"));
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0..200_u64 * 365).prop_map(|after| day("1990-01-01") + Days::new(after))
    }

    proptest! {
        #[test]
        fn what_comes_after_some_working_days_is_one_and_just_as_many_lie_between(from in any_day(), count in 1..60_u32) {
            let to = working_days_after(from, count);
            prop_assert!(is_working_day(to));
            let between = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| is_working_day(*day));
            prop_assert_eq!(between.count(), count as usize);
        }

        #[test]
        fn two_steps_are_one_long_step(from in any_day(), one in 1..30_u32, two in 1..30_u32) {
            let there = working_days_after(working_days_after(from, one), two);
            prop_assert_eq!(there, working_days_after(from, one + two));
        }

        #[test]
        fn with_nothing_to_count_it_stays_or_goes_to_the_next_working_day(from in any_day()) {
            let to = working_days_after(from, 0);
            prop_assert_eq!(to == from, is_working_day(from));
            prop_assert!(from.iter_days().take_while(|day| *day < to).all(|day| !is_working_day(day)));
        }

        /// The longest: Christmas from a Wednesday to the Sunday.
        #[test]
        fn offices_are_never_closed_for_more_than_five_days(from in any_day()) {
            prop_assert!(from.iter_days().take(6).any(is_working_day));
        }

        #[test]
        fn midsummer_is_free_once_a_year_on_a_friday(year in 1990..2190) {
            let june = (19..=25).filter_map(|day| NaiveDate::from_ymd_opt(year, 6, day));
            let free: Vec<_> = june.filter(|day| is_holiday(*day)).collect();
            prop_assert_eq!(free.len(), 1);
            prop_assert_eq!(free[0].weekday(), Weekday::Fri);
        }

        /// An instant has its clock on the wall; that names it again, or the same clock an hour before.
        #[test]
        fn the_clock_on_the_wall_leads_back(seconds in 631_152_000..6_900_000_000_i64) {
            let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            let again = swedish_instant(swedish_time(at)).unwrap();
            prop_assert!(again == at || at - again == chrono::TimeDelta::hours(1));
        }
    }

    #[test]
    fn the_clock_on_the_wall_names_an_instant_but_for_the_hour_that_is_skipped() {
        let at = |text: &str| swedish_instant(text.parse().unwrap()).map(|instant| instant.to_rfc3339());
        assert_eq!(at("2026-06-30T12:00:00").as_deref(), Some("2026-06-30T10:00:00+00:00"));
        assert_eq!(at("2026-11-21T12:00:00").as_deref(), Some("2026-11-21T11:00:00+00:00"));
        assert_eq!(at("2026-10-25T02:30:00").as_deref(), Some("2026-10-25T00:30:00+00:00"), "the first");
        assert_eq!(at("2026-03-29T02:30:00"), None);
        assert_eq!([at("9999-12-31T00:00:00"), at("0202-01-01T00:00:00")], [None, None]);
    }

    #[test]
    fn the_swedish_day_begins_at_swedish_midnight_in_summer_and_winter() {
        assert_eq!(swedish_day("2026-06-30T22:30:00Z".parse().unwrap()), day("2026-07-01"));
        assert_eq!(swedish_day("2026-11-21T22:30:00Z".parse().unwrap()), day("2026-11-21"));
        assert_eq!(swedish_day("2026-11-21T23:30:00Z".parse().unwrap()), day("2026-11-22"));
    }
}
