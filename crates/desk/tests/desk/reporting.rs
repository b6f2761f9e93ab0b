//! What a yearly report says of the years before it, and what it is measured by.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, Moment, PaperRef, RequestDraft};
use serde_json::json;

use crate::fixture::{form, grant, on, perbaungan, take, words_of};

const REQUEST: SubjectKind = SubjectKind::Request;

fn day(date: &str) -> Moment {
    on(date, 10, 0)
}

fn freeze(desk: &mut Desk, year: i32, date: &str) -> String {
    let chapters = json!({
        "year": year, "letter_number": format!("LAP/{year}"), "policy": "Kebijakan", "facilities": "Meja layanan",
        "staff": "Dua orang", "budget": "Rp0", "obstacles_outside": "Koneksi", "obstacles_inside": "Tenaga",
        "recommendations": "Pelatihan"
    });
    take(desk, (SubjectKind::Report, ""), "report", chapters, day(date)).unwrap().subject.unwrap().id
}

fn rows(desk: &Desk, year: i32, title: &str) -> Vec<(String, String)> {
    let tables = desk.figures(&format!("{year}-01-01"), &format!("{year}-12-31")).unwrap().tables;
    let table = tables.into_iter().find(|table| table.title == title).unwrap();
    table.rows.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect()
}

fn told<const N: usize>(rows: [(&str, &str); N]) -> Vec<(String, String)> {
    rows.map(|(label, count)| (label.to_owned(), count.to_owned())).to_vec()
}

#[test]
fn what_ended_after_its_own_report_was_frozen_is_told_by_the_next() {
    let (_dir, _, mut desk, _) = perbaungan();
    let register = |desk: &mut Desk, name: &str| desk.register_request(form(name, "Data A"), day("2026-12-21")).unwrap().row.id;
    let [before, after, open] = ["Warga Satu", "Warga Dua", "Warga Tiga"].map(|name| register(&mut desk, name));
    take(&mut desk, (REQUEST, &before), "grant", grant(), day("2026-12-30")).unwrap();
    let objection = json!({"grounds": ["d"], "case_position": "Jawaban tidak sesuai"});
    take(&mut desk, (REQUEST, &before), "note_received", json!({}), day("2026-12-30")).unwrap();
    let objection = take(&mut desk, (REQUEST, &before), "object", objection, day("2026-12-31")).unwrap().subject.unwrap().id;
    freeze(&mut desk, 2026, "2027-01-04");
    let mut late = grant();
    late["letter_number"] = json!("PT/2");
    take(&mut desk, (REQUEST, &after), "grant", late, day("2027-01-05")).unwrap();
    let upheld = json!({"letter_number": "TK/1", "verdict": "upheld", "considerations": "Sudah sesuai"});
    take(&mut desk, (SubjectKind::Objection, &objection), "answer", upheld, day("2027-01-11")).unwrap();

    let requests = "Permohonan tahun sebelumnya yang belum selesai waktu itu";
    assert_eq!(
        rows(&desk, 2027, requests),
        told([
            ("Belum selesai pada laporan sebelumnya", "2"),
            ("Dikabulkan seluruhnya", "1"),
            ("Masih belum selesai", "1"),
            ("Jawabannya terlambat", "1"),
        ])
    );
    let answered = rows(&desk, 2027, "Keberatan dan sengketa tahun sebelumnya");
    assert_eq!(answered[0], ("Belum ditanggapi pada laporan sebelumnya".to_owned(), "1".to_owned()));
    assert_eq!(answered.len(), 2, "and what the superior said: {answered:?}");
    assert_eq!(rows(&desk, 2026, requests), told([]), "the year itself carried nothing over");

    let id = freeze(&mut desk, 2027, "2028-01-10");
    let printed = words_of(&desk.paper(&PaperRef::Report { id }, day("2028-01-10")).unwrap().pdf);
    let said = "Dari 2 permohonan tahun sebelumnya yang waktu itu belum selesai: 1 dikabulkan seluruhnya, 1 masih belum selesai.";
    assert!(printed.contains(said), "{printed}");
    take(&mut desk, (REQUEST, &open), "withdraw", json!({"reason": "Tidak perlu lagi"}), day("2028-01-11")).unwrap();
    assert_eq!(
        rows(&desk, 2028, requests),
        told([("Belum selesai pada laporan sebelumnya", "1"), ("Dicabut pemohon", "1"), ("Masih belum selesai", "0")])
    );
    assert_eq!(rows(&desk, 2027, requests)[2].1, "1", "what a frozen report said does not move");
}

