//! Cases of earlier years: the report of their own year was frozen before they ended, so the next one says what became of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::objection::Objection;
use crate::request::{Decision, Outcome, Request, Stage};

/// The civil days whose events are counted: after one, until the other with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SinceReport {
    /// The last day of which an earlier report knew.
    pub after: NaiveDate,
    /// The last day of which this one knows.
    pub until: NaiveDate,
}

impl SinceReport {
    fn holds(self, day: NaiveDate) -> bool {
        self.after < day && day <= self.until
    }
}

/// What became of the cases of earlier years. Everything is a count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriedOver {
    /// Requests that had not ended when the report before was frozen.
    pub requests: u32,
    /// Of those, how they ended since, by label.
    pub ended: BTreeMap<String, u32>,
    /// Objections without an answer when the report before was frozen.
    pub objections: u32,
    /// What happened since to objections of earlier years, by label: answers, steps of disputes, execution.
    pub happened: BTreeMap<String, u32>,
}

impl CarriedOver {
    /// What became, in `since`, of requests and objections that were registered in the years before.
    pub fn of<'a>(
        requests: impl IntoIterator<Item = &'a Request>,
        objections: impl IntoIterator<Item = &'a Objection>,
        since: SinceReport,
    ) -> Self {
        let mut carried = Self::default();
        for request in requests {
            carried.count_request(request, since);
        }
        for objection in objections {
            carried.count_objection(objection, since);
        }
        carried
    }

    /// Whether nothing was carried over.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Requests of earlier years that have not ended yet.
    pub fn open(&self) -> u32 {
        self.requests.saturating_sub(self.ended.values().sum())
    }

    fn count_request(&mut self, request: &Request, since: SinceReport) {
        // What was entered late was known late: the report before could not count it.
        let known = request.first_outcome().map(|outcome| (outcome, outcome.letter().map_or(outcome.on(), |it| it.proved_on())));
        if known.is_some_and(|(_, on)| on <= since.after) {
            return;
        }
        self.requests += 1;
        let ended = known.filter(|(_, on)| since.holds(*on)).and_then(|(outcome, _)| ended_as(outcome));
        if let Some(ended) = ended {
            *self.ended.entry(ended.to_owned()).or_default() += 1;
        }
    }

    fn count_objection(&mut self, objection: &Objection, since: SinceReport) {
        let answered = objection.answer.as_ref().map(|answer| (answer.verdict.label(), answer.letter.proved_on()));
        let withdrawn = objection.withdrawn.as_ref().map(|(on, _)| ("Keberatan dicabut", *on));
        let ended = answered.or(withdrawn);
        self.objections += u32::from(ended.is_none_or(|(_, on)| on > since.after));
        let executed = objection.executed.as_ref().map(|(on, _)| ("Perintah Atasan PPID dilaksanakan", *on));
        let filed = objection.dispute.as_ref().map(|filing| ("Sengketa diajukan ke Komisi Informasi", filing.on));
        let steps = objection.steps.iter().map(|step| (step.kind.label(), step.on));
        for (label, on) in [ended, executed, filed].into_iter().flatten().chain(steps) {
            if since.holds(on) {
                *self.happened.entry(label.to_owned()).or_default() += 1;
            }
        }
    }
}

/// How a request ended: what was decided, or why there was nothing to decide. None for a letter that decided nothing.
fn ended_as(outcome: &Outcome) -> Option<&'static str> {
    outcome.decision().map(Decision::label).or_else(|| outcome.closed_as().map(Stage::label))
}
