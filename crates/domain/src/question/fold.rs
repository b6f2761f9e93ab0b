//! The fold: what each change makes of a question.

use super::{Asked, Message, Question, QuestionChange};

impl Question {
    /// The question after `change`; none when the change does not fit.
    ///
    /// What two wrote without knowing of each other is kept, both of it: a second answer stands below the first, an answer to
    /// a closed question is read all the same, and whoever asks further opens it again.
    pub(crate) fn told(state: Option<&Self>, change: &QuestionChange) -> Option<Self> {
        let Some(state) = state else {
            let QuestionChange::QuestionAsked { asked } = change else { return None };
            let Asked { by, about, line, text, on } = (**asked).clone();
            return Some(Self { by, about, line, messages: vec![Message { by, text, on }], closed_on: None });
        };
        let mut next = state.clone();
        match change {
            QuestionChange::QuestionAnswered { message } if message.by == state.by.other() => next.messages.push(message.clone()),
            QuestionChange::QuestionFollowedUp { message } if message.by == state.by => {
                next.messages.push(message.clone());
                next.closed_on = None;
            }
            QuestionChange::QuestionClosed { by, on } if *by == state.by => next.closed_on = state.closed_on.or(Some(*on)),
            // Asked twice, or said by the other of the two.
            QuestionChange::QuestionAsked { .. }
            | QuestionChange::QuestionAnswered { .. }
            | QuestionChange::QuestionFollowedUp { .. }
            | QuestionChange::QuestionClosed { .. } => return None,
        }
        Some(next)
    }
}
