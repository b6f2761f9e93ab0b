//! Two desks of one office and a real server, without windows.

use loket_desk::sync::{Client, Joining, SyncState, enrol, round};
use loket_desk::views::RequestQuery;
use loket_desk::{Desk, FirstStart, Folder, Moment, RequestDraft, system_dice};
use loket_tests::Utama;
use serde_json::json;
use std::path::Path;
use std::sync::Mutex;
use tempfile::TempDir;

pub(crate) fn at(minute: u32) -> Moment {
    let local = format!("2026-11-23T09:{minute:02}:00").parse().unwrap();
    Moment { millis: 1_795_395_600_000 + u64::from(minute) * 60_000, local }
}

pub(crate) fn open(folder: &Path, code: &str, pattern: &str, person: &str) -> Desk {
    let first: FirstStart = serde_json::from_value(json!({
        "office_code": "12.18.02", "kecamatan": "Perbaungan", "abbreviation": "PBG", "regency": "KABUPATEN SERDANG BEDAGAI",
        "letterhead_government": "PEMERINTAH KABUPATEN SERDANG BEDAGAI", "letterhead_office": "KECAMATAN PERBAUNGAN",
        "letterhead_lines": ["Jalan Contoh 1"], "emblem": "", "place": "Perbaungan", "paper": "f4", "work_week": "mon_fri",
        "clock_start": "complete", "collective_leave_is_workday": false, "number_pattern": pattern, "first_number": 1,
        "desk_code": code, "officials": [{"name": "Rahmat Rekaan", "nip": "", "rank": "", "position": "Sekretaris Kecamatan",
        "role": "ppid_unit", "capacity": "definitive"}], "login": "petugas", "account_name": person,
        "account_role": "desk_officer", "password": "sandi rekaan", "password_again": "sandi rekaan"
    }))
    .unwrap();
    Folder::at(folder.join(code)).begin(&first, at(0), system_dice()).unwrap().0
}

pub(crate) fn form(name: &str) -> RequestDraft {
    RequestDraft {
        received_date: "2026-11-23".into(),
        received_time: "08.30".into(),
        name: name.into(),
        identity_number: "1218010101900003".into(),
        address: "Jalan Contoh".into(),
        phone: "0812-0000-0000".into(),
        information: "Data contoh".into(),
        purpose: "Uji".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

#[tokio::test]
async fn two_desks_of_one_office_end_with_the_same_register_and_their_own_numbers() {
    let (dir, utama) = (TempDir::new().unwrap(), Utama::start().await);
    let url = format!("http://{}", utama.address());
    let client = Client::new().unwrap();
    let mut desks = Vec::new();
    for (code, pattern, person) in [
        ("A", "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}", "Sari Misal"),
        ("B", "{nomor}/PPID/KEC-PBG.{meja}/{bulan}/{tahun}", "Budi Misal"),
    ] {
        let mut desk = open(dir.path(), code, pattern, person);
        desk.register_request(form(&format!("Warga {code}")), at(5)).unwrap();
        let desk = Mutex::new(Some(desk));
        enrol(&desk, &client, &Joining::new(&url, &utama.code("12.18.02", code).await, "sandi rekaan"), at(6)).await.unwrap();
        desks.push((desk, person));
    }
    for minute in [7, 8] {
        for (desk, _) in &desks {
            round(desk, &client, || at(minute)).await.unwrap();
        }
    }
    for (desk, person) in desks {
        let mut desk = desk.into_inner().unwrap().unwrap();
        let all = RequestQuery { limit: 50, ..RequestQuery::default() };
        let rows = desk.requests(&all, at(9)).unwrap().rows;
        let mut numbers: Vec<_> = rows.into_iter().map(|row| row.number).collect();
        numbers.sort();
        assert_eq!(numbers, ["001/PPID/KEC-PBG.B/XI/2026", "001/PPID/KEC-PBG/XI/2026"]);
        let session = desk.session(at(9)).unwrap();
        assert_eq!(session.person, person, "the same login is another person at the other desk");
        assert_eq!(session.sync.state, SyncState::Synced, "{}", session.sync.text);
        desk.verify().unwrap();
    }
}
