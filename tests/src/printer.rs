//! A real printer that prints into files: CUPS with Debian's cups-pdf, run by this test.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A CUPS server with one printer named `Loket`. It ends with this value, unless it was running before.
pub struct CupsPdf {
    server: Option<Child>,
    /// What comes out of it belongs to one story at a time.
    _turn: MutexGuard<'static, ()>,
}

static TURN: Mutex<()> = Mutex::new(());

impl CupsPdf {
    /// Starts CUPS and adds the printer, or uses the one that is there.
    pub fn start() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
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
        Self { server, _turn: turn }
    }

    /// The files printed so far.
    pub fn printed() -> Vec<PathBuf> {
        let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let files = std::fs::read_dir(home.join("PDF")).into_iter().flatten().flatten();
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect()
    }
}

/// A job as CUPS keeps it: each attribute with its first value.
pub type PrintJob = BTreeMap<String, String>;

impl CupsPdf {
    /// Every job that CUPS remembers, oldest first. Read from its own files, which only root may.
    pub fn jobs() -> Vec<PrintJob> {
        let kept = std::fs::read_dir("/var/spool/cups").into_iter().flatten().flatten().map(|file| file.path());
        let mut files: Vec<PathBuf> =
            kept.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('c'))).collect();
        files.sort();
        files.iter().map(|file| attributes(&std::fs::read(file).unwrap_or_default())).collect()
    }
}

/// The attributes of an IPP message (RFC 8010): a tag, a name and a value, each with its length; texts and numbers are read.
fn attributes(message: &[u8]) -> PrintJob {
    let (mut found, mut at) = (PrintJob::new(), 8);
    let length = |at: usize| message.get(at..at + 2).map(|two| usize::from(u16::from_be_bytes([two[0], two[1]])));
    while let Some(tag) = message.get(at).copied() {
        at += 1;
        // Below sixteen stand the ends of groups.
        if tag < 16 {
            continue;
        }
        let Some(name_length) = length(at) else { break };
        let name = message.get(at + 2..at + 2 + name_length).unwrap_or_default();
        at += 2 + name_length;
        let Some(value_length) = length(at) else { break };
        let value = message.get(at + 2..at + 2 + value_length).unwrap_or_default();
        at += 2 + value_length;
        let said = match (tag, value) {
            (0x21 | 0x23, [a, b, c, d]) => i32::from_be_bytes([*a, *b, *c, *d]).to_string(),
            _ => String::from_utf8_lossy(value).into_owned(),
        };
        if !name.is_empty() {
            found.entry(String::from_utf8_lossy(name).into_owned()).or_insert(said);
        }
    }
    found
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
