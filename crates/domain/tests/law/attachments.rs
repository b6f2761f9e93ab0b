//! Files of a request: attached, taken back, and never taken on trust.

use loket_domain::attachment::{Attachment, AttachmentPurpose, LARGEST_ATTACHMENT, MOST_ATTACHMENTS, MediaType, Offered, fits};
use loket_domain::change::{Change, RequestChange};
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{Command, Request, RequestDraft, decide};

use crate::office::{Day, date, filled_form, number};

const ON: &str = "2026-11-23";

fn file(digit: char) -> Attachment {
    let (digest, name) = (digit.to_string().repeat(64), "ktp.pdf".to_owned());
    Attachment { digest, name, media_type: MediaType::Pdf, kind: None, size: 1_000, purpose: AttachmentPurpose::Identity }
}

fn registered() -> (Day, Vec<Change>) {
    let day = Day::at_perbaungan();
    let draft = RequestDraft { received_date: ON.into(), ..filled_form() };
    let changes = decide(None, Command::Register { draft: Box::new(draft), number: number(7, ON) }, &day.on(ON)).unwrap();
    (day, changes)
}

fn attach(file: Attachment) -> Change {
    Change::Request(RequestChange::AttachmentAdded { on: date(ON), file })
}

#[test]
fn a_file_is_attached_once_taken_back_with_a_reason_and_may_come_again() {
    let (day, mut changes) = registered();
    let then = |changes: &mut Vec<Change>, command| -> Result<Request, Refused> {
        let (state, _) = Request::replay(&*changes);
        changes.extend(decide(state.as_ref(), command, &day.on(ON))?);
        Ok(Request::replay(&*changes).0.unwrap())
    };
    let digest = file('a').digest;
    let request = then(&mut changes, Command::Attach(file('a'))).unwrap();
    assert_eq!(request.attachment(&digest), Some(&file('a')));
    assert!(then(&mut changes, Command::Attach(file('a'))).is_err(), "twice");
    let withdraw = |reason: &str| Command::WithdrawAttachment { digest: digest.clone(), reason: reason.into() };
    assert!(matches!(then(&mut changes, withdraw(" ")), Err(Refused::Fields(problems)) if problems[0].field == "reason"));
    let request = then(&mut changes, withdraw("Milik permohonan lain")).unwrap();
    assert!(request.attached().next().is_none());
    assert_eq!(request.attachments[0].withdrawn.as_deref(), Some("Milik permohonan lain"), "its story stays");
    assert!(then(&mut changes, withdraw("Lagi")).is_err());
    assert!(then(&mut changes, Command::Attach(file('a'))).unwrap().attachment(&digest).is_some());
}

#[test]
fn the_same_file_attached_and_taken_back_at_two_desks_is_no_work_for_anybody() {
    let (_, mut changes) = registered();
    let withdrawn =
        |reason: &str| Change::Request(RequestChange::AttachmentWithdrawn { digest: file('a').digest, reason: reason.into() });
    changes.extend([attach(file('a')), attach(file('a')), withdrawn("Keliru"), withdrawn("Salah berkas")]);
    let (request, misfits) = Request::replay(&changes);
    assert!(misfits.is_empty());
    let attachments = request.unwrap().attachments;
    assert_eq!((attachments.len(), attachments[0].withdrawn.as_deref()), (1, Some("Keliru")));
}

#[test]
fn what_another_writer_claims_of_a_file_is_kept_for_a_person_and_not_used() {
    let (_, changes) = registered();
    let claims = [
        Attachment { digest: "A".repeat(64), ..file('a') },
        Attachment { digest: "../../etc/passwd".into(), ..file('a') },
        Attachment { name: "../ktp.pdf".into(), ..file('a') },
        Attachment { name: "ktp.exe".into(), ..file('a') },
        Attachment { name: String::new(), ..file('a') },
        Attachment { size: 0, ..file('a') },
        Attachment { size: LARGEST_ATTACHMENT + 1, ..file('a') },
    ];
    for claim in claims {
        let told: Vec<Change> = changes.iter().cloned().chain([attach(claim)]).collect();
        let (request, misfits) = Request::replay(&told);
        assert!(request.unwrap().attachments.is_empty());
        assert_eq!(misfits, [told.len() - 1], "{:?}", told.last());
    }
    let stray = Change::Request(RequestChange::AttachmentWithdrawn { digest: file('b').digest, reason: "Keliru".into() });
    let told: Vec<Change> = changes.iter().cloned().chain([stray]).collect();
    assert_eq!(Request::replay(&told).1.len(), 1, "of a file that nobody attached");
}

#[test]
fn what_the_counter_offers_always_fits() {
    let (_, changes) = registered();
    let request = Request::replay(&changes).0.unwrap();
    let digest = "0".repeat(64);
    for name in ["KTP.PDF", "C:\\scan\\..\\ .hasil", "a/b/c", "\u{0}", "nama yang panjang sekali ".repeat(20).as_str()] {
        let offered = Offered { name, purpose: "identity", digest: &digest, bytes: b"%PDF-1.7" };
        let file = offered.check(&request).unwrap();
        assert!(Request::apply(Some(&request), &attach(file)).is_some(), "{name}");
    }
}

#[test]
fn a_refused_file_names_the_measure_it_breaks() {
    let large = fits(LARGEST_ATTACHMENT + 1).unwrap_err();
    assert_eq!(large, RequestRefused::FileTooLarge(25).into());
    assert!(large.to_string().starts_with("Berkas ini lebih besar dari 25 MB, jadi tidak dilampirkan;"));
    let many = RequestRefused::FilesTooMany(MOST_ATTACHMENTS).to_string();
    assert_eq!(many, "Permohonan ini sudah berisi 60 berkas; gabungkan pindaian berikutnya menjadi satu PDF.");
}
