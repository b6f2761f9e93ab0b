//! Beside every form that goes on with a request stands what was asked, so that nobody has to go back and look.

use loket_desk::RequestDraft;
use loket_desk::views::{FactGroup, SubjectKind, SubjectRef};
use serde_json::json;

use crate::fixture::{at, form, on, perbaungan, take};

fn said(groups: &[FactGroup]) -> String {
    let lines = groups.iter().map(|group| {
        let facts: Vec<String> = group.facts.iter().map(|fact| format!("{} = {}", fact.label, fact.value)).collect();
        format!("{}: {}{}", group.title, group.text.as_deref().unwrap_or_default(), facts.join("; "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_decision_form_says_what_was_asked_by_whom_how_until_when_with_which_papers_and_what_was_noted() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft { channel: "whatsapp".into(), ..form("Siti Ginting", "Daftar penerima bantuan tahun 2026") };
    let id = desk.register_request(draft, at(9, 0)).unwrap().row.id;
    desk.attach(&id, "ktp.pdf", "identity", b"%PDF-1.4 pindaian rekaan", at(9, 5)).unwrap();
    let note = json!({"text": "Pemohon minta per dusun"});
    take(&mut desk, (SubjectKind::Request, &id), "add_note", note, at(9, 10)).unwrap();
    let forwarded = json!({"number": "PN/1", "note": "Mohon data penerima bantuan"});
    take(&mut desk, (SubjectKind::Request, &id), "forward", forwarded, at(9, 20)).unwrap();
    let subject = SubjectRef::new(SubjectKind::Request, &id);
    for action in ["grant", "refuse", "extend", "answer"] {
        let form = desk.action_form(&subject, action, on("2026-11-25", 9, 0)).unwrap();
        let said = said(&form.about);
        for wanted in [
            "Informasi yang diminta: Daftar penerima bantuan tahun 2026",
            "Nama = Siti Ginting",
            "Telepon = 0812-0000-0000",
            "Cara diterima = WhatsApp",
            "Tujuan penggunaan = Penelitian",
            "Batas resmi = Senin, 7 Desember 2026 (8 hari kerja lagi)",
            "Terlampir = ktp.pdf",
            "Kantor Camat Perbaungan, Senin, 23 November 2026 = Mohon data penerima bantuan",
            "Catatan kantor, 23 November 2026 = Pemohon minta per dusun",
        ] {
            assert!(said.contains(wanted), "{action}: {wanted}\n{said}");
        }
    }
}

#[test]
fn an_objection_is_answered_with_its_grounds_and_its_case_in_sight() {
    let (_dir, _, mut desk, _) = perbaungan();
    let objected = json!({
        "name": "Warga Empat", "address": "Jalan Contoh 4", "phone": "0812-0000-0000", "information": "Laporan keuangan 2025",
        "purpose": "Penelitian", "case_position": "Tidak diumumkan"
    });
    let id = take(&mut desk, (SubjectKind::Objection, ""), "object", objected, at(9, 0)).unwrap().subject.unwrap().id;
    let form = desk.action_form(&SubjectRef::new(SubjectKind::Objection, id), "answer", at(10, 0)).unwrap();
    let said = said(&form.about);
    assert!(said.contains("Kasus posisi: Tidak diumumkan") && said.contains("Nama = Warga Empat"), "{said}");
    let beginning = desk.action_form(&SubjectRef::new(SubjectKind::Objection, ""), "object", at(10, 0)).unwrap();
    assert!(beginning.about.is_empty(), "what only begins has nothing to be told yet");
}
