//! A table as spreadsheets read it.

use axum::{body::Body, response::Response};

use crate::download;

/// A file to be saved. UTF-8 with its mark and a semicolon between cells, as spreadsheets here want it. Every cell
/// is quoted, and none can be read as a formula.
pub fn spreadsheet<R, C>(name: &str, rows: impl IntoIterator<Item = R>) -> Response
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let line = |row: R| row.into_iter().map(|cell| quoted(cell.as_ref())).collect::<Vec<_>>().join(";");
    let lines: String = rows.into_iter().map(|row| line(row) + "\r\n").collect();
    download(name, "text/csv; charset=utf-8", None, Body::from(format!("\u{feff}{lines}")))
}

fn quoted(cell: &str) -> String {
    let formula = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{formula}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_out() {
        for (cell, as_kept) in [
            ("Leo", "\"Leo\""),
            ("", "\"\""),
            ("=1+1", "\"'=1+1\""),
            ("-2", "\"'-2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("a\";b", "\"a\"\";b\""),
        ] {
            assert_eq!(quoted(cell), as_kept);
        }
    }
}
