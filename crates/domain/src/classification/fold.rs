//! The fold: what each change makes of a classification, and which changes do not fit.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::{Classification, ClassificationChange, ClassificationStage};
use crate::paper::{Issued, PaperKind};

impl Classification {
    /// The classification after `change`; none when the change does not fit.
    pub(crate) fn told(state: Option<&Self>, change: &ClassificationChange) -> Option<Self> {
        let Some(state) = state else {
            let ClassificationChange::ConsequenceTested { worksheet } = change else { return None };
            let worksheet = (**worksheet).clone();
            let (approved, rejected, decree, lifted) = (None, None, None, None);
            return Some(Self { worksheet, approved, rejected, decree, lifted, issued: BTreeMap::new() });
        };
        let mut next = state.clone();
        match (state.stage(), change) {
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTested { worksheet }) => {
                next.worksheet = (**worksheet).clone()
            }
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTestApproved { on, by }) => {
                next.approved = Some((*on, by.clone()))
            }
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTestRejected { on, reason }) => {
                next.rejected = Some((*on, reason.clone()));
            }
            (ClassificationStage::Approved, ClassificationChange::ClassificationDecreed { decree }) => {
                next.decree = Some(decree.clone())
            }
            (ClassificationStage::Decreed, ClassificationChange::ClassificationLifted { on, reason }) => {
                next.lifted = Some((*on, reason.clone()));
            }
            // What does not fit where it stands.
            (
                ClassificationStage::Tested
                | ClassificationStage::Approved
                | ClassificationStage::Decreed
                | ClassificationStage::Rejected
                | ClassificationStage::Lifted,
                ClassificationChange::ConsequenceTested { .. }
                | ClassificationChange::ConsequenceTestApproved { .. }
                | ClassificationChange::ConsequenceTestRejected { .. }
                | ClassificationChange::ClassificationDecreed { .. }
                | ClassificationChange::ClassificationLifted { .. },
            ) => return None,
        }
        Some(next)
    }

    /// The classification with `paper` printed or saved once more; none when there is no such paper.
    pub(crate) fn with_issued(&self, paper: PaperKind, on: NaiveDate) -> Option<Self> {
        let mut next = self.has_paper(paper).then(|| self.clone())?;
        Issued::again(&mut next.issued, paper, on, 1);
        Some(next)
    }
}
