//! What people see, and what they never see.

use loket_domain::change::{Change, OfficeChange};
use loket_domain::request::Command;
use loket_journal::Subject;
use rstest::rstest;

use crate::both::Kind;
use crate::browser::Browser;
use crate::desk::{ADDRESS, APPLICANT, Desk, NIK, grant_letter};
use crate::http::get;
use crate::scripted::Scripted;
use crate::server::Utama;

/// An office with an overdue, a near, a calm, a waiting and a decided request, seen on Monday 7 December 2026.
async fn busy_office() -> (Utama, Desk) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-19");
    desk.register("2026-11-23");
    desk.register("2026-12-04");
    desk.register_form("2026-12-04", |form| form.documents.clear());
    let decided = desk.register("2026-11-23");
    desk.grant("2026-11-26", decided);
    desk.decide("2026-11-26", decided, Command::NoteReceived { on: "2026-11-26".into() });
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-12-07", 9);
    (utama, desk)
}

#[tokio::test]
async fn an_empty_server_says_how_to_enrol_an_office() {
    let utama = Utama::start().await;
    let page = utama.page("/").await;
    assert!(page.contains("loket-utama enrol --office"), "{page}");
    assert!(page.contains("<html lang=\"id\">") && !page.contains("<script"));
}

#[tokio::test]
async fn the_list_shows_each_office_with_its_counts_and_last_contact() {
    let (utama, _) = busy_office().await;
    let page = utama.page("/").await;
    for shown in ["Kantor Camat Perbaungan", "12.18.02", "Meja A: <span class=\"tone near\">14 hari lalu, 11.00 WIB"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    for counted in [
        "data-label=\"Belum diputus\">4<",
        "data-label=\"Segera jatuh tempo\"><span class=\"tone near\">1<",
        "data-label=\"Terlambat\"><span class=\"tone overdue\">1<",
        "data-label=\"Dijawab\">1<",
    ] {
        assert!(page.contains(counted), "{counted}: {page}");
    }
}

#[tokio::test]
async fn an_office_shows_numbers_deadlines_and_decisions() {
    let (utama, _) = busy_office().await;
    let page = utama.page("/kantor/12.18.02").await;
    for shown in [
        "001/PPID/KEC-A/XI/2026",
        "Kamis, 3 Desember 2026",
        "terlambat 2 hari kerja",
        "Senin, 7 Desember 2026",
        "hari ini terakhir",
        "menunggu kelengkapan",
        "diputus 26 November 2026",
        "Dikabulkan",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let place = |number: &str| page.find(number).unwrap();
    assert!(place("001/PPID") < place("002/PPID") && place("004/PPID") < place("005/PPID"), "nearest first, decided last");
}

#[tokio::test]
async fn no_page_ever_names_an_applicant() {
    let (utama, _) = busy_office().await;
    for path in ["/", "/kantor/12.18.02"] {
        let page = utama.page(path).await;
        for hidden in [APPLICANT, NIK, ADDRESS, "0812-0000-0000", "rencana kerja", "Pejabat Rekaan"] {
            assert!(!page.contains(hidden), "{path} shows {hidden}");
        }
    }
}

#[tokio::test]
async fn two_desks_that_decide_the_same_request_leave_something_to_review() {
    let (mut utama, desk) = busy_office().await;
    let mut second = Desk::new(2, "12.18.02", "Perbaungan", "B");
    utama.enrol(&mut second).await;
    let granted = desk.entries.last().unwrap().header.subject;
    let letter = Command::Grant(grant_letter("2026-11-27"));
    let Command::Grant(input) = letter else { unreachable!() };
    let grant = serde_json::json!({"kind": "request_granted", "grant": {
        "letter_number": input.letter.letter_number, "letter_date": "2026-11-27", "signed_by": input.letter.signed_by, "softcopy": true,
        "hardcopy": false, "fees": {"sheets": 0, "price_per_sheet": 0, "delivery": 0, "other": 0}, "ready_in_days": 0,
        "means": "surat", "cc": []
    }});
    let change: Change = serde_json::from_value(grant).unwrap();
    second.write("2026-11-27", granted, &change);
    utama.pushed(&second, second.everything()).await;
    assert!(utama.page("/").await.contains("1 perlu ditinjau"));
    let page = utama.page("/kantor/12.18.02").await;
    assert!(page.contains("1 perlu ditinjau") && page.contains("diputus 26 November 2026"), "the first decision stands");
}

#[tokio::test]
async fn an_office_that_has_sent_nothing_has_a_name_all_the_same() {
    let mut utama = Utama::start().await;
    utama.enrol(&mut Desk::new(6, "12.18.04", "Sei Rampah", "A")).await;
    let page = utama.page("/").await;
    assert!(page.contains("Kantor Camat Sei Rampah") && page.contains("belum pernah"), "{page}");
    assert_eq!(utama.look("/kantor/12.18.05").await.status, 404);
    assert_eq!(get(utama.address(), "/apa-saja").await.status, 404);
}

#[tokio::test]
async fn what_a_desk_calls_itself_is_text_and_never_markup() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::new(7, "12.18.02", "<script>alert(1)</script>", "A");
    desk.establish();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    assert!(!utama.page("/").await.contains("<script"));
}

#[tokio::test]
async fn a_long_register_is_shown_page_by_page() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    for _ in 0..120 {
        desk.register("2026-11-23");
    }
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let first = utama.page("/kantor/12.18.02").await;
    assert!(first.contains("100/PPID") && !first.contains("101/PPID") && first.contains("Halaman 1 dari 2"));
    assert!(utama.page("/kantor/12.18.02?hal=2").await.contains("120/PPID"));
    for odd in ["0", "99999999999", "-1", "x", "4294967295"] {
        utama.page(&format!("/kantor/12.18.02?hal={odd}")).await;
    }
}

