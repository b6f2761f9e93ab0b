//! How long an office keeps a request after it ended (*masa simpan*, jadwal retensi arsip). No length stands in the law this program
//! knows: each office sets its own, with the schedule it rests on.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::request::Request;

/// The longest that can be set, in years.
pub const LONGEST_RETENTION: u32 = 100;

/// How long requests are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// Years after the day on which something last happened to it.
    pub years: u32,
    /// The schedule or decree that says so.
    pub basis: String,
}

impl Retention {
    /// The last civil day on which a request is kept that something happened to last on `last`; the same day of the month, or the last of
    /// February. None for a year beyond all calendars.
    pub fn until(&self, last: NaiveDate) -> Option<NaiveDate> {
        let year = last.year().checked_add(i32::try_from(self.years).ok()?)?;
        last.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    }

    /// The day on which something last happened to a request that ended, and the last day on which it is kept.
    pub fn of(&self, request: &Request) -> Option<(NaiveDate, NaiveDate)> {
        let last = request.last_happened_on()?;
        Some((last, self.until(last)?))
    }
}

impl Request {
    /// The civil day on which something last happened to a request that ended; none while it is open.
    pub fn last_happened_on(&self) -> Option<NaiveDate> {
        let ended = self.outcome.as_ref()?.on();
        let others = [
            self.answer_received_on,
            self.payment.as_ref().map(|payment| payment.on),
            self.handed_over.as_ref().map(|handed| handed.on),
            self.reopened.last().map(|reopened| reopened.order.on),
            self.returned.last().map(|returned| returned.on),
            self.refunds.last().map(|refund| refund.on),
            self.notes.last().map(|note| note.on),
            self.told.last().map(|told| told.on),
        ];
        others.into_iter().flatten().chain([self.registered_on, ended]).max()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_on_the_same_day_of_a_later_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let five = Retention { years: 5, basis: "JRA rekaan".into() };
        assert_eq!(five.until(day("2026-11-23")), Some(day("2031-11-23")));
        assert_eq!(five.until(day("2024-02-29")), Some(day("2029-02-28")));
        assert_eq!(Retention { years: u32::MAX, ..five }.until(day("2026-01-01")), None);
    }
}
