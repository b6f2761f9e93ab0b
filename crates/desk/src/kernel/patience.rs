//! Names are changed and taken away again and again for two seconds while another program holds the file.
//!
//! On Windows a virus scanner or the search index opens what was just written, and for that moment its name stays as it is.

use crate::kernel::disk::Disk;
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long one waits after each attempt, in milliseconds: two seconds together.
const PAUSES: [u64; 8] = [10, 20, 40, 80, 150, 300, 600, 800];

/// Tries until it goes right, or wrong for another reason than that somebody holds the file, or for two seconds.
///
/// # Errors
/// What the last attempt said.
pub(crate) fn patiently(disk: &dyn Disk, attempt: &dyn Fn() -> io::Result<()>) -> io::Result<()> {
    for pause in PAUSES {
        match attempt() {
            Err(error) if disk.is_held(&error) => disk.wait(Duration::from_millis(pause)),
            done => return done,
        }
    }
    attempt()
}

/// Gives a file or folder another name, in place of a file that has it.
///
/// # Errors
/// What the disk says; then both names are as they were.
pub(crate) fn rename(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    patiently(disk, &|| disk.rename(from, to))
}

/// Removes a file.
///
/// # Errors
/// What the disk says.
pub(crate) fn remove_file(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    patiently(disk, &|| disk.remove_file(path))
}

/// Removes a folder with all that is in it; one that is not there is gone already.
///
/// # Errors
/// What the disk says; some of it may be gone.
pub(crate) fn remove_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    patiently(disk, &|| match disk.remove_folder(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::faulty_disk::FaultyDisk;

    #[test]
    fn what_a_scanner_holds_for_less_than_two_seconds_is_renamed_and_removed() {
        let dir = tempfile::TempDir::new().unwrap();
        let (old, new) = (dir.path().join("lama"), dir.path().join("baru"));
        std::fs::write(&old, "isi").unwrap();
        let disk = FaultyDisk::held_for(1_900);
        rename(&disk, &old, &new).unwrap();
        assert_eq!((old.exists(), std::fs::read(&new).unwrap().as_slice()), (false, b"isi".as_slice()));
        assert_eq!(disk.waited(), 2_000);
        let disk = FaultyDisk::held_for(25);
        remove_file(&disk, &new).unwrap();
        assert!(!new.exists() && disk.waited() == 30);
        std::fs::create_dir(&new).unwrap();
        let disk = FaultyDisk::held_for(1);
        remove_folder(&disk, &new).unwrap();
        assert!(!new.exists() && disk.waited() == 10);
        remove_folder(&disk, &new).unwrap();
    }

    #[test]
    fn what_is_held_longer_keeps_its_name_and_the_reason_is_told() {
        let dir = tempfile::TempDir::new().unwrap();
        let (old, new) = (dir.path().join("lama"), dir.path().join("baru"));
        std::fs::write(&old, "isi").unwrap();
        std::fs::write(&new, "yang sudah ada").unwrap();
        let disk = FaultyDisk::held_for(u64::MAX);
        let error = rename(&disk, &old, &new).unwrap_err();
        assert_eq!((error.kind(), disk.waited()), (io::ErrorKind::PermissionDenied, 2_000));
        assert_eq!(std::fs::read(&new).unwrap(), b"yang sudah ada");
    }

    #[test]
    fn nobody_waits_for_a_stick_that_is_gone() {
        let disk = FaultyDisk::pulled();
        let error = rename(&disk, Path::new("lama"), Path::new("baru")).unwrap_err();
        assert_eq!((error.kind(), disk.waited()), (io::ErrorKind::NotFound, 0));
    }
}
