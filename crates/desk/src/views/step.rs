//! A step that may be taken next.

use crate::views::subject::SubjectKind;
use serde::Serialize;

/// What is asked once more before a step that acts at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Confirm {
    /// What stands in the way, as a sentence before the list.
    pub found: String,
    /// One by one.
    pub items: Vec<String>,
    /// The question.
    pub question: String,
}

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
    /// Whether it is seldom wanted: the window keeps it folded away.
    pub seldom: bool,
    /// What is asked once more, where it acts at once.
    pub confirm: Option<Confirm>,
    /// The file that is picked for it, where it begins with one.
    pub file: Option<StepFile>,
    /// Whether its form was begun and not sent.
    pub begun: bool,
    /// Of what it is a step, where that is found first: it stands in a list, and is taken on something of another kind.
    pub taken_on: Option<SubjectKind>,
}

/// A file that a step begins with; it is read by a command of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepFile {
    /// A pack of PPID Utama.
    Pack,
}
