//! The whole law at the counter: every step of a request, an objection and its dispute, a classification, the catalogue.

use loket_desk::views::{
    ExportRef, ImportChoices, ListKind, ListQuery, Lookalikes, RegisterKind, RegisterQuery, RegisterSheet, SheetFormat,
    SubjectKind, SubjectRef,
};
use loket_desk::{Desk, DeskError, Moment, PaperRef, PrintAs, RequestDraft, VaultError};
use loket_domain::paper::PaperKind;
use serde_json::json;

use crate::fixture::{at, boxes, form, grant, on, perbaungan, take, words_of};

const REQUEST: SubjectKind = SubjectKind::Request;

/// The boxes of an exemption by a decree that is nowhere on record here: its scan is attached to the request.
pub(crate) fn exempt(desk: &mut Desk, request: &str, moment: Moment) -> serde_json::Value {
    let scan = format!("%PDF-1.7 SK rekaan {} untuk {request}", desk.written());
    desk.attach(request, "SK klasifikasi.pdf", "signed", scan.as_bytes(), moment).unwrap();
    let form = desk.action_form(&SubjectRef::new(REQUEST, request), "refuse", moment).unwrap();
    let boxes: Vec<_> = form.sections.iter().flat_map(|section| &section.fields).collect();
    let scans = boxes.iter().find(|field| field.name == "decree_scan").unwrap();
    json!({
        "grounds": ["h"], "consequence": "Membuka data keluarga penerima bantuan", "basis": "decree",
        "term": "Pasal 4 ayat (2) UU 27/2022",
        "decree_number": "188/12/2026", "decree_date": "2026-01-12", "decree_scan": scans.choices.last().unwrap().code
    })
}

fn day(date: &str) -> Moment {
    on(date, 10, 0)
}

fn page(desk: &Desk, list: ListKind, moment: Moment) -> Vec<Vec<String>> {
    let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 100 };
    desk.list(&query, moment).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

fn refused(result: Result<impl Sized, DeskError>) -> String {
    match result {
        Err(DeskError::Refused(refused)) => refused.to_string(),
        Err(other) => panic!("expected a refusal, got {other}"),
        Ok(_) => panic!("expected a refusal"),
    }
}

/// A request that was incomplete, completed, forwarded, extended, granted in part, paid for and handed over.
fn worked_case(desk: &mut Desk) -> String {
    let draft = RequestDraft { documents: vec![], ..form("Warga Satu", "Daftar penerima bantuan tahun 2026") };
    let id = desk.register_request(draft, on("2026-11-23", 10, 5)).unwrap().row.id;
    let mut step = |action: &str, date: &str, over: serde_json::Value| {
        take(desk, (REQUEST, &id), action, over, day(date)).unwrap_or_else(|error| panic!("{action}: {error}"))
    };
    step("find_incomplete", "2026-11-23", json!({"letter_number": "SK/1"}));
    step("declare_complete", "2026-11-24", json!({}));
    step("forward", "2026-11-25", json!({"number": "PN/1", "note": "Mohon data penerima bantuan"}));
    step("note_forward_answer", "2026-12-01", json!({"number": "19/UTAMA", "note": "Data terlampir"}));
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    step("extend", "2026-12-07", reasons);
    let mut partly = grant();
    let more = json!({"letter_number": "PT/1", "withheld": "Alamat penerima", "redaction": "Halaman 3 sampai 7 dihitamkan"});
    let exempt = exempt(desk, &id, day("2026-12-14"));
    for part in [more, exempt] {
        partly.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
    }
    let mut step = |action: &str, date: &str, over: serde_json::Value| {
        take(desk, (REQUEST, &id), action, over, day(date)).unwrap_or_else(|error| panic!("{action}: {error}"))
    };
    step("grant_partly", "2026-12-14", partly);
    step("take_payment", "2026-12-15", json!({"number": "KW/1"}));
    step("hand_over", "2026-12-15", json!({"number": "PB/1", "items": ["Daftar penerima; hardcopy; 12"]}));
    id
}

