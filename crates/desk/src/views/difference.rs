//! What a changed calendar, wording or list of categories would move.

use crate::views::subject::SubjectRef;
use serde::Serialize;

/// A deadline that would move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecalculatedRow {
    /// What it is the deadline of.
    pub subject: SubjectRef,
    /// Its number.
    pub number: String,
    /// The date before, in words.
    pub old_text: String,
    /// The date after, in words.
    pub new_text: String,
    /// Whether the date before stands on a paper that left the office.
    pub printed: bool,
}

/// One piece of what the office works with that would say something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PieceChange {
    /// Which day, text or category.
    pub what: String,
    /// What it says now.
    pub before: String,
    /// What it would say.
    pub after: String,
}

/// What a change of the calendar, or a pack, would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CalendarChange {
    /// The change in one sentence.
    pub said: String,
    /// What a pack would change.
    pub differences: Vec<PieceChange>,
    /// The deadlines that would move.
    pub rows: Vec<RecalculatedRow>,
    /// To be handed back.
    pub token: String,
}
