//! A span of civil days that a register or its figures cover.

use chrono::{Datelike, NaiveDate};
use loket_domain::indonesian::date as words;
use loket_domain::problem::{Problems, Refused};

/// The period of a register or of figures.
pub(crate) struct Period {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
}

impl Period {
    /// A calendar year.
    pub(crate) fn year(year: i32) -> Self {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        Self { from: day(1, 1), to: day(12, 31) }
    }

    /// The calendar year that it is; none of any other span.
    pub(crate) fn whole_year(&self) -> Option<i32> {
        let year = Self::year(self.from.year());
        (year.from == self.from && year.to == self.to).then(|| self.from.year())
    }

    /// Reads the two dates of a form.
    pub(crate) fn read(from: &str, to: &str) -> Result<Self, Refused> {
        let mut p = Problems::default();
        let from = p.date("from", from, "Isi tanggal awal.");
        let to = p.date("to", to, "Isi tanggal akhir.");
        p.when(from.zip(to).is_some_and(|(from, to)| to < from), "to", "Tanggal akhir tidak boleh sebelum tanggal awal.");
        p.or(from.zip(to).map(|(from, to)| Self { from, to }))
    }

    /// `1 Januari 2026 sampai 31 Desember 2026`.
    pub(crate) fn in_words(&self) -> String {
        format!("{} sampai {}", words(self.from), words(self.to))
    }
}
