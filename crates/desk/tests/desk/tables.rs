//! The list of public information as offices really keep it, read from their tables.

use loket_desk::views::{ExportRef, ImportPreview, ListKind, ListQuery, SheetFormat};
use loket_desk::{Desk, DeskError};
use loket_letters::spreadsheet;

use crate::fixture::{at, perbaungan};

const HEADS: [&str; 7] = [
    "Ringkasan isi informasi",
    "Kategori",
    "Pejabat/unit yang menguasai informasi",
    "Penanggungjawab pembuatan atau penerbitan informasi",
    "Waktu dan tempat pembuatan informasi",
    "Format/bentuk informasi yang tersedia",
    "Jangka waktu penyimpanan atau retensi arsip",
];

fn item<'a>(summary: &'a str, category: &'a str, made: &'a str) -> [&'a str; 7] {
    [summary, category, "Kasi Pemerintahan", "Sekretaris Kecamatan", made, "Cetak dan PDF", "5 tahun"]
}

/// A file of these rows, the first of them included.
fn file<R: AsRef<[&'static str]>>(rows: &[R]) -> Vec<u8> {
    let mut rows = rows.iter().map(|row| row.as_ref().iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
    spreadsheet::xlsx("DIP", &rows.next().unwrap(), &rows.collect::<Vec<_>>()).unwrap()
}

fn preview(desk: &Desk, bytes: &[u8]) -> Result<ImportPreview, DeskError> {
    desk.import_preview("dip.xlsx", bytes, at(9, 0))
}

fn taken(desk: &mut Desk, bytes: &[u8]) -> (u32, u32, u32) {
    let found = preview(desk, bytes).unwrap();
    assert_eq!(found.problems, []);
    if found.added + found.changed > 0 {
        desk.accept_import(&found.token, at(9, 0)).unwrap();
    }
    (found.added, found.changed, found.same)
}

fn made(desk: &Desk) -> Vec<String> {
    let (_, bytes) = desk.export(&ExportRef::Dip { format: SheetFormat::Xlsx }, at(9, 1)).unwrap();
    spreadsheet::read(&bytes).unwrap().into_iter().skip(1).map(|(_, cells)| cells[4].clone()).collect()
}

#[test]
fn titles_above_the_heads_are_passed_over_and_rows_keep_their_numbers() {
    let (_dir, _, desk, _) = perbaungan();
    let rows: Vec<Vec<&str>> = vec![
        vec!["DAFTAR INFORMASI PUBLIK"],
        vec!["KECAMATAN CONTOH TAHUN 2025"],
        vec![],
        HEADS.to_vec(),
        ["1", "2", "3", "4", "5", "6", "7"].to_vec(),
        item("Rencana kerja 2025", "Berkala", "2025").to_vec(),
        item("Peta desa", "kapan-kapan", "2025").to_vec(),
    ];
    let found = preview(&desk, &file(&rows)).unwrap();
    assert_eq!((found.added, found.problems.len()), (1, 1));
    assert_eq!(found.problems[0].field, "Baris 7");
}

#[test]
fn a_column_that_is_missing_is_named_and_an_empty_table_is_there_to_begin_with() {
    let (_dir, _, mut desk, _) = perbaungan();
    let without: Vec<&str> = HEADS.iter().copied().filter(|head| !head.starts_with("Format")).collect();
    let found = preview(&desk, &file(&[without])).unwrap();
    let said = &found.problems[0].message;
    assert!(said.contains("belum punya kolom: Format/bentuk informasi yang tersedia."), "{said}");
    assert_eq!((found.columns[5].place, found.columns[6].place), (None, Some(5)), "and which were found");
    let none = preview(&desk, &file(&[["Nama barang", "Harga"]])).unwrap_err().to_string();
    assert!(none.contains("Unduh contoh tabel"), "{none}");
    let (name, template) = desk.export(&ExportRef::DipTemplate, at(9, 0)).unwrap();
    assert_eq!(name, "Contoh tabel DIP.xlsx");
    assert_eq!(taken(&mut desk, &template), (0, 0, 0), "its heads are those that are known");
}

#[test]
fn heads_in_other_words_are_known_and_none_takes_the_column_of_another() {
    let (_dir, _, mut desk, _) = perbaungan();
    let heads = [
        "Judul informasi",
        "Kategori",
        "Pejabat yang menguasai",
        "Diterbitkan oleh (penanggung jawab)",
        "Tempat & waktu pembuatan",
        "Bentuk",
        "Retensi",
    ];
    assert_eq!(taken(&mut desk, &file(&[heads, item("Rencana kerja", "Wajib berkala", "2025, Perbaungan")])), (1, 0, 0));
    assert_eq!(made(&desk), ["2025, Perbaungan"]);
}

#[test]
fn sections_give_the_category_where_no_column_does_and_marks_say_the_format() {
    let (_dir, _, mut desk, _) = perbaungan();
    let row = |summary| vec!["1", summary, "Kasi", "Sekretaris", "2025", "√", "", "5 tahun"];
    let rows: Vec<Vec<&str>> = vec![
        vec!["No", "Ringkasan", "Pejabat", "Penanggung jawab", "Waktu pembuatan", "Bentuk", "Bentuk", "Retensi"],
        vec!["", "", "", "", "", "Cetak", "Rekaman", ""],
        vec!["A. INFORMASI YANG WAJIB DIUMUMKAN SECARA BERKALA"],
        row("Rencana kerja"),
        vec!["B. INFORMASI SERTA MERTA"],
        row("Peringatan banjir"),
    ];
    assert_eq!(taken(&mut desk, &file(&rows)), (2, 0, 0));
    let query = ListQuery { list: ListKind::Dip, words: "banjir".into(), filter: None, offset: 0, limit: 9 };
    let cells = desk.list(&query, at(9, 1)).unwrap().rows.remove(0).cells.join(" | ");
    assert!(cells.contains("Serta merta"), "{cells}");
    let (_, bytes) = desk.export(&ExportRef::Dip { format: SheetFormat::Xlsx }, at(9, 1)).unwrap();
    assert_eq!(spreadsheet::read(&bytes).unwrap()[1].1[5], "Cetak");
}

#[test]
fn items_of_one_title_stay_as_many_as_they_are_and_a_doubtful_row_changes_none() {
    let (_dir, _, mut desk, _) = perbaungan();
    let years = ["2023", "2024", "2025"].map(|year| item("Laporan keuangan", "Berkala", year));
    assert_eq!(taken(&mut desk, &file(&[HEADS, years[0], years[1], years[2]])), (3, 0, 0));
    let (_, exported) = desk.export(&ExportRef::Dip { format: SheetFormat::Xlsx }, at(9, 1)).unwrap();
    assert_eq!(taken(&mut desk, &exported), (0, 0, 3), "what was exported changes nothing");
    let mut changed = years[1];
    changed[6] = "10 tahun";
    assert_eq!(taken(&mut desk, &file(&[HEADS, years[0], changed, years[2]])), (0, 1, 2));
    assert_eq!(made(&desk).len(), 3);
    let found = preview(&desk, &file(&[HEADS, item("Laporan keuangan", "Berkala", "2026")])).unwrap();
    assert_eq!((found.added, found.changed, found.doubtful.len()), (0, 0, 1), "which of the three is not said");
    let mut spaced = item("LAPORAN\u{a0}KEUANGAN ", "Berkala", "2023");
    spaced[2] = "Kasi\nPemerintahan";
    assert_eq!(preview(&desk, &file(&[HEADS, spaced])).unwrap().changed, 1, "blanks and capitals make no new item");
}

#[test]
fn dates_are_read_as_they_are_written() {
    let (_dir, _, desk, _) = perbaungan();
    let dated = |day: &'static str| {
        let heads: Vec<&str> = HEADS.into_iter().chain(["Terakhir dimutakhirkan"]).collect();
        let row: Vec<&str> = item("Rencana kerja", "Berkala", "2025").into_iter().chain([day]).collect();
        preview(&desk, &file(&[heads, row])).unwrap()
    };
    for day in ["31/12/2025", "31 Desember 2025", "31-12-2025", "2025-12-31", "31-12-25", "Rabu, 31 Desember 2025", "31-Dec-25"] {
        assert!(dated(day).token.contains("2025-12-31"), "{day}");
    }
    assert_eq!(dated("akhir tahun").problems.len(), 1);
    let year = dated("2025");
    assert_eq!((year.added, year.notes.len(), year.problems.len()), (1, 1, 0), "no day is guessed, and that is told");
}
