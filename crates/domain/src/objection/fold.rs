//! The fold: what each change makes of an objection, and which changes do not fit.

use std::collections::BTreeMap;

use super::{CancelledAnswer, Objection, ObjectionChange, ObjectionStage};
use crate::paper::{Issued, PaperChange, PaperKind};
use crate::request::Returned;

impl Objection {
    /// The objection after `change`; none when the change does not fit.
    pub(crate) fn told(state: Option<&Self>, change: &ObjectionChange) -> Option<Self> {
        let Some(objection) = state else {
            // Only registering begins an objection; what any other change makes of one is asked for below.
            let ObjectionChange::ObjectionRegistered { number, on, objected, due } = change else { return None };
            return Some(Self {
                number: number.clone(),
                registered_on: *on,
                form: (**objected).clone(),
                due: *due,
                answer: None,
                sent: None,
                returned: vec![],
                received: None,
                receipt_entered_on: None,
                executed: None,
                withdrawn: None,
                dispute: None,
                steps: vec![],
                issued: BTreeMap::new(),
                cancelled: vec![],
            });
        };
        objection.clone().after(change)
    }

    fn after(mut self, change: &ObjectionChange) -> Option<Self> {
        let stage = self.stage();
        match change {
            ObjectionChange::ObjectionAnswered { answer } if self.answer.is_none() && self.withdrawn.is_none() => {
                self.answer = Some((**answer).clone());
            }
            ObjectionChange::ObjectionAnswerSent { sending } if self.answer.is_some() && self.sent.is_none() => {
                self.sent = Some(sending.clone());
            }
            ObjectionChange::ObjectionAnswerReceived { on, reaction, entered_on }
                if self.answer.is_some() && self.received.is_none() =>
            {
                self.received = Some((*on, reaction.clone()));
                self.receipt_entered_on = *entered_on;
            }
            ObjectionChange::ObjectionAnswerReturned { on, why } => {
                let sending = self.sent.take_if(|sending| sending.way.needs_proof() && sending.on <= *on)?;
                // What came back was not received, whatever was noted.
                (self.received, self.receipt_entered_on) = (None, None);
                let (paper, why) = (PaperKind::ObjectionAnswer, why.clone());
                self.returned.push(Returned { paper, sending, on: *on, why });
            }
            ObjectionChange::ObjectionReceiptWithdrawn { .. } if self.dispute.is_none() => {
                self.received.take()?;
                self.receipt_entered_on = None;
            }
            ObjectionChange::ObjectionExecuted { on, note }
                if matches!(stage, ObjectionStage::Overturned | ObjectionStage::Deliberated) || self.order_due().is_some() =>
            {
                self.executed = Some((*on, note.clone()));
            }
            ObjectionChange::ObjectionWithdrawn { on, reason } if stage == ObjectionStage::Registered => {
                self.withdrawn = Some((*on, reason.clone()));
            }
            ObjectionChange::DisputeFiled { filing } if self.dispute.is_none() && self.withdrawn.is_none() => {
                self.dispute = Some(filing.clone());
            }
            ObjectionChange::DisputeProceeded { step }
                if self.dispute.is_some() && step.kind.may_follow(self.last_step(), &self.form) =>
            {
                self.steps.push(step.clone());
            }
            // What does not fit the state it finds.
            ObjectionChange::ObjectionRegistered { .. }
            | ObjectionChange::ObjectionAnswered { .. }
            | ObjectionChange::ObjectionAnswerSent { .. }
            | ObjectionChange::ObjectionAnswerReceived { .. }
            | ObjectionChange::ObjectionReceiptWithdrawn { .. }
            | ObjectionChange::ObjectionExecuted { .. }
            | ObjectionChange::ObjectionWithdrawn { .. }
            | ObjectionChange::DisputeFiled { .. }
            | ObjectionChange::DisputeProceeded { .. } => return None,
        }
        Some(self)
    }

    /// The objection after what happened to one of its papers; none when there is no such paper.
    pub(crate) fn with_paper(&self, change: &PaperChange) -> Option<Self> {
        let mut next = self.clone();
        match change {
            PaperChange::PaperIssued { paper, on } | PaperChange::OriginalReprinted { paper, on, .. }
                if self.has_paper(*paper) =>
            {
                Issued::again(&mut next.issued, *paper, *on, 1);
            }
            PaperChange::LetterNumbered { paper: PaperKind::ObjectionAnswer, number, .. } => {
                next.answer.as_mut()?.letter.number.clone_from(number);
            }
            PaperChange::LetterCancelled { paper: PaperKind::ObjectionAnswer, on, reason } if self.answer_may_be_cancelled() => {
                let answer = next.answer.take()?;
                let back = std::mem::take(&mut next.returned).into_iter().next().map(|returned| returned.sending);
                let last = next.sent.take();
                let sent = back.or(last);
                (next.received, next.receipt_entered_on) = (None, None);
                next.issued.remove(&PaperKind::ObjectionAnswer);
                next.cancelled.push(CancelledAnswer { on: *on, reason: reason.clone(), answer, sent });
            }
            PaperChange::PaperIssued { .. }
            | PaperChange::OriginalReprinted { .. }
            | PaperChange::LetterNumbered { .. }
            | PaperChange::LetterCancelled { .. } => return None,
        }
        Some(next)
    }
}
