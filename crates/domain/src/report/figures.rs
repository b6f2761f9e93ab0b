//! What is counted in some period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::zero::is_zero;
use super::{AnswerTimes, CarriedOver};
use crate::calendar::Calendar;
use crate::objection::{Objection, ObjectionStage, StepKind, Verdict};
use crate::office::OfficeProfile;
use crate::old_book::{OldOutcome, OldRequest};
use crate::request::{Decision, Exemption, Outcome, Request, Timeliness};
use crate::working_days;

/// What stands for a category or a channel that the old book does not tell.
const UNTOLD: &str = "Tidak tercatat di buku lama";

/// The figures of some period. Everything is a count unless it says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each name is the figure's own.
pub struct Figures {
    pub requests: u32,
    /// By label of category.
    pub by_category: BTreeMap<String, u32>,
    /// By label of channel.
    pub by_channel: BTreeMap<String, u32>,
    pub granted: u32,
    pub partly_granted: u32,
    pub refused: u32,
    /// Refusals, whole or part, by letter: `Pasal 17 huruf h`, `Pasal 6 ayat (3) huruf d`.
    pub by_ground: BTreeMap<String, u32>,
    pub not_held: u32,
    pub not_documented: u32,
    pub held_by_other: u32,
    pub not_processed: u32,
    /// Answered: the applicant is no Indonesian citizen and no Indonesian legal entity.
    #[serde(skip_serializing_if = "is_zero")]
    pub not_entitled: u32,
    /// Ended because the applicant died.
    #[serde(skip_serializing_if = "is_zero")]
    pub abated: u32,
    /// Asked by a person with a disability who was helped.
    #[serde(skip_serializing_if = "is_zero")]
    pub assisted: u32,
    /// Recorded as not meant.
    #[serde(skip_serializing_if = "is_zero")]
    pub vexatious: u32,
    /// Ready, and not fetched.
    #[serde(skip_serializing_if = "is_zero")]
    pub not_fetched: u32,
    pub withdrawn: u32,
    pub open: u32,
    pub extended: u32,
    pub forwarded: u32,
    pub handed_over: u32,
    /// Answers that left within the official deadline.
    pub in_time: u32,
    pub late: u32,
    /// In time by a date that was entered after the deadline: neither of the two.
    #[serde(skip_serializing_if = "is_zero")]
    pub in_time_as_dated: u32,
    /// Answers of which nothing says that they left: none of the three.
    #[serde(skip_serializing_if = "is_zero")]
    pub unsent: u32,
    /// Registered by mistake: counted apart, and in no other figure.
    #[serde(skip_serializing_if = "is_zero")]
    pub cancelled: u32,
    /// Of all requests, those that were copied from the book of before: whether their answers were in time is not judged.
    #[serde(skip_serializing_if = "is_zero")]
    pub from_old_book: u32,
    /// Of those, the ones of which the book does not tell what was decided.
    #[serde(skip_serializing_if = "is_zero")]
    pub untold: u32,
    /// Working days from receipt to the day the answer left: smallest, largest, and their sum over `timed` answers.
    pub fastest: Option<u32>,
    pub slowest: Option<u32>,
    pub days_in_all: u32,
    pub timed: u32,
    /// The same of every answer, and by label of category and of channel.
    #[serde(skip_serializing_if = "AnswerTimes::is_empty")]
    pub times: AnswerTimes,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub times_by_category: BTreeMap<String, AnswerTimes>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub times_by_channel: BTreeMap<String, AnswerTimes>,
    pub objections: u32,
    /// By letter and label of Ps 35.
    pub by_objection_ground: BTreeMap<String, u32>,
    pub upheld: u32,
    pub overturned: u32,
    /// Of those overturned, in part.
    #[serde(skip_serializing_if = "is_zero")]
    pub partly_overturned: u32,
    pub executed: u32,
    /// Objections the superior did not look into.
    #[serde(skip_serializing_if = "is_zero")]
    pub inadmissible: u32,
    /// Objections settled by deliberation.
    #[serde(skip_serializing_if = "is_zero")]
    pub deliberated: u32,
    pub objections_open: u32,
    /// Answers of the superior that left within the thirty days, late, in time only by a date that was entered later, and those of which
    /// nothing says that they left.
    #[serde(skip_serializing_if = "is_zero")]
    pub objections_in_time: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub objections_late: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub objections_in_time_as_dated: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub objections_unsent: u32,
    pub disputes: u32,
    pub mediations_agreed: u32,
    pub ruled_for_applicant: u32,
    pub ruled_for_body: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub ruled_in_part: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub mediations_failed: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub interim_rulings: u32,
    /// Disputes that were withdrawn or fell.
    #[serde(skip_serializing_if = "is_zero")]
    pub dismissed: u32,
    pub disputes_executed: u32,
    pub lawsuits: u32,
    pub lawsuits_ruled: u32,
    /// Of the rulings of courts, those for the applicant and for the body; of older ones that stands in a note.
    #[serde(skip_serializing_if = "is_zero")]
    pub court_for_applicant: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub court_for_body: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub cassations: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub cassations_ruled: u32,
    /// What became of cases of earlier years, which no figure above counts.
    #[serde(skip_serializing_if = "CarriedOver::is_empty")]
    pub carried: CarriedOver,
}

