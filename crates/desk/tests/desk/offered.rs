//! At every stage of everything: what is offered opens, what opens is decided, and a no says one sentence wherever it is said.

use loket_desk::views::{ImportChoices, ListKind, ListQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, FirstStart, Folder, Moment, RequestDraft, every_step, system_dice};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tempfile::TempDir;

use crate::fixture::{PASSWORD, at, first_start, form, grant, on, perbaungan};
use crate::stepping::{Step, Stepping, look};
use crate::whole_law::exempt;

fn day(date: &str) -> Moment {
    on(date, 10, 0)
}

fn new(kind: SubjectKind) -> SubjectRef {
    SubjectRef::new(kind, "")
}

/// The subject of the row of a list whose first cell says so.
fn row(desk: &Desk, list: ListKind, first: &str) -> SubjectRef {
    let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 100 };
    let page = desk.list(&query, day("2026-11-23")).unwrap();
    page.rows.into_iter().find(|row| row.cells[0] == first).unwrap().subject
}

fn request(desk: &mut Desk, name: &str, documents: &[&str], date: &str) -> SubjectRef {
    let documents = documents.iter().map(|code| (*code).to_owned()).collect();
    let draft = RequestDraft { documents, received_date: date.into(), ..form(name, "Daftar penerima bantuan tahun 2026") };
    let id = desk.register_request(draft, on(date, 10, 5)).unwrap().row.id;
    SubjectRef::new(SubjectKind::Request, id)
}

/// One subject after another, each step on the day it is taken.
fn along(steps: &mut Stepping, desk: &mut Desk, subject: &SubjectRef, story: &[(&str, &str, Value)]) {
    for (action, date, over) in story {
        steps.take(desk, subject, action, over.clone(), on(date, 11, 0));
    }
}

/// A form that withholds something, with the boxes of the exemption.
fn withholding(desk: &mut Desk, request: &str, mut over: Value, moment: Moment) -> Value {
    over.as_object_mut().unwrap().extend(exempt(desk, request, moment).as_object().unwrap().clone());
    over
}

