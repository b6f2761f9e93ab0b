//! An hour without power: numbers are reserved and printed, forms are filled in by hand, and each is accounted for afterwards.

use loket_desk::views::{ListKind, ListQuery, RegisterKind, RegisterQuery, RegisterSheet, RequestQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Moment, PaperRef, RequestDraft, system_dice};
use serde_json::json;

use crate::fixture::{PASSWORD, at, form, on, perbaungan, take, words_of};

const KIND: SubjectKind = SubjectKind::NumberedForm;

fn reserve(desk: &mut Desk, count: u32, moment: Moment) -> PaperRef {
    take(desk, (KIND, ""), "reserve_forms", json!({"count": count}), moment).unwrap().paper.unwrap()
}

/// Number and state of every numbered form, the latest first.
fn forms(desk: &Desk) -> Vec<(String, String)> {
    let query = ListQuery { list: ListKind::NumberedForms, words: String::new(), filter: None, offset: 0, limit: 100 };
    let rows = desk.list(&query, at(9, 0)).unwrap().rows;
    rows.into_iter().map(|row| (row.cells[0].clone(), row.cells[3].clone())).collect()
}

/// What was written on the form of this number, received on that day.
fn filled(number: &str, received: &str) -> RequestDraft {
    RequestDraft {
        form_number: number.into(),
        received_date: received.into(),
        received_time: "10.20".into(),
        ..form("Warga Saat Padam", "Anggaran desa tahun 2026")
    }
}

fn said<T>(answer: Result<T, DeskError>) -> String {
    answer.err().unwrap().to_string()
}

const SEVEN: &str = "007/PPID/KEC-PBG/XI/2026";
const EIGHT: &str = "008/PPID/KEC-PBG/XI/2026";
const NINE: &str = "009/PPID/KEC-PBG/XI/2026";
const TEN: &str = "010/PPID/KEC-PBG/XI/2026";

#[test]
fn an_hour_before_the_form_was_made_is_pointed_out_while_it_is_typed_and_an_hour_after_it_is_not() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 1, at(10, 30));
    let warned = |desk: &Desk, time: &str| {
        let draft = RequestDraft { received_time: time.into(), ..filled(SEVEN, "2026-11-23") };
        desk.preview_request(&draft, at(13, 0)).unwrap().warnings
    };
    let said = warned(&desk, "10.20");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("10.20") && said[0].contains("(10.30)"), "{said:?}");
    assert!(warned(&desk, "10.30").is_empty() && warned(&desk, "11.05").is_empty() && warned(&desk, "").is_empty());
    let another_day = RequestDraft { received_time: "08.00".into(), ..filled(SEVEN, "2026-11-24") };
    assert!(desk.preview_request(&another_day, on("2026-11-24", 9, 0)).unwrap().warnings.is_empty());
    desk.register_request(RequestDraft { received_time: "10.20".into(), ..filled(SEVEN, "2026-11-23") }, at(13, 0)).unwrap();
}

#[test]
fn each_form_is_printed_with_its_number_its_check_code_and_a_receipt_to_cut_off() {
    let (_dir, _, mut desk, _) = perbaungan();
    let reserved = reserve(&mut desk, 3, at(8, 30));
    let paper = desk.paper(&reserved, at(8, 31)).unwrap();
    let words = words_of(&paper.pdf);
    let mut codes = Vec::new();
    for number in [SEVEN, EIGHT, NINE] {
        assert!(words.matches(number).count() >= 3, "on the form, on its receipt and at the foot: {words}");
        let record = desk.record(&SubjectRef::new(KIND, number), at(8, 32)).unwrap();
        let code = record.groups[0].facts.iter().find(|fact| fact.label == "Kode periksa").unwrap().value.clone();
        assert!(words.contains(&code), "{words}");
        codes.push(code);
    }
    codes.dedup();
    assert_eq!(codes.len(), 3, "each has a code of its own");
    assert_eq!(words.matches("TANDA BUKTI PENERIMAAN").count(), 3);
}

#[test]
fn the_series_goes_on_behind_the_reserved_numbers_and_gives_none_of_them() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 3, at(8, 30));
    let next = desk.register_request(form("Warga di Loket", "Rencana kerja"), at(9, 0)).unwrap();
    assert_eq!(next.row.number, TEN);
    reserve(&mut desk, 1, at(9, 5));
    assert_eq!(forms(&desk)[0].0, "011/PPID/KEC-PBG/XI/2026");
    desk.verify().unwrap();
}

