//! A step that may be taken next.

use serde::Serialize;

/// Something that may or may not be done next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NextStep {
    /// Code of the action.
    pub action: String,
    /// What its button says.
    pub label: String,
    /// Whether it may be done now.
    pub allowed: bool,
    /// Why not.
    pub reason: Option<String>,
    /// Whether it asks for something first.
    pub form: bool,
    /// Whether it is what is usually done next.
    pub main: bool,
}
