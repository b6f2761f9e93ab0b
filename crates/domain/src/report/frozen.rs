//! The report as it is typed and frozen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::Figures;
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};
use crate::survey::Grade;

/// The chapters an office writes, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, in the order of the chapters.
pub struct ReportInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub year: i32,
    pub policy: String,
    pub facilities: String,
    pub staff: String,
    pub budget: String,
    pub obstacles_outside: String,
    pub obstacles_inside: String,
    pub recommendations: String,
}

/// The report as it was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnualReport {
    /// Its number, date and signature.
    #[serde(flatten)]
    pub letter: Letter,
    /// The budget year.
    pub year: i32,
    /// The civil date the figures were taken.
    pub frozen_on: NaiveDate,
    /// The figures.
    pub figures: Figures,
    /// Satisfaction: responses, index times 100, grade; none without a survey.
    pub satisfaction: Option<(u32, u32, Grade)>,
    /// The chapters' own words, in their order.
    pub chapters: ReportChapters,
    /// How many entries of each writer were known when the figures were taken: what comes after is told by the next report. Empty in
    /// a report that was frozen before this was written down.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub known: BTreeMap<Uuid, u64>,
}

/// What is taken from the register when a report is frozen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measured {
    /// The figures of its year.
    pub figures: Figures,
    /// As [`AnnualReport::satisfaction`].
    pub satisfaction: Option<(u32, u32, Grade)>,
    /// As [`AnnualReport::known`].
    pub known: BTreeMap<Uuid, u64>,
}

/// What the office says in its report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // Named as the boxes of the form.
pub struct ReportChapters {
    pub policy: String,
    pub facilities: String,
    pub staff: String,
    pub budget: String,
    pub obstacles_outside: String,
    pub obstacles_inside: String,
    pub recommendations: String,
}

impl ReportInput {
    /// Reads the form on `today` and freezes what was `measured` with it.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, measured: Measured, today: &Today<'_>) -> Result<AnnualReport, Refused> {
        let mut p = Problems::default();
        let this_year = chrono::Datelike::year(&today.date);
        p.when(!(2010..=this_year).contains(&self.year), "year", "Isi tahun laporan, tidak setelah tahun ini.");
        p.when(
            self.year == this_year,
            "year",
            "Laporan dibekukan setelah tahunnya berakhir (UU 14/2008 Pasal 12); angka tahun berjalan ada di Angka layanan.",
        );
        let begin = (today.date, "Angka laporan diambil hari ini; tanggal laporannya juga hari ini.");
        let letter = self.letter.check(&mut p, PaperKind::AnnualReport, begin, today);
        let mut chapter = |field: &str, typed: &str, empty: &str| p.text(field, typed, 20_000, empty);
        let chapters = ReportChapters {
            policy: chapter("policy", &self.policy, "Isi gambaran umum kebijakan."),
            facilities: chapter("facilities", &self.facilities, "Isi sarana dan prasarana."),
            staff: chapter("staff", &self.staff, "Isi sumber daya manusia."),
            budget: chapter("budget", &self.budget, "Isi anggaran dan realisasinya."),
            obstacles_outside: chapter("obstacles_outside", &self.obstacles_outside, "Isi kendala eksternal."),
            obstacles_inside: chapter("obstacles_inside", &self.obstacles_inside, "Isi kendala internal."),
            recommendations: chapter("recommendations", &self.recommendations, "Isi rekomendasi dan rencana tindak lanjut."),
        };
        p.or(letter.map(|letter| AnnualReport {
            letter,
            year: self.year,
            frozen_on: today.date,
            figures: measured.figures,
            satisfaction: measured.satisfaction,
            chapters,
            known: measured.known,
        }))
    }
}
