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
    /// A paper was sent to a printer, or, as it once was noted too, saved as a file.
    PaperIssued {
        /// Which paper.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
    },
    /// An original was printed again, because the one before was spoilt.
    OriginalReprinted {
        /// Which paper.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
        /// What became of the one before.
        reason: String,
    },
    /// A letter got its number from the agenda book after it was signed, or another one than was typed first.
    LetterNumbered {
        /// Which letter.
        paper: PaperKind,
        /// The civil date it was noted.
        on: NaiveDate,
        /// The number.
        number: String,
        /// Why it is another than the one that people hold in their hands; there where the letter left with that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A letter was wrong, and holds no more; another may replace it.
    LetterCancelled {
        /// Which letter.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
        /// What was wrong.
        reason: String,
    },
}

kinds! {
    PaperChange:
    PaperIssued = "paper_issued",
    OriginalReprinted = "original_reprinted",
    LetterNumbered = "letter_numbered",
    LetterCancelled = "letter_cancelled",
}

impl PaperChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::PaperIssued { paper, .. } => Words::of(format!("{} dicetak atau disimpan", paper.label())),
            Self::OriginalReprinted { paper, reason, .. } => {
                Words::of(format!("{} asli dicetak ulang", paper.label())).note(reason.clone())
            }
            Self::LetterNumbered { paper, number, reason, .. } => {
                Words::of(format!("{} diberi nomor", paper.label())).and(format!(" {number}")).note(reason.clone())
            }
            Self::LetterCancelled { paper, reason, .. } => {
                Words::of(format!("{} dinyatakan tidak berlaku", paper.label())).note(reason.clone())
            }
        }
    }
}
