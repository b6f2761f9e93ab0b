//! What may happen next to a request.

use chrono::NaiveDate;

use super::completeness::notice_received;
use super::handover::answer_received;
use super::party::ended;
use super::{
    Command, DocumentsInput, Found, LetterCancelInput, NotFetched, Order, PaperForm, Registration, Request, RequestChange,
    RequestDraft, fold, may,
};
use crate::deadline::{Clocks, Course, Today};
use crate::letter::why_again;
use crate::numbering::RegistrationNumber;
use crate::office::ReservedNumber;
use crate::paper::PaperChange;
use crate::problem::{PaperRefused, Problems, Refused, RequestRefused};

/// The changes that `command` makes to `state` on `today`, or why not, in whatever holds them. Nothing is written here.
///
/// # Errors
/// [`Refused`]: a value, not a failure; what was typed is still with the caller.
pub fn decide<C>(state: Option<&Request>, command: Command, today: &Today<'_>) -> Result<Vec<C>, Refused>
where
    C: From<RequestChange> + From<PaperChange>,
{
    let Some(request) = state else {
        if let Command::RegisterFromForm { draft, reserved, check_code } = command {
            return register_from_form(&draft, reserved, check_code, today);
        }
        let Command::Register { draft, number } = command else { return Err(RequestRefused::NotRegistered.into()) };
        return Ok(register(draft.check(today)?, number, (today.date, None), today));
    };
    next(request, command, today)
}

fn next<C>(request: &Request, command: Command, today: &Today<'_>) -> Result<Vec<C>, Refused>
where
    C: From<RequestChange> + From<PaperChange>,
{
    let on = today.date;
    let (command, ordered) = if let Command::UnderOrder { ordered, command } = command {
        (*command, Some(ordered))
    } else {
        (command, request.ordered())
    };
    let change: Result<C, Refused> = match command {
        Command::Register { .. } | Command::RegisterFromForm { .. } => Err(RequestRefused::AlreadyRegistered.into()),
        // One order at a time: whatever stands within is not an answer.
        Command::UnderOrder { .. } => Err(RequestRefused::OrderStands.into()),
        Command::FindIncomplete(input) => {
            may::find_incomplete(request)?;
            input.check(request, today).map(|incomplete| C::from(RequestChange::RequestFoundIncomplete { incomplete }))
        }
        Command::DeclareComplete { on } => {
            may::declare_complete(request)?;
            let on = complete_since(request, &on, today)?;
            Ok(complete(&Course { complete: Some(on), ..request.course() }, on, today))
        }
        Command::NoteDocuments(input) => {
            may::note_documents(request)?;
            return note_documents(request, &input, today);
        }
        Command::NoteNoticeReceived { on } => {
            may::note_notice_received(request)?;
            let (on, due) = notice_received(request, &on, today)?;
            Ok(C::from(RequestChange::IncompleteNoticeReceived { on, due }))
        }
        Command::NoteSent(input) => {
            may::note_sent(request)?;
            input.check(request, today).map(|(paper, sending)| C::from(RequestChange::LetterSent { paper, sending }))
        }
        Command::Reopen { input, ordered } => {
            may::reopen(request)?;
            if request.forgets_its_sending() {
                return Err(RequestRefused::SendingForgotten.into());
            }
            input.check(request, &ordered, today).map(|order| C::from(RequestChange::RequestReopened { order }))
        }
        Command::SetOrderAside { reason, ordered } => {
            may::set_order_aside(request)?;
            let holds = |order: &Order| ordered.iter().any(|(of, known)| *of == order.objection && known.is(order));
            if request.order().is_some_and(holds) {
                return Err(RequestRefused::OrderHolds.into());
            }
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 1_000, "Tulis putusan atau gugatan yang membuat perintah itu tidak berlaku.");
            p.or(Some(C::from(RequestChange::OrderSetAside { on, reason })))
        }
        Command::Cancel { reason, objected } => {
            may::cancel(request, today)?;
            if objected {
                return Err(RequestRefused::ObjectedTo.into());
            }
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis mengapa pendaftaran ini keliru, misalnya nomor kembarnya.");
            p.or(Some(C::from(RequestChange::RequestCancelled { on, reason })))
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
            may::withhold(request, ordered)?;
            let (grant, redaction) = input.check(request, today)?;
            Ok(C::from(RequestChange::RequestPartlyGranted { grant, redaction: Box::new(redaction) }))
        }
        Command::Refuse(input) => {
            may::refuse(request, ordered)?;
            input.check(request, today).map(|refusal| C::from(RequestChange::RequestRefused { refusal }))
        }
        Command::Answer(input) => {
            may::answer(request)?;
            let answer = input.check(request, today)?;
            if answer.parts.iter().all(|part| matches!(part.found, Found::Withheld { .. })) {
                may::refuse(request, ordered)?;
            } else if answer.parts.iter().any(|part| part.found.exemption().is_some()) {
                may::withhold(request, ordered)?;
            }
            Ok(C::from(RequestChange::RequestAnswered { answer: Box::new(answer) }))
        }
        Command::AnswerUnavailable(input) => {
            may::answer(request)?;
            input.check(request, today).map(|unavailable| C::from(RequestChange::RequestUnavailable { unavailable }))
        }
        Command::NoteReceived { on } => {
            may::note_received(request)?;
            answer_received(request, &on, today).map(|on| {
                let entered_on = (on < today.date).then_some(today.date);
                C::from(RequestChange::AnswerReceived { on, entered_on })
            })
        }
        Command::TakePayment(input) => {
            may::take_payment(request)?;
            let owed = request.owed();
            input.check(request, today).map(|payment| {
                let whole = payment.amount >= owed;
                C::from(if whole { RequestChange::FeePaid { payment } } else { RequestChange::FeePartPaid { payment } })
            })
        }
        Command::Refund(input) => {
            may::refund(request)?;
            input.check(request, today).map(|refund| C::from(RequestChange::FeeRefunded { refund }))
        }
        Command::NotEntitled(input) => {
            may::not_entitled(request, ordered)?;
            input.check(request, today).map(|not_entitled| C::from(RequestChange::RequestNotEntitled { not_entitled }))
        }
        Command::Abate { reason } => {
            may::abate(request)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis dari surat apa meninggalnya pemohon diketahui.");
            p.or(Some(C::from(RequestChange::RequestAbated { on, reason })))
        }
        Command::ChangeContact(input) => {
            may::change_party(request)?;
            let (since, contact) = input.check(request, today)?;
            Ok(C::from(RequestChange::ContactChanged { on: since, noted_on: on, contact }))
        }
        Command::NameRepresentative(input) => {
            may::change_party(request)?;
            let (since, representative) = input.check(request, today)?;
            Ok(C::from(RequestChange::RepresentativeNamed { on: since, noted_on: on, representative }))
        }
        Command::EndRepresentative { on: since, reason, in_objection } => {
            if in_objection { may::change_party(request) } else { may::end_representative(request) }?;
            let (since, reason) = ended(request, &since, &reason, today)?;
            Ok(C::from(RequestChange::RepresentativeEnded { on: since, noted_on: on, reason }))
        }
        Command::FindVexatious(input) => {
            may::find_vexatious(request)?;
            input.check(today).map(|finding| C::from(RequestChange::RequestFoundVexatious { finding }))
        }
        Command::NoteNotFetched { note } => {
            may::note_not_fetched(request)?;
            NotFetched::check(&note, today).map(|not_fetched| C::from(RequestChange::CopyNotFetched { not_fetched }))
        }
        Command::Tell(input) => {
            may::tell(request)?;
            input.check(request, today).map(|told| C::from(RequestChange::ApplicantTold { told }))
        }
        Command::AddNote(input) => input.check(today).map(|note| C::from(RequestChange::NoteAdded { note })),
        Command::NoteReturned(input) => {
            may::note_returned(request)?;
            let (paper, on, why) = input.check(request, today)?;
            // What came back was not received, whatever was noted.
            let received = request.has_received(paper).then(|| RequestChange::ReceiptWithdrawn { paper, reason: why.clone() });
            let returned = C::from(RequestChange::LetterReturned { paper, on, why });
            return Ok(received.map(C::from).into_iter().chain([returned]).collect());
        }
        Command::WithdrawReceipt(input) => {
            may::withdraw_receipt(request)?;
            input.check(request).map(|(paper, reason)| C::from(RequestChange::ReceiptWithdrawn { paper, reason }))
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
        Command::AddForwardAnswer(input) => {
            input.check_further(request, today).map(|answer| C::from(RequestChange::ForwardAnswered { answer }))
        }
        Command::Correct { draft, reason } => return correct(request, &draft, &reason, today),
        Command::Attach(file) => match request.attachment(&file.digest) {
            None => Ok(C::from(RequestChange::AttachmentAdded { on, file })),
            Some(_) => Err(RequestRefused::FileAttached.into()),
        },
        Command::WithdrawAttachment { digest, reason } => {
            let mut p = Problems::default();
            p.when(request.attachment(&digest).is_none(), "digest", "Pilih berkas yang ditarik.");
            let reason = p.text("reason", &reason, 1_000, "Tulis mengapa berkas ini ditarik.");
            p.or(Some(C::from(RequestChange::AttachmentWithdrawn { digest, reason })))
        }
        Command::MoveDeadline { reason } => fold::moved(request, today, &reason)
            .map(|moved| C::from(RequestChange::DeadlineMoved { moved }))
            .ok_or(RequestRefused::NothingMoved.into()),
        Command::IssuePaper(paper) if request.has_paper(paper) => Ok(C::from(PaperChange::PaperIssued { paper, on })),
        Command::IssuePaper(_) => Err(PaperRefused::NoSuchPaper.into()),
        Command::ReprintOriginal { paper, reason } => {
            may::reprint_original(request, paper)?;
            let reason = why_again(&reason)?;
            Ok(C::from(PaperChange::OriginalReprinted { paper, on, reason }))
        }
        Command::NumberLetter(input) => {
            may::number_letter(request)?;
            let (paper, number, reason) = input.check(&request.may_be_numbered(), |paper| request.left_with(paper))?;
            Ok(C::from(PaperChange::LetterNumbered { paper, on, number, reason }))
        }
        Command::CancelLetter { input, disputed } => return cancel_letter(request, &input, disputed, today),
    };
    change.map(|change| vec![change])
}

/// A letter that is taken back; a calendar that changed while more time had been taken moves the deadline that holds again.
fn cancel_letter<C>(request: &Request, input: &LetterCancelInput, disputed: bool, today: &Today<'_>) -> Result<Vec<C>, Refused>
where
    C: From<RequestChange> + From<PaperChange>,
{
    may::cancel_letter(request)?;
    if disputed && request.outcome.is_some() {
        return Err(PaperRefused::ActedUpon.into());
    }
    let (paper, reason) = input.check(&request.may_be_cancelled())?;
    let without = request.clone().with_cancelled(paper, today.date, &reason).ok_or(PaperRefused::NothingToCancel)?;
    let moved = fold::moved(&without, today, "perpanjangan dinyatakan tidak berlaku");
    let cancelled = C::from(PaperChange::LetterCancelled { paper, on: today.date, reason });
    Ok(std::iter::once(cancelled).chain(moved.map(|moved| C::from(RequestChange::DeadlineMoved { moved }))).collect())
}

/// What was written on a numbered form: it had its number, and the applicant a receipt, on the day that stands on it.
fn register_from_form<C: From<RequestChange>>(
    draft: &RequestDraft,
    reserved: ReservedNumber,
    check_code: String,
    today: &Today<'_>,
) -> Result<Vec<C>, Refused> {
    let registration = draft.check_from(&reserved, today)?;
    let form = PaperForm { reserved_on: reserved.on, entered_on: today.date, check_code };
    let registered = registration.received_on;
    Ok(register(registration, reserved.number, (registered, Some(form)), today))
}

/// The changes that register a checked form on the civil date `registered`.
fn register<C: From<RequestChange>>(
    registration: Registration,
    number: RegistrationNumber,
    (registered_on, form): (NaiveDate, Option<PaperForm>),
    today: &Today<'_>,
) -> Vec<C> {
    let received = registration.received_on;
    let is_complete = registration.missing_documents().is_empty();
    let course = Course { received, registered: registered_on, complete: None, told: None };
    let promised = Clocks::of(&today.office.profile, today.calendar, &course).promised();
    let registration = Box::new(registration);
    let registered = C::from(RequestChange::RequestRegistered { number, on: registered_on, registration, promised, form });
    if !is_complete {
        return vec![registered];
    }
    // Papers that came with the letter were complete when it came, however late it is entered.
    let course = Course { complete: Some(received), ..course };
    vec![registered, complete(&course, received, today)]
}

/// Papers that came; with the last of them the request is complete from that day.
fn note_documents<C: From<RequestChange>>(
    request: &Request,
    input: &DocumentsInput,
    today: &Today<'_>,
) -> Result<Vec<C>, Refused> {
    let (documents, on) = input.check(request, today)?;
    let last = request.missing_documents().iter().all(|missing| documents.contains(missing));
    let came = C::from(RequestChange::DocumentsReceived { documents, on });
    let complete = last.then(|| complete(&Course { complete: Some(on), ..request.course() }, on, today));
    Ok(std::iter::once(came).chain(complete).collect())
}

fn complete<C: From<RequestChange>>(course: &Course, on: NaiveDate, today: &Today<'_>) -> C {
    let clocks = Clocks::of(&today.office.profile, today.calendar, course);
    C::from(RequestChange::RequestDeclaredComplete { on, promised: clocks.promised() })
}

/// Since when the papers are complete, as typed: not before they came, and today where nothing is said.
fn complete_since(request: &Request, typed: &str, today: &Today<'_>) -> Result<NaiveDate, Refused> {
    if typed.trim().is_empty() {
        return Ok(today.date);
    }
    let mut p = Problems::default();
    let on = p.date("on", typed, "Isi tanggal berkas lengkap.");
    let received = request.registration.received_on;
    p.when(on.is_some_and(|on| on < received), "on", "Berkas tidak mungkin lengkap sebelum permohonan diterima.");
    p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal lengkap tidak boleh setelah hari ini.");
    p.or(on)
}

/// A correction keeps what was said before. The day of receipt may be corrected while nothing was answered: what a paper promised
/// then moves with it, told as a deadline that moved. After an answer the question stays what it was when it was answered.
fn correct<C: From<RequestChange>>(
    request: &Request,
    draft: &RequestDraft,
    reason: &str,
    today: &Today<'_>,
) -> Result<Vec<C>, Refused> {
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
    let known = &request.registration;
    if let Some(registration) = &registration {
        p.when(*registration == *known, "reason", "Belum ada isian yang berubah; ubah dahulu yang keliru.");
        if request.outcome.is_some() {
            for (changed, field) in registration.asked_otherwise(known) {
                p.when(
                    changed,
                    field,
                    "Permohonan ini sudah dijawab, jadi hanya nama dan kontak yang dapat dikoreksi; kuasa dicatat dengan langkahnya sendiri.",
                );
            }
        }
        let entered = request.form.as_ref().map_or(request.registered_on, |form| form.entered_on);
        let late = registration.received_on > entered;
        p.when(late, "received_date", "Permohonan tidak mungkin diterima setelah didaftarkan.");
        let early = request.form.as_ref().is_some_and(|form| registration.received_on < form.reserved_on);
        p.when(early, "received_date", "Permohonan tidak mungkin diterima sebelum formulirnya disediakan.");
    }
    let registration = p.or(registration)?;
    // What came with it was complete when it came; so it is when that was another day.
    let came_with_it = request.complete_on == Some(known.received_on) && registration.received_on != known.received_on;
    let complete_on = if came_with_it { Some(registration.received_on) } else { request.complete_on };
    let registered_on = request.registered_for(&registration);
    let corrected = Request { registration: registration.clone(), registered_on, complete_on, ..request.clone() };
    let moved = (registration.received_on != known.received_on)
        .then(|| fold::moved(&corrected, today, &format!("tanggal diterima dikoreksi: {reason}")))
        .flatten();
    let complete = came_with_it.then(|| RequestChange::RequestDeclaredComplete {
        on: registration.received_on,
        promised: corrected.clocks(&today.office.profile, today.calendar).promised(),
    });
    let change = RequestChange::RequestCorrected { on: today.date, reason, registration: Box::new(registration) };
    let moved = moved.map(|moved| RequestChange::DeadlineMoved { moved });
    Ok([Some(change), complete, moved].into_iter().flatten().map(C::from).collect())
}
