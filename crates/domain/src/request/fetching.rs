//! What lies ready and is not fetched: after some working days the applicant is reminded, then it is noted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Found, Outcome, Request};
use crate::calendar::{Calendar, YearNotLoaded};
use crate::deadline::Today;
use crate::office::OfficeProfile;
use crate::problem::{Problems, Refused};
use crate::working_days::{self, Count};

/// A copy that was not fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotFetched {
    /// The civil date it was noted.
    pub on: NaiveDate,
    /// When and how the applicant was reminded.
    pub note: String,
}

impl NotFetched {
    /// Reads the note as typed.
    ///
    /// # Errors
    /// [`Refused::Fields`].
    pub(super) fn check(note: &str, today: &Today<'_>) -> Result<Self, Refused> {
        let mut p = Problems::default();
        let note = p.text("note", note, 2_000, "Tulis kapan dan bagaimana pemohon diingatkan.");
        p.or(Some(Self { on: today.date, note }))
    }
}

impl Request {
    /// Whether something given lies here until the applicant comes for it.
    pub fn waits_to_be_fetched(&self) -> bool {
        let given = self.parts().iter().any(|part| part.found.given().is_some());
        given && self.handed_over.is_none() && self.not_fetched.is_none() && self.registration.is_fetched()
    }

    /// When the applicant is reminded: so many working days after what is given was ready. None where nothing waits, and while the
    /// answer has not left: nobody is reminded of what he was not told.
    pub(super) fn fetch_reminder(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<Result<Count, YearNotLoaded>> {
        if !self.waits_to_be_fetched() || self.waits_to_leave().is_some() {
            return None;
        }
        self.after_ready(profile.fetch_reminder(), profile, calendar)
    }

    /// The civil date on which what is given is ready, as the answer named it. None where nothing is given, and where the year is
    /// not loaded.
    pub fn ready_on(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        Some(self.after_ready(0, profile, calendar)?.ok()?.deadline)
    }

    /// So many working days after what is given is ready.
    fn after_ready(&self, more: u32, profile: &OfficeProfile, calendar: &Calendar) -> Option<Result<Count, YearNotLoaded>> {
        let given = |found: &Found| found.given().map(|given| given.ready_in_days);
        let ready = self.parts().iter().filter_map(|part| given(&part.found)).max()?;
        self.after_letter(ready.saturating_add(more), profile, calendar)
    }

    /// So many working days after the answer's letter. None where nothing was answered by letter.
    pub(super) fn after_letter(
        &self,
        days: u32,
        profile: &OfficeProfile,
        calendar: &Calendar,
    ) -> Option<Result<Count, YearNotLoaded>> {
        let letter = self.outcome.as_ref().and_then(Outcome::letter)?;
        Some(working_days::count(calendar, profile.counting(), letter.date, days))
    }
}
