//! Anything but a request: one whole, and many in a list.

use loket_domain::problem::FieldProblem;
use serde::{Deserialize, Serialize};

use super::{Deadline, Fact, NextStep, PaperItem, StageCount, SubjectRef, TimelineItem, Tone};

/// Something that is linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Linked {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub subject: SubjectRef,
}

/// Facts that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FactGroup {
    /// Their heading.
    pub title: String,
    /// The facts.
    pub facts: Vec<Fact>,
    /// A longer text.
    pub text: Option<String>,
}

/// One thing, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecordView {
    /// What it is.
    pub subject: SubjectRef,
    /// Its number or name.
    pub title: String,
    /// More about it.
    pub subtitle: String,
    /// Where it stands.
    pub status: String,
    /// How near its deadline is.
    pub tone: Tone,
    /// What is known.
    pub groups: Vec<FactGroup>,
    /// Its deadlines.
    pub deadlines: Vec<Deadline>,
    /// What to mind now.
    pub warning: Option<String>,
    /// What may be done next, in the law's order.
    pub next: Vec<NextStep>,
    /// Its story, oldest first.
    pub timeline: Vec<TimelineItem>,
    /// Its papers.
    pub papers: Vec<PaperItem>,
    /// What it is linked to.
    pub linked: Vec<Linked>,
}

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

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum RegisterKind {
    Requests,
    Objections,
}

/// A register and its period; both days are part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RegisterQuery {
    /// Which register.
    pub which: RegisterKind,
    /// First civil date, `YYYY-MM-DD`.
    pub from: String,
    /// Last civil date, `YYYY-MM-DD`.
    pub to: String,
}

/// A register as a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RegisterView {
    /// Name and period.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<ListRow>,
    /// How many.
    pub total: u32,
}

/// A file of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "export", rename_all = "snake_case")]
#[allow(missing_docs)] // The fields are those of `RegisterQuery`.
pub enum ExportRef {
    /// A register.
    Register { which: RegisterKind, from: String, to: String, format: SheetFormat },
    /// The catalogue.
    Dip { format: SheetFormat },
}

/// The format of a file of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum SheetFormat {
    Xlsx,
    Csv,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// Name of the file.
    pub file: String,
    /// New items.
    pub added: u32,
    /// Items that say something else now.
    pub changed: u32,
    /// Items that say the same.
    pub same: u32,
    /// Rows that must be mended first, each named by its row.
    pub problems: Vec<FieldProblem>,
    /// To be handed back.
    pub token: String,
}

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

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ServiceFigures {
    /// First day, in words.
    pub from_text: String,
    /// Last day, in words.
    pub to_text: String,
    /// The main figures.
    pub tiles: Vec<Fact>,
    /// The others.
    pub tables: Vec<FigureTable>,
}

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FigureTable {
    /// Its heading.
    pub title: String,
    /// Headings of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}
