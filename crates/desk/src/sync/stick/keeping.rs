//! Files on a stick that may be full, or pulled out at any moment.

use crate::kernel::disk::{Disk, OwnDisk};
use crate::kernel::patience;
use crate::kernel::settling::settle_names;
use loket_journal::bundle::LARGEST_BUNDLE;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use super::StickFault;

/// Saves a file that is whole under its name or not there at all, also when the stick is pulled out: it is written beside it,
/// brought to the medium, and then named.
///
/// # Errors
/// [`StickFault::Full`] or [`StickFault::NotSaved`]; a file that was there under the name stays as it was.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), StickFault> {
    save_on(&OwnDisk, path, bytes)
}

fn save_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), StickFault> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".sebagian");
    let unfinished = Path::new(&unfinished);
    let written = write(unfinished, bytes).and_then(|()| patience::rename(disk, unfinished, path));
    if let Err(error) = written {
        // What is left of it says nothing to anybody; when the stick is gone, so is the rest.
        let _ = patience::remove_file(disk, unfinished);
        return Err(if error.kind() == ErrorKind::StorageFull { StickFault::Full } else { StickFault::NotSaved });
    }
    // The name too; a stick's file system that cannot do this for a folder does it by itself.
    let _ = path.parent().map(settle_names);
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A stick that cannot be read is looked at by the person who holds it, whatever the system says of it.
fn not_read(_: std::io::Error) -> StickFault {
    StickFault::NotRead
}

/// Reads a file, if it is not larger than any of sync.
///
/// # Errors
/// [`StickFault::NotRead`] or [`StickFault::TooLarge`].
pub fn fetch(path: &Path) -> Result<Vec<u8>, StickFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(not_read)?;
    file.take(LARGEST_BUNDLE as u64 + 1).read_to_end(&mut bytes).map_err(not_read)?;
    if bytes.len() > LARGEST_BUNDLE { Err(StickFault::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::faulty_disk::FaultyDisk;

    #[test]
    fn a_stick_that_a_scanner_looks_through_takes_the_file_and_one_that_is_held_on_or_pulled_keeps_the_older() {
        let stick = tempfile::TempDir::new().unwrap();
        let path = stick.path().join("loket.lku");
        save_on(&FaultyDisk::held_for(500), &path, b"satu").unwrap();
        assert_eq!(fetch(&path).unwrap(), b"satu");
        for amiss in [FaultyDisk::held_for(u64::MAX), FaultyDisk::pulled()] {
            assert_eq!(save_on(&amiss, &path, b"dua"), Err(StickFault::NotSaved));
            assert_eq!(fetch(&path).unwrap(), b"satu");
        }
        // What could not be tidied on a stick that was away does not stand in the way when it is back.
        save_on(&FaultyDisk::held_for(0), &path, b"dua").unwrap();
        assert_eq!(fetch(&path).unwrap(), b"dua");
        assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 1);
    }
}
