//! What people bring to the counter is found, whatever it belongs to.

use loket_desk::views::{RequestQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, RequestDraft};
use serde_json::json;

use crate::fixture::{form, grant, on, perbaungan, take};

const REQUEST: SubjectKind = SubjectKind::Request;

/// A desk with an answered request of Sa'dullah, his objection and an item of the catalogue.
fn busy() -> (tempfile::TempDir, Desk, [SubjectRef; 3]) {
    let (dir, _, mut desk, _) = perbaungan();
    let day = |date| on(date, 10, 0);
    let draft = RequestDraft { address: "Dusun Kenanga 7".into(), ..form("Sa'dullah O'Neil-Rekaan", "Notulen musyawarah") };
    let id = desk.register_request(draft, day("2026-11-23")).unwrap().row.id;
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-11-24")).unwrap();
    take(&mut desk, (REQUEST, &id), "note_received", json!({}), day("2026-11-24")).unwrap();
    let grounds = json!({"grounds": ["d"], "case_position": "Jawaban tidak sesuai"});
    let objection = take(&mut desk, (REQUEST, &id), "object", grounds, day("2026-11-25")).unwrap().subject.unwrap();
    let item = json!({
        "category": "berkala", "summary": "Laporan keuangan kecamatan tahun 2025", "holder": "Subbagian Keuangan",
        "responsible": "Camat", "made": "Perbaungan, 2026", "format": "Softcopy", "retention": "5 tahun"
    });
    let item = take(&mut desk, (SubjectKind::DipItem, ""), "list", item, day("2026-11-25")).unwrap().subject.unwrap();
    (dir, desk, [SubjectRef::new(REQUEST, id), objection, item])
}

#[test]
fn the_search_box_finds_objections_letters_and_the_catalogue_by_whatever_people_bring() {
    let (_dir, desk, [request, objection, item]) = busy();
    let now = on("2026-11-26", 9, 0);
    let found = |words: &str| -> Vec<(String, SubjectRef)> {
        let groups = desk.find(words, now).unwrap();
        groups
            .into_iter()
            .flat_map(|group| group.items.into_iter().map(move |item| (group.title.clone(), item.subject)))
            .collect()
    };
    for words in ["sadullah", "Sa'dullah", "sádullah rekaan", "rekaan oneil", "0812 0000 0000", "1218-0101-0190-0003", "kenanga"]
    {
        assert!(found(words).contains(&("Keberatan".to_owned(), objection.clone())), "{words}");
    }
    assert_eq!(found("000.8.3/41"), [("Surat".to_owned(), request)]);
    assert_eq!(found("2025 keuangan"), [("Daftar Informasi Publik".to_owned(), item)], "in whatever order");
    assert_eq!(found("   "), []);
    assert_eq!(found("tidak-ada-di-mana-pun"), []);
}

#[test]
fn a_request_is_found_by_the_address_of_its_applicant() {
    let (_dir, desk, _) = busy();
    let query = RequestQuery { words: "dusun kenanga".into(), limit: 10, ..RequestQuery::default() };
    assert_eq!(desk.requests(&query, on("2026-11-26", 9, 0)).unwrap().total, 1);
}

#[test]
fn a_request_is_found_by_the_number_of_a_receipt_and_by_each_telephone_number_in_the_box() {
    let (_dir, _, mut desk, _) = perbaungan();
    let phones = "0812-6012-3456 / 0813-7012-3456 (istri)";
    let draft = RequestDraft { phone: phones.into(), ..form("Warga Dua Nomor", "Peta desa") };
    let id = desk.register_request(draft, on("2026-11-23", 9, 0)).unwrap().row.id;
    take(&mut desk, (REQUEST, &id), "grant", grant(), on("2026-11-24", 9, 0)).unwrap();
    take(&mut desk, (REQUEST, &id), "take_payment", json!({"number": "KW/0045"}), on("2026-11-25", 9, 0)).unwrap();
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/0032/2026"}), on("2026-11-25", 9, 5)).unwrap();
    for words in ["081260123456", "+62 813 7012 3456", "0813-7012", "KW/0045", "PB/0032/2026"] {
        let query = RequestQuery { words: words.into(), limit: 10, ..RequestQuery::default() };
        assert_eq!(desk.requests(&query, on("2026-11-26", 9, 0)).unwrap().total, 1, "{words}");
    }
    let again = RequestDraft { phone: "0813 7012 3456".into(), ..RequestDraft::default() };
    let known = desk.preview_request(&again, on("2026-11-26", 9, 0)).unwrap().known_applicants;
    assert_eq!(known.iter().map(|known| known.name.as_str()).collect::<Vec<_>>(), ["Warga Dua Nomor"]);
}
