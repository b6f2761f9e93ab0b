//! One desk: its folder, its officer's clock, and what was seen of its file.

use chrono::NaiveDate;
use loket_desk::sync::Backoff;
use loket_desk::views::{Filled, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Folder, Moment, RequestDraft};
use loket_tests::Chance;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Mutex;

use crate::disk::Files;
use crate::glass::{Glass, Seen};
use crate::office::{LOGIN, PASSWORD, dice, hex, moment};

/// A desk in a folder of its own, which changes each time it is put back or loses power.
pub(crate) struct Counter {
    pub(crate) office: usize,
    pub(crate) code: &'static str,
    key: [u8; 32],
    home: PathBuf,
    lives: u32,
    pub(crate) desk: Mutex<Option<Desk>>,
    pub(crate) glass: Option<Glass>,
    /// How far its clock is ahead, in milliseconds.
    pub(crate) drift: i64,
    pub(crate) backoff: Backoff,
    /// When its next round is due.
    pub(crate) due: u64,
    /// The code it was given and did not get in with yet.
    pub(crate) invitation: Option<String>,
    /// What a receipt of before says counts no more: the server lost what it had signed for, and has not been heard since.
    pub(crate) excused: bool,
    pub(crate) backups: Vec<Files>,
    /// The day on which something was written last, as far as that is known of the present file.
    pub(crate) last: Option<NaiveDate>,
}

impl Counter {
    pub(crate) fn new(home: PathBuf, office: usize, code: &'static str, key: [u8; 32]) -> Self {
        Self {
            office,
            code,
            key,
            home,
            lives: 0,
            desk: Mutex::new(None),
            glass: None,
            drift: 0,
            backoff: Backoff::default(),
            due: 0,
            invitation: None,
            excused: false,
            backups: vec![],
            last: None,
        }
    }

    pub(crate) fn name(&self) -> String {
        format!("{}{}", self.office, self.code)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.join(format!("desk-{}-{}", self.name(), self.lives))
    }

    pub(crate) fn files(&self) -> Files {
        Files::of(&self.folder())
    }

    /// Ends, and opens again on these files.
    pub(crate) fn live_on(&mut self, files: &Files, chance: &mut Chance, now: u64) -> Result<(), DeskError> {
        self.glass = None;
        drop(self.desk.get_mut().unwrap().take());
        let _ = std::fs::remove_dir_all(self.folder());
        self.lives += 1;
        files.put(&self.folder());
        let desk = Folder::at(self.folder()).unlock(LOGIN, PASSWORD, self.moment(now), dice(chance.fork()))?;
        *self.desk.get_mut().unwrap() = Some(desk);
        self.glass = Some(Glass::at(&self.folder(), &self.key));
        self.backoff = Backoff::default();
        self.last = None;
        Ok(())
    }

    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Desk) -> T) -> T {
        work(self.desk.lock().unwrap().as_mut().unwrap())
    }

    pub(crate) fn glass(&self) -> &Glass {
        self.glass.as_ref().unwrap()
    }

    /// What came since the last look.
    pub(crate) fn look(&mut self) -> Vec<Seen> {
        let origin = self.with(|desk| desk.origin());
        self.glass.as_mut().unwrap().look(origin)
    }

    pub(crate) fn moment(&self, now: u64) -> Moment {
        moment(now, self.drift)
    }

    /// Whether a person must say which day it is before anything is written.
    pub(crate) fn must_ask(&self, day: NaiveDate) -> bool {
        let days = self.last.map_or(0, |last| (day - last).num_days());
        !(0..=366).contains(&days)
    }

    /// How many of its entries the desk takes for sent.
    pub(crate) fn claimed(&self) -> u64 {
        self.with(|desk| desk.written().saturating_sub(desk.waiting().unwrap()))
    }
}

/// A request for a text of so many bytes that do not pack.
pub(crate) fn form(chance: &mut Chance, moment: Moment, size: usize) -> RequestDraft {
    let mut noise = vec![0; size / 2];
    chance.fill(&mut noise);
    RequestDraft {
        received_date: moment.local.date().to_string(),
        received_time: "08.05".into(),
        name: format!("Warga {}", chance.below(1000)),
        identity_number: "1218010101900003".into(),
        address: "Jalan Contoh".into(),
        phone: "0812-0000-0000".into(),
        information: format!("Data contoh {}", hex(&noise)),
        purpose: "Uji".into(),
        documents: if chance.one_in(2) { vec!["identity".into()] } else { vec![] },
        ..RequestDraft::default()
    }
}

/// Something an officer does to a request.
pub(crate) fn step(chance: &mut Chance) -> (&'static str, Value) {
    let number = format!("N/{}", chance.below(10_000));
    match chance.below(11) {
        0 | 1 => ("declare_complete", json!({})),
        2 => ("forward", json!({"number": number, "note": "Mohon data"})),
        3 => ("withdraw", json!({"reason": "Dicabut dengan surat"})),
        4 => {
            let reasons = json!(["not_held"]);
            ("extend", json!({"letter_number": number, "reasons": reasons, "explanation": "Data masih dikumpulkan"}))
        }
        5 => ("note_documents", json!({"documents": ["identity"]})),
        6 => ("note_sent", json!({"paper": "written_notice", "way": "post", "proof": number})),
        7 => ("number_letter", json!({"paper": "written_notice", "letter_number": number})),
        8 => ("cancel_letter", json!({"paper": "written_notice", "reason": "Salah hitung"})),
        _ => (
            "grant",
            json!({"letter_number": number, "sheets": 12, "price_per_sheet": 250, "ready_in_days": 1,
            "means": "Diambil langsung di meja layanan", "cc": []}),
        ),
    }
}

/// Fills the form of an action over what it offers and takes it.
pub(crate) fn act(
    desk: &mut Desk,
    kind: SubjectKind,
    id: &str,
    action: &str,
    over: impl FnOnce(&Filled) -> Value,
    moment: Moment,
) -> Result<(), DeskError> {
    let subject = SubjectRef::new(kind, id);
    let mut form = desk.action_form(&subject, action, moment).map(|form| form.filled()).unwrap_or_default();
    let over: Filled = serde_json::from_value(over(&form)).unwrap();
    form.extend(over);
    desk.act(&subject, action, &form, moment).map(|_| ())
}
