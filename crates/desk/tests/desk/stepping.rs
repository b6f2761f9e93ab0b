//! Taking steps as the window does, and watching that what is offered opens, and that what opens is decided.

use loket_desk::views::{Done, FieldValue, Filled, ListKind, ListQuery, NextStep, Preview, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Moment};
use std::collections::BTreeSet;

use crate::fixture::boxes;

/// A step: on what it is taken, whether that has a name by then, and its code.
pub(crate) type Step = (SubjectKind, bool, String);

/// The steps that were taken, each watched.
#[derive(Default)]
pub(crate) struct Stepping {
    pub(crate) taken: BTreeSet<Step>,
}

/// The buttons beside a subject: on its page, above its list, or in the settings.
pub(crate) fn next(desk: &Desk, subject: &SubjectRef, moment: Moment) -> Vec<NextStep> {
    let list = |list| {
        let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 1 };
        let mut next = desk.list(&query, moment).unwrap().next;
        // What is taken on something else is looked at there.
        next.retain(|step| step.taken_on.is_none());
        next
    };
    if !subject.id.is_empty() {
        let request = subject.kind == SubjectKind::Request;
        let record = || desk.record(subject, moment).unwrap().next;
        return if request { desk.request(&subject.id, moment).unwrap().next } else { record() };
    }
    match subject.kind {
        SubjectKind::Office => {
            let parts = desk.settings("0", moment).unwrap().next;
            [parts.sync, parts.office, parts.letterhead, parts.numbering, parts.rules, parts.card].concat()
        }
        SubjectKind::Objection => list(ListKind::Objections),
        SubjectKind::Classification => list(ListKind::Classifications),
        SubjectKind::Question => list(ListKind::Questions),
        SubjectKind::DipItem => list(ListKind::Dip),
        SubjectKind::Report => list(ListKind::Reports),
        SubjectKind::Survey => list(ListKind::Surveys),
        SubjectKind::Official => list(ListKind::Officials),
        SubjectKind::Account => list(ListKind::Accounts),
        SubjectKind::Template => list(ListKind::Templates),
        SubjectKind::DayOff => list(ListKind::DaysOff),
        SubjectKind::Pack => list(ListKind::Packs),
        SubjectKind::NumberedForm => list(ListKind::NumberedForms),
        SubjectKind::OldRequest => list(ListKind::OldRequests),
        SubjectKind::Request | SubjectKind::Handover => panic!("begun elsewhere"),
    }
}

/// Looks at every button: the form of one that is offered opens; one that is not says one sentence, on the button, before its
/// form and to whoever takes it all the same.
pub(crate) fn look(desk: &mut Desk, subject: &SubjectRef, moment: Moment) {
    let next = next(desk, subject, moment);
    assert_eq!(next.iter().map(|step| &step.action).collect::<BTreeSet<_>>().len(), next.len(), "each step once");
    assert!(next.iter().filter(|step| step.main).count() <= 1, "one step stands out at most");
    for step in &next {
        let form = step.form.then(|| desk.action_form(subject, &step.action, moment));
        if step.allowed {
            assert!(!matches!(form, Some(Err(_))), "{} is offered and does not open", step.action);
            continue;
        }
        let said = step.reason.as_deref();
        if let Some(form) = form {
            assert_eq!(form.err().map(|error| error.to_string()).as_deref(), said, "{}: before its form", step.action);
        }
        let written = desk.written();
        let taken = desk.act(subject, &step.action, &Filled::new(), moment).err();
        assert_eq!(taken.map(|error| error.to_string()).as_deref(), said, "{}: to whoever takes it", step.action);
        assert_eq!(desk.written(), written);
    }
}

/// Takes a step, after what it would change was shown where that is so.
fn deed(desk: &mut Desk, step: (&SubjectRef, &str), shown: bool, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
    if !shown {
        return desk.act(step.0, step.1, form, moment);
    }
    let change = desk.change_preview(step.0, step.1, form, moment)?;
    desk.accept_calendar(&change.token, moment)
}

impl Stepping {
    /// Takes a step that is offered, with its form filled over what it offers. A box that the form does not have is refused
    /// first, and nothing is written: so each box of the form is one that the step reads.
    pub(crate) fn take(
        &mut self,
        desk: &mut Desk,
        subject: &SubjectRef,
        action: &str,
        over: serde_json::Value,
        moment: Moment,
    ) -> Done {
        look(desk, subject, moment);
        let button = next(desk, subject, moment).into_iter().find(|step| step.action == action);
        assert!(button.as_ref().is_none_or(|step| step.allowed), "{action} is not offered: {button:?}");
        let asks = button.is_none_or(|step| step.form);
        let form = asks.then(|| desk.action_form(subject, action, moment).unwrap_or_else(|error| panic!("{action}: {error}")));
        let shown = form.as_ref().is_some_and(|form| form.preview == Some(Preview::Change));
        let mut filled = form.map(|form| form.filled()).unwrap_or_default();
        for (name, value) in boxes(over) {
            assert!(filled.contains_key(&name), "the form of {action} has no box {name}");
            filled.insert(name, value);
        }
        // The agenda book gives a number once.
        if let Some(FieldValue::Text(number)) = filled.get_mut("letter_number") {
            *number = format!("{number}/{}", desk.written());
        }
        let mut stray = filled.clone();
        stray.extend(boxes(serde_json::json!({"no_such_box": "isi"})));
        let written = desk.written();
        let refused = deed(desk, (subject, action), shown, &stray, moment);
        assert!(matches!(refused, Err(DeskError::Slip(_))), "{action} loses what is typed in a box it does not know");
        assert_eq!(desk.written(), written, "{action}");
        let done = deed(desk, (subject, action), shown, &filled, moment).unwrap_or_else(|error| panic!("{action}: {error}"));
        self.taken.insert((subject.kind, !subject.id.is_empty(), action.to_owned()));
        if let Some(subject) = done.subject.as_ref() {
            look(desk, subject, moment);
        }
        done
    }
}
