//! What may happen next to a request.

use chrono::NaiveDate;

use super::completeness::may_lapse;
use super::handover::answer_received;
use super::{
    ExtensionInput, ForwardAnswerInput, ForwardInput, GrantInput, HandOverInput, IncompleteInput, PartialGrantInput,
    PaymentInput, RefusalInput, Request, RequestChange, RequestDraft, Stage, UnavailableInput, fold,
};
use crate::attachment::Attachment;
use crate::authority::Duty;
use crate::deadline::{Clocks, Today};
use crate::numbering::RegistrationNumber;
use crate::paper::{PaperChange, PaperKind};
use crate::problem::{Problems, Refused};

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
    /// Tell the applicant what is missing.
    FindIncomplete(IncompleteInput),
    /// Declare the papers complete today.
    DeclareComplete,
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
    /// Recalculate the deadlines after the calendar changed.
    MoveDeadline {
        /// Which day, by which decree.
        reason: String,
    },
    /// Print a paper, or save it as a file.
    IssuePaper(PaperKind),
}

impl Command {
    /// The duty it belongs to.
    pub fn duty(&self) -> Duty {
        match self {
            Self::Register { .. }
            | Self::FindIncomplete(_)
            | Self::DeclareComplete
            | Self::Lapse
            | Self::Withdraw { .. }
            | Self::NoteReceived { .. }
            | Self::TakePayment(_)
            | Self::HandOver(_)
            | Self::Forward(_)
            | Self::NoteForwardAnswer(_)
            | Self::Correct { .. }
            | Self::Attach(_)
            | Self::WithdrawAttachment { .. }
            | Self::IssuePaper(_) => Duty::Serve,
            Self::Extend(_) | Self::Grant(_) | Self::GrantPartly(_) | Self::Refuse(_) | Self::AnswerUnavailable(_) => {
                Duty::Decide
            }
            Self::MoveDeadline { .. } => Duty::Administer,
        }
    }
}

