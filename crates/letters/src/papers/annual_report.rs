//! Laporan Layanan Informasi Publik (PERKI 1/2021 Ps 56): six chapters, figures frozen with the text.

use loket_domain::indonesian::date;
use loket_domain::office::Official;
use loket_domain::report::AnnualReport as Report;

use super::figure_tables::{ReportTable, figure_tables};
use super::letter_number;
use super::signature::{noted, signed};
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

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
        figure_tables(sheet, &self.service);
        chapter(sheet, "IV.  RINCIAN PENYELESAIAN SENGKETA INFORMASI PUBLIK");
        figure_tables(sheet, &self.disputes);
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

/// The heading of a chapter, apart from those below it.
fn chapter(sheet: &mut Sheet<'_>, words: &str) {
    sheet.space(5.0);
    sheet.heading(words);
}
