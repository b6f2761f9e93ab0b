//! Anything but a request: one whole, and many in a list.

use crate::views::deadline::{Deadline, Tone};
use crate::views::parts::{FactGroup, Linked, PaperItem, TimelineItem};
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;
use serde::Serialize;

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
