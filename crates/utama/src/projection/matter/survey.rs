//! An answer to the satisfaction survey.

use chrono::NaiveDate;
use loket_domain::change::{Change, SurveyChange};
use loket_domain::survey::{Index, SurveyResponse};
use serde::{Deserialize, Serialize};

/// The nine answers and their day: nothing about who gave them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyRow {
    /// The civil date.
    pub on: NaiveDate,
    /// Answers 1–4 to U1–U9; 0 where nothing was ticked.
    pub answers: [u8; 9],
}

impl SurveyRow {
    /// The row of its first answer: a survey is answered once.
    pub(super) fn of(changes: &[&Change]) -> Option<Self> {
        changes.iter().find_map(|change| {
            let SurveyChange::SurveyAnswered { response } = <&SurveyChange>::try_from(*change).ok()?;
            Some(Self { on: response.on, answers: response.answers })
        })
    }

    /// The index of these answers; none where an element has none.
    pub(crate) fn index<'a>(rows: impl IntoIterator<Item = &'a Self>) -> Option<Index> {
        let nobody = |row: &Self| SurveyResponse {
            on: row.on,
            answers: row.answers,
            gender: String::new(),
            education: String::new(),
            occupation: String::new(),
        };
        Index::of(&rows.into_iter().map(nobody).collect::<Vec<_>>())
    }
}
