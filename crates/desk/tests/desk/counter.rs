//! A day at the counter.

use loket_desk::views::{RequestQuery, SubjectKind, SubjectRef, TimelineItem, Tone};
use loket_desk::{DeskError, Folder, PaperRef, PrintAs, RequestDraft, system_dice};

use crate::fixture::{PASSWORD, at, boxes, first_start, form, grant, on, perbaungan, take, words_of};

fn words(words: &str) -> RequestQuery {
    RequestQuery { words: words.into(), limit: 50, ..RequestQuery::default() }
}

fn paper(id: &str, kind: &str) -> PaperRef {
    serde_json::from_value(serde_json::json!({"paper": "request", "id": id, "kind": kind})).unwrap()
}

#[test]
fn the_first_request_continues_the_paper_book_and_the_next_follows() {
    let (_dir, _, mut desk, _) = perbaungan();
    let first = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let second = desk.register_request(form("Warga Dua", "Data B"), at(9, 1)).unwrap();
    assert_eq!(first.row.number, "007/PPID/KEC-PBG/XI/2026");
    assert_eq!(second.row.number, "008/PPID/KEC-PBG/XI/2026");
    let january = RequestDraft { received_date: "2027-01-04".into(), ..form("Warga Tiga", "Data C") };
    assert_eq!(desk.register_request(january, on("2027-01-04", 9, 0)).unwrap().row.number, "001/PPID/KEC-PBG/I/2027");
}

#[test]
fn saving_names_both_deadlines_and_explains_every_day() {
    let (_dir, _, mut desk, _) = perbaungan();
    let request = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let official = request.deadlines.official.unwrap();
    assert_eq!(official.text, "Senin, 7 Desember 2026");
    assert_eq!(official.left, "10 hari kerja lagi");
    assert_eq!(official.days.len(), 15, "day zero, ten working days and four days of weekend");
    assert!(official.days[0].today);
    assert_eq!(request.deadlines.safe.unwrap().text, "Senin, 7 Desember 2026");
}

#[test]
fn the_safe_date_warns_three_working_days_before() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let tone = |day: &str| desk.request(&id, on(day, 9, 0)).unwrap().row.tone;
    assert_eq!(tone("2026-12-01"), Tone::Calm);
    assert_eq!(tone("2026-12-02"), Tone::Near);
    assert_eq!(tone("2026-12-07"), Tone::Near);
    assert_eq!(tone("2026-12-08"), Tone::Overdue);
    let today = desk.today_view(on("2026-12-08", 9, 0)).unwrap();
    let waiting = |code: &str| today.groups.iter().find(|group| group.code == code).unwrap().items.len();
    assert_eq!((waiting("overdue"), waiting("near"), waiting("later")), (1, 0, 0));
}

#[test]
fn a_request_is_found_by_name_number_or_words_also_by_their_beginnings() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Siti \"Nur\" O'Rekaan", "Anggaran jalan desa"), at(9, 0)).unwrap();
    desk.register_request(form("محمد رضوان", "Peta batas 🌾 wilayah"), at(9, 1)).unwrap();
    let found = |typed: &str| desk.requests(&words(typed), at(10, 0)).unwrap().total;
    for (typed, count) in
        [("", 2), ("siti", 1), ("ang jal", 1), ("007/PPID", 1), ("محمد", 1), ("O'Rek", 1), ("\"", 2), ("hilang", 0)]
    {
        assert_eq!(found(typed), count, "{typed}");
    }
}

#[test]
fn a_granted_request_has_its_letter_and_the_second_print_is_a_copy() {
    let (_dir, _, mut desk, _) = perbaungan();
    let request = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let id = request.row.id;
    take(&mut desk, (SubjectKind::Request, &id), "grant", grant(), at(10, 0)).unwrap();
    let granted = desk.request(&id, at(10, 0)).unwrap();
    assert_eq!(granted.row.stage_label, "Dikabulkan");
    let letter = paper(&id, "written_notice");
    let first = desk.paper(&letter, at(10, 0)).unwrap();
    assert!(first.pdf.starts_with(b"%PDF") && !first.is_copy);
    assert_eq!(first.pdf, desk.paper(&letter, at(10, 0)).unwrap().pdf, "the same input gives the same bytes");
    assert!(!first.file_name.contains("Warga"), "a file name never names a citizen");
    desk.paper_issued(&letter, &PrintAs::Next, at(10, 1)).unwrap();
    assert!(desk.paper(&letter, at(10, 0)).unwrap().is_copy);
    assert!(matches!(desk.paper(&paper(&id, "refusal_decision"), at(10, 0)), Err(DeskError::Refused(_))));
    let told: Vec<String> = desk.request(&id, at(10, 2)).unwrap().timeline.into_iter().map(|item| item.what).collect();
    assert_eq!(
        told,
        [
            "Didaftarkan dengan nomor 007/PPID/KEC-PBG/XI/2026",
            "Berkas dinyatakan lengkap",
            "Dikabulkan seluruhnya",
            "Pemberitahuan Tertulis dicetak atau disimpan"
        ]
    );
}

