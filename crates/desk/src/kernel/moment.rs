//! A moment, as it comes in from the edge: a desk reads no clock of its own.

use chrono::NaiveDateTime;

/// A point in time as the edge of the program read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, for the order of entries.
    pub millis: u64,
    /// Date and time on the office's wall clock, for everything legal.
    pub local: NaiveDateTime,
}
