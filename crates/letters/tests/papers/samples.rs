//! Papers with invented people, for tests, the gallery and the speed measurement.
#![allow(dead_code, clippy::unwrap_used)]

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime};
use loket_domain::grounds::Ground;
use loket_domain::office::{Capacity, Official, Role};
use loket_domain::request::{
    AccessMode, Applicant, Basis, Category, Channel, CopyFormat, DeliveryMode, Document, Fees, IdentityKind, Refusal,
    Registration, Representative,
};
use loket_letters::*;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const NUMBER: &str = "007/PPID/KEC-PBG/XI/2026";
const CHECK: &str = "7K3F-Q2";

/// A shield of flat colours, drawn here so that no real emblem is needed.
pub(crate) fn emblem() -> Vec<u8> {
    static DRAWN: LazyLock<Vec<u8>> = LazyLock::new(draw_emblem);
    DRAWN.clone()
}

fn draw_emblem() -> Vec<u8> {
    let (width, height) = (400_u32, 480_u32);
    let mut picture = image::RgbaImage::new(width, height);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (fx, fy) = (f64::from(x) / 400.0 - 0.5, f64::from(y) / 480.0);
        let half = if fy < 0.55 { 0.46 } else { 0.46 * (1.0 - (fy - 0.55) / 0.45).sqrt() };
        if fx.abs() < half {
            let edge = fx.abs() > half - 0.03 || fy < 0.03;
            let star = (fx * fx + (fy - 0.3).powi(2)).sqrt() < 0.13;
            let field = fy > 0.62;
            pixel.0 = match (edge, star, field) {
                (true, ..) => [20, 40, 30, 255],
                (_, true, _) => [250, 205, 40, 255],
                (_, _, true) => [245, 245, 235, 255],
                _ => [20, 120, 70, 255],
            };
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub(crate) fn letterhead() -> Letterhead {
    Letterhead {
        emblem: Some(emblem()),
        government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        office: "KECAMATAN PERBAUNGAN".into(),
        contact_lines: vec![
            "Jalan Contoh Raya Nomor 45, Perbaungan, Kode Pos 20986".into(),
            "Telepon (0621) 000000   E-mail: ppid.perbaungan@contoh.example".into(),
        ],
    }
}

pub(crate) fn applicant() -> Applicant {
    Applicant {
        name: "Rahmawati Boru Simanjorang".into(),
        category: Category::Individual,
        identity_kind: IdentityKind::Nik,
        identity_number: "1218014507920003".into(),
        address: "Dusun II Melati, Desa Citaman Jernih, Kecamatan Perbaungan".into(),
        occupation: Some("Pedagang".into()),
        phone: Some("0812-0000-1234".into()),
        email: Some("rahmawati@contoh.example".into()),
        representative: None,
    }
}

/// 80 characters, one of them an apostrophe.
pub(crate) const LONG_NAME: &str = "Raden Ayu Siti Nur'aini Kusumawardhani Prawiranegara Tambunan Boru Hutagalungsari";

/// Applicant and representative both with the longest of names.
pub(crate) fn represented() -> Applicant {
    Applicant {
        name: LONG_NAME.into(),
        representative: Some(Representative {
            name: "Raden Mas Abdurrahman Wiryodiningrat Kartasasmita Hasibuan Situmorang Simanungkalit".into(),
            address: "Jalan Lintas Sumatera Kilometer 37 Gang Mesjid Nomor 12 B, Lingkungan IV, Kelurahan Simpang Tiga Pekan, Kecamatan Perbaungan, Kabupaten Serdang Bedagai 20986".into(),
            phone: Some("0813-0000-9876".into()),
        }),
        ..applicant()
    }
}

fn legal_entity() -> Applicant {
    Applicant {
        name: "Perkumpulan Warga Peduli Anggaran Contoh".into(),
        category: Category::LegalEntity,
        identity_kind: IdentityKind::LegalEntityDecree,
        identity_number: "AHU-0000123.AH.01.07.TAHUN 2024".into(),
        occupation: None,
        ..applicant()
    }
}

pub(crate) fn registration() -> Registration {
    Registration {
        channel: Channel::Counter,
        received_on: day(2026, 11, 23),
        received_at: NaiveTime::from_hms_opt(10, 5, 0).unwrap(),
        applicant: applicant(),
        information: INFORMATION.into(),
        purpose: PURPOSE.into(),
        access_mode: AccessMode::Copy,
        copy_format: Some(CopyFormat::Hardcopy),
        delivery_mode: Some(DeliveryMode::PickUp),
        documents: vec![],
        notes: Some("Salinan KTP menyusul.".into()),
    }
}

/// The sample registration by somebody else.
pub(crate) fn by(applicant: Applicant) -> Registration {
    Registration { applicant, ..registration() }
}

const INFORMATION: &str = "Salinan rincian penggunaan Dana Desa Citaman Jernih tahun anggaran 2025 beserta dokumen pertanggungjawabannya, dan daftar penerima bantuan langsung tunai tahap I sampai dengan tahap IV.";
const PURPOSE: &str = "Bahan musyawarah warga dusun tentang pembangunan jalan usaha tani.";

pub(crate) fn request_form() -> RequestForm {
    RequestForm {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        place: "Perbaungan".into(),
        date: day(2026, 11, 23),
        officer: "Dewi Lestari Nasution".into(),
        rights_page: true,
        fee_decree: None,
        mark: PaperMark::Original,
    }
}

pub(crate) fn receipt() -> Receipt {
    Receipt {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        completeness_due: CompletenessDue::On(day(2026, 11, 26)),
        answer_due: AnswerDue::AfterCompleteness,
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        contact: Some("(0621) 000000 atau ppid.perbaungan@contoh.example".into()),
        mark: PaperMark::Original,
    }
}

pub(crate) fn signatory() -> Official {
    Official {
        id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        role: Role::PpidUnit,
        capacity: Capacity::OnBehalf,
        position: "Camat Perbaungan, Sekretaris Kecamatan selaku PPID Pelaksana".into(),
        name: "Drs. Hotman Parulian Situngkir, M.Si.".into(),
        rank: Some("Pembina (IV/a)".into()),
        nip: Some("197001011995031001".into()),
    }
}

pub(crate) fn granted() -> Granted {
    Granted {
        softcopy: false,
        hardcopy: true,
        fees: Fees { price_per_sheet: 250, sheets: 48, delivery: 0, other: 13_000 },
        ready_in_days: 3,
        means: "Diambil langsung di loket pada jam pelayanan".into(),
        redaction: Some("Nomor induk kependudukan dan nomor rekening penerima bantuan dihitamkan.".into()),
    }
}

pub(crate) fn written_notice() -> WrittenNotice {
    WrittenNotice {
        letter_no: "000.8.3/112/KEC-PBG/XII/2026".into(),
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        outcome: Outcome::Granted(granted()),
        place: "Perbaungan".into(),
        date: day(2026, 12, 4),
        signatory: signatory(),
        copies_to: vec!["PPID Utama Kabupaten Serdang Bedagai".into()],
        mark: PaperMark::Original,
    }
}

pub(crate) fn refusal() -> Refusal {
    Refusal {
        letter_number: String::new(),
        letter_date: day(2026, 12, 4),
        signed_by: signatory().id,
        grounds: [Ground::J, Ground::H].into(),
        other_law: Some(("Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi".into(), "4 ayat (2)".into())),
        consequence: "terungkapnya riwayat kesehatan dan data keluarga warga, yang dapat dipakai untuk penipuan dan menimbulkan diskriminasi terhadap penerima bantuan.".into(),
        basis: Basis::Classification { number: "188.4/021/PPID/2026".into(), date: day(2026, 3, 16) },
        expires: None,
        cc: vec!["Bupati Serdang Bedagai selaku Atasan PPID".into(), "PPID Utama Kabupaten Serdang Bedagai".into()],
    }
}

pub(crate) fn refusal_decision(refusal: Refusal) -> RefusalDecision {
    let information = "Salinan kartu keluarga dan riwayat kesehatan seluruh penerima bantuan langsung tunai Desa Citaman Jernih.";
    RefusalDecision {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: Registration { information: information.into(), ..registration() },
        refusal,
        place: "Perbaungan".into(),
        signatory: signatory(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn recovery_card() -> RecoveryCard {
    RecoveryCard {
        desk_code: "PBG-01".into(),
        date: day(2026, 11, 2),
        recovery_code: "K7Q2-9XMD-4HTB-W3RF-8JNC-Y5GE-2PVA-6ZKT".into(),
        mark: PaperMark::Original,
    }
}

/// Every paper with a file name, in every outcome.
pub(crate) fn all() -> Vec<(&'static str, Box<dyn Paper>)> {
    let notice = |outcome| WrittenNotice { outcome, ..written_notice() };
    vec![
        ("request-form", Box::new(request_form())),
        (
            "request-form-entity",
            Box::new(RequestForm {
                registration: Registration {
                    access_mode: AccessMode::View,
                    copy_format: None,
                    delivery_mode: None,
                    ..by(legal_entity())
                },
                rights_page: false,
                officer: String::new(),
                mark: PaperMark::Copy,
                ..request_form()
            }),
        ),
        (
            "request-form-represented",
            Box::new(RequestForm { registration: by(represented()), officer: LONG_NAME.into(), ..request_form() }),
        ),
        ("receipt", Box::new(receipt())),
        (
            "receipt-complete",
            Box::new(Receipt {
                registration: Registration { documents: vec![Document::Identity], notes: None, ..registration() },
                completeness_due: CompletenessDue::Complete,
                answer_due: AnswerDue::On(day(2026, 12, 7)),
                mark: PaperMark::Copy,
                ..receipt()
            }),
        ),
        ("receipt-represented", Box::new(Receipt { registration: by(represented()), officer: LONG_NAME.into(), ..receipt() })),
        (
            "receipt-no-calendar",
            Box::new(Receipt {
                registration: by(Applicant {
                    identity_kind: IdentityKind::NotShown,
                    identity_number: String::new(),
                    ..legal_entity()
                }),
                completeness_due: CompletenessDue::CalendarNotLoaded,
                answer_due: AnswerDue::CalendarNotLoaded,
                ..receipt()
            }),
        ),
        ("notice-granted", Box::new(written_notice())),
        (
            "notice-partly",
            Box::new(notice(Outcome::PartlyGranted {
                granted: granted(),
                withheld:
                    "Daftar nomor rekening penerima bantuan tidak diberikan karena mengungkap rahasia pribadi (Pasal 17 huruf h)."
                        .into(),
            })),
        ),
        ("notice-not-held", Box::new(notice(Outcome::NotHeld))),
        ("notice-not-documented", Box::new(notice(Outcome::NotDocumented { available_in_days: Some(20) }))),
        (
            "notice-other-body",
            Box::new(notice(Outcome::HeldByOther { body: "Badan Pertanahan Contoh Kabupaten Serdang Bedagai".into() })),
        ),
        ("refusal", Box::new(refusal_decision(refusal()))),
        (
            "refusal-test",
            Box::new(RefusalDecision {
                mark: PaperMark::Copy,
                ..refusal_decision(Refusal {
                    letter_number: "000.8.3/115/KEC-PBG/XII/2026".into(),
                    grounds: [Ground::A].into(),
                    other_law: None,
                    basis: Basis::ConsequenceTest {
                        date: day(2026, 11, 30),
                        approved_by: "Sekretaris Daerah Kabupaten Serdang Bedagai selaku Atasan PPID".into(),
                    },
                    expires: Some(day(2031, 12, 31)),
                    cc: vec![],
                    ..refusal()
                })
            }),
        ),
        ("recovery-card", Box::new(recovery_card())),
    ]
}