#[test]
fn the_worked_example_goes_through_the_counter_with_all_its_papers() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = worked_case(&mut desk);
    let view = desk.request(&id, day("2026-12-16")).unwrap();
    assert_eq!(view.row.stage_label, "Informasi diserahkan");
    assert_eq!(view.coordination.len(), 2);
    assert_eq!(view.coordination[1].number.as_deref(), Some("19/UTAMA"), "both numbers are kept");
    let kinds: Vec<&str> = view.papers.iter().map(|paper| paper.kind.code()).collect();
    assert_eq!(
        kinds,
        [
            "receipt",
            "request_form",
            "incomplete_notice",
            "disposition",
            "extension_notice",
            "written_notice",
            "fee_receipt",
            "hand_over_receipt"
        ]
    );
    for paper in &view.papers {
        let paper = PaperRef::Request { id: id.clone(), kind: paper.kind };
        let first = desk.paper(&paper, day("2026-12-16")).unwrap();
        assert!(first.pdf.starts_with(b"%PDF") && !first.file_name.contains("Warga"));
        desk.paper_issued(&paper, &PrintAs::Next, day("2026-12-16")).unwrap();
        assert!(desk.paper(&paper, day("2026-12-16")).unwrap().is_copy);
    }
    desk.verify().unwrap();
}

#[test]
fn a_copy_printed_later_says_what_the_original_said() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), on("2026-11-23", 10, 5)).unwrap().row.id;
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    take(&mut desk, (REQUEST, &id), "extend", reasons, day("2026-12-01")).unwrap();
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-12-02")).unwrap();
    let read = |desk: &Desk, kind| {
        let paper = PaperRef::Request { id: id.clone(), kind };
        words_of(&desk.paper(&paper, day("2027-02-01")).unwrap().pdf)
    };
    let receipt = read(&desk, PaperKind::Receipt);
    assert!(receipt.contains("7 Desember 2026") && !receipt.contains("16 Desember 2026"), "{receipt}");
    let before = read(&desk, PaperKind::WrittenNotice);
    let officials = ListQuery { list: ListKind::Officials, words: String::new(), filter: None, offset: 0, limit: 10 };
    let official = desk.list(&officials, day("2027-01-04")).unwrap().rows[0].subject.id.clone();
    let promoted = json!({"name": "Orang Lain Rekaan, M.Si.", "position": "Camat"});
    take(&mut desk, (SubjectKind::Official, &official), "revise", promoted, day("2027-01-04")).unwrap();
    assert_eq!(read(&desk, PaperKind::WrittenNotice), before, "who signed in December is on the copy printed in February");
}

#[test]
fn an_objection_is_answered_disputed_and_ends_in_one_file_with_its_hashes() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = worked_case(&mut desk);
    let grounds = json!({"grounds": ["a", "g"], "case_position": "Sebagian data tidak diberikan dan jawabannya lama"});
    let done = take(&mut desk, (REQUEST, &id), "object", grounds, day("2026-12-21")).unwrap();
    let objection = done.subject.unwrap().id;
    let took = |desk: &mut Desk, about: (SubjectKind, &str), action: &str, date: &str, over: serde_json::Value| {
        take(desk, about, action, over, day(date)).unwrap_or_else(|error| panic!("{action}: {error}"));
    };
    let answer = json!({
        "letter_number": "TK/1", "verdict": "partly_overturned", "considerations": "Alamat desa bukan rahasia pribadi",
        "order": "Berikan nama desa penerima", "execute_by": "2027-01-15"
    });
    let about = (SubjectKind::Objection, objection.as_str());
    took(&mut desk, about, "answer", "2027-01-05", answer);
    took(&mut desk, about, "note_received", "2027-01-06", json!({"reaction": "Belum puas"}));
    let executed = json!({"note": "Nama desa diberikan"});
    let refused = take(&mut desk, about, "note_executed", executed.clone(), day("2027-01-08")).unwrap_err();
    assert!(refused.to_string().contains("pilih Buka kembali atas perintah"), "{refused}");
    took(&mut desk, (REQUEST, &id), "reopen", "2027-01-08", json!({}));
    let anew = json!({"letter_number": "PT/77", "softcopy": true, "means": "Diambil"});
    took(&mut desk, (REQUEST, &id), "grant", "2027-01-11", anew);
    let notice = PaperRef::Request { id: id.clone(), kind: PaperKind::WrittenNotice };
    let words = words_of(&desk.paper(&notice, day("2027-01-11")).unwrap().pdf);
    for named in ["memenuhi Tanggapan Atasan PPID Nomor TK/1 tanggal 5 Januari 2027", "menggantikan jawaban kami Nomor"] {
        assert!(words.split_whitespace().collect::<Vec<_>>().join(" ").contains(named), "{named} in {words}");
    }
    took(&mut desk, (REQUEST, &id), "hand_over", "2027-01-12", json!({"number": "PB/77"}));
    took(&mut desk, about, "note_executed", "2027-01-12", executed);
    let mut step = |action: &str, date: &str, over: serde_json::Value| took(&mut desk, about, action, date, over);
    step("file_dispute", "2027-01-14", json!({"number": "012/KI/2027", "commission": "Komisi Informasi Provinsi Rekaan"}));
    step("proceed", "2027-01-20", json!({"step": "begun", "note": "Sidang pertama"}));
    step("proceed", "2027-02-01", json!({"step": "adjudication", "note": "Ajudikasi"}));
    step("proceed", "2027-02-10", json!({"step": "ruled_for_body", "number": "7/PTS/2027", "note": "Permohonan ditolak"}));
    let moment = day("2027-02-11");
    let record = desk.record(&SubjectRef::new(SubjectKind::Objection, &objection), moment).unwrap();
    assert_eq!(record.status, "Sengketa selesai");
    let ended: Vec<&str> = record.deadlines.iter().map(|deadline| deadline.left.as_str()).collect();
    assert_eq!(
        ended,
        [
            "ditanggapi 6 Januari 2027, tepat waktu",
            // The stricter reading: from receipt, cuti bersama counted as work.
            "ditanggapi 6 Januari 2027, tepat waktu",
            "dilaksanakan 12 Januari 2027, tepat waktu",
            "diajukan 14 Januari 2027, tepat waktu",
            "dimulai 20 Januari 2027, tepat waktu",
            "selesai 10 Februari 2027, tepat waktu",
            // Fourteen working days for either side to go to court.
            "13 hari kerja lagi"
        ]
    );
    assert_eq!(record.title, "Keberatan 001/KEB-PPID/KEC-PBG/XII/2026");
    assert_eq!(record.papers.len(), 2);
    assert_eq!(desk.request(&id, moment).unwrap().objections.len(), 1);
    for paper in record.papers {
        let paper = PaperRef::Objection { id: objection.clone(), kind: paper.kind };
        assert!(desk.paper(&paper, moment).unwrap().pdf.starts_with(b"%PDF"));
    }
    let file = desk.paper(&PaperRef::DisputeFile { id: id.clone() }, moment).unwrap();
    assert_eq!(file.file_name, "Berkas Sengketa 007-PPID-KEC-PBG-XI-2026.pdf");
    assert_eq!(file.pdf, desk.paper(&PaperRef::DisputeFile { id }, moment).unwrap().pdf, "the same input, the same bytes");
    desk.verify().unwrap();
}