#[tokio::test]
async fn a_list_is_narrowed_ordered_and_taken_along() {
    let (utama, _) = busy_office().await;
    let page = utama.page("/kantor/12.18.02?keadaan=terlambat").await;
    assert!(page.contains("001/PPID") && !page.contains("002/PPID"), "{page}");
    let page = utama.page("/kantor/12.18.02?urut=nomor&periode=2026-12").await;
    assert!(!page.contains("001/PPID") && page.find("003/PPID").unwrap() < page.find("004/PPID").unwrap());
    let file = utama.look("/kantor/12.18.02/permohonan.csv?keadaan=diputus").await;
    assert!(file.head.contains("text/csv") && file.head.contains("permohonan-12.18.02-2026-12-07.csv"), "{}", file.head);
    let text = file.text();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("\"Kantor Camat Perbaungan\";\"005/PPID/KEC-A/XI/2026\";\"2026-11-23\";\"Dikabulkan\""), "{text}");
    let offices = utama.look("/kantor.csv").await.text();
    assert!(
        offices.contains("\"Kantor Camat Perbaungan\"") && offices.contains(";\"4\";\"1\";\"1\";\"1\";\"1\";\"1\";\"100\";"),
        "{offices}"
    );
    assert!(utama.page("/?keadaan=diam").await.contains("Perbaungan"), "its last contact is two weeks ago");
    assert!(utama.page("/?keadaan=tinjau").await.contains("Tidak ada kantor dengan keadaan ini"));
}

#[tokio::test]
async fn the_share_answered_in_time_counts_letters_and_not_withdrawals() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    for day in ["2026-11-05", "2026-11-23"] {
        let request = desk.register(day);
        desk.grant("2026-11-26", request);
        desk.decide("2026-11-26", request, Command::NoteReceived { on: "2026-11-26".into() });
    }
    let withdrawn = desk.register("2026-11-23");
    desk.decide("2026-11-26", withdrawn, Command::Withdraw { reason: "Surat pemohon".into() });
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let page = utama.page("/").await;
    assert!(page.contains("50%") && page.contains("1 dari 2"), "{page}");
    assert!(page.contains("3 didaftarkan, 2 dijawab, 1 terlambat"), "{page}");
}

