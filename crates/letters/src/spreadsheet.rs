//! Registers and the catalogue as files for Excel, and the catalogue read back from one.

use calamine::{Data, Dimensions, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// Most bytes that the parts of an XLSX file may unpack to: a catalogue of the most rows takes a tenth of it. A file of a megabyte
/// can be made to unpack to a thousand.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Most parts of an XLSX file.
const MOST_PARTS: usize = 1_000;
/// Most rows that are read.
pub const MOST_ROWS: usize = 5_000;
/// Columns beyond this many are not read; a catalogue has nine.
const MOST_COLUMNS: usize = 100;
/// Longest text of a cell, in characters: what Excel holds, less what it counts twice.
const LONGEST_CELL: usize = 32_000;
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
    #[error("Berkas ini lebih besar daripada tabel yang dapat dibaca; pisahkan menjadi beberapa berkas.")]
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
            sheet.write_string_with_format(line, column, fitting(cell), &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Ok(last_row), Ok(last_column)) = (u32::try_from(rows.len()), u16::try_from(heads.len().saturating_sub(1))) {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// As much of a text as a cell holds; one long text is no reason to save none of the rows.
fn fitting(cell: &str) -> Cow<'_, str> {
    const MARK: &str = " … (dipotong; selengkapnya di aplikasi)";
    if cell.chars().count() <= LONGEST_CELL {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(cell.chars().take(LONGEST_CELL - MARK.chars().count()).chain(MARK.chars()).collect())
}

/// A sheet as CSV: UTF-8 with a mark at its beginning, so that Excel reads names right, semicolons, as Excel in Indonesian
/// expects them, and every cell in quotes. What a spreadsheet would calculate with gets an apostrophe before it ([`guarded`]).
///
/// # Errors
/// [`SpreadsheetError::WritingCsv`].
pub fn csv(heads: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut shape = csv::WriterBuilder::new();
    shape.delimiter(b';').quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF);
    let mut writer = shape.from_writer(&mut bytes);
    writer.write_record(heads.iter().map(|head| guarded(head)))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// What a formula begins with, also in the wide letters of East Asia, which some spreadsheets read alike.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some spreadsheet, set to some language, takes for the end of a cell.
const ENDS: [char; 5] = [';', ',', '\t', '\r', '\n'];

/// A cell of a CSV that no spreadsheet calculates with: wherever one might begin a cell, at the front and after anything that
/// ends one, an apostrophe stands before the sign of a formula.
pub fn guarded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for letter in cell.chars() {
        if begins && SIGNS.contains(&letter) {
            text.push('\'');
        }
        begins = ENDS.contains(&letter) || begins && letter.is_whitespace();
        text.push(letter);
    }
    text
}

/// The cell that [`guarded`] was given.
fn unguarded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut begins = true;
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        if begins && letter == '\'' && letters.peek().is_some_and(|next| SIGNS.contains(next)) {
            begins = false;
            continue;
        }
        begins = ENDS.contains(&letter) || begins && letter.is_whitespace();
        text.push(letter);
    }
    text
}

/// A row of a file: the number that stands before it in a spreadsheet, and its cells as text.
pub type Line = (usize, Vec<String>);

/// The rows of a file, every cell as text; empty ones are left out. Which format it is shows in its first bytes. What several cells
/// were merged into stands in each of them.
///
/// # Errors
/// [`SpreadsheetError`] says what to do about the file.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SpreadsheetError> {
    if bytes.len() > LARGEST_FILE {
        return Err(SpreadsheetError::TooLarge);
    }
    let rows = if bytes.starts_with(b"PK") { read_xlsx(bytes)? } else { read_csv(bytes)? };
    if rows.len() > MOST_ROWS + 1 {
        return Err(SpreadsheetError::TooManyRows);
    }
    let filled = |(_, row): &Line| row.iter().any(|cell| !cell.is_empty());
    Ok(rows.into_iter().filter(filled).collect())
}

