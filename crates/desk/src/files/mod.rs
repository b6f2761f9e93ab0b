//! Files that belong to requests: attaching, taking back, reading, asking for those of another desk.
//!
//! The bytes lie on the [`Shelf`]; what is known of them stands in the database; that a request holds them, in the journal.

pub(crate) mod error;
pub(crate) mod progress;
pub(crate) mod shelf;
pub(crate) mod state;

pub(crate) use shelf::Shelf;

use crate::journal::Journal;
use crate::requests::known;

use crate::store::enrolment;

use loket_domain::attachment::{Attachment, AttachmentPurpose, Offered, fits};
use loket_domain::authority::Duty;
use loket_domain::problem::Refused;
use loket_domain::request::{Command, Request, decide};
use loket_journal::{Digest, Subject};
use rusqlite::Connection;

use crate::error::DeskError;
use crate::files::error::ShelfError;
use crate::forms::form::{choice, long_text, note, section};
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::roll;
use crate::store::{objects, requests, writing};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::{ActionForm, Choice, Done};

/// Code of the action that takes a file back.
pub(crate) const WITHDRAW_FILE: &str = "withdraw_file";

/// Whether a file of this length is taken: asked before it is read.
pub(crate) fn file_fits(size: u64) -> Result<(), DeskError> {
    Ok(fits(size)?)
}

/// Attaches a file to a request: first its bytes, durably, then the entry that names them.
pub(crate) fn attach(
    journal: &mut Journal,
    shelf: &Shelf,
    id: &str,
    name: &str,
    purpose: &str,
    bytes: &[u8],
    moment: Moment,
) -> Result<Done, DeskError> {
    let (id, request) = known::known(journal.tables(), id)?;
    journal.office.may(&journal.account, Duty::Serve)?;
    if let Some(hold) = journal.held() {
        return Err(DeskError::Held(hold));
    }
    let digest = Digest::of_object(bytes);
    let file = Offered { name, purpose, digest: &digest.to_string(), bytes }.check(&request)?;
    let said = format!("Berkas {} dilampirkan.", file.name);
    let nonce = roll(&mut journal.dice)?;
    shelf.put(&digest, bytes, nonce)?;
    let command = Command::Attach(file);
    journal.commit(command.duty(), moment, |transaction, today, _| {
        let state = requests::one(transaction, id)?;
        let changes = decide(state.as_ref(), command, today)?;
        objects::keep(transaction, &digest)?;
        Ok(vec![Written { subject: Subject::Request(id), changes }])
    })?;
    Ok(Done { subject: Some(SubjectRef::new(SubjectKind::Request, id)), paper: None, papers: vec![], said, shown_once: None })
}

/// The name and the bytes of a file of a request.
pub(crate) fn file(tables: &Connection, shelf: &Shelf, id: &str, digest: &str) -> Result<(String, Vec<u8>), DeskError> {
    let (file, digest) = held_file(tables, id, digest)?;
    if !objects::whereabouts(tables, &file.digest)?.here {
        return Err(DeskError::FileAway);
    }
    let bytes = shelf.whole(&digest, file.size);
    if matches!(bytes, Err(ShelfError::Lost(_))) {
        writing::note(tables, |tables| objects::lose(tables, &digest))?;
    }
    Ok((file.name, bytes?))
}

/// Asks for a file that is not on this computer; it comes with the next round of sync.
pub(crate) fn want_file(tables: &Connection, id: &str, digest: &str) -> Result<(), DeskError> {
    let (_, digest) = held_file(tables, id, digest)?;
    if enrolment::enrolment(tables)?.is_none() {
        return Err(crate::sync::SyncFault::NotEnrolled.into());
    }
    Ok(writing::note(tables, |tables| objects::want(tables, &digest))?)
}

fn held_file(tables: &Connection, id: &str, digest: &str) -> Result<(Attachment, Digest), DeskError> {
    let (_, request) = known::known(tables, id)?;
    let file = request.attachment(digest).ok_or(Refused::Unknown)?.clone();
    let digest = file.digest.parse().map_err(DeskError::unsound("digest"))?;
    Ok((file, digest))
}

/// The form that takes a file back.
pub(crate) fn withdraw_file_form(request: &Request) -> Result<ActionForm, DeskError> {
    let label = |file: &Attachment| format!("{} ({})", file.name, file.purpose.label());
    let files: Vec<Choice> =
        request.attached().map(|attached| Choice { code: attached.file.digest.clone(), label: label(&attached.file) }).collect();
    let first = files.first().ok_or(Refused::NotNow("Belum ada berkas pada permohonan ini."))?.code.clone();
    let fields = vec![
        choice("digest", "Berkas", files, first).needed(),
        long_text("reason", "Alasan", "").needed().help("Misalnya: pindaian milik permohonan lain."),
        note("kept", "Catatan bahwa berkas ini pernah dilampirkan tetap ada di riwayat."),
    ];
    Ok(ActionForm::new("Tarik berkas", "Tarik", vec![section("", fields)]).final_step())
}

/// What a file may be for, in the order of the form.
pub(crate) fn purposes() -> Vec<Choice> {
    crate::views::choices!(AttachmentPurpose)
}
