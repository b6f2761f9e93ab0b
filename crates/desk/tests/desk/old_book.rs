//! The register that an office kept before this program: it comes in as it was kept, and is counted where it belongs.

use loket_desk::views::{
    ExportRef, ImportChoices, ImportPreview, ListKind, ListQuery, Lookalikes, RegisterKind, RegisterQuery, RegisterView,
    SheetFormat, SubjectKind,
};
use loket_desk::{Desk, DeskError};
use loket_letters::spreadsheet;
use serde_json::json;

use crate::fixture::{at, form, on, perbaungan, take};

/// A book with the heads of lampiran IV in three rows, as a spreadsheet program writes them as text.
const LAMPIRAN: &str = "\
REGISTER PERMOHONAN INFORMASI PUBLIK;;;;;;;;;;;;;;;;;;;;\r\n\
No.;Tgl.;Nama;Alamat;Nomor kontak;Pekerjaan;Informasi yang diminta;Tujuan penggunaan informasi;Status informasi;;;Bentuk informasi yang dikuasai;;Jenis permintaan;;Keputusan;Alasan penolakan;Hari dan tanggal;;Biaya dan cara pembayaran;\r\n\
;;;;;;;;Di bawah penguasaan;;Belum didokumentasikan;Softcopy;Hardcopy;Melihat/mengetahui;Meminta salinan;;;Pemberitahuan tertulis;Pemberian informasi;Biaya;Cara\r\n\
;;;;;;;;Ya;Tidak;;;;;;;;;;;\r\n\
1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21\r\n\
1;06/01/2025;Ma'ruf Siregar;Desa Contoh;0812-1111-2222;Petani;Daftar penerima bantuan;Penelitian;v;;;v;;;v;Dikabulkan;-;Selasa, 14/01/2025;15/01/2025;Rp5.000;Tunai\r\n\
2;3 Februari 2025;Yayasan Contoh;idem;lestari@contoh.example;-;Peta rencana jalan;Pendampingan;√;;;;√;√;;Dikabulkan sebagian;Pasal 17 huruf h;12/02/2025;;;\r\n\
3;10-Mar-25;Bahrum Rekaan;Desa Lain;;;Dokumen batas desa;;;x;;;;;x;Tidak dikuasai;;21/03/2025;;;\r\n\
;;;;;;;;;;;;;;;;;;;Perbaungan, 31 Desember 2025;\r\n";

fn preview_as(desk: &Desk, bytes: &[u8], choices: &ImportChoices) -> Result<ImportPreview, DeskError> {
    desk.old_book_preview("buku.csv", bytes, choices, at(9, 0))
}

fn preview(desk: &Desk, bytes: &[u8]) -> ImportPreview {
    preview_as(desk, bytes, &ImportChoices::default()).unwrap()
}

fn copied(desk: &mut Desk, bytes: &[u8]) -> u32 {
    let found = preview(desk, bytes);
    assert_eq!(found.problems, []);
    desk.accept_old_book(&found.token, at(9, 0)).unwrap();
    found.added
}

fn register(desk: &Desk, year: &str) -> RegisterView {
    let query = RegisterQuery { which: RegisterKind::Requests, from: format!("{year}-01-01"), to: format!("{year}-12-31") };
    desk.register(&query, at(12, 0)).unwrap()
}

fn figure(desk: &Desk, year: &str, label: &str) -> Option<String> {
    let figures = desk.figures(&format!("{year}-01-01"), &format!("{year}-12-31")).unwrap();
    figures.tiles.into_iter().find(|tile| tile.label == label).map(|tile| tile.value)
}

fn listed(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let query = ListQuery { list: ListKind::OldRequests, words: String::new(), filter: None, offset: 0, limit: 100 };
    desk.list(&query, at(12, 0)).unwrap().rows.into_iter().map(|row| (row.subject.id, row.cells)).collect()
}

fn simple(rows: &[&str]) -> Vec<u8> {
    let heads = "Nomor pendaftaran;Tanggal permohonan;Nama pemohon;Informasi yang diminta;Keputusan";
    [&[heads], rows].concat().join("\r\n").into_bytes()
}