#[test]
fn power_that_fails_between_reserving_and_printing_loses_no_number_and_the_forms_are_printed_later() {
    let (_dir, folder, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    drop(desk);
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let open = || vec![(EIGHT.to_owned(), "Belum dicatat".to_owned()), (SEVEN.to_owned(), "Belum dicatat".to_owned())];
    assert_eq!(forms(&desk), open());
    let all = PaperRef::NumberedForms { numbers: vec![] };
    let words = words_of(&desk.paper(&all, at(11, 0)).unwrap().pdf);
    assert!(words.contains(SEVEN) && words.contains(EIGHT), "{words}");
    assert_eq!(desk.register_request(form("Warga", "Data"), at(11, 5)).unwrap().row.number, NINE);
    assert_eq!(forms(&desk), open());
}

#[test]
fn what_was_written_on_a_form_is_registered_under_its_number_from_its_day() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    let later = on("2026-11-25", 9, 0);
    let asked = desk.request_form_from(None, EIGHT, later).unwrap();
    assert_eq!((asked.draft.form_number.as_str(), asked.draft.received_date.as_str()), (EIGHT, ""), "the day is on the paper");
    assert!(asked.form_note.unwrap().contains("23 November 2026"));
    let preview = desk.preview_request(&filled(EIGHT, "2026-11-24"), later).unwrap();
    assert_eq!(preview.next_number, EIGHT);
    let code = desk.record(&SubjectRef::new(KIND, EIGHT), later).unwrap().groups[0].facts[2].value.clone();
    let view = desk.register_request(filled(EIGHT, "2026-11-24"), later).unwrap();
    assert_eq!((view.row.number.as_str(), view.row.received_text.as_str()), (EIGHT, "24 November 2026"));
    assert!(view.timeline[0].what.contains("dari formulir bernomor"), "{:?}", view.timeline[0]);
    let receipt = PaperRef::Request { id: view.row.id.clone(), kind: loket_domain::paper::PaperKind::Receipt };
    let receipt = words_of(&desk.paper(&receipt, later).unwrap().pdf);
    assert!(receipt.contains("Perbaungan, 24 November 2026"), "{receipt}");
    let entered = format!("Dimasukkan dalam register tanggal 25 November 2026; kode periksa potongan formulir: {code}");
    assert!(receipt.contains(&entered), "the second receipt says so, and how the first is known: {receipt}");
    assert_eq!(forms(&desk)[0].1, "Terdaftar; diterima 24 November 2026");
    assert_eq!(desk.request_form(None, later).unwrap().open_forms, 1);
    let query = RequestQuery { words: code, limit: 5, ..RequestQuery::default() };
    assert_eq!(
        desk.requests(&query, later).unwrap().rows[0].id,
        view.row.id,
        "found by the code on the receipt that was cut off"
    );
    desk.verify().unwrap();
}

#[test]
fn a_form_is_used_once_not_before_it_was_there_and_not_after_it_was_void() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    let later = on("2026-11-25", 9, 0);
    let written = desk.written();
    assert!(said(desk.register_request(filled(SEVEN, "2026-11-22"), later)).contains("disediakan tanggal 23 November 2026"));
    assert!(
        said(desk.register_request(filled("012/PPID/KEC-PBG/XI/2026", "2026-11-24"), later)).contains("daftar formulir bernomor")
    );
    assert_eq!(desk.written(), written, "nothing is written");
    desk.register_request(filled(SEVEN, "2026-11-24"), later).unwrap();
    assert!(said(desk.register_request(filled(SEVEN, "2026-11-24"), later)).contains("sudah didaftarkan"));
    assert!(said(take(&mut desk, (KIND, SEVEN), "void_form", json!({"reason": "Rusak"}), later)).contains("sudah didaftarkan"));
    take(&mut desk, (KIND, EIGHT), "void_form", json!({"reason": "Basah kena hujan"}), later).unwrap();
    assert!(said(desk.register_request(filled(EIGHT, "2026-11-24"), later)).contains("dinyatakan batal"));
    assert!(said(take(&mut desk, (KIND, EIGHT), "void_form", json!({"reason": "Lagi"}), later)).contains("dinyatakan batal"));
    assert!(said(desk.paper(&PaperRef::NumberedForms { numbers: vec![EIGHT.into()] }, later)).contains("dinyatakan batal"));
    assert!(said(desk.paper(&PaperRef::NumberedForms { numbers: vec![] }, later)).contains("Tidak ada formulir bernomor"));
    desk.verify().unwrap();
}

