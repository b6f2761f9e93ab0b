//! What importing a file would change.

use loket_domain::problem::FieldProblem;
use serde::Serialize;

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
