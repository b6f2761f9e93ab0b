//! What may be done with a subject: the form, and the deed.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::requests::actions;
use crate::settings::packs::plan;

use crate::settings::{office, people};
use crate::sync::state::State;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::{catalogue, classifications, objections, questions, reports};
use rusqlite::Connection;
use zeroize::Zeroizing;

/// The form of an action on a subject.
pub(crate) fn action_form(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    match subject.kind {
        SubjectKind::Request => actions::request_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Objection => objections::actions::objection_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Classification => {
            classifications::actions::classification_form_of(tables, context, &subject.id, action, moment)
        }
        SubjectKind::Question => questions::actions::question_form_of(tables, &subject.id, action),
        SubjectKind::DipItem => catalogue::actions::dip_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Report | SubjectKind::Survey => reports::actions::report_form_of(context, action, moment),
        SubjectKind::Office | SubjectKind::DayOff | SubjectKind::Template => {
            office::office_form_of(tables, context, &subject.id, action, moment)
        }
        SubjectKind::Official | SubjectKind::Account => people::person_form_of(context, subject, action, moment),
        SubjectKind::Pack => plan::pack_form_of(tables, context, &subject.id, action),
    }
}

/// Takes an action on a subject.
pub(crate) fn act(
    journal: &mut Journal,
    sync: &mut State,
    card: &mut Option<Zeroizing<String>>,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    match subject.kind {
        SubjectKind::Request => actions::act_on_request(journal, &subject.id, action, form, moment),
        SubjectKind::Objection => objections::actions::act_on_objection(journal, &subject.id, action, form, moment),
        SubjectKind::Classification => {
            classifications::actions::act_on_classification(journal, &subject.id, action, form, moment)
        }
        SubjectKind::Question => questions::actions::act_on_question(journal, &subject.id, action, form, moment),
        SubjectKind::DipItem => catalogue::actions::act_on_dip(journal, &subject.id, action, form, moment),
        SubjectKind::Report | SubjectKind::Survey => reports::actions::act_on_report(journal, action, form, moment),
        SubjectKind::Office | SubjectKind::DayOff | SubjectKind::Template => {
            office::act_on_office(journal, sync, card, &subject.id, action, form, moment)
        }
        SubjectKind::Official | SubjectKind::Account => people::act_on_person(journal, subject, action, form, moment),
        // What a pack changes is shown before it is accepted.
        SubjectKind::Pack => step::unknown(),
    }
}
