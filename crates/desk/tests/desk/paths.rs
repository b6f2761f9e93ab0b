//! Paths that a counter meets and a program easily has not, with their papers, their line in the register and their place on the
//! first screen.

use loket_desk::views::{RegisterKind, RegisterQuery, RequestQuery, SubjectKind, SubjectRef, WorkItem};
use loket_desk::{Desk, Moment, PaperRef, PrintAs, RequestDraft};
use loket_domain::paper::PaperKind;
use serde_json::json;

use crate::fixture::{at, form, grant, on, perbaungan, take, words_of};

const REQUEST: SubjectKind = SubjectKind::Request;

fn day(date: &str) -> Moment {
    on(date, 10, 0)
}

fn registered(desk: &mut Desk, draft: RequestDraft, date: &str) -> String {
    let draft = RequestDraft { received_date: date.into(), ..draft };
    desk.register_request(draft, on(date, 10, 5)).unwrap().row.id
}

fn paper(desk: &Desk, id: &str, kind: PaperKind, date: &str) -> String {
    words_of(&desk.paper(&PaperRef::Request { id: id.into(), kind }, day(date)).unwrap().pdf)
}

fn register_line(desk: &Desk) -> Vec<String> {
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-01-01".into(), to: "2026-12-31".into() };
    desk.register(&query, at(12, 0)).unwrap().rows.remove(0).cells
}

fn group(desk: &Desk, code: &str, date: &str) -> Vec<WorkItem> {
    let groups = desk.today_view(day(date)).unwrap().groups;
    groups.into_iter().find(|group| group.code == code).map_or_else(Vec::new, |group| group.items)
}

fn figure(desk: &Desk, label: &str) -> String {
    let tiles = desk.figures("2026-01-01", "2026-12-31").unwrap().tiles;
    tiles.into_iter().find(|tile| tile.label == label).map_or_else(String::new, |tile| tile.value)
}

#[test]
fn letters_that_paper_cannot_show_are_told_while_they_are_typed() {
    let (_dir, _, desk, _) = perbaungan();
    let told =
        |name: &str, information: &str| desk.preview_request(&form(name, information), day("2026-11-23")).unwrap().warnings;
    assert_eq!(told("Ma’ruf Ñoño 張", "Data é ☑"), told("Maruf", "Data"));
    for (name, information) in [("Budi \u{1E900}", "Data"), ("Budi", "Data \u{1E900}\u{1E900}")] {
        let warned = told(name, information);
        assert_eq!(warned, ["Huruf \u{1E900} tidak dapat dicetak dan di kertas menjadi kode; tulis juga dengan huruf Latin."]);
    }
}

#[test]
fn a_foreigner_gets_a_letter_of_their_own_and_a_line_that_says_why() {
    let (_dir, _, mut desk, _) = perbaungan();
    let visitor = RequestDraft {
        identity_kind: "passport".into(),
        identity_number: "X1234567".into(),
        ..form("John Contoh", "Data curah hujan")
    };
    let warned = desk.preview_request(&RequestDraft { received_date: "2026-11-23".into(), ..visitor.clone() }, day("2026-11-23"));
    assert!(warned.unwrap().warnings[0].contains("Pasal 1 angka 12"));
    let id = registered(&mut desk, visitor, "2026-11-23");
    let abroad = json!({
        "letter_number": "PT/1", "why": "wna", "considerations": "Pemohon menunjukkan paspor asing.", "advice": "Lihat laman BMKG."
    });
    let done = take(&mut desk, (REQUEST, &id), "not_entitled", abroad, day("2026-11-24")).unwrap();
    assert_eq!(done.paper, Some(PaperRef::Request { id: id.clone(), kind: PaperKind::WrittenNotice }));
    let letter = paper(&desk, &id, PaperKind::WrittenNotice, "2026-11-24");
    for said in ["Pemohon bukan warga negara Indonesia", "Lihat laman BMKG", "mengajukan keberatan", "PT/1"] {
        assert!(letter.contains(said), "{said} in {letter}");
    }
    let line = register_line(&desk);
    assert_eq!(
        (line[17].as_str(), line[18].as_str()),
        ("Bukan pemohon yang berhak", "Pasal 1 angka 12: Pemohon bukan warga negara Indonesia")
    );
    assert_eq!(line[19], "Selasa, 24/11/2026");
    assert_eq!((figure(&desk, "Bukan pemohon yang berhak"), figure(&desk, "Ditolak")), ("1".into(), "0".into()));
    let objected = json!({"grounds": ["a"], "case_position": "Saya menetap di sini"});
    assert!(take(&mut desk, (REQUEST, &id), "object", objected, day("2026-11-25")).is_ok());
}

