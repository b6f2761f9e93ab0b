//! Word to the applicant: true of the request as it stands, and nothing in a link that others should not read.

use loket_desk::views::{SubjectKind, TidingsView};
use loket_desk::{Desk, Moment, RequestDraft};
use serde_json::{Value, json};

use crate::fixture::{at, form, grant, on, perbaungan, take};

fn registered(desk: &mut Desk, documents: &[&str]) -> String {
    let documents = documents.iter().map(|code| (*code).to_owned()).collect();
    let draft = RequestDraft { documents, phone: "0812-6012-3456".into(), ..form("Siti Ginting", "Daftar penerima bantuan") };
    desk.register_request(RequestDraft { email: "siti@contoh.id".into(), ..draft }, at(9, 0)).unwrap().row.id
}

fn step(desk: &mut Desk, id: &str, action: &str, over: Value, moment: Moment) {
    take(desk, (SubjectKind::Request, id), action, over, moment).unwrap();
}

fn told(desk: &Desk, id: &str, about: &str) -> TidingsView {
    desk.tidings(id, about).unwrap()
}

#[test]
fn each_step_has_its_own_text_with_number_and_dates_as_they_stand() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &[]);
    let received = told(&desk, &id, "diterima").text;
    assert!(
        received.starts_with("Yth. Pemohon Informasi Publik,\nPermohonan Anda kami terima Senin, 23 November 2026"),
        "{received}"
    );
    assert!(received.contains("nomor 007/PPID/KEC-PBG/XI/2026"), "{received}");
    assert!(received.contains("Kelengkapan berkas kami periksa paling lambat Kamis, 26 November 2026."), "{received}");
    assert!(received.contains("paling lambat 10 hari kerja sejak berkas lengkap."), "{received}");
    assert!(received.ends_with("PPID Kantor Camat Perbaungan\nJalan Contoh Nomor 1, Perbaungan 20986"), "{received}");
    let day = |day: &str| on(day, 10, 0);
    step(&mut desk, &id, "find_incomplete", json!({"letter_number": "SK/1"}), day("2026-11-24"));
    let incomplete = told(&desk, &id, "belum_lengkap").text;
    assert!(
        incomplete.contains("Yang masih kurang: Salinan KTP/SIM/paspor. Mohon dilengkapi paling lambat Jumat, 27 November 2026."),
        "{incomplete}"
    );
    assert!(desk.tidings(&id, "diterima").is_err(), "what is not so any more cannot be told");
    step(&mut desk, &id, "declare_complete", json!({}), day("2026-11-25"));
    let complete = told(&desk, &id, "lengkap").text;
    assert!(
        complete.contains("sudah lengkap sejak Rabu, 25 November 2026. Jawaban tertulis kami sampaikan paling lambat "),
        "{complete}"
    );
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    step(&mut desk, &id, "extend", reasons, day("2026-12-07"));
    let extended = told(&desk, &id, "diperpanjang").text;
    assert!(extended.contains("kami perpanjang dengan surat nomor PP/1 tanggal 7 Desember 2026."), "{extended}");
    step(&mut desk, &id, "grant", grant(), day("2026-12-14"));
    let ready = told(&desk, &id, "siap_diambil").text;
    assert!(ready.contains("dapat diambil di kantor kami pada jam kerja mulai Selasa, 15 Desember 2026."), "{ready}");
    assert!(ready.contains("Biaya salinan Rp3.000,00 dibayar saat itu."), "{ready}");
    let answered = told(&desk, &id, "dijawab").text;
    assert!(answered.contains("sudah kami jawab dengan surat nomor 000.8.3/41/2026 tanggal 14 Desember 2026."), "{answered}");
    step(&mut desk, &id, "note_not_fetched", json!({"note": "Ditelepon dua kali"}), day("2026-12-28"));
    assert!(told(&desk, &id, "diingatkan").text.contains("masih dapat diambil"));
}

#[test]
fn no_link_bears_name_nik_address_or_what_was_asked_and_each_reaches_the_number_as_whatsapp_wants_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &["identity"]);
    let view = told(&desk, &id, "diterima");
    let ways: Vec<(&str, Option<&str>)> = view.links.iter().map(|link| (link.way.as_str(), link.why_not.as_deref())).collect();
    assert_eq!(ways, [("whatsapp", None), ("email", None)]);
    assert!(view.links[0].qr.as_ref().is_some_and(|qr| qr.side > 20 && qr.path.starts_with("M0 0h7v1h-7z")));
    let whatsapp = desk.tidings_link(&id, "diterima", 0).unwrap();
    assert!(whatsapp.starts_with("https://wa.me/6281260123456?text=Yth.%20Pemohon%20Informasi%20Publik%2C%0A"), "{whatsapp}");
    let mail = desk.tidings_link(&id, "diterima", 1).unwrap();
    assert!(mail.starts_with("mailto:siti@contoh.id?subject=Permohonan%20informasi%20007%2FPPID"), "{mail}");
    for link in [&whatsapp, &mail, &view.text] {
        for private in ["Ginting", "1218010101900003", "Jalan%20Contoh%201", "Jalan Contoh 1", "penerima", "Penelitian"] {
            assert!(!link.contains(private), "{private} in {link}");
        }
    }
    assert!(desk.tidings_link(&id, "diterima", 2).is_err());
}

#[test]
fn a_number_of_a_house_has_no_whatsapp_and_it_is_said_why() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft { phone: "061-7951234".into(), ..form("Siti Ginting", "Peta") };
    let id = desk.register_request(draft, at(9, 0)).unwrap().row.id;
    let view = told(&desk, &id, "diterima");
    assert!(view.links[0].why_not.as_ref().is_some_and(|why| why.starts_with("Nomor ini bukan nomor seluler")));
    assert!(view.links[0].qr.is_none());
    assert_eq!(view.links[1].why_not.as_deref(), Some("Pemohon tidak memberi alamat e-mail."));
    assert!(desk.tidings_link(&id, "diterima", 0).is_err());
}

#[test]
fn that_the_applicant_was_told_stands_in_the_story_and_the_next_word_is_another() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &["identity"]);
    step(&mut desk, &id, "grant", grant(), at(10, 0));
    let usual = |desk: &Desk| {
        let subject = loket_desk::views::SubjectRef::new(SubjectKind::Request, &id);
        desk.action_form(&subject, "tell_applicant", at(11, 0)).unwrap().filled()["about"].clone()
    };
    let text = |code: &str| loket_desk::views::FieldValue::Text(code.into());
    assert_eq!(usual(&desk), text("siap_diambil"));
    step(&mut desk, &id, "tell_applicant", json!({"way": "whatsapp"}), at(11, 0));
    let timeline = desk.request(&id, at(11, 5)).unwrap().timeline;
    assert_eq!(timeline.last().unwrap().what, "Pemohon dikabari: informasi siap diambil, WhatsApp");
    assert_eq!(usual(&desk), text("diingatkan"));
    let refused = take(&mut desk, (SubjectKind::Request, &id), "tell_applicant", json!({}), at(11, 10)).unwrap_err();
    assert_eq!(refused.to_string(), "Pilih dengan cara apa pemohon dikabari.");
    let sold = json!({"number": "PB/1", "items": ["Peta; softcopy; "]});
    step(&mut desk, &id, "take_payment", json!({"number": "KW/1"}), at(11, 20));
    step(&mut desk, &id, "hand_over", sold, at(11, 30));
    let next = desk.request(&id, at(11, 40)).unwrap().next;
    assert!(!next.iter().any(|step| step.action == "tell_applicant"), "whoever has it need not be told");
}