fn requests(steps: &mut Stepping, desk: &mut Desk) {
    let id = request(desk, "Warga Satu", &[], "2026-11-23");
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    let worksheet = json!({
        "grounds": ["h"], "consequence": "Mengungkap rahasia pribadi", "benefit": "Melindungi keluarga", "team": ["Rekaan, Kasi"],
        "term": "Pasal 4 ayat (2) UU 27/2022"
    });
    along(
        steps,
        desk,
        &id,
        &[
            ("find_incomplete", "2026-11-23", json!({"letter_number": "SK/1"})),
            ("declare_complete", "2026-11-24", json!({})),
            ("correct", "2026-11-24", json!({"name": "Warga Pertama", "reason": "Nama salah ketik"})),
            ("test", "2026-11-24", worksheet),
            ("ask", "2026-11-24", json!({"line": "Format salinan", "text": "Bolehkah lewat e-mail?"})),
            ("forward", "2026-11-25", json!({"number": "PN/1", "note": "Mohon data penerima bantuan"})),
            ("note_forward_answer", "2026-12-01", json!({"number": "19/UTAMA", "note": "Data terlampir"})),
            ("extend", "2026-12-07", reasons),
            ("grant", "2026-12-14", grant()),
            ("take_payment", "2026-12-15", json!({"number": "KW/1"})),
            ("hand_over", "2026-12-15", json!({"number": "PB/1", "items": ["Daftar penerima; hardcopy; 12"]})),
            ("object", "2026-12-16", json!({"grounds": ["g"], "case_position": "Sebagian tidak diberikan."})),
        ],
    );
    let partly = json!({"letter_number": "PT/1", "means": "Diambil", "withheld": "Alamat", "redaction": "Halaman 3 dihitamkan"});
    let in_parts = json!({
        "letter_number": "PT/3", "part1_what": "Anggaran", "part1_found": "given", "part1_softcopy": true,
        "part2_what": "Daftar penerima", "part2_found": "not_held", "part2_body": "Dinas Sosial Rekaan"
    });
    let others = [
        ("grant_partly", partly),
        ("refuse", json!({"letter_number": "SKP/1"})),
        ("answer", in_parts),
        ("answer_unavailable", json!({"letter_number": "PT/2", "absence": "not_held"})),
        ("note_received", json!({})),
        ("withdraw", json!({"reason": "Dicabut dengan surat pemohon"})),
    ];
    let mut id = None;
    for (action, over) in others {
        // The answer that is received is the one before it; any other is one to a request of its own.
        let asked = id.take().filter(|_| action == "note_received");
        let asked = asked.unwrap_or_else(|| request(desk, "Warga Dua", &["identity"], "2026-12-16"));
        let moment = on("2026-12-16", 11, 0);
        let withholds = matches!(action, "grant_partly" | "refuse");
        let over = if withholds { withholding(desk, &asked.id, over, moment) } else { over };
        steps.take(desk, &asked, action, over, moment);
        id = Some(asked);
    }
    let sent = request(desk, "Warga Lima", &[], "2026-12-16");
    let by_post = json!({"letter_number": "SK/3", "received_on": ""});
    let posted = json!({"way": "post", "proof": "RR 123 ID"});
    along(
        steps,
        desk,
        &sent,
        &[
            ("find_incomplete", "2026-12-16", by_post),
            ("note_sent", "2026-12-16", posted),
            ("note_notice_received", "2026-12-18", json!({})),
            ("declare_complete_on", "2026-12-21", json!({"on": "2026-12-18"})),
        ],
    );
    let mistaken = request(desk, "Warga Enam", &[], "2026-12-16");
    steps.take(desk, &mistaken, "cancel", json!({"reason": "Terdaftar dua kali"}), on("2026-12-16", 12, 0));
    let wrong = request(desk, "Warga Delapan", &["identity"], "2026-12-16");
    let of_its_letter = [
        ("grant", "2026-12-16", grant()),
        ("number_letter", "2026-12-17", json!({"letter_number": "PT/12"})),
        ("cancel_letter", "2026-12-17", json!({"reason": "Jumlah lembar keliru"})),
    ];
    along(steps, desk, &wrong, &of_its_letter);
    let refused = request(desk, "Warga Tujuh", &["identity"], "2026-12-16");
    let grant = json!({"letter_number": "PT/9", "means": "Diambil", "softcopy": true});
    steps.take(desk, &refused, "grant", grant, on("2026-12-16", 12, 0));
    let late = json!({"grounds": ["d"], "case_position": "Yang diberikan lain dari yang diminta."});
    let objection = steps.take(desk, &refused, "object", late, on("2026-12-17", 9, 0)).subject.unwrap();
    let in_hand = json!({"paper": "written_notice", "way": "in_person"});
    steps.take(desk, &refused, "note_sent", in_hand, on("2026-12-17", 9, 1));
    let order = json!({
        "letter_number": "TK/9", "verdict": "overturned", "considerations": "Yang diminta lain", "order": "Berikan yang diminta",
        "execute_by": "2026-12-30"
    });
    steps.take(desk, &objection, "answer", order.clone(), on("2026-12-18", 9, 0));
    steps.take(desk, &objection, "number_letter", json!({"letter_number": "TK/10"}), on("2026-12-18", 9, 10));
    steps.take(desk, &objection, "cancel_letter", json!({"reason": "Batasnya keliru"}), on("2026-12-18", 9, 20));
    steps.take(desk, &objection, "answer", order, on("2026-12-18", 9, 30));
    let by_post = json!({"way": "post", "proof": "RR 77 ID"});
    steps.take(desk, &objection, "note_sent", by_post.clone(), on("2026-12-18", 9, 31));
    steps.take(desk, &objection, "note_returned", json!({"why": "Pindah"}), on("2026-12-18", 9, 32));
    steps.take(desk, &objection, "note_sent", by_post, on("2026-12-18", 9, 33));
    steps.take(desk, &objection, "note_received", json!({}), on("2026-12-18", 9, 34));
    steps.take(desk, &objection, "withdraw_receipt", json!({"reason": "Tanggal pada resi lain"}), on("2026-12-18", 9, 35));
    steps.take(desk, &refused, "reopen", json!({}), on("2026-12-18", 10, 0));
    set_aside(steps, desk);
    paths(steps, desk);
    let attached = request(desk, "Warga Tiga", &[], "2026-12-16");
    desk.attach(&attached.id, "ktp.pdf", "identity", b"%PDF-1.4 pindaian rekaan", on("2026-12-16", 11, 0)).unwrap();
    steps.take(desk, &attached, "withdraw_file", json!({"reason": "Milik permohonan lain"}), on("2026-12-16", 11, 1));
    let brought = request(desk, "Warga Sebelas", &[], "2026-12-16");
    steps.take(desk, &brought, "note_documents", json!({"documents": ["identity"]}), on("2026-12-17", 9, 0));
    steps.take(desk, &attached, "find_incomplete", json!({"letter_number": "SK/2"}), on("2026-12-16", 13, 0));
    steps.take(desk, &attached, "lapse", json!({}), on("2026-12-28", 11, 0));
}

