//! One request through its life, for stories that read day by day.

use loket_domain::change::Change;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::report::Figures;
use loket_domain::request::{Command, Request, RequestDraft, RequestDuty, SendingInput, decide};

use crate::office::{Day, date, filled_form, number};

/// One request through its life, told day by day.
pub(crate) struct Story {
    pub(crate) day: Day,
    pub(crate) changes: Vec<Change>,
}

impl Story {
    pub(crate) fn registered(on: &str, draft: RequestDraft) -> Self {
        let day = Day::at_perbaungan();
        let command = Command::Register { draft: Box::new(draft), number: number(7, on) };
        let changes = decide(None, command, &day.on(on)).unwrap();
        Self { day, changes }
    }

    /// Registered complete on Monday, 23 November 2026: the answer is due on 7 December.
    pub(crate) fn begun() -> Self {
        Self::registered("2026-11-23", filled_form())
    }

    pub(crate) fn incomplete() -> Self {
        Self::registered("2026-11-23", RequestDraft { documents: vec![], ..filled_form() })
    }

    pub(crate) fn request(&self) -> Request {
        Request::replay(&self.changes).0.unwrap()
    }

    pub(crate) fn attempt(&mut self, on: &str, command: Command) -> Result<Request, Refused> {
        self.changes.extend(decide(Some(&self.request()), command, &self.day.on(on))?);
        Ok(self.request())
    }

    pub(crate) fn then(&mut self, on: &str, command: Command) -> Request {
        self.attempt(on, command).unwrap()
    }

    pub(crate) fn field(&mut self, on: &str, command: Command) -> String {
        match self.attempt(on, command).unwrap_err() {
            Refused::Fields(problems) => problems[0].field.clone(),
            other => panic!("expected a box, got {other}"),
        }
    }

    pub(crate) fn nearest(&self, on: &str) -> (RequestDuty, String) {
        let running = self.request().nearest(&self.day.office.profile, &self.day.calendar, date(on)).unwrap().unwrap();
        (running.duty, running.count.deadline.to_string())
    }

    pub(crate) fn figures(&self) -> Figures {
        Figures::of([&self.request()], [], &self.day.office.profile, &self.day.calendar)
    }
}

pub(crate) fn sent(paper: PaperKind, on: &str, way: &str, proof: &str) -> Command {
    let (paper, sent_on, way, proof) = (paper.code().into(), on.into(), way.into(), proof.into());
    Command::NoteSent(SendingInput { paper, sent_on, way, proof })
}
