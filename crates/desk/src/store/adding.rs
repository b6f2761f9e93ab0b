//! Putting entries, heads and writers in. Only the doors for writing know this file (`tests/house/doors.rs`).

use loket_journal::{Entry, OriginId, PublicKey, SignedHead};
use rusqlite::{Connection, params};

use crate::kernel::slip::Slip;
use crate::store::entries::subject_name;
use crate::store::error::StoreError;

/// Adds an entry.
pub(crate) fn insert(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let Entry { header, payload } = entry;
    let encoded = postcard::to_allocvec(header).map_err(Slip::at("header"))?;
    let sql = "insert into entry (origin, seq, time, subject, header, payload) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let origin = header.origin.0.as_bytes();
    // A clock beyond the year 6429 sorts last; its real stamp stays in the header.
    let time = header.time.0.min(i64::MAX.cast_unsigned());
    connection.prepare_cached(sql)?.execute(params![origin, header.seq, time, subject_name(header.subject), encoded, payload])?;
    Ok(())
}

/// Puts an entry in the place of the one that had `(origin, seq)`: it is written again under another series.
pub(crate) fn move_to(connection: &Connection, from: (OriginId, u64), entry: &Entry) -> Result<(), StoreError> {
    let header = &entry.header;
    let encoded = postcard::to_allocvec(header).map_err(Slip::at("header"))?;
    let sql = "update entry set origin = ?1, seq = ?2, header = ?3 where origin = ?4 and seq = ?5";
    let values = params![header.origin.0.as_bytes(), header.seq, encoded, from.0.0.as_bytes(), from.1];
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Keeps a head: of another writer's series it vouches for the entries that came in, of the own it ends a use case.
pub(crate) fn insert_head(connection: &Connection, origin: OriginId, head: &SignedHead) -> Result<(), StoreError> {
    let sql = "insert or ignore into head (origin, seq, hash, signature) values (?1, ?2, ?3, ?4)";
    let origin = origin.0.as_bytes();
    connection.prepare_cached(sql)?.execute(params![origin, head.seq, head.hash.0, head.signature.0])?;
    Ok(())
}

/// Lets go of the heads of a series after the first `after` entries.
pub(crate) fn forget_heads(connection: &Connection, origin: OriginId, after: u64) -> Result<(), StoreError> {
    let sql = "delete from head where origin = ?1 and seq > ?2";
    connection.prepare_cached(sql)?.execute(params![origin.0.as_bytes(), after])?;
    Ok(())
}

/// Remembers the key of a writer for good.
pub(crate) fn insert_writer(connection: &Connection, origin: OriginId, key: PublicKey) -> Result<(), StoreError> {
    let sql = "insert or ignore into writer (origin, key) values (?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![origin.0.as_bytes(), key.0])?;
    Ok(())
}