#[test]
fn a_book_in_the_form_of_the_regulation_comes_in_as_it_was_kept() {
    let (_dir, _, mut desk, _) = perbaungan();
    assert_eq!(copied(&mut desk, LAMPIRAN.as_bytes()), 3);
    let rows = register(&desk, "2025").rows;
    let cells: Vec<String> = rows.iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(
        cells,
        [
            "1|1||06/01/2025|Ma'ruf Siregar|Desa Contoh|0812-1111-2222|Petani|Daftar penerima bantuan|Penelitian|√|||√|||√|Dikabulkan||\
             Selasa, 14/01/2025|Rabu, 15/01/2025|Rp5.000|Tunai",
            "2|2||03/02/2025|Yayasan Contoh|Desa Contoh|lestari@contoh.example||Peta rencana jalan|Pendampingan|√||||√|√||\
             Dikabulkan sebagian|Pasal 17 huruf h|Rabu, 12/02/2025|||",
            "3|3||10/03/2025|Bahrum Rekaan|Desa Lain|||Dokumen batas desa|||√|||||√|Tidak dikuasai||Jumat, 21/03/2025|||",
        ]
    );
    for (label, value) in [
        ("Permohonan", "3"),
        ("Dikabulkan seluruhnya", "1"),
        ("Dikabulkan sebagian", "1"),
        ("Belum dikuasai", "1"),
        ("Belum dijawab", "0"),
        ("Informasi diserahkan", "1"),
        ("Dijawab tepat waktu", "0"),
        ("Dijawab terlambat", "0"),
        ("Di antaranya dari buku lama (tepat waktunya tidak dinilai)", "3"),
        ("Tercepat", "6 hari kerja"),
    ] {
        assert_eq!(figure(&desk, "2025", label).as_deref(), Some(value), "{label}");
    }
    assert_eq!(figure(&desk, "2026", "Permohonan").as_deref(), Some("0"), "each year its own");
    assert_eq!(register(&desk, "2026").rows.len(), 0);
    desk.verify().unwrap();
}

#[test]
fn it_is_found_by_whatever_a_request_is_found_by_and_waits_for_nobody() {
    let (_dir, _, mut desk, _) = perbaungan();
    let before = serde_json::to_value(desk.today_view(at(8, 30)).unwrap().groups).unwrap();
    copied(&mut desk, LAMPIRAN.as_bytes());
    for words in ["maruf siregar", "081211112222", "penerima bantuan", "ma'ruf"] {
        let groups = desk.find(words, at(9, 1)).unwrap();
        let book = groups.iter().find(|group| group.title == "Buku lama").unwrap_or_else(|| panic!("{words}"));
        assert_eq!((book.total, book.items[0].subject.kind), (1, SubjectKind::OldRequest), "{words}");
    }
    assert_eq!(serde_json::to_value(desk.today_view(at(8, 30)).unwrap().groups).unwrap(), before, "nothing of it is due");
    assert_eq!(desk.requests(&loket_desk::views::RequestQuery { limit: 9, ..Default::default() }, at(9, 2)).unwrap().total, 0);
    let page = desk.record(&loket_desk::views::SubjectRef::new(SubjectKind::OldRequest, &listed(&desk)[2].0), at(9, 2)).unwrap();
    assert_eq!((page.title.as_str(), page.deadlines.len()), ("1 (buku lama)", 0));
}

#[test]
fn a_fault_is_named_by_its_cell_and_the_other_lines_come_in() {
    let (_dir, _, mut desk, _) = perbaungan();
    let file = simple(&[
        "1;06/01/2025;Warga Satu;Data A;Dikabulkan",
        "2;pertengahan Januari;Warga Dua;Data B;Ditolak",
        "3;2025;Warga Tiga;Data C;Ditolak",
        ";07/01/2025;Warga Empat;Data D;Ditolak",
        "5;08/01/2027;;Data E;lihat berkas",
        "6;;;;",
        "7;08/01/2025;Warga Tujuh;Data G;lihat berkas",
    ]);
    let found = preview(&desk, &file);
    let problems: Vec<&str> = found.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(problems, ["Sel B3", "Sel B4", "Sel A5", "Sel B6", "Sel C6"]);
    let notes: Vec<&str> = found.notes.iter().map(|note| note.field.as_str()).collect();
    assert_eq!(notes, ["Baris 7", "Sel E8"], "a number without a request, and a decision that is not known");
    assert_eq!(found.added, 2);
    desk.accept_old_book(&found.token, at(9, 1)).unwrap();
    assert_eq!(figure(&desk, "2025", "Keputusan tidak tercatat di buku lama").as_deref(), Some("1"));
}

