//! A file that is there whole or not at all.

use crate::kernel::disk::{Disk, OwnDisk};
use crate::kernel::file_error::FileError;
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::settling::settle_names;
use std::fs::File;
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

/// Saves a file where a person wanted it, as whoever saves a file there would: whole, or not at all.
///
/// # Errors
/// [`FileError`]; what lay there is as it was.
pub fn save_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".belum-selesai");
    let fresh = Path::new(&fresh);
    let written = File::create(fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| patience::rename(&OwnDisk, fresh, path)) {
        // A place that is gone needs no tidying.
        let _ = std::fs::remove_file(fresh);
        return Err(error.into());
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_saved_leaves_no_half_and_what_lay_there() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Register 2026.xlsx");
        save_whole(&path, b"satu").unwrap();
        save_whole(&path, b"dua").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"dua");
        // A folder of that name cannot be replaced by a file.
        let taken = dir.path().join("folder");
        std::fs::create_dir_all(taken.join("isi")).unwrap();
        assert!(save_whole(&taken, b"tiga").is_err());
        assert!(save_whole(&dir.path().join("tiada/berkas.pdf"), b"empat").is_err());
        let mut left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["Register 2026.xlsx", "folder"]);
    }
}
