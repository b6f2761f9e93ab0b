//! What a page or a paper is about.

use serde::{Deserialize, Serialize};

/// What something is done to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SubjectRef {
    /// What it is.
    pub kind: SubjectKind,
    /// Its identity; empty for the office, and for what is not there yet.
    pub id: String,
}

impl SubjectRef {
    /// The thing of this kind with this identity.
    pub fn new(kind: SubjectKind, id: impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }
}

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself.
pub enum SubjectKind {
    Request,
    Objection,
    Classification,
    Question,
    DipItem,
    Report,
    Survey,
    Office,
    Official,
    Account,
    Template,
    DayOff,
    Pack,
    NumberedForm,
    OldRequest,
    Handover,
}
