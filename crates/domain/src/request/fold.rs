//! The fold: what each change makes of a request, and which changes do not fit.

use std::collections::BTreeMap;

use super::{
    ANSWERS, Coordination, Correction, Moved, Outcome, PartyChange, PartyNow, Request, RequestChange, SendingWay, Stage,
};
use crate::attachment::Attached;
use crate::paper::PaperKind;

impl Request {
    /// The request after `change`; none when the change does not fit.
    pub(crate) fn told(state: Option<&Self>, change: &RequestChange) -> Option<Self> {
        let Some(request) = state else {
            // Only registering begins a request; what any other change makes of one is asked for below.
            let RequestChange::RequestRegistered { number, on, registration, promised, form } = change else { return None };
            return Some(Self {
                number: number.clone(),
                registered_on: *on,
                form: form.clone(),
                registration: (**registration).clone(),
                corrections: vec![],
                incomplete: None,
                brought: BTreeMap::new(),
                complete_on: None,
                extension: None,
                promised: *promised,
                moved: vec![],
                coordination: vec![],
                attachments: vec![],
                outcome: None,
                answer_received_on: None,
                receipt_entered_on: None,
                payment: None,
                handed_over: None,
                handed_before: vec![],
                issued: BTreeMap::new(),
                numbers: BTreeMap::new(),
                sent: BTreeMap::new(),
                reopened: vec![],
                parties: vec![],
                returned: vec![],
                part_payments: vec![],
                refunds: vec![],
                not_fetched: None,
                vexatious: None,
                notes: vec![],
                told: vec![],
                cancelled: vec![],
            });
        };
        request.clone().after(change)
    }

