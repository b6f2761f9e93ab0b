//! A log file for admins. What is written there names commands, counts and kinds of trouble, never a citizen.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

/// Where the log starts anew, in bytes; the one before is kept.
const LONGEST_LOG: u64 = 2 << 20;

/// Sends what is traced to `log/loket.log` in the desk's folder. Without a writable folder the app runs without a log.
pub(crate) fn to_file(folder: &Path) {
    let path = folder.join("log").join("loket.log");
    let _ = fs::create_dir_all(folder.join("log"));
    if fs::metadata(&path).is_ok_and(|log| log.len() > LONGEST_LOG) {
        let _ = fs::rename(&path, path.with_extension("lama.log"));
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    if let Ok(file) = options.open(path) {
        let _ = tracing_subscriber::fmt().with_ansi(false).with_target(false).with_writer(Mutex::new(file)).try_init();
    }
}
