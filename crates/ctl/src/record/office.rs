//! The invented office: Kantor Camat Tebing Syahbandar, its people, and what citizens ask of it.

use loket_desk::{FirstStart, OfficialInput, RequestDraft};
use serde_json::{Value, json};

pub(super) const CODE: &str = "12.18.16";
pub(super) const DESK: &str = "A";
/// Of the program on its desk.
pub(super) const VERSION: &str = "0.1.0";
pub(super) const LOGIN: &str = "siti";
pub(super) const PASSWORD: &str = "sandi rekaan siti";
pub(super) const SITI: &str = "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.";
pub(super) const DEWI: &str = "Dewi Kartika Sari Lubis, S.STP., M.Si.";
/// A name longer than any line, as offices have them.
pub(super) const SOCIETY: &str = "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai";

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

/// The first start of its only desk; it goes on with a paper book at number 97.
pub(super) fn first_start() -> FirstStart {
    FirstStart {
        office_code: CODE.into(),
        kecamatan: "Tebing Syahbandar".into(),
        abbreviation: "TBS".into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_office: "KECAMATAN TEBING SYAHBANDAR".into(),
        letterhead_lines: vec![
            "Jalan Besar Paya Pasir Nomor 12, Kode Pos 20998".into(),
            "Telepon (0621) 000000 · kec.tebingsyahbandar@contoh.go.id".into(),
        ],
        emblem: String::new(),
        place: "Tebing Syahbandar".into(),
        contact_phone: String::new(),
        contact_whatsapp: String::new(),
        contact_email: String::new(),
        paper: "f4".into(),
        work_week: "mon_fri".into(),
        clock_start: "complete".into(),
        collective_leave_is_workday: false,
        number_pattern: "{nomor}/PPID/KEC-TBS/{bulan}/{tahun}".into(),
        first_number: 97,
        desk_code: DESK.into(),
        replaces: false,
        officials: vec![
            official(
                "Drs. H. Muhammad Yusuf Hasibuan, M.A.P.",
                "197103141992031004",
                "Pembina Tingkat I (IV/b)",
                "Camat Tebing Syahbandar",
                "ppid_superior",
            ),
            official(DEWI, "198405222003122001", "Pembina (IV/a)", "Sekretaris Kecamatan", "ppid_unit"),
            official(
                "Ir. H. Ahmad Fauzi Siregar, M.T.",
                "197001011996031002",
                "Pembina Utama Muda (IV/c)",
                "Kepala Dinas Komunikasi dan Informatika",
                "ppid_main",
            ),
        ],
        login: LOGIN.into(),
        account_name: SITI.into(),
        account_role: "desk_officer".into(),
        password: PASSWORD.into(),
        password_again: PASSWORD.into(),
    }
}

/// What a citizen fills in, received on this day at 10.05.
pub(super) fn form(received: &str, name: &str, information: &str) -> RequestDraft {
    RequestDraft {
        received_date: received.into(),
        received_time: "10.05".into(),
        name: name.into(),
        identity_number: "1218160101900003".into(),
        address: "Dusun III, Desa Paya Pasir, Kecamatan Tebing Syahbandar".into(),
        occupation: "Wiraswasta".into(),
        phone: "0812-0000-0000".into(),
        information: information.into(),
        purpose: "Bahan usulan musyawarah desa".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

/// What the society fills in; it asks for much.
pub(super) fn society(received: &str) -> RequestDraft {
    RequestDraft {
        category: "legal_entity".into(),
        identity_kind: "legal_entity_decree".into(),
        identity_number: "AHU-0001234.AH.01.07.TAHUN 2019".into(),
        address: "Jalan Negara Nomor 45, Dusun III, Desa Firdaus, Kecamatan Sei Rampah, Kabupaten Serdang Bedagai".into(),
        occupation: String::new(),
        email: "sekretariat@contoh.org".into(),
        purpose: "Bahan kajian keterbukaan anggaran desa".into(),
        documents: vec![],
        ..form(
            received,
            SOCIETY,
            "Rincian penggunaan Dana Desa tahun anggaran 2025 untuk Desa Paya Pasir, termasuk laporan realisasi tiap tahap dan \
             foto pekerjaan.\nBila ada, juga berita acara musyawarah desa.",
        )
    }
}

/// The boxes of a grant.
pub(super) fn grant(letter: &str) -> Value {
    json!({
        "letter_number": letter, "cc": ["PPID Utama Kabupaten Serdang Bedagai"], "hardcopy": true, "sheets": 25,
        "price_per_sheet": 1000, "ready_in_days": 1, "means": "Diambil langsung di kantor"
    })
}

/// The boxes of an exemption that somebody decreed before; `decree` is the digest of the scan of that decree.
pub(super) fn exempt(letter: &str, decree: &str) -> Value {
    json!({
        "letter_number": letter, "grounds": ["a"], "expires": "2028-12-31",
        "consequence": "Saksi dapat dipengaruhi dan bukti dihilangkan selama sengketa batas diselidiki.", "basis": "decree",
        "decree_number": "188.45/7/2026", "decree_date": "2026-01-12", "decree_scan": decree
    })
}

/// Both, one over the other.
pub(super) fn both(mut one: Value, other: &Value) -> Value {
    if let (Some(one), Some(other)) = (one.as_object_mut(), other.as_object()) {
        one.extend(other.clone());
    }
    one
}
