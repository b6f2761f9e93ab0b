//! Tables to take along.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use loket_letters::spreadsheet::guarded;

use super::answer::Unable;
use crate::fault::StoreFault;

/// What is said of a table that cannot be written; it is written into memory, so that never happens.
const TABLE: &str = "tabel";

/// A table as a file. Semicolons and a byte order mark: spreadsheets set to Indonesian open it with its columns and accents.
pub(crate) fn file(name: &str, rows: &[Vec<String>]) -> Result<Response, Unable> {
    let text = text(rows)?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, text).into_response())
}

fn text(rows: &[Vec<String>]) -> Result<Vec<u8>, StoreFault> {
    let mut shape = WriterBuilder::new();
    shape.delimiter(b';').quote_style(QuoteStyle::Always).terminator(Terminator::CRLF);
    let mut writer = shape.from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(StoreFault::damaged(TABLE))?;
    }
    writer.into_inner().map_err(|unwritten| StoreFault::damaged(TABLE)(unwritten.into_error()))
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
