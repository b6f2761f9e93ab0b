//! Files on a stick that may be full, or pulled out at any moment.

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
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".sebagian");
    let unfinished = Path::new(&unfinished);
    let written = write(unfinished, bytes).and_then(|()| std::fs::rename(unfinished, path));
    if let Err(error) = written {
        // What is left of it says nothing to anybody; when the stick is gone, so is the rest.
        let _ = std::fs::remove_file(unfinished);
        return Err(if error.kind() == ErrorKind::StorageFull { StickFault::Full } else { StickFault::NotSaved });
    }
    // The name too; systems that cannot do this for a folder do it by themselves.
    let _ = path.parent().map(File::open).map(|folder| folder.and_then(|folder| folder.sync_all()));
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