#[test]
fn numbers_go_on_after_the_last_of_the_book() {
    let (_dir, _, mut desk, _) = perbaungan();
    let found = preview(&desk, &simple(&["041/PPID/KEC-PBG/VI/2026;03/06/2026;Warga Satu;Data A;Dikabulkan"]));
    let said = &found.notes[0].message;
    assert!(said.contains("042/PPID/KEC-PBG/XI/2026 (sekarang 007/PPID/KEC-PBG/XI/2026)"), "{said}");
    desk.accept_old_book(&found.token, at(9, 0)).unwrap();
    let request = desk.register_request(form("Warga Dua", "Data B"), at(9, 5)).unwrap();
    assert_eq!(request.row.number, "042/PPID/KEC-PBG/XI/2026");
    let numbers: Vec<String> = register(&desk, "2026").rows.into_iter().map(|row| row.cells[1].clone()).collect();
    assert_eq!(numbers, ["041/PPID/KEC-PBG/VI/2026", "042/PPID/KEC-PBG/XI/2026"], "one register, in the order of the days");
}

#[test]
fn a_series_that_begins_further_on_is_not_called_back() {
    let (_dir, _, mut desk, _) = perbaungan();
    let found = preview(&desk, &simple(&["3;03/06/2026;Warga Satu;Data A;Dikabulkan"]));
    assert_eq!(found.notes, []);
    desk.accept_old_book(&found.token, at(9, 0)).unwrap();
    assert_eq!(desk.register_request(form("Warga", "Data"), at(9, 5)).unwrap().row.number, "007/PPID/KEC-PBG/XI/2026");
}

#[test]
fn what_is_here_already_is_not_copied_again_and_a_number_twice_is_asked_about() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga", "Data"), at(8, 30)).unwrap();
    let file = simple(&["1;06/01/2026;Warga Satu;Data A;Dikabulkan", "2;07/01/2026;Warga Dua;Data B;Ditolak"]);
    assert_eq!(copied(&mut desk, &file), 2);
    let again = preview(&desk, &file);
    assert_eq!((again.added, again.same), (0, 2));
    let doubted = simple(&[
        "1;06/01/2026;Warga Satu;Data lain;Dikabulkan",
        "7;08/01/2026;Warga Tiga;Data C;Ditolak",
        "8;08/01/2026;Warga Empat;Data D;Ditolak",
        "8;09/01/2026;Warga Lima;Data E;Ditolak",
    ]);
    let found = preview(&desk, &doubted);
    let rows: Vec<&str> = found.doubtful.iter().map(|row| row.field.as_str()).collect();
    assert_eq!((found.added, rows), (1, vec!["Baris 2", "Baris 3", "Baris 5"]));
    let choices = ImportChoices { lookalikes: Lookalikes::New, ..ImportChoices::default() };
    let all = ImportChoices { columns: vec![], ..choices };
    let found = preview_as(&desk, &doubted, &all).unwrap();
    assert_eq!(found.added, 4, "the officer says that they are others");
}