#[tokio::test]
async fn one_request_shows_its_dates_and_its_story_and_nobody() {
    let (utama, desk) = busy_office().await;
    let Subject::Request(granted) = desk.entries.last().unwrap().header.subject else { unreachable!() };
    let page = utama.page(&format!("/kantor/12.18.02/permohonan/{granted}")).await;
    for shown in ["005/PPID/KEC-A/XI/2026", "Didaftarkan", "Berkas dinyatakan lengkap", "Dikabulkan seluruhnya", "Meja A"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    for hidden in [APPLICANT, NIK, ADDRESS, "rencana kerja", "Pejabat Rekaan"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    for wrong in ["00000000-0000-0000-0000-000000000000", "x"] {
        assert_eq!(utama.look(&format!("/kantor/12.18.02/permohonan/{wrong}")).await.status, 404);
    }
}

#[tokio::test]
async fn a_day_off_of_the_office_moves_its_deadlines_here_too() {
    let (utama, mut desk) = busy_office().await;
    let before = desk.entries.len();
    let day = serde_json::json!({"kind": "day_off_set", "day": {
        "date": "2026-12-07", "kind": "libur_daerah", "name": "Hari jadi kabupaten", "decree": "100/12/2026"
    }});
    desk.write("2026-12-01", Subject::Office, &serde_json::from_value(day).unwrap());
    utama.pushed(&desk, desk.encoded(before, before + 1)).await;
    let page = utama.page("/kantor/12.18.02").await;
    assert!(page.contains("Selasa, 8 Desember 2026") && !page.contains("hari ini terakhir"), "{page}");
}

#[tokio::test]
async fn every_page_forbids_scripts_frames_and_keeping() {
    let utama = Utama::start().await;
    for path in ["/", "/tidak-ada", "/monitor.css"] {
        let answer = get(utama.address(), path).await;
        for line in ["content-security-policy: default-src 'none'; style-src 'self'", "nosniff", "no-store", "no-referrer"]
            .into_iter()
            .chain([
                "cross-origin-opener-policy: same-origin",
                "cross-origin-resource-policy: same-origin",
                "permissions-policy: camera=()",
            ])
        {
            assert!(answer.head.contains(line), "{path} {line}: {}", answer.head);
        }
    }
    for path in ["/sync/v1/hello", "/sync/v1/tidak-ada"] {
        let answer = get(utama.address(), path).await;
        assert!(answer.head.contains("x-content-type-options: nosniff"), "{path}: {}", answer.head);
    }
}

#[tokio::test]
async fn requests_wait_for_their_office_to_be_known_and_are_then_counted() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::new(1, "12.18.02", "Perbaungan", "A");
    desk.register("2026-11-23");
    let profile = desk.office.profile.clone();
    desk.write("2026-11-23", Subject::Office, &Change::Office(OfficeChange::OfficeEstablished { profile }));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.encoded(0, 2)).await;
    assert!(utama.page("/kantor/12.18.02").await.contains("belum dapat dihitung"));
    utama.pushed(&desk, desk.encoded(2, 3)).await;
    assert!(utama.page("/kantor/12.18.02").await.contains("Senin, 7 Desember 2026"));
}

#[tokio::test]
async fn a_desk_with_a_new_key_stands_once_and_the_old_key_says_since_when_it_is_over() {
    let mut utama = Utama::start().await;
    let mut old = Desk::perbaungan();
    let mut new = Desk::new(2, "12.18.02", "Perbaungan", "A");
    utama.enrol(&mut old).await;
    utama.enrol(&mut new).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let page = admin.get(&utama, "/meja").await.text();
    assert!(page.contains("digantikan kunci baru") && !page.contains("dicabut"), "{page}");
    assert_eq!(page.matches("<summary").count(), 1, "only the one in use can be turned away");
    let revoke = format!("/kantor/12.18.02/meja/{}/cabut", new.origin.0);
    admin.post(&utama, &revoke, &[]).await;
    let page = admin.get(&utama, "/meja").await.text();
    assert!(page.contains("dicabut") && !page.contains("digantikan kunci baru"), "{page}");
}

