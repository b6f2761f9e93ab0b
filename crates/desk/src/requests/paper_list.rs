//! The papers a request may have, one value each: its number, its date, the entry it stands on, and how it is made.

use chrono::NaiveDate;
use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::OfficialId;
use loket_domain::office::Official;
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::{Outcome, Request};
use loket_letters::{Paper, PaperMark};

use crate::error::DeskError;
use crate::printing::papers::Signer;
use crate::requests::story::Story;
use crate::store::entries::Kept;

/// One paper of a request.
pub(crate) struct RequestPaper {
    pub(crate) kind: PaperKind,
    /// The number it bears.
    pub(crate) number: fn(&Request) -> Option<String>,
    /// The civil date it bears; the day of registration where it has none of its own.
    dated: fn(&Request) -> Option<NaiveDate>,
    /// Whether it stands on this change: its check code and the index of a dispute file name that entry.
    pub(crate) stands_on: fn(&RequestChange) -> bool,
    /// Letterhead and place follow whoever signs.
    pub(crate) signer: Signer<Request>,
    make: fn(&Story<'_>) -> Result<Box<dyn Paper>, DeskError>,
}

fn registration_number(request: &Request) -> Option<String> {
    Some(request.number.text.clone())
}

fn letter_of_the_answer(request: &Request) -> Option<String> {
    request.number_of(PaperKind::WrittenNotice).map(str::to_owned)
}

fn signer_of_the_answer(request: &Request) -> Option<OfficialId> {
    Some(request.outcome.as_ref().and_then(Outcome::letter)?.signed_by)
}

fn registered(change: &RequestChange) -> bool {
    matches!(change, RequestChange::RequestRegistered { .. })
}

/// Every paper of a request. The receipt first: it is what the citizen waits for; then the form, then what happened, in order.
pub(crate) const ALL: &[RequestPaper] = &[
    RequestPaper {
        kind: PaperKind::Receipt,
        number: registration_number,
        dated: |_| None,
        stands_on: registered,
        signer: Signer::ByHand,
        make: |story| Ok(Box::new(story.receipt())),
    },
    RequestPaper {
        kind: PaperKind::RequestForm,
        number: registration_number,
        dated: |_| None,
        stands_on: registered,
        signer: Signer::ByHand,
        make: |story| Ok(Box::new(story.request_form())),
    },
    RequestPaper {
        kind: PaperKind::IncompleteNotice,
        number: |request| Some(request.incomplete.as_ref()?.letter.number.clone()),
        dated: |request| Some(request.incomplete.as_ref()?.letter.date),
        stands_on: |change| matches!(change, RequestChange::RequestFoundIncomplete { .. }),
        signer: Signer::Official(|request| Some(request.incomplete.as_ref()?.letter.signed_by)),
        make: |story| Ok(Box::new(story.incomplete_notice()?)),
    },
    RequestPaper {
        kind: PaperKind::Disposition,
        number: |request| Some(request.coordination.last()?.forwarding.number.clone()),
        dated: |request| Some(request.coordination.last()?.forwarding.on),
        stands_on: |change| matches!(change, RequestChange::RequestForwarded { .. }),
        signer: Signer::Official(|request| Some(request.coordination.last()?.forwarding.signed_by)),
        make: |story| Ok(Box::new(story.disposition()?)),
    },
    RequestPaper {
        kind: PaperKind::ExtensionNotice,
        number: |request| Some(request.extension.as_ref()?.letter.number.clone()),
        dated: |request| Some(request.extension.as_ref()?.letter.date),
        stands_on: |change| matches!(change, RequestChange::RequestExtended { .. }),
        signer: Signer::Official(|request| Some(request.extension.as_ref()?.letter.signed_by)),
        make: |story| Ok(Box::new(story.extension_notice()?)),
    },
    RequestPaper {
        kind: PaperKind::DeadlineAddendum,
        number: |request| request.number_of(PaperKind::DeadlineAddendum).map(str::to_owned),
        dated: |request| Some(request.last_told_move()?.on),
        stands_on: |change| matches!(change, RequestChange::DeadlineMoved { .. }),
        signer: Signer::Official(|_| None),
        make: |story| Ok(Box::new(story.addendum()?)),
    },
    RequestPaper {
        kind: PaperKind::WrittenNotice,
        number: letter_of_the_answer,
        dated: |request| request.outcome.as_ref().map(Outcome::on),
        stands_on: |change| {
            matches!(
                change,
                RequestChange::RequestGranted { .. }
                    | RequestChange::RequestAnswered { .. }
                    | RequestChange::RequestPartlyGranted { .. }
                    | RequestChange::RequestUnavailable { .. }
                    | RequestChange::RequestNotEntitled { .. }
                    | RequestChange::RequestNotProcessed { .. }
                    | RequestChange::RequestWithdrawn { .. }
                    | RequestChange::RequestAbated { .. }
            )
        },
        signer: Signer::Official(signer_of_the_answer),
        make: |story| story.notice(),
    },
    RequestPaper {
        kind: PaperKind::RefusalDecision,
        number: |request| match request.outcome.as_ref()? {
            Outcome::Answered(answer) => answer.decision_number.clone(),
            outcome => Some(outcome.letter()?.number.clone()),
        },
        dated: |request| request.outcome.as_ref().map(Outcome::on),
        stands_on: |change| matches!(change, RequestChange::RequestRefused { .. } | RequestChange::RequestAnswered { .. }),
        signer: Signer::Official(signer_of_the_answer),
        make: |story| Ok(Box::new(story.decision()?)),
    },
    RequestPaper {
        kind: PaperKind::FeeReceipt,
        number: |request| Some(request.payments().next_back()?.number.clone()),
        dated: |request| Some(request.payments().next_back()?.on),
        stands_on: |change| matches!(change, RequestChange::FeePaid { .. } | RequestChange::FeePartPaid { .. }),
        signer: Signer::ByHand,
        make: |story| Ok(Box::new(story.fee_receipt()?)),
    },
    RequestPaper {
        kind: PaperKind::RefundReceipt,
        number: |request| Some(request.refunds.last()?.number.clone()),
        dated: |request| Some(request.refunds.last()?.on),
        stands_on: |change| matches!(change, RequestChange::FeeRefunded { .. }),
        signer: Signer::ByHand,
        make: |story| Ok(Box::new(story.refund_receipt()?)),
    },
    RequestPaper {
        kind: PaperKind::HandOverReceipt,
        number: |request| Some(request.handed_over.as_ref()?.number.clone()),
        dated: |request| Some(request.handed_over.as_ref()?.on),
        stands_on: |change| matches!(change, RequestChange::InformationHandedOver { .. }),
        signer: Signer::ByHand,
        make: |story| Ok(Box::new(story.hand_over_receipt()?)),
    },
];

fn found(kind: PaperKind) -> Option<&'static RequestPaper> {
    ALL.iter().find(|paper| paper.kind == kind)
}

