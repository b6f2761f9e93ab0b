//! The list of requests: narrowed, put in order, and saved as what is seen.

use loket_desk::views::{ExportRef, RequestColumn, RequestOrder, RequestPage, RequestQuery, RequestSort, SubjectKind};
use loket_desk::{Desk, RequestDraft};
use loket_letters::spreadsheet;

use crate::fixture::{form, on, perbaungan, take};

fn registered(desk: &mut Desk, name: &str, channel: &str, day: &str) -> String {
    let draft = RequestDraft {
        received_date: day.into(),
        channel: channel.into(),
        phone: format!("0812-6012-34{}", name.len()),
        ..form(name, &format!("Anggaran {name} tahun 2025"))
    };
    desk.register_request(draft, on(day, 9, 0)).unwrap().row.id
}

/// Three requests of three days: one by WhatsApp, one answered.
fn three() -> (tempfile::TempDir, Desk) {
    let (dir, _, mut desk, _) = perbaungan();
    registered(&mut desk, "Tuti Rekaan", "langsung", "2026-11-23");
    let answered = registered(&mut desk, "budi Rekaan", "whatsapp", "2026-11-24");
    registered(&mut desk, "Ani Rekaan", "surat", "2026-11-25");
    take(&mut desk, (SubjectKind::Request, &answered), "grant", crate::fixture::grant(), on("2026-11-26", 9, 0)).unwrap();
    (dir, desk)
}

/// The day after all three would be late, had none been answered.
fn seen(desk: &Desk, query: RequestQuery) -> RequestPage {
    desk.requests(&RequestQuery { limit: 50, ..query }, on("2026-12-10", 9, 0)).unwrap()
}

fn names(page: &RequestPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.applicant.split(' ').next().unwrap()).collect()
}

#[test]
fn it_is_put_in_order_by_any_of_its_heads_and_newest_first_by_itself() {
    let (_dir, desk) = three();
    assert_eq!(names(&seen(&desk, RequestQuery::default())), ["Ani", "budi", "Tuti"]);
    let by = |by, descending| {
        let query = RequestQuery { order: Some(RequestOrder { by, descending }), ..RequestQuery::default() };
        names(&seen(&desk, query)).join(" ")
    };
    assert_eq!(by(RequestSort::Number, false), "Tuti budi Ani");
    assert_eq!(by(RequestSort::Received, true), "Ani budi Tuti");
    assert_eq!(by(RequestSort::Applicant, false), "Ani budi Tuti", "capitals are no order");
    assert_eq!(by(RequestSort::Due, false), "budi Tuti Ani", "what was promised comes first: ready in one day");
}

#[test]
fn it_is_narrowed_by_lateness_day_channel_officer_and_desk() {
    let (_dir, desk) = three();
    let late = seen(&desk, RequestQuery { late: true, ..RequestQuery::default() });
    assert_eq!((names(&late), late.total, late.late), (vec!["Ani", "budi", "Tuti"], 3, 3));
    let before = RequestQuery { late: true, limit: 50, ..RequestQuery::default() };
    assert_eq!(names(&desk.requests(&before, on("2026-12-09", 9, 0)).unwrap()), ["budi", "Tuti"]);
    let days = RequestQuery { from: Some("2026-11-24".into()), to: Some("2026-11-24".into()), ..RequestQuery::default() };
    assert_eq!(names(&seen(&desk, days)), ["budi"]);
    let page = seen(&desk, RequestQuery { channel: Some("whatsapp".into()), ..RequestQuery::default() });
    assert_eq!((names(&page), page.rows[0].channel.as_str()), (vec!["budi"], "WhatsApp"));
    let labels: Vec<&str> = page.channels.iter().map(|channel| channel.label.as_str()).collect();
    assert_eq!(labels, ["Datang langsung", "Surat/pos", "WhatsApp"], "what there is to choose is not narrowed");
    let officer = &page.officers[0];
    assert_eq!((officer.label.as_str(), officer.count, page.rows[0].officer.as_str()), ("Petugas Rekaan", 3, "Petugas Rekaan"));
    let mine = RequestQuery { officer: Some(officer.code.clone()), desk: Some("A".into()), ..RequestQuery::default() };
    assert_eq!(seen(&desk, mine).total, 3);
    assert_eq!(seen(&desk, RequestQuery { desk: Some("B".into()), ..RequestQuery::default() }).total, 0);
    let stage = |page: &RequestPage, code: &str| page.stages.iter().find(|stage| stage.code == code).unwrap().count;
    assert_eq!((stage(&page, "granted"), stage(&page, "processed")), (1, 0), "stages are counted within what is narrowed");
    let wrong = RequestQuery { from: Some("kemarin".into()), ..RequestQuery::default() };
    assert!(desk.requests(&wrong, on("2026-12-10", 9, 0)).is_err(), "no date is passed over");
}

#[test]
fn what_is_listed_is_saved_as_it_is_listed_with_its_long_texts_whole() {
    let (_dir, mut desk) = three();
    let long = "Rincian ".repeat(5_000);
    let draft = RequestDraft { received_date: "2026-11-26".into(), ..form("Wati Rekaan", &long) };
    desk.register_request(draft, on("2026-11-26", 10, 0)).unwrap();
    let query = RequestQuery {
        words: "rekaan".into(),
        from: Some("2026-11-24".into()),
        order: Some(RequestOrder { by: RequestSort::Applicant, descending: true }),
        limit: 1,
        ..RequestQuery::default()
    };
    let columns = vec![RequestColumn::Number, RequestColumn::Applicant, RequestColumn::Phone, RequestColumn::Information];
    let (name, bytes) = desk.export(&ExportRef::Requests { query, columns }, on("2026-12-10", 9, 0)).unwrap();
    assert_eq!(name, "Daftar Permohonan 2026-12-10.xlsx");
    let sheet: Vec<Vec<String>> = spreadsheet::read(&bytes).unwrap().into_iter().map(|(_, cells)| cells).collect();
    assert_eq!(sheet[0], ["Nomor pendaftaran", "Pemohon", "Telepon", "Informasi yang diminta"]);
    let applicants: Vec<&str> = sheet[1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(applicants, ["Wati Rekaan", "budi Rekaan", "Ani Rekaan"], "all that is listed, not the page in sight");
    assert!(sheet[1][3].chars().count() > 30_000);
    assert_eq!(sheet[2][..3], ["008/PPID/KEC-PBG/XI/2026", "budi Rekaan", "0812-6012-3411"]);
}
