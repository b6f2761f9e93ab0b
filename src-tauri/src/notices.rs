//! What the desktop's own notification service shows, where the officer wants it.

use loket_desk::views::DesktopNotice;
use notify_rust::Notification;

use crate::counter::Counter;

/// Shows what is to be told now. Without such a service nothing is shown, and nothing else depends on it.
pub(crate) async fn show_if_due(counter: &Counter) {
    let Ok(Some(notice)) = counter.look(|desk, now| desk.desktop_notice(now)) else { return };
    // The service may take its time to answer, or not answer at all.
    let shown = tauri::async_runtime::spawn_blocking(move || show(&notice)).await;
    if !matches!(shown, Ok(Ok(()))) {
        tracing::warn!("the desktop shows no notices");
    }
}

fn show(notice: &DesktopNotice) -> Result<(), notify_rust::error::Error> {
    let DesktopNotice { title, text } = notice;
    Notification::new().appname("Loket PPID").summary(title).body(text).icon("loket-ppid").show().map(drop)
}
