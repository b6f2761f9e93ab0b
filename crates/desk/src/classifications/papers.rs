//! The papers of a classification, and the list of what is exempt.

use crate::classifications::known;
use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::basis::MatterPaper;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::printing::signatory::signatory;
use crate::requests::story::Story;
use crate::store::matters;
use crate::store::matters::Found;

use crate::views::paper::IssuedPaper;
use chrono::NaiveDate;
use loket_domain::change::{Change, ClassificationChange};
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::grounds::Ground;
use loket_domain::indonesian::date as words;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::other_act;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

/// The worksheet or the decree of a classification.
pub(crate) fn classification_letter(
    tables: &Connection,
    context: &Context<'_>,
    id: Uuid,
    state: &Classification,
    kind: PaperKind,
    is_copy: bool,
) -> Result<MatterPaper, DeskError> {
    let kept = basis::kept_of(tables, Matter::Classification, id)?;
    let place = context.office.profile.place.clone();
    let (worksheet, approved) = (state.worksheet.clone(), state.approved.clone());
    match (kind, &state.decree) {
        (PaperKind::ConsequenceTest, _) => {
            let entry = basis::last(&kept, |change| {
                matches!(change, Change::Classification(ClassificationChange::ConsequenceTested { .. }))
            });
            let (number, on) = (worksheet.tested_on.to_string(), worksheet.tested_on);
            let check_code = Story::check_code(entry);
            let test = letters::ConsequenceTest { check_code, worksheet, approved, place, mark: basis::mark(is_copy) };
            Ok(MatterPaper { number, on, hash: basis::hash(entry), paper: Box::new(test) })
        }
        (PaperKind::ClassificationDecree, Some(decree)) => {
            let entry = basis::last(&kept, |change| {
                matches!(change, Change::Classification(ClassificationChange::ClassificationDecreed { .. }))
            });
            let paper = letters::ClassificationDecree {
                check_code: Story::check_code(entry),
                worksheet,
                approved,
                decree: decree.clone(),
                office: context.office.profile.name(),
                regency: context.office.profile.regency.clone(),
                place,
                signatory: signatory(tables, context, decree.letter.signed_by, entry)?,
                mark: basis::mark(is_copy),
            };
            let (number, on) = (decree.letter.number.clone(), decree.letter.date);
            Ok(MatterPaper { number, on, hash: basis::hash(entry), paper: Box::new(paper) })
        }
        _ => Err(Refused::NoSuchPaper.into()),
    }
}

pub(crate) fn classification_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    let (id, state) = known::known_classification(tables, id)?;
    let is_copy = state.issued.contains_key(&kind);
    let made = classification_letter(tables, context, id.0, &state, kind, is_copy)?;
    Ok(IssuedPaper { pdf: printer.print(&*made.paper)?, file_name: file_name(kind.label(), &made.number), is_copy })
}

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
        let period = sheet.expires.map_or_else(|| "Selama diperlukan".to_owned(), |expires| format!("Sampai {}", words(expires)));
        vec![
            number.to_string(),
            sheet.information.clone(),
            legal_basis(&found.state),
            sheet.consequence.clone(),
            sheet.benefit.clone(),
            period,
            sheet.unit.clone(),
        ]
    };
    let rows = all.iter().filter(holds).zip(1..).map(row).collect();
    let list =
        letters::ExemptList { on: today, check_code: basis::state_code(context), rows, signed: basis::ppid(context, today) };
    let file_name = format!("Daftar Informasi yang Dikecualikan {today}.pdf");
    Ok(IssuedPaper { pdf: printer.print(&list)?, file_name, is_copy: false })
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
