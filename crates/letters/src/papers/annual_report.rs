//! Laporan Layanan Informasi Publik (PERKI 1/2021 Ps 56): six chapters, figures frozen with the text.

use loket_domain::indonesian::date;
use loket_domain::office::Official;
use loket_domain::report::AnnualReport as Report;

use super::letter_number;
use super::signature::{noted, signed};
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Align, Columns, Piece, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// A table of figures.
#[derive(Clone, Debug)]
pub struct ReportTable {
    /// Its heading.
    pub title: String,
    /// The heads of its columns: a label, then figures.
    pub columns: Vec<String>,
    /// A label and its figures each.
    pub rows: Vec<Vec<String>>,
}

/// The yearly report.
#[derive(Clone, Debug)]
pub struct AnnualReport {
    /// What was frozen.
    pub report: Report,
    /// Short check code.
    pub check_code: String,
    /// The short version, a paragraph each.
    pub summary: Vec<String>,
    /// Figures of the service.
    pub service: Vec<ReportTable>,
    /// Figures of objections, disputes and courts.
    pub disputes: Vec<ReportTable>,
    /// Where it is signed.
    pub place: String,
    /// The PPID.
    pub signatory: Official,
    /// The superior who takes note.
    pub known_by: Option<Official>,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for AnnualReport {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Laporan Layanan Informasi Publik {}", self.report.year),
            Reference::new("Laporan tahun", &self.report.year.to_string(), &self.check_code),
        )
        .marked(self.mark)
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let (report, chapters) = (&self.report, &self.report.chapters);
        sheet.letterhead();
        let title = format!("LAPORAN LAYANAN INFORMASI PUBLIK\nTAHUN {}", report.year);
        sheet.title(&title, &[letter_number(&report.letter.number)]);
        sheet.paragraph(format!(
            "Angka dalam laporan ini diambil dari register pada tanggal {} dan tidak berubah sesudahnya.",
            date(report.frozen_on)
        ));
        chapter(sheet, "RINGKASAN");
        for said in &self.summary {
            sheet.paragraph(said.as_str());
        }
        chapter(sheet, "I.  GAMBARAN UMUM KEBIJAKAN");
        sheet.paragraphs(&chapters.policy);
        chapter(sheet, "II.  GAMBARAN UMUM PELAKSANAAN");
        for (title, text) in [
            ("Sarana dan prasarana", &chapters.facilities),
            ("Sumber daya manusia", &chapters.staff),
            ("Anggaran dan realisasi", &chapters.budget),
        ] {
            sheet.heading(title);
            sheet.paragraphs(text);
        }
        chapter(sheet, "III.  RINCIAN PELAYANAN INFORMASI PUBLIK");
        self.figures(sheet, &self.service);
        chapter(sheet, "IV.  RINCIAN PENYELESAIAN SENGKETA INFORMASI PUBLIK");
        self.figures(sheet, &self.disputes);
        chapter(sheet, "V.  KENDALA");
        sheet.heading("Eksternal");
        sheet.paragraphs(&chapters.obstacles_outside);
        sheet.heading("Internal");
        sheet.paragraphs(&chapters.obstacles_inside);
        chapter(sheet, "VI.  REKOMENDASI DAN RENCANA TINDAK LANJUT");
        sheet.paragraphs(&chapters.recommendations);
        let known = self.known_by.as_ref().map_or(Side::Nobody, noted);
        sheet.signatures(known, signed(&self.place, report.letter.date, &self.signatory))
    }
}

/// How wide the columns are: the label takes what the figures do not need.
fn shares(columns: usize) -> &'static [f32] {
    if columns == 2 { &[0.72, 0.28] } else { &[0.52, 0.16, 0.16, 0.16] }
}

/// The heading of a chapter, apart from those below it.
fn chapter(sheet: &mut Sheet<'_>, words: &str) {
    sheet.space(5.0);
    sheet.heading(words);
}

impl AnnualReport {
    fn figures(&self, sheet: &mut Sheet<'_>, tables: &[ReportTable]) {
        for table in tables.iter().filter(|table| !table.rows.is_empty()) {
            sheet.heading(&table.title);
            let cell = |(at, text): (usize, &String)| {
                let piece = Piece::new(text.as_str());
                vec![if at == 0 { piece } else { piece.align(Align::Right) }]
            };
            let rows = table.rows.iter().map(|row| row.iter().enumerate().map(cell).collect());
            let heads: Vec<&str> = table.columns.iter().map(String::as_str).collect();
            sheet.table(&Columns::new(&heads, shares(heads.len())), rows.collect());
            sheet.space(8.0);
        }
    }
}
