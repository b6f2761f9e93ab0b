//! Copies of the desk, made beside the window's work: one at a time, with its progress, and stopped when asked.

use loket_desk::views::{BackupProgress, Done};
use loket_desk::{BackupFault, DeskError};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::counter::Counter;
use crate::edge;

/// How long after a copy that failed by itself another is tried, in milliseconds: a stick that is not there is no fault.
const AGAIN_AFTER: u64 = 10 * 60 * 1000;

/// What goes on.
#[derive(Default)]
pub(crate) struct Backups {
    /// How far the copy is that is being made.
    progress: Mutex<Option<BackupProgress>>,
    stop: AtomicBool,
    /// One copy at a time.
    turn: tokio::sync::Mutex<()>,
    /// When one was tried last by itself, in milliseconds since 1970.
    tried: AtomicU64,
}

impl Backups {
    fn tell(&self, progress: Option<BackupProgress>) {
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

/// Makes a copy now.
pub(crate) async fn back_up(counter: &Counter) -> Result<Done, DeskError> {
    let backups = &counter.backups;
    let _one_at_a_time = backups.turn.lock().await;
    backups.stop.store(false, Ordering::Relaxed);
    let job = counter.look(|desk, now| desk.backup_job(now))?;
    let made = tauri::async_runtime::spawn_blocking({
        let backups = counter.backups.clone();
        move || {
            let made = job.run(&mut |progress| {
                backups.tell(Some(progress));
                !backups.stop.load(Ordering::Relaxed)
            });
            backups.tell(None);
            made
        }
    })
    .await;
    let made = made.map_err(|ended| {
        tracing::error!(%ended, "backup");
        DeskError::from(BackupFault::Stopped)
    })??;
    counter.look(|desk, _| desk.backup_made(&made))
}

/// Makes a copy where one is due and its place is there.
pub(crate) async fn back_up_if_due(counter: &Counter) {
    let (backups, now) = (&counter.backups, edge::now().millis);
    let lately = now.saturating_sub(backups.tried.load(Ordering::Relaxed)) < AGAIN_AFTER;
    if lately || !counter.look(|desk, now| desk.backup_is_due(now)).unwrap_or(false) {
        return;
    }
    backups.tried.store(now, Ordering::Relaxed);
    match back_up(counter).await {
        Ok(_) => {
            tracing::info!("backed up");
            counter.tell_changed();
        }
        // What is wrong is said at the screen for as long as it is.
        Err(error) => tracing::warn!(message = %error, "backup"),
    }
}