#[test]
fn what_was_spoken_at_the_counter_stands_on_the_form_as_it_was_said() {
    let (_dir, _, mut desk, _) = perbaungan();
    let oral = RequestDraft {
        channel: "lisan".into(),
        category: "group".into(),
        members: vec!["Siti Rekaan; 1218010101900003".into(), "Budi Rekaan".into()],
        read_back: true,
        assistance: "Formulir dibacakan bagi pemohon netra".into(),
        delivery_mode: "whatsapp".into(),
        represented: true,
        representative_as: "wali".into(),
        representative_name: "Ibu Rekaan".into(),
        representative_address: "Jalan Contoh 1".into(),
        ..form("Kelompok Rekaan", "Data A")
    };
    let id = registered(&mut desk, oral, "2026-11-23");
    let printed = paper(&desk, &id, PaperKind::RequestForm, "2026-11-23");
    for said in [
        "dibacakan kembali kepada pemohon",
        "Formulir dibacakan bagi pemohon netra",
        "Siti Rekaan",
        "Budi Rekaan",
        "6. WhatsApp",
        "sebagai orang tua/wali",
        "Orang Tua/Wali Pemohon Informasi",
    ] {
        assert!(printed.contains(said), "{said} in {printed}");
    }
    assert!(!printed.contains("1218010101900003"), "the NIK of a member is masked like any other");
    let view = desk.request(&id, day("2026-11-23")).unwrap();
    assert!(view.request.iter().any(|fact| fact.value == "WhatsApp"));
    assert!(!view.missing_documents.iter().any(|document| document == "Surat kuasa khusus"));
    assert_eq!(figure(&desk, "Penyandang disabilitas dibantu"), "1");
}

#[test]
fn letters_go_to_whoever_acts_on_their_day_and_a_copy_says_what_the_original_said() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    take(&mut desk, (REQUEST, &id), "extend", reasons, day("2026-12-01")).unwrap();
    let before = paper(&desk, &id, PaperKind::ExtensionNotice, "2026-12-01");
    let kuasa =
        json!({"acting_as": "kuasa", "name": "Kuasa Rekaan, S.H.", "address": "Jalan Kuasa 9, Medan", "mandate": "SKK 3/2026"});
    take(&mut desk, (REQUEST, &id), "name_representative", kuasa, day("2026-12-02")).unwrap();
    assert_eq!(paper(&desk, &id, PaperKind::ExtensionNotice, "2026-12-03"), before);
    take(
        &mut desk,
        (REQUEST, &id),
        "change_contact",
        json!({"address": "Jalan Baru 4", "phone": "+62 813-2222-3333"}),
        day("2026-12-03"),
    )
    .unwrap();
    for words in ["Kuasa Rekaan", "081322223333", "Warga Satu"] {
        let query = RequestQuery { words: words.into(), limit: 10, ..RequestQuery::default() };
        assert_eq!(desk.requests(&query, day("2026-12-03")).unwrap().rows.len(), 1, "{words}");
    }
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-12-04")).unwrap();
    assert!(paper(&desk, &id, PaperKind::WrittenNotice, "2026-12-04").contains("Jalan Baru 4"));
    assert!(
        paper(&desk, &id, PaperKind::RequestForm, "2026-12-04").contains("Jalan Contoh 1"),
        "the form is what was asked then"
    );
    let handed = desk.action_form(&loket_desk::views::SubjectRef::new(REQUEST, &id), "hand_over", day("2026-12-07")).unwrap();
    assert_eq!(serde_json::to_value(&handed.filled()["received_by"]).unwrap(), json!("Kuasa Rekaan, S.H."));
    assert_eq!(register_line(&desk)[5], "Jalan Baru 4");
}

