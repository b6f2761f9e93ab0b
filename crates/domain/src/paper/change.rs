//! What happens to a paper of any noun: request, objection, classification or report. The subject of its entry tells which, and
//! each noun folds it if it has such a paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PaperKind;
use crate::kinds::kinds;
use crate::words::Words;

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

impl PaperChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::PaperIssued { paper, .. } => Words::of(format!("{} dicetak atau disimpan", paper.label())),
        }
    }
}