#[test]
fn a_refusal_without_its_preconditions_writes_nothing() {
    let (_dir, _, mut desk, _) = perbaungan();
    let request = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let before = desk.written();
    let empty = serde_json::json!({"letter_date": "", "signed_by": "", "basis": ""});
    let refused = take(&mut desk, (SubjectKind::Request, &request.row.id), "refuse", empty, at(10, 0));
    assert!(matches!(refused.map(|_| ()), Err(DeskError::Refused(_))));
    assert_eq!(desk.written(), before);
}

#[test]
fn a_request_is_found_by_whatever_people_bring_to_the_counter() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft {
        phone: "0812-6012-3456".into(),
        email: "sadullah@contoh.id".into(),
        represented: true,
        representative_name: "Rahma Kuasa".into(),
        representative_address: "Dusun II".into(),
        ..form("Sa'dullah O'Neil", "Data A")
    };
    let view = desk.register_request(draft, at(9, 0)).unwrap();
    desk.register_request(form("Warga Lain", "Data B"), at(9, 1)).unwrap();
    let receipt = words_of(&desk.paper(&paper(&view.row.id, "receipt"), at(9, 2)).unwrap().pdf);
    let code =
        receipt.split("ode periksa").nth(1).unwrap().split_whitespace().find(|word| word.contains('-')).unwrap().to_owned();
    let brought = [
        "0812-6012-3456",
        "081260123456",
        "+62 812 6012 3456",
        "0812 6012",
        "sadullah",
        "sa'dullah",
        "rahma kuasa",
        "sadullah@contoh.id",
    ];
    for typed in brought.into_iter().chain([code.as_str()]) {
        let found: Vec<_> = desk.requests(&words(typed), at(9, 3)).unwrap().rows.into_iter().map(|row| row.id).collect();
        assert_eq!(found, [view.row.id.as_str()], "{typed}");
    }
    assert!(
        desk.requests(&words(view.row.short.trim_start_matches('0')), at(9, 3))
            .unwrap()
            .rows
            .iter()
            .any(|row| row.id == view.row.id)
    );
}

#[test]
fn a_first_start_that_was_not_finished_is_kept_without_passwords_and_goes_with_the_desk() {
    let dir = tempfile::TempDir::new().unwrap();
    let folder = Folder::at(dir.path().join("loket"));
    assert!(folder.kept_first_start().is_none());
    folder.keep_first_start(&first_start()).unwrap();
    let kept = folder.kept_first_start().unwrap();
    assert_eq!((kept.kecamatan.as_str(), kept.password.as_str(), kept.password_again.as_str()), ("Perbaungan", "", ""));
    drop(folder.begin(&first_start(), at(8, 0), system_dice()).unwrap());
    assert!(folder.kept_first_start().is_none());
}

#[test]
fn what_is_typed_survives_a_killed_process_and_goes_with_the_registration() {
    let (_dir, folder, desk, _) = perbaungan();
    let half = RequestDraft { name: "Warga Sete".into(), ..RequestDraft::default() };
    desk.keep_draft("satu", &half, at(9, 0)).unwrap();
    desk.keep_draft("dua", &RequestDraft { information: "Peta desa".into(), ..RequestDraft::default() }, at(9, 2)).unwrap();
    drop(desk);
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let fresh = desk.request_form(None, at(9, 5)).unwrap();
    assert_eq!((fresh.draft.name.as_str(), fresh.draft_kept), ("", None), "a new form is fresh, whatever lies unfinished");
    let lying: Vec<_> = fresh.unfinished.iter().map(|form| (form.name.as_str(), form.kept_text.as_str())).collect();
    assert_eq!(lying, [("Warga Sete", "23 November 2026, 09.00 WIB"), ("Peta desa", "23 November 2026, 09.02 WIB")]);
    let kept = desk.request_form(Some("satu"), at(9, 5)).unwrap();
    assert_eq!((kept.draft, kept.draft_kept.as_deref()), (half, Some("23 November 2026, 09.00 WIB")));
    desk.register_kept(form("Warga Setengah", "Data A"), "satu", at(9, 6)).unwrap();
    let left = desk.request_form(None, at(9, 7)).unwrap().unfinished;
    assert_eq!(left.iter().map(|form| form.id.as_str()).collect::<Vec<_>>(), ["dua"], "only the registered one is gone");
}

