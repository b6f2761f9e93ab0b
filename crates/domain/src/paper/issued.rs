//! How often a paper left the office.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::PaperKind;

/// How often a paper left the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Times printed or saved.
    pub times: u32,
    /// The civil date of the last.
    pub last: NaiveDate,
    /// The version of the form it was printed from last, from 1.
    pub version: u32,
}

impl Issued {
    /// Counts that `paper` was printed or saved once more, from this version of its form.
    pub(crate) fn again(issued: &mut BTreeMap<PaperKind, Self>, paper: PaperKind, on: NaiveDate, version: u32) {
        let times = issued.get(&paper).map_or(0, |issued| issued.times);
        issued.insert(paper, Self { times: times + 1, last: on, version });
    }
}
