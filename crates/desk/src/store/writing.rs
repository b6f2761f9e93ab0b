//! The only way to write in the file: outside of a [`Writing`] its connection reads, and nothing else.
//!
//! SQLite itself holds that (`pragma query_only`): whoever is handed the tables to read from, and writes nevertheless, fails.
//! Who may begin one stands in `tests/house/doors.rs`.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::ops::Deref;

use crate::store::error::StoreError;

/// A transaction. What is not committed is rolled back when it ends.
pub(crate) struct Writing<'a> {
    transaction: Transaction<'a>,
    // After the transaction: fields end in this order.
    _opened: Opened<'a>,
}

impl<'a> Writing<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        let opened = Opened::of(connection)?;
        let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        Ok(Self { transaction, _opened: opened })
    }

    pub(crate) fn commit(self) -> Result<(), StoreError> {
        Ok(self.transaction.commit()?)
    }
}

impl Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.transaction
    }
}

/// A connection that may be written through, until this goes.
struct Opened<'a>(&'a Connection);

impl<'a> Opened<'a> {
    fn of(connection: &'a Connection) -> Result<Self, StoreError> {
        let opened = Self(connection);
        connection.pragma_update(None, "query_only", false)?;
        Ok(opened)
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        // Fails only where nothing can be written any more.
        let _ = close(self.0);
    }
}

/// Lets a connection only read from now on.
pub(crate) fn close(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.pragma_update(None, "query_only", true)?)
}

/// Writes what this computer keeps for itself, not in the journal: drafts, settings, how far sync has come.
pub(crate) fn note<T, E: From<StoreError>>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let writing = Writing::begin(connection)?;
    let done = work(&writing)?;
    writing.commit()?;
    Ok(done)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use rusqlite::ErrorCode;

    fn notes(connection: &Connection) -> i64 {
        connection.query_row("select count(*) from note", [], |row| row.get(0)).unwrap()
    }

    fn write(connection: &Connection) -> Result<usize, StoreError> {
        Ok(connection.prepare_cached("insert into note values (1)")?.execute([])?)
    }

    #[test]
    fn nothing_is_written_but_in_a_writing() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("create table note (one integer)").unwrap();
        close(&connection).unwrap();
        let refused = |connection: &Connection| match write(connection) {
            Err(StoreError::Database(error)) => error.sqlite_error_code() == Some(ErrorCode::ReadOnly),
            _ => false,
        };
        assert!(refused(&connection));
        note(&connection, write).unwrap();
        assert!(refused(&connection), "also with a statement that was prepared while it could write");
        assert_eq!(notes(&connection), 1);
        drop(Writing::begin(&connection).map(|writing| write(&writing).unwrap()));
        let failed = note(&connection, |connection| {
            write(connection)?;
            Err::<(), _>(StoreError::Missing)
        });
        assert!(failed.is_err());
        assert_eq!(notes(&connection), 1, "what is not committed is not there");
        assert!(refused(&connection));
    }
}
