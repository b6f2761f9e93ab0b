//! Whether a step may be taken now, for the button that cannot be pressed.
//!
//! # Errors
//! Each says why not, in one sentence.

use super::completeness::may_lapse;
use super::{ActingAs, Category, OrderExtent, Outcome, Request, RequestRefused, Stage};
use crate::deadline::Today;
use crate::paper::PaperKind;
use crate::problem::{PaperRefused, Refused};

fn open(request: &Request) -> Result<(), Refused> {
    if request.outcome.is_none() { Ok(()) } else { Err(RequestRefused::AlreadyDecided.into()) }
}

/// A Surat Keterangan Tidak Lengkap: once, while the papers are being checked.
#[allow(missing_docs)]
pub fn find_incomplete(request: &Request) -> Result<(), Refused> {
    open(request)?;
    match request.stage() {
        Stage::Registered => Ok(()),
        Stage::Incomplete => Err(RequestRefused::AlreadyIncomplete.into()),
        Stage::Processed
        | Stage::Extended
        | Stage::Granted
        | Stage::PartlyGranted
        | Stage::HandedOver
        | Stage::Refused
        | Stage::NotHeld
        | Stage::NotDocumented
        | Stage::HeldByOther
        | Stage::NotProcessed
        | Stage::NotEntitled
        | Stage::Abated
        | Stage::Reopened
        | Stage::Cancelled
        | Stage::Withdrawn => Err(RequestRefused::AlreadyComplete.into()),
    }
}

/// Declaring complete.
pub fn declare_complete(request: &Request) -> Result<(), Refused> {
    open(request)?;
    if request.complete_on.is_some() { Err(RequestRefused::AlreadyComplete.into()) } else { Ok(()) }
}

/// Noting papers that came: while the request is open and something is missing.
pub fn note_documents(request: &Request) -> Result<(), Refused> {
    declare_complete(request)?;
    if request.missing_documents().is_empty() { Err(RequestRefused::NothingMissing.into()) } else { Ok(()) }
}

/// Ending a request that was not completed.
pub fn lapse(request: &Request, today: &Today<'_>) -> Result<(), Refused> {
    open(request)?;
    may_lapse(request, today)
}

/// Withdrawing.
pub fn withdraw(request: &Request) -> Result<(), Refused> {
    open(request)
}

/// Noting when the applicant got the letter about what is missing.
pub fn note_notice_received(request: &Request) -> Result<(), Refused> {
    open(request)?;
    request.notice_on_its_way().map(|_| ()).ok_or(RequestRefused::NotIncomplete.into())
}

/// Noting that a letter left.
pub fn note_sent(request: &Request) -> Result<(), Refused> {
    if request.unsent().is_empty() { Err(RequestRefused::NothingToSend.into()) } else { Ok(()) }
}

/// Opening again: an answer that can be replaced.
pub fn reopen(request: &Request) -> Result<(), Refused> {
    if request.may_be_reopened() { Ok(()) } else { Err(RequestRefused::NotToBeReopened.into()) }
}

/// Noting that the order that waits holds no more.
pub fn set_order_aside(request: &Request) -> Result<(), Refused> {
    request.order().map(|_| ()).ok_or(RequestRefused::NoOrderWaits.into())
}

/// Cancelling: only what nobody acted on, and while the time to answer runs. What should have been answered is not made away with.
pub fn cancel(request: &Request, today: &Today<'_>) -> Result<(), Refused> {
    unacted(request)?;
    let due = request.promised.official.or(request.promised.safe);
    if let Some(due) = due.filter(|due| today.date > *due) {
        return Err(RequestRefused::TermIsOver(due).into());
    }
    Ok(())
}

/// That nobody acted on it: a letter that left cannot be a mistake of the register.
pub fn unacted(request: &Request) -> Result<(), Refused> {
    open(request)?;
    let acted = request.incomplete.is_some() || request.extension.is_some() || !request.coordination.is_empty();
    // What holds no more was told to the applicant all the same.
    let told = !request.cancelled.is_empty() || !request.returned.is_empty();
    if acted || told || !request.reopened.is_empty() { Err(RequestRefused::ActedOn.into()) } else { Ok(()) }
}

/// Extending: once, after completeness, before an answer.
pub fn extend(request: &Request) -> Result<(), Refused> {
    answer(request)?;
    if request.order().is_some() {
        return Err(RequestRefused::OrderRuns.into());
    }
    if request.extension.is_some() { Err(RequestRefused::AlreadyExtended.into()) } else { Ok(()) }
}

/// Any answer.
pub fn answer(request: &Request) -> Result<(), Refused> {
    open(request)?;
    if request.complete_on.is_some() { Ok(()) } else { Err(RequestRefused::NotComplete.into()) }
}

/// An answer that withholds all of it: not what was ordered to be given in part.
pub fn refuse(request: &Request, ordered: Option<OrderExtent>) -> Result<(), Refused> {
    withhold(request, ordered)?;
    if ordered == Some(OrderExtent::InPart) { Err(RequestRefused::OrderedInPart.into()) } else { Ok(()) }
}

/// An answer that withholds something: not what was ordered to be given in full.
pub fn withhold(request: &Request, ordered: Option<OrderExtent>) -> Result<(), Refused> {
    answer(request)?;
    if ordered == Some(OrderExtent::InFull) { Err(RequestRefused::OrderedWhole.into()) } else { Ok(()) }
}

