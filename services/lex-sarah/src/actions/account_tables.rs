//! The figures of a year as tables in words: for the page, the paper and the spreadsheet alike.

use crate::domain::{Figures, Grade, MisconductKind, figures::Figure};

/// Figures by row and column, in words.
pub struct FigureTable {
    pub caption: String,
    /// The head of the first column, then of each column of figures.
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<Figure>)>,
}

/// `say` gives the text of a key.
pub fn figure_tables(say: &dyn Fn(&str) -> String, of: &Figures) -> Vec<FigureTable> {
    let number = || say("column-count");
    let single = |caption: &str, rows: Vec<(String, Figure)>| FigureTable {
        caption: say(caption),
        columns: vec![say(&format!("{caption}-head")), number()],
        rows: rows.into_iter().map(|(name, figure)| (name, vec![figure])).collect(),
    };
    let word = |group: &str, code: Option<&str>, none: &str| {
        code.map_or_else(|| say(none), |code| say(&format!("{group}-{code}")))
    };
    let grades = of
        .grades
        .iter()
        .map(|(grade, figure)| (word("grade", grade.map(Grade::code), "account-not-decided"), *figure));
    let out_of_scope = of.out_of_scope.map(|figure| (say("account-out-of-scope"), figure));
    let kinds = of.kinds.iter().map(|(kind, figure)| {
        (word("misconduct", kind.map(MisconductKind::code), "account-kind-not-said"), *figure)
    });
    let ivo = of.ivo.iter().map(|(how, figure)| (say(&format!("account-ivo-{}", how.code())), *figure));
    let measures = vec![
        (say("account-measures-planned"), of.measures),
        (say("account-measures-done"), of.measures_done),
    ];
    let trend = of.trend.iter().map(|(year, reports, ivo)| (year.to_string(), vec![*reports, *ivo]));
    vec![
        single("account-grades", with_whole(say, grades.chain(out_of_scope).collect(), of.reports)),
        single("account-kinds", with_whole(say, kinds.collect(), of.reports)),
        single("account-units", with_whole(say, of.units.clone(), of.reports)),
        single("account-ivo", with_whole(say, ivo.collect(), of.reports)),
        single("account-measures", measures),
        FigureTable {
            caption: say("account-trend"),
            columns: vec![say("account-trend-head"), say("column-reports"), say("account-ivo-notified")],
            rows: trend.collect(),
        },
    ]
}

fn with_whole(
    say: &dyn Fn(&str) -> String,
    rows: Vec<(String, Figure)>,
    whole: Figure,
) -> Vec<(String, Figure)> {
    rows.into_iter().chain([(say("account-all"), whole)]).collect()
}
