//! The papers of an objection, one value each.

use crate::printing::papers::{PaperOf, PaperSource, Papers, Signer};
use loket_domain::change::{Change, ObjectionChange};
use loket_domain::objection::{Objection, may};
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_journal::Matter;
use loket_letters as letters;

use crate::store::requests;

/// The form and the answer of an objection.
pub(crate) const PAPERS: Papers<Objection> = Papers {
    matter: Matter::Objection,
    all: &[FORM, ANSWER],
    has: Objection::has_paper,
    issued: |it| Some(&it.issued),
    again: may::reprint_original,
};

const FORM: PaperOf<Objection> = PaperOf {
    kind: PaperKind::ObjectionForm,
    number: |objection| Some(objection.number.text.clone()),
    dated: |objection| Some(objection.registered_on),
    named: |objection| Some(objection.number.text.clone()),
    stands_on: |change| matches!(change, Change::Objection(ObjectionChange::ObjectionRegistered { .. })),
    signer: Signer::ByHand,
    make: |sheet| Ok(Box::new(form(sheet))),
};

const ANSWER: PaperOf<Objection> = PaperOf {
    kind: PaperKind::ObjectionAnswer,
    number: |objection| Some(objection.answer.as_ref()?.letter.number.clone()),
    dated: |objection| Some(objection.answer.as_ref()?.letter.date),
    named: |objection| Some(objection.number.text.clone()),
    stands_on: |change| matches!(change, Change::Objection(ObjectionChange::ObjectionAnswered { .. })),
    signer: Signer::Official(|objection| Some(objection.answer.as_ref()?.letter.signed_by)),
    make: |sheet| {
        let answer = sheet.state.answer.clone().ok_or(PaperRefused::NoSuchPaper)?;
        let request = sheet.state.form.request.map(|id| requests::one(sheet.tables, id)).transpose()?.flatten();
        Ok(Box::new(letters::ObjectionAnswer {
            objection_no: sheet.state.number.text.clone(),
            registered_on: sheet.state.registered_on,
            check_code: sheet.check_code.clone(),
            form: sheet.state.form_on(answer.letter.date, request.as_ref()),
            answer,
            replaces: sheet.state.cancelled.last().map(|cancelled| letters::Replaced {
                number: cancelled.answer.letter.number.clone(),
                date: Some(cancelled.answer.letter.date),
                ordered: None,
            }),
            place: sheet.place.clone(),
            signatory: sheet.signatory()?,
            mark: sheet.mark,
        }))
    },
};

fn form(sheet: &PaperSource<'_, Objection>) -> letters::ObjectionForm {
    let objection = sheet.state;
    letters::ObjectionForm {
        objection_no: objection.number.text.clone(),
        check_code: sheet.check_code.clone(),
        form: objection.form.clone(),
        due: objection.due,
        place: sheet.place.clone(),
        on: objection.registered_on,
        officer: sheet.kept.first().map_or_else(String::new, |kept| sheet.context.writer(kept)),
        mark: sheet.mark,
    }
}