#[test]
fn a_refusal_cites_the_offices_own_classification_and_a_second_one_reuses_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    let worksheet = json!({
        "information": "Daftar penerima bantuan beserta data keluarganya", "grounds": ["h"],
        "consequence": "Mengungkap rahasia pribadi", "benefit": "Melindungi keluarga", "team": ["Pegawai Rekaan, Kasi"],
        "term": "Pasal 4 ayat (2) UU 27/2022"
    });
    let done = take(&mut desk, (SubjectKind::Classification, ""), "test", worksheet, day("2026-11-23")).unwrap();
    let id = done.subject.unwrap().id;
    let moment = day("2026-11-23");
    let approval = json!({"by": "Bupati Rekaan"});
    take(&mut desk, (SubjectKind::Classification, &id), "approve", approval, moment).unwrap();
    let decree = json!({"letter_number": "188/77/2026"});
    take(&mut desk, (SubjectKind::Classification, &id), "decree", decree, moment).unwrap();
    for (n, applicant) in [(1, "Warga Satu"), (2, "Warga Dua")] {
        let request = desk.register_request(form(applicant, "Daftar penerima bantuan"), moment).unwrap().row.id;
        let subject = SubjectRef::new(REQUEST, &request);
        let offered = desk.action_form(&subject, "refuse", moment).unwrap().filled();
        assert_eq!(offered["basis"], boxes(json!({"basis": id}))["basis"], "the own decree is offered first");
        let letter = json!({"letter_number": format!("SKP/{n}")});
        take(&mut desk, (REQUEST, &request), "refuse", letter, moment).unwrap();
        let facts = desk.request(&request, moment).unwrap().decision;
        assert!(facts.iter().any(|fact| fact.value == "Mengungkap rahasia pribadi"));
        let file = words_of(&desk.paper(&PaperRef::DisputeFile { id: request }, moment).unwrap().pdf);
        for part in ["Lembar Pengujian", "Surat Penetapan Klasifikasi", "188/77/2026", &format!("SKP/{n}")] {
            assert!(file.contains(part), "“{part}” in: {file}");
        }
    }
    for paper in [PaperRef::ExemptList, PaperRef::Dip] {
        assert!(desk.paper(&paper, moment).unwrap().pdf.starts_with(b"%PDF"));
    }
    let lifted = json!({"reason": "Tidak lagi berbahaya"});
    take(&mut desk, (SubjectKind::Classification, &id), "lift", lifted, moment).unwrap();
    let third = desk.register_request(form("Warga Tiga", "Daftar penerima bantuan"), moment).unwrap().row.id;
    let letter = json!({"letter_number": "SKP/3", "basis": "decree", "grounds": ["h"]});
    assert!(refused(take(&mut desk, (REQUEST, &third), "refuse", letter, moment)).contains("akibat"));
}

