//! An objection (*keberatan*, UU KIP Ps 35–36) to the superior of the PPID, and the dispute that may follow it.

mod answer;
mod change;
mod decide;
mod dispute;
mod doubts;
mod fold;
mod form;
mod orders;
mod refused;
mod words;

pub use answer::{CancelledAnswer, ObjectionAnswer, ObjectionAnswerInput};
pub use change::ObjectionChange;
pub use decide::{ObjectionCommand, decide, may};
pub use dispute::{DisputeFiling, DisputeFilingInput, DisputeStep, DisputeStepInput, StepKind};
pub use doubts::doubts;
pub use form::{Objected, ObjectionInput};
pub use refused::ObjectionRefused;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::calendar::{Calendar, YearNotLoaded};
use crate::clock::Clock;
use crate::coded::coded;
use crate::ids::ObjectionId;
use crate::numbering::RegistrationNumber;
use crate::office::OfficeProfile;
use crate::paper::{Issued, PaperKind};
use crate::request::{Outcome, Request, Returned, Sending, Timeliness, Turn};
use crate::working_days::Count;

coded! {
    /// Why an applicant objects: a letter of Ps 35(1) UU KIP.
    pub enum ObjectionGround {
        /// Refused.
        A = "a" => "Permohonan informasi ditolak",
        /// Periodic information is not provided; needs no request.
        B = "b" => "Informasi berkala tidak disediakan",
        /// Not answered.
        C = "c" => "Permintaan informasi tidak ditanggapi",
        /// Answered with something else.
        D = "d" => "Permintaan informasi ditanggapi tidak sebagaimana yang diminta",
        /// Not fulfilled.
        E = "e" => "Permintaan informasi tidak dipenuhi",
        /// The cost is unreasonable.
        F = "f" => "Biaya yang dikenakan tidak wajar",
        /// Too late.
        G = "g" => "Informasi disampaikan melebihi jangka waktu yang ditentukan",
    }
}

coded! {
    /// What the superior decides about the PPID's answer.
    pub enum Verdict {
        /// The PPID's answer stands; written reasons are due (Ps 36).
        Upheld = "upheld" => "Menguatkan putusan PPID",
        /// The PPID's answer is overturned: the information is to be given.
        Overturned = "overturned" => "Mengabulkan keberatan seluruhnya",
        /// The PPID's answer is overturned in part.
        PartlyOverturned = "partly_overturned" => "Mengabulkan keberatan sebagian",
        /// The objection is not looked into: too late, or by somebody who has no standing.
        Inadmissible = "inadmissible" => "Keberatan tidak dapat diterima",
        /// Both sides agreed; for grounds b–g (Ps 35(2)).
        Deliberated = "deliberated" => "Diselesaikan dengan musyawarah",
    }
}

coded! {
    /// Where an objection stands.
    pub enum ObjectionStage {
        /// In the register; the superior's answer is due.
        Registered = "registered" => "Menunggu tanggapan",
        /// Answered: the PPID's answer stands.
        Upheld = "upheld" => "Putusan PPID dikuatkan",
        /// Answered: the information is to be given, and was not yet.
        Overturned = "overturned" => "Dikabulkan, menunggu pelaksanaan",
        /// Answered: not looked into.
        Inadmissible = "inadmissible" => "Tidak dapat diterima",
        /// Settled by deliberation; what was agreed was not done yet.
        Deliberated = "deliberated" => "Disepakati, menunggu pelaksanaan",
        /// What was ordered was done.
        Executed = "executed" => "Sudah dilaksanakan",
        /// Withdrawn by the applicant.
        Withdrawn = "withdrawn" => "Dicabut pengaju",
        /// At Komisi Informasi.
        Disputed = "disputed" => "Sengketa di Komisi Informasi",
        /// At a court.
        InCourt = "in_court" => "Di pengadilan",
        /// Ruled or agreed: what is to be given was not given yet, or somebody may still go to court.
        Ruled = "ruled" => "Putusan atau kesepakatan menunggu pelaksanaan",
        /// The dispute is over.
        Settled = "settled" => "Sengketa selesai",
    }
}

