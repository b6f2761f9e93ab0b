//! The list of papers: where each is made, and that it was printed or saved.

use crate::context::Context;
use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::objections::{actions, dispute_file, papers};
use crate::printing::printer::Printer;
use crate::requests::command;
use crate::requests::known;
use crate::settings::wording;
use crate::views::paper::{IssuedPaper, PaperRef};
use crate::{catalogue, classifications, reports, requests};
use chrono::NaiveDate;
use loket_domain::classification::ClassificationCommand;
use loket_domain::objection::ObjectionCommand;
use loket_domain::problem::Refused;
use loket_domain::request::Command;
use loket_letters as letters;
use rusqlite::Connection;

/// The paper as it would be printed now.
pub(crate) fn paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    card: Option<&str>,
    paper: &PaperRef,
    moment: Moment,
) -> Result<IssuedPaper, DeskError> {
    let today = moment.local.date();
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, request) = known::known(tables, id)?;
            requests::papers::request_paper(tables, context, printer, id, &request, *kind)
        }
        PaperRef::Objection { id, kind } => papers::objection_paper(tables, context, printer, id, *kind),
        PaperRef::Classification { id, kind } => {
            classifications::papers::classification_paper(tables, context, printer, id, *kind)
        }
        PaperRef::Register { which, from, to } => {
            reports::papers::register_paper(tables, context, printer, *which, from, to, today)
        }
        PaperRef::Dip => catalogue::papers::dip_paper(tables, context, printer, today),
        PaperRef::ExemptList => classifications::papers::exempt_list(tables, context, printer, today),
        PaperRef::Report { id } => reports::papers::report_paper(tables, context, printer, id),
        PaperRef::DisputeFile { id } => dispute_file::dispute_file(tables, context, printer, id, today),
        PaperRef::Template { code, text } => wording::template_preview(context, printer, code, text, today),
        PaperRef::RecoveryCard => recovery_card(context, printer, card, today),
    }
}

/// Notes that the paper was printed or saved.
pub(crate) fn paper_issued(journal: &mut Journal, paper: &PaperRef, moment: Moment) -> Result<(), DeskError> {
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, _) = known::known(journal.tables(), id)?;
            command::write_command(journal, id, Command::IssuePaper(*kind), moment)
        }
        PaperRef::Objection { id, kind } => {
            let (id, _) = actions::known_objection(journal.tables(), id)?;
            actions::write_objection(journal, id.0, ObjectionCommand::IssuePaper(*kind), moment)
        }
        PaperRef::Classification { id, kind } => {
            let (id, _) = classifications::known::known_classification(journal.tables(), id)?;
            classifications::known::write_classification(journal, id.0, ClassificationCommand::IssuePaper(*kind), moment)
        }
        // Lists and files are made anew each time; the journal they come from is their proof.
        PaperRef::Register { .. }
        | PaperRef::Dip
        | PaperRef::ExemptList
        | PaperRef::Report { .. }
        | PaperRef::DisputeFile { .. }
        | PaperRef::Template { .. }
        | PaperRef::RecoveryCard => Ok(()),
    }
}

fn recovery_card(
    context: &Context<'_>,
    printer: &Printer<'_>,
    card: Option<&str>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let code = card.as_ref().ok_or(Refused::NoCard)?;
    let card = letters::RecoveryCard {
        desk_code: context.desk_code.to_owned(),
        date: today,
        recovery_code: code.to_string(),
        mark: letters::PaperMark::Original,
    };
    Ok(IssuedPaper { pdf: printer.print(&card)?, file_name: "Kartu Pemulihan.pdf".into(), is_copy: false })
}
