//! Registers and the catalogue as files for Excel, and the catalogue read back from one.

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use std::io::Cursor;

/// Largest file that is read, in bytes.
const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// Most rows that are read.
const MOST_ROWS: usize = 5_000;
/// Columns beyond this many are not read; a catalogue has nine.
const MOST_COLUMNS: usize = 100;
/// Widest column, in characters.
const WIDEST: f64 = 60.0;

/// Why a file of figures cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum SpreadsheetError {
    /// The file could not be put together.
    #[error("Berkas Excel tidak dapat dibuat; coba lagi atau simpan sebagai CSV.")]
    Writing(#[from] XlsxError),
    /// The CSV could not be put together.
    #[error("Berkas CSV tidak dapat dibuat; coba lagi atau simpan sebagai Excel.")]
    WritingCsv(#[from] csv::Error),
    /// Too large to be a catalogue.
    #[error("Berkas ini lebih besar dari 20 MB; pisahkan menjadi beberapa berkas.")]
    TooLarge,
    /// Too many rows.
    #[error("Berkas ini memuat lebih dari {MOST_ROWS} baris; pisahkan menjadi beberapa berkas.")]
    TooManyRows,
    /// Neither XLSX nor CSV.
    #[error("Berkas ini bukan Excel (.xlsx) atau CSV yang dapat dibaca; simpan ulang dari Excel lalu coba lagi.")]
    Unreadable(#[source] Option<Box<dyn std::error::Error + Send + Sync>>),
}

fn unreadable(cause: impl std::error::Error + Send + Sync + 'static) -> SpreadsheetError {
    SpreadsheetError::Unreadable(Some(cause.into()))
}

/// A sheet as an XLSX file. Every cell is text, so that a NIK keeps its digits and nothing typed becomes a formula; the
/// same rows give the same bytes.
///
/// # Errors
/// [`SpreadsheetError::Writing`].
pub fn xlsx(title: &str, heads: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(title.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect::<String>())?;
    let (head, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    for (column, label) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, label, &head)?;
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        let longest = cells.map(|cell| cell.chars().count()).chain([label.chars().count()]).max().unwrap_or(0);
        // A width of at most sixty is exact in an f64.
        #[allow(clippy::cast_precision_loss)]
        sheet.set_column_width(column, (longest.min(200) as f64 + 2.0).min(WIDEST))?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string_with_format(line, column, cell, &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Ok(last_row), Ok(last_column)) = (u32::try_from(rows.len()), u16::try_from(heads.len().saturating_sub(1))) {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A sheet as CSV: UTF-8 with a mark at its beginning, so that Excel reads names right. A cell that Excel would take for a
/// formula gets an apostrophe before it.
///
/// # Errors
/// [`SpreadsheetError::WritingCsv`].
pub fn csv(heads: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(heads)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| if is_formula(cell) { format!("'{cell}") } else { cell.clone() }))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// Whether a spreadsheet would calculate with this cell of a CSV.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@'])
}

/// The rows of a file, heads first, every cell as text. Which format it is shows in its first bytes.
///
/// # Errors
/// [`SpreadsheetError`] says what to do about the file.
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, SpreadsheetError> {
    if bytes.len() > LARGEST_FILE {
        return Err(SpreadsheetError::TooLarge);
    }
    let rows = if bytes.starts_with(b"PK") { read_xlsx(bytes)? } else { read_csv(bytes)? };
    if rows.len() > MOST_ROWS + 1 {
        return Err(SpreadsheetError::TooManyRows);
    }
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    Ok(rows.into_iter().filter(filled).collect())
}

/// Cell by cell, because a sheet with one cell in its last corner would make a table of seventeen thousand million.
fn read_xlsx(bytes: &[u8]) -> Result<Vec<Vec<String>>, SpreadsheetError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let first = workbook.sheet_names().first().cloned().ok_or(SpreadsheetError::Unreadable(None))?;
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(unreadable)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let text = text_of(&Data::from(cell.get_value().clone()));
        let (Ok(row), Ok(column)) = (usize::try_from(cell.get_position().0), usize::try_from(cell.get_position().1)) else {
            continue;
        };
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if row > MOST_ROWS {
            return Err(SpreadsheetError::TooManyRows);
        }
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        if let Some(cells) = rows.get_mut(row) {
            cells.resize_with(cells.len().max(column + 1), String::new);
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize_with(width, String::new));
    Ok(rows)
}

fn text_of(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::DateTime(date) => date.as_datetime().map_or_else(String::new, |date| date.date().to_string()),
        other => other.to_string().trim().to_owned(),
    }
}

fn read_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, SpreadsheetError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        // Excel on an older Windows saves one byte a letter.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(SpreadsheetError::Unreadable(None));
    }
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let cell = |cell: &str| cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell).to_owned();
    reader
        .records()
        .take(MOST_ROWS + 2)
        .map(|record| record.map(|record| record.iter().map(cell).collect()).map_err(unreadable))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn sheet() -> (Vec<String>, Vec<Vec<String>>) {
        let heads = ["NIK", "Nama", "Catatan"].map(str::to_owned).to_vec();
        let rows = vec![
            ["1218010101900003", "Siti \"Rekaan\"; S.Sos.", "=1+1"].map(str::to_owned).to_vec(),
            ["0012", "محمد", "-5\nbaris kedua"].map(str::to_owned).to_vec(),
        ];
        (heads, rows)
    }

    #[test]
    fn what_is_saved_reads_back_the_same_with_every_digit() {
        let (heads, rows) = sheet();
        let all: Vec<Vec<String>> = std::iter::once(heads.clone()).chain(rows.clone()).collect();
        assert_eq!(read(&xlsx("Register", &heads, &rows).unwrap()).unwrap(), all);
        assert_eq!(read(&csv(&heads, &rows).unwrap()).unwrap(), all);
    }

    #[test]
    fn a_cell_in_the_last_corner_of_a_sheet_is_told_and_does_not_fill_the_memory() {
        let file = |row: u32, column: u16| {
            let mut workbook = Workbook::new();
            let sheet = workbook.add_worksheet();
            sheet.write_string(0, 0, "Ringkasan").unwrap();
            sheet.write_string(row, column, "tersesat").unwrap();
            workbook.save_to_buffer().unwrap()
        };
        assert_eq!(read(&file(1_048_575, 16_383)).unwrap(), [["Ringkasan"]]);
        assert!(matches!(read(&file(1_048_575, 0)), Err(SpreadsheetError::TooManyRows)));
        assert_eq!(read(&file(1, 16_383)).unwrap(), [["Ringkasan"]]);
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let (heads, rows) = sheet();
        assert_eq!(xlsx("Register", &heads, &rows).unwrap(), xlsx("Register", &heads, &rows).unwrap());
    }

    #[test]
    fn semicolons_and_one_byte_letters_of_an_older_excel_are_read() {
        let rows = read(b"Nama;Kota\r\nAndr\xe9;Medan\r\n;\r\n").unwrap();
        assert_eq!(rows, [["Nama", "Kota"], ["André", "Medan"]]);
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_to_do() {
        assert!(matches!(read(b"PK\x03\x04 bukan excel"), Err(SpreadsheetError::Unreadable(_))));
        assert!(matches!(read(&[0, 1, 2, 3]), Err(SpreadsheetError::Unreadable(_))));
        let many = "a\n".repeat(MOST_ROWS + 5);
        assert!(matches!(read(many.as_bytes()), Err(SpreadsheetError::TooManyRows)));
        assert!(matches!(read(&vec![b'a'; LARGEST_FILE + 1]), Err(SpreadsheetError::TooLarge)));
    }
}
