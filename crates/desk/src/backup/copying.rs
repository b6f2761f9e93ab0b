//! Copying the encrypted file while it is used.

use crate::backup::fault::BackupFault;
use crate::kernel::private_file::private_file;
use crate::kernel::settling::settle_file;
use crate::kernel::slot::DatabaseKey;
use crate::store::error::StoreError;
use crate::store::open;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Pages copied before anybody is asked whether to go on.
const STEP: i32 = 256;

/// The file as it stands at this moment: whatever is written meanwhile is not seen through it.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn snapshot(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let connection = open::open(path, key)?;
    connection.execute_batch("begin")?;
    connection.query_row("select count(*) from local", [], |_| Ok(()))?;
    Ok(connection)
}

/// Copies all of a file into another, with the same key, as one file without a log beside it. `goes_on` hears of every step: pages done,
/// and pages in all.
///
/// # Errors
/// [`BackupFault`].
pub(crate) fn copy(
    source: &Connection,
    to: &Path,
    key: &DatabaseKey,
    goes_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), BackupFault> {
    private_file().open(to)?;
    let mut copy = open::keyed(to, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    {
        let backup = Backup::new(source, &mut copy)?;
        loop {
            let step = backup.step(STEP)?;
            let progress = backup.progress();
            let (left, all) = (progress.remaining.max(0).unsigned_abs(), progress.pagecount.max(0).unsigned_abs());
            if !goes_on(u64::from(all.saturating_sub(left)), u64::from(all)) {
                return Err(BackupFault::Stopped);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                // Somebody writes at this moment: a little later it goes on.
                _ => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
        }
    }
    copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    drop(copy);
    Ok(settle_file(to)?)
}

/// Opens a copy to read in it.
///
/// # Errors
/// [`BackupFault`].
pub(crate) fn look(path: &Path, key: &DatabaseKey) -> Result<Connection, BackupFault> {
    Ok(open::keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}
