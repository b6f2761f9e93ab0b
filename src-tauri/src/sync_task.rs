//! The background task that syncs: after every change, and now and then to hear what others wrote.

use loket_desk::DeskError;
use loket_desk::sync::{SyncFault, round};
use std::time::Duration;
use tauri::{AppHandle, Manager};

use crate::counter::Counter;
use crate::edge;

/// Between rounds when all is well.
const IDLE: Duration = Duration::from_secs(60);
/// After a first failed round; doubled each time up to [`IDLE`].
const FIRST_RETRY: Duration = Duration::from_secs(2);

/// Starts the task. It ends with the program.
pub(crate) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut pause = IDLE;
        loop {
            let counter = app.state::<Counter>();
            let rung = tokio::time::timeout(pause, counter.bell.notified()).await.is_ok();
            pause = match one_round(&counter).await {
                Ok(()) => IDLE,
                Err(()) if rung => FIRST_RETRY,
                Err(()) => pause.saturating_mul(2).min(IDLE),
            };
        }
    });
}

async fn one_round(counter: &Counter) -> Result<(), ()> {
    let outcome = round(&counter.desk, &counter.client, edge::now).await;
    counter.tell_sync();
    match outcome {
        Ok(moved) if moved.sent + moved.received > 0 => {
            tracing::info!(sent = moved.sent, received = moved.received, "sync");
            counter.tell_changed();
            Ok(())
        }
        // Locked: nothing can be read, so nothing is sent until somebody signs in.
        Ok(_) | Err(DeskError::Sync(SyncFault::Closed)) => Ok(()),
        Err(error) => {
            tracing::warn!(message = %error, "sync");
            Err(())
        }
    }
}
