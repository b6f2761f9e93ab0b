//! Opening the file: the right SQLite, the newest layout, an identity, and rows folded by the present rules.

use loket_domain::calendar::Calendar;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::path::Path;
use tokio::runtime::Handle;
use uuid::{Builder, Uuid};

use super::columns;
use super::place::FilePlace;
use super::standing::{FoundFile, PATIENCE};
use crate::projection;
use crate::secret::{Dice, roll};
use crate::store::{Identity, StoreFault, refold};

/// 3.51.3 mends a race in which a write-ahead log could lose a committed transaction.
const OLDEST_SQLITE: i32 = 3_051_003;
/// Connections that read at the same time.
const READERS: usize = 4;
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_own_series.sql"),
    include_str!("migrations/0003_vouched.sql"),
    include_str!("migrations/0004_staff.sql"),
    include_str!("migrations/0005_sticks.sql"),
    include_str!("migrations/0006_packs.sql"),
    include_str!("migrations/0007_questions.sql"),
    include_str!("migrations/0008_objects.sql"),
    include_str!("migrations/0009_own_series_of_each_start.sql"),
    include_str!("migrations/0010_temporary_passwords.sql"),
    include_str!("migrations/0011_serving.sql"),
    include_str!("migrations/0012_cases.sql"),
    include_str!("migrations/0013_directory.sql"),
    include_str!("migrations/0014_audit.sql"),
    include_str!("migrations/0015_second_factors.sql"),
    include_str!("migrations/0016_audit_chain.sql"),
    include_str!("migrations/0017_matters.sql"),
    include_str!("migrations/0018_public_door.sql"),
    include_str!("migrations/0019_web_numbers.sql"),
    include_str!("migrations/0020_object_sizes.sql"),
    include_str!("migrations/0021_session_addresses.sql"),
];

/// A file that was opened.
pub(super) struct OpenedFile {
    pub(super) writer: Connection,
    pub(super) readers: Vec<Connection>,
    /// Since when it lacks its log, in milliseconds since 1970; none when it is whole.
    pub(super) lacks_log_since: Option<u64>,
}

pub(super) fn open(place: &FilePlace, calendar: &Calendar, now: u64, dice: &mut Dice) -> Result<OpenedFile, StoreFault> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreFault::OldSqlite(rusqlite::version()));
    }
    let directory = &place.directory;
    make(directory).map_err(|source| StoreFault::Directory { path: directory.to_owned(), source })?;
    let found = FoundFile::at(directory);
    let mut writer = connect(place)?;
    let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate(&transaction)?;
    introduce(&transaction, now, dice)?;
    let lacks_log_since = found.settle(&transaction)?;
    let folded_with: String = transaction.query_row("select basis from server", [], |row| row.get(0))?;
    if folded_with != projection::basis(calendar) {
        rebuild(&transaction, calendar)?;
    }
    transaction.commit()?;
    let reader = || {
        let reader = connect(place)?;
        reader.pragma_update(None, "query_only", true)?;
        Ok::<_, StoreFault>(reader)
    };
    let readers = (0..READERS).map(|_| reader()).collect::<Result<_, _>>()?;
    Ok(OpenedFile { writer, readers, lacks_log_since })
}

/// Makes the directory; only its owner may look into one made here, for the journal names people.
fn make(directory: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(directory)
}

fn connect(place: &FilePlace) -> Result<Connection, StoreFault> {
    let connection = place.connect(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    Ok(connection)
}

fn migrate(db: &Connection) -> Result<(), StoreFault> {
    let version: i64 = db.query_row("pragma user_version", [], |row| row.get(0))?;
    // Tables of somebody else are not migrated.
    let tables = "select count(*), ifnull(sum(name = 'server'), 0) from sqlite_schema where type = 'table'";
    let (tables, ours): (u64, u64) = db.query_row(tables, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if (tables > 0 || version != 0) && ours == 0 {
        return Err(StoreFault::Foreign);
    }
    let done = usize::try_from(version).ok().filter(|done| *done <= MIGRATIONS.len()).ok_or(StoreFault::NewerSchema(version))?;
    for migration in &MIGRATIONS[done..] {
        db.execute_batch(migration)?;
    }
    Ok(db.pragma_update(None, "user_version", MIGRATIONS.len())?)
}

/// Makes the server's identity at the first start, and the epoch of a store that has none yet.
fn introduce(db: &Connection, now: u64, dice: &mut Dice) -> Result<(), StoreFault> {
    let mut uuid = || roll(dice).map(|bytes| Builder::from_unix_timestamp_millis(now, &bytes).into_uuid());
    let (origin, epoch) = (uuid()?, uuid()?);
    let seed: [u8; 32] = roll(dice)?;
    let values = params![origin.as_bytes(), seed];
    db.execute("insert into server (one, origin, seed) values (1, ?1, ?2) on conflict do nothing", values)?;
    db.execute("update server set epoch = ?1 where epoch is null", [epoch.as_bytes()])?;
    Ok(())
}

pub(super) fn identity(db: &Connection) -> Result<Identity, StoreFault> {
    Ok(db.query_row("select origin, seed, epoch from server", [], |row| {
        let epoch = Uuid::from_bytes(columns::bytes(row, 2)?);
        Ok(Identity { origin: columns::origin(row, 0)?, seed: columns::bytes(row, 1)?, epoch })
    })?)
}

/// Folds every row anew by the present rules.
pub(super) fn rebuild(db: &Connection, calendar: &Calendar) -> Result<(), StoreFault> {
    db.execute_batch(
        "delete from offices; delete from requests; delete from tests; delete from questions; delete from matters; delete from misfits;",
    )?;
    Handle::current().block_on(refold::rebuild(db, calendar))?;
    db.execute("update server set basis = ?1", [projection::basis(calendar)])?;
    Ok(())
}
