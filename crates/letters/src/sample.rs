//! The letter a template stands in, about an invented request: what an office looks at while it words a text.

use chrono::{Days, NaiveDate, NaiveTime};
use loket_domain::classification::{Decree, Worksheet};
use loket_domain::grounds::Ground;
use loket_domain::objection::{Objected, ObjectionAnswer as Answer, ObjectionGround, Verdict};
use loket_domain::office::Official;
use loket_domain::request::{
    AccessMode, Applicant, Category, Channel, CopyFormat, DeliveryMode, Document, ExtensionReason, Found, HandedForm, HandedItem,
    IdentityKind, Letter, Part, Registration, SendingWay,
};
use std::collections::BTreeSet;

use crate::imprint::PaperMark;
use crate::paper::Paper;
use crate::papers::{
    CaseLetter, ClassificationDecree, DeadlineAddendum, Disposition, ExtensionNotice, HandOverReceipt, IncompleteNotice,
    ObjectionAnswer, RequestForm, WrittenNotice,
};
use crate::wording::Template;

const NUMBER: &str = "007/PPID/CONTOH/XI/2026";
const CODE: &str = "CNTH-0000";

fn registration(on: NaiveDate) -> Registration {
    Registration {
        channel: Channel::Counter,
        via: None,
        received_on: on,
        received_at: NaiveTime::from_hms_opt(9, 15, 0).unwrap_or_default(),
        applicant: Applicant {
            category: Category::Individual,
            name: "Warga Contoh".to_owned(),
            identity_kind: IdentityKind::NotShown,
            foreign_paper: None,
            identity_number: String::new(),
            address: "Jalan Contoh Nomor 1".to_owned(),
            occupation: None,
            phone: Some("0812-0000-0000".to_owned()),
            email: None,
            representative: None,
            members: vec![],
        },
        information: "Salinan rencana kerja kecamatan".to_owned(),
        purpose: "Penelitian".to_owned(),
        access_mode: AccessMode::Copy,
        copy_format: Some(CopyFormat::Softcopy),
        delivery_mode: Some(DeliveryMode::PickUp),
        carrier: None,
        read_back: false,
        assistance: None,
        documents: vec![Document::Identity],
        notes: None,
    }
}

