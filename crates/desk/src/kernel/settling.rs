//! Bringing to the medium what was written: the bytes of a file, and the names in a folder.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

/// Brings a file that others wrote through to the medium. It is opened to write, since Windows asks that of whoever wants this.
///
/// # Errors
/// What the system says.
pub(crate) fn settle_file(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Brings the names in a folder through to the medium.
///
/// # Errors
/// What the system says.
#[cfg(unix)]
pub(crate) fn settle_names(folder: &Path) -> io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

/// Windows opens no folder for that, and NTFS writes names into a log of its own.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(crate) fn settle_names(_: &Path) -> io::Result<()> {
    Ok(())
}