#[test]
fn a_corrected_day_of_receipt_shows_what_it_was_and_offers_a_letter_about_the_new_deadline() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let mended = json!({"received_date": "2026-11-20", "channel": "whatsapp", "reason": "Cap terima 20 November"});
    take(&mut desk, (REQUEST, &id), "correct", mended, day("2026-11-24")).unwrap();
    let view = desk.request(&id, day("2026-11-24")).unwrap();
    let shown: Vec<_> =
        view.corrections.iter().map(|item| (item.field.as_str(), item.before.as_str(), item.after.as_str())).collect();
    assert_eq!(
        shown,
        [("Diterima melalui", "Datang langsung", "WhatsApp"), ("Tanggal diterima", "23 November 2026", "20 November 2026")]
    );
    assert!(view.warning.unwrap().contains("surat perubahan batas waktu"));
    assert!(view.papers.iter().any(|paper| paper.kind == PaperKind::DeadlineAddendum));
    assert!(paper(&desk, &id, PaperKind::DeadlineAddendum, "2026-11-24").contains("tanggal diterima dikoreksi"));
}

#[test]
fn a_fee_paid_in_parts_has_a_receipt_for_each_and_the_register_tells_all_of_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-12-01")).unwrap();
    let first = json!({"number": "KW/1", "amount": 1000, "way": "transfer", "proof": "Bank Contoh 0912"});
    take(&mut desk, (REQUEST, &id), "take_payment", first, day("2026-12-02")).unwrap();
    assert_eq!(register_line(&desk)[22], "Transfer, kuitansi KW/1; belum dibayar Rp2.000,00");
    let receipt = paper(&desk, &id, PaperKind::FeeReceipt, "2026-12-02");
    for said in ["Rp1.000,00", "masih harus dibayar Rp2.000,00", "Transfer, bukti Bank Contoh 0912"] {
        assert!(receipt.contains(said), "{said} in {receipt}");
    }
    desk.paper_issued(&PaperRef::Request { id: id.clone(), kind: PaperKind::FeeReceipt }, &PrintAs::Next, day("2026-12-02"))
        .unwrap();
    take(&mut desk, (REQUEST, &id), "take_payment", json!({"number": "KW/2"}), day("2026-12-03")).unwrap();
    let second = desk.paper(&PaperRef::Request { id: id.clone(), kind: PaperKind::FeeReceipt }, day("2026-12-03")).unwrap();
    assert!(!second.is_copy, "the receipt for the rest is an original of its own");
    let back = json!({"number": "KB/1", "amount": 500, "reason": "Dua lembar batal"});
    take(&mut desk, (REQUEST, &id), "refund", back, day("2026-12-04")).unwrap();
    assert_eq!(register_line(&desk)[22], "Transfer, kuitansi KW/1; Tunai, kuitansi KW/2; dikembalikan Rp500,00, nomor KB/1");
}

