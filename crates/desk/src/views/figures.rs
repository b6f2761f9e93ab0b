//! The figures of a year.

use crate::views::Fact;
use serde::Serialize;

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
