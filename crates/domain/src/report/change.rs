//! What happens to a yearly report.

use serde::{Deserialize, Serialize};

use super::AnnualReport;
use crate::indonesian::date;
use crate::kinds::kinds;
use crate::request::Sending;
use crate::words::Words;

/// What happens to a yearly report, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReportChange {
    /// The yearly report was frozen.
    ReportFrozen {
        /// Its figures and chapters as they were.
        report: Box<AnnualReport>,
    },
    /// Its copy left for Komisi Informasi.
    ReportSent {
        /// When, how, and by what that can be shown.
        sending: Sending,
    },
}

kinds! {
    ReportChange:
    ReportFrozen = "report_frozen",
    ReportSent = "report_sent",
}

impl ReportChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::ReportFrozen { report } => Words::of(format!("Laporan tahun {} dibekukan", report.year)),
            Self::ReportSent { sending } => {
                let said = format!("Dikirim ke Komisi Informasi tanggal {}", date(sending.on));
                Words::of(said).note(sending.way.label().to_owned())
            }
        }
    }
}
