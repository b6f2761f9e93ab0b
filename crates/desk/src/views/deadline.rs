//! Deadlines that explain themselves.

use chrono::NaiveDate;
use serde::Serialize;

/// The deadlines of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Deadlines {
    /// By the office's setting.
    pub official: Option<Deadline>,
    /// Why there is no official date yet.
    pub official_note: Option<String>,
    /// By the strictest reading.
    pub safe: Option<Deadline>,
    /// The check of completeness, while it runs.
    pub completeness: Option<Deadline>,
    /// What else runs: the applicant's days to complete, what was promised, what was ordered.
    pub others: Vec<NamedDeadline>,
    /// What the officer should know now.
    pub warning: Option<String>,
}

/// A deadline by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NamedDeadline {
    /// What is due.
    pub title: String,
    /// By when.
    pub deadline: Deadline,
}

/// One deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Deadline {
    /// The civil date.
    pub date: NaiveDate,
    /// The date in words.
    pub text: String,
    /// What it is counted from, and by which rule.
    pub basis: String,
    /// How much time is left, in words.
    pub left: String,
    /// How near it is.
    pub tone: Tone,
    /// Every day from day zero on.
    pub days: Vec<DayLine>,
}

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// There is time.
    Calm,
    /// At most three working days are left.
    Near,
    /// It has passed.
    Overdue,
    /// The duty was met.
    Done,
}

/// One day of an explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DayLine {
    /// The civil date.
    pub date: NaiveDate,
    /// The date in words.
    pub text: String,
    /// What was made of it.
    pub kind: DayKind,
    /// Its number among the working days.
    pub count: Option<u32>,
    /// Why it was skipped.
    pub reason: Option<String>,
    /// Whether it is today.
    pub today: bool,
}

/// What was made of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Day zero.
    Start,
    /// A working day.
    Counted,
    /// Outside the working week.
    Weekend,
    /// National holiday.
    NationalHoliday,
    /// *Cuti bersama*.
    CollectiveLeave,
    /// Holiday of the region.
    LocalHoliday,
}