#[rstest]
#[tokio::test]
async fn what_is_late_in_the_whole_regency_stands_in_one_list_and_the_tiles_lead_there(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let mut utama = match kind {
        Kind::Sqlite => Utama::start().await,
        Kind::Postgres => Utama::on(kind.database().0).await,
    };
    let (mut near, mut far) = (Desk::perbaungan(), Desk::new(3, "12.18.04", "Sei Rampah", "A"));
    far.establish();
    near.register("2026-11-23");
    far.register("2026-11-02");
    let decided = far.register("2026-11-16");
    far.grant("2026-11-20", decided);
    for desk in [&mut near, &mut far] {
        utama.enrol(desk).await;
        utama.pushed(desk, desk.everything()).await;
    }
    utama.set("2026-11-24", 9);
    let overview = utama.page("/").await;
    assert!(overview.contains("<a href=\"/permohonan?keadaan=terlambat\">1</a>"), "{overview}");
    let all = utama.page("/permohonan").await;
    let (late, later) =
        (all.find("Kantor Camat Sei Rampah</a></td>").unwrap(), all.find("Kantor Camat Perbaungan</a></td>").unwrap());
    assert!(late < later && all.contains("2 permohonan"), "the least time left first: {all}");
    let late = utama.page("/permohonan?keadaan=terlambat").await;
    assert!(late.contains("1 permohonan") && late.contains("/kantor/12.18.04/permohonan/"), "{late}");
    assert!(utama.page("/permohonan?keadaan=terlambat&kantor=12.18.02").await.contains("Tidak ada permohonan"));
    let sought = utama.page("/permohonan?cari=002%2Fppid").await;
    assert!(sought.contains("1 permohonan") && sought.contains("diputus 20 November 2026"), "also what was decided: {sought}");
    let file = utama.look("/permohonan.csv").await;
    assert!(
        file.text().starts_with("\u{feff}\"Kode kantor\";\"Kantor\";") && file.text().lines().count() == 3,
        "{}",
        file.text()
    );
    let mut elsewhere = Browser::signed_in(&utama, "awas", "auditor", &["12.18.02"]).await;
    for path in ["/permohonan", "/permohonan?cari=ppid", "/permohonan.csv"] {
        assert!(!elsewhere.get(&utama, path).await.text().contains("Sei Rampah"), "{path}: only within reach");
    }
}

#[rstest]
#[tokio::test]
async fn what_must_be_reviewed_is_named_with_its_request_and_its_desk(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let mut utama = match kind {
        Kind::Sqlite => Utama::start().await,
        Kind::Postgres => Utama::on(kind.database().0).await,
    };
    let office = Scripted::sent(&mut utama).await;
    let page = utama.page("/kantor/12.18.02").await;
    let review = page.split_once("id=\"tinjau\"").unwrap().1.split("</section>").next().unwrap();
    assert!(review.contains(&format!("/kantor/12.18.02/permohonan/{}", office.granted)), "which request: {review}");
    assert!(review.contains("002/PPID/KEC-A/XI/2026") && review.contains("Meja B, catatan ke-1"), "which desk: {review}");
    assert!(review.contains("Dikabulkan"), "what it says: {review}");
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    for _ in 0..120 {
        desk.register("2026-11-23");
    }
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let page = utama.page("/kantor/12.18.02?hal=99").await;
    assert!(
        page.contains("Halaman 2 dari 2")
            && page.contains("120/PPID")
            && page.contains("?hal=1\"") | page.contains("/kantor/12.18.02\"")
    );
}

#[tokio::test]
async fn what_is_narrowed_above_is_narrowed_below() {
    let (utama, _) = busy_office().await;
    let page = utama.page("/?keadaan=tinjau").await;
    assert!(!page.contains("didaftarkan,"), "no months of offices that are not shown: {page}");
    let page = utama.page("/?periode=2026-10").await;
    assert!(page.contains("Dijawab, Oktober 2026</dt><dd>0</dd>"), "{page}");
}
