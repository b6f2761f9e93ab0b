//! Which attached files requests hold, which are here, which the server has, and which are asked for.

use loket_journal::Digest;
use loket_journal::protocol::ObjectReceipt;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::kernel::slip::Slip;
use crate::store::error::StoreError;

/// A file as requests hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeldFile {
    pub(crate) digest: Digest,
    pub(crate) name: String,
    pub(crate) size: u64,
}

fn held(row: &Row<'_>) -> Result<HeldFile, StoreError> {
    Ok(HeldFile { digest: digest(&row.get::<_, String>(0)?)?, name: row.get(1)?, size: row.get(2)? })
}

fn digest(text: &str) -> Result<Digest, StoreError> {
    text.parse().map_err(StoreError::unsound("digest"))
}

/// What is known here of a file's bytes.
#[derive(Debug, Default)]
pub(crate) struct Whereabouts {
    pub(crate) here: bool,
    pub(crate) sent: bool,
    pub(crate) wanted: bool,
    /// Why it was not taken, or did not come.
    pub(crate) refused: Option<String>,
}

pub(crate) fn whereabouts(connection: &Connection, digest: &str) -> Result<Whereabouts, StoreError> {
    let found: Option<(bool, Option<String>)> = connection
        .prepare_cached("select receipt is not null, refused from object where digest = ?1")?
        .query_row([digest], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((sent, refused)) = found {
        return Ok(Whereabouts { here: true, sent, wanted: false, refused });
    }
    let mut wanted = connection.prepare_cached("select refused from wanted where digest = ?1")?;
    let wanted: Option<Option<String>> = wanted.query_row([digest], |row| row.get(0)).optional()?;
    Ok(Whereabouts { wanted: wanted.is_some(), refused: wanted.flatten(), ..Whereabouts::default() })
}

/// Files that are here and that the server neither has nor refuses, those of the oldest requests first.
pub(crate) fn unsent(connection: &Connection) -> Result<Vec<HeldFile>, StoreError> {
    connection.prepare_cached(include_str!("unsent_files.sql"))?.query_and_then([], held)?.collect()
}

/// Files that are asked for and may come.
pub(crate) fn wanted(connection: &Connection) -> Result<Vec<HeldFile>, StoreError> {
    connection.prepare_cached(include_str!("wanted_files.sql"))?.query_and_then([], held)?.collect()
}

/// Every file that is whole here, with its length where a request still holds it.
pub(crate) fn here(connection: &Connection) -> Result<Vec<(Digest, Option<u64>)>, StoreError> {
    let sql = "select digest, (select size from attachment where attachment.digest = object.digest) from object";
    let mut query = connection.prepare_cached(sql)?;
    query.query_and_then([], |row| Ok((digest(&row.get::<_, String>(0)?)?, row.get(1)?)))?.collect()
}

/// Notes that a file is whole here; it is asked for no more.
pub(crate) fn keep(connection: &Connection, digest: &Digest) -> Result<(), StoreError> {
    let digest = digest.to_string();
    connection.prepare_cached("insert into object (digest) values (?1) on conflict do nothing")?.execute([&digest])?;
    connection.prepare_cached("delete from wanted where digest = ?1")?.execute([&digest])?;
    Ok(())
}

/// Notes that a file is here no more.
pub(crate) fn lose(connection: &Connection, digest: &Digest) -> Result<(), StoreError> {
    connection.prepare_cached("delete from object where digest = ?1")?.execute([digest.to_string()])?;
    Ok(())
}

/// Asks for a file.
pub(crate) fn want(connection: &Connection, digest: &Digest) -> Result<(), StoreError> {
    connection.prepare_cached("insert or replace into wanted (digest) values (?1)")?.execute([digest.to_string()])?;
    Ok(())
}

/// Keeps the server's word that it has a file.
pub(crate) fn keep_receipt(connection: &Connection, digest: &Digest, receipt: &ObjectReceipt) -> Result<(), StoreError> {
    let receipt = serde_json::to_string(receipt).map_err(Slip::at("receipt"))?;
    let sql = "update object set receipt = ?2, refused = null where digest = ?1";
    connection.prepare_cached(sql)?.execute(params![digest.to_string(), receipt])?;
    Ok(())
}

/// The server may have lost files, or is another: it is asked again about each.
pub(crate) fn forget_receipts(connection: &Connection) -> Result<(), StoreError> {
    connection
        .execute("update object set receipt = null, refused = null where receipt is not null or refused is not null", [])?;
    Ok(())
}

/// Keeps why a file was not taken, or did not come: it then waits for a person.
pub(crate) fn refuse(connection: &Connection, digest: &Digest, why: &str) -> Result<(), StoreError> {
    for sql in ["update object set refused = ?2 where digest = ?1", "update wanted set refused = ?2 where digest = ?1"] {
        connection.prepare_cached(sql)?.execute(params![digest.to_string(), why])?;
    }
    Ok(())
}

/// A person has looked: what was refused is tried again.
pub(crate) fn forget_refusals(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("update object set refused = null; update wanted set refused = null;")?;
    Ok(())
}

/// How many files wait for a person.
pub(crate) fn refused(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "select count(*) from object where refused is not null and receipt is null";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}
