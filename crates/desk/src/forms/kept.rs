//! What was typed into the form of a step and not sent yet: a letter lies as a draft for days until it is initialled, and no power
//! cut may take it. It belongs to the account that typed it, stays on this computer, and holds no password.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::drafts;
use crate::store::writing;
use crate::views::action::{ActionForm, FieldKind, Filled, KeptStep};
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;
use loket_domain::ids::AccountId;
use rusqlite::Connection;

/// On which shelf the steps of a subject lie.
fn shelf(context: &Context<'_>, subject: &SubjectRef) -> Result<String, DeskError> {
    let kind = serde_json::to_value(subject.kind).map_err(DeskError::slip("kind of subject"))?;
    let kind = kind.as_str().unwrap_or_default().to_owned();
    Ok(format!("{}/{kind}/{}", all_of(context.account.id), subject.id))
}

/// Under which the steps of an account lie.
fn all_of(account: AccountId) -> String {
    format!("step/{account}")
}

/// Lets another account go on with what one had typed.
pub(crate) fn hand_on(writing: &Connection, from: AccountId, to: AccountId) -> Result<(), DeskError> {
    Ok(drafts::move_shelf(writing, &all_of(from), &all_of(to))?)
}

/// Puts what was kept into a form.
pub(crate) fn restore(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    form: ActionForm,
) -> Result<ActionForm, DeskError> {
    let found = drafts::kept(tables, &format!("{}/{action}", shelf(context, subject)?))?;
    let kept = found.and_then(|(content, kept_text)| {
        let mut typed: Filled = serde_json::from_str(&content).ok()?;
        typed.retain(|name, _| is_kept(&form, name));
        (!typed.is_empty()).then_some(KeptStep { typed, kept_text })
    });
    Ok(ActionForm { kept, ..form })
}

/// Whether what is typed into a box of this name is kept: it is a box of the form, and no password.
fn is_kept(form: &ActionForm, name: &str) -> bool {
    let mut boxes = form.sections.iter().flat_map(|section| &section.fields);
    boxes.any(|field| field.name == name && !matches!(field.kind, FieldKind::Password | FieldKind::Note))
}

/// Keeps what is typed into a form.
pub(crate) fn keep(
    tables: &Connection,
    context: &Context<'_>,
    (subject, action): (&SubjectRef, &str),
    form: &ActionForm,
    mut typed: Filled,
    moment: Moment,
) -> Result<(), DeskError> {
    typed.retain(|name, _| is_kept(form, name));
    if typed.is_empty() {
        return forget(tables, context, subject, action);
    }
    let content = serde_json::to_string(&typed).map_err(DeskError::slip("draft"))?;
    let (name, at) = (format!("{}/{action}", shelf(context, subject)?), context.noted_at(moment.local));
    Ok(writing::note(tables, |tables| drafts::keep(tables, &name, &content, &at))?)
}

/// Forgets what was typed: it was sent, or thrown away.
pub(crate) fn forget(tables: &Connection, context: &Context<'_>, subject: &SubjectRef, action: &str) -> Result<(), DeskError> {
    let name = format!("{}/{action}", shelf(context, subject)?);
    if drafts::kept(tables, &name)?.is_none() {
        return Ok(());
    }
    Ok(writing::note(tables, |tables| drafts::discard(tables, &name))?)
}

/// Marks the steps whose form was begun.
pub(crate) fn mark(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    next: &mut [NextStep],
) -> Result<(), DeskError> {
    let begun = drafts::under(tables, &shelf(context, subject)?)?;
    for step in next {
        step.begun = begun.iter().any(|(name, ..)| name.rsplit('/').next() == Some(&step.action));
    }
    Ok(())
}
