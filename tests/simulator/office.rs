//! Invented offices, made once: every run begins with a copy of their folders.

use chrono::{DateTime, NaiveDateTime};
use loket_desk::{Dice, FirstStart, Folder, Moment};
use loket_tests::{Chance, weaken_lock};
use serde_json::json;
use std::path::Path;
use std::sync::OnceLock;

use crate::disk::Files;

pub(crate) const LOGIN: &str = "petugas";
pub(crate) const PASSWORD: &str = "kebun teh pagi";
/// 23 November 2026, nine in the morning in western Indonesia, in milliseconds since 1970.
pub(crate) const START: u64 = 1_795_399_200_000;
const WIB: u64 = 7 * 60 * 60 * 1000;

/// The offices, each with its desks.
pub(crate) const OFFICES: [(&str, &str); 3] = [("12.18.02", "PBG"), ("12.18.01", "PCR"), ("12.18.16", "TSB")];
pub(crate) const DESKS: [&str; 2] = ["A", "B"];

/// The moment a clock shows that runs `drift` milliseconds ahead.
pub(crate) fn moment(now: u64, drift: i64) -> Moment {
    let millis = now.saturating_add_signed(drift);
    let wall = DateTime::from_timestamp_millis(i64::try_from(millis + WIB).unwrap()).unwrap();
    Moment { millis, local: NaiveDateTime::new(wall.date_naive(), wall.time()) }
}

pub(crate) fn dice(mut chance: Chance) -> Dice {
    Box::new(move |buffer| {
        chance.fill(buffer);
        Ok(())
    })
}

/// A desk after its first start.
pub(crate) struct Prepared {
    pub(crate) files: Files,
    /// Opens its database.
    pub(crate) key: [u8; 32],
}

/// The desk `code` of office number `office`.
pub(crate) fn prepared(office: usize, desk: usize) -> &'static Prepared {
    static ALL: OnceLock<Vec<Prepared>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let each = OFFICES.iter().enumerate().flat_map(|(office, _)| (0..DESKS.len()).map(move |desk| (office, desk)));
        each.map(|(office, desk)| prepare(office, desk)).collect()
    });
    &all[office * DESKS.len() + desk]
}

fn prepare(office: usize, desk: usize) -> Prepared {
    let ((code, short), desk_code) = (OFFICES[office], DESKS[desk]);
    let first: FirstStart = serde_json::from_value(json!({
        "office_code": code, "kecamatan": format!("Rekaan {short}"), "abbreviation": short, "regency": "KABUPATEN REKAAN",
        "letterhead_government": "PEMERINTAH KABUPATEN REKAAN", "letterhead_office": "KECAMATAN REKAAN",
        "letterhead_lines": ["Jalan Contoh 1"], "emblem": "", "place": "Rekaan", "paper": "f4", "work_week": "mon_fri",
        "clock_start": "complete", "collective_leave_is_workday": false,
        "number_pattern": "{nomor}/PPID/KEC.{meja}/{bulan}/{tahun}", "first_number": 1, "desk_code": desk_code,
        "officials": [{"name": "Rahmat Rekaan", "nip": "", "rank": "", "position": "Sekretaris Kecamatan",
        "role": "ppid_unit", "capacity": "definitive"}], "login": LOGIN, "account_name": format!("Petugas {desk_code}"),
        "account_role": "desk_officer", "password": PASSWORD, "password_again": PASSWORD
    }))
    .unwrap();
    let folder = home();
    let chance = Chance::new(1 + (office * DESKS.len() + desk) as u64);
    drop(Folder::at(folder.path()).begin(&first, moment(START, 0), dice(chance)).unwrap());
    let key = weaken_lock(folder.path(), PASSWORD);
    Prepared { files: Files::of(folder.path()), key }
}

/// A folder in memory where the machine has one.
pub(crate) fn home() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::TempDir::new_in(memory) } else { tempfile::TempDir::new() };
    made.unwrap()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
