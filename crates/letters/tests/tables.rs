//! Tables as offices save them, written and read back.

#![allow(clippy::unwrap_used, missing_docs)]

use loket_letters::spreadsheet::{LARGEST_FILE, MOST_ROWS, SpreadsheetError, csv, read, read_table, xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    read(bytes).unwrap().into_iter().map(|(_, cells)| cells).collect()
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn sheet() -> (Vec<String>, Vec<Vec<String>>) {
    let heads = ["NIK", "Nama", "Catatan"].map(str::to_owned).to_vec();
    (
        heads,
        rows(&[
            &["1218010101900003", "=1+1", "baris satu\nbaris dua; dengan titik koma"],
            &["081234567890", "Ma’ruf “Al”", "-"],
            &["007", "'=1", "12.18.01.2001"],
        ]),
    )
}

#[test]
fn what_is_saved_reads_back_the_same_with_every_digit() {
    let (heads, rows) = sheet();
    let all: Vec<Vec<String>> = std::iter::once(heads.clone()).chain(rows.clone()).collect();
    assert_eq!(cells(&xlsx("Register", &heads, &rows).unwrap()), all);
    assert_eq!(cells(&csv(&heads, &rows).unwrap()), all);
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let (heads, rows) = sheet();
    assert_eq!(xlsx("Register", &heads, &rows).unwrap(), xlsx("Register", &heads, &rows).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_table_through_the_writer_and_the_reader_is_itself(
        table in prop::collection::vec(prop::collection::vec("[a-zA-Z0-9=+@'’“;,.|\u{e9}\u{4e2d}😀\"\n -]{0,12}", 3), 1..8)
    ) {
        // The first column says something, so that no row is an empty one; blanks around a cell are not kept.
        let trimmed = |cell: &String| cell.trim().to_owned();
        let table: Vec<Vec<String>> =
            table.iter().map(|row| std::iter::once("x".to_owned()).chain(row.iter().map(trimmed)).collect()).collect();
        let (heads, rows) = table.split_first().unwrap();
        prop_assert_eq!(&cells(&csv(heads, rows).unwrap()).iter().map(|row| padded(row)).collect::<Vec<_>>(), &table);
        prop_assert_eq!(&cells(&xlsx("Tabel", heads, rows).unwrap()).iter().map(|row| padded(row)).collect::<Vec<_>>(), &table);
    }

    #[test]
    fn no_bytes_make_the_reader_give_up(begin in 0_usize..4, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let begin: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"][begin];
        let _ = read_table(&[begin, &bytes].concat());
    }
}

/// A row with the empty cells at its end that a reader need not tell.
fn padded(row: &[String]) -> Vec<String> {
    row.iter().cloned().chain(std::iter::repeat(String::new())).take(4).collect()
}

#[test]
fn whatever_a_table_was_saved_as_it_reads_the_same() {
    let xls = cells(include_bytes!("tables-inputs/g16-lama.xls"));
    let ods = cells(include_bytes!("tables-inputs/g17-libre.ods"));
    let text = cells(include_bytes!("tables-inputs/g12-unicode-text.txt"));
    for table in [xls, ods, text] {
        assert_eq!((table[0][0].as_str(), table[1][1].as_str()), ("Ringkasan isi informasi", "Berkala"), "{table:?}");
    }
}

#[test]
fn letters_are_told_apart_whatever_they_were_saved_in() {
    let text = "Judul\tBentuk\nBuku “Prima” – é\tPDF\n";
    let wide = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
        [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        b"Judul\tBentuk\nBuku \x93Prima\x94 \x96 \xe9\tPDF\n".to_vec(),
    ] {
        assert_eq!(cells(&bytes), [["Judul", "Bentuk"], ["Buku “Prima” – é", "PDF"]]);
    }
}

#[test]
fn what_stands_between_the_cells_is_told_by_the_whole_file() {
    assert_eq!(
        cells("\u{feff}sep=;\r\nJudul;Bentuk\r\nPeta, desa;PDF\r\n".as_bytes()),
        [["Judul", "Bentuk"], ["Peta, desa", "PDF"]]
    );
    assert_eq!(cells(b"\"sep=,\"\nJudul,Bentuk\nPeta; desa,PDF\n")[1], ["Peta; desa", "PDF"]);
    assert_eq!(cells(b"Judul, singkat, jelas;Bentuk\nPeta;PDF\nNotulen;PDF\n")[0], ["Judul, singkat, jelas", "Bentuk"]);
    assert_eq!(cells(b"Judul\tBentuk\nPeta, desa\tPDF\n")[1], ["Peta, desa", "PDF"]);
    assert_eq!(cells(b"Judul|Bentuk\nPeta, desa|PDF\n")[1], ["Peta, desa", "PDF"]);
    assert_eq!(cells(b"\"Nama \"\"A\"\", B, C, D\";\"PDF, Word, Excel\"\n")[0], ["Nama \"A\", B, C, D", "PDF, Word, Excel"]);
    let titled = format!("{}Judul;Bentuk\n{}", "Kecamatan A, B, C\n".repeat(3), "Peta;PDF\n".repeat(50));
    assert_eq!(cells(titled.as_bytes())[4][..2], ["Peta", "PDF"]);
    let numbered = read(b"Judul;Bentuk\n\n;\n\"Dua\nbaris\";PDF\nPeta;PDF\n").unwrap();
    let numbers: Vec<usize> = numbered.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 4, 5], "rows have the numbers that a spreadsheet shows before them");
}