#[test]
fn an_import_is_taken_back_as_one_and_may_come_again() {
    let (_dir, _, mut desk, _) = perbaungan();
    copied(&mut desk, &simple(&["1;06/01/2024;Warga Lama;Data Z;Dikabulkan"]));
    let file = simple(&["41;06/01/2026;Warga Satu;Data A;Dikabulkan", "42;07/01/2026;Warga Dua;Data B;Ditolak"]);
    copied(&mut desk, &file);
    let (id, _) = listed(&desk)[0].clone();
    let why = json!({"reason": "Salah berkas"});
    let done = take(&mut desk, (SubjectKind::OldRequest, &id), "take_back_import", why, at(10, 0)).unwrap();
    assert_eq!(done.said, "2 permohonan buku lama ditarik kembali.");
    assert_eq!(register(&desk, "2026").rows.len(), 0);
    assert_eq!(figure(&desk, "2026", "Permohonan").as_deref(), Some("0"));
    assert!(desk.find("warga dua", at(10, 1)).unwrap().is_empty(), "nobody finds it any more");
    assert_eq!(register(&desk, "2024").rows.len(), 1, "another import stays");
    assert_eq!(desk.register_request(form("Warga", "Data"), at(10, 5)).unwrap().row.number, "007/PPID/KEC-PBG/XI/2026");
    let again = take(&mut desk, (SubjectKind::OldRequest, &id), "take_back", json!({"reason": "Lagi"}), at(10, 2)).unwrap_err();
    assert!(again.to_string().contains("sudah ditarik kembali"), "{again}");
    assert_eq!(copied(&mut desk, &file), 2);
    desk.verify().unwrap();
}

#[test]
fn a_register_that_this_program_exported_comes_in_at_another_desk() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Satu", "Data A\nbaris kedua"), on("2026-11-23", 9, 0)).unwrap();
    desk.register_request(form("Warga Dua", "Data B"), on("2026-11-23", 9, 5)).unwrap();
    let year = |format| {
        let (from, to) = ("2026-01-01".to_owned(), "2026-12-31".to_owned());
        ExportRef::Register { which: RegisterKind::Requests, from, to, format }
    };
    for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
        let (_, bytes) = desk.export(&year(format), at(12, 0)).unwrap();
        let (_other_dir, _, mut other, _) = perbaungan();
        assert_eq!(copied(&mut other, &bytes), 2);
        let cells = |desk: &Desk| -> Vec<Vec<String>> { register(desk, "2026").rows.into_iter().map(|row| row.cells).collect() };
        assert_eq!(cells(&other), cells(&desk), "{format:?}");
    }
}

#[test]
fn five_thousand_lines_come_in_at_once() {
    let (_dir, _, mut desk, _) = perbaungan();
    let heads = ["No", "Tanggal", "Nama", "Informasi yang diminta", "Keputusan"].map(str::to_owned).to_vec();
    let line = |number: u32| {
        let day = format!("{:02}/{:02}/{}", number % 28 + 1, number % 12 + 1, 2015 + number % 10);
        vec![number.to_string(), day, format!("Warga {number}"), format!("Data nomor {number}"), "Dikabulkan".to_owned()]
    };
    let file = spreadsheet::xlsx("Buku", &heads, &(1..=5_000).map(line).collect::<Vec<_>>()).unwrap();
    assert_eq!(copied(&mut desk, &file), 5_000);
    assert_eq!(register(&desk, "2019").rows.len(), 500);
    let found = desk.find("warga 4321", at(9, 1)).unwrap();
    assert_eq!(found[0].total, 1);
}

#[test]
fn what_is_no_register_says_so_and_a_column_can_be_pointed_out() {
    let (_dir, _, desk, _) = perbaungan();
    let none = preview_as(&desk, b"Nama barang;Harga\r\nMeja;100\r\n", &ImportChoices::default()).unwrap_err().to_string();
    assert!(none.contains("belum punya kolom: Nomor pendaftaran; Tanggal diterima"), "{none}");
    let file = b"No;Kapan datang;Nama;Informasi\r\n1;06/01/2025;Warga;Data\r\n";
    let found = preview(&desk, file);
    assert!(found.problems[0].message.contains("Tanggal diterima. Tambahkan"), "{:?}", found.problems);
    let mut columns: Vec<Option<u32>> = found.columns.iter().map(|column| column.place).collect();
    columns[1] = Some(1);
    let found = preview_as(&desk, file, &ImportChoices { columns, ..ImportChoices::default() }).unwrap();
    assert_eq!((found.added, found.problems.len()), (1, 0));
}
