//! The list of papers: where each is made, and that it was printed or saved.

use crate::context::Context;
use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::objections::dispute_file;
use crate::printing::printer::Printer;
use crate::requests::command;
use crate::requests::earlier_papers;
use crate::requests::known;
use crate::settings::wording;
use crate::views::paper::{IssuedPaper, PaperRef, PrintAs};
use crate::{actions, blanks, catalogue, classifications, handovers, objections, reports, requests};
use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::classification::{self, ClassificationCommand};
use loket_domain::objection::{self, ObjectionCommand};
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::{Command, decide};
use loket_letters as letters;
use rusqlite::Connection;

/// The paper as it would be printed so now.
pub(crate) fn paper(
    tables: &Connection,
    printer: &Printer<'_>,
    card: Option<&str>,
    paper: &PaperRef,
    how: &PrintAs,
    moment: Moment,
) -> Result<IssuedPaper, DeskError> {
    let context = &printer.context;
    // What may not be noted as printed is not printed.
    let asked = context.today(moment);
    let today = moment.local.date();
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, request) = known::known(tables, id)?;
            decide::<Change>(Some(&request), request_issued(*kind, how), &asked)?;
            requests::papers::request_paper(tables, context, printer, (id, &request), *kind, how)
        }
        PaperRef::EarlierOfRequest { id, place } => earlier_papers::print(tables, context, printer, id, *place),
        PaperRef::Objection { id, kind } => {
            let (id, state) = objections::actions::known_objection(tables, id)?;
            objection::decide::<Change>(Some(&state), objection_issued(*kind, how), &asked)?;
            objections::papers::PAPERS.print(tables, context, printer, (id.0, &state), *kind, how)
        }
        PaperRef::Classification { id, kind } => {
            let (id, state) = classifications::known::known_classification(tables, id)?;
            classification::decide::<Change>(Some(&state), classification_issued(*kind, how), &asked)?;
            classifications::papers::PAPERS.print(tables, context, printer, (id.0, &state), *kind, how)
        }
        PaperRef::Register { which, from, to, sheet } => {
            reports::papers::register_paper(tables, context, printer, (*which, *sheet), (from, to), today)
        }
        PaperRef::Figures { from, to } => reports::papers::figures_paper(tables, context, printer, (from, to), today),
        PaperRef::Requests { query, columns } => requests::sheet::paper(tables, context, printer, query, columns, moment),
        PaperRef::Envelope { id, size } => requests::post::envelope(printer, &known::known(tables, id)?.1, *size),
        PaperRef::Labels { id, sheet, first, count } => {
            requests::post::labels(printer, &known::known(tables, id)?.1, *sheet, (*first, *count))
        }
        PaperRef::Dip => catalogue::papers::dip_paper(tables, context, printer, today),
        PaperRef::ExemptList => classifications::papers::exempt_list(tables, context, printer, today),
        PaperRef::Report { id } => {
            let (id, report) = reports::papers::known_report(tables, id)?;
            reports::papers::PAPERS.print(tables, context, printer, (id, &report), PaperKind::AnnualReport, how)
        }
        PaperRef::DisputeFile { id } => dispute_file::dispute_file(tables, context, printer, id, today),
        PaperRef::Template { code, text } => wording::template_preview(context, printer, code, text, today),
        PaperRef::Blank { form, count } => blanks::papers::blank_forms(context, printer, *form, *count),
        PaperRef::NumberedForms { numbers } => blanks::papers::numbered_forms(tables, context, printer, numbers),
        PaperRef::Handover { id } => handovers::papers::minutes(tables, context, printer, id),
        PaperRef::RecoveryCard => recovery_card(context, printer, card, today),
        PaperRef::Draft { subject, action, form } => actions::draft_paper(tables, printer, subject, action, form, moment),
    }
}

/// What notes that a paper of a request was printed so.
fn request_issued(paper: PaperKind, how: &PrintAs) -> Command {
    match how {
        PrintAs::Next | PrintAs::Copy => Command::IssuePaper(paper),
        PrintAs::Original { reason } => Command::ReprintOriginal { paper, reason: reason.clone() },
    }
}

/// What notes that a paper of an objection was printed so.
fn objection_issued(paper: PaperKind, how: &PrintAs) -> ObjectionCommand {
    match how {
        PrintAs::Next | PrintAs::Copy => ObjectionCommand::IssuePaper(paper),
        PrintAs::Original { reason } => ObjectionCommand::ReprintOriginal { paper, reason: reason.clone() },
    }
}

