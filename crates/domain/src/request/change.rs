//! What happens to a request.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{
    Answer, Contact, Document, Extension, ForwardAnswer, Forwarding, Grant, HandOver, Incomplete, Moved, NotEntitled, NotFetched,
    Order, PaperForm, Payment, Redaction, Refund, Refusal, Registration, Representative, RequestNote, Sending, TidingsGiven,
    Unavailable, Vexatious,
};
use crate::attachment::Attachment;
use crate::deadline::Promised;
use crate::kinds::kinds;
use crate::numbering::RegistrationNumber;
use crate::paper::PaperKind;

/// What happens to a request, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RequestChange {
    /// A request was received and given its number (UU KIP Ps 22(4)).
    RequestRegistered {
        /// Its number, final.
        number: RegistrationNumber,
        /// The civil date of registration.
        on: NaiveDate,
        /// What the form says. Boxed: it is far larger than the other variants.
        registration: Box<Registration>,
        /// The dates the receipt names.
        promised: Promised,
        /// The numbered form it was written on, where that is how it came.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<PaperForm>,
    },
    /// The papers were found incomplete and the applicant was told.
    RequestFoundIncomplete {
        /// The letter and what is missing.
        incomplete: Incomplete,
    },
    /// The papers were not completed in time: the request ends as not processed.
    RequestNotProcessed {
        /// The civil date.
        on: NaiveDate,
    },
    /// The applicant withdrew.
    RequestWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says.
        reason: String,
    },
    /// The papers were found complete; the ten days of the newer practice begin.
    RequestDeclaredComplete {
        /// The civil date.
        on: NaiveDate,
        /// The dates that follow from it.
        promised: Promised,
    },
    /// The time for the answer was extended, once (UU KIP Ps 22(8)).
    RequestExtended {
        /// The letter, its reasons, the dates. Boxed: it is far larger than the other variants.
        extension: Box<Extension>,
    },
    /// The information is given in part, the rest blacked out (UU KIP Ps 22(7)e).
    RequestPartlyGranted {
        /// What is given.
        grant: Grant,
        /// What is not.
        redaction: Box<Redaction>,
    },
    /// There is nothing to give (UU KIP Ps 6(3)e, 22(7)b).
    RequestUnavailable {
        /// The letter and why.
        unavailable: Unavailable,
    },
    /// The applicant received the answer: day zero of an objection.
    AnswerReceived {
        /// The civil date.
        on: NaiveDate,
        /// The civil date it was entered here; there where that is later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entered_on: Option<NaiveDate>,
    },
    /// The fee was paid at the counter.
    FeePaid {
        /// The payment.
        payment: Payment,
    },
    /// The information was handed over against a signed receipt.
    InformationHandedOver {
        /// What, when, to whom.
        handover: HandOver,
    },
    /// The request was forwarded inside the public body; the clock does not stop.
    RequestForwarded {
        /// To whom, and what is asked.
        forwarding: Forwarding,
    },
    /// The one it was forwarded to answered.
    ForwardAnswered {
        /// What they say.
        answer: ForwardAnswer,
    },
    /// What the form says was corrected.
    RequestCorrected {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
        /// What the form says now.
        registration: Box<Registration>,
    },
    /// A file was attached: its bytes travel beside the entries.
    AttachmentAdded {
        /// The civil date.
        on: NaiveDate,
        /// The file.
        file: Attachment,
    },
    /// A file was taken back. The entry that attached it stays.
    AttachmentWithdrawn {
        /// Which, by its digest.
        digest: String,
        /// Why.
        reason: String,
    },
    /// A day off was added or moved, and the open deadline with it.
    DeadlineMoved {
        /// Old and new dates, and why.
        moved: Moved,
    },
    /// The information is given in full (UU KIP Ps 22(7)).
    RequestGranted {
        /// The letter and its facts.
        grant: Grant,
    },
    /// The applicant got the Surat Keterangan Tidak Lengkap that was on its way.
    IncompleteNoticeReceived {
        /// The civil date: day zero of the three days to complete.
        on: NaiveDate,
        /// The last day to complete.
        due: NaiveDate,
    },
    /// A letter left the office.
    LetterSent {
        /// Which.
        paper: PaperKind,
        /// When, how, by what it can be shown.
        sending: Sending,
    },
    /// The order upon which it had been opened again was set aside, or a court has it: the answer before it stands again.
    OrderSetAside {
        /// The civil date it was noted.
        on: NaiveDate,
        /// By what.
        reason: String,
    },
    /// Disclosure was ordered: the request is answered anew.
    RequestReopened {
        /// The order.
        order: Order,
    },
    /// The registration was a mistake: the number stays accounted for and counts as no request.
    RequestCancelled {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// The request is answered part by part, in one notice (UU KIP Ps 22(7)).
    RequestAnswered {
        /// The letter and the parts. Boxed: it is far larger than the other variants.
        answer: Box<Answer>,
    },
    /// The information is withheld under Pasal 17.
    RequestRefused {
        /// The decision and its grounds.
        refusal: Refusal,
    },
    /// The applicant is no Indonesian citizen and no Indonesian legal entity (UU KIP Ps 1(12)).
    RequestNotEntitled {
        /// The letter and why.
        not_entitled: NotEntitled,
    },
    /// The applicant died, and nobody goes on with it.
    RequestAbated {
        /// The civil date.
        on: NaiveDate,
        /// By what that is known.
        reason: String,
    },
    /// The applicant told another address, telephone or e-mail.
    ContactChanged {
        /// The civil date since which it holds.
        on: NaiveDate,
        /// The civil date it was noted.
        noted_on: NaiveDate,
        /// How the applicant is reached now.
        contact: Contact,
    },
    /// Somebody acts for the applicant from now on.
    RepresentativeNamed {
        /// The civil date since which that holds.
        on: NaiveDate,
        /// The civil date it was noted.
        noted_on: NaiveDate,
        /// Who, as what, and by which paper.
        representative: Representative,
    },
    /// Nobody acts for the applicant any more.
    RepresentativeEnded {
        /// The civil date since which that holds.
        on: NaiveDate,
        /// The civil date it was noted.
        noted_on: NaiveDate,
        /// How it ended.
        reason: String,
    },
    /// The request was recorded as not meant (PERKI 1/2013 Ps 4).
    RequestFoundVexatious {
        /// By what, and which it follows.
        finding: Vexatious,
    },
    /// What lay ready was not fetched.
    CopyNotFetched {
        /// When that was noted, and how the applicant was reminded.
        not_fetched: NotFetched,
    },
    /// A letter came back undelivered.
    LetterReturned {
        /// Which.
        paper: PaperKind,
        /// The civil date it came back.
        on: NaiveDate,
        /// Why, as the carrier says it.
        why: String,
    },
    /// A part of the fee was paid.
    FeePartPaid {
        /// The payment.
        payment: Payment,
    },
    /// Money was given back.
    FeeRefunded {
        /// The refund.
        refund: Refund,
    },
    /// That the applicant has a letter is not so: it came back, or the day was another.
    ReceiptWithdrawn {
        /// Which letter.
        paper: PaperKind,
        /// Why.
        reason: String,
    },
    /// Papers came that were missing.
    DocumentsReceived {
        /// Which.
        documents: BTreeSet<Document>,
        /// The civil date.
        on: NaiveDate,
    },
    /// The office noted something for itself.
    NoteAdded {
        /// The note.
        note: RequestNote,
    },
    /// The applicant was told how it stands, beside any letter.
    ApplicantTold {
        /// What, and how.
        told: TidingsGiven,
    },
}

