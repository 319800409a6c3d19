//! Days in words.

use chrono::{Datelike, NaiveDate};
use web::Page;

/// `fredag 4 december`: near enough to need no year.
pub(in crate::pages) fn long(page: &Page, day: NaiveDate) -> String {
    let weekday = page.t(&format!("weekday-{}", day.weekday().number_from_monday()));
    let in_month = page.t1(&format!("day-in-{}", day.month()), "day", day.day());
    page.t2("day-long", ("weekday", &weekday), ("day", &in_month))
}

/// `ett år`, `5 år`.
pub(in crate::pages) fn years(page: &Page, count: u32) -> String {
    if count == 1 { page.t("years-one") } else { page.t1("years-many", "count", count) }
}

/// `en arbetsdag`, `10 arbetsdagar`.
pub(in crate::pages) fn working_days(page: &Page, count: u32) -> String {
    if count == 1 { page.t("working-days-one") } else { page.t1("working-days-many", "count", count) }
}
