//! The clocks of a request, and the dates promised on paper.
//!
//! Two readings of when the ten working days begin exist side by side: from receipt (UU KIP Ps 22(7)) and from completeness
//! (practice under PERKI 1/2021). Both are computed. The *official* date follows the office's setting; the *safe* date is
//! the earliest any reading gives, with *cuti bersama* counted as work, and it is the one that raises alarms.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, YearNotLoaded};
use crate::clock::Clock;
use crate::office::{ClockStart, Office, OfficeProfile};
use crate::working_days::{self, Count, Counting};

/// The civil date and everything a decision of that day stands on.
#[derive(Debug, Clone, Copy)]
pub struct Today<'a> {
    /// The civil date at the office.
    pub date: NaiveDate,
    /// The time of day at the office.
    pub time: chrono::NaiveTime,
    /// The office as it stands.
    pub office: &'a Office,
    /// The days off.
    pub calendar: &'a Calendar,
}

/// The dates a paper named. Once printed they stay, whatever the calendar becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// Last day to find the papers incomplete; none when they are complete, or the year is not loaded.
    pub completeness: Option<NaiveDate>,
    /// Last day of the answer by the office's setting; none until that clock runs, or the year is not loaded.
    pub official: Option<NaiveDate>,
    /// Last day of the answer by the strictest reading; none when the year is not loaded.
    pub safe: Option<NaiveDate>,
}

/// The clocks of a request, each a count that explains itself or a year that is not loaded.
#[derive(Debug, Clone)]
pub struct Clocks {
    /// C1: runs from receipt until the papers are found complete or incomplete.
    pub completeness: Option<Result<Count, YearNotLoaded>>,
    /// C2: runs from the day the applicant has the Surat Keterangan Tidak Lengkap until the papers are complete.
    pub completion: Option<Result<Count, YearNotLoaded>>,
    /// C3a or C3b by the office's setting; `None` while it waits for completeness.
    pub official: Option<Result<Count, YearNotLoaded>>,
    /// The strictest reading: from receipt, *cuti bersama* counted as work.
    pub safe: Result<Count, YearNotLoaded>,
}

/// The civil dates in the life of a request from which its clocks run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Receipt.
    pub received: NaiveDate,
    /// Entry in the register.
    pub registered: NaiveDate,
    /// The papers were complete.
    pub complete: Option<NaiveDate>,
    /// What was found missing was told.
    pub told: Option<ToldMissing>,
}

/// When the applicant was told what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToldMissing {
    /// The civil date from which the letter can be proved.
    pub on: NaiveDate,
    /// The civil date the applicant got it; none while that is not known.
    pub received: Option<NaiveDate>,
}

impl Course {
    /// From which day the ten days of the newer practice run. Nobody gains time by being slow: the day of completeness counts,
    /// but not beyond the end of the check (C1), nor, where the applicant was told in time, of the completion (C2).
    fn answer_begins(&self, calendar: &Calendar, counting: Counting) -> Option<Result<NaiveDate, YearNotLoaded>> {
        let complete = self.complete?;
        let checked = match Clock::Completeness.count(calendar, counting, self.received) {
            Ok(count) => count.deadline,
            Err(_) if complete <= self.received => return Some(Ok(complete)),
            Err(year) => return Some(Err(year)),
        };
        let Some(told) = self.told.filter(|told| told.on <= checked) else { return Some(Ok(complete.min(checked))) };
        let Some(received) = told.received else { return Some(Ok(complete)) };
        let latest = Clock::Completion.count(calendar, counting, received).map(|count| count.deadline);
        Some(latest.map(|latest| complete.min(latest)))
    }
}

impl Promised {
    /// Whether a paper printed now would name another date for the answer than this one did. A check that ended is no other date.
    pub fn differs(&self, now: &Self) -> bool {
        let checks = self.completeness.zip(now.completeness);
        self.official != now.official || self.safe != now.safe || checks.is_some_and(|(then, now)| then != now)
    }
}

