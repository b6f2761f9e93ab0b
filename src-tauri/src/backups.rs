//! Copies of the desk, made beside the window's work: one at a time, with its progress, and stopped when asked.

use loket_desk::views::Done;
use loket_desk::{BackupFault, DeskError, Said};
use std::sync::atomic::Ordering;

use crate::counter::{Counter, said};
use crate::edge;

/// How long after a copy that failed by itself another is tried, in milliseconds: a stick that is not there is no fault.
const AGAIN_AFTER: u64 = 10 * 60 * 1000;

/// Makes a copy now, for whoever asked.
pub(crate) async fn back_up_now(counter: &Counter) -> Result<Done, Said> {
    let done = back_up(counter).await.map_err(|error| said(&error))?;
    counter.tell_changed();
    Ok(done)
}

/// Makes a copy now.
async fn back_up(counter: &Counter) -> Result<Done, DeskError> {
    let copying = &counter.copying;
    let _one_at_a_time = copying.turn.lock().await;
    copying.stop.store(false, Ordering::Relaxed);
    let job = counter.look(|desk, now| desk.backup_job(now))?;
    let made = tauri::async_runtime::spawn_blocking({
        let copying = counter.copying.clone();
        move || {
            let made = job.run(&mut |progress| {
                copying.tell(Some(progress));
                !copying.stop.load(Ordering::Relaxed)
            });
            copying.tell(None);
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
    let (copying, now) = (&counter.copying, edge::now().millis);
    let lately = now.saturating_sub(copying.tried.load(Ordering::Relaxed)) < AGAIN_AFTER;
    if lately || !counter.look(|desk, now| desk.backup_is_due(now)).unwrap_or(false) {
        return;
    }
    copying.tried.store(now, Ordering::Relaxed);
    match back_up(counter).await {
        Ok(_) => {
            tracing::info!("backed up");
            counter.tell_changed();
        }
        // What is wrong is said at the screen for as long as it is.
        Err(error) => tracing::warn!(message = %error, "backup"),
    }
}
