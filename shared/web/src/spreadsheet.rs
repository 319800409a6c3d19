//! A table as spreadsheets read it.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// A file to be saved; `name` is plain ASCII. UTF-8 with its mark and a semicolon between cells, as spreadsheets here want it. Every cell
/// is quoted, and none can be read as a formula.
pub fn spreadsheet<R, C>(name: &str, rows: impl IntoIterator<Item = R>) -> Response
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let line = |row: R| row.into_iter().map(|cell| quoted(cell.as_ref())).collect::<Vec<_>>().join(";");
    let lines: String = rows.into_iter().map(|row| line(row) + "\r\n").collect();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, format!("\u{feff}{lines}")).into_response()
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