#[test]
fn a_decreed_day_off_moves_open_deadlines_only_once_its_differences_were_accepted() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let receipt = PaperRef::Request { id: id.clone(), kind: PaperKind::Receipt };
    desk.paper_issued(&receipt, &PrintAs::Next, at(9, 1)).unwrap();
    let typed = boxes(json!({"date": "2026-12-02", "kind": "libur_daerah", "name": "Pemungutan suara", "decree": "SK 1/2026"}));
    let day_off = SubjectRef::new(SubjectKind::DayOff, "");
    let change = desk.change_preview(&day_off, "add_day_off", &typed, at(10, 0)).unwrap();
    assert_eq!(change.rows.len(), 1);
    assert_eq!((change.rows[0].old_text.as_str(), change.rows[0].new_text.as_str()), ("7 Desember 2026", "8 Desember 2026"));
    assert!(change.rows[0].printed, "the receipt names the old date");
    let before = desk.written();
    desk.register_request(form("Warga Dua", "Data B"), at(10, 1)).unwrap();
    assert!(refused(desk.accept_calendar(&change.token, at(10, 2))).contains("berubah"), "another request came in meanwhile");
    assert_eq!(desk.written(), before + 2, "a list that is no longer true writes nothing");
    let change = desk.change_preview(&day_off, "add_day_off", &typed, at(10, 3)).unwrap();
    desk.accept_calendar(&change.token, at(10, 4)).unwrap();
    let view = desk.request(&id, at(11, 0)).unwrap();
    assert_eq!(view.deadlines.official.unwrap().text, "Selasa, 8 Desember 2026");
    assert!(view.timeline.iter().any(|item| item.what == "Batas waktu bergeser dari 7 Desember 2026 menjadi 8 Desember 2026"));
    let addendum = PaperRef::Request { id: id.clone(), kind: PaperKind::DeadlineAddendum };
    assert!(desk.paper(&addendum, at(11, 0)).unwrap().pdf.starts_with(b"%PDF"));
    assert_eq!(page(&desk, ListKind::DaysOff, at(11, 0)).len(), 1);
    let cleared = boxes(json!({"date": "2026-12-02", "reason": "Ditunda"}));
    let change =
        desk.change_preview(&SubjectRef::new(SubjectKind::DayOff, "2026-12-02"), "remove_day_off", &cleared, at(11, 1)).unwrap();
    desk.accept_calendar(&change.token, at(11, 2)).unwrap();
    assert_eq!(desk.request(&id, at(11, 3)).unwrap().deadlines.official.unwrap().text, "Senin, 7 Desember 2026");
    desk.verify().unwrap();
}

