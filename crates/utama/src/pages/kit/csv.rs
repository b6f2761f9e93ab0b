//! Tables to take along.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use loket_letters::spreadsheet::csv_of;

use super::answer::Unable;
use crate::fault::StoreFault;

/// What is said of a table that cannot be written; it is written into memory, so that never happens.
const TABLE: &str = "tabel";

/// A table as a file, written as the desk writes its own.
pub(crate) fn file(name: &str, rows: &[Vec<String>]) -> Result<Response, Unable> {
    let text = text(rows)?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, text).into_response())
}

fn text(rows: &[Vec<String>]) -> Result<Vec<u8>, StoreFault> {
    csv_of(rows.iter().map(Vec::as_slice)).map_err(StoreFault::damaged(TABLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_it_looks_like() {
        let rows = [["Kantor \"A\"; B", "=cmd|' /C calc'!A0"], ["001/PPID/KEC-A/XI/2026", ""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let expected = "\u{feff}\"Kantor \"\"A\"\"; B\";\"'=cmd|' /C calc'!A0\"\r\n\"001/PPID/KEC-A/XI/2026\";\"\"\r\n";
        assert_eq!(text(&rows).ok(), Some(expected.as_bytes().to_vec()));
    }
}
