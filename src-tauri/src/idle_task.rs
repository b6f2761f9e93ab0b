//! The background task that locks the window when nobody is at it, lets go of what was laid for other programs, and copies the desk
//! when that is due.

use std::time::Duration;
use tauri::{AppHandle, Manager};

use crate::backups;
use crate::counter::Counter;

/// How often it looks.
const LOOK: Duration = Duration::from_secs(5);

/// Starts the task. It ends with the program.
pub(crate) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(LOOK).await;
            let counter = app.state::<Counter>();
            counter.lock_if_idle();
            counter.forget_opened_long_ago();
            let copied = app.clone();
            tauri::async_runtime::spawn(async move { backups::back_up_if_due(&copied.state::<Counter>()).await });
        }
    });
}
