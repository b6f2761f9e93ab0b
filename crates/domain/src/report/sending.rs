//! The frozen report on its way to Komisi Informasi (PERKI 1/2021 Ps 56).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AnnualReport, ReportChange};
use crate::deadline::Today;
use crate::problem::{Problems, Refused};
use crate::request::Sending;

/// A yearly report, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledReport {
    /// As it was frozen.
    #[serde(flatten)]
    pub report: AnnualReport,
    /// How its copy left for Komisi Informasi.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sending>,
}

impl FiledReport {
    /// The civil date until which its copy leaves: 31 March of the year after.
    pub fn due(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.report.year + 1, 3, 31)
    }

    /// The report after `change`; none when the change does not fit. It is frozen once and sent once.
    pub(crate) fn told(state: Option<&Self>, change: &ReportChange) -> Option<Self> {
        match (state, change) {
            (None, ReportChange::ReportFrozen { report }) => Some(Self { report: (**report).clone(), sent: None }),
            (Some(state), ReportChange::ReportSent { sending }) if state.sent.is_none() => {
                Some(Self { sent: Some(sending.clone()), ..state.clone() })
            }
            (_, ReportChange::ReportFrozen { .. } | ReportChange::ReportSent { .. }) => None,
        }
    }
}

/// The form of its sending as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Sending`.
pub struct ReportSendingInput {
    pub sent_on: String,
    pub way: String,
    pub proof: String,
}

impl ReportSendingInput {
    /// Reads the form on `today` for a report.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, filed: &FiledReport, today: &Today<'_>) -> Result<Sending, Refused> {
        let mut p = Problems::default();
        let left = (self.sent_on.as_str(), self.way.as_str(), self.proof.as_str());
        let sending = Sending::check(&mut p, left, Some(filed.report.letter.date), "Komisi Informasi", today);
        p.or(sending)
    }
}