/// Unpacks every part and throws it away, and stops where they come to more than a catalogue could: what a file says of its own
/// sizes may be untrue.
fn check_unpacked(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if parts.len() > MOST_PARTS {
        return Err(SpreadsheetError::TooLarge);
    }
    let mut room = MOST_UNPACKED;
    for part in 0..parts.len() {
        let part = parts.by_index(part).map_err(unreadable)?;
        if part.size() > room {
            return Err(SpreadsheetError::TooLarge);
        }
        let unpacked = std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(unreadable)?;
        room = room.checked_sub(unpacked).ok_or(SpreadsheetError::TooLarge)?;
    }
    Ok(())
}

/// Cell by cell, because a sheet with one cell in its last corner would make a table of seventeen thousand million.
fn read_xlsx(bytes: &[u8]) -> Result<Vec<Line>, SpreadsheetError> {
    check_unpacked(bytes)?;
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
    drop(cells);
    let merged = workbook.merge_cells_by_sheet_name(&first).map_err(unreadable)?;
    merged.iter().for_each(|region| fill(&mut rows, region));
    Ok((1..).zip(rows).collect())
}

/// Writes what stands in the first cell of a merged region into all of them.
fn fill(rows: &mut [Vec<String>], region: &Dimensions) {
    let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let (top, left, bottom, right) = (at(region.start.0), at(region.start.1), at(region.end.0), at(region.end.1));
    let Some(text) = rows.get(top).and_then(|row| row.get(left)).cloned() else { return };
    for row in rows.iter_mut().take(bottom.saturating_add(1)).skip(top) {
        for cell in row.iter_mut().take(right.saturating_add(1)).skip(left).filter(|cell| cell.is_empty()) {
            cell.clone_from(&text);
        }
    }
}

fn text_of(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::DateTime(date) => date.as_datetime().map_or_else(String::new, |date| date.date().to_string()),
        other => other.to_string().trim().to_owned(),
    }
}

fn read_csv(bytes: &[u8]) -> Result<Vec<Line>, SpreadsheetError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        // Excel on Windows saves one byte a letter.
        Err(_) => bytes.iter().map(|byte| of_windows(*byte)).collect(),
    };
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(SpreadsheetError::Unreadable(None));
    }
    // Excel's own way to say what stands between the cells.
    let said = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    let delimiter = said.map_or_else(|| likeliest(&text), Ok)?;
    let rows = records(&text, delimiter, MOST_ROWS + 3)?;
    Ok(rows.into_iter().skip(usize::from(said.is_some())).collect())
}

/// What most likely stands between the cells: the sign by which most of the first rows have the same number of cells.
fn likeliest(text: &str) -> Result<u8, SpreadsheetError> {
    let mut best = (0, 0, b',');
    for sign in [b',', b';', b'\t'] {
        let widths: Vec<usize> =
            records(text, sign, 30)?.iter().map(|(_, cells)| cells.len()).filter(|width| *width > 1).collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let agreed = widths.iter().map(|width| (alike(*width), *width, sign)).max();
        best = best.max(agreed.unwrap_or_default());
    }
    Ok(best.2)
}

fn records(text: &str, delimiter: u8, most: usize) -> Result<Vec<Line>, SpreadsheetError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let line = |record: csv::StringRecord| {
        let number = record.position().map_or(0, csv::Position::line);
        (usize::try_from(number).unwrap_or(usize::MAX), record.iter().take(MOST_COLUMNS).map(unguarded).collect())
    };
    reader.records().take(most).map(|record| record.map(line).map_err(unreadable)).collect()
}

