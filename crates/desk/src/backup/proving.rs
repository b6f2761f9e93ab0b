//! Opening what was copied before anybody relies on it.

use crate::backup::fault::BackupFault;
use crate::backup::manifest::Contents;
use crate::opening::verify;
use crate::store::error::StoreError;
use crate::store::{entries, requests};
use loket_journal::OriginId;
use rusqlite::Connection;

/// What a database of this series holds, as it says by itself.
pub(crate) fn content(tables: &Connection, origin: OriginId) -> Result<Contents, StoreError> {
    let chain = entries::chain(tables, origin, None)?;
    let entries = entries::series(tables)?.into_iter().map(|(_, length)| length).sum();
    let (requests, last_number) = requests::how_many(tables)?;
    Ok(Contents { written: chain.length, head: chain.head, entries, requests, last_number })
}

/// Looks at every page of a copied database, recomputes every chain in it, and compares what it holds with what was copied.
///
/// # Errors
/// [`BackupFault::Differs`].
pub(crate) fn prove(copy: &Connection, origin: OriginId, copied: &Contents) -> Result<(), BackupFault> {
    let differs = || BackupFault::Differs(None);
    let mut query = copy.prepare("pragma cipher_integrity_check")?;
    if query.query([])?.next()?.is_some() {
        return Err(differs());
    }
    let unread = |error: StoreError| BackupFault::Differs(Some(error.into()));
    verify::chains(copy).map_err(unread)?;
    if content(copy, origin).map_err(unread)? == *copied { Ok(()) } else { Err(differs()) }
}