#[test]
fn a_receipt_bears_a_number_of_its_kind_once_and_goods_that_are_not_paid_are_told() {
    let (_dir, _, mut desk, _) = perbaungan();
    let [first, second] = ["Warga Satu", "Warga Dua"].map(|name| registered(&mut desk, form(name, "Data A"), "2026-11-23"));
    for (id, number) in [(&first, "PT/1"), (&second, "PT/2")] {
        let mut letter = grant();
        letter["letter_number"] = json!(number);
        take(&mut desk, (REQUEST, id), "grant", letter, day("2026-12-01")).unwrap();
    }
    let warning =
        |desk: &Desk, id: &str| desk.action_form(&SubjectRef::new(REQUEST, id), "hand_over", day("2026-12-02")).unwrap().warning;
    let warned = warning(&desk, &first).unwrap();
    assert!(warned.contains("Rp3.000,00") && warned.contains("belum dicatat diterima"), "{warned}");
    take(&mut desk, (REQUEST, &first), "take_payment", json!({"number": "KW/1"}), day("2026-12-02")).unwrap();
    assert_eq!(warning(&desk, &first), None, "nothing is owed any more");
    take(&mut desk, (REQUEST, &first), "hand_over", json!({"number": "KW/1"}), day("2026-12-02")).unwrap();
    for step in ["take_payment", "hand_over"] {
        let written = desk.written();
        let refused = take(&mut desk, (REQUEST, &second), step, json!({"number": " kw / 1"}), day("2026-12-03")).unwrap_err();
        assert!(refused.to_string().contains("007/PPID"), "whose it is: {refused}");
        assert_eq!(desk.written(), written, "{step}");
        let meant = json!({"number": "KW/1", "same_number": true});
        take(&mut desk, (REQUEST, &second), step, meant, day("2026-12-03")).unwrap();
    }
    assert!(desk.verify().is_ok(), "the tables follow");
}

#[test]
fn what_nobody_fetches_is_a_reminder_of_its_day_and_a_returned_letter_is_work() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let softcopy = json!({"letter_number": "PT/1", "means": "Diambil", "softcopy": true});
    take(&mut desk, (REQUEST, &id), "grant", softcopy, day("2026-11-24")).unwrap();
    let told = |desk: &Desk| desk.today_view(day("2026-12-09")).unwrap().groups.into_iter().flat_map(|group| group.items).count();
    assert_eq!(
        (told(&desk), group(&desk, "reminders", "2026-12-09").len()),
        (1, 0),
        "nobody is reminded of what he was not told"
    );
    let sent = json!({"way": "post", "proof": "RR 123 ID"});
    take(&mut desk, (REQUEST, &id), "note_sent", sent, day("2026-11-24")).unwrap();
    let all =
        |desk: &Desk, date: &str| desk.today_view(day(date)).unwrap().groups.into_iter().flat_map(|group| group.items).count();
    assert_eq!(all(&desk, "2026-12-07"), 0);
    let due = group(&desk, "reminders", "2026-12-09");
    assert_eq!(due[0].due_text.as_deref(), Some("Ingatkan pemohon mengambil salinan: Selasa, 8 Desember 2026"));
    assert_eq!((due[0].turn.as_deref(), due[0].left.as_deref()), (Some("Giliran kita"), None), "nothing of the law is late");
    assert!(group(&desk, "overdue", "2026-12-09").is_empty());
    take(&mut desk, (REQUEST, &id), "note_not_fetched", json!({"note": "Ditelepon 9 Desember"}), day("2026-12-09")).unwrap();
    assert_eq!(all(&desk, "2026-12-10"), 0);
    take(&mut desk, (REQUEST, &id), "note_returned", json!({"why": "Pindah"}), day("2026-12-21")).unwrap();
    assert!(desk.request(&id, day("2026-12-21")).unwrap().warning.unwrap().contains("Kirim lagi"));
    assert_eq!(group(&desk, "near", "2026-12-21")[0].left.as_deref(), Some("hari ini terakhir"));
    desk.verify().unwrap();
}

