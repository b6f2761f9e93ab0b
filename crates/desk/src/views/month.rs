//! A month with what falls due in it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::views::deadline::Tone;
use crate::views::today::WorkItem;

/// One month in whole weeks, with the days of its neighbours that fill them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MonthView {
    /// `YYYY-MM`.
    pub month: String,
    /// `November 2026`.
    pub title: String,
    /// The month before, `YYYY-MM`; none where dates end.
    pub before: Option<String>,
    /// The month after, `YYYY-MM`; none where dates end.
    pub after: Option<String>,
    /// The civil date of today, `YYYY-MM-DD`.
    pub today: String,
    /// What is not known of this month, each with what to do.
    pub notes: Vec<String>,
    /// The names of the days, Monday first.
    pub weekdays: Vec<String>,
    /// Its weeks, seven days each, Monday first.
    pub weeks: Vec<Vec<DayOfMonth>>,
}

/// One day of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DayOfMonth {
    /// The civil date, `YYYY-MM-DD`.
    pub date: NaiveDate,
    /// The date in words.
    pub text: String,
    /// Its number in the month.
    pub number: u32,
    /// Whether it belongs to the month that is shown.
    pub inside: bool,
    /// Whether it is today.
    pub today: bool,
    /// What the office does on it.
    pub works: DayWorks,
    /// Holidays and *cuti bersama* by name.
    pub off: Vec<String>,
    /// How near the nearest of what is due on it is; none where nothing is.
    pub tone: Option<Tone>,
    /// What is due on it.
    pub items: Vec<WorkItem>,
}

/// Whether the office works on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayWorks {
    /// It does.
    Works,
    /// A weekend of its working week.
    Weekend,
    /// A day off.
    Off,
    /// The calendar of its year is not loaded.
    Unknown,
}
