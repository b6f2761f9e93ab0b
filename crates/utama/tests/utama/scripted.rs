//! One invented office with something of everything: what pages are recorded from, and stores are frozen with.

use loket_domain::attachment::{Attachment, AttachmentPurpose, MediaType};
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::numbering::RegistrationNumber;
use loket_domain::objection::{self, ObjectionCommand, ObjectionInput};
use loket_domain::question::{About, Party, QuestionCommand, QuestionInput};
use loket_domain::request::{Command, ExtensionInput, Request};
use loket_journal::protocol::{ObjectPiece, PUT_OBJECT_PATH, PieceAnswer};
use loket_journal::{Digest, Matter, Subject};
use serde_json::json;
use uuid::Uuid;

use crate::desk::{ADDRESS, APPLICANT, Desk, NIK, forwarding, grant_letter, today, worksheet};
use crate::http::send;
use crate::server::{Utama, bearer, refused_or};

pub const OFFICE: &str = "12.18.02";
pub const SCAN: &[u8] = b"%PDF-1.7 pindaian rekaan";

/// A file that an entry names and whose bytes never come.
pub const NEVER_SENT: &[u8] = b"%PDF-1.7 tidak pernah sampai";

pub struct Scripted {
    /// Perbaungan's counter A, which wrote nearly everything.
    pub desk: Desk,
    /// Its second counter, which decided once what A had decided.
    pub second: Desk,
    /// The one counter of Sei Rampah, where little happens.
    pub other: Desk,
    /// Decided in time, objected to, its information handed over.
    pub granted: RequestId,
    /// Forwarded to PPID Utama with a scan, not answered.
    pub forwarded: RequestId,
    /// A consequence test that waits.
    pub test: ClassificationId,
    /// What the office asked about the granted request.
    pub question: QuestionId,
}

impl Scripted {
    /// As the desks wrote it, from 5 to 24 November 2026.
    pub fn written() -> Self {
        let mut desk = Desk::perbaungan();
        let (mut second, mut other) =
            (Desk::new(2, OFFICE, "Perbaungan", "B"), Desk::new(3, "12.18.04", "Sei <Rampah> & sekitarnya", "A"));
        desk.register("2026-11-05");
        let granted = desk.register("2026-11-16");
        desk.grant("2026-11-20", granted);
        desk.decide("2026-11-23", granted, Command::NoteReceived { on: "2026-11-23".into() });
        let extended = desk.register("2026-11-18");
        let reasons = vec!["not_documented".into()];
        let letter = grant_letter("2026-11-20").letter;
        let longer = ExtensionInput { letter, reasons, explanation: "Berkas lama dicari dahulu.".into() };
        desk.decide("2026-11-20", extended, Command::Extend(longer));
        desk.register_form("2026-11-23", |form| form.documents.clear());
        let withdrawn = desk.register("2026-11-23");
        desk.decide("2026-11-23", withdrawn, Command::Withdraw { reason: "Surat pemohon".into() });
        let forwarded = desk.register("2026-11-23");
        desk.decide("2026-11-24", forwarded, Command::Forward(forwarding()));
        attach(&mut desk, forwarded, "KTP warga é.pdf", SCAN);
        attach(&mut desk, forwarded, "Surat kuasa.pdf", NEVER_SENT);
        object(&mut desk, "2026-11-24", 61, granted);
        let (test, rejected) = (ClassificationId(Uuid::from_u128(77)), ClassificationId(Uuid::from_u128(78)));
        desk.test("2026-11-24", test, worksheet("2026-11-24"));
        desk.test("2026-11-20", rejected, worksheet("2026-11-20"));
        desk.reject("2026-11-24", rejected);
        let question = QuestionId(Uuid::from_u128(91));
        let about = About::Request { id: granted, number: "002/PPID/KEC-A/XI/2026".into() };
        let input = QuestionInput { line: "Format salinan <peta>".into(), text: "Bolehkah lewat e-mail?".into() };
        desk.question("2026-11-24", question, Party::Office, QuestionCommand::Ask(input, about));
        list_and_survey(&mut desk);
        // What a newer version wrote is carried, not understood.
        let newer =
            br#"{"salt":"07070707070707070707070707070707","at":"2026-11-24T10:00:00","change":{"kind":"request_blessed"}}"#;
        desk.write_bytes("2026-11-24", Subject::Request(granted), newer.to_vec());
        let again = json!({"kind": "request_granted", "grant": {
            "letter_number": "000.8.3/42/2026", "letter_date": "2026-11-23", "signed_by": Uuid::from_u128(1), "softcopy": true,
            "hardcopy": false, "fees": {"sheets": 0, "price_per_sheet": 0, "delivery": 0, "other": 0}, "ready_in_days": 0,
            "means": "surat", "cc": []
        }});
        second.write("2026-11-23", Subject::Request(granted), &serde_json::from_value(again).unwrap());
        other.establish();
        other.register("2026-11-23");
        Self { desk, second, other, granted, forwarded, test, question }
    }

