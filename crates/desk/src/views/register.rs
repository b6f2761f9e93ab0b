//! Registers and files of figures, as the window asks for and shows them.

use crate::views::list::{RequestColumn, RequestQuery};
use crate::views::rows::{Column, ListRow};
use serde::{Deserialize, Serialize};

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum RegisterKind {
    Requests,
    Objections,
    Letters,
}

/// The sheet a register is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RegisterSheet {
    /// A3, where each request takes few lines.
    A3,
    /// The size of the office's letters.
    Office,
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
    /// What else is to be said of it, such as the number that a next letter would have.
    pub note: Option<String>,
}

/// A file of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "export", rename_all = "snake_case")]
#[allow(missing_docs)] // The fields are those of `RegisterQuery`.
pub enum ExportRef {
    /// What the list of requests shows, all of it, in these columns.
    Requests { query: RequestQuery, columns: Vec<RequestColumn> },
    /// A register.
    Register { which: RegisterKind, from: String, to: String, format: SheetFormat },
    /// The figures of a period.
    Figures { from: String, to: String },
    /// The catalogue.
    Dip { format: SheetFormat },
    /// An empty table of the catalogue, to be filled and imported.
    DipTemplate,
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
