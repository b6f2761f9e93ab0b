//! The papers of an objection.

use crate::context::Context;
use crate::error::DeskError;
use crate::objections::actions;
use crate::printing::basis;
use crate::printing::basis::MatterPaper;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::printing::signatory::signatory;
use crate::requests::story::Story;
use crate::views::paper::IssuedPaper;
use loket_domain::change::{Change, ObjectionChange};
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

/// The form or the answer of an objection.
pub(crate) fn objection_letter(
    tables: &Connection,
    context: &Context<'_>,
    id: Uuid,
    objection: &Objection,
    kind: PaperKind,
    is_copy: bool,
) -> Result<MatterPaper, DeskError> {
    let kept = basis::kept_of(tables, Matter::Objection, id)?;
    let place = context.office.profile.place.clone();
    let objection_no = objection.number.text.clone();
    match (kind, &objection.answer) {
        (PaperKind::ObjectionForm, _) => {
            let entry =
                basis::last(&kept, |change| matches!(change, Change::Objection(ObjectionChange::ObjectionRegistered { .. })));
            let officer = kept.first().map_or_else(String::new, |kept| context.account_name(kept.header.actor));
            let form = letters::ObjectionForm {
                objection_no,
                check_code: Story::check_code(entry),
                form: objection.form.clone(),
                due: objection.due,
                place,
                on: objection.registered_on,
                officer,
                mark: basis::mark(is_copy),
            };
            let (number, on) = (objection.number.text.clone(), objection.registered_on);
            Ok(MatterPaper { number, on, hash: basis::hash(entry), paper: Box::new(form) })
        }
        (PaperKind::ObjectionAnswer, Some(answer)) => {
            let entry =
                basis::last(&kept, |change| matches!(change, Change::Objection(ObjectionChange::ObjectionAnswered { .. })));
            let letter = letters::ObjectionAnswer {
                objection_no,
                registered_on: objection.registered_on,
                check_code: Story::check_code(entry),
                form: objection.form.clone(),
                answer: answer.clone(),
                place,
                signatory: signatory(tables, context, answer.letter.signed_by, entry)?,
                mark: basis::mark(is_copy),
            };
            let (number, on) = (answer.letter.number.clone(), answer.letter.date);
            Ok(MatterPaper { number, on, hash: basis::hash(entry), paper: Box::new(letter) })
        }
        _ => Err(Refused::NoSuchPaper.into()),
    }
}

pub(crate) fn objection_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    let (id, objection) = actions::known_objection(tables, id)?;
    let is_copy = objection.issued.contains_key(&kind);
    let made = objection_letter(tables, context, id.0, &objection, kind, is_copy)?;
    Ok(IssuedPaper { pdf: printer.print(&*made.paper)?, file_name: file_name(kind.label(), &objection.number.text), is_copy })
}
