//! Letters and slips on the way to an answer, and what follows it.

use loket_domain::office::{Capacity, Official};
use loket_domain::request::{
    Applicant, ExtensionReason, Fees, HandedForm, HandedItem, IdentityKind, Letter, NoStanding, NotEntitled, PaymentWay, Refund,
    SendingWay,
};
use loket_letters::*;

use super::office::signatory;
use super::people::{by, registration};
use super::{CHECK, NUMBER, Sample, day};

/// A letter of the office with this number in the agenda book, on this day of November or December 2026.
fn case(number: &str, on: (u32, u32)) -> CaseLetter {
    CaseLetter {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        letter: Letter::new(number, day(2026, on.0, on.1), signatory().id),
        replaces: None,
        place: "Perbaungan".into(),
        signatory: signatory(),
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn incomplete_notice() -> IncompleteNotice {
    IncompleteNotice {
        case: case("000.8.3/101/KEC-PBG/XI/2026", (11, 23)),
        missing: vec!["Salinan KTP pemohon".into(), "Surat kuasa dari anggota kelompok kepada wakilnya".into()],
        due: Some(day(2026, 11, 26)),
    }
}

pub(crate) fn extension_notice() -> ExtensionNotice {
    let case = case("000.8.3/109/KEC-PBG/XII/2026", (12, 7));
    let cc = vec!["PPID Utama Kabupaten Serdang Bedagai".into()];
    let daily = Official { capacity: Capacity::Daily, position: "Camat Perbaungan selaku PPID Pelaksana".into(), ..signatory() };
    ExtensionNotice {
        case: CaseLetter { letter: Letter { cc, ..case.letter }, signatory: daily, ..case },
        reasons: [ExtensionReason::NotHeld, ExtensionReason::Undecided].into(),
        explanation: "Daftar penerima bantuan masih diminta dari Dinas Sosial, dan sebagian isinya masih diuji karena memuat data pribadi warga.".into(),
        first: day(2026, 12, 8),
        extended: day(2026, 12, 17),
    }
}

pub(crate) fn disposition() -> Disposition {
    Disposition {
        case: case("480/105/KEC-PBG/XI/2026", (11, 25)),
        from: "Kantor Camat Perbaungan".into(),
        to: "PPID Utama Kabupaten Serdang Bedagai".into(),
        note: "Mohon daftar penerima bantuan langsung tunai yang dikuasai Dinas Sosial, beserta penjelasan bagian yang dikecualikan.".into(),
        due: Some(day(2026, 12, 8)),
        answer: None,
    }
}

pub(crate) fn deadline_addendum() -> DeadlineAddendum {
    DeadlineAddendum {
        case: case("", (12, 2)),
        before: day(2026, 12, 8),
        after: day(2026, 12, 9),
        reason: "penetapan Jumat, 4 Desember 2026, sebagai hari libur daerah dengan Keputusan Bupati Serdang Bedagai Nomor 400/118/2026".into(),
    }
}

pub(crate) fn hand_over_receipt() -> HandOverReceipt {
    HandOverReceipt {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        number: "000.8.3/121/KEC-PBG/XII/2026".into(),
        on: day(2026, 12, 15),
        received_by: registration().applicant.name,
        sent: None,
        items: vec![
            HandedItem {
                title: "Rincian penggunaan Dana Desa Citaman Jernih tahun anggaran 2025".into(),
                form: HandedForm::Hardcopy,
                sheets: Some(36),
            },
            HandedItem {
                title: "Daftar penerima bantuan langsung tunai tahap I sampai dengan tahap IV, nomor identitas dihitamkan".into(),
                form: HandedForm::Hardcopy,
                sheets: Some(12),
            },
            HandedItem { title: "Berkas lembar kerja rincian belanja".into(), form: HandedForm::Softcopy, sheets: None },
        ],
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn fee_receipt() -> FeeReceipt {
    FeeReceipt {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        number: "014/KW/KEC-PBG/XII/2026".into(),
        on: day(2026, 12, 15),
        payer: registration().applicant.name,
        fees: Fees { price_per_sheet: 250, sheets: 48, delivery: 0, other: 13_000 },
        amount: 25_000,
        owed: 0,
        way: PaymentWay::Cash,
        proof: None,
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn refund_receipt() -> RefundReceipt {
    RefundReceipt {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        refund: Refund {
            number: "003/KB/KEC-PBG/XII/2026".into(),
            on: day(2026, 12, 18),
            to: registration().applicant.name,
            amount: 5_000,
            way: PaymentWay::Cash,
            proof: None,
            reason: "Salinan yang diambil dua puluh lembar kurang dari yang dibayar.".into(),
        },
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        mark: PaperMark::Original,
        version: None,
    }
}

/// To a visitor from abroad, with where to turn instead.
pub(crate) fn not_entitled_notice() -> NotEntitledNotice {
    let case = case("000.8.3/117/KEC-PBG/XI/2026", (11, 30));
    let applicant = Applicant {
        name: "John Contoh Smith".into(),
        identity_kind: IdentityKind::Passport,
        identity_number: "X1234567".into(),
        ..case.registration.applicant.clone()
    };
    NotEntitledNotice {
        found: NotEntitled {
            letter: case.letter.clone(),
            why: NoStanding::Foreigner,
            considerations: "Pada saat mendaftar Saudara menunjukkan paspor asing, dan menyatakan tidak memiliki kartu tanda penduduk \
                             warga negara Indonesia."
                .into(),
            advice: Some(
                "data terbuka tentang kecamatan ini dapat dibaca siapa pun di laman kecamatan; untuk keperluan penelitian, ajukan \
                 izin penelitian kepada Badan Kesatuan Bangsa dan Politik."
                    .into(),
            ),
        },
        case: CaseLetter { registration: by(applicant), ..case },
    }
}

pub(crate) fn closing_notice(closed: Closed) -> ClosingNotice {
    ClosingNotice { case: case("", (12, 1)), closed }
}

pub(crate) fn all() -> Vec<Sample> {
    let answer = Some((
        Some("112/PPID/KOMINFO/XI/2026".to_owned()),
        day(2026, 12, 1),
        "Daftar diterima dalam bentuk berkas; nomor identitas dan nomor rekening sudah dihitamkan.".to_owned(),
    ));
    let corrected = |case: CaseLetter| CaseLetter {
        mark: PaperMark::Copy,
        version: Some(Version { number: 2, corrected_on: day(2026, 11, 24) }),
        ..case
    };
    vec![
        ("incomplete-notice", Box::new(incomplete_notice())),
        ("incomplete-notice-on-its-way", Box::new(IncompleteNotice { due: None, ..incomplete_notice() })),
        ("extension-notice", Box::new(extension_notice())),
        (
            "extension-notice-corrected",
            Box::new(ExtensionNotice { case: corrected(extension_notice().case), ..extension_notice() }),
        ),
        ("disposition", Box::new(disposition())),
        ("disposition-answered", Box::new(Disposition { answer, ..disposition() })),
        ("deadline-addendum", Box::new(deadline_addendum())),
        ("hand-over-receipt", Box::new(hand_over_receipt())),
        (
            "hand-over-receipt-on-its-way",
            Box::new(HandOverReceipt { sent: Some((SendingWay::Post, "RR 123 456 789 ID".into())), ..hand_over_receipt() }),
        ),
        ("fee-receipt", Box::new(fee_receipt())),
        ("refund-receipt", Box::new(refund_receipt())),
        (
            "fee-receipt-in-part",
            Box::new(FeeReceipt {
                amount: 10_000,
                owed: 15_000,
                way: PaymentWay::Transfer,
                proof: Some("Bank Contoh 0912-4471".into()),
                ..fee_receipt()
            }),
        ),
        ("notice-closed", Box::new(closing_notice(Closed::NotCompleted))),
        ("notice-withdrawn", Box::new(closing_notice(Closed::Withdrawn("Sudah memperolehnya di kantor desa.".into())))),
        ("notice-abated", Box::new(closing_notice(Closed::Abated))),
        ("notice-not-entitled", Box::new(not_entitled_notice())),
    ]
}
