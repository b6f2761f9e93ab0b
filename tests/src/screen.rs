//! A virtual screen of the size the officer has.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server of its own, 1366 × 768; it ends with this value.
pub struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts an X server on a free display.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by `make setup`");
        let mut number = String::new();
        BufReader::new(server.stdout.as_mut().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not name its display");
        Self { server, display: format!(":{}", number.trim()) }
    }

    /// What goes into `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
