//! How far a copy of the desk is that is being made.

use loket_desk::views::BackupProgress;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The copy that is being made, and what is asked of it.
#[derive(Default)]
pub(crate) struct Copying {
    /// How far the copy is that is being made.
    progress: Mutex<Option<BackupProgress>>,
    pub(crate) stop: AtomicBool,
    /// One copy at a time.
    pub(crate) turn: tokio::sync::Mutex<()>,
    /// When one was tried last by itself, in milliseconds since 1970.
    pub(crate) tried: AtomicU64,
}

impl Copying {
    pub(crate) fn tell(&self, progress: Option<BackupProgress>) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }

    /// How far the copy is that is being made; none while none is.
    pub(crate) fn progress(&self) -> Option<BackupProgress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends the copy that is being made.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
