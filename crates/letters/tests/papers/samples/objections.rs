//! An objection and what the superior answers.

use loket_domain::objection::{Objected, ObjectionAnswer as Answer, ObjectionGround, Verdict};
use loket_domain::request::{ActingAs, Letter, Representative};
use loket_letters::*;

use super::office::superior;
use super::people::{LONG_NAME, registration};
use super::{CHECK, NUMBER, Sample, day};

const OBJECTION: &str = "002/KEB-PPID/KEC-PBG/I/2027";

fn objected() -> Objected {
    let registration = registration();
    Objected {
        request: None,
        request_number: Some(NUMBER.into()),
        applicant: registration.applicant,
        representative: None,
        information: registration.information,
        purpose: registration.purpose,
        grounds: [ObjectionGround::A, ObjectionGround::D].into(),
        received_on: None,
        decided: None,
        withheld: None,
        not_entitled: false,
        case_position: "Permohonan dijawab pada tanggal 14 Desember 2026. Daftar penerima bantuan diberikan tanpa nama desa, sehingga tidak dapat dicocokkan dengan hasil musyawarah dusun.\nPemohon sudah menanyakan hal ini secara lisan pada tanggal 17 Desember 2026 dan belum mendapat penjelasan.".into(),
    }
}

pub(crate) fn objection_form() -> ObjectionForm {
    ObjectionForm {
        objection_no: OBJECTION.into(),
        check_code: CHECK.into(),
        form: objected(),
        due: Some(day(2027, 2, 23)),
        place: "Perbaungan".into(),
        on: day(2027, 1, 11),
        officer: "Dewi Lestari Nasution".into(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn objection_answer(verdict: Verdict) -> ObjectionAnswer {
    let order = match verdict {
        Verdict::Upheld | Verdict::Inadmissible => None,
        Verdict::Overturned | Verdict::Deliberated => {
            Some("memberikan daftar penerima bantuan selengkapnya dengan nama desa".to_owned())
        }
        Verdict::PartlyOverturned => {
            Some("memberikan daftar penerima bantuan dengan nama desa, nomor identitas tetap dihitamkan".to_owned())
        }
    };
    ObjectionAnswer {
        objection_no: OBJECTION.into(),
        registered_on: day(2027, 1, 11),
        check_code: CHECK.into(),
        form: objected(),
        answer: Answer {
            letter: Letter {
                number: "000.8.3/31/KEC-PBG/II/2027".into(),
                date: day(2027, 2, 8),
                signed_by: superior().id,
                cc: vec!["Sekretaris Kecamatan selaku PPID Pelaksana".into(), "PPID Utama Kabupaten Serdang Bedagai".into()],
                entered_on: None,
            },
            verdict,
            considerations: "Nama desa bukan data pribadi penerima bantuan. Nomor identitas dan nomor rekening tetap dilindungi Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008.".into(),
            order: order.map(|order| (order, day(2027, 2, 19))),
        },
        replaces: None,
        place: "Perbaungan".into(),
        signatory: superior(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn all() -> Vec<Sample> {
    let represented = Objected {
        request_number: None,
        grounds: [ObjectionGround::B].into(),
        representative: Some(Representative {
            name: LONG_NAME.into(),
            address: "Jalan Lintas Sumatera Kilometer 37, Kelurahan Simpang Tiga Pekan, Kecamatan Perbaungan".into(),
            phone: Some("0813-0000-9876".into()),
            acting_as: ActingAs::Attorney,
            mandate: None,
        }),
        ..objected()
    };
    vec![
        ("objection-form", Box::new(objection_form())),
        (
            "objection-form-represented",
            Box::new(ObjectionForm { form: represented, due: None, officer: String::new(), ..objection_form() }),
        ),
        ("objection-answer-upheld", Box::new(objection_answer(Verdict::Upheld))),
        ("objection-answer-overturned", Box::new(objection_answer(Verdict::Overturned))),
        (
            "objection-answer-partly",
            Box::new(ObjectionAnswer { mark: PaperMark::Copy, ..objection_answer(Verdict::PartlyOverturned) }),
        ),
    ]
}
