//! What is exported and brought back is known again, whatever it is called.

use loket_desk::Desk;
use loket_desk::views::{ExportRef, ImportChoices, ImportPreview, Lookalikes, SheetFormat};
use loket_letters::spreadsheet;
use proptest::prelude::*;

use crate::fixture::{at, perbaungan};

const HEADS: [&str; 7] = [
    "Ringkasan isi informasi",
    "Kategori",
    "Pejabat yang menguasai",
    "Penanggung jawab",
    "Waktu dan tempat pembuatan",
    "Format",
    "Retensi",
];

fn table(rows: &[[&str; 7]]) -> Vec<u8> {
    let row = |cells: &[&str; 7]| cells.map(str::to_owned).to_vec();
    spreadsheet::xlsx("DIP", &row(&HEADS), &rows.iter().map(row).collect::<Vec<_>>()).unwrap()
}

fn item<'a>(title: &'a str, unit: &'a str, made: &'a str, format: &'a str) -> [&'a str; 7] {
    [title, "Berkala", unit, "Sekretaris", made, format, "5 tahun"]
}

fn counts(found: &ImportPreview) -> (u32, u32, u32, usize, usize) {
    (found.added, found.changed, found.same, found.doubtful.len(), found.problems.len())
}

fn read(desk: &Desk, file: &[u8]) -> ImportPreview {
    desk.import_preview("dip.xlsx", file, at(9, 0)).unwrap()
}

fn take(desk: &mut Desk, file: &[u8], lookalikes: Lookalikes) -> ImportPreview {
    let choices = ImportChoices { lookalikes, ..ImportChoices::default() };
    let found = desk.import_preview_as("dip.xlsx", file, &choices, at(9, 0)).unwrap();
    desk.accept_import(&found.token, at(9, 0)).unwrap();
    found
}

fn exported(desk: &Desk) -> Vec<Vec<String>> {
    let (_, bytes) = desk.export(&ExportRef::Dip { format: SheetFormat::Xlsx }, at(9, 1)).unwrap();
    spreadsheet::read(&bytes).unwrap().into_iter().map(|(_, cells)| cells).collect()
}

fn file(rows: &[Vec<String>]) -> Vec<u8> {
    spreadsheet::xlsx("DIP", &rows[0], &rows[1..]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(8) })]

    #[test]
    fn a_catalogue_that_is_exported_and_brought_back_is_the_same(
        rows in prop::collection::vec(
            ("(Laporan|Peta  desa|=1\\+1|-|'x|007|Rencana \u{201c}A\u{201d}; B)", "(Kasi|Seksi A, B)", "(2024|2025|-|12\\.18\\.01)", "(PDF|v|ya)"), 1..8
        )
    ) {
        let (_dir, _, mut desk, _) = perbaungan();
        for (title, unit, made, format) in &rows {
            // One by one, so that several may say the very same.
            let one = table(&[item(title, unit, made, format)]);
            let found = desk.import_preview_as("dip.xlsx", &one, &choose_new(), at(9, 0)).unwrap();
            prop_assert_eq!(&found.problems, &vec![]);
            desk.accept_import(&found.token, at(9, 0)).unwrap();
        }
        let count = u32::try_from(exported(&desk).len() - 1).unwrap();
        for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
            let (_, bytes) = desk.export(&ExportRef::Dip { format }, at(9, 1)).unwrap();
            prop_assert_eq!(counts(&read(&desk, &bytes)), (0, 0, count, 0, 0));
        }
    }
}

fn choose_new() -> ImportChoices {
    ImportChoices { lookalikes: Lookalikes::New, ..ImportChoices::default() }
}

#[test]
fn a_code_tells_which_item_is_meant_also_when_all_else_of_it_changed() {
    let (_dir, _, mut desk, _) = perbaungan();
    let years = [item("Laporan", "Kasi", "2023", "PDF"), item("Laporan", "Kasi", "2024", "PDF")];
    take(&mut desk, &table(&years), Lookalikes::Leave);
    let mut rows = exported(&desk);
    rows[1][0] = "Laporan keuangan".into();
    rows[1][2] = "Sekretariat".into();
    rows[1][4] = "Desember 2023".into();
    assert_eq!(counts(&take(&mut desk, &file(&rows), Lookalikes::Leave)), (0, 1, 1, 0, 0));
    assert_eq!(exported(&desk).len(), 3);
}

#[test]
fn a_row_that_was_copied_with_its_code_is_another_item() {
    let (_dir, _, mut desk, _) = perbaungan();
    take(&mut desk, &table(&[item("Laporan", "Kasi", "2023", "PDF")]), Lookalikes::Leave);
    let mut rows = exported(&desk);
    let mut copy = rows[1].clone();
    copy[0] = "Peta desa".into();
    rows.push(copy.clone());
    assert_eq!(counts(&read(&desk, &file(&rows))), (1, 0, 1, 0, 0));
    copy[0] = "Laporan".into();
    copy[5] = "Cetak".into();
    rows[2] = copy;
    let found = read(&desk, &file(&rows));
    assert_eq!(counts(&found), (0, 0, 1, 1, 0), "two rows never change one item");
    assert!(found.doubtful[0].message.contains("sama dengan baris 2"), "{:?}", found.doubtful);
}

#[test]
fn without_a_code_title_unit_and_time_together_tell_and_less_is_doubtful() {
    let (_dir, _, mut desk, _) = perbaungan();
    take(&mut desk, &table(&[item("Laporan", "Kasi", "2023", "PDF"), item("Peta", "Kasi", "2023", "PDF")]), Lookalikes::Leave);
    let mended = table(&[item("LAPORAN ", "Kasi", "2023", "Cetak")]);
    assert_eq!(counts(&read(&desk, &mended)), (0, 1, 0, 0, 0));
    for other in [item("Laporan", "Kasi", "2024", "PDF"), item("Laporan", "Seksi", "2023", "PDF")] {
        let found = read(&desk, &table(&[other]));
        assert_eq!(counts(&found), (0, 0, 0, 1, 0));
        assert!(found.doubtful[0].message.contains("2023 (Kasi)"), "{:?}", found.doubtful);
    }
    let next_year = table(&[item("Laporan", "Kasi", "2024", "PDF")]);
    assert_eq!(counts(&take(&mut desk, &next_year, Lookalikes::New)), (1, 0, 0, 1, 0));
    let moved = table(&[item("Peta", "Seksi", "2023", "PDF"), item("Peta", "Seksi", "2022", "PDF")]);
    let found = take(&mut desk, &moved, Lookalikes::Change);
    assert_eq!(counts(&found), (0, 1, 0, 2, 0), "only one of two rows can change the one item");
    assert_eq!(exported(&desk).len(), 4);
}

#[test]
fn a_table_without_a_column_leaves_what_is_known_of_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    let heads = "Ringkasan;Kategori;Pejabat;Penanggung jawab;Waktu pembuatan;Format;Retensi;Tautan;Dimutakhirkan\n";
    let full = format!("{heads}Peta;Berkala;Kasi;Camat;2025;PDF;5 tahun;https://contoh.go.id;2026-05-01\n");
    take(&mut desk, full.as_bytes(), Lookalikes::Leave);
    let fewer = [item("Peta", "Kasi", "2025", "Cetak")];
    assert_eq!(counts(&take(&mut desk, &table(&fewer), Lookalikes::Leave)), (0, 1, 0, 0, 0));
    let kept = exported(&desk);
    assert_eq!((kept[1][5].as_str(), kept[1][7].as_str(), kept[1][8].as_str()), ("Cetak", "https://contoh.go.id", "2026-05-01"));
}
