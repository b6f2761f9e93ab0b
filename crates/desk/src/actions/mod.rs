//! Actions: one door for everything that may be done to anything, with the form each needs.

pub(crate) mod catalogue;
pub(crate) mod classification;
pub(crate) mod exemption;
pub(crate) mod form;
pub(crate) mod objection;
pub(crate) mod office;
pub(crate) mod people;
pub(crate) mod question;
pub(crate) mod report;
pub(crate) mod request;

use crate::context::Context;
use crate::packs::plan;
use crate::sync::State;
use crate::write::Journal;
use loket_domain::problem::Refused;
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::edge::Moment;
use crate::error::DeskError;
use crate::papers::PaperRef;
use crate::views::{ActionForm, Done, Filled, NextStep, SubjectKind, SubjectRef};

/// No such action: the window asked for something that is not offered.
pub(crate) fn unknown<T>() -> Result<T, DeskError> {
    Err(Refused::Unknown.into())
}

/// A button that opens a form, or acts at once.
pub(crate) fn step(action: &str, label: &str, form: bool, may: Result<(), Refused>) -> NextStep {
    NextStep {
        action: action.to_owned(),
        label: label.to_owned(),
        allowed: may.is_ok(),
        reason: may.err().map(|refused| refused.to_string()),
        form,
        main: false,
    }
}

/// What the window is told after an action.
pub(crate) fn done(kind: SubjectKind, id: impl ToString, said: impl Into<String>) -> Done {
    Done { subject: Some(SubjectRef::new(kind, id)), paper: None, said: said.into() }
}

impl Done {
    /// Offers the paper that follows.
    pub(crate) fn with(mut self, paper: PaperRef) -> Self {
        self.paper = Some(paper);
        self
    }
}

/// The form of an action on a subject.
pub(crate) fn action_form(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    match subject.kind {
        SubjectKind::Request => request::request_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Objection => objection::objection_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Classification => classification::classification_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Question => question::question_form_of(tables, &subject.id, action),
        SubjectKind::DipItem => catalogue::dip_form_of(tables, context, &subject.id, action, moment),
        SubjectKind::Report | SubjectKind::Survey => report::report_form_of(context, action, moment),
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
        SubjectKind::Request => request::act_on_request(journal, &subject.id, action, form, moment),
        SubjectKind::Objection => objection::act_on_objection(journal, &subject.id, action, form, moment),
        SubjectKind::Classification => classification::act_on_classification(journal, &subject.id, action, form, moment),
        SubjectKind::Question => question::act_on_question(journal, &subject.id, action, form, moment),
        SubjectKind::DipItem => catalogue::act_on_dip(journal, &subject.id, action, form, moment),
        SubjectKind::Report | SubjectKind::Survey => report::act_on_report(journal, action, form, moment),
        SubjectKind::Office | SubjectKind::DayOff | SubjectKind::Template => {
            office::act_on_office(journal, sync, card, &subject.id, action, form, moment)
        }
        SubjectKind::Official | SubjectKind::Account => people::act_on_person(journal, subject, action, form, moment),
        // What a pack changes is shown before it is accepted.
        SubjectKind::Pack => unknown(),
    }
}
