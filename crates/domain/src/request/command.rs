//! What an officer may ask for, and whose duty that is.

use super::{
    AnswerInput, ContactInput, DocumentsInput, ExtensionInput, ForwardAnswerInput, ForwardInput, GrantInput, HandOverInput,
    IncompleteInput, LetterCancelInput, LetterNumberInput, NotEntitledInput, NoteInput, OrderExtent, OrderInput,
    PartialGrantInput, PaymentInput, ReceiptWithdrawnInput, RefundInput, RefusalInput, RepresentativeInput, RequestDraft,
    ReturnedInput, SendingInput, StandingOrder, TidingsInput, UnavailableInput, VexatiousInput,
};
use crate::attachment::Attachment;
use crate::authority::Duty;
use crate::ids::ObjectionId;
use crate::numbering::RegistrationNumber;
use crate::office::ReservedNumber;
use crate::paper::PaperKind;

/// Something an officer asks for.
#[derive(Debug, Clone)]
pub enum Command {
    /// Register the form under this number.
    Register {
        /// The form as typed. Boxed: it is far larger than the other variants.
        draft: Box<RequestDraft>,
        /// The number the desk allocated in the same transaction.
        number: RegistrationNumber,
    },
    /// Register a request that was written on a numbered form.
    RegisterFromForm {
        /// The form as typed off the paper. Boxed: it is far larger than the other variants.
        draft: Box<RequestDraft>,
        /// The number on it, which no request bears yet.
        reserved: ReservedNumber,
        /// The check code on it.
        check_code: String,
    },
    /// Tell the applicant what is missing.
    FindIncomplete(IncompleteInput),
    /// Declare the papers complete.
    DeclareComplete {
        /// Since when they are, `YYYY-MM-DD`; today where it is left empty.
        on: String,
    },
    /// Note when the applicant got the Surat Keterangan Tidak Lengkap, `YYYY-MM-DD`.
    NoteNoticeReceived {
        /// The date as typed.
        on: String,
    },
    /// Note that a letter left.
    NoteSent(SendingInput),
    /// Open the request again, by order.
    Reopen {
        /// The order as typed.
        input: OrderInput,
        /// What was ordered in the objections about it.
        ordered: Vec<(ObjectionId, StandingOrder)>,
    },
    /// Note that the order upon which it was opened again holds no more.
    SetOrderAside {
        /// By what.
        reason: String,
        /// What still holds in the objections about it.
        ordered: Vec<(ObjectionId, StandingOrder)>,
    },
    /// Cancel a registration that was a mistake.
    Cancel {
        /// Why.
        reason: String,
        /// Whether somebody objected to how it was handled.
        objected: bool,
    },
    /// Answer that the applicant is not entitled.
    NotEntitled(NotEntitledInput),
    /// End a request whose applicant died.
    Abate {
        /// By what that is known.
        reason: String,
    },
    /// Note another address.
    ChangeContact(ContactInput),
    /// Note that somebody acts for the applicant.
    NameRepresentative(RepresentativeInput),
    /// Note that nobody does any more.
    EndRepresentative {
        /// Since when, `YYYY-MM-DD`.
        on: String,
        /// How it ended.
        reason: String,
        /// Whether it is somebody who acts in an objection about the request.
        in_objection: bool,
    },
    /// Record as not meant.
    FindVexatious(VexatiousInput),
    /// Note that what lies ready was not fetched.
    NoteNotFetched {
        /// When and how the applicant was reminded.
        note: String,
    },
    /// Note that a letter came back.
    NoteReturned(ReturnedInput),
    /// Note that money was given back.
    Refund(RefundInput),
    /// Take back that the applicant has a letter.
    WithdrawReceipt(ReceiptWithdrawnInput),
    /// Note papers that came after the registration.
    NoteDocuments(DocumentsInput),
    /// Note something for the office itself.
    AddNote(NoteInput),
    /// Note that the applicant was told how it stands.
    Tell(TidingsInput),
    /// End a request that was not completed in time.
    Lapse,
    /// Note that the applicant withdrew, and what was said.
    Withdraw {
        /// The applicant's words, or where they are written.
        reason: String,
    },
    /// Take seven more working days, once.
    Extend(ExtensionInput),
    /// Give the information in full.
    Grant(GrantInput),
    /// Give it in part.
    GrantPartly(Box<PartialGrantInput>),
    /// Withhold it.
    Refuse(Box<RefusalInput>),
    /// Answer part by part.
    Answer(Box<AnswerInput>),
    /// Say that there is nothing to give.
    AnswerUnavailable(UnavailableInput),
    /// Note when the applicant received the answer, `YYYY-MM-DD`.
    NoteReceived {
        /// The date as typed.
        on: String,
    },
    /// Note a payment.
    TakePayment(PaymentInput),
    /// Hand the information over.
    HandOver(HandOverInput),
    /// Forward inside the same public body.
    Forward(ForwardInput),
    /// Note what came back.
    NoteForwardAnswer(ForwardAnswerInput),
    /// Add to what came back, or correct it.
    AddForwardAnswer(ForwardAnswerInput),
    /// Correct what the form says.
    Correct {
        /// The form as it should have been.
        draft: Box<RequestDraft>,
        /// Why.
        reason: String,
    },
    /// Attach a file that was found fit ([`crate::attachment::Offered::check`]) and is kept already.
    Attach(Attachment),
    /// Take a file back.
    WithdrawAttachment {
        /// Which, by its digest.
        digest: String,
        /// Why, as typed.
        reason: String,
    },
    /// Answer, held to the strictest order that waits: also where the request was never opened again for it.
    UnderOrder {
        /// How much it wants given.
        ordered: OrderExtent,
        /// The answer.
        command: Box<Command>,
    },
    /// Recalculate the deadlines after the calendar changed.
    MoveDeadline {
        /// Which day, by which decree.
        reason: String,
    },
    /// Print a paper.
    IssuePaper(PaperKind),
    /// Print an original once more.
    ReprintOriginal {
        /// Which paper.
        paper: PaperKind,
        /// What became of the one before.
        reason: String,
    },
    /// Note the number of a letter.
    NumberLetter(LetterNumberInput),
    /// Take a letter back.
    CancelLetter {
        /// Which, and why.
        input: LetterCancelInput,
        /// Whether an objection is about the request.
        disputed: bool,
    },
}