/// A byte of Windows-1252, in which Excel saves a CSV: quotes and dashes stand where other lists have nothing.
fn of_windows(byte: u8) -> char {
    const SIGNS: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•', '–', '—',
        '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
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

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap().into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn what_is_saved_reads_back_the_same_with_every_digit() {
        let (heads, rows) = sheet();
        let all: Vec<Vec<String>> = std::iter::once(heads.clone()).chain(rows.clone()).collect();
        assert_eq!(cells(&xlsx("Register", &heads, &rows).unwrap()), all);
        assert_eq!(cells(&csv(&heads, &rows).unwrap()), all);
    }

    #[test]
    fn nothing_typed_becomes_a_formula_whatever_the_spreadsheet_takes_for_the_end_of_a_cell() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("Budi;=cmd|'/C calc'!A0;x", "Budi;'=cmd|'/C calc'!A0;x"),
            ("Jalan A, -5", "Jalan A, '-5"),
            ("a\t+b\r@c\n＝d", "a\t'+b\r'@c\n'＝d"),
            ("\u{ff0d}5", "'\u{ff0d}5"),
            (" =1", " '=1"),
            ("tanpa-tanda a=b", "tanpa-tanda a=b"),
        ] {
            assert_eq!((guarded(cell).as_str(), unguarded(written).as_str()), (written, cell));
        }
        let file = csv(&["Nama".into()], &[vec!["Budi;=1+1".into()]]).unwrap();
        assert_eq!(String::from_utf8(file).unwrap(), "\u{feff}\"Nama\"\r\n\"Budi;'=1+1\"\r\n");
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_not_unpacked() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..1_500 {
            sheet.write_string(row, 0, format!("{row}{}", "a".repeat(32_000))).unwrap();
        }
        let bomb = workbook.save_to_buffer().unwrap();
        assert!(bomb.len() < 2 << 20, "{}", bomb.len());
        assert!(matches!(read(&bomb), Err(SpreadsheetError::TooLarge)));
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
        assert_eq!(cells(&file(1_048_575, 16_383)), [["Ringkasan"]]);
        assert!(matches!(read(&file(1_048_575, 0)), Err(SpreadsheetError::TooManyRows)));
        assert_eq!(cells(&file(1, 16_383)), [["Ringkasan"]]);
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut_with_a_mark_and_the_other_rows_are_saved() {
        let heads = vec!["Isi".to_owned()];
        let rows = vec![vec!["Rincian ".repeat(5_000)], vec!["Pendek".to_owned()]];
        let read = cells(&xlsx("Register", &heads, &rows).unwrap());
        assert!(read[1][0].ends_with("(dipotong; selengkapnya di aplikasi)"));
        assert_eq!(read[2][0], "Pendek");
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let (heads, rows) = sheet();
        assert_eq!(xlsx("Register", &heads, &rows).unwrap(), xlsx("Register", &heads, &rows).unwrap());
    }

    #[test]
    fn semicolons_and_one_byte_letters_of_an_older_excel_are_read() {
        let rows = cells(b"Nama;Kota\r\nAndr\xe9;Medan\r\n;\r\n");
        assert_eq!(rows, [["Nama", "Kota"], ["André", "Medan"]]);
    }

    #[test]
    fn what_excel_on_an_indonesian_windows_saves_is_read_whatever_stands_between_the_cells() {
        assert_eq!(cells(b"Judul;Bentuk\r\nBuku \x93Prima\x94 \x96 2025;Cetak\r\n")[1], ["Buku “Prima” – 2025", "Cetak"]);
        assert_eq!(
            cells("\u{feff}sep=;\r\nJudul;Bentuk\r\nPeta, desa;PDF\r\n".as_bytes()),
            [["Judul", "Bentuk"], ["Peta, desa", "PDF"]]
        );
        assert_eq!(cells(b"Judul, singkat, jelas;Bentuk\nPeta;PDF\nNotulen;PDF\n")[0], ["Judul, singkat, jelas", "Bentuk"]);
        assert_eq!(cells(b"Judul\tBentuk\nPeta, desa\tPDF\n")[1], ["Peta, desa", "PDF"]);
        assert_eq!(read(b"Judul;Bentuk\n;\n\"Dua\nbaris\";PDF\nPeta;PDF\n").unwrap()[2].0, 5, "rows keep their numbers");
    }

    #[test]
    fn merged_cells_each_say_what_was_merged() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_string(0, 0, "Kategori").unwrap();
        sheet.write_string(3, 1, "akhir").unwrap();
        sheet.merge_range(1, 0, 3, 0, "Berkala", &Format::new()).unwrap();
        let rows = cells(&workbook.save_to_buffer().unwrap());
        assert_eq!(rows, [["Kategori", ""], ["Berkala", ""], ["Berkala", ""], ["Berkala", "akhir"]]);
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