#[test]
fn a_second_account_brings_roles_and_the_core_refuses_what_a_role_may_not_do() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let account = json!({
        "login": "ppid", "name": "PPID Rekaan", "role": "ppid_unit", "password": "sandi rekaan 2",
        "password_again": "sandi rekaan 2", "own_password": "bukan sandi saya"
    });
    let wrong = take(&mut desk, (SubjectKind::Account, ""), "open", account.clone(), at(9, 1));
    assert!(refused(wrong).contains("Sandi Anda tidak cocok"));
    let mut right = account;
    right["own_password"] = json!(crate::fixture::PASSWORD);
    // The form keeps everything for the first account until somebody lets go of it.
    let form = desk.action_form(&SubjectRef::new(SubjectKind::Account, ""), "open", at(9, 1)).unwrap();
    assert_eq!(form.filled()["keeps"], loket_desk::views::FieldValue::Many(vec!["ppid_unit".into(), "ppid_superior".into()]));
    right["keeps"] = json!([]);
    let alone = take(&mut desk, (SubjectKind::Account, ""), "open", right.clone(), at(9, 1));
    assert!(refused(alone).contains("tidak ada akun yang boleh: menanggapi keberatan"));
    right["keeps"] = json!(["ppid_superior"]);
    take(&mut desk, (SubjectKind::Account, ""), "open", right, at(9, 2)).unwrap();
    let steps = desk.request(&id, at(9, 3)).unwrap().next;
    let grants = steps.iter().find(|step| step.action == "grant").unwrap();
    assert!(!grants.allowed && grants.reason.as_ref().unwrap().contains("bukan wewenang"));
    assert!(refused(take(&mut desk, (REQUEST, &id), "grant", grant(), at(9, 4))).contains("bukan wewenang"));
    assert!(refused(take(&mut desk, (SubjectKind::Office, ""), "change_key", json!({}), at(9, 4))).contains("bukan wewenang"));
    drop(desk);
    let mut desk = folder.unlock("ppid", "sandi rekaan 2", at(9, 0), loket_desk::system_dice()).unwrap();
    take(&mut desk, (REQUEST, &id), "grant", grant(), at(9, 5)).unwrap();
    assert_eq!(desk.settings("0", at(9, 7)).unwrap().sync.key_text, "sejak meja ini disiapkan");
    take(&mut desk, (SubjectKind::Office, ""), "change_key", json!({}), at(9, 6)).unwrap();
    assert_eq!(desk.settings("0", at(9, 7)).unwrap().sync.key_text, "diganti 23 November 2026");
    desk.verify().unwrap();
}

#[test]
fn a_new_recovery_card_opens_the_desk_and_the_old_one_no_longer_does() {
    let (_dir, folder, mut desk, old_card) = perbaungan();
    let own = json!({"own_password": crate::fixture::PASSWORD});
    let done = take(&mut desk, (SubjectKind::Office, ""), "new_card", own, at(9, 0)).unwrap();
    assert_eq!(done.paper, Some(PaperRef::RecoveryCard));
    assert!(desk.paper(&PaperRef::RecoveryCard, at(9, 1)).unwrap().pdf.starts_with(b"%PDF"));
    drop(desk);
    let old = folder.unlock_with_card(
        (&old_card, "petugas"),
        ("sandi rekaan 9", "sandi rekaan 9"),
        at(9, 0),
        loket_desk::system_dice(),
    );
    assert!(matches!(old.map(|_| ()), Err(DeskError::Vault(VaultError::WrongCard))));
}

#[test]
fn a_mistyped_name_is_corrected_and_both_stay_in_sight() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Sat", "Data A"), at(9, 0)).unwrap().row.id;
    let mended = json!({"name": "Warga Satu", "reason": "Nama salah ketik"});
    take(&mut desk, (REQUEST, &id), "correct", mended, at(9, 30)).unwrap();
    let view = desk.request(&id, at(9, 31)).unwrap();
    assert_eq!(view.row.applicant, "Warga Satu");
    let mended = &view.corrections[0];
    assert_eq!((mended.field.as_str(), mended.before.as_str(), mended.after.as_str()), ("Nama", "Warga Sat", "Warga Satu"));
    assert_eq!(mended.reason, "Nama salah ketik");
}

#[test]
fn the_catalogue_is_exported_imported_and_offered_while_a_request_is_typed() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = json!({
        "summary": "Rencana kerja kecamatan tahun 2026", "category": "berkala", "made": "Januari 2026, Perbaungan",
        "format": "Softcopy", "retention": "5 tahun", "published_on": "2026-05-01"
    });
    take(&mut desk, (SubjectKind::DipItem, ""), "list", item, at(9, 0)).unwrap();
    let typed = RequestDraft { information: "Minta salinan rencana kerja kecamatan".into(), ..RequestDraft::default() };
    let offered = desk.preview_request(&typed, at(9, 1)).unwrap().dip;
    assert_eq!(offered[0].summary, "Rencana kerja kecamatan tahun 2026");
    let overdue = desk.today_view(at(9, 2)).unwrap().groups.into_iter().find(|group| group.code == "overdue").unwrap();
    assert_eq!(overdue.items[0].title, "Mutakhirkan informasi berkala", "six months were over on 1 November");
    for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
        let (name, file) = desk.export(&ExportRef::Dip { format }, at(9, 3)).unwrap();
        assert!(name.starts_with("Daftar Informasi Publik 2026-11-23."));
        let again = desk.import_preview(&name, &file, at(9, 4)).unwrap();
        assert_eq!((again.added, again.changed, again.same), (0, 0, 1), "what was exported changes nothing");
    }
    let csv = "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Pembuatan;Format;Retensi\n\
               Peta desa;Setiap saat;Seksi Pemerintahan;Kasi;2025;Softcopy;10 tahun\n\
               Tanpa kategori;;Seksi;Kasi;2025;Softcopy;1 tahun\n";
    let preview = desk.import_preview("dip.csv", csv.as_bytes(), at(9, 5)).unwrap();
    assert_eq!((preview.added, preview.problems.len()), (1, 1));
    assert_eq!(preview.problems[0].field, "Baris 3");
    desk.accept_import(&preview.token, at(9, 6)).unwrap();
    assert_eq!(page(&desk, ListKind::Dip, at(9, 7)).len(), 2);
}