impl Command {
    /// The duty it belongs to.
    pub fn duty(&self) -> Duty {
        match self {
            Self::Register { .. }
            | Self::RegisterFromForm { .. }
            | Self::FindIncomplete(_)
            | Self::DeclareComplete { .. }
            | Self::NoteNoticeReceived { .. }
            | Self::NoteSent(_)
            | Self::Cancel { .. }
            | Self::Withdraw { .. }
            | Self::NoteReceived { .. }
            | Self::TakePayment(_)
            | Self::HandOver(_)
            | Self::Forward(_)
            | Self::NoteForwardAnswer(_)
            | Self::AddForwardAnswer(_)
            | Self::Correct { .. }
            | Self::Attach(_)
            | Self::WithdrawAttachment { .. }
            | Self::ChangeContact(_)
            | Self::NameRepresentative(_)
            | Self::EndRepresentative { .. }
            | Self::NoteNotFetched { .. }
            | Self::NoteReturned(_)
            | Self::Refund(_)
            | Self::NoteDocuments(_)
            | Self::WithdrawReceipt(_)
            | Self::AddNote(_)
            | Self::Tell(_)
            | Self::IssuePaper(_)
            | Self::ReprintOriginal { .. }
            | Self::NumberLetter(_) => Duty::Serve,
            Self::NotEntitled(_)
            | Self::Abate { .. }
            | Self::FindVexatious(_)
            | Self::Extend(_)
            | Self::Lapse
            | Self::Reopen { .. }
            | Self::SetOrderAside { .. }
            | Self::Grant(_)
            | Self::GrantPartly(_)
            | Self::Refuse(_)
            | Self::Answer(_)
            | Self::AnswerUnavailable(_)
            | Self::CancelLetter { .. } => Duty::Decide,
            Self::UnderOrder { command, .. } => command.duty(),
            Self::MoveDeadline { .. } => Duty::Administer,
        }
    }
}
