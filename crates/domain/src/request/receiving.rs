//! That the applicant has a letter, where that was noted and is not so: it came back, or the day was another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Request;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct ReceiptWithdrawnInput {
    pub paper: String,
    pub reason: String,
}

/// The papers that are answers, whose receipt is one day.
pub const ANSWERS: [PaperKind; 2] = [PaperKind::WrittenNotice, PaperKind::RefusalDecision];

impl ReceiptWithdrawnInput {
    /// Reads the form for `request`: of which letter, and why.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(super) fn check(&self, request: &Request) -> Result<(PaperKind, String), Refused> {
        let mut p = Problems::default();
        let paper = PaperKind::from_code(&self.paper).filter(|paper| request.received_letters().contains(paper));
        p.when(paper.is_none(), "paper", "Pilih surat yang tanggal diterimanya keliru.");
        let reason = p.text("reason", &self.reason, 1_000, "Tulis mengapa tanggal diterima itu keliru.");
        p.or(paper.map(|paper| (paper, reason)))
    }
}

impl Request {
    /// The letters that were noted as received, while that can still be put right: until something was handed over upon it.
    pub fn received_letters(&self) -> Vec<PaperKind> {
        let answer = self.answer_received_on.filter(|_| self.handed_over.is_none());
        let answer = answer.and_then(|_| ANSWERS.into_iter().find(|paper| self.letter(*paper).is_some()));
        let incomplete = self.incomplete.as_ref().filter(|_| self.outcome.is_none() && self.complete_on.is_none());
        let incomplete = incomplete.and_then(|notice| notice.received_on).map(|_| PaperKind::IncompleteNotice);
        incomplete.into_iter().chain(answer).collect()
    }

    /// Whether it is noted that the applicant has this letter.
    pub(super) fn has_received(&self, paper: PaperKind) -> bool {
        let letters = self.received_letters();
        letters.contains(&paper) || ANSWERS.contains(&paper) && letters.iter().any(|known| ANSWERS.contains(known))
    }

    /// The request before a letter was received; none where nothing says that it was.
    pub(super) fn with_receipt_withdrawn(mut self, paper: PaperKind) -> Option<Self> {
        if !self.has_received(paper) {
            return None;
        }
        if paper == PaperKind::IncompleteNotice {
            let notice = self.incomplete.as_mut()?;
            (notice.received_on, notice.due) = (None, None);
        } else {
            (self.answer_received_on, self.receipt_entered_on) = (None, None);
        }
        Some(self)
    }

    /// Notes the first day of which something says that the applicant has the answer, and when that was entered.
    pub(super) fn receive(&mut self, on: NaiveDate, entered_on: Option<NaiveDate>) {
        if self.answer_received_on.is_none() {
            (self.answer_received_on, self.receipt_entered_on) = (Some(on), entered_on);
        }
    }
}
