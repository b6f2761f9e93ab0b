//! What the programs behind a window said before a test gave up on it: whether they still run, what they wrote.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::Stdio;

/// How many of the last lines are shown.
const LINES: usize = 25;

/// Where what the driver, the program and the page's process write to standard error goes.
pub(crate) fn kept_in(data: &Path) -> io::Result<Stdio> {
    File::options().create(true).append(true).open(data.join("stderr.log")).map(Stdio::from)
}

/// The last lines of what was written, and the last of the program's own log.
pub(crate) fn of(data: &Path) -> String {
    let last = |path: &str| {
        let text = fs::read_to_string(data.join(path)).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].join("\n")
    };
    format!("standard error:\n{}\nlog:\n{}", last("stderr.log"), last("log/loket.log"))
}
