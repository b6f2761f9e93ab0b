//! The page of a yearly report.

use crate::error::DeskError;
use crate::reports::actions::REPORT;
use crate::reports::figures;
use crate::reports::papers::{PAPERS, known_report};
use crate::views::deadline::Tone;
use crate::views::parts::FactGroup;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::sections;
use loket_domain::indonesian::date as words;
use loket_journal::Matter;

pub(crate) fn report_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, filed) = known_report(tables, id)?;
    let report = &filed.report;
    let figures = figures::figures_view(&report.figures, report.year);
    let sent = filed.sent.as_ref().map(sections::sent);
    let mut groups = vec![
        sections::group("Komisi Informasi", [("Salinan dikirim", sent)]),
        FactGroup { title: "Angka".to_owned(), facts: figures.tiles, text: None },
    ];
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
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Report, id),
        title: format!("Laporan layanan informasi publik tahun {}", report.year),
        subtitle: report.letter.number.clone(),
        status: format!("Angka dibekukan {}", words(report.frozen_on)),
        tone: Tone::Done,
        groups,
        deadlines: vec![],
        warning: None,
        next: REPORT.next(context, &filed, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Report, id)?,
        papers: PAPERS.items(&filed),
        linked: vec![],
    })
}
