//! Cases of earlier years: the report of their own year was frozen before they ended, or before they were entered at all, so the next
//! one says what became of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::zero::is_zero;
use crate::objection::Objection;
use crate::request::{Outcome, Request, Timeliness};

/// A case of an earlier year as the report before knew it, if it did, and as this one knows it. What was known is what had been
/// entered, whatever day stands on it: what is entered late is told late, and never not at all.
#[derive(Debug, Clone)]
pub struct CarriedCase<T> {
    /// As it stood when the report before was frozen.
    pub before: Option<T>,
    /// As it stands now.
    pub now: T,
}

/// What became of the cases of earlier years. Everything is a count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriedOver {
    /// Requests that had not ended when the report before was frozen.
    pub requests: u32,
    /// Requests the report before did not know: their forms were filled in then and entered since.
    #[serde(skip_serializing_if = "is_zero")]
    pub entered_since: u32,
    /// Of both, how they ended since, by label.
    pub ended: BTreeMap<String, u32>,
    /// Answers that the report before knew and that were replaced or taken back since.
    #[serde(skip_serializing_if = "is_zero")]
    pub replaced: u32,
    /// Answers of which the report before could not say whether they came in time, and this one can: in time.
    #[serde(skip_serializing_if = "is_zero")]
    pub in_time: u32,
    /// Of those, in time by a date that was entered after the deadline.
    #[serde(skip_serializing_if = "is_zero")]
    pub in_time_as_dated: u32,
    /// Of those, late.
    #[serde(skip_serializing_if = "is_zero")]
    pub late: u32,
    /// What was handed over since.
    #[serde(skip_serializing_if = "is_zero")]
    pub handed_over: u32,
    /// Objections without an answer when the report before was frozen.
    pub objections: u32,
    /// What was entered since about objections of earlier years, by label: objections, answers, steps of disputes, execution.
    pub happened: BTreeMap<String, u32>,
}

impl CarriedOver {
    /// What became of requests and objections that were registered in the years before.
    pub fn of(requests: &[CarriedCase<Request>], objections: &[CarriedCase<Objection>]) -> Self {
        let mut carried = Self::default();
        for request in requests {
            carried.count_request(request);
        }
        for objection in objections {
            carried.count_objection(objection);
        }
        carried
    }

    /// Whether nothing was carried over.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Requests of earlier years that have not ended yet.
    pub fn open(&self) -> u32 {
        (self.requests + self.entered_since).saturating_sub(self.ended.values().sum())
    }

    fn count_request(&mut self, CarriedCase { before, now }: &CarriedCase<Request>) {
        let same = before.as_ref().filter(|before| before.first_outcome().map(dated) == now.first_outcome().map(dated));
        self.count_time(same, now);
        self.handed_over += u32::from(now.handed_whole() && !before.as_ref().is_some_and(Request::handed_whole));
        match before.as_ref().map(Request::first_outcome) {
            Some(Some(_)) => {
                self.replaced += u32::from(same.is_none());
                return;
            }
            Some(None) => self.requests += 1,
            None => self.entered_since += 1,
        }
        if let Some(ended) = now.first_outcome().and_then(Outcome::ended_as) {
            *self.ended.entry(ended.to_owned()).or_default() += 1;
        }
    }

    /// What the report before, where it knew the same answer, did not know of when it left.
    fn count_time(&mut self, same: Option<&Request>, now: &Request) {
        let known = same.and_then(Request::timeliness);
        match now.timeliness().filter(|_| known.is_none()) {
            Some(Timeliness::InTime) => self.in_time += 1,
            Some(Timeliness::InTimeAsDated) => self.in_time_as_dated += 1,
            Some(Timeliness::Late) => self.late += 1,
            None => {}
        }
    }

    fn count_objection(&mut self, CarriedCase { before, now }: &CarriedCase<Objection>) {
        let waited = before.as_ref().is_some_and(|objection| objection.answer.is_none() && objection.withdrawn.is_none());
        self.objections += u32::from(waited);
        let mut told: Vec<&str> = before.as_ref().map(events).unwrap_or_default();
        for label in events(now) {
            match told.iter().position(|known| *known == label) {
                Some(known) => drop(told.swap_remove(known)),
                None => *self.happened.entry(label.to_owned()).or_default() += 1,
            }
        }
    }
}

/// Number and civil date of the letter by which a request ended, or the day it did.
fn dated(outcome: &Outcome) -> (Option<&str>, NaiveDate) {
    (outcome.letter().map(|letter| letter.number.as_str()), outcome.on())
}

/// What was entered about an objection, from its registration on.
fn events(objection: &Objection) -> Vec<&'static str> {
    let answered = objection.answer.as_ref().map(|answer| answer.verdict.label());
    let withdrawn = objection.withdrawn.as_ref().map(|_| "Keberatan dicabut");
    let executed = objection.executed.as_ref().map(|_| "Perintah Atasan PPID dilaksanakan");
    let filed = objection.dispute.as_ref().map(|_| "Sengketa diajukan ke Komisi Informasi");
    let in_time = objection.timeliness().map(|kept| match kept {
        Timeliness::InTime => "Tanggapan tepat waktu",
        Timeliness::InTimeAsDated => "Tanggapan tepat waktu menurut tanggal yang dicatat kemudian",
        Timeliness::Late => "Tanggapan terlambat",
    });
    let known = [Some("Keberatan dicatat"), answered, in_time, withdrawn, executed, filed];
    known.into_iter().flatten().chain(objection.steps.iter().map(|step| step.kind.label())).collect()
}
