//! The fold: what each change makes of a classification, and which changes do not fit.

use std::collections::BTreeMap;

use super::{Classification, ClassificationChange, ClassificationStage};
use crate::paper::{Issued, PaperChange};

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

    /// The classification after what happened to one of its papers; none when there is no such paper. Its decree is cited by
    /// refusals, so it has its number at once and is lifted rather than taken back.
    pub(crate) fn with_paper(&self, change: &PaperChange) -> Option<Self> {
        match change {
            PaperChange::PaperIssued { paper, on } | PaperChange::OriginalReprinted { paper, on, .. }
                if self.has_paper(*paper) =>
            {
                let mut next = self.clone();
                Issued::again(&mut next.issued, *paper, *on, 1);
                Some(next)
            }
            PaperChange::PaperIssued { .. }
            | PaperChange::OriginalReprinted { .. }
            | PaperChange::LetterNumbered { .. }
            | PaperChange::LetterCancelled { .. } => None,
        }
    }
}