#[test]
fn a_form_that_was_kept_while_another_entered_or_voided_its_number_says_so_when_it_is_opened() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    let later = on("2026-11-25", 9, 0);
    for (id, number) in [("tujuh", SEVEN), ("delapan", EIGHT)] {
        desk.keep_draft(id, &filled(number, "2026-11-24"), later).unwrap();
    }
    let note = |desk: &Desk, id| desk.request_form(Some(id), later).unwrap().form_note.unwrap();
    assert!(note(&desk, "tujuh").contains("memakai nomor formulir itu"));
    desk.register_request(filled(SEVEN, "2026-11-24"), later).unwrap();
    take(&mut desk, (KIND, EIGHT), "void_form", json!({"reason": "Basah kena hujan"}), later).unwrap();
    assert!(note(&desk, "tujuh").contains("sudah didaftarkan"));
    assert!(note(&desk, "delapan").contains("dinyatakan batal: Basah kena hujan"));
}

#[test]
fn the_register_accounts_for_a_void_number_and_for_one_that_still_lies_somewhere() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    take(&mut desk, (KIND, SEVEN), "void_form", json!({"reason": "Basah kena hujan"}), at(15, 0)).unwrap();
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-11-01".into(), to: "2026-11-30".into() };
    let rows = desk.register(&query, at(16, 0)).unwrap().rows;
    let said: Vec<(&str, &str)> = rows.iter().map(|row| (row.cells[1].as_str(), row.cells[8].as_str())).collect();
    let void = (SEVEN, "Nomor tidak terpakai: Basah kena hujan");
    assert_eq!(said, [void, (EIGHT, "Formulir bernomor, belum dicatat")]);
    let (from, to) = (query.from, query.to);
    let paper = PaperRef::Register { which: RegisterKind::Requests, from, to, sheet: RegisterSheet::A3 };
    let printed = words_of(&desk.paper(&paper, at(16, 0)).unwrap().pdf);
    assert_eq!([&rows[0].cells[3], &rows[1].cells[3]], ["23/11/2026"; 2], "dates as in every other line");
    assert!(printed.contains("007/PPID/KEC-") && printed.contains("Basah kena"), "also in the book itself: {printed}");
}

#[test]
fn the_first_screen_asks_for_forms_that_lie_for_days_until_each_is_accounted_for() {
    let (_dir, _, mut desk, _) = perbaungan();
    reserve(&mut desk, 2, at(8, 30));
    let reminded = |desk: &Desk, day: &str| {
        let groups = desk.today_view(on(day, 8, 0)).unwrap().groups;
        let items = groups.into_iter().flat_map(|group| group.items);
        items.filter(|item| item.subject.kind == KIND).map(|item| (item.title, item.text)).next()
    };
    assert_eq!(reminded(&desk, "2026-11-25"), None, "they are still in use");
    let (title, text) = reminded(&desk, "2026-11-26").unwrap();
    assert_eq!(title, "2 formulir bernomor belum dicatat");
    assert!(text.starts_with("007, 008; disediakan 23 November 2026"), "{text}");
    desk.register_request(filled(SEVEN, "2026-11-24"), on("2026-11-26", 9, 0)).unwrap();
    assert_eq!(reminded(&desk, "2026-11-27").unwrap().0, "1 formulir bernomor belum dicatat");
    take(&mut desk, (KIND, EIGHT), "void_form", json!({"reason": "Hilang"}), on("2026-11-27", 9, 0)).unwrap();
    assert_eq!(reminded(&desk, "2026-11-30"), None);
}

#[test]
fn so_many_numbers_as_nobody_needs_are_not_reserved() {
    let (_dir, _, mut desk, _) = perbaungan();
    for count in [0, 21] {
        let refused = said(take(&mut desk, (KIND, ""), "reserve_forms", json!({"count": count}), at(8, 30)));
        assert!(refused.contains("1 sampai 20"), "{refused}");
    }
    assert!(forms(&desk).is_empty());
}