/// An objection as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its number in the *Register Keberatan*.
    pub number: RegistrationNumber,
    /// The civil date of its entry.
    pub registered_on: NaiveDate,
    /// What the form says.
    pub form: Objected,
    /// The day its form promised an answer for.
    pub due: Option<NaiveDate>,
    /// The superior's answer.
    pub answer: Option<ObjectionAnswer>,
    /// How it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sending>,
    /// Each time it came back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
    /// When the applicant received it, and what was said to it.
    pub received: Option<(NaiveDate, String)>,
    /// When that was entered here; there where it was later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_entered_on: Option<NaiveDate>,
    /// When what was ordered was done, and how.
    pub executed: Option<(NaiveDate, String)>,
    /// When it was withdrawn, and why.
    pub withdrawn: Option<(NaiveDate, String)>,
    /// The dispute.
    pub dispute: Option<DisputeFiling>,
    /// The steps of the dispute, oldest first.
    pub steps: Vec<DisputeStep>,
    /// How often each paper was printed or saved.
    pub issued: BTreeMap<PaperKind, Issued>,
    /// Answers of the superior that hold no more, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cancelled: Vec<CancelledAnswer>,
}

impl Objection {
    /// The last step of the dispute.
    pub fn last_step(&self) -> Option<StepKind> {
        self.steps.last().map(|step| step.kind)
    }

    /// Where the objection stands.
    pub fn stage(&self) -> ObjectionStage {
        match (&self.answer, self.dispute.is_some()) {
            (_, true) => match self.last_step() {
                Some(step) if step.awaits_execution() => ObjectionStage::Ruled,
                Some(step) if step.settles() => ObjectionStage::Settled,
                Some(step) if step.is_in_court() => ObjectionStage::InCourt,
                _ => ObjectionStage::Disputed,
            },
            _ if self.withdrawn.is_some() => ObjectionStage::Withdrawn,
            (None, false) => ObjectionStage::Registered,
            (Some(answer), false) => match answer.verdict {
                Verdict::Upheld => ObjectionStage::Upheld,
                Verdict::Inadmissible => ObjectionStage::Inadmissible,
                Verdict::Overturned | Verdict::PartlyOverturned | Verdict::Deliberated if self.executed.is_some() => {
                    ObjectionStage::Executed
                }
                Verdict::Deliberated => ObjectionStage::Deliberated,
                Verdict::Overturned | Verdict::PartlyOverturned => ObjectionStage::Overturned,
            },
        }
    }

    /// Whose turn it is first; none where nothing need follow.
    pub fn turn(&self) -> Option<Turn> {
        self.turns().next()
    }

    /// Whose turn it is: while a dispute runs, also the superior's who did not answer, and the office's where the answer did not leave.
    pub fn turns(&self) -> impl Iterator<Item = Turn> {
        let owed = self.superior_is_owed().then_some(Turn::Superior);
        let first = owed.or(self.waits_to_leave().then_some(Turn::Office));
        first.into_iter().chain(self.turn_of_stage().filter(move |turn| Some(*turn) != first))
    }

    /// Whether a dispute runs because the superior did not answer, who still owes that.
    fn superior_is_owed(&self) -> bool {
        let over = self.steps.iter().any(|step| step.kind.settles());
        self.answer.is_none() && self.withdrawn.is_none() && self.dispute.is_some() && !over
    }

    /// Whether nothing says yet that the superior's answer left. A dispute alone does not show that it did.
    pub fn waits_to_leave(&self) -> bool {
        let over = self.executed.is_some() || self.steps.iter().any(|step| step.kind.settles());
        self.answer.is_some() && (self.left().is_none() || self.lies_here().is_some()) && !over
    }

    /// The superior's answer that came back, and was not sent again.
    pub fn lies_here(&self) -> Option<&Returned> {
        self.returned.last().filter(|_| self.sent.is_none() && self.received.is_none())
    }

