//! A yearly report as it was frozen, and how it left.

use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::report::FiledReport;
use loket_domain::survey::Grade;
use serde::{Deserialize, Serialize};

use crate::projection::text::keepable;

/// What PPID Utama lists of a frozen yearly report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledReportRow {
    /// The year it is about.
    pub year: i32,
    /// Its number; empty while it has none.
    pub number: String,
    /// The civil date it was frozen.
    pub frozen_on: NaiveDate,
    /// The civil date its copy left for Komisi Informasi.
    pub sent_on: Option<NaiveDate>,
    /// The civil date until which it must: 31 March of the year after.
    pub due: Option<NaiveDate>,
    /// Requests of the year, answers in time and late, objections.
    pub requests: u32,
    /// Answers within the deadline.
    pub in_time: u32,
    /// Answers after it.
    pub late: u32,
    /// Objections.
    pub objections: u32,
    /// Satisfaction: responses, index times 100, grade.
    pub satisfaction: Option<(u32, u32, Grade)>,
}

impl FiledReportRow {
    /// The row after these changes; none before it was frozen.
    pub(super) fn of(changes: &[&Change]) -> Option<Self> {
        let filed = FiledReport::replay(changes.iter().copied()).0?;
        let (report, figures) = (&filed.report, &filed.report.figures);
        Some(Self {
            year: report.year,
            number: keepable(&report.letter.number),
            frozen_on: report.frozen_on,
            sent_on: filed.sent.as_ref().map(|sent| sent.on),
            due: filed.due(),
            requests: figures.requests,
            in_time: figures.in_time,
            late: figures.late,
            objections: figures.objections,
            satisfaction: report.satisfaction,
        })
    }
}