#[test]
fn the_catalogue_names_its_media_and_the_decree_that_sets_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = json!({
        "summary": "Rencana kerja kecamatan tahun 2026", "category": "berkala", "made": "Januari 2026, Perbaungan",
        "format": "Softcopy", "retention": "5 tahun", "media": "Laman dan papan pengumuman"
    });
    take(&mut desk, (SubjectKind::DipItem, ""), "list", item, at(9, 0)).unwrap();
    let half = json!({"dip_decree": "188.4/7/2026", "dip_decreed_on": ""});
    assert!(refused(take(&mut desk, (SubjectKind::Office, ""), "edit_profile", half, at(9, 1))).contains("tanggal SK"));
    let decreed = json!({"dip_decree": "188.4/7/2026", "dip_decreed_on": "2026-01-12"});
    take(&mut desk, (SubjectKind::Office, ""), "edit_profile", decreed, at(9, 2)).unwrap();
    let printed = words_of(&desk.paper(&PaperRef::Dip, at(9, 3)).unwrap().pdf);
    assert!(printed.contains("Ditetapkan dengan Keputusan Nomor 188.4/7/2026 tanggal 12 Januari 2026"), "{printed}");
    assert!(printed.contains("Memuat"), "{printed}");
    let (_, csv) = desk.export(&ExportRef::Dip { format: SheetFormat::Csv }, at(9, 4)).unwrap();
    let table = String::from_utf8(csv).unwrap();
    assert!(table.contains("Jenis media yang memuat informasi") && table.contains("Laman dan papan pengumuman"), "{table}");
    let older = "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Pembuatan;Format;Retensi\n\
                 Rencana kerja kecamatan tahun 2026;Berkala;Kantor Camat Perbaungan;Sekretaris;Mei 2026;Softcopy;5 tahun\n";
    let preview = desk.import_preview("dip.csv", older.as_bytes(), at(9, 5)).unwrap();
    assert_eq!((preview.added, preview.changed, preview.doubtful.len()), (0, 0, 1), "the time is another");
    let change = ImportChoices { lookalikes: Lookalikes::Change, ..ImportChoices::default() };
    let preview = desk.import_preview_as("dip.csv", older.as_bytes(), &change, at(9, 5)).unwrap();
    assert_eq!((preview.added, preview.changed), (0, 1));
    desk.accept_import(&preview.token, at(9, 6)).unwrap();
    let (_, csv) = desk.export(&ExportRef::Dip { format: SheetFormat::Csv }, at(9, 7)).unwrap();
    assert!(
        String::from_utf8(csv).unwrap().contains("Laman dan papan pengumuman"),
        "a table without the column leaves the media"
    );
}

#[test]
fn a_report_is_reminded_of_until_komisi_informasi_has_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Satu", "Data A"), day("2026-12-16")).unwrap();
    let waiting = |desk: &Desk, on: &str| {
        let today = desk.today_view(day(on)).unwrap();
        let items = today.groups.into_iter().flat_map(|group| group.items);
        items.filter(|item| item.title.contains("Laporan tahunan 2026")).map(|item| item.text).collect::<Vec<_>>()
    };
    assert_eq!(waiting(&desk, "2027-01-11"), ["Belum disusun"]);
    let chapters = json!({
        "year": 2026, "letter_number": "LAP/1", "policy": "Kebijakan", "facilities": "Meja layanan", "staff": "Dua orang",
        "budget": "Rp0", "obstacles_outside": "Koneksi", "obstacles_inside": "Tenaga", "recommendations": "Pelatihan"
    });
    let done = take(&mut desk, (SubjectKind::Report, ""), "report", chapters, day("2027-01-11")).unwrap();
    let id = done.subject.unwrap().id;
    assert_eq!(waiting(&desk, "2027-01-12"), ["Belum dikirim ke Komisi Informasi"]);
    let twice = json!({
        "year": 2026, "letter_number": "LAP/2", "policy": "Kebijakan", "facilities": "Meja layanan", "staff": "Dua orang",
        "budget": "Rp0", "obstacles_outside": "Koneksi", "obstacles_inside": "Tenaga", "recommendations": "Pelatihan"
    });
    let said = refused(take(&mut desk, (SubjectKind::Report, ""), "report", twice, day("2027-01-12")));
    assert!(said.contains("sudah dibekukan"), "{said}");
    let bad = json!({"sent_on": "2027-01-05", "way": "post", "proof": ""});
    let said = refused(take(&mut desk, (SubjectKind::Report, &id), "note_sent", bad, day("2027-01-12")));
    assert!(said.contains("sebelum tanggalnya") && said.contains("isian lain"), "{said}");
    let sent = json!({"sent_on": "2027-01-12", "way": "post", "proof": "RR 7"});
    take(&mut desk, (SubjectKind::Report, &id), "note_sent", sent, day("2027-01-12")).unwrap();
    assert_eq!(waiting(&desk, "2027-01-13"), Vec::<String>::new());
    assert_eq!(page(&desk, ListKind::Reports, day("2027-01-13"))[0][3], "12 Januari 2027");
    let again = json!({"sent_on": "2027-01-12", "way": "post", "proof": "RR 7"});
    assert!(take(&mut desk, (SubjectKind::Report, &id), "note_sent", again, day("2027-01-13")).is_err(), "it is sent once");
}