    fn turn_of_stage(&self) -> Option<Turn> {
        match self.stage() {
            _ if self.order_due().is_some() => Some(Turn::Office),
            ObjectionStage::Registered => Some(Turn::Superior),
            ObjectionStage::Overturned | ObjectionStage::Deliberated | ObjectionStage::Ruled => Some(Turn::Office),
            ObjectionStage::Disputed => Some(Turn::Commission),
            ObjectionStage::InCourt => Some(Turn::Court),
            ObjectionStage::Upheld
            | ObjectionStage::Inadmissible
            | ObjectionStage::Executed
            | ObjectionStage::Withdrawn
            | ObjectionStage::Settled => None,
        }
    }

    /// Until when whoever has the first turn must act. None where nothing runs.
    ///
    /// # Errors
    /// [`YearNotLoaded`] when the calendar does not reach: a clock that cannot be named is not one that does not run.
    pub fn turn_ends(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Option<NaiveDate>, YearNotLoaded> {
        self.ends_for(self.turn(), profile, calendar)
    }

    /// As [`Self::turn_ends`], for one of [`Self::turns`].
    ///
    /// # Errors
    /// As [`Self::turn_ends`].
    pub fn ends_for(
        &self,
        turn: Option<Turn>,
        profile: &OfficeProfile,
        calendar: &Calendar,
    ) -> Result<Option<NaiveDate>, YearNotLoaded> {
        match turn {
            Some(Turn::Superior) => self.superior_due(profile, calendar).map(Some),
            Some(Turn::Office) => self.office_due(profile, calendar),
            Some(Turn::Commission) => self.commission_due(profile, calendar),
            Some(Turn::Applicant | Turn::Main | Turn::Court) | None => Ok(None),
        }
    }

    /// Whatever the office must do first: let the answer leave, do what was ordered, or go on to a court.
    fn office_due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Option<NaiveDate>, YearNotLoaded> {
        let sending = match self.lies_here() {
            Some(returned) => Some(returned.on),
            None => self.waits_to_leave().then(|| self.superior_due(profile, calendar)).transpose()?,
        };
        let due = match self.order_due() {
            Some(due) => Some(due),
            None => self.court_due(profile, calendar)?,
        };
        Ok(due.into_iter().chain(sending).min())
    }

    /// The superior's answer by the strictest reading; what was promised on paper holds where no calendar does.
    fn superior_due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<NaiveDate, YearNotLoaded> {
        let safe = self.safe_answer_clock(profile, calendar).map(|count| count.deadline);
        match (self.due, safe) {
            (Some(promised), Ok(safe)) => Ok(promised.min(safe)),
            (Some(promised), Err(_)) => Ok(promised),
            (None, safe) => safe,
        }
    }

    /// The last day to go on to a court after a ruling; it waits to be done all the same.
    fn court_due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Option<NaiveDate>, YearNotLoaded> {
        let appeal = self.steps.last().and_then(DisputeStep::appeal);
        appeal.map(|(clock, from)| clock.count(calendar, profile.counting(), from).map(|count| count.deadline)).transpose()
    }

    /// The last day of whichever clock of Komisi Informasi runs: to begin, then to end.
    fn commission_due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Option<NaiveDate>, YearNotLoaded> {
        let Some(filed) = self.dispute.as_ref().filter(|_| self.stage() == ObjectionStage::Disputed) else { return Ok(None) };
        let clock = if self.steps.is_empty() { Clock::DisputeBegins } else { Clock::DisputeEnds };
        clock.count(calendar, profile.counting(), filed.on).map(|count| Some(count.deadline))
    }

    /// How the superior's answer stands to the day the form promised; none without an answer, while nothing says that one dated in time
    /// left, and where no day was promised.
    pub fn timeliness(&self) -> Option<Timeliness> {
        let (answer, due) = self.answer.as_ref().zip(self.due)?;
        Timeliness::of(due, answer.letter.date, self.left())
    }

    /// The civil date the superior's answer left, and that from which it can be proved here: as it was noted; else the day the
    /// applicant had it.
    pub fn left(&self) -> Option<(NaiveDate, NaiveDate)> {
        let answer = self.answer.as_ref()?;
        let had = self.received.as_ref().map(|(on, _)| {
            let proved = self.receipt_entered_on.unwrap_or(*on);
            (*on, answer.letter.proved_on().max(proved))
        });
        // That it came back and was sent again takes nothing from the first time.
        let first = self.returned.first().map(|returned| &returned.sending).or(self.sent.as_ref());
        first.map(|sent| (sent.on, sent.proved_on())).or(had)
    }

    /// What the form says, with who asks and who acts as that was noted in the request up to this civil date: whoever stands in, or
    /// moved, after the objection came is written to, and not who did before.
    pub fn form_on(&self, date: NaiveDate, request: Option<&Request>) -> Objected {
        let mut form = self.form.clone();
        if let Some(request) = request {
            form.applicant.representative = form.representative.take();
            request.note_parties((self.registered_on, date), &mut form.applicant);
            form.representative = form.applicant.representative.take();
        }
        form
    }

    /// The number under which the superior's answer left; none while it is here, or left without one.
    pub fn left_with(&self) -> Option<&str> {
        let answer = self.answer.as_ref().filter(|answer| answer.letter.is_numbered() && self.left().is_some())?;
        Some(&answer.letter.number)
    }

    /// Whether this paper exists for the objection as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        paper == PaperKind::ObjectionForm || (paper == PaperKind::ObjectionAnswer && self.answer.is_some())
    }

