//! What happens to a paper of any noun: request, objection, classification or report. The subject of its entry tells which, and
//! each noun folds it if it has such a paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PaperKind;
use crate::kinds::kinds;

/// What happens to a paper of any noun, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PaperChange {
    /// A paper was sent to a printer or saved as a file.
    PaperIssued {
        /// Which paper.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
    },
}

kinds! {
    PaperChange:
    PaperIssued = "paper_issued",
}