/// The changes that `command` makes to `state` on `today`, or why not, in whatever holds them. Nothing is written here.
///
/// # Errors
/// [`Refused`]: a value, not a failure; what was typed is still with the caller.
pub fn decide<C>(state: Option<&Request>, command: Command, today: &Today<'_>) -> Result<Vec<C>, Refused>
where
    C: From<RequestChange> + From<PaperChange>,
{
    match (state, command) {
        (None, Command::Register { draft, number }) => register(&draft, number, today),
        (Some(_), Command::Register { .. }) => Err(Refused::AlreadyRegistered),
        (None, _) => Err(Refused::NotRegistered),
        (Some(request), command) => next(request, command, today).map(|change| vec![change]),
    }
}

fn next<C>(request: &Request, command: Command, today: &Today<'_>) -> Result<C, Refused>
where
    C: From<RequestChange> + From<PaperChange>,
{
    let on = today.date;
    match command {
        Command::Register { .. } => Err(Refused::AlreadyRegistered),
        Command::FindIncomplete(input) => {
            may::find_incomplete(request)?;
            input.check(request, today).map(|incomplete| C::from(RequestChange::RequestFoundIncomplete { incomplete }))
        }
        Command::DeclareComplete => {
            may::declare_complete(request)?;
            Ok(complete(request.registration.received_on, request.registered_on, today))
        }
        Command::Lapse => {
            may::lapse(request, today)?;
            Ok(C::from(RequestChange::RequestNotProcessed { on }))
        }
        Command::Withdraw { reason } => {
            may::withdraw(request)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis bagaimana pemohon mencabut permohonannya.");
            p.or(Some(C::from(RequestChange::RequestWithdrawn { on, reason })))
        }
        Command::Extend(input) => {
            may::extend(request)?;
            input
                .check(request, today)
                .map(|extension| C::from(RequestChange::RequestExtended { extension: Box::new(extension) }))
        }
        Command::Grant(input) => {
            may::answer(request)?;
            input.check(request, today).map(|grant| C::from(RequestChange::RequestGranted { grant }))
        }
        Command::GrantPartly(input) => {
            may::answer(request)?;
            let (grant, redaction) = input.check(request, today)?;
            Ok(C::from(RequestChange::RequestPartlyGranted { grant, redaction: Box::new(redaction) }))
        }
        Command::Refuse(input) => {
            may::answer(request)?;
            input.check(request, today).map(|refusal| C::from(RequestChange::RequestRefused { refusal }))
        }
        Command::AnswerUnavailable(input) => {
            may::answer(request)?;
            input.check(request, today).map(|unavailable| C::from(RequestChange::RequestUnavailable { unavailable }))
        }
        Command::NoteReceived { on } => {
            may::note_received(request)?;
            answer_received(request, &on, today).map(|on| C::from(RequestChange::AnswerReceived { on }))
        }
        Command::TakePayment(input) => {
            may::take_payment(request)?;
            input.check(request, today).map(|payment| C::from(RequestChange::FeePaid { payment }))
        }
        Command::HandOver(input) => {
            may::hand_over(request)?;
            input.check(request, today).map(|handover| C::from(RequestChange::InformationHandedOver { handover }))
        }
        Command::Forward(input) => {
            may::forward(request)?;
            input.check(today).map(|forwarding| C::from(RequestChange::RequestForwarded { forwarding }))
        }
        Command::NoteForwardAnswer(input) => {
            input.check(request, today).map(|answer| C::from(RequestChange::ForwardAnswered { answer }))
        }
        Command::Correct { draft, reason } => correct(request, &draft, &reason, today),
        Command::Attach(file) => match request.attachment(&file.digest) {
            None => Ok(C::from(RequestChange::AttachmentAdded { on, file })),
            Some(_) => Err(Refused::NotNow("Berkas yang sama sudah terlampir pada permohonan ini.")),
        },
        Command::WithdrawAttachment { digest, reason } => {
            let mut p = Problems::default();
            p.when(request.attachment(&digest).is_none(), "digest", "Pilih berkas yang ditarik.");
            let reason = p.text("reason", &reason, 1_000, "Tulis mengapa berkas ini ditarik.");
            p.or(Some(C::from(RequestChange::AttachmentWithdrawn { digest, reason })))
        }
        Command::MoveDeadline { reason } => fold::moved(request, today, &reason)
            .map(|moved| C::from(RequestChange::DeadlineMoved { moved }))
            .ok_or(Refused::NothingMoved),
        Command::IssuePaper(paper) if request.has_paper(paper) => Ok(C::from(PaperChange::PaperIssued { paper, on })),
        Command::IssuePaper(_) => Err(Refused::NoSuchPaper),
    }
}

/// Whether a step may be taken now, for the button that cannot be pressed.
///
/// # Errors
/// Each says why not, in one sentence.
pub mod may {
    use super::{Refused, Request, Stage, Today, may_lapse};

    fn open(request: &Request) -> Result<(), Refused> {
        if request.outcome.is_none() { Ok(()) } else { Err(Refused::AlreadyDecided) }
    }

    /// A Surat Keterangan Tidak Lengkap: once, while the papers are being checked.
    #[allow(missing_docs)]
    pub fn find_incomplete(request: &Request) -> Result<(), Refused> {
        open(request)?;
        match request.stage() {
            Stage::Registered => Ok(()),
            Stage::Incomplete => Err(Refused::AlreadyIncomplete),
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
            | Stage::Withdrawn => Err(Refused::AlreadyComplete),
        }
    }

    /// Declaring complete.
    pub fn declare_complete(request: &Request) -> Result<(), Refused> {
        open(request)?;
        if request.complete_on.is_some() { Err(Refused::AlreadyComplete) } else { Ok(()) }
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

    /// Extending: once, after completeness, before an answer.
    pub fn extend(request: &Request) -> Result<(), Refused> {
        answer(request)?;
        if request.extension.is_some() { Err(Refused::AlreadyExtended) } else { Ok(()) }
    }

    /// Any answer.
    pub fn answer(request: &Request) -> Result<(), Refused> {
        open(request)?;
        if request.complete_on.is_some() { Ok(()) } else { Err(Refused::NotComplete) }
    }

    /// Noting that the applicant has the answer.
    pub fn note_received(request: &Request) -> Result<(), Refused> {
        match request.answer_received_on {
            _ if !request.answered() => Err(Refused::NotAnswered),
            Some(on) => Err(Refused::AlreadyReceived(on)),
            None => Ok(()),
        }
    }

    /// Taking the fee.
    pub fn take_payment(request: &Request) -> Result<(), Refused> {
        match request.granted() {
            Some(grant) if grant.fees.total() > 0 && request.payment.is_none() => Ok(()),
            Some(_) if request.payment.is_some() => Err(Refused::AlreadyPaid),
            _ => Err(Refused::NothingToPay),
        }
    }

    /// Handing the information over.
    pub fn hand_over(request: &Request) -> Result<(), Refused> {
        match request.granted() {
            Some(_) if request.handed_over.is_none() => Ok(()),
            Some(_) => Err(Refused::AlreadyHandedOver),
            None => Err(Refused::NothingToHandOver),
        }
    }

    /// Forwarding.
    pub fn forward(request: &Request) -> Result<(), Refused> {
        open(request)?;
        if request.awaited().is_some() { Err(Refused::AlreadyForwarded) } else { Ok(()) }
    }

    /// Noting what came back.
    pub fn note_forward_answer(request: &Request) -> Result<(), Refused> {
        request.awaited().map(|_| ()).ok_or(Refused::NothingForwarded)
    }
}

fn register<C: From<RequestChange>>(
    draft: &RequestDraft,
    number: RegistrationNumber,
    today: &Today<'_>,
) -> Result<Vec<C>, Refused> {
    let registration = draft.check(today)?;
    let received = registration.received_on;
    let is_complete = registration.missing_documents().is_empty();
    let promised = Clocks::of(&today.office.profile, today.calendar, received, today.date, None).promised();
    let registered =
        C::from(RequestChange::RequestRegistered { number, on: today.date, registration: Box::new(registration), promised });
    if is_complete { Ok(vec![registered, complete(received, today.date, today)]) } else { Ok(vec![registered]) }
}

fn complete<C: From<RequestChange>>(received: NaiveDate, registered: NaiveDate, today: &Today<'_>) -> C {
    let clocks = Clocks::of(&today.office.profile, today.calendar, received, registered, Some(today.date));
    C::from(RequestChange::RequestDeclaredComplete { on: today.date, promised: clocks.promised() })
}

/// A correction changes words, never the day the clocks began: that was promised on paper.
fn correct<C: From<RequestChange>>(
    request: &Request,
    draft: &RequestDraft,
    reason: &str,
    today: &Today<'_>,
) -> Result<C, Refused> {
    let mut p = Problems::default();
    let reason = p.text("reason", reason, 1_000, "Tulis mengapa isian ini dikoreksi.");
    let registration = match draft.check(today) {
        Ok(registration) => Some(registration),
        Err(Refused::Fields(problems)) => {
            problems.into_iter().for_each(|problem| p.add(&problem.field, problem.message));
            None
        }
        Err(refused) => return Err(refused),
    };
    if let Some(registration) = &registration {
        p.when(
            registration.received_on != request.registration.received_on,
            "received_date",
            "Tanggal diterima sudah tercetak pada tanda bukti dan menentukan batas waktu, jadi tidak dapat dikoreksi.",
        );
        p.when(*registration == request.registration, "reason", "Belum ada isian yang berubah; ubah dahulu yang keliru.");
    }
    let made = registration.map(|registration| {
        C::from(RequestChange::RequestCorrected { on: today.date, reason, registration: Box::new(registration) })
    });
    p.or(made)
}
