//! Lists of requests.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deadline::Tone;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestQuery {
    /// Words of the number, the name, the request, or whatever else it is found by; each must be there, its beginning is enough.
    pub words: String,
    /// Code of a stage.
    pub stage: Option<String>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to answer, at most 500.
    pub limit: u32,
}

/// A page of requests, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestPage {
    /// The rows.
    pub rows: Vec<RequestRow>,
    /// How many there are in all.
    pub total: u32,
    /// How many with these words stand at each stage.
    pub stages: Vec<StageCount>,
}

/// How many requests stand at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StageCount {
    /// Code of the stage.
    pub code: String,
    /// Its name.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// A request in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestRow {
    /// Identity.
    pub id: String,
    /// Registration number.
    pub number: String,
    /// Its place in the book of the year, as people call it: `018`; with the desk where there are several.
    pub short: String,
    /// The year of that book.
    pub year: i32,
    /// Civil date of receipt.
    pub received: NaiveDate,
    /// That date in words.
    pub received_text: String,
    /// Name of the applicant.
    pub applicant: String,
    /// What is asked; the beginning of a long text.
    pub information: String,
    /// Code of the stage.
    pub stage: String,
    /// Its name.
    pub stage_label: String,
    /// Earliest due date, while unanswered.
    pub due: Option<NaiveDate>,
    /// That date in words, or why there is none.
    pub due_text: Option<String>,
    /// How much time is left.
    pub left: Option<String>,
    /// How near it is.
    pub tone: Tone,
    /// Whether something about it waits to be sent.
    pub waiting_to_send: bool,
}
