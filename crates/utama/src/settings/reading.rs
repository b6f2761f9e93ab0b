//! How long staff may read a forwarded request after it was answered. While nothing is set, as long as it is here.

use chrono::{Days, NaiveDate};
use loket_domain::request::Request;
use serde::{Deserialize, Serialize};

use crate::inbox::ours;

/// The longest that can be set, in days.
pub(crate) const MOST_DAYS: u32 = 3_650;

/// How long it is, as an admin set it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ReadingTime {
    /// Days after the last answer of PPID Utama; none for no end.
    pub(crate) days: Option<u32>,
}

impl ReadingTime {
    /// Reads what was typed: a number of days, or nothing for no end.
    pub(crate) fn read(typed: &str) -> Option<Self> {
        match typed.trim() {
            "" => Some(Self { days: None }),
            typed => typed.parse().ok().filter(|days| (1..=MOST_DAYS).contains(days)).map(|days| Self { days: Some(days) }),
        }
    }

    /// Whether staff may still read a forwarded request on `today`: while it waits here, and so long after the last answer.
    pub(crate) fn lets_read(self, request: &Request, today: NaiveDate) -> bool {
        let Some(days) = self.days else { return true };
        let here = || request.coordination.iter().filter(|coordination| ours(coordination));
        if here().any(|coordination| coordination.answer.is_none()) {
            return true;
        }
        let last = here().flat_map(|coordination| coordination.answers()).map(|answer| answer.on).max();
        last.and_then(|last| last.checked_add_days(Days::new(days.into()))).is_none_or(|until| today <= until)
    }
}