/// The letter in which `template` stands, dated `on` and signed by `official`.
#[must_use]
pub fn sample(template: Template, place: &str, on: NaiveDate, official: &Official) -> Box<dyn Paper> {
    let letter = Letter::new("000/CONTOH", on, official.id);
    let later = |days| on.checked_add_days(Days::new(days)).unwrap_or(on);
    let case = || CaseLetter {
        registration_no: NUMBER.to_owned(),
        check_code: CODE.to_owned(),
        registration: registration(on),
        letter: letter.clone(),
        replaces: None,
        place: place.to_owned(),
        signatory: official.clone(),
        mark: PaperMark::Sample,
        version: None,
    };
    match template {
        Template::IncompleteOpening | Template::IncompleteClosing => {
            Box::new(IncompleteNotice { case: case(), missing: vec!["Salinan KTP".to_owned()], due: Some(later(3)) })
        }
        Template::IncompleteClosingOnItsWay => {
            Box::new(IncompleteNotice { case: case(), missing: vec!["Salinan KTP".to_owned()], due: None })
        }
        Template::ExtensionOpening | Template::ExtensionClosing => Box::new(ExtensionNotice {
            case: case(),
            reasons: BTreeSet::from([ExtensionReason::NotHeld]),
            explanation: "Data masih diminta dari perangkat daerah lain.".to_owned(),
            first: later(14),
            extended: later(23),
        }),
        Template::ApplicantRights => Box::new(RequestForm {
            registration_no: NUMBER.to_owned(),
            check_code: CODE.to_owned(),
            registration: registration(on),
            place: place.to_owned(),
            date: on,
            officer: "Petugas Contoh".to_owned(),
            rights_page: true,
            fee_decree: None,
            mark: PaperMark::Sample,
            version: None,
        }),
        Template::NoticeOpening | Template::NoticeOtherBody | Template::ObjectionRight => Box::new(WrittenNotice {
            letter_no: letter.number.clone(),
            registration_no: NUMBER.to_owned(),
            check_code: CODE.to_owned(),
            registration: registration(on),
            parts: vec![Part {
                what: registration(on).information,
                found: Found::Elsewhere { body: "Badan Publik Contoh".to_owned() },
            }],
            terms: None,
            decision_no: None,
            replaces: None,
            place: place.to_owned(),
            date: on,
            signatory: official.clone(),
            copies_to: vec![],
            mark: PaperMark::Sample,
            version: None,
        }),
        Template::HandOverOpening | Template::HandOverOpeningOnItsWay | Template::HandOverClosing => Box::new(HandOverReceipt {
            registration_no: NUMBER.to_owned(),
            check_code: CODE.to_owned(),
            number: letter.number.clone(),
            on,
            received_by: "Warga Contoh".to_owned(),
            sent: (template == Template::HandOverOpeningOnItsWay).then(|| (SendingWay::Post, "RR 000 ID".to_owned())),
            items: vec![HandedItem { title: "Rencana kerja kecamatan".to_owned(), form: HandedForm::Hardcopy, sheets: Some(12) }],
            place: place.to_owned(),
            officer: "Petugas Contoh".to_owned(),
            mark: PaperMark::Sample,
            version: None,
        }),
        Template::AnswerOpening | Template::DisputeRight => {
            let registration = registration(on);
            Box::new(ObjectionAnswer {
                objection_no: "001/KEB-PPID/CONTOH/XI/2026".to_owned(),
                registered_on: on,
                check_code: CODE.to_owned(),
                form: Objected {
                    request: None,
                    request_number: Some(NUMBER.to_owned()),
                    applicant: registration.applicant,
                    representative: None,
                    information: registration.information,
                    purpose: registration.purpose,
                    grounds: BTreeSet::from([ObjectionGround::A]),
                    case_position: "Permohonan ditolak.".to_owned(),
                    received_on: None,
                    decided: None,
                    withheld: None,
                    not_entitled: false,
                },
                answer: Answer {
                    letter: letter.clone(),
                    verdict: Verdict::Upheld,
                    considerations: "Telah diperiksa.".to_owned(),
                    order: None,
                },
                replaces: None,
                place: place.to_owned(),
                signatory: official.clone(),
                mark: PaperMark::Sample,
            })
        }
        Template::DispositionOpening | Template::DispositionClosing => Box::new(Disposition {
            case: case(),
            from: "Kantor Camat Contoh".to_owned(),
            to: "PPID Utama".to_owned(),
            note: "Mohon data terkait.".to_owned(),
            due: Some(later(14)),
            answer: None,
        }),
        Template::DecreeOpening | Template::DecreeClosing => Box::new(ClassificationDecree {
            check_code: CODE.to_owned(),
            worksheet: Worksheet {
                information: "Riwayat kesehatan penerima bantuan".to_owned(),
                unit: "Seksi Kesejahteraan Sosial".to_owned(),
                grounds: BTreeSet::from([Ground::H]),
                other_law: None,
                consequence: "Rahasia pribadi warga terungkap.".to_owned(),
                benefit: "Pelindungan data pribadi warga.".to_owned(),
                tested_on: on,
                expires: None,
                term: Some("Pasal 44 ayat (1) huruf h UU 43/2009".to_owned()),
                team: vec!["Petugas Contoh, Ketua".to_owned()],
                request: None,
            },
            approved: Some((on, "Pimpinan Contoh".to_owned())),
            decree: Decree { letter: letter.clone(), from: on },
            office: "Kantor Camat Contoh".to_owned(),
            regency: "KABUPATEN CONTOH".to_owned(),
            place: place.to_owned(),
            signatory: official.clone(),
            mark: PaperMark::Sample,
        }),
        Template::AddendumBody => Box::new(DeadlineAddendum {
            case: case(),
            before: later(14),
            after: later(15),
            reason: "penetapan hari libur daerah".to_owned(),
        }),
    }
}
