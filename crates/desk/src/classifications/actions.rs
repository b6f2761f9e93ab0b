//! Consequence tests and classifications.

use crate::classifications::known::{known_classification, write_classification};
use crate::classifications::steps;
use crate::classifications::worksheet::{test, worksheet_form};
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{self, Action, Ask, Noun};
use crate::forms::step::unknown;
use crate::journal::Journal;
use crate::kernel::moment::Moment;

use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use loket_domain::classification::{Classification, ClassificationCommand};
use rusqlite::Connection;

/// How the steps of its list are written, and its papers named.
const CLASSIFICATION: Noun<ClassificationCommand> = Noun {
    kind: SubjectKind::Classification,
    write: write_classification,
    paper: |id, kind| PaperRef::Classification { id, kind },
};

/// Every step of a classification, in the order of its buttons.
pub(crate) const ALL: &[Action<Classification, ClassificationCommand>] =
    &[steps::APPROVE, steps::REJECT, steps::DECREE, steps::LIFT, steps::TEST];

/// What may be done next and what may not.
pub(crate) fn classification_steps(context: &Context<'_>, state: &Classification, moment: Moment) -> Vec<NextStep> {
    let mut steps = action::steps(ALL, context, state, moment);
    if let Some(first) = steps.iter_mut().find(|step| step.allowed) {
        first.main = true;
    }
    steps
}

/// The form of a step, headed with what was tested; of a new test where none is named.
pub(crate) fn classification_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    code: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    if id.is_empty() {
        return if code == steps::TEST.code { Ok(worksheet_form(context, None, moment)) } else { unknown() };
    }
    let (id, state) = known_classification(tables, id)?;
    let form = action::form(ALL, code, &Ask { tables, context, id: id.0, state: &state, moment })?;
    Ok(form.intro(state.worksheet.information.chars().take(160).collect::<String>()))
}

/// Takes a step.
pub(crate) fn act_on_classification(
    journal: &mut Journal,
    id: &str,
    code: &str,
    filled: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    if id.is_empty() {
        return if code == steps::TEST.code { test(journal, None, None, filled, moment) } else { unknown() };
    }
    let (id, state) = known_classification(journal.tables(), id)?;
    action::take(ALL, &CLASSIFICATION, code, journal, (id.0, &state), filled, moment)
}
