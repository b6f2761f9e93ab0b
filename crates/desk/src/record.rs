//! The page of whatever has one: a matter, or a setting.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::questions::record;
use crate::settings::packs::view;

use crate::sync::state::State;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::{catalogue, classifications, objections, reports, settings};
use loket_domain::problem::Refused;
use rusqlite::Connection;

/// One thing, whole.
pub(crate) fn record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    subject: &SubjectRef,
    moment: Moment,
) -> Result<RecordView, DeskError> {
    match subject.kind {
        SubjectKind::Objection => objections::record::objection_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Classification => classifications::record::classification_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Question => record::question_record(tables, context, sync, &subject.id),
        SubjectKind::DipItem => catalogue::record::dip_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Report => reports::record::report_record(tables, context, sync, &subject.id),
        SubjectKind::Official | SubjectKind::Account | SubjectKind::Template | SubjectKind::DayOff => {
            settings::record::setting_record(context, subject)
        }
        SubjectKind::Pack => view::pack_record(tables, context, sync, &subject.id),
        SubjectKind::Request | SubjectKind::Survey | SubjectKind::Office => Err(Refused::Unknown.into()),
    }
}
