//! The encrypted file under another key: a copy beside, proved before it takes the place of the first.

use loket_journal::Digest;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

use crate::kernel::slot::DatabaseKey;
use crate::store::error::StoreError;
use crate::store::{entries, local, open, writing};

/// Pages copied in one go.
const STEP: i32 = 1024;

/// Copies all of a file into another that is empty, as one file without a log beside it, under the key `fresh`; in the copy nobody waits for a new
/// key any more, and files are sealed with `object_secret` from then on. It is opened again, every page of it looked at, and its entries counted.
///
/// # Errors
/// [`StoreError`]; what was made of the copy lies there still.
pub(crate) fn copy_under(
    source: &Connection,
    to: &Path,
    (key, fresh): (&DatabaseKey, &DatabaseKey),
    object_secret: Digest,
) -> Result<(), StoreError> {
    let mut copy = open::keyed(to, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    Backup::new(source, &mut copy)?.run_to_completion(STEP, Duration::ZERO, None)?;
    without_log(&copy)?;
    writing::note(&copy, |copy| {
        local::begin_object_secret(copy, object_secret)?;
        local::forget(copy, local::NEW_KEY)
    })?;
    copy.pragma_update(None, "query_only", false)?;
    copy.pragma_update(None, "rekey", open::written(fresh).as_str())?;
    drop(copy);
    prove(source, &open::keyed(to, fresh, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

fn prove(source: &Connection, copy: &Connection) -> Result<(), StoreError> {
    let mut query = copy.prepare("pragma cipher_integrity_check")?;
    if query.query([])?.next()?.is_some() || entries::series(copy)? != entries::series(source)? {
        return Err(StoreError::lacking("new file"));
    }
    Ok(())
}

/// Carries the log beside a file into it, and takes it away: what lies there then is the file alone.
///
/// # Errors
/// [`StoreError::Database`] while another connection reads in it.
pub(crate) fn without_log(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "query_only", false)?;
    let mode = connection.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get::<_, String>(0));
    writing::close(connection)?;
    if mode? == "delete" { Ok(()) } else { Err(StoreError::lacking("file without its log")) }
}
