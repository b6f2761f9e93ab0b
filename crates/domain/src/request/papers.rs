//! Which papers there are of a request, and how often each left the office.

use chrono::NaiveDate;

use super::{Outcome, Request};
use crate::paper::{Issued, PaperKind};

impl Request {
    /// Whether this paper exists for the request as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        match paper {
            PaperKind::RequestForm | PaperKind::Receipt => true,
            PaperKind::IncompleteNotice => self.incomplete.is_some(),
            PaperKind::ExtensionNotice => self.extension.is_some(),
            PaperKind::WrittenNotice => self.granted().is_some() || matches!(self.outcome, Some(Outcome::Unavailable(_))),
            PaperKind::RefusalDecision => matches!(self.outcome, Some(Outcome::Refused(_))),
            PaperKind::HandOverReceipt => self.handed_over.is_some(),
            PaperKind::FeeReceipt => self.payment.is_some(),
            PaperKind::Disposition => !self.coordination.is_empty(),
            PaperKind::DeadlineAddendum => !self.moved.is_empty(),
            PaperKind::ObjectionForm
            | PaperKind::ObjectionAnswer
            | PaperKind::ConsequenceTest
            | PaperKind::ClassificationDecree
            | PaperKind::AnnualReport => false,
        }
    }

    /// The request with `paper` printed or saved once more; none when there is no such paper.
    pub(crate) fn with_issued(&self, paper: PaperKind, on: NaiveDate) -> Option<Self> {
        let mut next = self.has_paper(paper).then(|| self.clone())?;
        Issued::again(&mut next.issued, paper, on, self.version());
        Some(next)
    }
}
