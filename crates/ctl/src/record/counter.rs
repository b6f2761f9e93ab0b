//! The counter of the invented office: its desk, its clock, and the book in which its answers are kept.

use chrono::{NaiveDate, NaiveDateTime};
use loket_desk::sync::{Joining, Link, enrol, round};
use loket_desk::views::{Done, Filled, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Dice, Folder, Moment, PaperRef, PrintAs, RequestDraft};
use loket_domain::paper::PaperKind;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::{Mutex, PoisonError};

use super::book::Book;
use super::office::PASSWORD;
use crate::account::TaskError;

/// Dice that fall alike in every recording (SplitMix64).
pub(super) fn fixed(mut state: u64) -> impl FnMut(&mut [u8]) + Send {
    move |buffer| {
        for part in buffer.chunks_mut(8) {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^= mixed >> 31;
            part.copy_from_slice(&mixed.to_le_bytes()[..part.len()]);
        }
    }
}

/// The desk while somebody is signed in, and the time on its wall.
pub(super) struct RecordedCounter {
    pub(super) book: Book,
    folder: Folder,
    desk: Mutex<Option<Desk>>,
    now: Moment,
    /// How many times somebody signed in: each time with other dice.
    openings: u64,
}

impl RecordedCounter {
    pub(super) fn new(folder: Folder) -> Self {
        let now = Moment { millis: 0, local: NaiveDateTime::default() };
        Self { book: Book::default(), folder, desk: Mutex::new(None), now, openings: 0 }
    }

    /// From now on it is this time of this day, in WIB.
    pub(super) fn at(&mut self, day: &str, time: &str) -> Result<(), TaskError> {
        let read = format!("{day}T{time}:00").parse::<NaiveDateTime>();
        let local = read.map_err(|error| TaskError::Unexpected(format!("{day} {time}: {error}")))?;
        // WIB is UTC+7.
        let millis = (local - chrono::TimeDelta::hours(7)).and_utc().timestamp_millis();
        self.now = Moment { millis: u64::try_from(millis).unwrap_or_default(), local };
        Ok(())
    }

    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// Today, as a date.
    pub(super) fn today(&self) -> NaiveDate {
        self.now.local.date()
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Other dice than ever before.
    pub(super) fn dice(&mut self) -> Dice {
        self.openings += 1;
        let mut dice = fixed(self.openings);
        Box::new(move |buffer| {
            dice(buffer);
            Ok(())
        })
    }

    /// Somebody sits down at `desk`, or nobody does any more.
    pub(super) fn seat(&mut self, desk: Option<Desk>) {
        self.desk = Mutex::new(desk);
    }

    /// Does something with the desk as it is now.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Desk, Moment) -> Result<T, DeskError>) -> Result<T, DeskError> {
        let mut guard = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        guard.as_mut().map_or(Err(DeskError::Locked), |desk| work(desk, self.now))
    }

    /// Asks the core and keeps its answer, whether yes or no, under `name`.
    pub(super) fn ask<T: Serialize>(
        &mut self,
        command: &str,
        name: &str,
        asked: Value,
        work: impl FnOnce(&mut Desk, Moment) -> Result<T, DeskError>,
    ) -> Result<Option<T>, TaskError> {
        let answer = self.with(work);
        self.book.keep(command, name, asked, answer)
    }

    /// Asks the core for what it must say yes to, and keeps it under `name`.
    pub(super) fn see<T: Serialize>(
        &mut self,
        command: &str,
        name: &str,
        asked: Value,
        work: impl FnOnce(&mut Desk, Moment) -> Result<T, DeskError>,
    ) -> Result<T, TaskError> {
        let refused = || TaskError::Unexpected(format!("{command} {name} was refused"));
        let answer = self.with(work)?;
        self.book.keep(command, name, asked, Ok(answer))?.ok_or_else(refused)
    }

    /// The thing that stories call `name`.
    pub(super) fn subject(&self, kind: SubjectKind, name: &str) -> Result<SubjectRef, TaskError> {
        Ok(SubjectRef::new(kind, self.book.named(name)?))
    }

