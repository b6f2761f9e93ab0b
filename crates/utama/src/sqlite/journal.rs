//! Reading entries and heads.

use loket_journal::{Chain, Digest, Entry, OriginId, Signature, Subject};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashSet;

use super::columns::{self, int};
use crate::store::gathering::{self, Gathering, Stored};
use crate::store::{Run, StoreFault};

/// Subjects that are sought one by one.
const FEW: usize = 8;

pub(super) fn hash_at(db: &Connection, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault> {
    let mut hash = db.prepare_cached("select hash from entries where origin = ?1 and seq = ?2")?;
    Ok(hash.query_row(params![origin.0.as_bytes(), int(seq)], |row| columns::bytes(row, 0).map(Digest)).optional()?)
}

pub(super) fn run(db: &Connection, office: &str, origin: OriginId, after: u64, room: usize) -> Result<Option<Run>, StoreFault> {
    let before = Chain::empty(origin);
    let head = if after == 0 { Some(before.head) } else { hash_at(db, origin, after)? };
    let Some(head) = head else { return Ok(None) };
    let mut gathering = Gathering::after(Chain { length: after, head, ..before }, room);
    let mut statement = db.prepare_cached(include_str!("sql/run.sql"))?;
    let mut rows = statement.query(params![origin.0.as_bytes(), int(after), office])?;
    while let Some(row) = rows.next()? {
        let signature = columns::optional(row, 3, columns::bytes)?.map(Signature);
        let head = signature.map(|signature| Ok::<_, StoreFault>((Digest(columns::bytes(row, 2)?), signature))).transpose()?;
        let header_bytes = row.get_ref(0)?.as_blob().map_or(0, <[u8]>::len);
        if !gathering.add(Stored { entry: entry(row)?, header_bytes, head }) {
            break;
        }
    }
    Ok(gathering.run())
}

pub(super) fn of_office(db: &Connection, office: &str) -> Result<Vec<Entry>, StoreFault> {
    select(db, "where office = ?1", params![office])
}

/// The entries of an office about one subject.
pub(crate) fn of_subject(db: &Connection, office: &str, subject: Subject) -> Result<Vec<Entry>, StoreFault> {
    let about = "where office = ?1 and kind = ?2";
    match subject {
        Subject::Office => select(db, about, params![office, "office"]),
        Subject::Request(request) => {
            select(db, &format!("{about} and request = ?3"), params![office, "request", request.0.as_bytes()])
        }
        // Other subjects have no column: their identity is sought among the header's bytes, then compared.
        Subject::Other(_, id) => {
            let filter = format!("{about} and instr(header, ?3) > 0");
            let mut entries = select(db, &filter, params![office, "other", id.as_bytes()])?;
            entries.retain(|entry| entry.header.subject == subject);
            Ok(entries)
        }
    }
}

/// The entries of an office about these other subjects: many are found in one walk, not in one each.
pub(super) fn of_others(db: &Connection, office: &str, subjects: &HashSet<Subject>) -> Result<Vec<Entry>, StoreFault> {
    if subjects.len() <= FEW {
        return subjects.iter().try_fold(Vec::new(), |mut entries, subject| {
            entries.extend(of_subject(db, office, *subject)?);
            Ok(entries)
        });
    }
    let mut entries = select(db, "where office = ?1 and kind = 'other'", params![office])?;
    entries.retain(|entry| subjects.contains(&entry.header.subject));
    Ok(entries)
}

/// The entries that `filter` lets through.
fn select(db: &Connection, filter: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Entry>, StoreFault> {
    let mut statement = db.prepare_cached(&format!("select header, payload from entries {filter}"))?;
    let mut rows = statement.query(values)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(entry(row)?);
    }
    Ok(entries)
}

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, StoreFault> {
    let header = row.get_ref(0)?.as_blob().map_err(StoreFault::damaged("kepala catatan"))?;
    gathering::entry(header, row.get(1)?)
}