/// A ruling that is taken to court after the request was opened again for it.
fn set_aside(steps: &mut Stepping, desk: &mut Desk) {
    let ruled = request(desk, "Warga Empat Belas", &["identity"], "2026-12-16");
    let grant = json!({"letter_number": "PT/14", "means": "Diambil", "softcopy": true});
    steps.take(desk, &ruled, "grant", grant, on("2026-12-16", 12, 0));
    steps.take(desk, &ruled, "note_received", json!({}), on("2026-12-17", 9, 0));
    let late = json!({
        "grounds": ["d"], "case_position": "Yang diberikan lain dari yang diminta.", "represented": true, "mandate": true,
        "representative_name": "Kuasa Rekaan", "representative_address": "Jalan Contoh 3"
    });
    let objection = steps.take(desk, &ruled, "object", late, on("2026-12-17", 9, 1)).subject.unwrap();
    let upheld = json!({"letter_number": "TK/14", "verdict": "upheld", "considerations": "Sudah sesuai"});
    let filed = json!({"number": "014/KI/2026", "commission": "Komisi Informasi Rekaan"});
    let mut case = vec![("answer", "2026-12-17", upheld), ("file_dispute", "2026-12-18", filed)];
    let kinds = ["begun", "mediation", "failed", "adjudication", "ruled_for_applicant"];
    case.extend(kinds.map(|step| ("proceed", "2026-12-18", json!({"step": step, "number": "14/PTS", "note": "Tercatat"}))));
    along(steps, desk, &objection, &case);
    steps.take(desk, &objection, "end_representative", json!({"reason": "Dicabut"}), on("2026-12-18", 9, 59));
    steps.take(desk, &ruled, "reopen", json!({"due": "2026-12-30"}), on("2026-12-18", 10, 0));
    steps.take(desk, &objection, "proceed", json!({"step": "court", "note": "Gugatan ke PTUN"}), on("2026-12-18", 10, 1));
    steps.take(desk, &ruled, "set_order_aside", json!({"reason": "Gugatan 11/G/KI/2026"}), on("2026-12-18", 10, 2));
}

