//! The yearly report as a paper, and registers.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::printing::basis;
use crate::printing::papers::{PaperOf, PaperSource, Papers, Signer};
use crate::printing::printer::Printer;
use crate::reports::period::Period;
use crate::reports::register::RegisterLine;
use crate::reports::{figures, register};
use crate::store::matters;
use crate::store::matters::Found;
use crate::store::requests;
use crate::views::paper::IssuedPaper;
use crate::views::register::{RegisterKind, RegisterSheet};
use chrono::NaiveDate;
use loket_domain::change::{Change, ReportChange};
use loket_domain::objection::Objection;
use loket_domain::office::Role;
use loket_domain::paper::PaperKind;
use loket_domain::problem::{PaperRefused, Refused};
use loket_domain::report::AnnualReport;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

/// The report itself; how often it was printed is not counted.
pub(crate) const PAPERS: Papers<AnnualReport> = Papers {
    matter: Matter::Report,
    all: &[REPORT],
    has: |_, kind| kind == REPORT.kind,
    issued: |_| None,
    again: |_, _| Err(PaperRefused::NotPrinted.into()),
};

const REPORT: PaperOf<AnnualReport> = PaperOf {
    kind: PaperKind::AnnualReport,
    number: |report| Some(report.letter.number.clone()),
    dated: |report| Some(report.letter.date),
    named: |report| Some(report.year.to_string()),
    stands_on: |change| matches!(change, Change::Report(ReportChange::ReportFrozen { .. })),
    signer: Signer::Official(|report| Some(report.letter.signed_by)),
    make: |sheet| Ok(Box::new(annual_report(sheet)?)),
};

pub(crate) fn known_report(tables: &Connection, id: &str) -> Result<(Uuid, AnnualReport), DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    Ok((id, matters::one(tables, id)?.ok_or(Refused::Unknown)?))
}

fn annual_report(sheet: &PaperSource<'_, AnnualReport>) -> Result<letters::AnnualReport, DeskError> {
    let report = sheet.state.clone();
    let view = figures::figures_view(&report.figures, report.year);
    let pairs = |rows: Vec<Vec<String>>| {
        let pair = |row: Vec<String>| {
            let mut cells = row.into_iter();
            (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
        };
        rows.into_iter().map(pair).collect()
    };
    let tiles = view.tiles.into_iter().map(|fact| (fact.label, fact.value));
    let satisfaction = report.satisfaction.map(|(responses, value, grade)| {
        let value = format!("{},{:02} {} dari {responses} responden", value / 100, value % 100, grade.label());
        ("Indeks kepuasan masyarakat".to_owned(), value)
    });
    let mut service = vec![letters::ReportTable { title: "Ringkasan".to_owned(), rows: tiles.chain(satisfaction).collect() }];
    let mut disputes = Vec::new();
    for table in view.tables {
        let about_objections = table.title.contains("eberatan");
        let table = letters::ReportTable { title: table.title, rows: pairs(table.rows) };
        if about_objections { disputes.push(table) } else { service.push(table) }
    }
    let superior = sheet.context.office.officials.iter().find(|official| official.role == Role::PpidSuperior);
    Ok(letters::AnnualReport {
        signatory: sheet.signatory()?,
        report,
        check_code: sheet.check_code.clone(),
        service,
        disputes,
        place: sheet.place.clone(),
        known_by: superior.cloned(),
        mark: sheet.mark,
    })
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
            let found = requests::registered_between(tables, &from, &to)?;
            let rows = found.iter().zip(1..).map(|(listed, running)| RegisterLine::of(&listed.request).cells(running, "\n"));
            let (period, rows) = (period.in_words(), rows.collect());
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
    };
    Ok(IssuedPaper { pdf, file_name: format!("{name} {from} {to}{size}.pdf"), is_copy: false })
}
