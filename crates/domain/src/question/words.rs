//! What was said in a question, in words.

use super::QuestionChange;
use crate::words::Words;

impl QuestionChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::QuestionAsked { asked } => Words::of(format!("{} bertanya", asked.by.label())).note(asked.line.clone()),
            Self::QuestionAnswered { message } => Words::of(format!("{} menjawab", message.by.label())),
            Self::QuestionFollowedUp { message } => Words::of(format!("{} bertanya lagi", message.by.label())),
            Self::QuestionClosed { .. } => Words::of("Pertanyaan ditutup"),
        }
    }
}
