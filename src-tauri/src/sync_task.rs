//! The background task that syncs: after every change, and now and then to hear what others wrote.

use loket_desk::sync::{Backoff, Round, SyncFault, round};
use loket_desk::{DeskError, system_dice};
use std::time::Duration;
use tauri::{AppHandle, Manager};

use crate::counter::Counter;
use crate::edge;

/// How often a desk that lost its server looks whether the network is back. Nothing is sent for it.
const LOOK: Duration = Duration::from_secs(2);

/// Starts the task. It ends with the program.
pub(crate) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let (mut backoff, mut dice) = (Backoff::default(), system_dice());
        loop {
            let counter = app.state::<Counter>();
            let outcome = one_round(&counter).await;
            let mut random = [0; 4];
            // Without dice the longest wait is taken: still a wait, only not spread.
            let random = dice(&mut random).map_or(u32::MAX, |()| u32::from_le_bytes(random));
            let pause = backoff.after(&outcome, random);
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = counter.bell.notified() => {}
                () = network_returns(), if backoff.is_failing() => {}
            }
        }
    });
}

/// Ends when the network was away and is there again.
async fn network_returns() {
    let mut away = false;
    loop {
        match edge::has_route() {
            true if away => return,
            there => away = !there,
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn one_round(counter: &Counter) -> Result<Round, DeskError> {
    let outcome = round(&counter.desk, &counter.client, edge::now).await;
    counter.tell_sync();
    match &outcome {
        Ok(moved) if moved.sent + moved.received + moved.files > 0 => {
            tracing::info!(sent = moved.sent, received = moved.received, files = moved.files, "sync");
            counter.tell_changed();
        }
        // Locked: nothing can be read, so nothing is sent until somebody signs in.
        Ok(_) | Err(DeskError::Sync(SyncFault::Closed)) => {}
        Err(error) => tracing::warn!(message = %error, "sync"),
    }
    outcome
}