    /// The superior's thirty days, from receipt as the form promises them (UU KIP Ps 36(2)).
    ///
    /// # Errors
    /// [`YearNotLoaded`] when the calendar does not reach.
    pub fn answer_clock(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Count, YearNotLoaded> {
        Clock::ObjectionAnswer.count(calendar, profile.counting(), self.received_on())
    }

    /// Whether it is about the answer that `request` has now: neither was that given upon it, nor is it younger.
    pub fn is_about_answer(&self, id: ObjectionId, request: &Request) -> bool {
        let upon_it = request.reopened.iter().any(|known| known.order.objection == id);
        let answered = request.outcome.as_ref().map(Outcome::on);
        !upon_it && answered.is_some_and(|answered| answered <= self.received_on())
    }

    /// The civil date it came.
    pub fn received_on(&self) -> NaiveDate {
        self.form.received_on.unwrap_or(self.registered_on)
    }

    /// The superior's thirty days by the strictest reading: from receipt (Ps 36(2)), *cuti bersama* counted as work.
    ///
    /// # Errors
    /// [`YearNotLoaded`] when the calendar does not reach.
    pub fn safe_answer_clock(&self, profile: &OfficeProfile, calendar: &Calendar) -> Result<Count, YearNotLoaded> {
        Clock::ObjectionAnswer.count(calendar, profile.counting().strictest(), self.received_on())
    }

    /// The applicant's fourteen days for a dispute: from receipt of the answer, or from the end of the thirty days without one, also
    /// where one came later and nobody noted its receipt. `None` while neither has come.
    pub fn dispute_clock(
        &self,
        profile: &OfficeProfile,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Option<Result<Count, YearNotLoaded>> {
        let from = match (&self.received, &self.answer) {
            (Some((received, _)), _) => Ok(*received),
            (None, Some(answer)) => match self.answer_clock(profile, calendar) {
                Ok(count) if self.left().map_or(answer.letter.date, |(on, _)| on) <= count.deadline => return None,
                count => count.map(|count| count.deadline),
            },
            (None, None) => self.answer_clock(profile, calendar).map(|count| count.deadline),
        };
        match from {
            Ok(from) if self.received.is_none() && today <= from => None,
            from => Some(from.and_then(|from| Clock::Dispute.count(calendar, profile.counting(), from))),
        }
    }
}