#[test]
fn a_cell_says_what_is_shown_of_it_and_digits_that_are_lost_are_told() {
    let table = read_table(include_bytes!("tables-inputs/g26-angka.xlsx")).unwrap();
    let column = |at: usize| table.lines.iter().skip(1).map(|(_, row)| row[at].as_str()).collect::<Vec<_>>();
    let made = column(4);
    assert!(made.contains(&"2024") && made.contains(&"09:30") && made.contains(&"2025"), "{made:?}");
    assert!(!table.rounded.is_empty(), "{:?}", table.lines);
    let dated = cells(include_bytes!("tables-inputs/g25-tanggal-1904.xlsx"));
    assert_eq!(dated[1][8], "31/12/2025");
    assert_eq!(read_table(b"NIK;Nama\n1,21801E+15;Budi\n").unwrap().rounded, [(2, 0)]);
}

#[test]
fn merged_cells_each_say_what_was_merged() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Kategori").unwrap();
    sheet.write_string(3, 1, "akhir").unwrap();
    sheet.merge_range(1, 0, 3, 0, "Berkala", &Format::new()).unwrap();
    let all = [["Kategori", ""], ["Berkala", ""], ["Berkala", ""], ["Berkala", "akhir"]];
    assert_eq!(cells(&workbook.save_to_buffer().unwrap()), all);
    let open = "<table:table-row><table:table-cell><text:p>Kategori</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell table:number-rows-spanned=\"3\"><text:p>Berkala</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"1023\"/></table:table-row>\
        <table:table-row><table:covered-table-cell/></table:table-row>\
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p>akhir</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>";
    assert_eq!(cells(&ods(open)), all);
}

/// An OpenDocument file of one table with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    file.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    write!(file, "<office:document-content><table:table>{rows}</table:table></office:document-content>").unwrap();
    file.finish().unwrap().into_inner()
}

#[test]
fn an_open_document_says_what_it_shows_without_the_notes_beside_it() {
    let row = "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2025-01-01\"><text:p>2025</text:p>\
        </table:table-cell><table:table-cell><office:annotation><text:p>catatan</text:p></office:annotation><text:p>A &amp; B</text:p>\
        <text:p>C</text:p></table:table-cell><table:table-cell office:value=\"9412018010190004\"><text:p>9,412E+15</text:p>\
        </table:table-cell></table:table-row>";
    let table = read_table(&ods(row)).unwrap();
    assert_eq!(table.lines[0].1[..2], ["2025", "A & B\nC"]);
    assert_eq!(table.rounded, [(1, 2)]);
    let many = format!(
        "<table:table-row table:number-rows-repeated=\"900000\">{}</table:table-row>",
        "<table:table-cell><text:p>x</text:p></table:table-cell>"
    );
    assert!(matches!(read(&ods(&many)), Err(SpreadsheetError::TooManyRows)));
}

#[test]
fn a_sheet_that_is_hidden_or_empty_is_passed_over() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Sampul").unwrap();
    workbook.add_worksheet().set_hidden(true).write_string(0, 0, "rahasia").unwrap();
    workbook.add_worksheet().set_name("DIP").unwrap().write_string(0, 0, "Ringkasan").unwrap();
    assert_eq!(cells(&workbook.save_to_buffer().unwrap()), [["Ringkasan"]]);
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
    assert!(matches!(read(&ods(&"a".repeat(40 << 20))), Err(SpreadsheetError::TooLarge)));
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
fn what_is_no_table_is_refused_with_what_to_do() {
    assert!(matches!(read(b"PK\x03\x04 bukan excel"), Err(SpreadsheetError::Unreadable(_))));
    assert!(matches!(read(&[0, 1, 2, 3]), Err(SpreadsheetError::Unreadable(_))));
    assert!(matches!(read(b"<html><table><tr><td>Judul"), Err(SpreadsheetError::Unreadable(_))));
    assert!(matches!(read(include_bytes!("tables-inputs/g18-bersandi.xlsx")), Err(SpreadsheetError::Unreadable(_))));
    let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    locked.create_stream("/EncryptedPackage").unwrap().write_all(b"rahasia").unwrap();
    assert!(matches!(read(&locked.into_inner().into_inner()), Err(SpreadsheetError::Protected)));
    let many = "a\n".repeat(MOST_ROWS + 300);
    assert!(matches!(read(many.as_bytes()), Err(SpreadsheetError::TooManyRows)));
    assert!(matches!(read(&vec![b'a'; LARGEST_FILE + 1]), Err(SpreadsheetError::TooLarge)));
}
