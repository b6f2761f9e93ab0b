//! What a file system does with names, and how long one waits for it: the place where tests put a virus scanner or a pulled stick.

use std::io;
use std::path::Path;
use std::time::Duration;

/// A file system, as far as it gives, changes and takes away names.
pub(crate) trait Disk: std::fmt::Debug + Send + Sync {
    /// Gives a file or folder another name, in place of a file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with all that is in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Whether another program's hold of a file is why this went wrong, so that it may go right a moment later.
    fn is_held(&self, error: &io::Error) -> bool;
    /// Lets so much time pass.
    fn wait(&self, time: Duration);
}

/// The file system of this computer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnDisk;

/// What Windows answers while another program holds a file: access denied, sharing violation, lock violation, and a folder that is not
/// empty because a file in it is still to go.
#[cfg(windows)]
const HELD: &[i32] = &[5, 32, 33, 145];

/// Elsewhere nobody's look at a file keeps its name.
#[cfg(not(windows))]
const HELD: &[i32] = &[];

impl Disk for OwnDisk {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        std::fs::remove_dir_all(folder)
    }

    fn is_held(&self, error: &io::Error) -> bool {
        error.raw_os_error().is_some_and(|code| HELD.contains(&code))
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
