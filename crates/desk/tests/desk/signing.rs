//! Who signs, for whom, and under which letterhead.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, FirstStart, Folder, OfficialInput, PaperRef, system_dice};
use loket_domain::problem::Refused;
use serde_json::json;
use tempfile::TempDir;

use crate::fixture::{at, first_start, form, grant, take, words_of};

/// An office whose first official, the PPID, is as `change` makes it.
fn with_ppid(change: impl Fn(OfficialInput) -> OfficialInput) -> FirstStart {
    let mut first = first_start();
    let ppid = first.officials.iter_mut().find(|official| official.role == "ppid_unit").unwrap();
    *ppid = change(ppid.clone());
    first
}

fn begun(first: &FirstStart) -> (TempDir, Result<Desk, DeskError>) {
    let dir = TempDir::new().unwrap();
    let begun = Folder::at(dir.path().join("loket")).begin(first, at(8, 0), system_dice());
    (dir, begun.map(|(desk, _)| desk))
}

/// The field that must change, and what is said of it.
fn refused(first: &FirstStart) -> (String, String) {
    let Err(DeskError::Refused(Refused::Fields(fields))) = begun(first).1 else { panic!("expected a refusal") };
    let [only] = fields.as_slice() else { panic!("{fields:?}") };
    (only.field.clone(), only.message.clone())
}

fn printed(desk: &Desk, id: &str, kind: &str) -> String {
    let paper: PaperRef = serde_json::from_value(json!({"paper": "request", "id": id, "kind": kind})).unwrap();
    words_of(&desk.paper(&paper, at(12, 0)).unwrap().pdf)
}

/// The written answer to a request that is granted on its day.
fn answered(first: &FirstStart) -> String {
    let (_dir, desk) = begun(first);
    let mut desk = desk.unwrap();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    take(&mut desk, (SubjectKind::Request, &id), "grant", grant(), at(10, 0)).unwrap();
    printed(&desk, &id, "written_notice")
}

#[test]
fn an_official_of_another_office_signs_under_its_letterhead_and_place() {
    let notice = answered(&with_ppid(|ppid| OfficialInput {
        own_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        own_name: "DINAS KOMUNIKASI DAN INFORMATIKA".into(),
        own_lines: "Jalan Negara Nomor 300\nKode Pos 20995".into(),
        own_place: "Sei Rampah".into(),
        ..ppid
    }));
    assert!(notice.contains("DINAS KOMUNIKASI DAN INFORMATIKA Jalan Negara Nomor 300 Kode Pos 20995"), "{notice}");
    assert!(notice.contains("Sei Rampah, 23 November 2026") && !notice.contains("KECAMATAN PERBAUNGAN"), "{notice}");
}

#[test]
fn another_office_is_named_whole_or_not_at_all() {
    let (field, said) = refused(&with_ppid(|ppid| OfficialInput {
        own_name: "SEKRETARIAT DAERAH".into(),
        own_lines: "Jalan 1".into(),
        own_place: "Sei Rampah".into(),
        ..ppid
    }));
    assert_eq!(field, "officials.0.own_government");
    assert!(said.contains("kosongkan semuanya"), "{said}");
}

#[test]
fn whoever_signs_for_another_says_for_whom() {
    let capacity = |capacity: &str, represents: &str| {
        with_ppid(|ppid| OfficialInput {
            capacity: capacity.into(),
            represents: represents.into(),
            position: "Sekretaris, Pembina".into(),
            ..ppid
        })
    };
    assert_eq!(refused(&capacity("on_behalf", "")).0, "officials.0.represents");
    assert!(refused(&capacity("under_order", "Camat Perbaungan")).1.contains("dua jabatan"));
    assert!(refused(&capacity("definitive", "Camat Perbaungan")).1.contains("kosongkan"));
    let notice = answered(&capacity("on_behalf", "Camat Perbaungan"));
    for line in ["a.n. Camat Perbaungan", "Sekretaris, Pembina selaku PPID Pelaksana,"] {
        assert!(notice.contains(line), "{notice}");
    }
}

#[test]
fn a_receipt_names_the_hour_of_the_office_and_how_its_desk_is_reached() {
    let east = FirstStart {
        office_code: "91.03.01".into(),
        contact_phone: "(0967) 000000".into(),
        contact_whatsapp: "0812-0000-1111".into(),
        ..first_start()
    };
    let (_dir, desk) = begun(&east);
    let mut desk = desk.unwrap();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let receipt = printed(&desk, &id, "receipt");
    assert!(receipt.contains("pukul 08.05 WIT"), "{receipt}");
    assert!(receipt.contains("telepon (0967) 000000, WhatsApp 0812-0000-1111."), "{receipt}");
}
