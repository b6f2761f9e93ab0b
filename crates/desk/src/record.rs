//! The list of pages: whatever has one, a matter or a setting.
//!
//! It is a match and no array, as in [`crate::lists`]: so the compiler asks for the line of a kind that is new.

use crate::error::DeskError;
use crate::forms::kept;
use crate::settings::packs;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::{blanks, catalogue, classifications, handovers, objections, old_book, questions, reports, settings};
use loket_domain::problem::Refused;

/// The thing with this identity, whole.
type Page = fn(&Look<'_>, &str) -> Result<RecordView, DeskError>;

/// The page of a kind. A request has one of another shape; an answered survey and the office have none.
fn page_of(kind: SubjectKind) -> Option<Page> {
    match kind {
        SubjectKind::Objection => Some(objections::record::objection_record),
        SubjectKind::Classification => Some(classifications::record::classification_record),
        SubjectKind::Question => Some(questions::record::question_record),
        SubjectKind::DipItem => Some(catalogue::record::dip_record),
        SubjectKind::Report => Some(reports::record::report_record),
        SubjectKind::Official => Some(settings::record::official),
        SubjectKind::Account => Some(settings::record::account),
        SubjectKind::DayOff => Some(settings::record::day_off),
        SubjectKind::Template => Some(settings::record::template),
        SubjectKind::Pack => Some(packs::view::pack_record),
        SubjectKind::NumberedForm => Some(blanks::record::form_record),
        SubjectKind::OldRequest => Some(old_book::record::old_request_record),
        SubjectKind::Handover => Some(handovers::record::handover_record),
        SubjectKind::Request | SubjectKind::Survey | SubjectKind::Office => None,
    }
}

/// One thing, whole.
///
/// # Errors
/// [`Refused::Unknown`] for what has no page, or is not known here.
pub(crate) fn record(look: &Look<'_>, subject: &SubjectRef) -> Result<RecordView, DeskError> {
    let mut record = page_of(subject.kind).ok_or(Refused::Unknown)?(look, &subject.id)?;
    kept::mark(look.tables, look.context, subject, &mut record.next)?;
    Ok(record)
}
