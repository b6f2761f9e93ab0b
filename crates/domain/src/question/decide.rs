//! What may be asked, answered and closed.

use super::{About, Asked, Message, Party, Question, QuestionChange, QuestionStage};
use crate::deadline::Today;
use crate::problem::{Problems, QuestionRefused, Refused};
use serde::{Deserialize, Serialize};

/// Characters of the line that names a question.
const LINE: usize = 120;
/// Characters of one message.
const TEXT: usize = 5_000;
/// Messages of one question; longer talks begin anew, so that each can be read and sent.
const MESSAGES: usize = 100;

/// A question as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on `Asked`.
pub struct QuestionInput {
    pub line: String,
    pub text: String,
}

/// Something an officer, or staff of PPID Utama, asks for.
#[derive(Debug, Clone)]
pub enum QuestionCommand {
    /// Ask.
    Ask(QuestionInput, About),
    /// Answer what was asked.
    Answer {
        /// The answer.
        text: String,
    },
    /// Ask further.
    FollowUp {
        /// The further question.
        text: String,
    },
    /// Close it.
    Close,
}

/// The change that `by` makes to `state` with `command` on `today`, or why not, in whatever holds it.
///
/// # Errors
/// [`Refused`]: a value, not a failure.
pub fn decide<C: From<QuestionChange>>(
    state: Option<&Question>,
    by: Party,
    command: QuestionCommand,
    today: &Today<'_>,
) -> Result<C, Refused> {
    let on = today.date;
    let said = |text: &str, empty: &str| {
        let mut p = Problems::default();
        let text = p.text("text", text, TEXT, empty);
        p.or(Some(Message { by, text, on }))
    };
    match (state, command) {
        (None, QuestionCommand::Ask(input, about)) => {
            let mut p = Problems::default();
            let line = p.text("line", &input.line, LINE, "Isi pokok pertanyaan dalam satu baris.");
            p.when(line.chars().any(char::is_control), "line", "Tulis pokok pertanyaan dalam satu baris saja.");
            let text = p.text("text", &input.text, TEXT, "Tulis pertanyaannya.");
            p.or(Some(Asked { by, about, line, text, on }))
                .map(|asked| C::from(QuestionChange::QuestionAsked { asked: Box::new(asked) }))
        }
        (None, QuestionCommand::Answer { .. } | QuestionCommand::FollowUp { .. } | QuestionCommand::Close) => {
            Err(Refused::Unknown)
        }
        (Some(_), QuestionCommand::Ask(..)) => Err(QuestionRefused::AlreadyAsked.into()),
        (Some(state), QuestionCommand::Answer { text }) => {
            may::answer(state, by)?;
            said(&text, "Tulis jawabannya.").map(|message| C::from(QuestionChange::QuestionAnswered { message }))
        }
        (Some(state), QuestionCommand::FollowUp { text }) => {
            may::follow_up(state, by)?;
            said(&text, "Tulis pertanyaan lanjutannya.").map(|message| C::from(QuestionChange::QuestionFollowedUp { message }))
        }
        (Some(state), QuestionCommand::Close) => {
            may::close(state, by)?;
            Ok(C::from(QuestionChange::QuestionClosed { by, on }))
        }
    }
}

/// Whether a step may be taken now.
///
/// # Errors
/// Each says why not, in one sentence.
pub mod may {
    use super::{MESSAGES, Party, Question, QuestionRefused, QuestionStage, Refused};

    fn open(state: &Question) -> Result<(), Refused> {
        if state.stage() == QuestionStage::Closed {
            return Err(QuestionRefused::Closed.into());
        }
        Ok(())
    }

    fn not_too_long(state: &Question) -> Result<(), Refused> {
        if state.messages.len() >= MESSAGES {
            return Err(QuestionRefused::TooLong.into());
        }
        Ok(())
    }

    fn asked(state: &Question, by: Party) -> Result<(), Refused> {
        if state.by != by {
            return Err(QuestionRefused::AskedByOthers.into());
        }
        Ok(())
    }

    /// Answering: by whoever was asked, while an answer is awaited.
    pub fn answer(state: &Question, by: Party) -> Result<(), Refused> {
        open(state)?;
        if state.by == by {
            return Err(QuestionRefused::AskedHere.into());
        }
        if state.stage() == QuestionStage::Answered {
            return Err(QuestionRefused::AlreadyAnswered.into());
        }
        Ok(())
    }

    /// Asking further: by whoever asked, also before the answer.
    pub fn follow_up(state: &Question, by: Party) -> Result<(), Refused> {
        asked(state, by)?;
        open(state)?;
        not_too_long(state)
    }

    /// Closing: by whoever asked, also before the answer.
    pub fn close(state: &Question, by: Party) -> Result<(), Refused> {
        asked(state, by)?;
        open(state)
    }
}