/// Who may ask and who acts, what comes back and what nobody fetches.
fn paths(steps: &mut Stepping, desk: &mut Desk) {
    let visitor = request(desk, "Warga Delapan", &[], "2026-12-16");
    let abroad = json!({"letter_number": "PT/11", "why": "wna", "considerations": "Menunjukkan paspor asing"});
    steps.take(desk, &visitor, "not_entitled", abroad, on("2026-12-16", 12, 0));
    let dead = request(desk, "Warga Sembilan", &["identity"], "2026-12-16");
    steps.take(desk, &dead, "abate", json!({"reason": "Akta kematian 12/2026"}), on("2026-12-16", 12, 0));
    let id = request(desk, "Warga Sepuluh", &["identity"], "2026-12-16");
    let kuasa = json!({"acting_as": "kuasa", "name": "Kuasa Rekaan", "address": "Medan", "mandate": "SKK 3/2026"});
    let meant = json!({"signs": ["pelecehan"], "reason": "Petugas dimaki pada 16 Desember"});
    along(
        steps,
        desk,
        &id,
        &[
            ("name_representative", "2026-12-16", kuasa),
            ("find_vexatious", "2026-12-16", meant),
            ("grant", "2026-12-17", grant()),
            ("note_sent", "2026-12-17", json!({"way": "post", "proof": "RR 123 ID"})),
            (
                "take_payment",
                "2026-12-18",
                json!({"number": "KW/8", "amount": 1000, "way": "transfer", "proof": "Bank Contoh 1"}),
            ),
            ("refund", "2026-12-18", json!({"number": "KB/8", "amount": 500, "reason": "Kelebihan"})),
            ("note_received", "2026-12-18", json!({})),
            ("withdraw_receipt", "2026-12-18", json!({"reason": "Hari lain"})),
            ("note_returned", "2026-12-21", json!({"why": "Alamat tidak dikenal"})),
            ("end_representative", "2026-12-21", json!({"reason": "Kuasa dicabut"})),
            ("change_contact", "2026-12-21", json!({"address": "Jalan Baru 4"})),
            ("tell_applicant", "2026-12-21", json!({"way": "telepon"})),
            ("add_note", "2026-12-21", json!({"text": "Kuasa datang membawa surat pencabutan"})),
            ("note_not_fetched", "2026-12-22", json!({"note": "Ditelepon dua kali"})),
        ],
    );
}

fn objections(steps: &mut Stepping, desk: &mut Desk) {
    let objected = json!({
        "name": "Warga Empat", "address": "Jalan Contoh 4", "phone": "0812-0000-0000", "information": "Laporan keuangan 2025",
        "purpose": "Penelitian", "case_position": "Tidak diumumkan"
    });
    let object = |steps: &mut Stepping, desk: &mut Desk| {
        steps.take(desk, &new(SubjectKind::Objection), "object", objected.clone(), day("2026-12-21")).subject.unwrap()
    };
    let id = object(steps, desk);
    let answer = json!({
        "letter_number": "TK/1", "verdict": "partly_overturned", "considerations": "Wajib diumumkan",
        "order": "Umumkan laporan", "execute_by": "2027-01-15"
    });
    along(
        steps,
        desk,
        &id,
        &[
            ("ask", "2026-12-21", json!({"line": "Tenggat keberatan", "text": "Sejak kapan dihitung?"})),
            ("answer", "2027-01-05", answer),
            ("note_sent", "2027-01-05", json!({"way": "post", "proof": "Resi 0099887766"})),
            ("note_received", "2027-01-06", json!({"reaction": "Belum puas"})),
            ("note_executed", "2027-01-12", json!({"note": "Laporan diumumkan"})),
            ("file_dispute", "2027-01-14", json!({"number": "012/KI/2027", "commission": "Komisi Informasi Rekaan"})),
            ("proceed", "2027-01-20", json!({"step": "begun", "note": "Sidang pertama"})),
        ],
    );
    let withdrawn = object(steps, desk);
    steps.take(desk, &withdrawn, "withdraw", json!({"reason": "Dicabut pengaju"}), day("2026-12-22"));
}

fn classifications(steps: &mut Stepping, desk: &mut Desk) {
    let worksheet = json!({
        "information": "Data keluarga penerima bantuan", "grounds": ["h"], "consequence": "Mengungkap rahasia pribadi",
        "benefit": "Melindungi keluarga", "team": ["Pegawai Rekaan, Kasi"], "term": "Pasal 4 ayat (2) UU 27/2022"
    });
    let test = |steps: &mut Stepping, desk: &mut Desk| {
        let kind = SubjectKind::Classification;
        steps.take(desk, &new(kind), "test", worksheet.clone(), day("2026-11-24")).subject.unwrap()
    };
    let id = test(steps, desk);
    along(
        steps,
        desk,
        &id,
        &[
            ("test", "2026-11-24", json!({"benefit": "Melindungi keluarga dan anak"})),
            ("approve", "2026-11-25", json!({"by": "Bupati Rekaan"})),
            ("decree", "2026-11-26", json!({"letter_number": "188/77/2026"})),
            ("lift", "2026-12-01", json!({"reason": "Tidak lagi berbahaya"})),
        ],
    );
    let rejected = test(steps, desk);
    steps.take(desk, &rejected, "reject", json!({"reason": "Belum cukup dasar"}), day("2026-11-25"));
}

