//! A step that may be taken, and what became of it.

use crate::error::DeskError;
use crate::views::action::Done;
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::problem::Refused;

/// No such action: the window asked for something that is not offered.
pub(crate) fn unknown<T>() -> Result<T, DeskError> {
    Err(Refused::Unknown.into())
}

/// What the window names and is no identity, or no token of ours, names nothing here, whatever is wrong with it.
pub(crate) fn nothing<E>(_: E) -> Refused {
    Refused::Unknown
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
        seldom: false,
        confirm: None,
        file: None,
        begun: false,
        taken_on: None,
    }
}

/// What the window is told after an action.
pub(crate) fn done(kind: SubjectKind, id: impl ToString, said: impl Into<String>) -> Done {
    Done { subject: Some(SubjectRef::new(kind, id)), paper: None, papers: vec![], said: said.into(), shown_once: None }
}

/// What the window is told after an action on something it stays in the list of.
pub(crate) fn stayed(said: impl Into<String>) -> Done {
    Done { subject: None, paper: None, papers: vec![], said: said.into(), shown_once: None }
}

impl Done {
    /// Offers the paper that follows.
    pub(crate) fn with(mut self, paper: PaperRef) -> Self {
        self.paper = Some(paper);
        self
    }
}