impl Figures {
    /// The figures of these requests and objections, all of one period.
    pub fn of<'a>(
        requests: impl IntoIterator<Item = &'a Request>,
        objections: impl IntoIterator<Item = &'a Objection>,
        profile: &OfficeProfile,
        calendar: &Calendar,
    ) -> Self {
        let mut figures = Self::default();
        for request in requests {
            figures.count_request(request, profile, calendar);
        }
        for objection in objections {
            figures.count_objection(objection);
        }
        figures
    }

    fn count_request(&mut self, request: &Request, profile: &OfficeProfile, calendar: &Calendar) {
        if matches!(request.outcome, Some(Outcome::Cancelled { .. })) {
            self.cancelled += 1;
            return;
        }
        self.requests += 1;
        let form = &request.registration;
        *self.by_category.entry(form.applicant.category.label().to_owned()).or_default() += 1;
        *self.by_channel.entry(form.channel_label().to_owned()).or_default() += 1;
        self.assisted += u32::from(form.assistance.is_some());
        self.vexatious += u32::from(request.vexatious.is_some());
        self.not_fetched += u32::from(request.not_fetched.is_some() && request.handed_over.is_none());
        self.extended += u32::from(request.extension.is_some() && request.extension_stands());
        self.forwarded += u32::from(!request.coordination.is_empty());
        self.handed_over += u32::from(request.handed_whole());
        // What the PPID decided; what was ordered afterwards is counted with the objections.
        let parts = request.first_parts();
        match Decision::of(&parts) {
            Some(Decision::Granted) => self.granted += 1,
            Some(Decision::PartlyGranted) => self.partly_granted += 1,
            Some(Decision::Refused) => self.refused += 1,
            Some(Decision::NotHeld) => self.not_held += 1,
            Some(Decision::NotDocumented) => self.not_documented += 1,
            Some(Decision::HeldByOther) => self.held_by_other += 1,
            None => match request.first_outcome() {
                Some(Outcome::NotEntitled(_)) => self.not_entitled += 1,
                Some(Outcome::Abated { .. }) => self.abated += 1,
                Some(Outcome::NotProcessed { .. }) => self.not_processed += 1,
                Some(Outcome::Withdrawn { .. }) => self.withdrawn += 1,
                Some(Outcome::Cancelled { .. }) => {}
                Some(
                    Outcome::Granted(_)
                    | Outcome::PartlyGranted { .. }
                    | Outcome::Refused(_)
                    | Outcome::Unavailable(_)
                    | Outcome::Answered(_),
                )
                | None => self.open += 1,
            },
        }
        // A request is counted once under each ground, in however many of its parts that stands.
        let grounds: BTreeSet<String> =
            parts.iter().filter_map(|part| part.found.exemption()).flat_map(Exemption::grounds_in_words).collect();
        for ground in grounds {
            *self.by_ground.entry(ground).or_default() += 1;
        }
        self.count_time(request, profile, calendar);
    }

    /// These figures and those of what was copied from the old book, of the same period.
    #[must_use]
    pub fn and_of_old_book<'a>(
        mut self,
        requests: impl IntoIterator<Item = &'a OldRequest>,
        profile: &OfficeProfile,
        calendar: &Calendar,
    ) -> Self {
        for request in requests {
            self.count_old(request, profile, calendar);
        }
        self
    }

    fn count_old(&mut self, old: &OldRequest, profile: &OfficeProfile, calendar: &Calendar) {
        self.requests += 1;
        self.from_old_book += 1;
        let category = old.category.map_or(UNTOLD, |category| category.label());
        *self.by_category.entry(category.to_owned()).or_default() += 1;
        *self.by_channel.entry(UNTOLD.to_owned()).or_default() += 1;
        self.handed_over += u32::from(!old.given_on.is_empty());
        match old.outcome {
            Some(OldOutcome::Granted) => self.granted += 1,
            Some(OldOutcome::PartlyGranted) => self.partly_granted += 1,
            Some(OldOutcome::Refused) => self.refused += 1,
            Some(OldOutcome::NotHeld) => self.not_held += 1,
            Some(OldOutcome::NotDocumented) => self.not_documented += 1,
            Some(OldOutcome::HeldByOther) => self.held_by_other += 1,
            Some(OldOutcome::NotProcessed) => self.not_processed += 1,
            Some(OldOutcome::Withdrawn) => self.withdrawn += 1,
            None => self.untold += 1,
        }
        if let Some(noticed) = old.noticed_on.first() {
            self.count_days(old.received_on, *noticed, (category, UNTOLD), profile, calendar);
        }
    }

    fn count_time(&mut self, request: &Request, profile: &OfficeProfile, calendar: &Calendar) {
        // What the applicant was promised counts, not what a calendar loaded later makes of it.
        match request.timeliness() {
            Some(Timeliness::InTime) => self.in_time += 1,
            Some(Timeliness::InTimeAsDated) => self.in_time_as_dated += 1,
            Some(Timeliness::Late) => self.late += 1,
            None => self.unsent += u32::from(request.first_is_unsent()),
        }
        let Some((left, _)) = request.first_left() else { return };
        let form = &request.registration;
        let labels = (form.applicant.category.label(), form.channel_label());
        self.count_days(form.received_on, left, labels, profile, calendar);
    }

    /// Counts the working days of an answer, under the labels of category and channel; not where a calendar is missing.
    fn count_days(
        &mut self,
        received: NaiveDate,
        left: NaiveDate,
        (category, channel): (&str, &str),
        profile: &OfficeProfile,
        calendar: &Calendar,
    ) {
        let days = working_days::between(calendar, profile.counting(), received, left);
        let Some(days) = days.ok().and_then(|days| u32::try_from(days).ok()) else { return };
        self.fastest = Some(self.fastest.map_or(days, |fastest| fastest.min(days)));
        self.slowest = Some(self.slowest.map_or(days, |slowest| slowest.max(days)));
        self.days_in_all += days;
        self.timed += 1;
        self.times.count(days);
        self.times_by_category.entry(category.to_owned()).or_default().count(days);
        self.times_by_channel.entry(channel.to_owned()).or_default().count(days);
    }

    fn count_objection(&mut self, objection: &Objection) {
        self.objections += 1;
        for ground in &objection.form.grounds {
            *self.by_objection_ground.entry(format!("{}. {}", ground.code(), ground.label())).or_default() += 1;
        }
        self.objections_open += u32::from(objection.stage() == ObjectionStage::Registered);
        match objection.answer.as_ref().map(|answer| answer.verdict) {
            Some(Verdict::Upheld) => self.upheld += 1,
            Some(Verdict::Overturned) => self.overturned += 1,
            Some(Verdict::PartlyOverturned) => {
                self.overturned += 1;
                self.partly_overturned += 1;
            }
            Some(Verdict::Inadmissible) => self.inadmissible += 1,
            Some(Verdict::Deliberated) => self.deliberated += 1,
            None => {}
        }
        match objection.timeliness() {
            Some(Timeliness::InTime) => self.objections_in_time += 1,
            Some(Timeliness::InTimeAsDated) => self.objections_in_time_as_dated += 1,
            Some(Timeliness::Late) => self.objections_late += 1,
            None => self.objections_unsent += u32::from(objection.answer.is_some() && objection.left().is_none()),
        }
        self.executed += u32::from(objection.executed.is_some());
        self.disputes += u32::from(objection.dispute.is_some());
        for step in &objection.steps {
            self.count_step(step.kind);
        }
    }

    fn count_step(&mut self, step: StepKind) {
        match step {
            StepKind::Agreed => self.mediations_agreed += 1,
            StepKind::Failed => self.mediations_failed += 1,
            StepKind::InterimRuling => self.interim_rulings += 1,
            StepKind::RuledForApplicant => self.ruled_for_applicant += 1,
            StepKind::RuledForBody => self.ruled_for_body += 1,
            StepKind::RuledInPart => self.ruled_in_part += 1,
            StepKind::Dismissed | StepKind::Lapsed | StepKind::Withdrawn => self.dismissed += 1,
            StepKind::Executed => self.disputes_executed += 1,
            StepKind::Court => self.lawsuits += 1,
            StepKind::CourtRuled => self.lawsuits_ruled += 1,
            StepKind::CourtForApplicant => {
                self.lawsuits_ruled += 1;
                self.court_for_applicant += 1;
            }
            StepKind::CourtForBody => {
                self.lawsuits_ruled += 1;
                self.court_for_body += 1;
            }
            StepKind::Cassation => self.cassations += 1,
            StepKind::CassationRuled | StepKind::CassationForApplicant | StepKind::CassationForBody => {
                self.cassations_ruled += 1;
            }
            StepKind::Begun | StepKind::Mediation | StepKind::Adjudication => {}
        }
    }

    /// The average of working days for an answer in tenths, rounded half up; none without answers.
    pub fn average_tenths(&self) -> Option<u32> {
        (self.timed > 0).then(|| (self.days_in_all * 20 + self.timed) / (self.timed * 2))
    }
}
