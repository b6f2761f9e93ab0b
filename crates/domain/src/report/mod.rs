//! The yearly report (*Laporan Layanan Informasi Publik*, UU KIP Ps 12, PERKI 1/2021 Ps 56): figures computed from the
//! register, chapters written by the office, both frozen together so that the numbers can be found again.

mod answer_times;
mod carried;
mod change;
mod figures;
mod frozen;
mod sending;
mod zero;

pub use answer_times::AnswerTimes;
pub use carried::{CarriedCase, CarriedOver};
pub use change::ReportChange;
pub use figures::Figures;
pub use frozen::{AnnualReport, Measured, ReportChapters, ReportInput};
pub use sending::{FiledReport, ReportSendingInput};
