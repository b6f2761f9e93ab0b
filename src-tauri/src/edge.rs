//! The edge of the program: the clock, the environment, the data folder.

use loket_desk::{Folder, Moment};
use tauri::{AppHandle, Manager};

use crate::page_process;

/// The time on this computer. In a debug build `LOKET_CLOCK` (`2026-11-23T09:00:00`) sets the hour at which the program
/// seems to start, so that the tests of the window name the same dates in every year.
#[allow(clippy::disallowed_methods)] // This is the edge that reads the clock.
pub(crate) fn now() -> Moment {
    let real = chrono::Local::now().naive_local();
    let local = pretended(real).unwrap_or(real);
    let millis = chrono::Utc::now().timestamp_millis();
    Moment { millis: u64::try_from(millis).unwrap_or(0), local }
}

#[cfg(debug_assertions)]
fn pretended(real: chrono::NaiveDateTime) -> Option<chrono::NaiveDateTime> {
    static START: std::sync::OnceLock<Option<chrono::TimeDelta>> = std::sync::OnceLock::new();
    let asked = || std::env::var("LOKET_CLOCK").ok()?.parse::<chrono::NaiveDateTime>().ok();
    let shift = START.get_or_init(|| asked().map(|asked| asked - real));
    shift.map(|shift| real + shift)
}

#[cfg(not(debug_assertions))]
fn pretended(_: chrono::NaiveDateTime) -> Option<chrono::NaiveDateTime> {
    None
}

/// Whether this computer has a way to other networks now. Nothing is sent: connecting a datagram socket only asks the table of
/// routes. The address is one that is kept for documentation.
pub(crate) fn has_route() -> bool {
    std::net::UdpSocket::bind(("0.0.0.0", 0)).and_then(|socket| socket.connect(("198.51.100.1", 9))).is_ok()
}

/// The computer's system, and what shows the window: for whoever helps.
pub(crate) fn system() -> String {
    let released = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let named = released.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).map(|name| name.trim_matches('"'));
    let shows = tauri::webview_version().unwrap_or_default();
    format!("{} {}, WebView {shows}", named.unwrap_or(std::env::consts::OS), std::env::consts::ARCH)
}

/// Under which name the computer knows whoever uses it.
pub(crate) fn account() -> Option<String> {
    std::env::var(if cfg!(windows) { "USERNAME" } else { "USER" }).ok().filter(|name| !name.is_empty())
}

/// Whether an address is the app's own page: the window shows no other, wherever a link leads.
fn is_own_page(url: &tauri::Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // How Windows names the same.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Opens the window that the configuration describes, with the clipboard: the app's own menu pastes.
pub(crate) fn open_window(app: &AppHandle) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        let builder = tauri::WebviewWindowBuilder::from_config(app, window)?.enable_clipboard_access();
        page_process::revive(&builder.on_navigation(is_own_page).build()?)?;
    }
    Ok(())
}

/// The desk's folder: `LOKET_DATA`, or the place the system has for this app's data.
pub(crate) fn data_folder(app: &AppHandle) -> tauri::Result<Folder> {
    match std::env::var_os("LOKET_DATA") {
        Some(path) => Ok(Folder::at(path)),
        None => Ok(Folder::at(app.path().app_local_data_dir()?)),
    }
}

/// In a debug build, where saved papers go without asking (`LOKET_SAVE_TO`), instead of through the system's dialog, which
/// no test can drive. A release build always asks.
pub(crate) fn save_folder() -> Option<std::path::PathBuf> {
    if cfg!(debug_assertions) { std::env::var_os("LOKET_SAVE_TO").map(Into::into) } else { None }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_no_page_but_its_own_wherever_a_link_leads() {
        let is_own = |address: &str| is_own_page(&address.parse().unwrap());
        assert!(is_own("tauri://localhost/") && is_own("tauri://localhost/#/permohonan"));
        for other in [
            "https://evil.example/",
            "http://127.0.0.1:8018/",
            "tauri://localhost.evil.example/",
            "https://tauri.localhost.evil.example/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
