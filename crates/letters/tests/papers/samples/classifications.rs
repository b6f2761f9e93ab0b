//! A consequence test, the decree that follows it, and the list of what is exempt.

use loket_domain::classification::{Decree, Worksheet};
use loket_domain::grounds::Ground;
use loket_domain::request::Letter;
use loket_letters::*;

use super::office::{main_ppid, signed_by};
use super::{CHECK, Sample, day};

const LEADER: &str = "H. Contoh Rekaan Lubis, S.E., Bupati Serdang Bedagai";

fn worksheet() -> Worksheet {
    Worksheet {
        information:
            "Daftar penerima bantuan langsung tunai beserta nomor identitas, nomor rekening, dan riwayat kesehatan keluarga."
                .into(),
        unit: "Seksi Kesejahteraan Sosial Kecamatan Perbaungan".into(),
        grounds: [Ground::A, Ground::H, Ground::J].into(),
        other_law: Some(("Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi".into(), "4 ayat (2)".into())),
        consequence: "Terungkapnya riwayat kesehatan dan data keluarga warga, yang dapat dipakai untuk penipuan.".into(),
        benefit: "Warga terlindung dari penipuan dan diskriminasi, dan penyidikan penyalahgunaan bantuan tidak terganggu.".into(),
        tested_on: day(2026, 11, 27),
        expires: Some(day(2031, 11, 30)),
        term: None,
        team: vec![
            "Ir. Bonar Contoh Saragih, M.T., Kepala Dinas Komunikasi dan Informatika (ketua)".into(),
            "Drs. Hotman Parulian Situngkir, M.Si., Sekretaris Kecamatan Perbaungan".into(),
            "Dewi Lestari Nasution, Petugas Pelayanan Informasi".into(),
        ],
        request: None,
    }
}

pub(crate) fn consequence_test() -> ConsequenceTest {
    ConsequenceTest {
        check_code: CHECK.into(),
        worksheet: worksheet(),
        approved: Some((day(2026, 11, 30), LEADER.into())),
        place: "Sei Rampah".into(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn classification_decree() -> ClassificationDecree {
    ClassificationDecree {
        check_code: CHECK.into(),
        worksheet: worksheet(),
        approved: Some((day(2026, 11, 30), LEADER.into())),
        decree: Decree {
            letter: Letter {
                number: "188.4/021/PPID/2026".into(),
                date: day(2026, 12, 1),
                signed_by: main_ppid().id,
                cc: vec!["Bupati Serdang Bedagai".into(), "Camat Perbaungan".into()],
                entered_on: None,
            },
            from: day(2026, 12, 1),
        },
        office: "Kantor Camat Perbaungan".into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        place: "Sei Rampah".into(),
        signatory: main_ppid(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn exempt_list() -> ExemptList {
    let row = |number: usize| {
        let sheet = worksheet();
        vec![
            number.to_string(),
            sheet.information,
            "Pasal 17 huruf a, h, j UU 14/2008; Pasal 4 ayat (2) Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi"
                .to_owned(),
            sheet.consequence,
            sheet.benefit,
            if number == 2 { "Sejak 1 Desember 2026 selama jangka waktu menurut Pasal 44 ayat (1) huruf h Undang-Undang Nomor 43 Tahun 2009".to_owned() } else { "Sejak 1 Desember 2026 sampai dengan 30 November 2031".to_owned() },
            sheet.unit,
        ]
    };
    ExemptList {
        on: day(2026, 12, 31),
        check_code: CHECK.into(),
        decree: None,
        rows: (1..=3).map(row).collect(),
        signed: Some(signed_by()),
    }
}

pub(crate) fn all() -> Vec<Sample> {
    let waiting = ConsequenceTest {
        worksheet: Worksheet { grounds: [Ground::H].into(), other_law: None, expires: None, ..worksheet() },
        approved: None,
        ..consequence_test()
    };
    vec![
        ("consequence-test", Box::new(consequence_test())),
        ("consequence-test-waiting", Box::new(waiting)),
        ("classification-decree", Box::new(classification_decree())),
        ("exempt-list", Box::new(exempt_list())),
        ("exempt-list-empty", Box::new(ExemptList { rows: vec![], signed: None, ..exempt_list() })),
    ]
}
