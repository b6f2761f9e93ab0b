//! Answers to a request: the written notice in its five kinds, and the refusal.

use loket_domain::grounds::{DutyLimit, Ground};
use loket_domain::request::{Basis, Exemption, Fees, Found, Given, Letter, Part, Refusal, Registration};
use loket_letters::*;

use super::office::signatory;
use super::people::registration;
use super::{CHECK, NUMBER, Sample, day};

pub(crate) fn given() -> Given {
    Given { softcopy: false, hardcopy: true, sheets: 48, ready_in_days: 3 }
}

pub(crate) fn whole(found: Found) -> Vec<Part> {
    vec![Part { what: registration().information, found }]
}

fn part(what: &str, found: Found) -> Part {
    Part { what: what.into(), found }
}

pub(crate) fn partly_given() -> Found {
    Found::PartlyGiven {
        given: given(),
        withheld: "Daftar nomor rekening penerima bantuan".into(),
        explanation: "Nomor induk kependudukan dan nomor rekening penerima bantuan dihitamkan.".into(),
        exemption: exemption(),
    }
}

fn terms() -> Option<Terms> {
    Some(Terms {
        fees: Fees { price_per_sheet: 250, sheets: 48, delivery: 0, other: 13_000 },
        means: "Diambil langsung di loket pada jam pelayanan".into(),
        paying: "Tunai di loket dengan kuitansi, atau transfer ke rekening yang disebut petugas".into(),
    })
}

/// An answer in which every kind of part stands, some twice: nine of them.
pub(crate) fn nine_parts() -> Vec<Part> {
    let given_at_once = Found::Given(Given { ready_in_days: 0, ..given() });
    vec![
        part("Rencana kerja dan anggaran Kecamatan Perbaungan tahun 2026 beserta perubahannya", Found::Given(given())),
        part("Notulen musyawarah perencanaan pembangunan tahun 2025 dan 2026", given_at_once),
        part("Daftar penerima bantuan langsung tunai Desa Citaman Jernih", partly_given()),
        part("Salinan kartu keluarga para penerima bantuan", Found::Withheld { exemption: exemption() }),
        part(
            "Data terpadu kesejahteraan sosial sekabupaten",
            Found::NotHeld { holder: Some("Dinas Sosial Kabupaten Serdang Bedagai".into()) },
        ),
        part("Laporan pertanggungjawaban kegiatan triwulan IV", Found::NotDocumented { available_in_days: 20 }),
        part(
            "Peta bidang tanah Desa Lubuk Bayas",
            Found::Elsewhere { body: "Badan Pertanahan Contoh Kabupaten Serdang Bedagai".into() },
        ),
        part("Hasil survei kepuasan masyarakat tahun 2019", Found::NotHeld { holder: None }),
        part("Riwayat kesehatan penerima bantuan", Found::Withheld { exemption: by_test() }),
    ]
}

pub(crate) fn written_notice() -> WrittenNotice {
    WrittenNotice {
        letter_no: "000.8.3/112/KEC-PBG/XII/2026".into(),
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        parts: whole(Found::Given(given())),
        terms: terms(),
        decision_no: None,
        replaces: None,
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
            entered_on: None,
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
        basis: Basis::Classification { number: "188.4/021/PPID/2026".into(), date: day(2026, 3, 16), id: None, scan: None },
        expires: None,
        term: Some("Pasal 44 ayat (1) huruf h Undang-Undang Nomor 43 Tahun 2009".into()),
    }
}

/// Withheld on a consequence test of its own.
fn by_test() -> Exemption {
    Exemption {
        grounds: [Ground::A].into(),
        limits: [DutyLimit::D].into(),
        other_law: None,
        basis: Basis::ConsequenceTest {
            date: day(2026, 11, 30),
            approved_by: "Sekretaris Daerah Kabupaten Serdang Bedagai selaku Atasan PPID".into(),
            id: None,
        },
        expires: Some(day(2031, 12, 31)),
        term: None,
        ..exemption()
    }
}

pub(crate) fn refusal_decision(refusal: Refusal) -> RefusalDecision {
    let information = "Salinan kartu keluarga dan riwayat kesehatan seluruh penerima bantuan langsung tunai Desa Citaman Jernih.";
    RefusalDecision {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: Registration { information: information.into(), ..registration() },
        letter: refusal.letter,
        withheld: vec![Withheld { what: None, exemption: refusal.exemption }],
        replaces: None,
        place: "Perbaungan".into(),
        signatory: signatory(),
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn all() -> Vec<Sample> {
    let nothing = |found| WrittenNotice { parts: whole(found), terms: None, ..written_notice() };
    let of_parts =
        |parts: Vec<Part>| WrittenNotice { parts, decision_no: Some("000.8.3/113/KEC-PBG/XII/2026".into()), ..written_notice() };
    let two_withheld = || {
        nine_parts().into_iter().filter_map(|part| match part.found {
            Found::Withheld { exemption } => Some(Withheld { what: Some(part.what), exemption }),
            _ => None,
        })
    };
    let budget_and_recipients = vec![
        part("Anggaran bantuan tahun 2026", Found::Given(given())),
        part(
            "Daftar penerima bantuan sekabupaten",
            Found::NotHeld { holder: Some("Dinas Sosial Kabupaten Serdang Bedagai".into()) },
        ),
    ];
    vec![
        ("notice-granted", Box::new(written_notice())),
        ("notice-partly", Box::new(WrittenNotice { parts: whole(partly_given()), ..written_notice() })),
        ("notice-not-held", Box::new(nothing(Found::NotHeld { holder: None }))),
        ("notice-not-documented", Box::new(nothing(Found::NotDocumented { available_in_days: 20 }))),
        (
            "notice-other-body",
            Box::new(nothing(Found::Elsewhere { body: "Badan Pertanahan Contoh Kabupaten Serdang Bedagai".into() })),
        ),
        ("notice-two-parts", Box::new(WrittenNotice { decision_no: None, ..of_parts(budget_and_recipients) })),
        ("notice-nine-parts", Box::new(of_parts(nine_parts()))),
        ("refusal", Box::new(refusal_decision(refusal()))),
        ("refusal-of-parts", Box::new(RefusalDecision { withheld: two_withheld().collect(), ..refusal_decision(refusal()) })),
        (
            "refusal-test",
            Box::new(RefusalDecision {
                mark: PaperMark::Copy,
                ..refusal_decision(Refusal {
                    letter: Letter { number: "000.8.3/115/KEC-PBG/XII/2026".into(), cc: vec![], ..refusal().letter },
                    exemption: by_test(),
                })
            }),
        ),
    ]
}