#[test]
fn what_is_late_stands_longest_over_first_whatever_it_is_and_each_line_says_whose_turn_it_is() {
    let (_dir, _, mut desk, _) = perbaungan();
    let periodic = json!({
        "summary": "Rencana kerja", "category": "berkala", "made": "Januari 2026", "format": "Softcopy", "retention": "5 tahun",
        "published_on": "2026-06-10"
    });
    take(&mut desk, (SubjectKind::DipItem, ""), "list", periodic, day("2026-11-23")).unwrap();
    registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let later = registered(&mut desk, form("Warga Dua", "Data B"), "2026-11-25");
    let objected = json!({"grounds": ["g"], "case_position": "Terlambat"});
    take(&mut desk, (REQUEST, &later), "object", objected, day("2026-11-26")).unwrap();
    let late = group(&desk, "overdue", "2027-02-01");
    let titles: Vec<&str> = late.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(
        titles,
        ["007/PPID/KEC-PBG/XI/2026", "008/PPID/KEC-PBG/XI/2026", "Mutakhirkan informasi berkala", "001/KEB-PPID/KEC-PBG/XI/2026"]
    );
    let turns: Vec<&str> = late.iter().filter_map(|item| item.turn.as_deref()).collect();
    assert_eq!(turns, ["Giliran kita", "Giliran kita", "Giliran kita", "Giliran Atasan PPID"]);
}

#[test]
fn from_october_next_years_calendar_is_asked_for_and_a_clock_that_cannot_be_named_is_said_first() {
    let (_dir, _, mut desk, _) = perbaungan();
    let asked = |desk: &Desk, date: &str| group(desk, "reminders", date).iter().any(|item| item.title == "Kalender 2028");
    assert!(!asked(&desk, "2027-09-30") && asked(&desk, "2027-10-01"));
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2027-12-20");
    let objected = json!({"grounds": ["g"], "case_position": "Terlambat"});
    take(&mut desk, (REQUEST, &id), "object", objected, day("2027-12-21")).unwrap();
    let first = desk.today_view(day("2027-12-22")).unwrap().groups.remove(0);
    assert_eq!((first.code.as_str(), first.items.len()), ("uncounted", 2), "the request and the objection about it");
}

#[test]
fn whoever_did_not_complete_or_withdrew_gets_it_in_writing() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, RequestDraft { documents: vec![], ..form("Warga Satu", "Data A") }, "2026-11-23");
    take(&mut desk, (REQUEST, &id), "find_incomplete", json!({"letter_number": "SK/1"}), day("2026-11-24")).unwrap();
    take(&mut desk, (REQUEST, &id), "lapse", json!({}), day("2026-11-30")).unwrap();
    let closed = paper(&desk, &id, PaperKind::WrittenNotice, "2026-11-30");
    assert!(closed.contains("permohonan tidak diproses") && closed.contains("mengajukan keberatan"), "{closed}");
    let id = registered(&mut desk, form("Warga Dua", "Data B"), "2026-11-30");
    let done = take(&mut desk, (REQUEST, &id), "withdraw", json!({"reason": "Sudah memperolehnya"}), day("2026-11-30")).unwrap();
    assert!(done.paper.is_some(), "it is printed for the applicant to sign");
    let withdrawn = paper(&desk, &id, PaperKind::WrittenNotice, "2026-11-30");
    assert!(withdrawn.contains("Mengetahui dan membenarkan") && withdrawn.contains("Sudah memperolehnya"), "{withdrawn}");
}

#[test]
fn an_answer_that_the_superior_ordered_is_the_first_and_is_held_to_the_order() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let late = on("2026-12-08", 9, 0);
    let objected = json!({"grounds": ["c"], "case_position": "Belum dijawab."});
    let objection = take(&mut desk, (SubjectKind::Request, &id), "object", objected, late).unwrap().subject.unwrap().id;
    let mut verdict = json!({"letter_number": "TK/1", "verdict": "upheld", "considerations": "Belum dijawab"});
    let upheld = take(&mut desk, (SubjectKind::Objection, &objection), "answer", verdict.clone(), late).unwrap_err();
    assert!(upheld.to_string().contains("belum ada putusan PPID yang dikuatkan"), "{upheld}");
    verdict["verdict"] = json!("overturned");
    verdict["order"] = json!("Berikan datanya");
    verdict["execute_by"] = json!("2026-12-15");
    take(&mut desk, (SubjectKind::Objection, &objection), "answer", verdict, late).unwrap();
    let subject = SubjectRef::new(SubjectKind::Request, &id);
    let form = desk.action_form(&subject, "grant", late).unwrap();
    let ordered = form.about.iter().find(|group| group.title == "Perintah").unwrap();
    assert_eq!(ordered.facts[0].value, "Berikan datanya, paling lambat 15 Desember 2026");
    let away = json!({"letter_number": "PT/1", "why": "wna", "considerations": "Bukan WNI"});
    let refused = take(&mut desk, (SubjectKind::Request, &id), "not_entitled", away, late).unwrap_err();
    assert!(refused.to_string().contains("laksanakan perintah itu"), "{refused}");
    take(&mut desk, (SubjectKind::Request, &id), "grant", grant(), late).unwrap();
}