/// What notes that a paper of a classification was printed so.
fn classification_issued(paper: PaperKind, how: &PrintAs) -> ClassificationCommand {
    match how {
        PrintAs::Next | PrintAs::Copy => ClassificationCommand::IssuePaper(paper),
        PrintAs::Original { reason } => ClassificationCommand::ReprintOriginal { paper, reason: reason.clone() },
    }
}

/// Notes that the paper was printed so.
pub(crate) fn paper_issued(journal: &mut Journal, paper: &PaperRef, how: &PrintAs, moment: Moment) -> Result<(), DeskError> {
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, _) = known::known(journal.tables(), id)?;
            command::write_command(journal, id, request_issued(*kind, how), moment)
        }
        PaperRef::Objection { id, kind } => {
            let (id, _) = objections::actions::known_objection(journal.tables(), id)?;
            objections::actions::write_objection(journal, id.0, objection_issued(*kind, how), moment)
        }
        PaperRef::Classification { id, kind } => {
            let (id, _) = classifications::known::known_classification(journal.tables(), id)?;
            classifications::known::write_classification(journal, id.0, classification_issued(*kind, how), moment)
        }
        // Lists and files are made anew each time; the journal they come from is their proof.
        PaperRef::EarlierOfRequest { .. }
        | PaperRef::Register { .. }
        | PaperRef::Figures { .. }
        | PaperRef::Requests { .. }
        | PaperRef::Envelope { .. }
        | PaperRef::Labels { .. }
        | PaperRef::Dip
        | PaperRef::ExemptList
        | PaperRef::Report { .. }
        | PaperRef::DisputeFile { .. }
        | PaperRef::Template { .. }
        | PaperRef::Blank { .. }
        | PaperRef::NumberedForms { .. }
        | PaperRef::Handover { .. }
        | PaperRef::RecoveryCard
        | PaperRef::Draft { .. } => Ok(()),
    }
}

fn recovery_card(
    context: &Context<'_>,
    printer: &Printer<'_>,
    card: Option<&str>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let code = card.as_ref().ok_or(PaperRefused::NoCard)?;
    let card = letters::RecoveryCard {
        desk_code: context.desk_code.to_string(),
        date: today,
        recovery_code: code.to_string(),
        mark: letters::PaperMark::Original,
    };
    Ok(IssuedPaper { pdf: printer.print(&card)?, file_name: "Kartu Pemulihan.pdf".into(), is_copy: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::papers::{Papers, Signer};
    use std::collections::BTreeMap;

    fn kinds() -> Vec<PaperKind> {
        let of_requests = requests::paper_list::ALL.iter().map(|paper| paper.kind);
        let of_objections = objections::papers::PAPERS.all.iter().map(|paper| paper.kind);
        let of_classifications = classifications::papers::PAPERS.all.iter().map(|paper| paper.kind);
        let of_reports = reports::papers::PAPERS.all.iter().map(|paper| paper.kind);
        of_requests.chain(of_objections).chain(of_classifications).chain(of_reports).collect()
    }

    #[test]
    fn every_kind_of_paper_is_made_in_one_place() {
        let mut made = BTreeMap::new();
        for kind in kinds() {
            *made.entry(kind).or_insert(0) += 1;
        }
        let once = PaperKind::ALL.iter().map(|kind| (*kind, 1)).collect();
        assert_eq!(made, once);
    }

    /// The worksheet of a consequence test is signed by those who tested, in their own hand.
    fn names_its_signer<S>(papers: &Papers<S>) {
        for paper in papers.all {
            let official = matches!(paper.signer, Signer::Official(_));
            let signed = !paper.kind.usual_signers().is_empty() && paper.kind != PaperKind::ConsequenceTest;
            assert_eq!(official, signed, "{}", paper.kind.code());
        }
    }

    #[test]
    fn a_paper_that_an_official_signs_names_that_official() {
        for paper in requests::paper_list::ALL {
            let by_hand = matches!(paper.signer, Signer::ByHand);
            assert_eq!(by_hand, paper.kind.usual_signers().is_empty(), "{}", paper.kind.code());
        }
        names_its_signer(&objections::papers::PAPERS);
        names_its_signer(&classifications::papers::PAPERS);
        names_its_signer(&reports::papers::PAPERS);
    }
}
