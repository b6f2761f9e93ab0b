//! How far the files have come on their way, and their pause.

use loket_domain::indonesian::bytes as in_words;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::store::{local, objects};
use crate::views::FileProgress;

impl Desk {
    /// How far the files have come on their way.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn file_progress(&self) -> Result<FileProgress, DeskError> {
        let (unsent, wanted) = (objects::unsent(&self.connection)?, objects::wanted(&self.connection)?);
        let refused = objects::refused(&self.connection)?;
        let sent: u64 = unsent.iter().map(|file| self.status.files.sent(&file.digest).min(file.size)).sum();
        let fetched: u64 = wanted.iter().map(|file| self.shelf.fetched(&file.digest, file.size)).sum();
        let total: u64 = unsent.iter().chain(&wanted).map(|file| file.size).sum();
        let done = sent + fetched;
        let paused = self.files_paused()?;
        let waiting = u32::try_from(unsent.len() + wanted.len()).unwrap_or(u32::MAX);
        let current = wanted.first().or(unsent.first()).map(|file| file.name.clone());
        let text = match (waiting, refused) {
            (0, 0) => "Semua berkas sudah sampai.".to_owned(),
            (0, refused) => format!("{refused} berkas tidak diterima PPID Utama; buka permohonannya untuk melihat sebabnya."),
            (waiting, _) => {
                let state = if paused { "dijeda" } else { "menunggu" };
                format!("{waiting} berkas {state}: {} dari {}", in_words(done), in_words(total))
            }
        };
        let percent = done.saturating_mul(100).checked_div(total).and_then(|part| u32::try_from(part).ok()).unwrap_or(100);
        Ok(FileProgress { waiting, paused, percent, current, text })
    }

    /// What the chip adds about files, if any are on their way.
    pub(crate) fn files_hint(&self) -> Result<Option<String>, DeskError> {
        let progress = self.file_progress()?;
        Ok((progress.waiting > 0).then(|| format!("{}.", progress.text)))
    }

    pub(crate) fn files_paused(&self) -> Result<bool, DeskError> {
        Ok(local::read(&self.connection, local::FILES_PAUSED)?.is_some())
    }

    /// Lets files wait, or go on; entries are not held up by either. Stays so until it is said otherwise.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn pause_files(&mut self, paused: bool) -> Result<(), DeskError> {
        if paused {
            local::write(&self.connection, local::FILES_PAUSED, "ya")
        } else {
            self.retry_files()?;
            local::forget(&self.connection, local::FILES_PAUSED)
        }
    }

    /// A person has looked: files that were refused are tried again.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn retry_files(&mut self) -> Result<(), DeskError> {
        self.status.files = crate::sync::FilesUnderWay::default();
        objects::forget_refusals(&self.connection)
    }
}
