//! The yearly report as a paper, and registers.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::printing::basis;
use crate::printing::papers::{PaperOf, PaperSource, Papers, Signer};
use crate::printing::printer::Printer;
use crate::reports::period::Period;
use crate::reports::{agenda, figures, register, summary};
use crate::store::matters;
use crate::store::matters::Found;
use crate::views::Fact;
use crate::views::figures::FigureTable;
use crate::views::paper::IssuedPaper;
use crate::views::register::{RegisterKind, RegisterSheet};
use chrono::NaiveDate;
use loket_domain::change::{Change, ReportChange};
use loket_domain::objection::Objection;
use loket_domain::office::Role;
use loket_domain::paper::PaperKind;
use loket_domain::problem::{PaperRefused, Refused};
use loket_domain::report::FiledReport;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

/// The report itself; how often it was printed is not counted.
pub(crate) const PAPERS: Papers<FiledReport> = Papers {
    matter: Matter::Report,
    all: &[REPORT],
    has: |_, kind| kind == REPORT.kind,
    issued: |_| None,
    again: |_, _| Err(PaperRefused::NotPrinted.into()),
};

const REPORT: PaperOf<FiledReport> = PaperOf {
    kind: PaperKind::AnnualReport,
    number: |filed| Some(filed.report.letter.number.clone()),
    dated: |filed| Some(filed.report.letter.date),
    named: |filed| Some(filed.report.year.to_string()),
    stands_on: |change| matches!(change, Change::Report(ReportChange::ReportFrozen { .. })),
    signer: Signer::Official(|filed| Some(filed.report.letter.signed_by)),
    make: |sheet| Ok(Box::new(annual_report(sheet)?)),
};

pub(crate) fn known_report(tables: &Connection, id: &str) -> Result<(Uuid, FiledReport), DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    Ok((id, matters::one(tables, id)?.ok_or(Refused::Unknown)?))
}

fn annual_report(sheet: &PaperSource<'_, FiledReport>) -> Result<letters::AnnualReport, DeskError> {
    let report = sheet.state.report.clone();
    let figures = &report.figures;
    let satisfaction = report.satisfaction.map(|(responses, value, grade)| {
        let value = format!("{},{:02} {} dari {responses} responden", value / 100, value % 100, grade.label());
        Fact { label: "Indeks kepuasan masyarakat".to_owned(), value }
    });
    let tiles = figures::service_tiles(figures).into_iter().chain(satisfaction);
    let all = of_tiles(tiles);
    let service = std::iter::once(all).chain(figures::service_tables(figures).into_iter().map(table)).collect();
    let disputes = figures::dispute_tables(figures).into_iter().map(table).collect();
    let superior = sheet.context.office.officials.iter().find(|official| official.role == Role::PpidSuperior);
    Ok(letters::AnnualReport {
        signatory: sheet.signatory()?,
        summary: summary::of(&report),
        report,
        check_code: sheet.check_code.clone(),
        service,
        disputes,
        place: sheet.place.clone(),
        known_by: superior.cloned(),
        mark: sheet.mark,
    })
}

fn table(table: FigureTable) -> letters::ReportTable {
    letters::ReportTable { title: table.title, columns: table.columns, rows: table.rows }
}

fn of_tiles(tiles: impl Iterator<Item = Fact>) -> letters::ReportTable {
    letters::ReportTable {
        title: "Permohonan dan jawabannya".to_owned(),
        columns: ["Uraian", "Jumlah"].map(str::to_owned).to_vec(),
        rows: tiles.map(|fact| vec![fact.label, fact.value]).collect(),
    }
}

pub(crate) fn figures_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    (from, to): (&str, &str),
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let period = Period::read(from, to)?;
    let found = figures::figures(tables, context, (from, to))?;
    let sheet = letters::FiguresSheet {
        period: period.in_words(),
        check_code: basis::state_code(context),
        tables: std::iter::once(of_tiles(found.tiles.into_iter())).chain(found.tables.into_iter().map(table)).collect(),
        signed: basis::ppid(context, today),
    };
    let file_name = format!("Angka Layanan {} {}.pdf", period.from, period.to);
    Ok(IssuedPaper { pdf: printer.print(&sheet)?, file_name, is_copy: false })
}

pub(crate) fn register_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    (which, sheet): (RegisterKind, RegisterSheet),
    (from, to): (&str, &str),
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let period = Period::read(from, to)?;
    let (sheet, size) = match sheet {
        RegisterSheet::A3 => (letters::SheetSize::A3, " A3"),
        RegisterSheet::Office => (letters::SheetSize::Office, ""),
    };
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let (check_code, signed) = (basis::state_code(context), basis::ppid(context, today));
    let (pdf, name) = match which {
        RegisterKind::Requests => {
            let lines = register::request_lines(tables, &period)?;
            let rows = lines.iter().zip(1..).map(|((_, line), running)| line.cells(running, "\n"));
            let accounted = register::accounted_rows(tables, context, &period)?.into_iter().map(|row| row.cells);
            let (period, rows) = (period.in_words(), rows.chain(accounted).collect());
            let register = letters::RequestRegister { period, check_code, rows, signed, sheet };
            (printer.print(&register)?, "Register Permohonan")
        }
        RegisterKind::Objections => {
            let found = matters::between::<Objection>(tables, &from, &to)?;
            let row = |(found, running): (&Found<Objection>, usize)| {
                let cells = register::objection_cells(context, &found.state);
                std::iter::once(running.to_string()).chain(cells).collect()
            };
            let (period, rows) = (period.in_words(), found.iter().zip(1..).map(row).collect());
            let register = letters::ObjectionRegister { period, check_code, rows, signed, sheet };
            (printer.print(&register)?, "Register Keberatan")
        }
        RegisterKind::Letters => {
            let rows = agenda::lines(tables, &period)?.iter().zip(1..).map(|(line, running)| line.cells(running)).collect();
            let book = letters::AgendaBook { period: period.in_words(), check_code, rows, signed, sheet };
            (printer.print(&book)?, "Buku Agenda Surat")
        }
    };
    Ok(IssuedPaper { pdf, file_name: format!("{name} {from} {to}{size}.pdf"), is_copy: false })
}
