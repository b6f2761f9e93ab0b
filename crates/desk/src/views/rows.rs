//! Lists of matters and settings.

use crate::views::deadline::Tone;
use crate::views::list::StageCount;
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;
use serde::{Deserialize, Serialize};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum ListKind {
    Objections,
    Classifications,
    Questions,
    Dip,
    Surveys,
    Reports,
    Officials,
    Accounts,
    DaysOff,
    Templates,
    Packs,
    NumberedForms,
    OldRequests,
    Uses,
    Retained,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListQuery {
    /// Which list.
    pub list: ListKind,
    /// Words; each must be there, its beginning is enough.
    pub words: String,
    /// Code of a filter.
    pub filter: Option<String>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to answer, at most 500.
    pub limit: u32,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Column {
    /// Stable name, to remember what is shown.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// Whether it holds figures.
    pub numeric: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListRow {
    /// What it is.
    pub subject: SubjectRef,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// How near its deadline is.
    pub tone: Tone,
    /// How much time is left.
    pub left: Option<String>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListPage {
    /// What `next` is done to.
    pub subject: SubjectRef,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<ListRow>,
    /// How many there are in all.
    pub total: u32,
    /// How many stand where.
    pub filters: Vec<StageCount>,
    /// What may be done with the list.
    pub next: Vec<NextStep>,
    /// What this list is for, and how to begin.
    pub intro: String,
}
