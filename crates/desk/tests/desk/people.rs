//! Whoever asked before is offered while the next form is typed, and stands in it only when the officer says so.

use loket_desk::views::{KnownBoxes, RequestPreview};
use loket_desk::{Desk, RequestDraft};
use serde_json::json;

use crate::fixture::{at, form, on, perbaungan, take};
use loket_desk::views::SubjectKind;

fn typed(name: &str) -> RequestDraft {
    RequestDraft { name: name.into(), ..RequestDraft::default() }
}

fn foreseen(desk: &Desk, draft: &RequestDraft) -> RequestPreview {
    desk.preview_request(draft, on("2026-11-25", 9, 0)).unwrap()
}

fn names(preview: &RequestPreview) -> Vec<&str> {
    preview.known_applicants.iter().map(|known| known.name.as_str()).collect()
}

#[test]
fn a_returning_applicant_is_offered_by_nik_telephone_or_name_with_the_last_request_and_how_many_there_were() {
    let (_dir, _, mut desk, _) = perbaungan();
    let ginting = RequestDraft { phone: "0812-6012-3456".into(), ..form("Siti Ginting", "Peta desa") };
    desk.register_request(ginting.clone(), at(9, 0)).unwrap();
    desk.register_request(RequestDraft { information: "APBDes 2026".into(), ..ginting }, at(9, 10)).unwrap();
    desk.register_request(RequestDraft { identity_number: "1218010101900777".into(), ..form("Rahmad", "Peta") }, at(9, 20))
        .unwrap();
    let by_nik = RequestDraft { identity_number: "1218 0101 0190 0003".into(), ..RequestDraft::default() };
    let by_phone = RequestDraft { phone: "+62 812 6012 3456".into(), ..RequestDraft::default() };
    for (draft, why) in [(by_nik, "Nomor identitas sama"), (by_phone, "Nomor telepon sama"), (typed("siti gin"), "Nama sama")] {
        let known = foreseen(&desk, &draft).known_applicants;
        assert_eq!(known.len(), 1, "{why}");
        assert_eq!((known[0].name.as_str(), known[0].why.as_str()), ("Siti Ginting", why));
        assert_eq!(known[0].last_text, "Terakhir 008/PPID/KEC-PBG/XI/2026, 23 November 2026");
        assert_eq!(known[0].before_text, "2 permohonan sebelumnya");
        assert_eq!(known[0].details, "Jalan Contoh 1 · 0812-6012-3456");
    }
    assert!(names(&foreseen(&desk, &typed("si"))).is_empty(), "too little to know anybody by");
    assert!(names(&foreseen(&desk, &typed("Siti Nasution"))).is_empty());
}

#[test]
fn neither_apostrophes_nor_accents_nor_titles_stand_between_a_person_and_the_name() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Sa'dullah O\u{2019}Neil", "Peta"), at(9, 0)).unwrap();
    desk.register_request(RequestDraft { identity_number: "1218010101900555".into(), ..form("José Marpaung", "Peta") }, at(9, 5))
        .unwrap();
    for name in ["sadullah", "Sa'dullah", "H. Sadullah ONeil", "sa’dullah o'neil"] {
        assert_eq!(names(&foreseen(&desk, &typed(name))), ["Sa'dullah O\u{2019}Neil"], "{name}");
    }
    assert_eq!(names(&foreseen(&desk, &typed("jose marp"))), ["José Marpaung"]);
}

#[test]
fn a_namesake_with_another_nik_is_not_offered_and_whoever_stands_in_the_form_is_not_offered_again() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Siti Ginting", "Peta"), at(9, 0)).unwrap();
    desk.register_request(RequestDraft { identity_number: "1218010101900777".into(), ..form("Siti Ginting", "Peta") }, at(9, 5))
        .unwrap();
    assert_eq!(names(&foreseen(&desk, &typed("Siti Ginting"))).len(), 2, "two persons of one name");
    let one = RequestDraft { identity_number: "1218010101900777".into(), ..typed("Siti Ginting") };
    let known = foreseen(&desk, &one).known_applicants;
    assert_eq!(known.len(), 1);
    let KnownBoxes::Applicant(boxes) = &known[0].fills else { panic!("an applicant") };
    assert_eq!((boxes.identity_number.as_str(), boxes.address.as_str()), ("1218010101900777", "Jalan Contoh 1"));
    let filled = RequestDraft { address: boxes.address.clone(), phone: boxes.phone.clone(), ..one };
    assert!(names(&foreseen(&desk, &filled)).is_empty());
    let typed_nothing = RequestDraft::default();
    assert!(names(&foreseen(&desk, &typed_nothing)).is_empty(), "nobody is offered by himself");
}

#[test]
fn an_applicant_is_offered_as_reached_now_and_a_registration_by_mistake_is_no_request_of_theirs() {
    let (_dir, _, mut desk, _) = perbaungan();
    let first = desk.register_request(form("Siti Ginting", "Peta"), at(9, 0)).unwrap().row.id;
    let mistaken = desk.register_request(form("Siti Ginting", "Peta"), at(9, 5)).unwrap().row.id;
    let moved = json!({"address": "Jalan Baru 4", "phone": "0813-1111-2222"});
    take(&mut desk, (SubjectKind::Request, &first), "change_contact", moved, at(10, 0)).unwrap();
    take(&mut desk, (SubjectKind::Request, &mistaken), "cancel", json!({"reason": "Terdaftar dua kali"}), at(10, 5)).unwrap();
    let known = foreseen(&desk, &typed("Siti Ginting")).known_applicants;
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].details, "Jalan Baru 4 · 0813-1111-2222");
    assert_eq!(known[0].before_text, "1 permohonan sebelumnya");
}

#[test]
fn whoever_acted_before_is_offered_where_somebody_acts() {
    let (_dir, _, mut desk, _) = perbaungan();
    let represented = RequestDraft {
        represented: true,
        representative_name: "Budi Rekaan, S.H.".into(),
        representative_address: "Jalan Hukum 2".into(),
        representative_phone: "0811-2222-333".into(),
        documents: vec!["identity".into(), "power_of_attorney".into()],
        ..form("Siti Ginting", "Peta")
    };
    desk.register_request(represented, at(9, 0)).unwrap();
    let asked = RequestDraft { represented: true, representative_name: "budi rekaan".into(), ..RequestDraft::default() };
    let known = foreseen(&desk, &asked).known_representatives;
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].before_text, "pernah menjadi kuasa pemohon");
    let KnownBoxes::Representative(boxes) = &known[0].fills else { panic!("somebody who acts") };
    assert_eq!(boxes.representative_address, "Jalan Hukum 2");
    assert!(names(&foreseen(&desk, &typed("Budi Rekaan"))).is_empty(), "who acted never asked");
    let alone = RequestDraft { represented: false, ..asked };
    assert!(foreseen(&desk, &alone).known_representatives.is_empty());
}