/// Column of the register by its head.
fn column(desk: &Desk, head: &str) -> String {
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-01-01".into(), to: "2026-12-31".into() };
    let mut register = desk.register(&query, at(12, 0)).unwrap();
    let place = register.columns.iter().position(|column| column.label.starts_with(head)).unwrap();
    register.rows.remove(0).cells.remove(place)
}

#[test]
fn what_was_closed_and_then_ordered_reads_so_in_the_register_and_on_the_letter() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, RequestDraft { documents: vec![], ..form("Warga Satu", "Data A") }, "2026-11-23");
    let mut step = |action: &str, date: &str, over: serde_json::Value| {
        take(&mut desk, (REQUEST, &id), action, over, day(date)).unwrap_or_else(|error| panic!("{action}: {error}"))
    };
    step("find_incomplete", "2026-11-24", json!({"letter_number": "SK/1", "received_on": "2026-11-24"}));
    step("lapse", "2026-12-01", json!({}));
    let objected = json!({"grounds": ["c"], "case_position": "Berkas sudah diserahkan"});
    let objection = step("object", "2026-12-02", objected).subject.unwrap().id;
    let verdict = json!({
        "letter_number": "TK/1", "verdict": "overturned", "considerations": "Berkas lengkap", "order": "Berikan datanya",
        "execute_by": "2026-12-15"
    });
    take(&mut desk, (SubjectKind::Objection, &objection), "answer", verdict, day("2026-12-04")).unwrap();
    take(&mut desk, (REQUEST, &id), "reopen", json!({}), day("2026-12-04")).unwrap();
    assert_eq!(column(&desk, "Keputusan"), "Tidak diproses; atas tanggapan Atasan PPID: belum dijawab lagi");
    take(&mut desk, (REQUEST, &id), "declare_complete", json!({}), day("2026-12-04")).unwrap();
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-12-07")).unwrap();
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/1"}), day("2026-12-08")).unwrap();
    assert_eq!(column(&desk, "Keputusan"), "Tidak diproses; atas tanggapan Atasan PPID: Dikabulkan seluruhnya");
    assert_eq!(column(&desk, "Alasan"), "Tidak dilengkapi");
    let notice = paper(&desk, &id, PaperKind::WrittenNotice, "2026-12-08");
    let notice = notice.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "Surat ini menjawab permohonan tersebut untuk memenuhi Tanggapan Atasan PPID Nomor TK/1 tanggal 4 Desember 2026.";
    assert!(notice.contains(said), "{notice}");
    let again = desk.action_form(&SubjectRef::new(REQUEST, &id), "reopen", day("2026-12-08")).unwrap();
    assert!(again.sections[0].fields[0].choices.len() == 1, "while it was not noted as done it may be put right");
    take(&mut desk, (SubjectKind::Objection, &objection), "note_executed", json!({"note": "Diserahkan"}), day("2026-12-08"))
        .unwrap();
    let again = desk.action_form(&SubjectRef::new(REQUEST, &id), "reopen", day("2026-12-09")).unwrap();
    assert!(again.sections[0].fields[0].choices.is_empty(), "what is done is not done again");
}

