//! Tables to take along.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A table as a file. Semicolons and a byte order mark: spreadsheets set to Indonesian open it with its columns and accents.
pub(crate) fn file(name: &str, rows: &[Vec<String>]) -> Response {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)], text)
        .into_response()
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_it_looks_like() {
        assert_eq!(quoted("Kantor \"A\"; B"), "\"Kantor \"\"A\"\"; B\"");
        assert_eq!(quoted("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\"");
        assert_eq!(quoted("001/PPID/KEC-A/XI/2026"), "\"001/PPID/KEC-A/XI/2026\"");
    }
}
