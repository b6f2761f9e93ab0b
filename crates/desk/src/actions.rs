//! The list of nouns: whatever steps there are, each is in one of their lists.

use crate::blanks::actions::{NEW_FORMS, NUMBERED_FORM};
use crate::catalogue::actions::{ITEM, NEW_ITEM};
use crate::classifications::actions::{CLASSIFICATION, NEW_TEST};
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::Hands;
use crate::forms::kept;
use crate::forms::noun::Steps;
use crate::kernel::moment::Moment;
use crate::objections::actions::{NEW_OBJECTION, OBJECTION};
use crate::old_book::actions::OLD_REQUEST;
use crate::printing::printer::Printer;
use crate::questions::actions::{NEW_QUESTION, QUESTION};
use crate::reports::actions::{NEW_ANSWER, NEW_REPORT, REPORT};
use crate::requests::actions::REQUEST;
use crate::settings::accounts::{ACCOUNT, NEW_ACCOUNT};
use crate::settings::days_off::{DAY_OFF, NEW_DAY_OFF};
use crate::settings::office;
use crate::settings::officials::{NEW_OFFICIAL, OFFICIAL};
use crate::settings::packs::plan::{NEW_PACK, PACK};
use crate::settings::wording::TEMPLATE;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::difference::CalendarChange;
use crate::views::paper::IssuedPaper;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::problem::Refused;
use rusqlite::Connection;

const NOUNS: &[&dyn Steps] = &[
    &REQUEST,
    &OBJECTION,
    &NEW_OBJECTION,
    &CLASSIFICATION,
    &NEW_TEST,
    &QUESTION,
    &NEW_QUESTION,
    &ITEM,
    &NEW_ITEM,
    &REPORT,
    &NEW_REPORT,
    &NEW_ANSWER,
    &office::SYNC,
    &office::OFFICE,
    &office::LETTERHEAD,
    &office::NUMBERING,
    &office::RULES,
    &office::CARD,
    &OFFICIAL,
    &NEW_OFFICIAL,
    &ACCOUNT,
    &NEW_ACCOUNT,
    &TEMPLATE,
    &DAY_OFF,
    &NEW_DAY_OFF,
    &PACK,
    &NEW_PACK,
    &NUMBERED_FORM,
    &NEW_FORMS,
    &OLD_REQUEST,
];

/// The list that has this step for this subject.
fn noun(subject: &SubjectRef, action: &str) -> Result<&'static dyn Steps, Refused> {
    NOUNS.iter().copied().find(|noun| noun.has(subject, action)).ok_or(Refused::Unknown)
}

/// Every step there is: on what it is taken, whether that has a name by then, and its code.
pub fn every_step() -> impl Iterator<Item = (SubjectKind, bool, &'static str)> {
    NOUNS.iter().flat_map(|noun| noun.codes())
}

/// The form of an action on a subject.
pub(crate) fn action_form(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let form = noun(subject, action)?.form(tables, context, &subject.id, action, moment)?;
    kept::restore(tables, context, subject, action, form)
}

/// Keeps what is typed into the form of an action on a subject.
pub(crate) fn keep_step(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    typed: Filled,
    moment: Moment,
) -> Result<(), DeskError> {
    let form = noun(subject, action)?.form(tables, context, &subject.id, action, moment)?;
    kept::keep(tables, context, (subject, action), &form, typed, moment)
}

/// What an action on a subject would change, where that is shown first. Nothing is written.
pub(crate) fn change_preview(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<CalendarChange, DeskError> {
    noun(subject, action)?.shown(tables, context, &subject.id, action, form, moment)
}

/// The paper that would follow from an action on a subject, as a draft. Nothing is written.
pub(crate) fn draft_paper(
    tables: &Connection,
    printer: &Printer<'_>,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<IssuedPaper, DeskError> {
    noun(subject, action)?.draft(printer, tables, &subject.id, action, form, moment)
}

/// Takes an action on a subject.
pub(crate) fn act(
    hands: &mut Hands<'_>,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let done = noun(subject, action)?.take(hands, &subject.id, action, form, moment)?;
    // The step is taken: where its form cannot be emptied, as on a full disk, that is no failure of the step.
    kept::forget(hands.journal.tables(), &hands.journal.context(), subject, action).ok();
    Ok(done)
}

/// What of this step is written down at the desk: what touches accounts, keys and what the office sets.
pub(crate) fn noted(context: &Context<'_>, subject: &SubjectRef, action: &str) -> Option<String> {
    if !matches!(subject.kind, SubjectKind::Account | SubjectKind::Office | SubjectKind::Official) {
        return None;
    }
    let label = noun(subject, action).ok()?.label(action)?;
    let account = subject.id.parse().ok().and_then(|id| context.office.account(id));
    Some(account.map_or_else(|| label.to_owned(), |account| format!("{label}: {}", account.login)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_code_names_one_step_of_a_kind() {
        let all: Vec<_> = every_step().collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }
}