#[test]
fn registers_figures_survey_and_report_tell_the_same_year() {
    let (_dir, _, mut desk, _) = perbaungan();
    worked_case(&mut desk);
    let refusal = desk.register_request(form("Warga Dua", "Data B"), day("2026-12-16")).unwrap().row.id;
    let mut letter = exempt(&mut desk, &refusal, day("2026-12-17"));
    letter["letter_number"] = json!("SKP/1");
    letter["limits"] = json!(["d"]);
    take(&mut desk, (REQUEST, &refusal), "refuse", letter, day("2026-12-17")).unwrap();
    let answers = json!({"u1": "3", "u2": "3", "u3": "3", "u4": "3", "u5": "3", "u6": "3", "u7": "3", "u8": "3", "u9": "4"});
    take(&mut desk, (SubjectKind::Survey, ""), "survey", answers, day("2026-12-18")).unwrap();
    let (from, to) = ("2026-01-01".to_owned(), "2026-12-31".to_owned());
    let query = RegisterQuery { which: RegisterKind::Requests, from: from.clone(), to: to.clone() };
    let register = desk.register(&query, at(12, 0)).unwrap();
    assert_eq!((register.columns.len(), register.total), (23, 2));
    assert_eq!(register.rows[1].cells[18], "Pasal 17 huruf h; Pasal 6 ayat (3) huruf d");
    assert_eq!(register.rows[0].cells[2], "1218010101900003", "the internal register has the whole NIK");
    for which in [RegisterKind::Requests, RegisterKind::Objections] {
        let paper = PaperRef::Register { which, from: from.clone(), to: to.clone(), sheet: RegisterSheet::Office };
        assert!(desk.paper(&paper, day("2026-12-31")).unwrap().pdf.starts_with(b"%PDF"));
    }
    let figures = desk.figures("2026-01-01", "2026-12-31").unwrap();
    let tile = |label: &str| figures.tiles.iter().find(|tile| tile.label == label).unwrap().value.clone();
    assert_eq!((tile("Permohonan"), tile("Dikabulkan sebagian"), tile("Ditolak")), ("2".into(), "1".into(), "1".into()));
    assert_eq!(tile("Indeks kepuasan"), "77,78 B (baik)");
    let chapters = json!({
        "year": 2026, "letter_number": "LAP/1", "policy": "Kebijakan", "facilities": "Meja layanan", "staff": "Dua orang",
        "budget": "Rp0", "obstacles_outside": "Koneksi", "obstacles_inside": "Tenaga", "recommendations": "Pelatihan"
    });
    let done = take(&mut desk, (SubjectKind::Report, ""), "report", chapters, day("2027-01-11")).unwrap();
    let id = done.subject.unwrap().id;
    desk.register_request(form("Warga Tiga", "Data C"), day("2026-12-30")).unwrap();
    assert_eq!(page(&desk, ListKind::Reports, day("2027-01-12"))[0][4], "2", "a frozen figure does not move");
    let printed = words_of(&desk.paper(&PaperRef::Report { id }, day("2027-01-12")).unwrap().pdf);
    assert!(printed.contains("RINGKASAN"), "{printed}");
    assert!(printed.contains("didaftarkan 2 permohonan informasi: 1 dikabulkan sebagian, 1 ditolak."), "{printed}");
    assert!(printed.contains("Median waktu jawaban"), "{printed}");
    assert!(printed.contains("Kategori pemohon (waktu jawaban dalam hari kerja)"), "{printed}");
    let bad = RegisterQuery { which: RegisterKind::Requests, from: "2026-12-31".into(), to: "2026-01-01".into() };
    assert!(refused(desk.register(&bad, at(12, 0))).contains("Tanggal akhir"));
}

