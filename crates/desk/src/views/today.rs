//! The first screen: what is due.

use serde::Serialize;

use super::list::RequestRow;

/// What is due, nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TodayView {
    /// The civil date in words.
    pub date_text: String,
    /// Too late.
    pub overdue: Vec<RequestRow>,
    /// At most one working day left.
    pub near: Vec<RequestRow>,
    /// There is time.
    pub later: Vec<RequestRow>,
    /// Papers not complete.
    pub waiting_for_applicant: Vec<RequestRow>,
    /// The last six months.
    pub months: Vec<MonthCount>,
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