#[test]
fn what_was_entered_after_the_report_was_frozen_is_told_by_the_next_whatever_day_stands_on_it() {
    let (_dir, _, mut desk, _) = perbaungan();
    take(&mut desk, (SubjectKind::NumberedForm, ""), "reserve_forms", json!({"count": 1}), day("2026-12-01")).unwrap();
    let register = |desk: &mut Desk, name: &str| desk.register_request(form(name, "Data A"), day("2026-12-01")).unwrap().row.id;
    let [objected, waiting] = ["Warga Satu", "Warga Dua"].map(|name| register(&mut desk, name));
    take(&mut desk, (REQUEST, &objected), "grant", grant(), day("2026-12-02")).unwrap();
    take(&mut desk, (REQUEST, &objected), "note_received", json!({}), day("2026-12-02")).unwrap();
    let objection = json!({"grounds": ["d"], "case_position": "Jawaban tidak sesuai"});
    let objection = take(&mut desk, (REQUEST, &objected), "object", objection, day("2026-12-03")).unwrap().subject.unwrap().id;
    let upheld = json!({"letter_number": "TK/1", "verdict": "upheld", "considerations": "Sudah sesuai"});
    take(&mut desk, (SubjectKind::Objection, &objection), "answer", upheld, day("2026-12-10")).unwrap();
    freeze(&mut desk, 2026, "2027-01-04");

    // On the day of the report, and dated back to before it.
    let afternoon = on("2027-01-04", 15, 0);
    let mut late = grant();
    late["letter_number"] = json!("PT/2");
    take(&mut desk, (REQUEST, &waiting), "grant", late, afternoon).unwrap();
    let filled = RequestDraft {
        form_number: "007/PPID/KEC-PBG/XII/2026".into(),
        received_date: "2026-12-02".into(),
        ..form("Warga Tiga", "Anggaran desa")
    };
    desk.register_request(filled, afternoon).unwrap();
    let filed = json!({"on": "2026-12-21", "number": "012/KI/2026", "commission": "Komisi Informasi Rekaan"});
    take(&mut desk, (SubjectKind::Objection, &objection), "file_dispute", filed, afternoon).unwrap();

    let requests = "Permohonan tahun sebelumnya yang belum selesai waktu itu";
    let expected = told([
        ("Belum selesai pada laporan sebelumnya", "1"),
        ("Baru dicatat sesudah laporan sebelumnya", "1"),
        ("Dikabulkan seluruhnya", "1"),
        ("Masih belum selesai", "1"),
        ("Jawabannya terlambat", "1"),
    ]);
    assert_eq!(rows(&desk, 2027, requests), expected);
    let disputes = "Keberatan dan sengketa tahun sebelumnya";
    assert_eq!(rows(&desk, 2027, disputes), told([("Sengketa diajukan ke Komisi Informasi", "1")]));

    let id = freeze(&mut desk, 2027, "2028-01-10");
    let printed = words_of(&desk.paper(&PaperRef::Report { id }, day("2028-01-10")).unwrap().pdf);
    let said =
        "1 permohonan tahun sebelumnya yang baru dicatat sesudah laporannya: 1 dikabulkan seluruhnya, 1 masih belum selesai.";
    assert!(printed.contains(said), "{printed}");
    assert_eq!(rows(&desk, 2028, requests)[0].1, "1", "the form is a case of the report before by now");
    assert_eq!(rows(&desk, 2028, disputes), told([]), "and nothing is told twice");
}

