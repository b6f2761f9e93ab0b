//! The lists of yearly reports and of answered surveys.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::reports::actions;
use crate::views::rows::{Column, ListQuery};
use crate::views::subject::SubjectKind;
use crate::words::rows;
use crate::words::rows::{ListOf, ListRows};
use loket_domain::indonesian::date as words;
use loket_domain::report::FiledReport;
use loket_domain::survey::{Element, SurveyResponse};
use rusqlite::Connection;

pub(crate) const SURVEYS: ListOf = ListOf {
    of: SubjectKind::Survey,
    columns: survey_columns,
    intro: "Survei Kepuasan Masyarakat: sembilan unsur, sekurang-kurangnya sekali setahun, tanpa nama responden.",
    next: |_, context, moment| Ok(actions::NEW_ANSWER.next(context, &(), moment)),
    rows: surveys,
};

fn surveys(tables: &Connection, _context: &Context<'_>, query: &ListQuery, _moment: Moment) -> Result<ListRows, DeskError> {
    let page = rows::page::<SurveyResponse>(
        tables,
        query,
        |_| "Dijawab".to_owned(),
        |found| {
            let response = &found.state;
            let mut cells = vec![words(response.on)];
            let mark = |answer: &u8| if *answer == 0 { "–".to_owned() } else { answer.to_string() };
            cells.extend(response.answers.iter().map(mark));
            rows::row(SubjectKind::Survey, found.id, cells)
        },
    )?;
    Ok(page.unfiltered())
}

/// The day, and a figure for each of the nine elements.
fn survey_columns() -> Vec<Column> {
    let code = |element: &Element| Column { key: element.code().into(), label: element.code().to_uppercase(), numeric: true };
    rows::columns([("on", "Tanggal")]).into_iter().chain(Element::ALL.iter().map(code)).collect()
}

pub(crate) const REPORTS: ListOf = ListOf {
    of: SubjectKind::Report,
    columns: || {
        rows::columns([
            ("year", "Tahun"),
            ("number", "Nomor"),
            ("frozen", "Angka dibekukan"),
            ("sent", "Dikirim ke Komisi Informasi"),
            ("requests", "Permohonan"),
            ("objections", "Keberatan"),
        ])
    },
    intro: "Laporan tahunan paling lambat 31 Maret, dengan salinan kepada Komisi Informasi.",
    next: |_, context, moment| Ok(actions::NEW_REPORT.next(context, &(), moment)),
    rows: reports,
};

fn reports(tables: &Connection, _context: &Context<'_>, query: &ListQuery, _moment: Moment) -> Result<ListRows, DeskError> {
    let page = rows::page::<FiledReport>(
        tables,
        query,
        |stage| if stage == "sent" { "Dikirim" } else { "Dibekukan" }.to_owned(),
        |found| {
            let FiledReport { report, sent } = &found.state;
            let cells = vec![
                report.year.to_string(),
                report.letter.number.clone(),
                words(report.frozen_on),
                sent.as_ref().map_or_else(|| "–".to_owned(), |sending| words(sending.on)),
                report.figures.requests.to_string(),
                report.figures.objections.to_string(),
            ];
            rows::row(SubjectKind::Report, found.id, cells)
        },
    )?;
    Ok(page.unfiltered())
}
