//! A real printer that prints into files: CUPS with Debian's cups-pdf, run by this test.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A CUPS server with one printer named `Loket`. It ends with this value, unless it was running before.
pub struct CupsPdf {
    server: Option<Child>,
}

impl CupsPdf {
    /// Starts CUPS and adds the printer, or uses the one that is there.
    pub fn start() -> Self {
        let server = (!answers()).then(|| {
            Command::new("cupsd")
                .arg("-f")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("cups is installed by `make setup`")
        });
        let began = Instant::now();
        while !answers() {
            assert!(began.elapsed() < Duration::from_secs(20), "CUPS does not answer");
            std::thread::yield_now();
        }
        let added = Command::new("lpadmin")
            .args(["-p", "Loket", "-E", "-v", "cups-pdf:/", "-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"])
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(added.success(), "the printer cannot be added");
        let _ = Command::new("lpadmin").args(["-d", "Loket"]).status();
        Self { server }
    }

    /// The files printed so far.
    pub fn printed() -> Vec<PathBuf> {
        let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let files = std::fs::read_dir(home.join("PDF")).into_iter().flatten().flatten();
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect()
    }
}

fn answers() -> bool {
    Command::new("lpstat").arg("-r").output().is_ok_and(|run| String::from_utf8_lossy(&run.stdout).contains("is running"))
}

impl Drop for CupsPdf {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
