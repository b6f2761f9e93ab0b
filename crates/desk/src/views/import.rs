//! What importing a file would change.

use crate::views::Choice;
use loket_domain::problem::FieldProblem;
use serde::{Deserialize, Serialize};

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
    /// Which column of the file was taken for which of the catalogue.
    pub columns: Vec<ImportColumn>,
    /// The columns of the file: code, and letter with head.
    pub heads: Vec<Choice>,
    /// Rows that perhaps mean an item that is there already, each named by its row; what becomes of them the officer chooses.
    pub doubtful: Vec<FieldProblem>,
    /// What becomes of those rows.
    pub lookalikes: Lookalikes,
    /// What was read otherwise than it stands there, each named by its row.
    pub notes: Vec<FieldProblem>,
    /// Rows that must be mended first, each named by its row.
    pub problems: Vec<FieldProblem>,
    /// To be handed back.
    pub token: String,
}

/// A column of the catalogue, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportColumn {
    /// Its head in the catalogue.
    pub label: String,
    /// Whether a list cannot do without it.
    pub needed: bool,
    /// The place of the column of the file, from 0; none where none was found.
    pub place: Option<u32>,
}

/// How an officer wants a file to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportChoices {
    /// For each column of the catalogue, in the order of the preview, the place of that of the file; empty to have them found.
    pub columns: Vec<Option<u32>>,
    /// What becomes of doubtful rows.
    pub lookalikes: Lookalikes,
}

/// What becomes of rows that perhaps mean an item that is there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Lookalikes {
    /// They are left out.
    #[default]
    Leave,
    /// They are items of their own.
    New,
    /// Each changes the item of its title, where there is only one.
    Change,
}
