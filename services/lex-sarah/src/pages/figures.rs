//! The figures of a year as tables, for the page and the spreadsheet alike.

use web::Page;

use crate::domain::{Figures, Grade, MisconductKind, figures::Figure};

/// Figures by row and column, in words.
pub struct Table {
    pub caption: String,
    /// The head of the first column, then of each column of figures.
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<Figure>)>,
}

pub fn tables(page: &Page, of: &Figures) -> Vec<Table> {
    let number = || page.t("column-count");
    let single = |caption: &str, rows: Vec<(String, Figure)>| Table {
        caption: page.t(caption),
        columns: vec![page.t(&format!("{caption}-head")), number()],
        rows: rows.into_iter().map(|(name, figure)| (name, vec![figure])).collect(),
    };
    let word = |group: &str, code: Option<&str>, none: &str| {
        code.map_or_else(|| page.t(none), |code| page.t(&format!("{group}-{code}")))
    };
    let grades = of
        .grades
        .iter()
        .map(|(grade, figure)| (word("grade", grade.map(Grade::code), "account-not-decided"), *figure));
    let kinds = of.kinds.iter().map(|(kind, figure)| {
        (word("misconduct", kind.map(MisconductKind::code), "account-kind-not-said"), *figure)
    });
    let ivo = of.ivo.iter().map(|(how, figure)| (page.t(&format!("account-ivo-{}", how.code())), *figure));
    let measures = vec![
        (page.t("account-measures-planned"), of.measures),
        (page.t("account-measures-done"), of.measures_done),
    ];
    let trend = of.trend.iter().map(|(year, reports, ivo)| (year.to_string(), vec![*reports, *ivo]));
    vec![
        single("account-grades", with_whole(page, grades.collect(), of.reports)),
        single("account-kinds", with_whole(page, kinds.collect(), of.reports)),
        single("account-units", with_whole(page, of.units.clone(), of.reports)),
        single("account-ivo", with_whole(page, ivo.collect(), of.reports)),
        single("account-measures", measures),
        Table {
            caption: page.t("account-trend"),
            columns: vec![
                page.t("account-trend-head"),
                page.t("column-reports"),
                page.t("account-ivo-notified"),
            ],
            rows: trend.collect(),
        },
    ]
}

fn with_whole(page: &Page, rows: Vec<(String, Figure)>, whole: Figure) -> Vec<(String, Figure)> {
    rows.into_iter().chain([(page.t("account-all"), whole)]).collect()
}

pub fn shown(page: &Page, figure: Figure, least: u64) -> String {
    match figure {
        Figure::Count(count) => count.to_string(),
        Figure::Few => page.t1("figure-few", "least", least),
        Figure::Withheld => page.t("figure-withheld"),
    }
}