    /// Fills the form of an action over what it offers and takes it. The first time of each action is kept.
    pub(super) fn act(&mut self, subject: &SubjectRef, action: &str, over: Value) -> Result<Done, TaskError> {
        let over: Filled = serde_json::from_value(over).map_err(|error| TaskError::Unexpected(format!("{action}: {error}")))?;
        let mut form = self.with(|desk, now| Ok(desk.action_form(subject, action, now).map(|form| form.filled())))?;
        // A step that asks for nothing has no form.
        let form = match &mut form {
            Ok(form) => std::mem::take(form),
            Err(_) => Filled::new(),
        };
        let form: Filled = form.into_iter().chain(over).collect();
        let done = self
            .with(|desk, now| desk.act(subject, action, &form, now))
            .map_err(|error| TaskError::Unexpected(format!("{action} on {:?} at {}: {error}", subject.kind, self.now.local)))?;
        let name = format!("{}/{action}", kind_code(subject.kind)?);
        if !self.book.has("act", &name) {
            let asked = json!({"subject": subject, "action": action, "form": form});
            self.book.keep("act", &name, asked, Ok(&done))?;
        }
        Ok(done)
    }

    /// Registers what was typed and lets stories call it `name`.
    pub(super) fn register(&mut self, name: &str, draft: RequestDraft) -> Result<SubjectRef, TaskError> {
        let view = self.with(|desk, now| desk.register_request(draft, now))?;
        self.book.name(name, &view.row.id)?;
        self.paper(&view.row.id, PaperKind::Receipt)?;
        Ok(SubjectRef::new(SubjectKind::Request, view.row.id))
    }

    /// An invented scan of `length` bytes is attached to a request as a signed paper.
    ///
    /// Returns the digest by which a form chooses it.
    pub(super) fn attach(&mut self, request: &str, name: &str, length: usize) -> Result<String, TaskError> {
        let bytes = scan(length);
        let view = self.with(|desk, now| {
            desk.attach(request, name, "signed", &bytes, now)?;
            desk.request(request, now)
        })?;
        let attached = view.files.items.into_iter().find(|file| file.name == name);
        attached.map(|file| file.digest).ok_or_else(|| TaskError::Unexpected(format!("{name} was not attached")))
    }

    /// A paper of a request leaves the office.
    pub(super) fn paper(&mut self, request: &str, kind: PaperKind) -> Result<(), TaskError> {
        let paper = PaperRef::Request { id: request.to_owned(), kind };
        Ok(self.with(|desk, now| desk.paper_issued(&paper, &PrintAs::Next, now))?)
    }

    /// Enrols the desk at `server`.
    pub(super) async fn enrol(&self, link: &impl Link, server: &str, code: &str) -> Result<(), TaskError> {
        Ok(enrol(&self.desk, link, &Joining::new(server, code, PASSWORD), self.now).await?)
    }

    /// Rounds of sync until both sides hold the same.
    pub(super) async fn sync(&self, link: &impl Link) -> Result<(), TaskError> {
        for _ in 0..3 {
            round(&self.desk, link, || self.now).await?;
        }
        Ok(())
    }

    /// A round that finds nobody.
    pub(super) async fn sync_in_vain(&self, link: &impl Link) -> Result<(), TaskError> {
        match round(&self.desk, link, || self.now).await {
            Err(DeskError::Sync(_)) => Ok(()),
            Err(error) => Err(error.into()),
            Ok(_) => Err(TaskError::Unexpected("sync went through".into())),
        }
    }
}

/// A kind as it crosses the bridge.
pub(super) fn kind_code(kind: SubjectKind) -> Result<String, TaskError> {
    let code = serde_json::to_value(kind).ok().and_then(|code| code.as_str().map(ToOwned::to_owned));
    code.ok_or_else(|| TaskError::Unexpected(format!("{kind:?}")))
}

/// An invented scan that packs no smaller, of so many bytes.
pub(super) fn scan(length: usize) -> Vec<u8> {
    let mut noise = vec![0; length];
    fixed(length as u64)(&mut noise);
    let beginning = b"%PDF-1.7\n";
    noise[..beginning.len()].copy_from_slice(beginning);
    noise
}
