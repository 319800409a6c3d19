//! Figures in words.

use web::Page;

use super::super::{desk::Desk, wording};
use crate::domain::patterns::{Figures, Table};

/// A table as it is shown.
pub(super) struct Shown {
    pub title: String,
    pub rows: Vec<(String, usize)>,
    /// Everything else, taken together.
    pub rest: Option<(String, usize)>,
}

/// Those with enough in them to be shown.
pub(super) fn shown(desk: &Desk, figures: &Figures, is_city: bool) -> Vec<Shown> {
    let Figures { by_category, by_severity, by_unit, by_recurrence, .. } = figures;
    let page = &desk.page;
    let not_judged = || page.t("patterns-not-judged");
    let days = desk.app.policy.recurs_within_days;
    let tables = [
        made(page, "category", by_category.as_ref(), |category| {
            category.map_or_else(not_judged, |category| wording::word(page, "category", category.word()))
        }),
        made(page, "severity", by_severity.as_ref(), |severity| {
            severity.map_or_else(not_judged, |severity| wording::word(page, "severity", severity.word()))
        }),
        made(page, "unit", by_unit.as_ref().filter(|_| is_city), |unit| match unit {
            Some(_) => desk.unit_name(*unit),
            None => page.t("no-unit"),
        }),
        made(page, "recurrence", by_recurrence.as_ref(), |word| {
            page.t1(&wording::key("recurrence", word.word()), "days", days)
        }),
    ];
    tables.into_iter().flatten().collect()
}

fn made<K>(page: &Page, what: &str, table: Option<&Table<K>>, name: impl Fn(&K) -> String) -> Option<Shown> {
    let table = table?;
    Some(Shown {
        title: page.t(&format!("patterns-by-{what}")),
        rows: table.rows.iter().map(|(key, count)| (name(key), *count)).collect(),
        rest: table.rest.map(|count| {
            let key = if table.rows.is_empty() { "patterns-all" } else { "patterns-rest" };
            (page.t(key), count)
        }),
    })
}
