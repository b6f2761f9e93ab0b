//! An invented office and invented people for the demonstration.

use loket_desk::views::Filled;
use loket_desk::{FirstStart, OfficialInput, RequestDraft};
use serde_json::json;

pub(crate) const LOGIN: &str = "sari";
pub(crate) const PASSWORD: &str = "contoh sandi demo";
pub(crate) const OFFICE: &str = "12.18.02";
pub(crate) const DESK: &str = "A";

fn official(name: &str, nip: &str, rank: &str, position: &str, role: &str) -> OfficialInput {
    OfficialInput {
        name: name.into(),
        nip: nip.into(),
        rank: rank.into(),
        position: position.into(),
        role: role.into(),
        capacity: "definitive".into(),
        ..OfficialInput::default()
    }
}

/// Kantor Camat Perbaungan with invented officials; it continues a paper book at number 7.
pub(crate) fn first_start() -> FirstStart {
    FirstStart {
        office_code: OFFICE.into(),
        kecamatan: "Perbaungan".into(),
        abbreviation: "PBG".into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_office: "KECAMATAN PERBAUNGAN".into(),
        letterhead_lines: vec![
            "Jalan Contoh Nomor 1, Perbaungan 20986".into(),
            "Telepon (0621) 000000 · kecamatan.perbaungan@contoh.go.id".into(),
        ],
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
        desk_code: DESK.into(),
        replaces: false,
        officials: vec![
            official(
                "Rahmat Rekaan, S.Sos.",
                "198001012005011001",
                "Penata Tingkat I (III/d)",
                "Sekretaris Kecamatan",
                "ppid_unit",
            ),
            official("Dewi Contoh, S.STP., M.Si.", "197802022000032002", "Pembina (IV/a)", "Camat Perbaungan", "ppid_superior"),
            official("Sari Misal", "", "", "Petugas Meja Layanan", "desk_officer"),
        ],
        login: LOGIN.into(),
        account_name: "Sari Misal".into(),
        account_role: "desk_officer".into(),
        password: PASSWORD.into(),
        password_again: PASSWORD.into(),
    }
}

/// A request received on this civil date at 10.05.
pub(crate) fn form(received: &str, name: &str, information: &str) -> RequestDraft {
    RequestDraft {
        received_date: received.into(),
        received_time: "10.05".into(),
        name: name.into(),
        identity_number: "1218010101900003".into(),
        address: "Dusun Contoh II, Desa Misal, Kecamatan Perbaungan".into(),
        occupation: "Wiraswasta".into(),
        phone: "0812-0000-0000".into(),
        email: "pemohon@contoh.id".into(),
        information: information.into(),
        purpose: "Bahan penyusunan usulan musyawarah desa".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

/// The boxes of a grant that an officer fills.
pub(crate) fn grant() -> Filled {
    filled(json!({
        "letter_number": "000.8.3/41/2026", "cc": ["PPID Utama Kabupaten Serdang Bedagai"],
        "softcopy": true, "hardcopy": true, "sheets": 24, "price_per_sheet": 250, "ready_in_days": 1,
        "means": "Softcopy melalui e-mail; hardcopy diambil di meja layanan"
    }))
}

/// The name and the bytes of a scan of the decree that the refusal cites.
pub(crate) const DECREE: (&str, &[u8]) = ("SK klasifikasi 188.45-12-2026.pdf", b"%PDF-1.7\n% Pindaian rekaan.\n%%EOF\n");

/// The boxes of a refusal that an officer fills; `decree` is the digest of the scan of the decree.
pub(crate) fn refusal(decree: &str) -> Filled {
    filled(json!({
        "letter_number": "000.8.3/42/2026", "cc": ["PPID Utama Kabupaten Serdang Bedagai"], "grounds": ["h"],
        "consequence": "Daftar itu memuat riwayat kesehatan dan keadaan keuangan keluarga. Membukanya mengungkap rahasia \
                        pribadi penerima bantuan dan dapat menimbulkan perlakuan yang merugikan mereka.",
        "term": "Pasal 4 ayat (2) Undang-Undang Nomor 27 Tahun 2022",
        "basis": "decree", "decree_number": "188.45/12/2026", "decree_date": "2026-01-12", "decree_scan": decree
    }))
}

fn filled(boxes: serde_json::Value) -> Filled {
    serde_json::from_value(boxes).unwrap_or_default()
}
