//! Counting *hari kerja*, with an explanation of every day.
//!
//! Convention: the day of the event is day zero, day 1 is the next working day, the deadline is day N.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{Calendar, DayOff, DayOffKind, YearNotLoaded};
use crate::coded::coded;

coded! {
    /// Which weekdays an office works (Perpres 21/2023 Ps 4, 7 and 13).
    pub enum WorkWeek {
        /// Five days.
        MonFri = "mon_fri" => "5 hari: Senin–Jumat",
        /// Six days, for service units exempted from the five-day week.
        MonSat = "mon_sat" => "6 hari: Senin–Sabtu",
    }
}

/// How an office counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// Its working week.
    pub week: WorkWeek,
    /// Whether *cuti bersama* counts as a working day. No source settles it for UU KIP: a setting.
    pub collective_leave_works: bool,
}

impl Counting {
    /// The same week with *cuti bersama* counted as work: the earlier, safe reading.
    pub fn strictest(self) -> Self {
        Self { collective_leave_works: true, ..self }
    }
}

/// One day on the way to a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedDay {
    /// The civil date.
    pub date: NaiveDate,
    /// What was made of it.
    pub verdict: DayVerdict,
}

/// Whether a day counts, and why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayVerdict {
    /// The day of the event.
    DayZero,
    /// The n-th working day.
    Counted(u32),
    /// Saturday or Sunday outside the working week.
    Weekend,
    /// A day off, with its name.
    Off(DayOffKind, String),
}

/// A deadline and the days it was counted through, day zero first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The last day on which the duty can be met in time.
    pub deadline: NaiveDate,
    /// Every day from day zero to the deadline.
    pub days: Vec<ExplainedDay>,
}

impl Count {
    /// A deadline that was named, not counted.
    pub fn on(deadline: NaiveDate) -> Self {
        Self { deadline, days: vec![] }
    }
}

/// Counts `length` working days from `day_zero`.
///
/// # Errors
/// [`YearNotLoaded`] for the first day that lies in a year without a calendar: no date is guessed.
pub fn count(calendar: &Calendar, counting: Counting, day_zero: NaiveDate, length: u32) -> Result<Count, YearNotLoaded> {
    let mut days = vec![ExplainedDay { date: day_zero, verdict: DayVerdict::DayZero }];
    let (mut date, mut counted) = (day_zero, 0);
    while counted < length {
        date = date.succ_opt().ok_or(YearNotLoaded(date.year()))?;
        let verdict = match why_off(calendar, counting, date)? {
            Some(off) => off,
            None => {
                counted += 1;
                DayVerdict::Counted(counted)
            }
        };
        days.push(ExplainedDay { date, verdict });
    }
    Ok(Count { deadline: date, days })
}

/// The day that lies `length` working days before `day`.
///
/// # Errors
/// [`YearNotLoaded`] for the first day that lies in a year without a calendar: no date is guessed.
pub fn before(calendar: &Calendar, counting: Counting, day: NaiveDate, length: u32) -> Result<NaiveDate, YearNotLoaded> {
    let (mut date, mut counted) = (day, 0);
    while counted < length {
        date = date.pred_opt().ok_or(YearNotLoaded(date.year()))?;
        if why_off(calendar, counting, date)?.is_none() {
            counted += 1;
        }
    }
    Ok(date)
}

/// Working days after `from` up to and including `to`: negative when `to` lies before `from`.
///
/// # Errors
/// [`YearNotLoaded`] when a day between them has no calendar.
pub fn between(calendar: &Calendar, counting: Counting, from: NaiveDate, to: NaiveDate) -> Result<i64, YearNotLoaded> {
    let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
    let mut working = 0;
    for date in first.iter_days().skip(1).take_while(|date| *date <= last) {
        if why_off(calendar, counting, date)?.is_none() {
            working += 1;
        }
    }
    Ok(sign * working)
}

/// Whether the office works on this day.
///
/// # Errors
/// [`YearNotLoaded`] when the day has no calendar.
pub fn is_working_day(calendar: &Calendar, counting: Counting, date: NaiveDate) -> Result<bool, YearNotLoaded> {
    why_off(calendar, counting, date).map(|off| off.is_none())
}

fn why_off(calendar: &Calendar, counting: Counting, date: NaiveDate) -> Result<Option<DayVerdict>, YearNotLoaded> {
    let closes = |day: &&DayOff| day.kind != DayOffKind::CollectiveLeave || !counting.collective_leave_works;
    if let Some(day) = calendar.days_off(date)?.iter().find(closes) {
        return Ok(Some(DayVerdict::Off(day.kind, day.name.clone())));
    }
    let weekend = match date.weekday() {
        Weekday::Sun => true,
        Weekday::Sat => counting.week == WorkWeek::MonFri,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => false,
    };
    Ok(weekend.then_some(DayVerdict::Weekend))
}