    fn after(mut self, change: &RequestChange) -> Option<Self> {
        let stage = self.stage();
        let open = self.outcome.is_none();
        // A request may be opened again before its papers were ever complete: its first answer was that nobody entitled asks.
        let answerable = self.complete_on.is_some() && matches!(stage, Stage::Processed | Stage::Extended | Stage::Reopened);
        match change {
            RequestChange::RequestFoundIncomplete { incomplete } if stage == Stage::Registered => {
                self.incomplete = Some(incomplete.clone());
            }
            RequestChange::IncompleteNoticeReceived { on, due } if stage == Stage::Incomplete => {
                let notice = self.incomplete.as_mut().filter(|notice| notice.received_on.is_none())?;
                (notice.received_on, notice.due) = (Some(*on), Some(*due));
            }
            RequestChange::LetterSent { paper, sending } if self.unsent().contains(paper) => {
                // What came out of place may tell of another letter: none leaves before it was written.
                self.letter(*paper).filter(|letter| letter.date <= sending.on)?;
                if ANSWERS.contains(paper) && sending.way == SendingWay::InPerson {
                    self.receive(sending.on, sending.entered_on);
                }
                self.sent.insert(*paper, sending.clone());
            }
            RequestChange::RequestReopened { order } => return self.opened_again(order),
            RequestChange::OrderSetAside { .. } => return self.with_order_set_aside(),
            RequestChange::RequestCancelled { on, reason } if open => {
                self.outcome = Some(Outcome::Cancelled { on: *on, reason: reason.clone() });
            }
            RequestChange::DocumentsReceived { documents, on } if open => {
                documents.iter().for_each(|document| {
                    self.brought.entry(*document).or_insert(*on);
                });
            }
            // What was complete when it came is complete when it really came.
            RequestChange::RequestDeclaredComplete { on, promised }
                if open && (self.complete_on.is_none() || *on == self.registration.received_on) =>
            {
                self.complete_on = Some(*on);
                // What was ordered keeps the day of the order.
                if self.order().is_none() {
                    self.promised = *promised;
                }
            }
            RequestChange::RequestNotProcessed { on } if stage == Stage::Incomplete => {
                self.outcome = Some(Outcome::NotProcessed { on: *on });
            }
            RequestChange::RequestWithdrawn { on, reason } if open => {
                self.outcome = Some(Outcome::Withdrawn { on: *on, reason: reason.clone() });
            }
            RequestChange::RequestExtended { extension } if stage == Stage::Processed => {
                self.promised = extension.promised;
                self.extension = Some((**extension).clone());
            }
            RequestChange::RequestGranted { grant } if answerable => self.outcome = Some(Outcome::Granted(grant.clone())),
            RequestChange::RequestPartlyGranted { grant, redaction } if answerable => {
                self.outcome = Some(Outcome::PartlyGranted { grant: grant.clone(), redaction: (**redaction).clone() });
            }
            RequestChange::RequestRefused { refusal } if answerable => self.outcome = Some(Outcome::Refused(refusal.clone())),
            RequestChange::RequestAnswered { answer } if answerable => {
                self.outcome = Some(Outcome::Answered(answer.clone()));
            }
            RequestChange::RequestUnavailable { unavailable } if answerable => {
                self.outcome = Some(Outcome::Unavailable(unavailable.clone()));
            }
            RequestChange::AnswerReceived { on, entered_on } if self.answer_received_on.is_none() && self.answered() => {
                self.receive(*on, *entered_on);
            }
            RequestChange::FeePaid { payment } if self.may_be_paid(1) => {
                self.part_payments.extend(self.payment.replace(payment.clone()));
                self.issued.remove(&PaperKind::FeeReceipt);
            }
            RequestChange::FeePartPaid { payment } if self.may_be_paid(payment.amount.saturating_add(1)) => {
                self.part_payments.extend(self.payment.take());
                self.part_payments.push(payment.clone());
                self.issued.remove(&PaperKind::FeeReceipt);
            }
            RequestChange::FeeRefunded { refund } if (1..=self.paid()).contains(&refund.amount) => {
                self.refunds.push(refund.clone());
                self.issued.remove(&PaperKind::RefundReceipt);
            }
            RequestChange::RequestNotEntitled { not_entitled } if open => {
                self.outcome = Some(Outcome::NotEntitled(not_entitled.clone()));
            }
            RequestChange::RequestAbated { on, reason } if open => {
                self.outcome = Some(Outcome::Abated { on: *on, reason: reason.clone() });
            }
            RequestChange::ContactChanged { noted_on, contact, .. } => {
                self.parties.push(PartyChange { noted_on: *noted_on, now: PartyNow::Contact(contact.clone()) });
            }
            RequestChange::RepresentativeNamed { noted_on, representative, .. } => {
                self.parties.push(PartyChange { noted_on: *noted_on, now: PartyNow::Represented(representative.clone()) });
            }
            RequestChange::RepresentativeEnded { noted_on, .. } => {
                self.parties.push(PartyChange { noted_on: *noted_on, now: PartyNow::Alone });
            }
            RequestChange::RequestFoundVexatious { finding } if self.vexatious.is_none() => {
                self.vexatious = Some(finding.clone());
            }
            RequestChange::CopyNotFetched { not_fetched } if self.waits_to_be_fetched() => {
                self.not_fetched = Some(not_fetched.clone());
            }
            RequestChange::ReceiptWithdrawn { paper, .. } => return self.with_receipt_withdrawn(*paper),
            RequestChange::LetterReturned { paper, on, why } => return self.with_returned(*paper, *on, why),
            RequestChange::InformationHandedOver { handover } if !self.handed_whole() && self.may_be_given() => {
                if let Some(before) = self.handed_over.replace(handover.clone()) {
                    self.handed_before.push(before);
                    // The next receipt is an original of its own.
                    self.issued.remove(&PaperKind::HandOverReceipt);
                }
                // What a carrier takes has left, and is not there yet.
                if !handover.receipt_follows {
                    self.receive(handover.on, handover.entered_on);
                }
            }
            RequestChange::RequestForwarded { forwarding } if open && self.awaited().is_none() => {
                self.coordination.push(Coordination { forwarding: forwarding.clone(), answer: None, further: vec![] });
                self.issued.remove(&PaperKind::Disposition);
            }
            RequestChange::ForwardAnswered { answer } => {
                let last = self.coordination.last_mut()?;
                match &mut last.answer {
                    first @ None => *first = Some(answer.clone()),
                    Some(_) => last.further.push(answer.clone()),
                }
            }
            RequestChange::RequestCorrected { on, reason, registration } => {
                let before = Box::new(std::mem::replace(&mut self.registration, (**registration).clone()));
                self.registered_on = self.registered_for(registration);
                self.corrections.push(Correction { on: *on, reason: reason.clone(), before });
            }
            // Attached or taken back at two desks at once: both meant the same, so nobody need look at it.
            RequestChange::AttachmentAdded { on, file } if file.is_sound() => {
                if self.attachment(&file.digest).is_none() {
                    self.attachments.push(Attached { file: file.clone(), on: *on, withdrawn: None });
                }
            }
            RequestChange::AttachmentWithdrawn { digest, reason } => {
                let last = self.attachments.iter_mut().rev().find(|attached| attached.file.digest == *digest)?;
                last.withdrawn.get_or_insert_with(|| reason.clone());
            }
            RequestChange::DeadlineMoved { moved } if open => {
                self.promised = moved.after;
                self.moved.push(moved.clone());
                // Its letter is a new one.
                self.numbers.remove(&PaperKind::DeadlineAddendum);
                self.issued.remove(&PaperKind::DeadlineAddendum);
            }
            RequestChange::NoteAdded { note } => self.notes.push(note.clone()),
            RequestChange::ApplicantTold { told } => self.told.push(told.clone()),
            // What does not fit the state it finds.
            RequestChange::RequestRegistered { .. }
            | RequestChange::RequestFoundIncomplete { .. }
            | RequestChange::DocumentsReceived { .. }
            | RequestChange::RequestDeclaredComplete { .. }
            | RequestChange::RequestNotProcessed { .. }
            | RequestChange::RequestWithdrawn { .. }
            | RequestChange::RequestExtended { .. }
            | RequestChange::RequestGranted { .. }
            | RequestChange::RequestPartlyGranted { .. }
            | RequestChange::RequestRefused { .. }
            | RequestChange::RequestAnswered { .. }
            | RequestChange::IncompleteNoticeReceived { .. }
            | RequestChange::LetterSent { .. }
            | RequestChange::RequestCancelled { .. }
            | RequestChange::RequestUnavailable { .. }
            | RequestChange::AnswerReceived { .. }
            | RequestChange::FeePaid { .. }
            | RequestChange::InformationHandedOver { .. }
            | RequestChange::RequestForwarded { .. }
            | RequestChange::AttachmentAdded { .. }
            | RequestChange::RequestNotEntitled { .. }
            | RequestChange::RequestAbated { .. }
            | RequestChange::RequestFoundVexatious { .. }
            | RequestChange::CopyNotFetched { .. }
            | RequestChange::FeePartPaid { .. }
            | RequestChange::FeeRefunded { .. }
            | RequestChange::DeadlineMoved { .. } => return None,
        }
        Some(self)
    }
}

/// The recalculated dates of `request`, where they differ from those its last paper named.
pub(super) fn moved(request: &Request, today: &crate::deadline::Today<'_>, reason: &str) -> Option<Moved> {
    let after = request.clocks(&today.office.profile, today.calendar).promised();
    let changed = request.outcome.is_none() && request.order().is_none() && request.promised.differs(&after);
    changed.then(|| Moved { on: today.date, before: request.promised, after, reason: reason.to_owned() })
}
