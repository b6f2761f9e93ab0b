//! Writing an answer.

use chrono::NaiveDate;
use loket_domain::attachment::Attachment;
use loket_domain::calendar::Calendar;
use loket_domain::change::Change;
use loket_domain::classification::{self, ClassificationCommand};
use loket_domain::deadline::Today;
use loket_domain::ids::{AccountId, ClassificationId, QuestionId, RequestId};
use loket_domain::indonesian::date;
use loket_domain::problem::{Problems, Refused};
use loket_domain::question::{self, About, Party, QuestionCommand, QuestionInput};
use loket_domain::request::{self, Command, ForwardAnswerInput, NoteAbout, NoteInput};
use loket_journal::{HybridClock, Matter, Subject};

use super::{Case, forwarded, ours};
use crate::clock::civil;
use crate::memory::Memory;
use crate::own_series::Draft;
use crate::secret::NoRandomness;
use crate::store::{StoreFault, Taking};
use crate::sync::Service;

/// How often an answer is written again because another process wrote at the same moment.
const TRIES: usize = 5;

/// Something PPID Utama says.
#[derive(Debug, Clone)]
pub enum InboxAnswer {
    /// To a forwarded request.
    Forwarded {
        /// Which request.
        request: RequestId,
        /// How many answers it had when it was read: one more adds to them, or corrects them.
        answered: usize,
        /// PPID Utama's own number for it; may be empty.
        number: String,
        /// What is answered.
        note: String,
    },
    /// A file is added, whose bytes are here already.
    Attached {
        /// To which request.
        request: RequestId,
        /// What it is.
        file: Attachment,
    },
    /// The office is told that another unit was asked.
    PassedOn {
        /// About which request.
        request: RequestId,
        /// The unit.
        unit: String,
        /// The day until when its answer is awaited, `YYYY-MM-DD`.
        due: String,
    },
    /// The leader approved the test that was read.
    Approved {
        /// Which test.
        test: ClassificationId,
        /// How many entries told of it when it was read.
        seen: usize,
        /// The day of the approval, `YYYY-MM-DD`.
        on: String,
        /// Who approved.
        by: String,
    },
    /// The leader did not.
    Rejected {
        /// Which test.
        test: ClassificationId,
        /// How many entries told of it when it was read.
        seen: usize,
        /// Why.
        reason: String,
    },
    /// The office is asked.
    Asked {
        /// Identity of the new question.
        question: QuestionId,
        /// What it is about.
        about: About,
        /// What is asked.
        input: QuestionInput,
    },
    /// An answer to what the office asked, or a further question.
    Said {
        /// In which question.
        question: QuestionId,
        /// How many entries told of it when it was read.
        seen: usize,
        /// What is said.
        text: String,
    },
    /// What was asked is closed.
    Closed {
        /// Which question.
        question: QuestionId,
        /// How many entries told of it when it was read.
        seen: usize,
    },
}

/// Why an answer was not written.
#[derive(Debug, thiserror::Error)]
pub enum InboxFault {
    /// The law, or what was typed, does not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It was written anew since it was read.
    #[error("Lembar uji ini diubah kantornya setelah Anda membukanya. Baca lagi, lalu putuskan.")]
    Changed,
    /// A colleague answered since it was read.
    #[error(
        "Perkara ini sudah dijawab setelah Anda membukanya. Baca jawabannya di bawah; isian Anda masih ada dan dapat dikirim sebagai tambahan atau ralat."
    )]
    Answered,
    /// More was said since it was read.
    #[error("Percakapan ini berlanjut setelah Anda membukanya. Baca lagi, lalu kirim sekali lagi.")]
    GoneOn,
    /// There is no such case.
    #[error("Permohonan, lembar uji atau pertanyaan ini tidak ada.")]
    Unknown,
    /// Others wrote again and again.
    #[error("Jawaban belum tersimpan karena banyak yang menulis bersamaan. Kirim sekali lagi.")]
    Busy,
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl InboxAnswer {
    fn subject(&self) -> Subject {
        match self {
            Self::Forwarded { request, .. } | Self::Attached { request, .. } | Self::PassedOn { request, .. } => {
                Subject::Request(*request)
            }
            Self::Approved { test, .. } | Self::Rejected { test, .. } => Subject::matter(Matter::Classification, test.0),
            Self::Asked { question, .. } | Self::Said { question, .. } | Self::Closed { question, .. } => {
                Subject::matter(Matter::Question, question.0)
            }
        }
    }

    fn decide(&self, case: &Case, today: &Today<'_>) -> Result<Vec<Change>, InboxFault> {
        match self {
            Self::Forwarded { answered, number, note, .. } => {
                let state = case.request().ok_or(InboxFault::Unknown)?;
                let last = state.coordination.last().filter(|last| ours(last)).ok_or(InboxFault::Unknown)?;
                if last.answers().count() != *answered {
                    return Err(InboxFault::Answered);
                }
                // A desk whose clock runs ahead asked on a day still to come; its answer is of that day, not before.
                let asked = last.answers().map(|answer| answer.on).chain([last.forwarding.on]).max();
                let day = asked.map_or(today.date, |asked| asked.max(today.date));
                let today = &Today { date: day, ..*today };
                let input =
                    ForwardAnswerInput { number: number.clone(), on: today.date.to_string(), note: note.trim().to_owned() };
                let command = if *answered == 0 { Command::NoteForwardAnswer(input) } else { Command::AddForwardAnswer(input) };
                Ok(request::decide(Some(&state), command, today)?)
            }
            Self::Attached { file, .. } => {
                let state = case.request().filter(forwarded).ok_or(InboxFault::Unknown)?;
                Ok(request::decide(Some(&state), Command::Attach(file.clone()), today)?)
            }
            Self::PassedOn { unit, due, .. } => {
                let state = case.request().filter(|state| state.awaited().is_some()).ok_or(InboxFault::Unknown)?;
                let (unit, due) = passed_on(unit, due, today)?;
                let text = format!("PPID Utama meminta informasinya kepada {unit}; jawabannya ditunggu sampai {}.", date(due));
                let note = NoteInput { about: NoteAbout::Anything.code().to_owned(), text };
                Ok(request::decide(Some(&state), Command::AddNote(note), today)?)
            }
            Self::Approved { seen, on, by, .. } => {
                let command = ClassificationCommand::Approve { on: on.clone(), by: by.clone() };
                decide_test(case, *seen, command, today)
            }
            Self::Rejected { seen, reason, .. } => {
                decide_test(case, *seen, ClassificationCommand::Reject { reason: reason.clone() }, today)
            }
            Self::Asked { about, input, .. } => {
                let command = QuestionCommand::Ask(input.clone(), about.clone());
                Ok(vec![question::decide(case.question().as_ref(), Party::Utama, command, today)?])
            }
            Self::Said { seen, text, .. } => {
                let text = text.clone();
                go_on(case, *seen, today, |by| match by {
                    Party::Utama => QuestionCommand::FollowUp { text },
                    Party::Office => QuestionCommand::Answer { text },
                })
            }
            Self::Closed { seen, .. } => go_on(case, *seen, today, |_| QuestionCommand::Close),
        }
    }
}