fn questions(steps: &mut Stepping, desk: &mut Desk) {
    let asked = json!({"line": "Format salinan", "text": "Bolehkah lewat e-mail?"});
    let id = steps.take(desk, &new(SubjectKind::Question), "ask", asked, day("2026-11-24")).subject.unwrap();
    along(steps, desk, &id, &[("follow_up", "2026-11-25", json!({"text": "Mohon segera."})), ("close", "2026-11-26", json!({}))]);
}

fn catalogue(steps: &mut Stepping, desk: &mut Desk) {
    let item = json!({
        "summary": "Rencana kerja kecamatan tahun 2026", "category": "berkala", "made": "Januari 2026, Perbaungan",
        "format": "Softcopy", "retention": "5 tahun", "published_on": "2026-05-01"
    });
    let id = steps.take(desk, &new(SubjectKind::DipItem), "list", item, day("2026-11-23")).subject.unwrap();
    let given = json!({
        "name": "Warga Dua Belas", "identity_number": "1218010101900012", "address": "Jalan Contoh 12", "purpose": "Penelitian",
        "papers_shown": true, "letter_number": "PT/20", "number": "PB/20"
    });
    along(
        steps,
        desk,
        &id,
        &[
            ("give_now", "2026-11-23", given),
            ("renew", "2026-11-24", json!({})),
            ("list", "2026-11-25", json!({"format": "Softcopy dan cetak"})),
            ("withdraw", "2026-11-26", json!({"reason": "Digantikan"})),
            ("list_again", "2026-11-27", json!({})),
        ],
    );
}

fn reports(steps: &mut Stepping, desk: &mut Desk) {
    let answers = json!({"u1": "3", "u2": "3", "u3": "3", "u4": "3", "u5": "3", "u6": "3", "u7": "3", "u8": "3", "u9": "4"});
    steps.take(desk, &new(SubjectKind::Survey), "survey", answers, day("2026-12-18"));
    let chapters = json!({
        "year": 2026, "letter_number": "LAP/1", "policy": "Kebijakan", "facilities": "Meja layanan", "staff": "Dua orang",
        "budget": "Rp0", "obstacles_outside": "Koneksi", "obstacles_inside": "Tenaga", "recommendations": "Pelatihan"
    });
    let frozen = steps.take(desk, &new(SubjectKind::Report), "report", chapters, day("2027-01-11")).subject.unwrap();
    let sent = json!({"way": "post", "proof": "RR 7"});
    steps.take(desk, &frozen, "note_sent", sent, day("2027-01-12"));
}

fn numbered_forms(steps: &mut Stepping, desk: &mut Desk) {
    steps.take(desk, &new(SubjectKind::NumberedForm), "reserve_forms", json!({"count": 2}), day("2026-11-23"));
    let form = row(desk, ListKind::NumberedForms, "008/PPID/KEC-PBG/XI/2026");
    along(steps, desk, &form, &[("void_form", "2026-11-24", json!({"reason": "Basah kena hujan"}))]);
}

fn office(steps: &mut Stepping, desk: &mut Desk) {
    along(
        steps,
        desk,
        &new(SubjectKind::Office),
        &[
            ("edit_profile", "2026-11-23", json!({"place": "Perbaungan Kota"})),
            ("edit_letterhead", "2026-11-23", json!({"letterhead_lines": ["Jalan Contoh 2"]})),
            ("edit_counting", "2026-11-23", json!({"collective_leave_is_workday": true})),
            ("edit_fees", "2026-11-23", json!({"decree": "SK 9/2026", "price_per_sheet": 300})),
            ("set_retention", "2026-11-23", json!({"years": 5, "basis": "Perbup 12/2025"})),
            ("edit_signing", "2026-11-23", json!({"incomplete_notice": ["ppid_unit"]})),
            ("edit_duties", "2026-11-23", json!({})),
            ("account_numbers", "2026-11-23", json!({"reason": "Formulir rusak"})),
            ("change_key", "2026-11-23", json!({})),
            ("new_card", "2026-11-23", json!({"own_password": PASSWORD})),
            ("edit_lock", "2026-11-23", json!({"minutes": 5})),
        ],
    );
    let template = SubjectRef::new(SubjectKind::Template, "tidak-lengkap-penutup");
    let reworded = json!({"text": "Kami tunggu sampai {batas}."});
    along(steps, desk, &template, &[("reword", "2026-11-23", reworded), ("restore", "2026-11-24", json!({}))]);
    let added = json!({"date": "2026-12-02", "name": "Pemungutan suara", "decree": "SK 1/2026"});
    steps.take(desk, &new(SubjectKind::DayOff), "add_day_off", added, day("2026-11-24"));
    let set = SubjectRef::new(SubjectKind::DayOff, "2026-12-02");
    steps.take(desk, &set, "remove_day_off", json!({"reason": "Ditunda"}), day("2026-11-25"));
}

