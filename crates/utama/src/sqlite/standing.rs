//! Whether a file was made by a server, whether one works on it now, and whether a copy of it has all of it.
//!
//! What was written last stands in the log beside the file (`utama.sqlite-wal`) until it is moved over. A server says in the file
//! that it works on it, moved over at once, and takes that back when it ends well: so a copy of the file alone, taken meanwhile,
//! still says so, and has no log.

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

use super::columns::{self, int};
use super::place::{FILE, FilePlace, connect};
use crate::fault::StoreFault;
use crate::store_key::StoreKey;

/// How long to wait for somebody else who writes.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
const LOCK: &str = "utama.lock";

/// Where the number of the layout stands in the head of a file: four bytes, the highest first (SQLite file format, 1.3).
const LAYOUT: u64 = 60;

/// Says whether a server ever kept anything in this directory. It only looks: opening the file would make a log beside it.
///
/// # Errors
/// [`StoreFault::Nothing`] when there is no file; [`StoreFault::Hollow`] when nothing is in it and there is no log.
pub(crate) fn made(directory: &Path) -> Result<(), StoreFault> {
    let place = || std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned()).display().to_string();
    let Ok(mut file) = File::open(directory.join(FILE)) else { return Err(StoreFault::Nothing { place: place() }) };
    let mut layout = [0; 4];
    let known = file.seek(SeekFrom::Start(LAYOUT)).and_then(|_| file.read_exact(&mut layout)).is_ok() && layout != [0; 4];
    let log = log(directory).metadata().is_ok_and(|log| log.len() > 0);
    if known || log { Ok(()) } else { Err(StoreFault::Hollow { place: place() }) }
}

fn log(directory: &Path) -> PathBuf {
    directory.join(format!("{FILE}-wal"))
}

/// How the file was found, before anything of it was opened.
pub(super) struct FoundFile {
    log: bool,
    served: bool,
}

impl FoundFile {
    pub(super) fn at(directory: &Path) -> Self {
        Self { log: log(directory).exists(), served: matches!(lock(directory, false), Err(StoreFault::Served)) }
    }

    /// Once the log, if there was one, has been read: what a server said that was killed is taken back. Says since when a copy lacks
    /// its log, in milliseconds since 1970.
    pub(super) fn settle(&self, db: &Connection) -> Result<Option<u64>, StoreFault> {
        let since = db.query_row("select serving_since from server", [], |row| row.get::<_, Option<i64>>(0)).optional()?;
        let Some(since) = since.flatten().filter(|_| !self.served) else { return Ok(None) };
        if self.log {
            db.execute("update server set serving_since = null", [])?;
            return Ok(None);
        }
        Ok(u64::try_from(since).ok())
    }
}

/// Held by the one server that works on a directory; the system lets go of it with the process.
pub(crate) type ServingLock = File;

/// Takes the directory for this server.
///
/// # Errors
/// [`StoreFault::Served`] when another one has it.
pub(crate) fn lock(directory: &Path, make: bool) -> Result<Option<ServingLock>, StoreFault> {
    let path = directory.join(LOCK);
    if !make && !path.exists() {
        return Ok(None);
    }
    let fault = |source| StoreFault::Directory { path: path.clone(), source };
    let file = OpenOptions::new().create(make).truncate(false).write(true).open(&path).map_err(fault)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(StoreFault::Served),
        Err(TryLockError::Error(source)) => Err(fault(source)),
    }
}

/// Says in the file itself that a server works on it since `now`, or that none does.
pub(super) fn note(db: &Connection, now: Option<u64>) -> Result<(), StoreFault> {
    db.execute("update server set serving_since = ?1", params![now.map(int)])?;
    // Whoever reads just now may keep it from being moved over; the next who closes the file does it.
    db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
    Ok(())
}

/// Writes a whole copy of the file to `target`, as it is at this moment, also while a server works on it.
pub(crate) fn copy(place: &FilePlace, target: &Path) -> Result<(), StoreFault> {
    let db = place.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    db.busy_timeout(PATIENCE)?;
    db.execute("vacuum into ?1", [target.display().to_string()])?;
    let copy = connect(target, place.key.as_ref(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy.execute("update server set serving_since = null", [])?;
    drop(copy);
    let synced = File::open(target).and_then(|file| file.sync_all());
    synced.map_err(|source| StoreFault::Directory { path: target.to_owned(), source })
}

/// What a copied file holds: how many entries of each series, how many accounts, packs and whole files.
#[derive(PartialEq, Eq)]
pub(crate) struct HeldInFile {
    pub(crate) series: BTreeMap<Uuid, u64>,
    pub(crate) accounts: u64,
    pub(crate) packs: u64,
    pub(crate) files: u64,
}

/// Counts what the file at `path` holds, which has this key, if one; and leaves it as it is.
pub(crate) fn held(path: &Path, key: Option<&StoreKey>) -> Result<HeldInFile, StoreFault> {
    counted(&connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// The same, of a file that is open.
pub(super) fn counted(db: &Connection) -> Result<HeldInFile, StoreFault> {
    let count = |sql: &str| db.query_row(sql, [], |row| columns::number(row, 0));
    let mut series = db.prepare("select origin, max(seq) from entries group by origin")?;
    let series = series.query_map([], |row| Ok((columns::origin(row, 0)?.0, columns::number(row, 1)?)))?;
    Ok(HeldInFile {
        series: series.collect::<Result<_, _>>()?,
        accounts: count("select count(*) from accounts")?,
        packs: count("select count(*) from packs")?,
        files: count("select count(*) from objects where whole is not null")?,
    })
}
