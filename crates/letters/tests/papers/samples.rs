//! Papers with invented people, for tests, the gallery and the speed measurement.
#![allow(dead_code, clippy::unwrap_used)]

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use loket_letters::*;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn moment() -> NaiveDateTime {
    day(2026, 11, 23).and_hms_opt(10, 5, 0).unwrap()
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
        category: ApplicantCategory::Person,
        identity: Some(Identity::Nik("1218014507920003".into())),
        address: "Dusun II Melati, Desa Citaman Jernih, Kecamatan Perbaungan".into(),
        occupation: Some("Pedagang".into()),
        phone: Some("0812-0000-1234".into()),
        email: Some("rahmawati@contoh.example".into()),
    }
}

const INFORMATION: &str = "Salinan rincian penggunaan Dana Desa Citaman Jernih tahun anggaran 2025 beserta dokumen pertanggungjawabannya, dan daftar penerima bantuan langsung tunai tahap I sampai dengan tahap IV.";
const PURPOSE: &str = "Bahan musyawarah warga dusun tentang pembangunan jalan usaha tani.";

pub(crate) fn request_form() -> RequestForm {
    RequestForm {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        applicant: applicant(),
        information: INFORMATION.into(),
        purpose: PURPOSE.into(),
        access: Access::Copy(Some(CopyFormat::Hardcopy)),
        delivery: Some(Delivery::Pickup),
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
        tracking_code: "PBG-4X7M-92KD".into(),
        check_code: CHECK.into(),
        received_at: moment(),
        applicant: applicant(),
        information: INFORMATION.into(),
        purpose: PURPOSE.into(),
        checklist: vec![
            ChecklistItem { document: "Formulir permohonan yang telah diisi".into(), present: true },
            ChecklistItem { document: "Salinan KTP".into(), present: false },
        ],
        notes: Some("Salinan KTP menyusul.".into()),
        completeness_due: Some(day(2026, 11, 26)),
        answer_due: None,
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        contact: Some("(0621) 000000 atau ppid.perbaungan@contoh.example".into()),
        mark: PaperMark::Original,
    }
}

pub(crate) fn signatory() -> Signatory {
    Signatory {
        capacity: Some(Capacity::OnBehalf),
        position: "Camat Perbaungan, Sekretaris Kecamatan selaku PPID Pelaksana".into(),
        name: "Drs. Hotman Parulian Situngkir, M.Si.".into(),
        rank: Some("Pembina (IV/a)".into()),
        nip: Some("197001011995031001".into()),
    }
}

pub(crate) fn granted() -> Granted {
    Granted {
        form: PhysicalForm { softcopy: false, hardcopy: true },
        cost: Cost { per_sheet: 250, sheets: 48, delivery: 0, other: 13_000 },
        ready_in_days: 3,
        redaction: Some("Nomor induk kependudukan dan nomor rekening penerima bantuan dihitamkan.".into()),
        delivery: Some(Delivery::Pickup),
    }
}

pub(crate) fn written_notice() -> WrittenNotice {
    WrittenNotice {
        letter_no: Some("000.8.3/112/KEC-PBG/XII/2026".into()),
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        request_date: day(2026, 11, 23),
        applicant: applicant(),
        information: INFORMATION.into(),
        outcome: Outcome::Granted(granted()),
        place: "Perbaungan".into(),
        date: day(2026, 12, 4),
        signatory: signatory(),
        copies_to: vec!["PPID Utama Kabupaten Serdang Bedagai".into()],
        mark: PaperMark::Original,
    }
}

pub(crate) fn refusal() -> RefusalDecision {
    RefusalDecision {
        decision_no: None,
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        applicant: applicant(),
        information: "Salinan kartu keluarga dan riwayat kesehatan seluruh penerima bantuan langsung tunai Desa Citaman Jernih.".into(),
        grounds: vec![SecrecyGround::J, SecrecyGround::H],
        other_act: Some(OtherAct {
            act: "Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi".into(),
            article: "4 ayat (2)".into(),
        }),
        consequence: "terungkapnya riwayat kesehatan dan data keluarga warga, yang dapat dipakai untuk penipuan dan menimbulkan diskriminasi terhadap penerima bantuan.".into(),
        basis: RefusalBasis::Classification {
            decree_no: "188.4/021/PPID/2026".into(),
            date: day(2026, 3, 16),
        },
        place: "Perbaungan".into(),
        date: day(2026, 12, 4),
        signatory: signatory(),
        copies_to: vec![
            "Bupati Serdang Bedagai selaku Atasan PPID".into(),
            "PPID Utama Kabupaten Serdang Bedagai".into(),
        ],
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
                applicant: Applicant {
                    name: "Perkumpulan Warga Peduli Anggaran Contoh".into(),
                    category: ApplicantCategory::LegalEntity,
                    identity: Some(Identity::EntityDecree("AHU-0000123.AH.01.07.TAHUN 2024".into())),
                    occupation: None,
                    ..applicant()
                },
                access: Access::View,
                rights_page: false,
                officer: String::new(),
                mark: PaperMark::Copy,
                ..request_form()
            }),
        ),
        ("receipt", Box::new(receipt())),
        (
            "receipt-complete",
            Box::new(Receipt {
                completeness_due: None,
                answer_due: Some(day(2026, 12, 7)),
                notes: None,
                mark: PaperMark::Copy,
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
        ("refusal", Box::new(refusal())),
        (
            "refusal-test",
            Box::new(RefusalDecision {
                decision_no: Some("000.8.3/115/KEC-PBG/XII/2026".into()),
                grounds: vec![SecrecyGround::H],
                other_act: None,
                basis: RefusalBasis::ConsequenceTest { date: day(2026, 11, 30) },
                copies_to: vec![],
                mark: PaperMark::Copy,
                ..refusal()
            }),
        ),
        ("recovery-card", Box::new(recovery_card())),
    ]
}