#[test]
fn a_request_that_is_not_meant_names_only_requests_that_can_be_shown() {
    let (_dir, _, mut desk, _) = perbaungan();
    let first = desk.register_request(form("Warga Satu", "Data A"), day("2026-12-21")).unwrap().row;
    let second = desk.register_request(form("Warga Satu", "Data B"), day("2026-12-21")).unwrap().row;
    let found = |numbers: &[&str]| json!({"signs": ["banyak"], "reason": "Diminta dua kali sehari", "earlier": numbers});
    for stray in ["999/PPID/KEC-PBG/XII/2026", &second.number] {
        let refused = take(&mut desk, (REQUEST, &second.id), "find_vexatious", found(&[&first.number, stray]), day("2026-12-21"));
        let said = refused.unwrap_err().to_string();
        assert!(said.contains("Baris 2") && !said.contains("999/"), "{said}");
    }
    take(&mut desk, (REQUEST, &second.id), "find_vexatious", found(&[&first.number]), day("2026-12-21")).unwrap();
}

#[test]
fn the_figures_of_a_quarter_are_printed_as_they_stand_on_the_screen() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), day("2026-11-23")).unwrap().row.id;
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2026-11-24")).unwrap();
    let quarter = ("2026-10-01", "2026-12-31");
    let sheet = PaperRef::Figures { from: quarter.0.into(), to: quarter.1.into() };
    let printed = desk.paper(&sheet, day("2026-11-30")).unwrap();
    assert_eq!(printed.file_name, "Angka Layanan 2026-10-01 2026-12-31.pdf");
    let said = words_of(&printed.pdf);
    assert!(said.contains("1 Oktober 2026 sampai 31 Desember 2026"), "{said}");
    for tile in desk.figures(quarter.0, quarter.1).unwrap().tiles {
        assert!(said.contains(&tile.label) && said.contains(&tile.value), "{} in {said}", tile.label);
    }
    assert!(!said.contains("Warga Satu"), "figures name nobody");
    let backwards = PaperRef::Figures { from: quarter.1.into(), to: quarter.0.into() };
    assert!(desk.paper(&backwards, day("2026-11-30")).is_err());
}

#[test]
fn an_answer_that_left_and_was_fetched_after_its_report_is_told_by_the_next() {
    let (_dir, _, mut desk, _) = perbaungan();
    let mut answered = |name: &str, number: &str| {
        let asked = RequestDraft { received_date: "2026-12-21".into(), ..form(name, "Data A") };
        let id = desk.register_request(asked, day("2026-12-21")).unwrap().row.id;
        let mut notice = grant();
        notice["letter_number"] = json!(number);
        take(&mut desk, (REQUEST, &id), "grant", notice, day("2026-12-30")).unwrap();
        id
    };
    let [kept, late] = [("Warga Satu", "PT/1"), ("Warga Dua", "PT/2")].map(|(name, number)| answered(name, number));
    freeze(&mut desk, 2026, "2027-01-04");
    let sent = |on: &str| json!({"paper": "written_notice", "sent_on": on, "way": "email", "proof": "warga@contoh.id"});
    take(&mut desk, (REQUEST, &kept), "note_sent", sent("2027-01-05"), day("2027-01-05")).unwrap();
    take(&mut desk, (REQUEST, &late), "note_sent", sent("2027-01-29"), day("2027-01-29")).unwrap();
    let requests = "Permohonan tahun sebelumnya yang belum selesai waktu itu";
    let expected = told([("Jawabannya tepat waktu", "1"), ("Jawabannya terlambat", "1")]);
    assert_eq!(rows(&desk, 2027, requests), expected, "both had been answered, and nobody knew when that left");
    let id = freeze(&mut desk, 2027, "2028-01-10");
    let printed = words_of(&desk.paper(&PaperRef::Report { id }, day("2028-01-10")).unwrap().pdf);
    let said = "Atas permohonan tahun sebelumnya sejak laporannya: jawabannya tepat waktu 1, jawabannya terlambat 1.";
    assert!(printed.contains(said), "{printed}");
}
