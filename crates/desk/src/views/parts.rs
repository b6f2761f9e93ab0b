//! Pieces of which pages are made.

use crate::views::Fact;
use crate::views::subject::SubjectRef;
use loket_domain::paper::PaperKind;
use serde::Serialize;

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

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimelineItem {
    /// When, in words.
    pub at: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// More about it.
    pub note: Option<String>,
    /// Whether PPID Utama has it.
    pub sent: bool,
}

/// A paper of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PaperItem {
    /// Which.
    pub kind: PaperKind,
    /// Its legal name.
    pub title: String,
    /// Number of the letter.
    pub number: Option<String>,
    /// How often it was printed.
    pub printed: u32,
    /// When last, in words.
    pub printed_text: Option<String>,
    /// Whether the original may be printed once more: it was printed, and is still here.
    pub again: bool,
}

/// A paper that holds no more, or was followed by another of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EarlierItem {
    /// Which, counted from 0 in the order in which they ceased.
    pub place: u32,
    /// Its legal name.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
}
