//! What the search box found besides requests.

use serde::Serialize;

use super::subject::SubjectRef;

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HitGroup {
    /// What they are.
    pub title: String,
    /// How many there are in all.
    pub total: u32,
    /// The first of them.
    pub items: Vec<Hit>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Hit {
    /// What it is.
    pub subject: SubjectRef,
    /// What it is called.
    pub title: String,
    /// More about it; may be empty.
    pub text: String,
}
