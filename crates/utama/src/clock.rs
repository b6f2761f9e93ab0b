//! The server's clock, handed in by the edge.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use std::sync::Arc;

/// Western Indonesian Time in milliseconds: the offices served are all in it, wherever the server's own zone lies.
const WIB: u64 = 7 * 60 * 60 * 1000;

/// What tells the time: milliseconds since 1970, UTC.
#[derive(Clone)]
pub struct ServerClock(Arc<dyn Fn() -> u64 + Send + Sync>);

impl ServerClock {
    /// A clock that asks `read` each time.
    pub fn new(read: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Now, in milliseconds since 1970.
    pub fn millis(&self) -> u64 {
        (self.0)()
    }
}

/// The wall clock of the offices (UTC+7) at this instant.
pub fn civil(millis: u64) -> NaiveDateTime {
    let shifted = i64::try_from(millis.saturating_add(WIB)).unwrap_or(i64::MAX);
    DateTime::from_timestamp_millis(shifted).map(|at| at.naive_utc()).unwrap_or_default()
}

/// When a day of the offices begins, in milliseconds since 1970.
pub(crate) fn midnight(day: NaiveDate) -> u64 {
    let begins = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    u64::try_from(begins).unwrap_or(0).saturating_sub(WIB)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_western_indonesia() {
        assert_eq!(civil(1_795_366_799_999).to_string(), "2026-11-22 23:59:59.999");
        assert_eq!(civil(1_795_366_800_000).to_string(), "2026-11-23 00:00:00");
        let _ = civil(u64::MAX);
        assert_eq!(midnight(civil(1_795_366_800_000).date()), 1_795_366_800_000);
    }
}
