//! The clocks of the law: how long each runs, from what, and what ends it.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

use crate::calendar::{Calendar, YearNotLoaded};
use crate::coded::coded;
use crate::indonesian::spelled;
use crate::working_days::{self, Count, Counting};

/// How many working days a clock of the law runs, as a literal that `concat!` takes: `days_of!(Answer)`. The law's numbers stand
/// here and nowhere else.
#[macro_export]
macro_rules! days_of {
    (Completeness) => {
        3
    };
    (Completion) => {
        3
    };
    (Answer) => {
        10
    };
    (Extension) => {
        7
    };
    (Objection) => {
        30
    };
    (ObjectionAnswer) => {
        30
    };
    (Dispute) => {
        14
    };
    (DisputeBegins) => {
        14
    };
    (DisputeEnds) => {
        100
    };
    (Court) => {
        14
    };
    (Cassation) => {
        14
    };
    (Reopening) => {
        30
    };
}

/// A label with the length of its clock in it.
macro_rules! label {
    ($what:literal, $clock:ident, $from:literal) => {
        concat!($what, ": ", days_of!($clock), " hari kerja ", $from)
    };
}

coded! {
    /// A clock of UU 14/2008, PERKI 1/2021 or PP 61/2010.
    pub enum Clock {
        /// The office checks whether the papers are complete.
        Completeness = "c1" => label!("Pemeriksaan kelengkapan", Completeness, "sejak diterima"),
        /// The applicant completes the papers.
        Completion = "c2" => label!("Melengkapi berkas", Completion, "sejak pemohon menerima Surat Keterangan Tidak Lengkap"),
        /// The written answer, from completeness (newer reading) or receipt (text of the Act).
        Answer = "c3" => label!("Jawaban tertulis", Answer, "sejak berkas lengkap, atau sejak diterima menurut bunyi undang-undang"),
        /// The one extension, from the end of the ten days.
        Extension = "c4" => label!("Perpanjangan", Extension, "sejak berakhirnya batas jawaban"),
        /// The applicant objects.
        Objection = "c6" => label!("Mengajukan keberatan", Objection, "sejak jawaban diterima atau alasan ditemukan"),
        /// The superior answers the objection.
        ObjectionAnswer = "c7" => label!("Tanggapan Atasan PPID", ObjectionAnswer, "sejak keberatan diterima"),
        /// The applicant goes to Komisi Informasi.
        Dispute = "c8" => label!("Mengajukan sengketa", Dispute, "sejak tanggapan diterima, atau sejak batas tanggapan lewat"),
        /// Komisi Informasi begins.
        DisputeBegins = "c9a" => label!("Komisi Informasi mulai memproses", DisputeBegins, "sejak menerima permohonan sengketa"),
        /// Komisi Informasi finishes.
        DisputeEnds = "c9b" => label!("Komisi Informasi menyelesaikan", DisputeEnds, "sejak menerima permohonan sengketa"),
        /// A party goes to court against a ruling of Komisi Informasi (UU KIP Ps 48(1)).
        Court = "court" => label!("Gugatan ke pengadilan", Court, "sejak putusan Komisi Informasi diterima"),
        /// A party goes to the Supreme Court (UU KIP Ps 50): in days of the calendar.
        Cassation = "cassation" => concat!("Kasasi: ", days_of!(Cassation), " hari kalender sejak putusan pengadilan diterima"),
        /// The PPID declares open what will be exempt no longer (PP 61/2010); without a word it is open when the period ends.
        Reopening = "reopening" => concat!("Menyatakan informasi terbuka: ", days_of!(Reopening), " hari kerja sebelum pengecualian berakhir"),
        /// The yearly report.
        AnnualReport = "c10" => "Laporan tahunan: 31 Maret setelah tahun anggaran berakhir",
        /// Periodic information.
        Periodic = "c11" => "Informasi berkala: 6 bulan sejak pemutakhiran terakhir",
        /// Information that may not wait.
        Immediate = "c12" => "Informasi serta merta: pada hari peristiwanya diketahui",
    }
}

