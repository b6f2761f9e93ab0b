//! What happens to a question between an office and PPID Utama.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Asked, Message, Party};
use crate::kinds::kinds;

/// What happens to a question between an office and PPID Utama, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionChange {
    /// An office asked PPID Utama, or PPID Utama an office.
    QuestionAsked {
        /// The question.
        asked: Box<Asked>,
    },
    /// Whoever was asked answered.
    QuestionAnswered {
        /// The answer.
        message: Message,
    },
    /// Whoever asked asked further.
    QuestionFollowedUp {
        /// The further question.
        message: Message,
    },
    /// Whoever asked closed the question.
    QuestionClosed {
        /// Who.
        by: Party,
        /// The civil date.
        on: NaiveDate,
    },
}

impl QuestionChange {
    /// Who says to speak in it. Whether it is so, only the key tells that signed it.
    pub fn by(&self) -> Party {
        match self {
            Self::QuestionAsked { asked } => asked.by,
            Self::QuestionAnswered { message } | Self::QuestionFollowedUp { message } => message.by,
            Self::QuestionClosed { by, .. } => *by,
        }
    }
}

kinds! {
    QuestionChange:
    QuestionAsked = "question_asked",
    QuestionAnswered = "question_answered",
    QuestionFollowedUp = "question_followed_up",
    QuestionClosed = "question_closed",
}