#[test]
fn one_form_sent_twice_is_one_request() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let first = desk.register_kept(form("Warga Satu", "Data A"), "satu", at(9, 0)).unwrap();
    let written = desk.written();
    let again = desk.register_kept(form("Warga Satu", "Data A"), "satu", at(9, 1)).unwrap();
    assert_eq!((again.row.id, desk.written()), (first.row.id.clone(), written), "no answer came, and it was asked again");
    drop(desk);
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let again = desk.register_kept(form("Warga Satu", "Data A"), "satu", at(9, 5)).unwrap();
    assert_eq!(again.row.id, first.row.id, "nor after the power was cut");
    let fresh = desk.request_form(None, at(9, 6)).unwrap();
    assert_ne!(fresh.id, "satu");
    assert_ne!(desk.register_kept(form("Warga Dua", "Data B"), &fresh.id, at(9, 7)).unwrap().row.id, first.row.id);
    let next = desk.request_form(None, at(9, 6)).unwrap();
    assert_ne!(next.id, fresh.id, "a form never bears the name of the one registered last");
}

#[test]
fn a_preview_tells_number_deadlines_and_what_is_missing_and_writes_nothing() {
    let (_dir, _, desk, _) = perbaungan();
    let before = desk.written();
    let preview = desk.preview_request(&RequestDraft::default(), at(9, 0)).unwrap();
    assert_eq!(preview.next_number, "007/PPID/KEC-PBG/XI/2026");
    assert_eq!(preview.missing_documents, ["Salinan KTP/SIM/paspor"]);
    assert!(preview.problems.iter().any(|problem| problem.field == "name"));
    assert!(preview.deadlines.official_note.unwrap().contains("setelah berkas dinyatakan lengkap"));
    assert_eq!(desk.written(), before);
}

#[test]
fn a_year_without_a_calendar_gives_a_number_and_no_date() {
    let (_dir, _, mut desk, _) = perbaungan();
    let december = RequestDraft { received_date: "2027-12-28".into(), ..form("Warga Satu", "Data A") };
    let request = desk.register_request(december, on("2027-12-28", 9, 0)).unwrap();
    assert_eq!(request.row.number, "001/PPID/KEC-PBG/XII/2027");
    assert!(request.deadlines.safe.is_none());
    assert!(request.deadlines.official_note.unwrap().starts_with("Kalender 2028 belum dimuat"));
    assert!(desk.paper(&paper(&request.row.id, "receipt"), at(10, 0)).unwrap().pdf.starts_with(b"%PDF"));
}

#[test]
fn rebuilding_the_tables_from_the_journal_gives_the_same_tables() {
    let (_dir, _, mut desk, _) = perbaungan();
    for n in 0..20 {
        let request = desk.register_request(form(&format!("Warga {n}"), "Data A"), at(9, n)).unwrap();
        if n % 3 == 0 {
            let mut granted = grant();
            granted["letter_number"] = serde_json::json!(format!("000.8.3/{n}/2026"));
            take(&mut desk, (SubjectKind::Request, &request.row.id), "grant", granted, at(10, n)).unwrap();
        }
    }
    let verified = desk.verify().unwrap();
    assert_eq!(verified.entries, desk.written());
}

#[test]
fn the_last_working_day_before_a_safe_date_on_collective_leave_is_named() {
    let (_dir, _, mut desk, _) = perbaungan();
    let form = RequestDraft { received_date: "2026-12-10".into(), ..form("Warga Satu", "Data A") };
    let id = desk.register_request(form, on("2026-12-10", 9, 0)).unwrap().row.id;
    let left = |day: &str| desk.request(&id, on(day, 9, 0)).unwrap().deadlines.safe.unwrap().left;
    assert_eq!(left("2026-12-22"), "1 hari kerja lagi");
    assert_eq!(left("2026-12-23"), "hari ini terakhir", "the 24th is collective leave");
}

