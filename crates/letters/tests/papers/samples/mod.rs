//! Papers with invented people, for tests, the gallery and the speed measurement.
#![allow(dead_code, clippy::unwrap_used)]

pub(crate) mod answers;
pub(crate) mod blanks;
pub(crate) mod classifications;
pub(crate) mod dispute;
pub(crate) mod forms;
pub(crate) mod handovers;
pub(crate) mod letters;
pub(crate) mod lists;
pub(crate) mod objections;
pub(crate) mod office;
pub(crate) mod people;
pub(crate) mod post;

use chrono::NaiveDate;
use loket_domain::paper::PaperKind;
use loket_letters::Paper;

/// A paper with a file name.
pub(crate) type Sample = (&'static str, Box<dyn Paper>);

const NUMBER: &str = "007/PPID/KEC-PBG/XI/2026";
const CHECK: &str = "7K3F-Q2";

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Every paper in every outcome.
pub(crate) fn all() -> Vec<Sample> {
    [
        forms::all(),
        letters::all(),
        answers::all(),
        objections::all(),
        classifications::all(),
        lists::all(),
        post::all(),
        blanks::all(),
        handovers::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the samples of a kind are called, or begin with.
pub(crate) fn name_of(kind: PaperKind) -> String {
    match kind {
        PaperKind::WrittenNotice => "notice".to_owned(),
        PaperKind::RefusalDecision => "refusal".to_owned(),
        other => other.code().replace('_', "-"),
    }
}