#[test]
fn every_day_on_which_something_was_handed_over_stands_in_the_register() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let parts = json!({
        "letter_number": "PT/3", "means": "Diambil", "part1_what": "Anggaran", "part1_found": "given", "part1_softcopy": true,
        "part2_what": "Notulen", "part2_found": "not_documented", "part2_available_in_days": 5
    });
    take(&mut desk, (REQUEST, &id), "answer", parts, day("2026-11-24")).unwrap();
    let first = json!({"number": "PB/1", "rest_follows": true});
    take(&mut desk, (REQUEST, &id), "hand_over", first, day("2026-11-24")).unwrap();
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/2"}), day("2026-11-30")).unwrap();
    assert_eq!(column(&desk, "Tgl. pemberian"), "Selasa, 24/11/2026; Senin, 30/11/2026");
}

#[test]
fn what_is_ready_later_is_not_handed_over_with_what_is_ready_now() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let parts = json!({
        "letter_number": "PT/3", "means": "Diambil", "part1_what": "Anggaran", "part1_found": "given", "part1_softcopy": true,
        "part1_ready_in_days": 2, "part2_what": "Notulen", "part2_found": "given", "part2_softcopy": true, "part2_ready_in_days": 6
    });
    take(&mut desk, (REQUEST, &id), "answer", parts, day("2026-11-23")).unwrap();
    take(&mut desk, (REQUEST, &id), "note_sent", json!({"way": "in_person"}), day("2026-11-23")).unwrap();
    let box_of = |desk: &Desk, date: &str, name: &str| {
        let form = desk.action_form(&SubjectRef::new(REQUEST, &id), "hand_over", day(date)).unwrap();
        form.sections[0].fields.iter().find(|field| field.name == name).map(|field| serde_json::to_value(&field.value).unwrap())
    };
    assert_eq!(box_of(&desk, "2026-11-26", "items"), Some(json!(["Anggaran\tsoftcopy\t"])));
    assert_eq!(box_of(&desk, "2026-11-26", "rest_follows"), Some(json!(true)));
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/1", "rest_follows": true}), day("2026-11-26")).unwrap();
    assert_eq!(group(&desk, "overdue", "2026-12-02")[0].left.as_deref(), Some("terlambat 1 hari kerja"), "the rest is owed");
    assert_eq!(box_of(&desk, "2026-12-02", "items"), Some(json!(["Notulen\tsoftcopy\t"])));
    assert_eq!(box_of(&desk, "2026-12-02", "rest_follows"), None);
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/2"}), day("2026-12-02")).unwrap();
    assert!(group(&desk, "overdue", "2026-12-03").is_empty());
    assert_eq!(column(&desk, "Tgl. pemberian"), "Kamis, 26/11/2026; Rabu, 02/12/2026");
}

#[test]
fn whoever_acts_in_the_request_is_asked_about_in_its_objection() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let heir = json!({
        "acting_as": "ahli_waris", "name": "Anak Rekaan", "address": "Jalan Contoh 9", "mandate": "Surat ahli waris 3/2026"
    });
    take(&mut desk, (REQUEST, &id), "name_representative", heir, day("2026-11-24")).unwrap();
    let money = |desk: &Desk| desk.action_form(&SubjectRef::new(REQUEST, &id), "take_payment", day("2026-11-24"));
    let paper_copies =
        json!({"letter_number": "PT/1", "means": "Diambil", "hardcopy": true, "sheets": 10, "price_per_sheet": 500});
    let objected = json!({"grounds": ["c"], "case_position": "Belum dijawab"});
    let objection = take(&mut desk, (REQUEST, &id), "object", objected, day("2026-12-08")).unwrap().subject.unwrap().id;
    take(&mut desk, (REQUEST, &id), "grant", paper_copies, day("2026-12-08")).unwrap();
    let fields = &money(&desk).unwrap().sections[0].fields;
    let payer = fields.iter().find(|field| field.name == "payer").unwrap();
    assert_eq!(serde_json::to_value(&payer.value).unwrap(), "Anak Rekaan", "who died pays nothing");
    let form = PaperRef::Objection { id: objection, kind: PaperKind::ObjectionForm };
    let printed = words_of(&desk.paper(&form, day("2026-12-08")).unwrap().pdf);
    assert!(printed.contains("Anak Rekaan"), "the heir signs, and not who died: {printed}");
}

