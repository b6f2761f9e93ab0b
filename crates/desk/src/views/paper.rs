//! Naming a paper, and the paper as it is printed.

use crate::views::filled::Filled;
use crate::views::list::{RequestColumn, RequestQuery};
use crate::views::printing::PrintWay;
use crate::views::register::{RegisterKind, RegisterSheet};
use crate::views::subject::SubjectRef;
use loket_domain::paper::{BlankKind, EnvelopeSize, LabelSheet, PaperKind};
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
    /// A paper of a request that holds no more, or was followed by another of its kind; always a copy.
    EarlierOfRequest {
        /// The request.
        id: String,
        /// Which of them, counted from 0 in the order in which they ceased.
        place: u32,
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
    /// The figures of a period; both days are part of it.
    Figures {
        /// First civil date, `YYYY-MM-DD`.
        from: String,
        /// Last civil date, `YYYY-MM-DD`.
        to: String,
    },
    /// What the list of requests shows, all of it, in these columns.
    Requests {
        /// How it is narrowed and put in order.
        query: RequestQuery,
        /// What is shown of each.
        columns: Vec<RequestColumn>,
    },
    /// An envelope for the letters of a request.
    Envelope {
        /// The request.
        id: String,
        /// Which envelope.
        size: EnvelopeSize,
    },
    /// Labels with the address the letters of a request go to.
    Labels {
        /// The request.
        id: String,
        /// Which labels.
        sheet: LabelSheet,
        /// The first place that is printed on, counted from 1, row by row.
        first: u8,
        /// How many labels.
        count: u8,
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
    /// The minutes of a handover.
    Handover {
        /// Which one.
        id: String,
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

/// A paper on its way to a printer.
pub struct PrintOrder {
    /// The paper, moved as that kind is on this computer.
    pub issued: IssuedPaper,
    /// What it is, without anything about a citizen.
    pub what: &'static str,
    /// How it is printed.
    pub way: PrintWay,
    /// Width and height of its page in millimetres.
    pub size: (f32, f32),
}