/// Noting that the applicant has the answer.
pub fn note_received(request: &Request) -> Result<(), Refused> {
    match request.answer_received_on {
        _ if !request.answered() => Err(RequestRefused::NotAnswered.into()),
        Some(on) => Err(RequestRefused::AlreadyReceived(on).into()),
        None => Ok(()),
    }
}

/// Taking back that the applicant has a letter: until something was handed over upon it.
pub fn withdraw_receipt(request: &Request) -> Result<(), Refused> {
    if request.received_letters().is_empty() { Err(RequestRefused::NothingReceived.into()) } else { Ok(()) }
}

/// Telling the applicant how it stands: while there is something to tell.
pub fn tell(request: &Request) -> Result<(), Refused> {
    if request.tidings().is_empty() { Err(RequestRefused::NothingToTell.into()) } else { Ok(()) }
}

/// Taking the fee.
pub fn take_payment(request: &Request) -> Result<(), Refused> {
    match request.granted() {
        Some(_) if request.owed() > 0 => Ok(()),
        Some(_) if request.payment.is_some() => Err(RequestRefused::AlreadyPaid.into()),
        _ => Err(RequestRefused::NothingToPay.into()),
    }
}

/// Giving money back: what the office holds.
pub fn refund(request: &Request) -> Result<(), Refused> {
    if request.paid() > 0 { Ok(()) } else { Err(RequestRefused::NothingToRefund.into()) }
}

/// Answering that the applicant is not entitled: before any answer, whether or not the papers are complete.
pub fn not_entitled(request: &Request, ordered: Option<OrderExtent>) -> Result<(), Refused> {
    open(request)?;
    if ordered.is_some() { Err(RequestRefused::OrderStands.into()) } else { Ok(()) }
}

/// Ending a request whose applicant died.
pub fn abate(request: &Request) -> Result<(), Refused> {
    if request.registration.applicant.category != Category::Individual {
        return Err(RequestRefused::NoPerson.into());
    }
    if request.applicant().representative.as_ref().is_some_and(|acting| acting.acting_as == ActingAs::Heir) {
        return Err(RequestRefused::HeirsGoOn.into());
    }
    open(request)
}

/// Noting another address, or who acts: at any time, for letters may still follow.
pub fn change_party(request: &Request) -> Result<(), Refused> {
    let cancelled = matches!(request.outcome, Some(Outcome::Cancelled { .. }));
    if cancelled { Err(RequestRefused::WasCancelled.into()) } else { Ok(()) }
}

/// Noting that nobody acts any more.
pub fn end_representative(request: &Request) -> Result<(), Refused> {
    change_party(request)?;
    request.applicant().representative.map(|_| ()).ok_or(RequestRefused::NobodyActs.into())
}

/// Recording as not meant: once.
pub fn find_vexatious(request: &Request) -> Result<(), Refused> {
    change_party(request)?;
    if request.vexatious.is_some() { Err(RequestRefused::AlreadyVexatious.into()) } else { Ok(()) }
}

/// Noting that nobody came for what lies ready.
pub fn note_not_fetched(request: &Request) -> Result<(), Refused> {
    if request.waits_to_be_fetched() { Ok(()) } else { Err(RequestRefused::NothingToFetch.into()) }
}

/// Noting that a letter came back.
pub fn note_returned(request: &Request) -> Result<(), Refused> {
    if request.may_return().is_empty() { Err(RequestRefused::NothingReturned.into()) } else { Ok(()) }
}

/// Noting the number of a letter.
pub fn number_letter(request: &Request) -> Result<(), Refused> {
    if request.may_be_numbered().is_empty() { Err(PaperRefused::NothingToNumber.into()) } else { Ok(()) }
}

/// Taking a letter back: while nothing was done upon it.
pub fn cancel_letter(request: &Request) -> Result<(), Refused> {
    if !request.may_be_cancelled().is_empty() {
        return Ok(());
    }
    Err(if request.outcome.is_some() { PaperRefused::ActedUpon } else { PaperRefused::NothingToCancel }.into())
}

/// Printing an original once more: it was printed, and is still here.
pub fn reprint_original(request: &Request, paper: PaperKind) -> Result<(), Refused> {
    match request.issued.get(&paper) {
        _ if !request.has_paper(paper) => Err(PaperRefused::NoSuchPaper.into()),
        None => Err(PaperRefused::NotPrinted.into()),
        Some(_) if request.has_left(paper) => Err(PaperRefused::OriginalLeft.into()),
        Some(_) => Ok(()),
    }
}

/// Handing the information over.
pub fn hand_over(request: &Request) -> Result<(), Refused> {
    match request.handed_over.as_ref().filter(|handed| !handed.rest_follows) {
        None if request.may_be_given() => Ok(()),
        None => Err(RequestRefused::NothingToHandOver.into()),
        Some(_) => Err(RequestRefused::AlreadyHandedOver.into()),
    }
}

/// Forwarding.
pub fn forward(request: &Request) -> Result<(), Refused> {
    open(request)?;
    if request.awaited().is_some() { Err(RequestRefused::AlreadyForwarded.into()) } else { Ok(()) }
}

/// Noting what came back.
pub fn note_forward_answer(request: &Request) -> Result<(), Refused> {
    request.awaited().map(|_| ()).ok_or(RequestRefused::NothingForwarded.into())
}
