//! The file under another key: a copy beside, proved before it takes the place of the first by one rename. A power cut leaves the one or
//! the other, whole.

use rusqlite::{Connection, OpenFlags};
use std::fs::File;

use super::place::{FilePlace, connect, is_open_to_all};
use super::standing::{self, counted};
use crate::fault::StoreFault;
use crate::store_key::StoreKey;

/// Gives the file of `place` the key `fresh` in place of the one it has, if it has one. No server may work on it meanwhile.
///
/// # Errors
/// [`StoreFault::Served`] while one does; else as opening. The file is then as it was.
pub(crate) fn reseal(place: &FilePlace, fresh: &StoreKey) -> Result<(), StoreFault> {
    standing::made(&place.directory)?;
    let _held = standing::lock(&place.directory, true)?;
    let (file, beside) = (place.file(), place.directory.join("utama.sqlite.baru"));
    let fault = |source| StoreFault::Directory { path: beside.clone(), source };
    // What a power cut left.
    if beside.exists() {
        std::fs::remove_file(&beside).map_err(fault)?;
    }
    // Nobody else may read it, from its first byte on; SQLite makes none where it only attaches.
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create_new(true).open(&beside).map_err(fault)?;
    let key = place.key.as_ref().filter(|_| is_open_to_all(&file) == Some(false));
    let source = connect(&file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    source.busy_timeout(standing::PATIENCE)?;
    // All of it in the file alone: a log that is left belongs to the old key.
    let mode: String = source.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreFault::Served);
    }
    let version: i64 = source.pragma_query_value(None, "user_version", |row| row.get(0))?;
    source.execute("attach ?1 as beside key ?2", [beside.display().to_string().as_str(), fresh.written().as_str()])?;
    source.query_row("select sqlcipher_export('beside')", [], |_| Ok(()))?;
    source.pragma_update(Some("beside"), "user_version", version)?;
    let before = counted(&source)?;
    source.execute_batch("detach beside")?;
    drop(source);
    let copy = connect(&beside, Some(fresh), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    prove(&copy)?;
    if counted(&copy)? != before {
        return Err(StoreFault::lacking("salinan bersandi"));
    }
    drop(copy);
    File::open(&beside).and_then(|file| file.sync_all()).map_err(fault)?;
    std::fs::rename(&beside, &file).map_err(fault)?;
    #[cfg(unix)]
    File::open(&place.directory).and_then(|folder| folder.sync_all()).map_err(fault)?;
    Ok(())
}

/// Looks at every page of the copy.
fn prove(copy: &Connection) -> Result<(), StoreFault> {
    let mut pages = copy.prepare("pragma cipher_integrity_check")?;
    if pages.query([])?.next()?.is_some() {
        return Err(StoreFault::lacking("salinan bersandi"));
    }
    let sound: String = copy.query_row("pragma integrity_check", [], |row| row.get(0))?;
    if sound == "ok" { Ok(()) } else { Err(StoreFault::lacking("salinan bersandi")) }
}
