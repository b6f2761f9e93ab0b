//! The process that draws the page is another than the program, and may die alone: for want of memory, by a fault of its own. What
//! was typed is kept by the core, so the page is drawn again where it was, instead of a white window that nobody can use.

#[cfg(target_os = "linux")]
use webkit2gtk::WebViewExt;

/// Draws the page again whenever its process ends.
#[cfg(target_os = "linux")]
pub(crate) fn revive(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        webview.inner().connect_web_process_terminated(|page, reason| {
            tracing::error!(?reason, "the page's process ended; the page is drawn again");
            page.reload();
        });
    })
}

/// Elsewhere the system's own web view draws the page again.
#[cfg(not(target_os = "linux"))]
pub(crate) fn revive(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
