//! A file that is there whole or not at all.

use crate::kernel::disk::Disk;
use crate::kernel::file_error::FileError;
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::settling::settle_names;
use std::io::Write;
use std::path::Path;

/// Writes a file so that a power cut leaves the old one or the new one, never half of one.
///
/// # Errors
/// [`FileError`]; the old file is untouched.
pub(crate) fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fresh = path.with_extension("baru");
    let mut file = private_file().open(&fresh)?;
    file.set_len(0)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    patience::rename(disk, &fresh, path)?;
    Ok(path.parent().map_or(Ok(()), settle_names)?)
}