impl Clocks {
    /// The clocks of a request with these dates.
    pub fn of(profile: &OfficeProfile, calendar: &Calendar, course: &Course) -> Self {
        let counting = profile.counting();
        let answer = |from| Clock::Answer.count(calendar, counting, from);
        let waits = course.complete.is_none();
        let received = course.told.filter(|_| waits).and_then(|told| told.received);
        Self {
            completeness: (waits && course.told.is_none())
                .then(|| Clock::Completeness.count(calendar, counting, course.received)),
            completion: received.map(|received| Clock::Completion.count(calendar, counting, received)),
            official: match profile.clock_start {
                ClockStart::Received => Some(answer(course.received)),
                ClockStart::Registered => Some(answer(course.registered)),
                ClockStart::Complete => course.answer_begins(calendar, counting).map(|from| from.and_then(answer)),
            },
            safe: Clock::Answer.count(calendar, counting.strictest(), course.received),
        }
    }

    /// The same clocks with the answer's time extended once, counted from the end of the first period and not from the
    /// letter (UU KIP Ps 22(8)).
    #[must_use]
    pub fn extended(self, profile: &OfficeProfile, calendar: &Calendar) -> Self {
        let counting = profile.counting();
        let longer = |first: Result<Count, YearNotLoaded>, counting| {
            first.and_then(|first| Clock::Extension.count(calendar, counting, first.deadline))
        };
        Self {
            completeness: self.completeness,
            completion: self.completion,
            official: self.official.map(|first| longer(first, counting)),
            safe: longer(self.safe, counting.strictest()),
        }
    }

    /// The dates a paper printed now would name.
    pub fn promised(&self) -> Promised {
        let date = |clock: &Result<Count, YearNotLoaded>| clock.as_ref().ok().map(|count| count.deadline);
        Promised {
            completeness: self.completeness.as_ref().and_then(date),
            official: self.official.as_ref().and_then(date),
            safe: date(&self.safe),
        }
    }
}

/// From how many working days left on a deadline is near: time enough to get a signature.
pub const NEAR: u32 = 3;

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// More working days are left than [`NEAR`].
    Calm,
    /// The deadline is today or the office works at most [`NEAR`] more days before it.
    Near,
    /// It has passed.
    Overdue,
}

/// How near `deadline` is on `today`, and the working days left (negative: days too late).
///
/// # Errors
/// [`YearNotLoaded`] when a day between the two has no calendar.
pub fn nearness(
    profile: &OfficeProfile,
    calendar: &Calendar,
    today: NaiveDate,
    deadline: NaiveDate,
) -> Result<(Nearness, i64), YearNotLoaded> {
    let left = working_days::between(calendar, profile.counting(), today, deadline)?;
    let nearness = match left {
        _ if today > deadline => Nearness::Overdue,
        _ if left <= i64::from(NEAR) => Nearness::Near,
        _ => Nearness::Calm,
    };
    Ok((nearness, left))
}

/// How much time is left, and how every screen says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLeft {
    /// How near the deadline is.
    pub nearness: Nearness,
    /// In Indonesian, e.g. `3 hari kerja lagi`.
    pub words: String,
}

/// How much time is left on `today` until `deadline`.
///
/// # Errors
/// [`YearNotLoaded`] when a day between the two has no calendar and the deadline has not passed.
pub fn time_left(
    profile: &OfficeProfile,
    calendar: &Calendar,
    today: NaiveDate,
    deadline: NaiveDate,
) -> Result<TimeLeft, YearNotLoaded> {
    let said = |nearness, words: String| Ok(TimeLeft { nearness, words });
    let (nearness, days) = match nearness(profile, calendar, today, deadline) {
        Ok(counted) => counted,
        Err(_) if today > deadline => return said(Nearness::Overdue, "terlambat".to_owned()),
        Err(year) => return Err(year),
    };
    let works = || working_days::is_working_day(calendar, profile.counting(), today).unwrap_or(false);
    let words = match (nearness, days) {
        // On the weekend after a deadline no working day has passed yet.
        (Nearness::Overdue, 0) => "terlambat".to_owned(),
        (Nearness::Overdue, days) => format!("terlambat {} hari kerja", -days),
        (_, 0) if today == deadline || works() => "hari ini terakhir".to_owned(),
        (_, 0) => "hari kerja terakhir sudah lewat".to_owned(),
        (_, days) => format!("{days} hari kerja lagi"),
    };
    said(nearness, words)
}