/// Who approves must have read the very worksheet that is approved.
fn decide_test(case: &Case, seen: usize, command: ClassificationCommand, today: &Today<'_>) -> Result<Vec<Change>, InboxFault> {
    let state = case.test().ok_or(InboxFault::Unknown)?;
    if case.told.events.len() != seen {
        return Err(InboxFault::Changed);
    }
    Ok(vec![classification::decide(Some(&state), command, today)?])
}

/// Goes on with a question that somebody asked. Who writes must have read all that was said.
fn go_on(
    case: &Case,
    seen: usize,
    today: &Today<'_>,
    command: impl FnOnce(Party) -> QuestionCommand,
) -> Result<Vec<Change>, InboxFault> {
    let state = case.question().ok_or(InboxFault::Unknown)?;
    if case.told.events.len() != seen {
        return Err(InboxFault::GoneOn);
    }
    Ok(vec![question::decide(Some(&state), Party::Utama, command(state.by), today)?])
}

/// The unit that is asked and until when, as typed on `today`.
///
/// # Errors
/// [`Refused::Fields`] with every box that must change.
pub(crate) fn passed_on(unit: &str, due: &str, today: &Today<'_>) -> Result<(String, NaiveDate), Refused> {
    let mut problems = Problems::default();
    let unit = problems.text("unit", unit, 200, "Isi nama perangkat daerah yang diminta, misalnya Dinas Pendidikan.");
    let due = problems.date("due", due, "Isi sampai kapan jawabannya ditunggu.");
    problems.when(due.is_some_and(|due| due < today.date), "due", "Tanggal menunggu tidak boleh sebelum hari ini.");
    problems.or(due.map(|due| (unit, due)))
}

/// What an answer is written with.
pub struct Inbox<'a> {
    /// Where it is kept.
    pub store: &'a dyn Memory,
    /// Whose key signs it, and whose dice are thrown.
    pub service: &'a Service,
    /// The days off that came with the server.
    pub calendar: &'a Calendar,
    /// Now, in milliseconds since 1970.
    pub now: u64,
}

impl Inbox<'_> {
    /// Decides and writes `answer` into the server's own series of the office, and returns when it is durable.
    ///
    /// # Errors
    /// [`InboxFault`]; then nothing was written.
    pub async fn write(&self, office: &str, actor: AccountId, answer: &InboxAnswer) -> Result<(), InboxFault> {
        let subject = answer.subject();
        for _ in 0..TRIES {
            let mut draft = Draft::begin(self.store, office).await?;
            let case = Case::read(self.store, &self.service.public(), office, subject).await?.ok_or(InboxFault::Unknown)?;
            let (at, calendar) = (civil(self.now), case.office.calendar(self.calendar));
            let today = Today { date: at.date(), time: at.time(), office: &case.office, calendar: &calendar };
            // After everything it answers, however wrong the desk's clock is; other subjects keep their own time.
            let mut clock = HybridClock::after(case.told.last);
            for change in answer.decide(&case, &today)? {
                let rolled = (self.service.roll()?, self.service.roll()?);
                draft.add((actor, subject, &change), (clock.tick(self.now), self.now, at), rolled)?;
            }
            if let Taking::Taken(_) = self.store.take(draft.run(|chain| self.service.sign(chain))).await? {
                return Ok(());
            }
        }
        Err(InboxFault::Busy)
    }
}
