//! What happens to an answer to the satisfaction survey.

use serde::{Deserialize, Serialize};

use super::SurveyResponse;
use crate::kinds::kinds;
use crate::words::Words;

/// What happens to an answer to the satisfaction survey, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SurveyChange {
    /// Somebody answered the satisfaction survey.
    SurveyAnswered {
        /// The answers.
        response: SurveyResponse,
    },
}

kinds! {
    SurveyChange:
    SurveyAnswered = "survey_answered",
}

impl SurveyChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::SurveyAnswered { .. } => Words::of("Survei dijawab"),
        }
    }
}
