//! The first screen: what is due.

use serde::Serialize;

use super::{BackupNotice, Tone};
use crate::views::subject::SubjectRef;

/// What is due, nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TodayView {
    /// The civil date in words.
    pub date_text: String,
    /// What happened to the keys of the office, until it is read.
    pub notices: Vec<Notice>,
    /// That no recent copy lies outside this computer.
    pub backup: Option<BackupNotice>,
    /// What waits, in groups to be worked down.
    pub groups: Vec<WorkGroup>,
    /// The last six months.
    pub months: Vec<MonthCount>,
}

/// Something that everybody must know who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Notice {
    /// By which it is said to have been read.
    pub id: String,
    /// What happened, and what to do.
    pub text: String,
}

/// What the desktop's own notification service shows: counts only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesktopNotice {
    /// Whose it is.
    pub title: String,
    /// How much there is to do.
    pub text: String,
}

/// Work of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WorkGroup {
    /// Stable name.
    pub code: String,
    /// Its heading.
    pub title: String,
    /// What waits.
    pub items: Vec<WorkItem>,
    /// What is said when nothing waits.
    pub empty: String,
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WorkItem {
    /// What it is.
    pub subject: SubjectRef,
    /// Its number or name.
    pub title: String,
    /// More about it.
    pub text: String,
    /// By when, in words.
    pub due_text: Option<String>,
    /// How much time is left.
    pub left: Option<String>,
    /// How near it is.
    pub tone: Tone,
    /// Whose turn it is, in words; none where it waits for nobody in particular.
    pub turn: Option<String>,
}

/// A month's counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MonthCount {
    /// `YYYY-MM`.
    pub month: String,
    /// E.g. `Nov 2026`.
    pub label: String,
    /// Requests registered.
    pub registered: u32,
    /// Requests answered.
    pub answered: u32,
}