#[test]
fn an_office_words_its_letters_its_own_way_and_takes_the_original_back() {
    let (_dir, _, mut desk, _) = perbaungan();
    let template = (SubjectKind::Template, "tidak-lengkap-penutup");
    let hole = refused(take(&mut desk, template, "reword", json!({"text": "Segera lengkapi."}), at(9, 0)));
    assert!(hole.contains("{batas} wajib ada"));
    take(&mut desk, template, "reword", json!({"text": "Kami tunggu sampai {batas}."}), at(9, 1)).unwrap();
    let state = |desk: &Desk| {
        page(desk, ListKind::Templates, at(9, 2)).into_iter().find(|row| row[0].contains("Batas melengkapi")).unwrap()[2].clone()
    };
    assert_eq!(state(&desk), "diubah kantor");
    let preview = PaperRef::Template { code: template.1.into(), text: "Sampai {batas}.".into() };
    assert!(desk.paper(&preview, at(9, 3)).unwrap().pdf.starts_with(b"%PDF"));
    take(&mut desk, template, "restore", json!({}), at(9, 4)).unwrap();
    assert_eq!(state(&desk), "asli");
}

/// What the vectors of the hard cases ask of the counter: one notice for two parts, and a register that says what was decided.
#[test]
fn half_given_and_half_held_by_another_is_one_letter_one_line_and_one_figure() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk
        .register_request(form("Warga Satu", "1. Anggaran bantuan\n2. Daftar penerima"), on("2026-11-23", 10, 5))
        .unwrap()
        .row
        .id;
    let subject = SubjectRef::new(REQUEST, &id);
    let offered = desk.action_form(&subject, "answer", day("2026-12-01")).unwrap().filled();
    assert_eq!(serde_json::to_value(&offered["part2_what"]).unwrap(), json!("Daftar penerima"), "the lines of the request");
    let answer = json!({
        "letter_number": "PT/1", "part1_found": "given", "part1_softcopy": true,
        "part2_found": "not_held", "part2_body": "Dinas Sosial Rekaan"
    });
    take(&mut desk, (REQUEST, &id), "answer", answer, day("2026-12-01")).unwrap();
    let notice = PaperRef::Request { id: id.clone(), kind: PaperKind::WrittenNotice };
    let letter = words_of(&desk.paper(&notice, day("2026-12-01")).unwrap().pdf);
    for said in ["Jawaban atas tiap bagian", "Badan Publik lain, yaitu Dinas Sosial Rekaan", "belum dikuasai (bagian 2)"] {
        assert!(letter.contains(said), "{said} in {letter}");
    }
    assert!(!letter.contains("Pasal 17"), "{letter}");
    take(&mut desk, (REQUEST, &id), "hand_over", json!({"number": "PB/1"}), day("2026-12-02")).unwrap();
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-01-01".into(), to: "2026-12-31".into() };
    let line = desk.register(&query, at(12, 0)).unwrap().rows.remove(0).cells;
    for said in ["Dikabulkan sebagian", "Belum dikuasai (Dinas Sosial Rekaan)", "Selasa, 01/12/2026", "Rabu, 02/12/2026"] {
        assert!(line.iter().any(|cell| cell == said), "{said} in {line:?}");
    }
}

#[test]
fn a_letter_of_last_week_bears_todays_date_on_its_receipt_and_its_own_in_the_register() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft { received_date: "2026-11-16".into(), ..form("Warga Satu", "Data A") };
    let id = desk.register_request(draft, on("2026-11-23", 10, 5)).unwrap().row.id;
    let receipt = words_of(&desk.paper(&PaperRef::Request { id, kind: PaperKind::Receipt }, day("2026-11-23")).unwrap().pdf);
    assert!(receipt.contains("Perbaungan, 23 November 2026") && receipt.contains("30 November 2026"), "{receipt}");
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-01-01".into(), to: "2026-12-31".into() };
    assert!(desk.register(&query, at(12, 0)).unwrap().rows[0].cells.iter().any(|cell| cell == "16/11/2026"));
}
