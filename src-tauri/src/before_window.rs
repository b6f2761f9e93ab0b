//! What must be right before a window is opened, and how it is said where none can be: nobody reads what a program that was started by a
//! click writes to a terminal.

use loket_desk::{UnfitPlace, unfit_place};
use std::ffi::OsString;

/// Why no window is opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoWindow {
    /// The data folder is set to where no data may lie.
    #[error(transparent)]
    Place(#[from] UnfitPlace),
    /// There is no screen.
    #[error("Loket PPID memerlukan layar. Jalankan di desktop, atau pakai `make run` untuk layar maya.")]
    NoScreen,
    /// Another program asks to drive the window.
    #[error("Loket PPID tidak dibuka: program lain meminta mengendalikan jendelanya (TAURI_WEBVIEW_AUTOMATION).")]
    Driven,
    /// Windows lacks what draws the page.
    #[error(
        "Komputer ini belum punya Microsoft Edge WebView2, yang diperlukan jendela Loket PPID; jalankan \
         MicrosoftEdgeWebView2RuntimeInstallerX64.exe di samping pemasang Loket PPID di flashdisk, lalu buka lagi."
    )]
    NoWebView,
}

/// What was found on this computer.
struct Found {
    /// Where the data folder is set to be, or else where the system says that programs keep theirs, if it says so.
    data: Option<OsString>,
    /// Folders that a program here copies away, as it says.
    clouds: Vec<String>,
    screen: bool,
    driven: bool,
    web_view: bool,
}

impl Found {
    fn here() -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        // How OneDrive tells where its folders are.
        let clouds = ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"];
        // An office may have moved it to its server, or into what a cloud copies.
        let usual = if cfg!(windows) { "LOCALAPPDATA" } else { "XDG_DATA_HOME" };
        Self {
            data: set("LOKET_DATA").or_else(|| set(usual)),
            clouds: clouds.iter().filter_map(|name| set(name)).map(|path| path.to_string_lossy().into_owned()).collect(),
            screen: !cfg!(target_os = "linux") || set("DISPLAY").is_some() || set("WAYLAND_DISPLAY").is_some(),
            // Only tests may.
            driven: !cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some(),
            web_view: tauri::webview_version().is_ok(),
        }
    }

    fn why_not(&self) -> Result<(), NoWindow> {
        if let Some(unfit) = self.data.as_ref().and_then(|path| unfit_place(&path.to_string_lossy(), &self.clouds)) {
            return Err(unfit.into());
        }
        let wrong = [(!self.screen, NoWindow::NoScreen), (self.driven, NoWindow::Driven), (!self.web_view, NoWindow::NoWebView)];
        wrong.into_iter().find_map(|(is, why)| is.then_some(why)).map_or(Ok(()), Err)
    }
}

/// Whether a window can be opened here.
///
/// # Errors
/// [`NoWindow`].
pub(crate) fn may_open() -> Result<(), NoWindow> {
    Found::here().why_not()
}

/// Says why there is no window: in a window of the system where there is a screen, and to whoever started the program from a terminal.
#[allow(clippy::print_stderr)]
pub(crate) fn say(why: &str) {
    eprintln!("{why}");
    if Found::here().screen && !cfg!(debug_assertions) {
        rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title("Loket PPID").set_description(why).show();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computer() -> Found {
        Found { data: None, clouds: vec![], screen: true, driven: false, web_view: true }
    }

    #[test]
    fn a_window_is_opened_where_nothing_is_amiss_and_else_it_is_said_what() {
        assert_eq!(computer().why_not(), Ok(()));
        assert_eq!(Found { web_view: false, ..computer() }.why_not(), Err(NoWindow::NoWebView));
        assert_eq!(Found { screen: false, web_view: false, ..computer() }.why_not(), Err(NoWindow::NoScreen));
        assert_eq!(Found { driven: true, ..computer() }.why_not(), Err(NoWindow::Driven));
        let within = Found { data: Some("/home/sari/Dropbox/loket".into()), ..computer() };
        assert_eq!(within.why_not(), Err(NoWindow::Place(UnfitPlace::Cloud("Dropbox".into()))));
        let said = NoWindow::NoWebView.to_string();
        assert!(said.contains("flashdisk") && said.contains("MicrosoftEdgeWebView2RuntimeInstallerX64.exe"), "{said}");
    }
}
