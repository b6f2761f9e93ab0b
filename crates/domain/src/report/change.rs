//! What happens to a yearly report.

use serde::{Deserialize, Serialize};

use super::AnnualReport;
use crate::kinds::kinds;
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
}

kinds! {
    ReportChange:
    ReportFrozen = "report_frozen",
}

impl ReportChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::ReportFrozen { report } => Words::of(format!("Laporan tahun {} dibekukan", report.year)),
        }
    }
}