impl Story<'_> {
    /// The paper of this kind.
    ///
    /// # Errors
    /// [`PaperRefused::NoSuchPaper`] when the request has none.
    pub(crate) fn paper(&self, kind: PaperKind) -> Result<Box<dyn Paper>, DeskError> {
        (found(kind).ok_or(PaperRefused::NoSuchPaper)?.make)(self)
    }

    /// The entry a paper stands on: the last, where what it says was said anew.
    /// None on a draft: an entry of its kind that is here is of a letter that holds no more.
    pub(crate) fn basis(&self, kind: PaperKind) -> Option<&Kept> {
        let paper = found(kind).filter(|_| self.mark != PaperMark::Draft)?;
        self.last_entry(|change| matches!(change, Change::Request(change) if (paper.stands_on)(change)))
    }

    /// Who signs a paper.
    ///
    /// # Errors
    /// [`PaperRefused::NoSuchPaper`] for a paper that no official signs; while nobody may sign what names nobody.
    pub(crate) fn signatory(&self, kind: PaperKind) -> Result<Official, DeskError> {
        let signer = &found(kind).ok_or(PaperRefused::NoSuchPaper)?.signer;
        let official = signer.official(self.tables, self.context, (self.request, kind), self.basis(kind), self.dated(kind))?;
        Ok(official.ok_or(PaperRefused::NoSuchPaper)?)
    }

    /// The civil date a paper bears.
    pub(crate) fn dated(&self, kind: PaperKind) -> NaiveDate {
        found(kind).and_then(|paper| (paper.dated)(self.request)).unwrap_or(self.request.registered_on)
    }
}
