//! The agenda book: every letter of the office, in force or not, and the number that would follow.

use loket_desk::views::{ExportRef, RegisterKind, RegisterQuery, RegisterSheet, RegisterView, SheetFormat, SubjectKind};
use loket_desk::{Desk, PaperRef};
use serde_json::json;

use crate::fixture::{form, grant, on, perbaungan, take, words_of};

const REQUEST: SubjectKind = SubjectKind::Request;

fn book(desk: &Desk) -> RegisterView {
    let query = RegisterQuery { which: RegisterKind::Letters, from: "2026-01-01".into(), to: "2026-12-31".into() };
    desk.register(&query, on("2026-12-10", 9, 0)).unwrap()
}

/// Number, sort, whether it says when it left, and what else is said, of each letter.
fn lines(desk: &Desk) -> Vec<(String, String, String, String)> {
    let cell = |cells: &[String], at: usize| cells[at].clone();
    book(desk)
        .rows
        .iter()
        .map(|row| (cell(&row.cells, 1), cell(&row.cells, 3), cell(&row.cells, 6), cell(&row.cells, 7)))
        .collect()
}

/// Two answers, of which the second is taken back and replaced by one whose number is to follow.
fn answered() -> (tempfile::TempDir, Desk) {
    let (dir, _, mut desk, _) = perbaungan();
    let register =
        |desk: &mut Desk, name: &str| desk.register_request(form(name, "Anggaran desa"), on("2026-11-23", 9, 0)).unwrap().row.id;
    let (first, second) = (register(&mut desk, "Warga Satu"), register(&mut desk, "Warga Dua"));
    let mut granting = |id: &str, number: &str, day: &str| {
        let mut boxes = grant();
        boxes["letter_number"] = json!(number);
        take(&mut desk, (REQUEST, id), "grant", boxes, on(day, 10, 0)).unwrap();
    };
    granting(&first, "000.8.3/1209", "2026-11-25");
    granting(&second, "000.8.3/1210", "2026-11-26");
    let sent = json!({"paper": "written_notice", "way": "post", "proof": "RR 7"});
    take(&mut desk, (REQUEST, &first), "note_sent", sent, on("2026-11-27", 9, 0)).unwrap();
    let wrong = json!({"paper": "written_notice", "reason": "Biayanya keliru"});
    take(&mut desk, (REQUEST, &second), "cancel_letter", wrong, on("2026-11-27", 9, 5)).unwrap();
    let mut again = grant();
    again["letter_number"] = json!("");
    take(&mut desk, (REQUEST, &second), "grant", again, on("2026-11-30", 9, 0)).unwrap();
    (dir, desk)
}

#[test]
fn it_lists_letters_in_force_those_taken_back_and_those_without_a_number_by_their_dates() {
    let (_dir, desk) = answered();
    let said = lines(&desk);
    let text = |text: &str| text.to_owned();
    let notice = || text("Pemberitahuan Tertulis");
    assert_eq!(
        said,
        [
            (text("000.8.3/1209"), notice(), text("27 November 2026, pos (RR 7)"), text("")),
            (text("000.8.3/1210"), notice(), text(""), text("Tidak berlaku sejak 27 November 2026: Biayanya keliru")),
            (text(""), notice(), text(""), text("Nomor menyusul")),
        ]
    );
    let first = &book(&desk).rows[0];
    assert_eq!(first.subject.kind, REQUEST, "each line leads to its case");
    assert_eq!((first.cells[2].as_str(), first.cells[5].as_str()), ("25/11/2026", "Warga Satu"));
    assert!(first.cells[4].starts_with("Permohonan 007/PPID/KEC-PBG/XI/2026: Anggaran desa"), "{}", first.cells[4]);
}

#[test]
fn it_offers_the_next_number_and_fills_it_in_nowhere() {
    let (_dir, mut desk) = answered();
    let note = book(&desk).note.unwrap();
    assert!(note.contains("000.8.3/1210") && note.contains("000.8.3/1211"), "a number that was used up counts too: {note}");
    let id = desk.register_request(form("Warga Tiga", "Data"), on("2026-12-01", 9, 0)).unwrap().row.id;
    let subject = loket_desk::views::SubjectRef::new(REQUEST, &id);
    let asked = desk.action_form(&subject, "grant", on("2026-12-01", 9, 5)).unwrap().filled();
    assert_eq!(serde_json::to_value(&asked["letter_number"]).unwrap(), json!(""));
}

#[test]
fn an_office_without_letters_has_an_empty_book_and_no_number_is_guessed() {
    let (_dir, _, desk, _) = perbaungan();
    let book = book(&desk);
    assert_eq!((book.rows.len(), book.note), (0, None));
}

#[test]
fn it_is_saved_as_a_sheet_and_as_a_pdf_like_the_registers() {
    let (_dir, desk) = answered();
    let (from, to) = ("2026-01-01".to_owned(), "2026-12-31".to_owned());
    let export =
        ExportRef::Register { which: RegisterKind::Letters, from: from.clone(), to: to.clone(), format: SheetFormat::Csv };
    let (name, bytes) = desk.export(&export, on("2026-12-10", 9, 0)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(name, "Buku Agenda Surat 2026-01-01 2026-12-31.csv");
    assert!(text.contains("Nomor surat") && text.contains("000.8.3/1209"), "{text}");
    let paper = PaperRef::Register { which: RegisterKind::Letters, from, to, sheet: RegisterSheet::Office };
    let paper = desk.paper(&paper, on("2026-12-10", 9, 0)).unwrap();
    let words = words_of(&paper.pdf);
    assert!(words.contains("BUKU AGENDA SURAT") && words.contains("000.8.3/1210"), "{words}");
}
