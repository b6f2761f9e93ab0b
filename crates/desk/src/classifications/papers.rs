//! The papers of a classification, one value each, and the list of what is exempt.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::papers::{PaperOf, Papers, Signer};
use crate::printing::printer::Printer;
use crate::store::matters;
use crate::store::matters::Found;
use crate::views::paper::IssuedPaper;
use chrono::NaiveDate;
use loket_domain::change::{Change, ClassificationChange};
use loket_domain::classification::{Classification, ClassificationStage, may};
use loket_domain::grounds::Ground;
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::other_act;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;

/// The worksheet and the decree of a classification.
pub(crate) const PAPERS: Papers<Classification> = Papers {
    matter: Matter::Classification,
    all: &[WORKSHEET, DECREE],
    has: Classification::has_paper,
    issued: |state| Some(&state.issued),
    again: may::reprint_original,
};

const WORKSHEET: PaperOf<Classification> = PaperOf {
    kind: PaperKind::ConsequenceTest,
    number: |_| None,
    dated: |state| Some(state.worksheet.tested_on),
    named: |_| None,
    stands_on: |change| matches!(change, Change::Classification(ClassificationChange::ConsequenceTested { .. })),
    signer: Signer::ByHand,
    make: |sheet| {
        Ok(Box::new(letters::ConsequenceTest {
            check_code: sheet.check_code.clone(),
            worksheet: sheet.state.worksheet.clone(),
            approved: sheet.state.approved.clone(),
            place: sheet.place.clone(),
            mark: sheet.mark,
        }))
    },
};

const DECREE: PaperOf<Classification> = PaperOf {
    kind: PaperKind::ClassificationDecree,
    number: |state| Some(state.decree.as_ref()?.letter.number.clone()),
    dated: |state| Some(state.decree.as_ref()?.letter.date),
    named: |_| None,
    stands_on: |change| matches!(change, Change::Classification(ClassificationChange::ClassificationDecreed { .. })),
    signer: Signer::Official(|state| Some(state.decree.as_ref()?.letter.signed_by)),
    make: |sheet| {
        let profile = &sheet.context.office.profile;
        Ok(Box::new(letters::ClassificationDecree {
            check_code: sheet.check_code.clone(),
            worksheet: sheet.state.worksheet.clone(),
            approved: sheet.state.approved.clone(),
            decree: sheet.state.decree.clone().ok_or(PaperRefused::NoSuchPaper)?,
            office: profile.name(),
            regency: profile.regency.clone(),
            place: sheet.place.clone(),
            signatory: sheet.signatory()?,
            mark: sheet.mark,
        }))
    },
};

pub(crate) fn exempt_list(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let all = matters::all::<Classification>(tables)?;
    let holds = |found: &&Found<Classification>| found.state.stage() == ClassificationStage::Decreed && found.state.covers(today);
    let row = |(found, number): (&Found<Classification>, usize)| {
        let sheet = &found.state.worksheet;
        let lasting = sheet.lasting();
        let period = found.state.decree.as_ref().map_or_else(|| lasting.in_words(), |decree| lasting.since(decree.from));
        vec![
            number.to_string(),
            sheet.information.clone(),
            legal_basis(&found.state),
            sheet.consequence.clone(),
            sheet.benefit.clone(),
            capitalized(&period),
            sheet.unit.clone(),
        ]
    };
    let rows = all.iter().filter(holds).zip(1..).map(row).collect();
    let decree = context.office.profile.dik_decree.clone();
    let list = letters::ExemptList {
        on: today,
        check_code: basis::state_code(context),
        decree,
        rows,
        signed: basis::ppid(context, today),
    };
    let file_name = format!("Daftar Informasi yang Dikecualikan {today}.pdf");
    Ok(IssuedPaper { pdf: printer.print(&list)?, file_name, is_copy: false })
}

/// The same words as the beginning of a cell.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The letters a classification rests on, as the list of exempt information names them.
pub(crate) fn legal_basis(state: &Classification) -> String {
    let sheet = &state.worksheet;
    let letters: Vec<&str> = sheet.grounds.iter().map(|ground: &Ground| ground.code()).collect();
    let mut basis = format!("Pasal 17 huruf {} UU 14/2008", letters.join(", "));
    if let Some((law, article)) = &sheet.other_law {
        basis = format!("{basis}; {}", other_act(law, article));
    }
    basis
}
