//! Actions: one door for everything that may be done to anything, with the form each needs.

mod catalogue;
mod classification;
mod exemption;
pub(crate) mod form;
mod objection;
mod office;
mod people;
mod question;
mod report;
mod request;

use loket_domain::problem::Refused;

use crate::desk::Desk;
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

impl Desk {
    /// The form of an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the action may not be taken now, or is not known.
    pub fn action_form(&self, subject: &SubjectRef, action: &str, moment: Moment) -> Result<ActionForm, DeskError> {
        match subject.kind {
            SubjectKind::Request => self.request_form_of(&subject.id, action, moment),
            SubjectKind::Objection => self.objection_form_of(&subject.id, action, moment),
            SubjectKind::Classification => self.classification_form_of(&subject.id, action, moment),
            SubjectKind::Question => self.question_form_of(&subject.id, action),
            SubjectKind::DipItem => self.dip_form_of(&subject.id, action, moment),
            SubjectKind::Report | SubjectKind::Survey => self.report_form_of(action, moment),
            SubjectKind::Office | SubjectKind::DayOff | SubjectKind::Template => self.office_form_of(&subject.id, action, moment),
            SubjectKind::Official | SubjectKind::Account => self.person_form_of(subject, action, moment),
            SubjectKind::Pack => self.pack_form_of(&subject.id, action),
        }
    }

    /// Takes an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is written then.
    pub fn act(&mut self, subject: &SubjectRef, action: &str, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
        match subject.kind {
            SubjectKind::Request => self.act_on_request(&subject.id, action, form, moment),
            SubjectKind::Objection => self.act_on_objection(&subject.id, action, form, moment),
            SubjectKind::Classification => self.act_on_classification(&subject.id, action, form, moment),
            SubjectKind::Question => self.act_on_question(&subject.id, action, form, moment),
            SubjectKind::DipItem => self.act_on_dip(&subject.id, action, form, moment),
            SubjectKind::Report | SubjectKind::Survey => self.act_on_report(action, form, moment),
            SubjectKind::Office | SubjectKind::DayOff | SubjectKind::Template => {
                self.act_on_office(&subject.id, action, form, moment)
            }
            SubjectKind::Official | SubjectKind::Account => self.act_on_person(subject, action, form, moment),
            // What a pack changes is shown before it is accepted.
            SubjectKind::Pack => unknown(),
        }
    }
}
