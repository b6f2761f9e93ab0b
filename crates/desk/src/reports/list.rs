//! The lists of yearly reports and of answered surveys.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::step;
use crate::views::rows::{Column, ListPage, ListQuery};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::report::AnnualReport;
use loket_domain::survey::{Element, SurveyResponse};
use rusqlite::Connection;

pub(crate) fn surveys(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
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
    let mut heads = rows::columns([("on", "Tanggal")]);
    heads.extend(Element::ALL.iter().map(|element| Column {
        key: element.code().into(),
        label: element.code().to_uppercase(),
        numeric: true,
    }));
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Survey, ""),
        columns: heads,
        filters: vec![],
        next: vec![step("survey", "Isi jawaban survei", true, context.may(Duty::Report))],
        intro: "Survei Kepuasan Masyarakat: sembilan unsur, sekurang-kurangnya sekali setahun, tanpa nama responden.".to_owned(),
        ..page
    })
}

pub(crate) fn reports(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
    let page = rows::page::<AnnualReport>(
        tables,
        query,
        |_| "Dibekukan".to_owned(),
        |found| {
            let report = &found.state;
            let cells = vec![
                report.year.to_string(),
                report.letter.number.clone(),
                words(report.frozen_on),
                report.figures.requests.to_string(),
                report.figures.objections.to_string(),
            ];
            rows::row(SubjectKind::Report, found.id, cells)
        },
    )?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Report, ""),
        columns: rows::columns([
            ("year", "Tahun"),
            ("number", "Nomor"),
            ("frozen", "Angka dibekukan"),
            ("requests", "Permohonan"),
            ("objections", "Keberatan"),
        ]),
        filters: vec![],
        next: vec![step("report", "Susun laporan tahunan", true, context.may(Duty::Report))],
        intro: "Laporan tahunan paling lambat 31 Maret, dengan salinan kepada Komisi Informasi.".to_owned(),
        ..page
    })
}
