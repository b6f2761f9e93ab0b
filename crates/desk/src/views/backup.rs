//! Copies of the desk, as the window shows them.

use serde::Serialize;

use super::{Fact, Tone};

/// How the copies of this computer stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BackupView {
    /// The folder they go to.
    pub place: Option<String>,
    /// When the last was made, and how many lie there.
    pub last_text: Option<String>,
    /// What is wrong with them.
    pub notice: Option<BackupNotice>,
    /// Whether this account may choose the place.
    pub may_choose: bool,
}

/// No recent copy lies outside this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BackupNotice {
    /// What is wrong, and what to do.
    pub text: String,
    /// How urgent.
    pub tone: Tone,
}

/// A copy that is being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BackupProgress {
    /// What is done at the moment.
    pub text: String,
    /// How much of it is done, in hundredths.
    pub percent: u32,
}

impl BackupProgress {
    pub(crate) fn of(text: &str, done: u64, all: u64) -> Self {
        let percent = (done * 100).checked_div(all).unwrap_or(100).min(100);
        Self { text: text.to_owned(), percent: u32::try_from(percent).unwrap_or(100) }
    }
}

/// A copy that was found in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FoundCopy {
    /// Where it lies.
    pub path: String,
    /// When it was made, in words.
    pub made_text: String,
    /// Of which desk.
    pub desk: String,
    /// What it holds.
    pub facts: Vec<Fact>,
    /// Who can open it.
    pub logins: Vec<String>,
    /// What was written here after it.
    pub lacks: Option<String>,
    /// Why it cannot be used here.
    pub refused: Option<String>,
}