#[test]
fn a_letter_of_whoever_left_office_meanwhile_may_still_be_entered() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, form("Warga Satu", "Data A"), "2026-11-23");
    let list = loket_desk::views::ListQuery {
        list: loket_desk::views::ListKind::Officials,
        words: String::new(),
        filter: None,
        offset: 0,
        limit: 10,
    };
    let official = desk.list(&list, day("2026-12-04")).unwrap().rows[0].subject.id.clone();
    take(&mut desk, (SubjectKind::Official, &official), "relieve", json!({"until": "2026-12-04"}), day("2026-12-04")).unwrap();
    let form = desk.action_form(&SubjectRef::new(REQUEST, &id), "grant", day("2026-12-07")).unwrap();
    let signer = form.sections.iter().flat_map(|section| &section.fields).find(|field| field.name == "signed_by").unwrap();
    let former = signer.choices.iter().find(|choice| choice.code == official).unwrap();
    assert!(former.label.ends_with("(menjabat sampai 4 Desember 2026)"), "{}", former.label);
    let mut letter = grant();
    (letter["signed_by"], letter["letter_date"]) = (json!(official), json!("2026-12-04"));
    take(&mut desk, (REQUEST, &id), "grant", letter, day("2026-12-07")).unwrap();
}

#[test]
fn an_order_that_fell_is_said_where_its_answer_is_awaited() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id =
        registered(&mut desk, RequestDraft { documents: vec!["identity".into()], ..form("Warga Satu", "Data A") }, "2026-11-23");
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-11-30")).unwrap();
    let sent = json!({"paper": "written_notice", "way": "in_person"});
    take(&mut desk, (REQUEST, &id), "note_sent", sent, day("2026-11-30")).unwrap();
    let objected = json!({"grounds": ["d"], "case_position": "Yang diberikan lain"});
    let objection = take(&mut desk, (REQUEST, &id), "object", objected, day("2026-12-01")).unwrap().subject.unwrap().id;
    let verdict = json!({
        "letter_number": "TK/1", "verdict": "overturned", "considerations": "Keliru", "order": "Berikan datanya", "execute_by": "2026-12-15"
    });
    take(&mut desk, (SubjectKind::Objection, &objection), "answer", verdict, day("2026-12-02")).unwrap();
    take(&mut desk, (REQUEST, &id), "reopen", json!({}), day("2026-12-02")).unwrap();
    let line = |desk: &Desk| group(desk, "later", "2026-12-03").remove(0).text;
    assert_eq!(line(&desk), "Warga Satu: Data A");
    let annulled = json!({"reason": "Ditandatangani yang tidak berwenang"});
    take(&mut desk, (SubjectKind::Objection, &objection), "cancel_letter", annulled, day("2026-12-03")).unwrap();
    assert_eq!(line(&desk), "Warga Satu: Data A; perintah menjawab lagi tidak berlaku lagi, catat di sana");
    let form = desk.action_form(&SubjectRef::new(REQUEST, &id), "grant", day("2026-12-03")).unwrap();
    let ordered = form.about.iter().find(|group| group.title == "Perintah").unwrap();
    assert_eq!(ordered.facts[0].label, "Tanggapan Atasan PPID, 2 Desember 2026");
    assert!(ordered.facts[0].value.starts_with("Tidak berlaku lagi"), "{}", ordered.facts[0].value);
    take(&mut desk, (REQUEST, &id), "set_order_aside", json!({"reason": "Tanggapannya dibatalkan"}), day("2026-12-03")).unwrap();
    assert_eq!(group(&desk, "later", "2026-12-03"), [], "the answer that was given stands again");
}
