//! Lists of requests.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deadline::Tone;

/// What is looked for; what is empty narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestQuery {
    /// Words of the number, the name, the request, or whatever else it is found by; each must be there, its beginning is enough.
    pub words: String,
    /// Code of a stage.
    pub stage: Option<String>,
    /// Only what is late.
    pub late: bool,
    /// Received on that civil date or later, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Received on that civil date or earlier, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Code of the channel it came by.
    pub channel: Option<String>,
    /// The account that registered it.
    pub officer: Option<String>,
    /// Code of the desk that registered it.
    pub desk: Option<String>,
    /// In which order; newest first where none is asked for.
    pub order: Option<RequestOrder>,
    /// The identity of the last row that was shown, whose followers are asked for; none for the first page.
    pub after: Option<String>,
    /// Rows to answer, at most 500.
    pub limit: u32,
}

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestOrder {
    /// By what.
    pub by: RequestSort,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is a column of the list.
pub enum RequestSort {
    Number,
    Received,
    Applicant,
    Due,
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum RequestColumn {
    Number,
    Received,
    Applicant,
    Phone,
    Information,
    Channel,
    Category,
    Officer,
    Stage,
    Due,
    Left,
}

/// A page of requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestPage {
    /// The rows.
    pub rows: Vec<RequestRow>,
    /// How many there are in all, as far as they are counted.
    pub total: u32,
    /// Whether there are more than were counted.
    pub more: bool,
    /// How many that are narrowed otherwise alike stand at each stage.
    pub stages: Vec<StageCount>,
    /// How many of them, at any stage, are late.
    pub late: u32,
    /// The channels by which requests came.
    pub channels: Vec<StageCount>,
    /// The accounts that registered requests.
    pub officers: Vec<StageCount>,
    /// The desks that did.
    pub desks: Vec<StageCount>,
}

/// How many requests stand where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StageCount {
    /// Code of the stage, or of what else is counted.
    pub code: String,
    /// Its name.
    pub label: String,
    /// How many, as far as they are counted.
    pub count: u32,
    /// Whether there are more than were counted.
    pub more: bool,
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
    /// The applicant's telephone.
    pub phone: String,
    /// By which channel it came.
    pub channel: String,
    /// What the applicant is.
    pub category: String,
    /// Who registered it.
    pub officer: String,
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