#[test]
fn what_is_overdue_stays_overdue_in_a_year_without_a_calendar() {
    let (_dir, _, mut desk, _) = perbaungan();
    let form = RequestDraft { received_date: "2027-11-01".into(), ..form("Warga Satu", "Data A") };
    desk.register_request(form, on("2027-11-01", 9, 0)).unwrap();
    let today = desk.today_view(on("2028-01-03", 9, 0)).unwrap();
    let overdue = today.groups.iter().find(|group| group.code == "overdue").unwrap();
    let titles: Vec<&str> = overdue.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles.contains(&"Kalender 2028"), "it is asked for until it is loaded");
}

#[test]
fn another_way_of_counting_is_shown_before_it_holds_and_told_to_whom_it_moves() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let office = SubjectRef::new(SubjectKind::Office, "");
    let asked = desk.action_form(&office, "edit_counting", at(9, 5)).unwrap();
    let mut filled = asked.filled();
    filled.extend(boxes(serde_json::json!({"work_week": "mon_sat"})));
    assert!(desk.act(&office, "edit_counting", &filled, at(9, 6)).is_err(), "nothing is changed unseen");
    let shown = desk.change_preview(&office, "edit_counting", &filled, at(9, 6)).unwrap();
    assert_eq!((shown.rows[0].old_text.as_str(), shown.rows[0].new_text.as_str()), ("7 Desember 2026", "4 Desember 2026"));
    desk.accept_calendar(&shown.token, at(9, 8)).unwrap();
    let story = desk.request(&id, at(9, 9)).unwrap();
    let told = |item: &TimelineItem| format!("{} {}", item.what, item.note.as_deref().unwrap_or_default());
    assert!(story.timeline.iter().any(|item| told(item).contains("Cara kantor menghitung")), "{:?}", story.timeline);
    let addendum = paper(&id, "deadline_addendum");
    let letter = words_of(&desk.paper(&addendum, at(9, 10)).unwrap().pdf);
    assert!(letter.contains("7 Desember 2026") && letter.contains("4 Desember 2026"), "{letter}");
}

#[test]
fn a_day_that_is_worked_after_all_is_told_of_objections_too() {
    let (_dir, _, mut desk, _) = perbaungan();
    let typed = serde_json::json!({
        "name": "Warga Dua", "address": "Dusun Contoh", "phone": "0812-0000-0000", "information": "Laporan triwulan",
        "purpose": "Penelitian", "case_position": "Laporan tidak diumumkan"
    });
    let objection = take(&mut desk, (SubjectKind::Objection, ""), "object", typed, at(9, 0)).unwrap().subject.unwrap();
    let office = SubjectRef::new(SubjectKind::Office, "");
    let mut filled = desk.action_form(&office, "edit_counting", at(9, 5)).unwrap().filled();
    filled.extend(boxes(serde_json::json!({"work_week": "mon_sat"})));
    let shown = desk.change_preview(&office, "edit_counting", &filled, at(9, 6)).unwrap();
    let row = shown.rows.iter().find(|row| row.subject == objection).unwrap();
    assert_ne!(row.old_text, row.new_text);
    desk.accept_calendar(&shown.token, at(9, 8)).unwrap();
    desk.verify().unwrap();
}

#[test]
fn an_answer_that_was_fetched_late_is_said_with_the_day_that_made_it_late() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let given = serde_json::json!({"letter_number": "PT/1", "softcopy": true, "means": "Diambil langsung"});
    take(&mut desk, (SubjectKind::Request, &id), "grant", given, on("2026-12-04", 9, 0)).unwrap();
    take(&mut desk, (SubjectKind::Request, &id), "hand_over", serde_json::json!({"number": "PB/1"}), on("2026-12-09", 9, 0))
        .unwrap();
    let official = desk.request(&id, on("2026-12-10", 9, 0)).unwrap().deadlines.official.unwrap();
    assert_eq!((official.left.as_str(), official.tone), ("dijawab 9 Desember 2026, terlambat", Tone::Overdue));
}