fn people(steps: &mut Stepping, desk: &mut Desk) {
    let named = json!({"name": "Kasi Rekaan, S.Sos.", "position": "Kepala Seksi", "role": "desk_officer"});
    steps.take(desk, &new(SubjectKind::Official), "name", named, day("2026-11-23"));
    let official = row(desk, ListKind::Officials, "Kasi Rekaan, S.Sos.");
    let appointed = json!({"decree": "188.45/4/2025", "decreed_on": "2025-01-06", "from": "2025-01-06"});
    along(steps, desk, &official, &[("revise", "2026-11-23", appointed), ("relieve", "2026-11-24", json!({}))]);
    let opened = json!({
        "login": "ppid", "name": "PPID Rekaan", "role": "ppid_unit", "password": "sandi rekaan 2",
        "password_again": "sandi rekaan 2", "own_password": "sandi rekaan 3"
    });
    // While there is but one account, it may do everything; so it takes the role of an admin before it is one of two.
    let own = row(desk, ListKind::Accounts, "petugas");
    let another = json!({"own_password": PASSWORD, "password": "sandi rekaan 3", "password_again": "sandi rekaan 3"});
    let roles = json!({"also": ["admin", "ppid_unit", "ppid_superior"]});
    along(steps, desk, &own, &[("revise", "2026-11-23", roles), ("password", "2026-11-23", another)]);
    steps.take(desk, &new(SubjectKind::Account), "open", opened, day("2026-11-23"));
    let other = row(desk, ListKind::Accounts, "ppid");
    let secret = json!({"own_password": "sandi rekaan 3"});
    steps.take(desk, &other, "temporary_password", secret, day("2026-11-23"));
    steps.take(desk, &other, "close", json!({}), day("2026-11-24"));
    let handed = json!({
        "number": "BA/1", "basis": "SK 821/1/2026", "things": ["Buku register"], "login": "ganti", "name": "Pengganti Rekaan",
        "password": "sungai di hulu", "password_again": "sungai di hulu", "own_password": "sandi rekaan 3"
    });
    steps.take(desk, &own, "hand_over", handed, day("2026-11-24"));
}

fn old_book(steps: &mut Stepping, desk: &mut Desk) {
    let book = "No;Tanggal;Nama;Informasi yang diminta\n1;06/01/2025;Warga Satu;Data A\n2;07/01/2025;Warga Dua;Data B\n";
    let preview = desk.old_book_preview("buku.csv", book.as_bytes(), &ImportChoices::default(), day("2026-11-23")).unwrap();
    desk.accept_old_book(&preview.token, day("2026-11-23")).unwrap();
    let (first, second) = (row(desk, ListKind::OldRequests, "1"), row(desk, ListKind::OldRequests, "2"));
    steps.take(desk, &first, "take_back", json!({"reason": "Salah baris"}), day("2026-11-23"));
    steps.take(desk, &second, "take_back_import", json!({"reason": "Salah berkas"}), day("2026-11-24"));
}

/// Numbers that a desk may have forgotten, told by whoever serves its counter.
fn a_desk_that_replaces_another(steps: &mut Stepping) {
    let dir = TempDir::new().unwrap();
    let first = FirstStart { replaces: true, ..first_start() };
    let (mut desk, _) = Folder::at(dir.path().join("loket")).begin(&first, on("2026-11-23", 8, 0), system_dice()).unwrap();
    let told = json!({"last_request": 9, "reason": "Komputer lama rusak"});
    steps.take(&mut desk, &new(SubjectKind::Office), "account_lost_numbers", told, day("2026-11-23"));
}

