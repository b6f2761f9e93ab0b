//! Opening the encrypted file.

use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

use crate::kernel::private_file::private_file;
use crate::kernel::slot::DatabaseKey;
use crate::store::error::StoreError;
use crate::store::writing;

/// Older versions of SQLite have a fault in WAL checkpoints that can lose a commit.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Numbered, never edited; a new one is appended.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_journal.sql"),
    include_str!("migrations/0002_matters.sql"),
    include_str!("migrations/0003_sync.sql"),
    include_str!("migrations/0004_news.sql"),
    include_str!("migrations/0005_objects.sql"),
    include_str!("migrations/0006_nearest.sql"),
    include_str!("migrations/0007_listed.sql"),
    include_str!("migrations/0008_letters.sql"),
    include_str!("migrations/0009_letters_ended.sql"),
    include_str!("migrations/0010_walked.sql"),
    include_str!("migrations/0011_uses.sql"),
];

/// Makes the file with `key`.
///
/// # Errors
/// As [`open`].
pub(crate) fn create(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    // SQLite gives the files beside it the same mode. What keeps it from being made is told when it is opened.
    let _ = private_file().open(path);
    connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// Opens the file with `key`, brought up to this version's tables. A file that is gone is not made anew: the log beside
/// it may still hold entries.
///
/// # Errors
/// [`StoreError::Missing`], [`StoreError::Damaged`] when the file does not read with its key, [`StoreError::NewerVersion`],
/// [`StoreError::OldSqlite`].
pub(crate) fn open(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing);
    }
    connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

fn connect(path: &Path, key: &DatabaseKey, flags: OpenFlags) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version()));
    }
    let mut connection = keyed(path, key, flags)?;
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma temp_store = memory; pragma busy_timeout = 5000;",
    )?;
    migrate(&mut connection)?;
    writing::close(&connection)?;
    Ok(connection)
}

/// A file with its key, otherwise as SQLite opens it.
pub(crate) fn keyed(path: &Path, key: &DatabaseKey, flags: OpenFlags) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", written(key).as_str())?;
    Ok(connection)
}

/// A key as SQLCipher reads one that is no password.
pub(crate) fn written(key: &DatabaseKey) -> Zeroizing<String> {
    let hex = Zeroizing::new(key.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    Zeroizing::new(format!("x'{}'", hex.as_str()))
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let done: usize = connection.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0))? as usize;
    if done > MIGRATIONS.len() {
        return Err(StoreError::NewerVersion);
    }
    for (number, sql) in MIGRATIONS.iter().enumerate().skip(done) {
        let migration = connection.transaction()?;
        migration.execute_batch(sql)?;
        migration.pragma_update(None, "user_version", number + 1)?;
        migration.commit()?;
    }
    Ok(())
}
