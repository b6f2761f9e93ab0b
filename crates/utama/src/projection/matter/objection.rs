//! An objection and its dispute: numbers, dates, whose turn it is and until when.

use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::objection::{Objection, ObjectionGround, ObjectionStage, StepKind, Verdict};
use loket_domain::office::OfficeProfile;
use loket_domain::request::{Timeliness, Turn};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::projection::text::keepable;

/// An objection as PPID Utama lists it: nothing about who objects, or what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionRow {
    /// Its number.
    pub number: String,
    /// The request it is about; none for one that needs no request.
    pub request: Option<RequestId>,
    /// That request's number.
    pub request_number: Option<String>,
    /// The civil date it came.
    pub received_on: NaiveDate,
    /// The civil date of its entry in the register.
    pub registered_on: NaiveDate,
    /// Why, by letter of Ps 35.
    pub grounds: BTreeSet<ObjectionGround>,
    /// Where it stands.
    pub stage: ObjectionStage,
    /// Whose turn it is first; none where nothing need follow.
    pub turn: Option<Turn>,
    /// Until when; none where nothing runs, and where it cannot be counted.
    pub due: Option<NaiveDate>,
    /// Whether a clock runs that cannot be counted: its year has no calendar, or the office is unknown.
    pub uncounted: bool,
    /// What the superior decided, and the civil date of the letter.
    pub answered: Option<(Verdict, NaiveDate)>,
    /// The civil date that letter left.
    pub left_on: Option<NaiveDate>,
    /// How it stands to the superior's thirty days as counted here.
    pub timely: Option<Timeliness>,
    /// The civil date the dispute was filed.
    pub disputed_on: Option<NaiveDate>,
    /// The last step of the dispute.
    pub step: Option<(StepKind, NaiveDate)>,
}

impl ObjectionRow {
    /// The row after these changes; none while its registration has not arrived.
    pub(super) fn of(changes: &[&Change], counting: Option<(&OfficeProfile, &Calendar)>) -> Option<Self> {
        let state = Objection::replay(changes.iter().copied()).0?;
        let turn = state.turn();
        let ends = counting.map(|(profile, calendar)| state.turn_ends(profile, calendar));
        // Turns of others have no clock here, whatever is loaded.
        let clocked = matches!(turn, Some(Turn::Superior | Turn::Office | Turn::Commission));
        let (due, uncounted) = match ends {
            Some(Ok(due)) => (due, false),
            Some(Err(_)) | None => (None, clocked),
        };
        let official = counting.and_then(|(profile, calendar)| Some(state.answer_clock(profile, calendar).ok()?.deadline));
        let answer = state.answer.as_ref();
        let timely = answer.zip(official).and_then(|(answer, due)| Timeliness::of(due, answer.letter.date, state.left()));
        Some(Self {
            number: keepable(&state.number.text),
            request: state.form.request,
            request_number: state.form.request_number.as_deref().map(keepable),
            received_on: state.received_on(),
            registered_on: state.registered_on,
            grounds: state.form.grounds.clone(),
            stage: state.stage(),
            turn,
            due,
            uncounted,
            answered: answer.map(|answer| (answer.verdict, answer.letter.date)),
            left_on: state.left().map(|(on, _)| on),
            timely,
            disputed_on: state.dispute.as_ref().map(|filing| filing.on),
            step: state.steps.last().map(|step| (step.kind, step.on)),
        })
    }
}
