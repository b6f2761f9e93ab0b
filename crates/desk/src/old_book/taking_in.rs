//! Writing what the preview of a book said.

use crate::error::DeskError;
use crate::forms::shown;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::old_book::exchange::{BOOK, BookToken};
use crate::views::action::Done;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OldBookChange};
use loket_domain::problem::Refused;
use loket_journal::{Matter, Subject};
use loket_letters::spreadsheet::MOST_ROWS;

/// Writes what a preview said, all of it or nothing, as one act. What the window hands back is asked again like anything that is
/// typed.
pub(crate) fn accept_book(journal: &mut Journal, token: &str, moment: Moment) -> Result<Done, DeskError> {
    journal.context().may(Duty::Administer)?;
    let BookToken(lines) = shown::handed_back(journal.tables(), &journal.context(), BOOK, token)?;
    if lines.len() > MOST_ROWS {
        return Err(Refused::Unknown.into());
    }
    for (_, request) in &lines {
        if request.as_typed().check(moment.local.date())? != *request {
            return Err(Refused::Unknown.into());
        }
    }
    let import = new_uuid(&mut journal.dice, moment)?;
    let desk = journal.desk_code.clone();
    let mut written = Vec::with_capacity(lines.len());
    for (row, request) in lines {
        let id = new_uuid(&mut journal.dice, moment)?;
        let copied = OldBookChange::OldRequestCopied { import, desk: desk.clone(), row, request: Box::new(request) };
        written.push(Written { subject: Subject::matter(Matter::OldRequest, id), changes: vec![Change::OldBook(copied)] });
    }
    let count = written.len();
    journal.commit_in_parts(Duty::Administer, moment, |_, _, _| Ok(written))?;
    let subject = Some(SubjectRef::new(SubjectKind::OldRequest, ""));
    Ok(Done {
        subject,
        paper: None,
        papers: vec![],
        said: format!("{count} permohonan disalin dari buku lama."),
        shown_once: None,
    })
}
