//! Registers and the yearly report as papers.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::printing::basis;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::printing::signatory::signatory;
use crate::reports::period::Period;
use crate::reports::register::RegisterLine;
use crate::reports::{figures, register};
use crate::requests::story::Story;
use crate::store::matters;
use crate::store::requests;
use crate::views::paper::IssuedPaper;
use crate::views::register::RegisterKind;
use chrono::NaiveDate;
use loket_domain::change::{Change, ReportChange};
use loket_domain::objection::Objection;
use loket_domain::office::Role;
use loket_domain::problem::Refused;
use loket_domain::report::AnnualReport;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

pub(crate) fn register_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    which: RegisterKind,
    from: &str,
    to: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let period = Period::read(from, to)?;
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let (check_code, signed) = (basis::state_code(context), basis::ppid(context, today));
    let (pdf, name) = match which {
        RegisterKind::Requests => {
            let found = requests::registered_between(tables, &from, &to)?;
            let rows = found.iter().zip(1..).map(|(listed, running)| RegisterLine::of(&listed.request).cells(running));
            let register = letters::RequestRegister { period: period.in_words(), check_code, rows: rows.collect(), signed };
            (printer.print(&register)?, "Register Permohonan")
        }
        RegisterKind::Objections => {
            let found = matters::between::<Objection>(tables, &from, &to)?;
            let rows = found.iter().map(|found| register::objection_cells(context, &found.state)).collect();
            let register = letters::ObjectionRegister { period: period.in_words(), check_code, rows, signed };
            (printer.print(&register)?, "Register Keberatan")
        }
    };
    Ok(IssuedPaper { pdf, file_name: format!("{name} {from} {to}.pdf"), is_copy: false })
}

pub(crate) fn report_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
) -> Result<IssuedPaper, DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    let report: AnnualReport = matters::one(tables, id)?.ok_or(Refused::Unknown)?;
    let kept = basis::kept_of(tables, Matter::Report, id)?;
    let entry = basis::last(&kept, |change| matches!(change, Change::Report(ReportChange::ReportFrozen { .. })));
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
    let superior = context.office.officials.iter().find(|official| official.role == Role::PpidSuperior);
    let year = report.year.to_string();
    let paper = letters::AnnualReport {
        signatory: signatory(tables, context, report.letter.signed_by, entry)?,
        report,
        check_code: Story::check_code(entry),
        service,
        disputes,
        place: context.office.profile.place.clone(),
        known_by: superior.cloned(),
        mark: letters::PaperMark::Original,
    };
    let file_name = file_name("Laporan Layanan Informasi Publik", &year);
    Ok(IssuedPaper { pdf: printer.print(&paper)?, file_name, is_copy: false })
}
