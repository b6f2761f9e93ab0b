//! Naming a paper, and the paper as it is printed.

use crate::views::filled::Filled;
use crate::views::register::{RegisterKind, RegisterSheet};
use crate::views::subject::SubjectRef;
use loket_domain::paper::{BlankKind, PaperKind};
use serde::{Deserialize, Serialize};

/// Which paper is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum PaperRef {
    /// A paper of a request.
    Request {
        /// The request.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A paper of an objection.
    Objection {
        /// The objection.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A paper of a consequence test or classification.
    Classification {
        /// Which one.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A register of a period; both days are part of it.
    Register {
        /// Which register.
        which: RegisterKind,
        /// First civil date, `YYYY-MM-DD`.
        from: String,
        /// Last civil date, `YYYY-MM-DD`.
        to: String,
        /// The sheet it is printed on.
        sheet: RegisterSheet,
    },
    /// The catalogue of public information.
    Dip,
    /// The list of exempt information.
    ExemptList,
    /// A frozen yearly report.
    Report {
        /// Which one.
        id: String,
    },
    /// Everything about one request as one document.
    DisputeFile {
        /// The request.
        id: String,
    },
    /// A letter as a changed wording would make it, with invented content.
    Template {
        /// Code of the template.
        code: String,
        /// The changed text.
        text: String,
    },
    /// An empty form, so many times.
    Blank {
        /// Which.
        form: BlankKind,
        /// How many of it.
        count: u32,
    },
    /// Empty request forms with numbers that were reserved for them, each with its receipt to cut off.
    NumberedForms {
        /// Their numbers; none for all of this desk that are still to be accounted for.
        numbers: Vec<String>,
    },
    /// The recovery card, right after it was made.
    RecoveryCard,
    /// The paper that would follow from a step, before it is taken.
    Draft {
        /// On what the step would be taken.
        subject: SubjectRef,
        /// Which step.
        action: String,
        /// Its form, as far as it is filled.
        form: Filled,
    },
}

/// As what a paper is printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "print", rename_all = "snake_case")]
pub enum PrintAs {
    /// The original at first; afterwards a copy.
    #[default]
    Next,
    /// A copy.
    Copy,
    /// The original once more, because the one before was spoilt. Refused once that is with whom it was written to.
    Original {
        /// What became of the one before.
        reason: String,
    },
}

/// A paper as a PDF.
pub struct IssuedPaper {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// A name for its file, without anything about a citizen.
    pub file_name: String,
    /// Whether it is marked *salinan*.
    pub is_copy: bool,
}
