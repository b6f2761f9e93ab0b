//! A file that is there whole or not at all.

use crate::kernel::file_error::FileError;
use crate::kernel::private_file::private_file;
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// Writes a file so that a power cut leaves the old one or the new one, never half of one.
///
/// # Errors
/// [`FileError`]; the old file is untouched.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fresh = path.with_extension("baru");
    let mut file = private_file().open(&fresh)?;
    file.set_len(0)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
