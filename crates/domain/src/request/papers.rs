//! Which papers there are of a request, and how often each left the office.

use chrono::NaiveDate;

use super::{Found, Outcome, Request};
use crate::paper::{Issued, PaperKind};

/// The papers that are made anew with a new answer.
pub(super) const OF_AN_ANSWER: [PaperKind; 4] =
    [PaperKind::WrittenNotice, PaperKind::RefusalDecision, PaperKind::FeeReceipt, PaperKind::HandOverReceipt];

impl Request {
    /// Whether this paper exists for the request as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        match paper {
            PaperKind::RequestForm | PaperKind::Receipt => true,
            PaperKind::IncompleteNotice => self.incomplete.is_some(),
            PaperKind::ExtensionNotice => self.extension.is_some(),
            PaperKind::WrittenNotice => {
                self.closed_by_the_applicant() || self.answered() && !matches!(self.outcome, Some(Outcome::Refused(_)))
            }
            // What is withheld whole has its own decision; it goes with the notice where other parts are answered otherwise.
            PaperKind::RefusalDecision => self.parts().iter().any(|part| matches!(part.found, Found::Withheld { .. })),
            PaperKind::HandOverReceipt => self.handed_over.is_some(),
            PaperKind::FeeReceipt => self.payments().next().is_some(),
            PaperKind::Disposition => !self.coordination.is_empty(),
            PaperKind::DeadlineAddendum => !self.moved.is_empty(),
            PaperKind::ObjectionForm
            | PaperKind::ObjectionAnswer
            | PaperKind::ConsequenceTest
            | PaperKind::ClassificationDecree
            | PaperKind::AnnualReport => false,
        }
    }

    /// Whether it ended without an answer for a reason on the applicant's side, which is told in a letter.
    pub fn closed_by_the_applicant(&self) -> bool {
        matches!(self.outcome, Some(Outcome::NotProcessed { .. } | Outcome::Withdrawn { .. } | Outcome::Abated { .. }))
    }

    /// The request with `paper` printed or saved once more; none when there is no such paper.
    pub(crate) fn with_issued(&self, paper: PaperKind, on: NaiveDate) -> Option<Self> {
        let mut next = self.has_paper(paper).then(|| self.clone())?;
        Issued::again(&mut next.issued, paper, on, self.version());
        Some(next)
    }
}
