//! The consequence test (UU KIP Ps 19, PERKI 1/2021 Ps 49) and the classification it leads to (PP 61/2010, PERKI 1/2017).

mod change;
mod decide;
mod fold;
mod refused;
mod words;
mod worksheet;

pub use change::ClassificationChange;
pub use decide::{ClassificationCommand, decide, may};
pub use refused::ClassificationRefused;
pub use worksheet::{Worksheet, WorksheetInput};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::calendar::Calendar;
use crate::clock::Clock;
use crate::coded::coded;
use crate::letter::Letter;
use crate::paper::{Issued, PaperKind};
use crate::working_days::Counting;

coded! {
    /// Where a classification stands.
    pub enum ClassificationStage {
        /// Tested; the leader's approval is awaited.
        Tested = "tested" => "Menunggu persetujuan pimpinan",
        /// Approved; may be cited as a consequence test.
        Approved = "approved" => "Disetujui, menunggu penetapan",
        /// Decreed; may be cited as a decree.
        Decreed = "decreed" => "Ditetapkan",
        /// Not approved.
        Rejected = "rejected" => "Tidak disetujui",
        /// Declared open before its period ended.
        Lifted = "lifted" => "Dibuka",
    }
}

/// The decree that classifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decree {
    /// Its number, date and signature.
    #[serde(flatten)]
    pub letter: Letter,
    /// The civil date from which it holds.
    pub from: NaiveDate,
}

/// A consequence test and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// The worksheet, as last written before its approval.
    pub worksheet: Worksheet,
    /// When and by whom it was approved.
    pub approved: Option<(NaiveDate, String)>,
    /// When and why it was not.
    pub rejected: Option<(NaiveDate, String)>,
    /// The decree.
    pub decree: Option<Decree>,
    /// When and why it was declared open.
    pub lifted: Option<(NaiveDate, String)>,
    /// How often each paper was printed or saved.
    pub issued: BTreeMap<PaperKind, Issued>,
}

impl Classification {
    /// Where it stands.
    pub fn stage(&self) -> ClassificationStage {
        if self.lifted.is_some() {
            ClassificationStage::Lifted
        } else if self.decree.is_some() {
            ClassificationStage::Decreed
        } else if self.approved.is_some() {
            ClassificationStage::Approved
        } else if self.rejected.is_some() {
            ClassificationStage::Rejected
        } else {
            ClassificationStage::Tested
        }
    }

    /// Whether a refusal dated `on` may cite it: approved or decreed by then, neither lifted nor past its period, after
    /// which the information is open (PP 61/2010).
    pub fn covers(&self, on: NaiveDate) -> bool {
        let begun = match (&self.decree, &self.approved) {
            (Some(decree), _) => decree.from <= on,
            (None, Some((approved, _))) => *approved <= on,
            (None, None) => false,
        };
        begun && self.lifted.is_none() && self.worksheet.expires.is_none_or(|expires| on <= expires)
    }

    /// The last civil date to declare it open before its period ends, where the calendar reaches it (PP 61/2010).
    pub fn reopening_due(&self, calendar: &Calendar, counting: Counting) -> Option<NaiveDate> {
        Clock::Reopening.ends(calendar, counting, self.worksheet.expires?)
    }

    /// Whether this paper exists as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        paper == PaperKind::ConsequenceTest || (paper == PaperKind::ClassificationDecree && self.decree.is_some())
    }
}
