//! Lists of public information as offices sent them in, file by file: what is read of each, and what is said.

use loket_desk::Desk;
use loket_desk::views::{ImportChoices, ImportPreview, ListKind, ListQuery};
use loket_letters::spreadsheet;

use crate::fixture::{at, perbaungan};

macro_rules! kept {
    ($name:literal) => {
        include_bytes!(concat!("../tables-inputs/", $name)).as_slice()
    };
}

fn preview(desk: &Desk, bytes: &[u8]) -> ImportPreview {
    desk.import_preview("dip", bytes, at(9, 0)).unwrap()
}

/// What is new, changed and the same, perhaps the same, and wrong.
fn counts(found: &ImportPreview) -> (u32, u32, u32, usize, usize) {
    (found.added, found.changed, found.same, found.doubtful.len(), found.problems.len())
}

/// What one box of the items of a file would say.
fn said(found: &ImportPreview, of: &str) -> Vec<String> {
    let token: serde_json::Value = serde_json::from_str(found.token.split_once(' ').unwrap().1).unwrap();
    let items = token.as_array().unwrap().iter();
    items.map(|item| item[1][of].as_str().unwrap_or("–").to_owned()).collect()
}

#[test]
fn heads_are_found_below_titles_in_two_rows_and_in_other_words() {
    let (_dir, _, desk, _) = perbaungan();
    for (bytes, made) in [
        (kept!("g02-judul-di-atas.xlsx"), "2025, Perbaungan"),
        (kept!("g20-tempat-dan-waktu.xlsx"), "2025, Perbaungan"),
        (kept!("g20b-waktu-tempat.xlsx"), "2025, Perbaungan"),
        (kept!("g39-diterbitkan-oleh.xlsx"), "2025, Perbaungan"),
        (kept!("g11-kepala-berkoma.csv"), "2025, Perbaungan"),
        (kept!("g13-tab.csv"), "2025, Perbaungan"),
        (kept!("g10-sep.csv"), "2025, Perbaungan"),
    ] {
        let found = preview(&desk, bytes);
        assert!(found.added > 0 && found.problems.is_empty(), "{:?}", found.problems);
        assert!(said(&found, "made").iter().all(|text| text == made), "{:?}", said(&found, "made"));
    }
    let marked = preview(&desk, kept!("g03-kepala-dua-baris.xlsx"));
    assert!(said(&marked, "format").contains(&"Cetak, Rekaman".to_owned()), "{:?}", said(&marked, "format"));
    let published = preview(&desk, kept!("g38-kolom-terbit.xlsx"));
    assert_eq!(said(&published, "published_on"), ["2025-06-30"]);
    assert!(preview(&desk, kept!("g39-diterbitkan-oleh.xlsx")).columns[8].place.is_none(), "who published is no date");
}

#[test]
fn categories_are_known_in_sections_in_merged_cells_and_by_their_ordinary_names() {
    let (_dir, _, desk, _) = perbaungan();
    for (bytes, items) in [
        (kept!("g04-bagian-per-kategori.xlsx"), 6),
        (kept!("g07-kategori-digabung.xlsx"), 4),
        (kept!("g21-nama-kategori.xlsx"), 7),
    ] {
        let found = preview(&desk, bytes);
        assert_eq!((found.added, found.problems.len()), (items, 0), "{:?}", found.problems);
    }
}

#[test]
fn dates_and_numbers_are_what_is_shown_and_lost_digits_are_said() {
    let (_dir, _, desk, _) = perbaungan();
    let dated = preview(&desk, kept!("g08-tanggal.xlsx"));
    assert_eq!((dated.problems.len(), dated.notes.len()), (1, 1), "a number without a format, and a month without a day");
    let days = said(&dated, "published_on");
    assert_eq!(days.iter().filter(|day| *day == "2025-12-31").count(), 7, "{days:?}");
    let numbers = preview(&desk, kept!("g26-angka.xlsx"));
    let made = said(&numbers, "made");
    assert!(made.contains(&"2025".to_owned()) && made.contains(&"09:30".to_owned()), "{made:?}");
    assert_eq!(numbers.problems.len(), 1, "{:?}", numbers.problems);
    assert!(numbers.problems[0].message.contains("sudah dibulatkan Excel"), "{:?}", numbers.problems);
}

#[test]
fn letters_of_windows_are_those_that_were_typed() {
    let (_dir, _, desk, _) = perbaungan();
    let found = preview(&desk, kept!("g09-ansi-1252.csv"));
    assert_eq!(said(&found, "summary")[0], "Buku saku “Pelayanan Prima” – edisi 2025");
    assert_eq!(preview(&desk, kept!("g09b-ansi-1252-euro.csv")).problems, []);
}

