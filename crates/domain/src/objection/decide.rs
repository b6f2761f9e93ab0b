//! What may happen next to an objection.

use super::{
    DisputeFilingInput, DisputeStepInput, Objection, ObjectionAnswerInput, ObjectionChange, ObjectionInput, ObjectionStage,
    StepKind,
};
use crate::authority::Duty;
use crate::clock::Clock;
use crate::deadline::Today;
use crate::ids::RequestId;
use crate::indonesian::date;
use crate::letter::{LetterCancelInput, LetterNumberInput, why_again};
use crate::numbering::RegistrationNumber;
use crate::paper::{PaperChange, PaperKind};
use crate::problem::{ObjectionRefused, PaperRefused, Problems, Refused};
use crate::request::{Fulfilment, Request, Returned, Sending, SendingInput};

/// Something an officer asks for.
#[derive(Debug, Clone)]
pub enum ObjectionCommand {
    /// Enter it in the register under this number.
    Register {
        /// The form as typed.
        input: Box<ObjectionInput>,
        /// The request it is about, as it stands.
        request: Option<(RequestId, Box<Request>)>,
        /// The number the desk allocated in the same transaction.
        number: RegistrationNumber,
    },
    /// The superior answers.
    Answer {
        /// The form as typed.
        input: Box<ObjectionAnswerInput>,
        /// The request it is about, as it stands.
        about: Option<Box<Request>>,
    },
    /// Note that the answer left.
    NoteSent(SendingInput),
    /// Note when the applicant received the answer and what was said.
    NoteReceived {
        /// The date as typed, `YYYY-MM-DD`.
        on: String,
        /// The applicant's words.
        reaction: String,
    },
    /// Note that the answer came back.
    NoteReturned {
        /// The date as typed, `YYYY-MM-DD`.
        on: String,
        /// Why, as the carrier says it.
        why: String,
    },
    /// Take back that the applicant received the answer.
    WithdrawReceipt {
        /// Why.
        reason: String,
    },
    /// Note that what was ordered was done.
    NoteExecuted {
        /// The date as typed, `YYYY-MM-DD`.
        on: String,
        /// How.
        note: String,
        /// What the request shows of it ([`Objection::fulfilment`]).
        done: Fulfilment,
    },
    /// Note that the applicant withdrew.
    Withdraw {
        /// The applicant's words.
        reason: String,
    },
    /// Note a filing at Komisi Informasi.
    FileDispute(DisputeFilingInput),
    /// Note a step of the dispute.
    Proceed {
        /// The form as typed.
        input: DisputeStepInput,
        /// What the request shows of what was ordered ([`Objection::fulfilment`]).
        done: Fulfilment,
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
    /// Note the number of the superior's letter.
    NumberLetter(LetterNumberInput),
    /// Take the superior's letter back.
    CancelLetter {
        /// Which, and why.
        input: LetterCancelInput,
        /// Whether the request was opened again upon it.
        acted: bool,
    },
}

impl ObjectionCommand {
    /// The duty it belongs to.
    pub fn duty(&self) -> Duty {
        match self {
            Self::Register { .. }
            | Self::NoteSent(_)
            | Self::NoteReceived { .. }
            | Self::NoteReturned { .. }
            | Self::WithdrawReceipt { .. }
            | Self::Withdraw { .. }
            | Self::IssuePaper(_)
            | Self::ReprintOriginal { .. }
            | Self::NumberLetter(_) => Duty::Serve,
            Self::Answer { .. }
            | Self::NoteExecuted { .. }
            | Self::FileDispute(_)
            | Self::Proceed { .. }
            | Self::CancelLetter { .. } => Duty::AnswerObjections,
        }
    }
}

/// The change that `command` makes to `state` on `today`, or why not, in whatever holds it. Nothing is written here.
///
/// # Errors
/// [`Refused`]: a value, not a failure.
pub fn decide<C>(state: Option<&Objection>, command: ObjectionCommand, today: &Today<'_>) -> Result<C, Refused>
where
    C: From<ObjectionChange> + From<PaperChange>,
{
    let Some(objection) = state else {
        let ObjectionCommand::Register { input, request, number } = command else { return Err(Refused::Unknown) };
        let request = request.as_ref().map(|(id, request)| (*id, request.as_ref()));
        let objected = input.check(request, today)?;
        // What came before it was entered is answered in time from the day it came (UU KIP Ps 36(2)).
        let came = objected.received_on.unwrap_or(today.date);
        let due = Clock::ObjectionAnswer.ends(today.calendar, today.office.profile.counting(), came);
        return Ok(C::from(ObjectionChange::ObjectionRegistered { number, on: today.date, objected: Box::new(objected), due }));
    };
    next(objection, command, today)
}

fn next<C>(objection: &Objection, command: ObjectionCommand, today: &Today<'_>) -> Result<C, Refused>
where
    C: From<ObjectionChange> + From<PaperChange>,
{
    match command {
        ObjectionCommand::Register { .. } => Err(ObjectionRefused::AlreadyRegistered.into()),
        ObjectionCommand::Answer { input, about } => {
            may::answer(objection)?;
            let answer = input.check(objection, about.as_deref(), today)?;
            Ok(C::from(ObjectionChange::ObjectionAnswered { answer: Box::new(answer) }))
        }
        ObjectionCommand::NoteSent(input) => {
            may::note_sent(objection)?;
            let written = objection.answer.as_ref().map(|answer| answer.letter.date);
            let mut p = Problems::default();
            let left = (input.sent_on.as_str(), input.way.as_str(), input.proof.as_str());
            let sending = Sending::check(&mut p, left, written, "pengaju", today);
            Sending::must_follow(&mut p, sending.as_ref(), objection.lies_here().map(|returned| returned.on));
            p.or(sending.map(|sending| C::from(ObjectionChange::ObjectionAnswerSent { sending })))
        }
        ObjectionCommand::NoteReceived { on, reaction } => {
            may::note_received(objection)?;
            let mut p = Problems::default();
            let on = noted_on(&mut p, objection, &on, today)?;
            // Whoever had it by post has said nothing.
            let reaction = p.short("reaction", &reaction, 5_000);
            let (on, reaction) = p.or(on.map(|on| (on, reaction)))?;
            let entered_on = (on < today.date).then_some(today.date);
            Ok(C::from(ObjectionChange::ObjectionAnswerReceived { on, reaction, entered_on }))
        }
        ObjectionCommand::NoteReturned { on, why } => {
            may::note_returned(objection)?;
            let mut p = Problems::default();
            let back = Returned::check(&mut p, (&on, &why), objection.sent.as_ref(), today);
            p.or(back.map(|(on, why)| C::from(ObjectionChange::ObjectionAnswerReturned { on, why })))
        }
        ObjectionCommand::WithdrawReceipt { reason } => {
            may::withdraw_receipt(objection)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 1_000, "Tulis mengapa tanggal diterima itu keliru.");
            p.or(Some(C::from(ObjectionChange::ObjectionReceiptWithdrawn { reason })))
        }
        ObjectionCommand::NoteExecuted { on, note, done } => {
            may::note_executed(objection)?;
            let mut p = Problems::default();
            let on = noted_on(&mut p, objection, &on, today)?;
            not_before_done(&mut p, on, done)?;
            let note = p.text("note", &note, 5_000, "Isi keterangannya.");
            let (on, note) = p.or(on.map(|on| (on, note)))?;
            Ok(C::from(ObjectionChange::ObjectionExecuted { on, note }))
        }
        ObjectionCommand::Withdraw { reason } => {
            may::withdraw(objection)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis bagaimana keberatan dicabut.");
            p.or(Some(C::from(ObjectionChange::ObjectionWithdrawn { on: today.date, reason })))
        }
        ObjectionCommand::FileDispute(input) => {
            may::file_dispute(objection, today)?;
            input.check(objection, today).map(|filing| C::from(ObjectionChange::DisputeFiled { filing }))
        }
        ObjectionCommand::Proceed { input, done } => {
            may::proceed(objection)?;
            let step = input.check(objection, today)?;
            if step.kind == StepKind::Executed {
                let mut p = Problems::default();
                not_before_done(&mut p, Some(step.on), done)?;
                p.or(Some(()))?;
            }
            Ok(C::from(ObjectionChange::DisputeProceeded { step }))
        }
        ObjectionCommand::IssuePaper(paper) if objection.has_paper(paper) => {
            Ok(C::from(PaperChange::PaperIssued { paper, on: today.date }))
        }
        ObjectionCommand::IssuePaper(_) => Err(PaperRefused::NoSuchPaper.into()),
        ObjectionCommand::ReprintOriginal { paper, reason } => {
            may::reprint_original(objection, paper)?;
            Ok(C::from(PaperChange::OriginalReprinted { paper, on: today.date, reason: why_again(&reason)? }))
        }
        ObjectionCommand::NumberLetter(input) => {
            may::number_letter(objection)?;
            let (paper, number, reason) = input.check(&[PaperKind::ObjectionAnswer], |_| objection.left_with())?;
            Ok(C::from(PaperChange::LetterNumbered { paper, on: today.date, number, reason }))
        }
        ObjectionCommand::CancelLetter { input, acted } => {
            may::cancel_letter(objection)?;
            if acted {
                return Err(PaperRefused::ActedUpon.into());
            }
            let (paper, reason) = input.check(&[PaperKind::ObjectionAnswer])?;
            Ok(C::from(PaperChange::LetterCancelled { paper, on: today.date, reason }))
        }
    }
}

/// Notes where something is said to have been done before the request shows that it was.
fn not_before_done(p: &mut Problems, on: Option<chrono::NaiveDate>, done: Fulfilment) -> Result<(), ObjectionRefused> {
    match done {
        Fulfilment::NotYet => return Err(ObjectionRefused::NotDone),
        Fulfilment::Since(since) if on.is_some_and(|on| on < since) => {
            p.add("on", format!("Menurut permohonannya baru selesai {}; pelaksanaan tidak mungkin lebih awal.", date(since)));
        }
        Fulfilment::Since(_) | Fulfilment::NotTold => {}
    }
    Ok(())
}

/// A date that follows the superior's answer.
fn noted_on(
    p: &mut Problems,
    objection: &Objection,
    on: &str,
    today: &Today<'_>,
) -> Result<Option<chrono::NaiveDate>, ObjectionRefused> {
    let answered = objection.answer.as_ref().ok_or(ObjectionRefused::NotAnswered)?.letter.date;
    let on = p.date("on", on, "Isi tanggalnya.");
    p.when(on.is_some_and(|on| on < answered), "on", "Tanggal ini tidak boleh sebelum tanggal surat tanggapan.");
    let sent = objection.sent.as_ref().map(|sent| sent.on);
    p.when(on.zip(sent).is_some_and(|(on, sent)| on < sent), "on", "Tanggal ini tidak boleh sebelum tanggapan dikirim.");
    p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal ini tidak boleh setelah hari ini.");
    Ok(on)
}

/// Whether a step may be taken now.
///
/// # Errors
/// Each says why not, in one sentence.
pub mod may {
    use super::{Objection, ObjectionRefused, ObjectionStage, PaperKind, PaperRefused, Refused, StepKind, Today};

    /// The superior's answer.
    pub fn answer(objection: &Objection) -> Result<(), Refused> {
        if objection.withdrawn.is_some() {
            return Err(ObjectionRefused::Withdrawn.into());
        }
        // A late answer is an answer: the dispute that was filed meanwhile does not forbid it.
        if objection.answer.is_some() {
            return Err(ObjectionRefused::AlreadyAnswered.into());
        }
        Ok(())
    }

    /// Noting the number of the answer.
    pub fn number_letter(objection: &Objection) -> Result<(), Refused> {
        if objection.answer.is_some() { Ok(()) } else { Err(PaperRefused::NothingToNumber.into()) }
    }

    /// Taking the answer back: while nothing was done upon it.
    pub fn cancel_letter(objection: &Objection) -> Result<(), Refused> {
        match objection.answer {
            _ if objection.answer_may_be_cancelled() => Ok(()),
            None => Err(PaperRefused::NothingToCancel.into()),
            Some(_) => Err(PaperRefused::ActedUpon.into()),
        }
    }

    /// Printing an original once more: it was printed, and is still here.
    pub fn reprint_original(objection: &Objection, paper: PaperKind) -> Result<(), Refused> {
        let left = paper == PaperKind::ObjectionAnswer && objection.left().is_some();
        match objection.issued.get(&paper) {
            _ if !objection.has_paper(paper) => Err(PaperRefused::NoSuchPaper.into()),
            None => Err(PaperRefused::NotPrinted.into()),
            Some(_) if left => Err(PaperRefused::OriginalLeft.into()),
            Some(_) => Ok(()),
        }
    }

    /// Noting that the answer left: what the applicant has needs no such note.
    pub fn note_sent(objection: &Objection) -> Result<(), Refused> {
        match (&objection.answer, &objection.sent, &objection.received) {
            (None, ..) => Err(ObjectionRefused::NotAnswered.into()),
            (Some(_), Some(sent), _) => Err(ObjectionRefused::AlreadySent(sent.on).into()),
            (Some(_), None, Some((on, _))) => Err(ObjectionRefused::AlreadyReceived(*on).into()),
            (Some(_), None, None) => Ok(()),
        }
    }

    /// Noting that the applicant has the answer.
    pub fn note_received(objection: &Objection) -> Result<(), Refused> {
        match (&objection.answer, &objection.received) {
            (None, None | Some(_)) => Err(ObjectionRefused::NotAnswered.into()),
            (Some(_), Some((on, _))) => Err(ObjectionRefused::AlreadyReceived(*on).into()),
            (Some(_), None) if objection.lies_here().is_some() => Err(ObjectionRefused::LiesHere.into()),
            (Some(_), None) => Ok(()),
        }
    }

    /// Noting that the answer came back: it left by a carrier.
    pub fn note_returned(objection: &Objection) -> Result<(), Refused> {
        let carried = objection.sent.as_ref().is_some_and(|sending| sending.way.needs_proof());
        if carried { Ok(()) } else { Err(ObjectionRefused::NothingReturned.into()) }
    }

    /// Taking back that the applicant has the answer: until a dispute was filed upon it.
    pub fn withdraw_receipt(objection: &Objection) -> Result<(), Refused> {
        let noted = objection.received.is_some() && objection.dispute.is_none();
        if noted { Ok(()) } else { Err(ObjectionRefused::NothingReceived.into()) }
    }

    /// Noting that what was ordered was done.
    pub fn note_executed(objection: &Objection) -> Result<(), Refused> {
        match objection.stage() {
            ObjectionStage::Overturned | ObjectionStage::Deliberated => Ok(()),
            ObjectionStage::Executed => Err(ObjectionRefused::AlreadyExecuted.into()),
            _ if objection.order_due().is_some() => Ok(()),
            ObjectionStage::Registered
            | ObjectionStage::Ruled
            | ObjectionStage::Upheld
            | ObjectionStage::Inadmissible
            | ObjectionStage::Withdrawn
            | ObjectionStage::Disputed
            | ObjectionStage::InCourt
            | ObjectionStage::Settled => Err(ObjectionRefused::NothingOrdered.into()),
        }
    }

    /// Withdrawing.
    pub fn withdraw(objection: &Objection) -> Result<(), Refused> {
        if objection.dispute.is_some() {
            return Err(ObjectionRefused::InDispute.into());
        }
        answer(objection)
    }

    /// A filing at Komisi Informasi: after the answer, or after thirty working days without one.
    pub fn file_dispute(objection: &Objection, today: &Today<'_>) -> Result<(), Refused> {
        if objection.dispute.is_some() {
            return Err(ObjectionRefused::AlreadyFiled.into());
        }
        if objection.withdrawn.is_some() {
            return Err(ObjectionRefused::Withdrawn.into());
        }
        let due = objection.answer_clock(&today.office.profile, today.calendar);
        let waited = due.is_ok_and(|count| today.date > count.deadline) || objection.due.is_some_and(|due| today.date > due);
        if objection.answer.is_some() || waited { Ok(()) } else { Err(ObjectionRefused::TooEarlyToFile.into()) }
    }

    /// A step of the dispute.
    pub fn proceed(objection: &Objection) -> Result<(), Refused> {
        let follows = |kind: &StepKind| kind.is_offered() && kind.may_follow(objection.last_step(), &objection.form);
        match objection.dispute {
            None => Err(ObjectionRefused::NotFiled.into()),
            Some(_) if StepKind::ALL.iter().any(follows) => Ok(()),
            Some(_) => Err(ObjectionRefused::Settled.into()),
        }
    }
}
