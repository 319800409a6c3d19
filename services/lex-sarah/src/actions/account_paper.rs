//! The yearly account on paper, for the board's verksamhetsberättelse.

use documents::{Head, Part, Table};
use kernel::calendar::swedish_time;

use super::account_tables::{FigureTable, figure_tables};
use crate::{
    domain::{Account, Policy, figures::Figure},
    in_swedish, in_swedish_with, swedish,
};

/// `sha256` is the account's own, so that the paper shows which text and figures it is made of.
pub(super) fn on_paper(account: &Account, sha256: &str, policy: &Policy) -> documents::Account {
    let figures = &account.figures;
    let tables =
        figure_tables(&in_swedish, figures).into_iter().map(|table| printed_table(table, figures.least));
    let median =
        figures.median_days.map(|days| in_swedish_with("account-median", &[("days", days.to_string())]));
    let parts = [Part::Text(account.words.clone()), Part::Heading(in_swedish("account-figures"))]
        .into_iter()
        .chain(tables)
        .chain(median.map(Part::Text))
        .chain([Part::Heading(in_swedish("account-approved-title")), Part::Text(approved(account, sha256))]);
    documents::Account {
        head: Head { language: swedish(), office: policy.office.clone(), at: account.approved_at },
        title: format!("{} {}", in_swedish("account-title"), account.year),
        period: in_swedish_with("account-period", &[("year", account.year.to_string())]),
        parts: parts.collect(),
    }
}

fn printed_table(table: FigureTable, least: u64) -> Part {
    let rows = table.rows.into_iter().map(|(name, figures)| {
        (name, figures.into_iter().map(|figure| printed_figure(figure, least)).collect())
    });
    Part::Table(Table { rows: rows.collect(), caption: table.caption, columns: table.columns })
}

const fn printed_figure(figure: Figure, least: u64) -> documents::Figure {
    match figure {
        Figure::Count(count) => documents::Figure::Count(count),
        Figure::Few => documents::Figure::FewerThan(least),
        Figure::Withheld => documents::Figure::Withheld,
    }
}

/// By whom, when, and the hash.
fn approved(account: &Account, sha256: &str) -> String {
    let at = swedish_time(account.approved_at);
    let at = [("day", at.format("%Y-%m-%d").to_string()), ("time", at.format("%H.%M").to_string())];
    let by = [("name", account.signature().to_string()), ("at", in_swedish_with("day-and-time", &at))];
    let hash = in_swedish_with("account-hash", &[("hash", sha256.to_owned())]);
    format!("{}\n\n{hash}", in_swedish_with("account-approved-by", &by))
}