#[test]
fn items_that_differ_in_blanks_alone_are_one_and_those_of_other_years_are_several() {
    let (_dir, _, desk, _) = perbaungan();
    let blanks = preview(&desk, kept!("g15-spasi.xlsx"));
    assert_eq!(blanks.added, 1, "{:?}", blanks.doubtful);
    assert!(blanks.doubtful.iter().all(|row| row.message.contains("sama dengan baris 2")), "{:?}", blanks.doubtful);
    assert_eq!(counts(&preview(&desk, kept!("g14-ringkasan-sama.xlsx"))), (3, 0, 0, 0, 0));
}

#[test]
fn a_file_without_items_says_so() {
    let (_dir, _, desk, _) = perbaungan();
    let empty = desk.import_preview("dip", kept!("g36-kosong.xlsx"), at(9, 0)).unwrap_err();
    assert!(empty.to_string().contains("kosong"), "{empty}");
    assert_eq!(counts(&preview(&desk, kept!("g37-hanya-kepala.xlsx"))), (0, 0, 0, 0, 0));
}

#[test]
fn an_officer_may_say_which_column_is_meant() {
    let (_dir, _, mut desk, _) = perbaungan();
    let row = |cells: [&str; 7]| cells.map(str::to_owned).to_vec();
    let heads = row(["Judul", "Kategori", "Pejabat", "Penanggung jawab", "Keterangan waktu pembuatan", "Wadah", "Retensi"]);
    let file = spreadsheet::xlsx("DIP", &heads, &[row(["Peta", "Berkala", "Kasi", "Camat", "2025", "PDF", "5 tahun"])]).unwrap();
    let found = desk.import_preview("dip.xlsx", &file, at(9, 0)).unwrap();
    assert!(found.problems[0].message.contains("Pilih kolomnya di bawah"), "{:?}", found.problems);
    assert_eq!(found.heads[5].label, "F: Wadah");
    let mut columns: Vec<Option<u32>> = found.columns.iter().map(|column| column.place).collect();
    columns[5] = Some(5);
    let choices = ImportChoices { columns, ..ImportChoices::default() };
    let found = desk.import_preview_as("dip.xlsx", &file, &choices, at(9, 0)).unwrap();
    assert_eq!((counts(&found), said(&found, "format")), ((1, 0, 0, 0, 0), vec!["PDF".to_owned()]));
    desk.accept_import(&found.token, at(9, 1)).unwrap();
    let query = ListQuery { list: ListKind::Dip, words: "Peta".into(), filter: None, offset: 0, limit: 9 };
    assert_eq!(desk.list(&query, at(9, 2)).unwrap().total, 1);
}

#[test]
fn rows_that_are_no_items_are_passed_over() {
    let (_dir, _, desk, _) = perbaungan();
    let heads = "No;Ringkasan;Pejabat;Penanggung jawab;Waktu dan tempat pembuatan;Cetak;Softcopy;Retensi";
    let item = |title: &str| format!("1;{title};Kasi;Camat;2025;v;;5 tahun");
    let lines = [
        "KECAMATAN CONTOH;;;;;;;".to_owned(),
        heads.to_owned(),
        "1;2;3;4;5;6;7;8".to_owned(),
        "A.;INFORMASI BERKALA;;;;;;".to_owned(),
        item("Rencana kerja"),
        heads.to_owned(),
        "B.;INFORMASI SETIAP SAAT;;;;;;".to_owned(),
        item("Peta desa"),
        ";;;;;;;Perbaungan, 5 Januari 2026".to_owned(),
        ";;;;;;;Camat".to_owned(),
    ];
    let found = preview(&desk, lines.join("\r\n").as_bytes());
    assert_eq!(counts(&found), (2, 0, 0, 0, 0), "{:?}", found.problems);
    assert_eq!(
        (said(&found, "category"), said(&found, "format")[0].as_str()),
        (vec!["berkala".into(), "setiap_saat".into()], "Cetak")
    );
}

#[test]
fn a_category_that_stands_only_in_the_first_row_of_a_group_is_that_of_the_group_and_told() {
    let (_dir, _, desk, _) = perbaungan();
    let row = |category: &str, title: &str| format!("{category};{title};Kasi;Camat;2025;PDF;5 tahun");
    let lines = [
        "Kategori;Ringkasan;Pejabat;Penanggung jawab;Waktu dan tempat pembuatan;Format;Retensi".to_owned(),
        row("", "Sebelum golongan pertama"),
        row("Berkala", "Rencana kerja"),
        row("", "Laporan kinerja"),
        row("Setiap saat", "Peta desa"),
        row("", "Data aset"),
    ];
    let found = preview(&desk, lines.join("\r\n").as_bytes());
    assert_eq!(said(&found, "category"), ["berkala", "berkala", "setiap_saat", "setiap_saat"]);
    let told: Vec<&str> = found.notes.iter().map(|note| note.field.as_str()).collect();
    assert_eq!((told, found.problems[0].field.as_str()), (vec!["Baris 4", "Baris 6"], "Baris 2"));
}
