//! What a task says, and what it fails with.

use std::io::Write;

/// Why a task did not finish.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskError {
    /// The desk said no.
    #[error(transparent)]
    Desk(#[from] loket_desk::DeskError),
    /// The server could not be started or asked.
    #[error("PPID Utama: {0}")]
    Utama(String),
    /// No date can be named.
    #[error(transparent)]
    Year(#[from] loket_domain::calendar::YearNotLoaded),
    /// The calendar file is not one.
    #[error(transparent)]
    Calendar(#[from] loket_domain::calendar::CalendarError),
    /// A file or folder.
    #[error("{what}: {error}")]
    File {
        /// Which.
        what: String,
        /// Why.
        error: std::io::Error,
    },
    /// Told to stop.
    #[error("Dihentikan. Yang sudah tersimpan tetap utuh.")]
    Stopped,
    /// Something that should be so is not.
    #[error("{0}")]
    Unexpected(String),
}

impl TaskError {
    /// A failure of the file or folder `what`.
    pub(crate) fn file(what: impl std::fmt::Display) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.to_string();
        move |error| Self::File { what, error }
    }
}

/// Writes a line. A reader that went away (`| head`) is no failure.
pub(crate) fn say(mut to: impl Write, line: &str) {
    let _ = writeln!(to, "{line}");
}
