//! Answers to a request: the written notice in its five kinds, and the refusal.

use loket_domain::grounds::{DutyLimit, Ground};
use loket_domain::request::{Basis, Exemption, Fees, Letter, Refusal, Registration};
use loket_letters::*;

use super::office::signatory;
use super::people::registration;
use super::{CHECK, NUMBER, Sample, day};

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
        outcome: NoticeOutcome::Granted(granted()),
        place: "Perbaungan".into(),
        date: day(2026, 12, 4),
        signatory: signatory(),
        copies_to: vec!["PPID Utama Kabupaten Serdang Bedagai".into()],
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn refusal() -> Refusal {
    Refusal {
        letter: Letter {
            number: String::new(),
            date: day(2026, 12, 4),
            signed_by: signatory().id,
            cc: vec!["Bupati Serdang Bedagai selaku Atasan PPID".into(), "PPID Utama Kabupaten Serdang Bedagai".into()],
        },
        exemption: exemption(),
    }
}

pub(crate) fn exemption() -> Exemption {
    Exemption {
        grounds: [Ground::J, Ground::H].into(),
        limits: [].into(),
        other_law: Some(("Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi".into(), "4 ayat (2)".into())),
        consequence: "terungkapnya riwayat kesehatan dan data keluarga warga, yang dapat dipakai untuk penipuan dan menimbulkan diskriminasi terhadap penerima bantuan.".into(),
        basis: Basis::Classification { number: "188.4/021/PPID/2026".into(), date: day(2026, 3, 16), id: None },
        expires: None,
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
        version: None,
    }
}

pub(crate) fn all() -> Vec<Sample> {
    let notice = |outcome| WrittenNotice { outcome, ..written_notice() };
    vec![
        ("notice-granted", Box::new(written_notice())),
        (
            "notice-partly",
            Box::new(notice(NoticeOutcome::PartlyGranted {
                granted: granted(),
                withheld:
                    "Daftar nomor rekening penerima bantuan tidak diberikan karena mengungkap rahasia pribadi (Pasal 17 huruf h)."
                        .into(),
            })),
        ),
        ("notice-not-held", Box::new(notice(NoticeOutcome::NotHeld))),
        ("notice-not-documented", Box::new(notice(NoticeOutcome::NotDocumented { available_in_days: 20 }))),
        (
            "notice-other-body",
            Box::new(notice(NoticeOutcome::HeldByOther { body: "Badan Pertanahan Contoh Kabupaten Serdang Bedagai".into() })),
        ),
        ("refusal", Box::new(refusal_decision(refusal()))),
        (
            "refusal-test",
            Box::new(RefusalDecision {
                mark: PaperMark::Copy,
                ..refusal_decision(Refusal {
                    letter: Letter { number: "000.8.3/115/KEC-PBG/XII/2026".into(), cc: vec![], ..refusal().letter },
                    exemption: Exemption {
                        grounds: [Ground::A].into(),
                        limits: [DutyLimit::D].into(),
                        other_law: None,
                        basis: Basis::ConsequenceTest {
                            date: day(2026, 11, 30),
                            approved_by: "Sekretaris Daerah Kabupaten Serdang Bedagai selaku Atasan PPID".into(),
                            id: None,
                        },
                        expires: Some(day(2031, 12, 31)),
                        ..exemption()
                    },
                })
            }),
        ),
    ]
}