const WORKING_DAYS: &str = "hari kerja";
const DAYS: &str = "hari kalender";
const MONTHS: &str = "bulan";

/// How long a clock runs. Written short (`10 hari kerja`) by `Display`, as an official letter has it by [`Length::in_words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Working days after day zero.
    WorkingDays(u32),
    /// Working days before day zero.
    WorkingDaysBefore(u32),
    /// Calendar days after day zero.
    Days(u32),
    /// Calendar months after day zero.
    Months(u32),
    /// Until 31 March of the year after day zero.
    March31,
    /// Not at all.
    SameDay,
}

impl Length {
    /// As an official letter writes it: `10 (sepuluh) hari kerja`.
    pub fn in_words(self) -> String {
        let counted = |count: u32, unit: &str| format!("{count} ({}) {unit}", spelled(count.into()));
        match self {
            Self::WorkingDays(days) => counted(days, WORKING_DAYS),
            Self::WorkingDaysBefore(days) => format!("{} sebelumnya", counted(days, WORKING_DAYS)),
            Self::Days(days) => counted(days, DAYS),
            Self::Months(months) => counted(months, MONTHS),
            Self::March31 | Self::SameDay => self.to_string(),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WorkingDays(days) => write!(f, "{days} {WORKING_DAYS}"),
            Self::WorkingDaysBefore(days) => write!(f, "{days} {WORKING_DAYS} sebelumnya"),
            Self::Days(days) => write!(f, "{days} {DAYS}"),
            Self::Months(months) => write!(f, "{months} {MONTHS}"),
            Self::March31 => f.write_str("sampai 31 Maret"),
            Self::SameDay => f.write_str("hari itu juga"),
        }
    }
}

impl Clock {
    /// How long it runs.
    pub fn length(self) -> Length {
        match self {
            Self::Completeness => Length::WorkingDays(days_of!(Completeness)),
            Self::Completion => Length::WorkingDays(days_of!(Completion)),
            Self::Answer => Length::WorkingDays(days_of!(Answer)),
            Self::Extension => Length::WorkingDays(days_of!(Extension)),
            Self::Objection => Length::WorkingDays(days_of!(Objection)),
            Self::ObjectionAnswer => Length::WorkingDays(days_of!(ObjectionAnswer)),
            Self::Dispute => Length::WorkingDays(days_of!(Dispute)),
            Self::DisputeBegins => Length::WorkingDays(days_of!(DisputeBegins)),
            Self::DisputeEnds => Length::WorkingDays(days_of!(DisputeEnds)),
            Self::Court => Length::WorkingDays(days_of!(Court)),
            Self::Cassation => Length::Days(days_of!(Cassation)),
            Self::Reopening => Length::WorkingDaysBefore(days_of!(Reopening)),
            Self::AnnualReport => Length::March31,
            Self::Periodic => Length::Months(6),
            Self::Immediate => Length::SameDay,
        }
    }

    /// How long it runs, as an official letter writes it: `10 (sepuluh) hari kerja`.
    pub fn in_words(self) -> String {
        self.length().in_words()
    }

    /// The count from `day_zero`, which explains itself day by day. Clocks that do not run in working days name no days.
    ///
    /// # Errors
    /// [`YearNotLoaded`] for the first day without a calendar: no date is guessed.
    pub fn count(self, calendar: &Calendar, counting: Counting, day_zero: NaiveDate) -> Result<Count, YearNotLoaded> {
        let by_date = |deadline: Option<NaiveDate>| deadline.map(Count::on).ok_or(YearNotLoaded(day_zero.year()));
        match self.length() {
            Length::WorkingDays(days) => working_days::count(calendar, counting, day_zero, days),
            Length::WorkingDaysBefore(days) => working_days::before(calendar, counting, day_zero, days).map(Count::on),
            Length::Days(days) => by_date(day_zero.checked_add_days(Days::new(days.into()))),
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
