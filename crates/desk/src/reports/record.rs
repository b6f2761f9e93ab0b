//! The page of a yearly report.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::reports::figures;
use crate::store::matters;

use crate::sync::state::State;
use crate::views::deadline::Tone;
use crate::views::parts::FactGroup;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::sections;
use loket_domain::indonesian::date as words;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::report::AnnualReport;
use loket_journal::Matter;
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) fn report_record(tables: &Connection, context: &Context<'_>, sync: &State, id: &str) -> Result<RecordView, DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    let report: AnnualReport = matters::one(tables, id)?.ok_or(Refused::Unknown)?;
    let figures = figures::figures_view(&report.figures, report.year);
    let mut groups = vec![FactGroup { title: "Angka".to_owned(), facts: figures.tiles, text: None }];
    let chapters = &report.chapters;
    for (title, text) in [
        ("Gambaran umum kebijakan", &chapters.policy),
        ("Sarana dan prasarana", &chapters.facilities),
        ("Sumber daya manusia", &chapters.staff),
        ("Anggaran dan realisasi", &chapters.budget),
        ("Kendala eksternal", &chapters.obstacles_outside),
        ("Kendala internal", &chapters.obstacles_inside),
        ("Rekomendasi dan rencana tindak lanjut", &chapters.recommendations),
    ] {
        groups.push(sections::words_group(title, text));
    }
    let rows = [(PaperKind::AnnualReport, Some(report.letter.number.clone()))];
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Report, id),
        title: format!("Laporan layanan informasi publik tahun {}", report.year),
        subtitle: report.letter.number.clone(),
        status: format!("Angka dibekukan {}", words(report.frozen_on)),
        tone: Tone::Done,
        groups,
        deadlines: vec![],
        warning: None,
        next: vec![],
        timeline: sections::story_of(tables, context, sync, Matter::Report, id)?,
        papers: sections::papers(&BTreeMap::new(), &rows),
        linked: vec![],
    })
}
