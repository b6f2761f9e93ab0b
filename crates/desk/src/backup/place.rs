//! Where copies go, and how the last went: kept on this computer.

use crate::backup::fault::BackupFault;
use crate::kernel::folder::Folder;
use crate::store::error::StoreError;
use crate::store::local;
use chrono::NaiveDateTime;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What this computer knows of its copies.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Backups {
    /// The folder that was chosen for them.
    pub(crate) place: Option<PathBuf>,
    /// The last that was proved good.
    pub(crate) last: Option<LastCopy>,
    /// When the last was made that lies outside this computer.
    pub(crate) last_outside: Option<NaiveDateTime>,
}

/// A copy that was proved good.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LastCopy {
    /// When, on the wall clock.
    pub(crate) at: NaiveDateTime,
    /// How many entries of every writer it holds.
    pub(crate) entries: u64,
    /// How many copies lie there with it.
    pub(crate) copies: u32,
}

/// What this computer knows of its copies.
pub(crate) fn known(tables: &Connection) -> Result<Backups, StoreError> {
    Ok(local::read_json(tables, local::BACKUPS)?.unwrap_or_default())
}

/// Keeps it.
pub(crate) fn keep(writing: &Connection, backups: &Backups) -> Result<(), StoreError> {
    local::write_json(writing, local::BACKUPS, backups)
}

/// Whether a folder lies on another disk than the desk's data: what dies with the computer is no second place.
#[cfg(unix)]
pub(crate) fn is_outside(place: &Path, data: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    disk(place).zip(disk(data)).is_some_and(|(one, other)| one != other)
}

/// Whether a folder lies on another drive or share than the desk's data.
#[cfg(not(unix))]
pub(crate) fn is_outside(place: &Path, data: &Path) -> bool {
    let drive =
        |path: &Path| path.canonicalize().ok().and_then(|path| path.components().next().map(|part| part.as_os_str().to_owned()));
    drive(place).zip(drive(data)).is_some_and(|(one, other)| one != other)
}

/// Whether copies can lie in this folder.
pub(crate) fn reach(place: &Path, folder: &Folder) -> Result<(), BackupFault> {
    let place = place.canonicalize()?;
    let own = folder.path().canonicalize().unwrap_or_else(|_| folder.path().to_owned());
    if place.starts_with(&own) {
        return Err(BackupFault::WithinTheDesk);
    }
    if place.is_dir() { Ok(()) } else { Err(BackupFault::Gone(None)) }
}
