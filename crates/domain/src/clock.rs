//! The clocks of the law: how long each runs, from what, and what ends it.

use chrono::{Datelike, Months, NaiveDate};

use crate::calendar::{Calendar, YearNotLoaded};
use crate::coded::coded;
use crate::working_days::{self, Count, Counting};

coded! {
    /// A clock of UU 14/2008, PERKI 1/2021 or PP 61/2010.
    pub enum Clock {
        /// The office checks whether the papers are complete.
        Completeness = "c1" => "Pemeriksaan kelengkapan: 3 hari kerja sejak didaftarkan",
        /// The applicant completes the papers.
        Completion = "c2" => "Melengkapi berkas: 3 hari kerja sejak pemohon menerima Surat Keterangan Tidak Lengkap",
        /// The written answer, from completeness (newer reading) or receipt (text of the Act).
        Answer = "c3" => "Jawaban tertulis: 10 hari kerja sejak berkas lengkap, atau sejak diterima menurut bunyi undang-undang",
        /// The one extension, from the end of the ten days.
        Extension = "c4" => "Perpanjangan: 7 hari kerja sejak berakhirnya batas jawaban",
        /// The applicant objects.
        Objection = "c6" => "Mengajukan keberatan: 30 hari kerja sejak jawaban diterima atau alasan ditemukan",
        /// The superior answers the objection.
        ObjectionAnswer = "c7" => "Tanggapan Atasan PPID: 30 hari kerja sejak dicatat dalam register keberatan",
        /// The applicant goes to Komisi Informasi.
        Dispute = "c8" => "Mengajukan sengketa: 14 hari kerja sejak tanggapan diterima, atau sejak batas tanggapan lewat",
        /// Komisi Informasi begins.
        DisputeBegins = "c9a" => "Komisi Informasi mulai memproses: 14 hari kerja sejak menerima permohonan sengketa",
        /// Komisi Informasi finishes.
        DisputeEnds = "c9b" => "Komisi Informasi menyelesaikan: 100 hari kerja sejak menerima permohonan sengketa",
        /// The yearly report.
        AnnualReport = "c10" => "Laporan tahunan: 31 Maret setelah tahun anggaran berakhir",
        /// Periodic information.
        Periodic = "c11" => "Informasi berkala: 6 bulan sejak pemutakhiran terakhir",
        /// Information that may not wait.
        Immediate = "c12" => "Informasi serta merta: pada hari peristiwanya diketahui",
    }
}

/// How a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Working days after day zero.
    WorkingDays(u32),
    /// Calendar months after day zero.
    Months(u32),
    /// Until 31 March of the year after day zero.
    March31,
    /// Not at all.
    SameDay,
}

impl Clock {
    /// How long it runs.
    pub fn length(self) -> Length {
        match self {
            Self::Completeness | Self::Completion => Length::WorkingDays(3),
            Self::Answer => Length::WorkingDays(10),
            Self::Extension => Length::WorkingDays(7),
            Self::Objection | Self::ObjectionAnswer => Length::WorkingDays(30),
            Self::Dispute | Self::DisputeBegins => Length::WorkingDays(14),
            Self::DisputeEnds => Length::WorkingDays(100),
            Self::AnnualReport => Length::March31,
            Self::Periodic => Length::Months(6),
            Self::Immediate => Length::SameDay,
        }
    }

    /// The count from `day_zero`, which explains itself day by day. Clocks that do not run in working days name no days.
    ///
    /// # Errors
    /// [`YearNotLoaded`] for the first day without a calendar: no date is guessed.
    pub fn count(self, calendar: &Calendar, counting: Counting, day_zero: NaiveDate) -> Result<Count, YearNotLoaded> {
        let by_date = |deadline: Option<NaiveDate>| {
            deadline.map(|deadline| Count { deadline, days: vec![] }).ok_or(YearNotLoaded(day_zero.year()))
        };
        match self.length() {
            Length::WorkingDays(days) => working_days::count(calendar, counting, day_zero, days),
            Length::Months(months) => by_date(day_zero.checked_add_months(Months::new(months))),
            Length::March31 => by_date(NaiveDate::from_ymd_opt(day_zero.year() + 1, 3, 31)),
            Length::SameDay => by_date(Some(day_zero)),
        }
    }

    /// The last day, where the calendar reaches it.
    pub fn ends(self, calendar: &Calendar, counting: Counting, day_zero: NaiveDate) -> Option<NaiveDate> {
        self.count(calendar, counting, day_zero).ok().map(|count| count.deadline)
    }
}