    /// Written, and sent to this server on 24 November 2026, 14.00 WIB.
    pub async fn sent(utama: &mut Utama) -> Self {
        let mut office = Self::written();
        for desk in [&mut office.desk, &mut office.second, &mut office.other] {
            utama.enrol(desk).await;
            utama.pushed(desk, desk.everything()).await;
        }
        utama.set("2026-11-24", 14);
        let piece = ObjectPiece { digest: Digest::of_object(SCAN), offset: 0, bytes: SCAN }.write();
        let answer = send(utama.address(), "POST", PUT_OBJECT_PATH, &[bearer(&office.desk)], &piece).await;
        let taken = refused_or(answer, |answer| postcard::from_bytes(&answer.body).unwrap());
        assert!(matches!(taken, Ok(PieceAnswer::Whole(_))), "{taken:?}");
        office
    }
}

fn attach(desk: &mut Desk, request: RequestId, name: &str, bytes: &[u8]) {
    let (digest, name) = (Digest::of_object(bytes).to_string(), name.to_owned());
    let (media_type, size, purpose) = (MediaType::Pdf, bytes.len() as u64, AttachmentPurpose::Identity);
    let file = Attachment { digest, name, media_type, kind: None, size, purpose };
    let on = "2026-11-24".parse().unwrap();
    desk.write("2026-11-24", Subject::Request(request), &Change::Request(RequestChange::AttachmentAdded { on, file }));
}

/// Objects to what was answered, on that day, as the matter with this identity.
pub fn object(desk: &mut Desk, day: &str, id: u128, request: RequestId) {
    let (state, _) = Request::replay(&desk.story(Subject::Request(request)));
    let state = state.unwrap();
    let number = RegistrationNumber { serial: 1, text: "001/KEB/KEC-A/XI/2026".into(), ..state.number.clone() };
    let input = ObjectionInput {
        request: request.to_string(),
        name: APPLICANT.into(),
        identity_number: NIK.into(),
        address: ADDRESS.into(),
        phone: "0812-0000-0000".into(),
        information: "Salinan rencana kerja kecamatan tahun 2026".into(),
        purpose: "Penelitian".into(),
        grounds: vec!["d".into()],
        case_position: "Salinan yang diberikan tidak lengkap.".into(),
        ..ObjectionInput::default()
    };
    let command = ObjectionCommand::Register { input: Box::new(input), request: Some((request, Box::new(state))), number };
    let (office, calendar) = (desk.office.clone(), Calendar::shipped().unwrap());
    let change = objection::decide(None, command, &today(day, &office, &calendar)).unwrap();
    desk.write(day, Subject::matter(Matter::Objection, Uuid::from_u128(id)), &change);
}

fn list_and_survey(desk: &mut Desk) {
    let item = json!({"kind": "dip_item_listed", "item": {
        "summary": "Rencana kerja kecamatan", "category": "berkala", "holder": "Seksi Pelayanan", "responsible": "Camat",
        "made": "Januari 2026, Perbaungan", "format": "Cetak", "retention": "5 tahun", "link": null, "published_on": "2026-11-20"
    }});
    let survey = json!({"kind": "survey_answered", "response": {
        "on": "2026-11-24", "answers": [4, 3, 4, 4, 3, 4, 4, 0, 4], "gender": "Perempuan", "education": "SMA", "occupation": ""
    }});
    for (matter, change) in [(Matter::DipItem, item), (Matter::Survey, survey)] {
        let subject = Subject::matter(matter, Uuid::from_u128(51));
        desk.write("2026-11-24", subject, &serde_json::from_value(change).unwrap());
    }
}