/// A clock that ran years ahead, and was put right.
fn a_desk_whose_clock_was_wrong(steps: &mut Stepping) {
    let (_dir, _, mut desk, _) = perbaungan();
    request(&mut desk, "Warga Satu", &[], "2027-10-04");
    desk.look_at_clock(day("2026-11-23")).unwrap();
    let sure = json!({"sure": true, "note": "Baterai jam diganti"});
    steps.take(&mut desk, &new(SubjectKind::Office), "confirm_clock", sure, day("2026-11-23"));
}

#[test]
fn every_step_is_taken_once_with_every_box_of_its_form_read() {
    let (_dir, _, mut desk, _) = perbaungan();
    let mut steps = Stepping::default();
    numbered_forms(&mut steps, &mut desk);
    requests(&mut steps, &mut desk);
    objections(&mut steps, &mut desk);
    classifications(&mut steps, &mut desk);
    questions(&mut steps, &mut desk);
    catalogue(&mut steps, &mut desk);
    old_book(&mut steps, &mut desk);
    reports(&mut steps, &mut desk);
    office(&mut steps, &mut desk);
    people(&mut steps, &mut desk);
    a_desk_that_replaces_another(&mut steps);
    a_desk_whose_clock_was_wrong(&mut steps);
    desk.verify().unwrap();
    // What only PPID Utama gives cause for is taken where there is one: `tests/sync/packs.rs`, `questions.rs`.
    let of_utama = |(kind, _, code): &Step| *kind == SubjectKind::Pack || (*kind == SubjectKind::Question && code == "answer");
    let all: BTreeSet<Step> = every_step().map(|(kind, named, code)| (kind, named, code.to_owned())).collect();
    let left: Vec<&Step> = all.iter().filter(|step| !of_utama(step) && !steps.taken.contains(*step)).collect();
    assert!(left.is_empty(), "never taken here: {left:?}");
}

#[test]
fn whoever_lacks_a_duty_is_told_so_by_button_form_and_deed_alike() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let request = request(&mut desk, "Warga Satu", &["identity"], "2026-11-23");
    let mut steps = Stepping::default();
    let opened = json!({
        "login": "arsip", "name": "Arsiparis Rekaan", "role": "ppid_superior", "password": "sandi rekaan 2",
        "password_again": "sandi rekaan 2", "own_password": PASSWORD
    });
    let admin = row(&desk, ListKind::Accounts, "petugas");
    steps.take(&mut desk, &admin, "revise", json!({"also": ["admin"]}), day("2026-11-23"));
    steps.take(&mut desk, &new(SubjectKind::Account), "open", opened, day("2026-11-23"));
    let own = row(&desk, ListKind::Accounts, "arsip");
    drop(desk);
    let mut desk = folder.unlock("arsip", "sandi rekaan 2", at(9, 0), system_dice()).unwrap();
    look(&mut desk, &request, day("2026-11-24"));
    for kind in [
        SubjectKind::Objection,
        SubjectKind::Classification,
        SubjectKind::Question,
        SubjectKind::DipItem,
        SubjectKind::Report,
        SubjectKind::Survey,
        SubjectKind::Office,
        SubjectKind::Official,
        SubjectKind::Account,
        SubjectKind::DayOff,
        SubjectKind::Pack,
        SubjectKind::NumberedForm,
        SubjectKind::OldRequest,
    ] {
        look(&mut desk, &new(kind), day("2026-11-24"));
    }
    let offered = |desk: &Desk, subject: &SubjectRef| -> Vec<String> {
        let next = crate::stepping::next(desk, subject, day("2026-11-24"));
        next.into_iter().filter(|step| step.allowed).map(|step| step.action).collect()
    };
    assert!(offered(&desk, &new(SubjectKind::Office)).is_empty(), "no card either, for it opens every account");
    look(&mut desk, &own, day("2026-11-24"));
    assert_eq!(offered(&desk, &own), ["password"], "but the own password");
}
