//! An invented office in a folder of its own.

use chrono::NaiveDate;
use loket_desk::views::{Done, Filled, ListKind, ListQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, FirstStart, Folder, Moment, OfficialInput, RequestDraft, system_dice};
use tempfile::TempDir;

pub(crate) const PASSWORD: &str = "sandi rekaan 1";
/// Of a colleague.
pub(crate) const PETUGAS: &str = "kebun teh pagi";
/// What somebody chooses anew, and again.
pub(crate) const NEW: (&str, &str) = ("sungai di hulu", "sungai di hulu");

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
        ..OfficialInput::default()
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
        contact_phone: String::new(),
        contact_whatsapp: String::new(),
        contact_email: String::new(),
        paper: "f4".into(),
        work_week: "mon_fri".into(),
        clock_start: "complete".into(),
        collective_leave_is_workday: false,
        number_pattern: "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}".into(),
        first_number: 7,
        desk_code: "A".into(),
        replaces: false,
        officials: vec![
            official("Sekcam Rekaan, S.Sos.", "Sekretaris Kecamatan", "ppid_unit"),
            official("Camat Rekaan, M.Si.", "Camat Perbaungan", "ppid_superior"),
            official("Kepala Dinas Rekaan, M.T.", "Kepala Dinas Komunikasi dan Informatika", "ppid_main"),
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

/// Boxes of a form as the window sends them.
pub(crate) fn boxes(json: serde_json::Value) -> Filled {
    serde_json::from_value(json).unwrap()
}

/// Fills the form of an action over what it offers, where it has one, and takes it.
pub(crate) fn take(
    desk: &mut Desk,
    subject: (SubjectKind, &str),
    action: &str,
    over: serde_json::Value,
    moment: Moment,
) -> Result<Done, DeskError> {
    let subject = SubjectRef::new(subject.0, subject.1);
    let mut form = desk.action_form(&subject, action, moment).map(|form| form.filled()).unwrap_or_default();
    form.extend(boxes(over));
    desk.act(&subject, action, &form, moment)
}

/// The identity of the account with this login.
pub(crate) fn account(desk: &Desk, login: &str) -> String {
    let query = ListQuery { list: ListKind::Accounts, words: String::new(), filter: None, offset: 0, limit: 9 };
    let page = desk.list(&query, at(9, 0)).unwrap();
    page.rows.into_iter().find(|row| row.cells[0] == login).unwrap().subject.id
}

/// An office with an admin (`petugas`) and somebody who serves the counter (`petugas2`); nobody is signed in.
pub(crate) fn two_accounts() -> (TempDir, Folder, String) {
    let (dir, folder, mut desk, card) = perbaungan();
    let own = account(&desk, "petugas");
    take(&mut desk, (SubjectKind::Account, &own), "revise", serde_json::json!({"also": ["admin"]}), at(9, 0)).unwrap();
    let opened = serde_json::json!({
        "login": "petugas2", "name": "Petugas Dua", "role": "desk_officer", "password": PETUGAS, "password_again": PETUGAS,
        "own_password": PASSWORD
    });
    take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(9, 1)).unwrap();
    (dir, folder, card)
}

/// What an officer fills in to grant a request.
pub(crate) fn grant() -> serde_json::Value {
    serde_json::json!({
        "letter_number": "000.8.3/41/2026", "sheets": 12, "price_per_sheet": 250, "ready_in_days": 1,
        "means": "Diambil langsung di meja layanan", "cc": ["PPID Utama Kabupaten Serdang Bedagai"]
    })
}

/// The words of a PDF, read back.
pub(crate) fn words_of(pdf: &[u8]) -> String {
    use std::io::Write;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = std::process::Command::new("pdftotext").args(["-layout"]).arg(file.path()).arg("-").output().unwrap();
    let words = String::from_utf8(read.stdout).unwrap();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