kinds! {
    RequestChange:
    RequestRegistered = "request_registered",
    RequestFoundIncomplete = "request_found_incomplete",
    RequestNotProcessed = "request_not_processed",
    RequestWithdrawn = "request_withdrawn",
    RequestDeclaredComplete = "request_declared_complete",
    RequestExtended = "request_extended",
    RequestPartlyGranted = "request_partly_granted",
    RequestUnavailable = "request_unavailable",
    AnswerReceived = "answer_received",
    FeePaid = "fee_paid",
    InformationHandedOver = "information_handed_over",
    RequestForwarded = "request_forwarded",
    ForwardAnswered = "forward_answered",
    RequestCorrected = "request_corrected",
    AttachmentAdded = "attachment_added",
    AttachmentWithdrawn = "attachment_withdrawn",
    DeadlineMoved = "deadline_moved",
    IncompleteNoticeReceived = "incomplete_notice_received",
    LetterSent = "letter_sent",
    RequestReopened = "request_reopened",
    OrderSetAside = "order_set_aside",
    RequestCancelled = "request_cancelled",
    RequestAnswered = "request_answered",
    RequestGranted = "request_granted",
    RequestRefused = "request_refused",
    RequestNotEntitled = "request_not_entitled",
    RequestAbated = "request_abated",
    ContactChanged = "contact_changed",
    RepresentativeNamed = "representative_named",
    RepresentativeEnded = "representative_ended",
    RequestFoundVexatious = "request_found_vexatious",
    CopyNotFetched = "copy_not_fetched",
    LetterReturned = "letter_returned",
    FeePartPaid = "fee_part_paid",
    FeeRefunded = "fee_refunded",
    ReceiptWithdrawn = "receipt_withdrawn",
    DocumentsReceived = "documents_received",
    NoteAdded = "note_added",
    ApplicantTold = "applicant_told",
}
