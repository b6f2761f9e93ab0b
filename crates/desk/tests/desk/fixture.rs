//! An invented office in a folder of its own.

use chrono::NaiveDate;
use loket_desk::{Desk, FirstStart, Folder, GrantInput, Moment, OfficialInput, RequestDraft, system_dice};
use tempfile::TempDir;

pub(crate) const PASSWORD: &str = "sandi rekaan 1";

/// 23 November 2026 at this hour and minute.
pub(crate) fn at(hour: u32, minute: u32) -> Moment {
    on("2026-11-23", hour, minute)
}

pub(crate) fn on(day: &str, hour: u32, minute: u32) -> Moment {
    let local = day.parse::<NaiveDate>().unwrap().and_hms_opt(hour, minute, 0).unwrap();
    Moment { millis: local.and_utc().timestamp_millis().cast_unsigned(), local }
}

pub(crate) fn first_start() -> FirstStart {
    let official = |name: &str, position: &str, role: &str| OfficialInput {
        name: name.into(),
        nip: "199001012015031001".into(),
        rank: "Penata Tingkat I (III/d)".into(),
        position: position.into(),
        role: role.into(),
        capacity: "definitive".into(),
    };
    FirstStart {
        office_code: "12.18.02".into(),
        kecamatan: "Perbaungan".into(),
        abbreviation: "PBG".into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_office: "KECAMATAN PERBAUNGAN".into(),
        letterhead_lines: vec!["Jalan Contoh Nomor 1, Perbaungan 20986".into()],
        emblem: String::new(),
        place: "Perbaungan".into(),
        paper: "f4".into(),
        work_week: "mon_fri".into(),
        clock_start: "complete".into(),
        collective_leave_is_workday: false,
        number_pattern: "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}".into(),
        first_number: 7,
        desk_code: "A".into(),
        officials: vec![
            official("Sekcam Rekaan, S.Sos.", "Sekretaris Kecamatan", "ppid_unit"),
            official("Camat Rekaan, M.Si.", "Camat Perbaungan", "ppid_superior"),
        ],
        login: "petugas".into(),
        account_name: "Petugas Rekaan".into(),
        account_role: "desk_officer".into(),
        password: PASSWORD.into(),
        password_again: PASSWORD.into(),
    }
}

/// A desk after its first start, and its folder.
pub(crate) fn perbaungan() -> (TempDir, Folder, Desk, String) {
    let dir = TempDir::new().unwrap();
    let folder = Folder::at(dir.path().join("loket"));
    let (desk, card) = folder.begin(&first_start(), at(8, 0), system_dice()).unwrap();
    (dir, folder, desk, card)
}

pub(crate) fn form(name: &str, information: &str) -> RequestDraft {
    RequestDraft {
        received_date: "2026-11-23".into(),
        received_time: "08.05".into(),
        name: name.into(),
        identity_number: "1218010101900003".into(),
        address: "Jalan Contoh 1".into(),
        phone: "0812-0000-0000".into(),
        information: information.into(),
        purpose: "Penelitian".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

pub(crate) fn grant(signed_by: &str) -> GrantInput {
    GrantInput {
        letter_number: "000.8.3/41/2026".into(),
        letter_date: "2026-11-23".into(),
        signed_by: signed_by.into(),
        softcopy: true,
        hardcopy: true,
        sheets: 12,
        price_per_sheet: 250,
        delivery_cost: 0,
        other_cost: 0,
        ready_in_days: 1,
        means: "Diambil langsung di meja layanan".into(),
        cc: vec!["PPID Utama Kabupaten Serdang Bedagai".into()],
    }
}
