//! Attached files as the window shows them.

use serde::Serialize;

use super::Choice;

/// The files of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Files {
    /// Those that are attached and not taken back, oldest first.
    pub items: Vec<FileItem>,
    /// What a file may be for.
    pub purposes: Vec<Choice>,
    /// Why no other may be attached, if so.
    pub refused: Option<String>,
    /// Code of the action that takes one back, where there is one.
    pub withdraw: Option<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FileItem {
    /// Names it: 64 hexadecimal digits.
    pub digest: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Type, length, and when it was attached.
    pub details: String,
    /// Where it is.
    pub state: FileState,
    /// Where it is, in words.
    pub state_label: String,
    /// Whether its bytes are not on this computer.
    pub away: bool,
    /// Why it was not taken, or did not come.
    pub reason: Option<String>,
}

/// Where a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// Here, on a desk that has no server.
    Here,
    /// Here, and on its way to PPID Utama.
    Waiting,
    /// Here and at PPID Utama.
    Sent,
    /// Not taken, or not given: a person must look.
    Refused,
    /// Not here, and on its way.
    Coming,
    /// Not here.
    Away,
}

/// What became of several files that were to be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AttachedFiles {
    /// How many were attached, in one sentence.
    pub said: String,
    /// How many were attached.
    pub taken: u32,
    /// Those that were not.
    pub refused: Vec<FileRefused>,
}

/// A file that was not attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FileRefused {
    /// Its name.
    pub name: String,
    /// Why, and what to do.
    pub reason: String,
}

impl AttachedFiles {
    /// What became of files with these names.
    pub fn of(taken: &[String], refused: Vec<FileRefused>) -> Self {
        let count = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        let said = match taken {
            [] => "Tidak ada berkas yang dilampirkan.".to_owned(),
            [name] => format!("Berkas {name} dilampirkan."),
            _ => format!("{count} berkas dilampirkan."),
        };
        Self { said, taken: count, refused }
    }
}

/// How far files have come on their way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FileProgress {
    /// How many are on their way.
    pub waiting: u32,
    /// Whether they are to wait.
    pub paused: bool,
    /// How much of all of them has come, from 0 to 100.
    pub percent: u32,
    /// The one whose turn it is.
    pub current: Option<String>,
    /// All of it in words.
    pub text: String,
}
