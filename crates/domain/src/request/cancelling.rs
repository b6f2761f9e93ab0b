//! A letter that was wrong: it holds no more, and the request stands again where it stood before it. What was in it stays in the
//! story, and a letter that replaces it says so. The clock of the law did not stop meanwhile.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::papers::OF_AN_ANSWER;
use super::{ANSWERS, Extension, Incomplete, Letter, Outcome, Request, Sending, Stage};
use crate::paper::PaperKind;

/// A letter that holds no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelledLetter {
    /// Which.
    pub paper: PaperKind,
    /// The civil date it was taken back.
    pub on: NaiveDate,
    /// What was wrong.
    pub reason: String,
    /// What it said.
    pub content: CancelledContent,
    /// How it had left, if it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sending>,
    /// How often the request had been opened again by then: an answer to an order replaces no answer before it.
    #[serde(default)]
    pub reopened: usize,
}

/// What a letter said that holds no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cancelled", rename_all = "snake_case")]
pub enum CancelledContent {
    /// What is missing.
    Incomplete(Box<Incomplete>),
    /// More time.
    Extension(Box<Extension>),
    /// How the request had ended.
    Answer(Box<Outcome>),
}

impl CancelledContent {
    /// Number, date and signer; none of what closed a request without a numbered letter.
    pub fn letter(&self) -> Option<&Letter> {
        match self {
            Self::Incomplete(notice) => Some(&notice.letter),
            Self::Extension(extension) => Some(&extension.letter),
            Self::Answer(outcome) => outcome.letter(),
        }
    }

    /// Whether a letter of this kind says what it said.
    fn is_of(&self, paper: PaperKind) -> bool {
        match self {
            Self::Incomplete(_) => paper == PaperKind::IncompleteNotice,
            Self::Extension(_) => paper == PaperKind::ExtensionNotice,
            Self::Answer(_) => OF_AN_ANSWER.contains(&paper),
        }
    }
}

impl Request {
    /// The letters that may be taken back: those nobody acted upon yet.
    pub fn may_be_cancelled(&self) -> Vec<PaperKind> {
        match self.stage() {
            Stage::Incomplete => vec![PaperKind::IncompleteNotice],
            Stage::Extended => vec![PaperKind::ExtensionNotice],
            Stage::Registered | Stage::Processed | Stage::Reopened | Stage::Cancelled => vec![],
            Stage::Granted
            | Stage::PartlyGranted
            | Stage::HandedOver
            | Stage::Refused
            | Stage::NotHeld
            | Stage::NotDocumented
            | Stage::HeldByOther
            | Stage::NotProcessed
            | Stage::Withdrawn
            | Stage::NotEntitled
            | Stage::Abated => {
                let acted = self.handed_over.is_some() || self.payments().next().is_some();
                let answer = ANSWERS.into_iter().find(|paper| self.has_paper(*paper));
                answer.filter(|_| !acted).into_iter().collect()
            }
        }
    }

    /// The letter that one of this kind stands in for.
    pub fn replaced_by(&self, paper: PaperKind) -> Option<&CancelledLetter> {
        self.cancelled.iter().rfind(|letter| letter.reopened == self.reopened.len() && letter.content.is_of(paper))
    }

    /// The request without a letter; none where it may not be taken back.
    pub(super) fn with_cancelled(mut self, paper: PaperKind, on: NaiveDate, reason: &str) -> Option<Self> {
        if !self.may_be_cancelled().contains(&paper) {
            return None;
        }
        let sent = self.first_sending(paper).cloned();
        let content = if paper == PaperKind::IncompleteNotice {
            CancelledContent::Incomplete(Box::new(self.incomplete.take()?))
        } else if paper == PaperKind::ExtensionNotice {
            let extension = self.extension.take()?;
            self.promised = extension.first;
            CancelledContent::Extension(Box::new(extension))
        } else {
            (self.answer_received_on, self.receipt_entered_on, self.not_fetched) = (None, None, None);
            CancelledContent::Answer(Box::new(self.outcome.take()?))
        };
        // What replaces it is an original of its own.
        let gone = |kind: &PaperKind| content.is_of(*kind);
        self.sent.retain(|kind, _| !gone(kind));
        self.issued.retain(|kind, _| !gone(kind));
        self.returned.retain(|returned| !gone(&returned.paper));
        let reopened = self.reopened.len();
        self.cancelled.push(CancelledLetter { paper, on, reason: reason.to_owned(), content, sent, reopened });
        Some(self)
    }
}
