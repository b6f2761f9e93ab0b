//! The background task that locks the window when nobody is at it, lets go of what was laid for other programs, tells the desktop what
//! there is to do, and copies the desk when that is due.

use std::time::Duration;
use tauri::{AppHandle, Manager};

use crate::backups;
use crate::counter::Counter;
use crate::notices;

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
            let told = app.clone();
            tauri::async_runtime::spawn(async move { notices::show_if_due(&told.state::<Counter>()).await });
            let copied = app.clone();
            tauri::async_runtime::spawn(async move { backups::back_up_if_due(&copied.state::<Counter>()).await });
        }
    });
}
