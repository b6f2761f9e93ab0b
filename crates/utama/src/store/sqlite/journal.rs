//! Entries and heads.

use loket_journal::{Chain, Digest, Entry, OriginId, Signature, SignedHead, Subject};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

use super::columns::{self, int};
use crate::store::joint::Joint;
use crate::store::{Run, StoreFault, Taking};

/// Stores what is new in `run`; with the subjects it is about.
pub(super) fn take(db: &Connection, run: &Run) -> Result<(Taking, BTreeSet<Subject>), StoreFault> {
    let stored = end(db, run.before.origin)?;
    let Joint::Meets { seq, hash, known } = Joint::of(run, stored.length) else {
        return Ok((Taking::Gap(stored.length + 1), BTreeSet::new()));
    };
    if hash_at(db, stored.origin, seq)? != Some(hash) {
        return Ok((Taking::Forked, BTreeSet::new()));
    }
    let new = &run.entries[known..];
    for entry in new {
        insert(db, entry)?;
    }
    let (origin, head) = (stored.origin.0.as_bytes(), &run.head);
    if new.is_empty() {
        return Ok((Taking::Taken(stored), BTreeSet::new()));
    }
    let values = params![origin, int(head.seq), head.hash.0, head.signature.0];
    db.prepare_cached(include_str!("sql/insert_head.sql"))?.execute(values)?;
    let subjects = new.iter().map(|entry| entry.header.subject).collect();
    Ok((Taking::Taken(Chain { length: head.seq, head: head.hash, ..stored }), subjects))
}

fn insert(db: &Connection, Entry { header, payload }: &Entry) -> Result<(), StoreFault> {
    let (kind, request) = match header.subject {
        Subject::Office => ("office", None),
        Subject::Request(request) => ("request", Some(request.0)),
        Subject::Other(..) => ("other", None),
    };
    let bytes = postcard::to_allocvec(header).map_err(|_| StoreFault::Damaged("kepala catatan"))?;
    let request = request.as_ref().map(|request| request.as_bytes());
    let (origin, hash) = (header.origin.0.as_bytes(), header.hash().0);
    let values = params![origin, int(header.seq), header.office, kind, request, hash, bytes, payload];
    db.prepare_cached(include_str!("sql/insert_entry.sql"))?.execute(values)?;
    Ok(())
}

/// The end of a series.
fn end(db: &Connection, origin: OriginId) -> Result<Chain, StoreFault> {
    let last = "select seq, hash from entries where origin = ?1 order by seq desc limit 1";
    let last = db.query_row(last, [origin.0.as_bytes()], |row| Ok((columns::number(row, 0)?, Digest(columns::bytes(row, 1)?))));
    Ok(last.optional()?.map_or(Chain::empty(origin), |(length, head)| Chain { origin, length, head }))
}

/// Hash of the header at `seq`; before the first entry it is zeros.
fn hash_at(db: &Connection, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault> {
    if seq == 0 {
        return Ok(Some(Chain::empty(origin).head));
    }
    let hash = "select hash from entries where origin = ?1 and seq = ?2";
    Ok(db.query_row(hash, params![origin.0.as_bytes(), int(seq)], |row| columns::bytes(row, 0).map(Digest)).optional()?)
}

pub(super) fn run(db: &Connection, origin: OriginId, after: u64, room: usize) -> Result<Option<Run>, StoreFault> {
    let Some(head) = hash_at(db, origin, after)? else { return Ok(None) };
    let before = Chain { origin, length: after, head };
    let (mut entries, mut size, mut last): (Vec<Entry>, _, _) = (vec![], 0_usize, None);
    let mut statement = db.prepare_cached(include_str!("sql/run.sql"))?;
    let mut rows = statement.query(params![origin.0.as_bytes(), int(after)])?;
    while let Some(row) = rows.next()? {
        let entry = entry(row)?;
        size = size.saturating_add(row.get_ref(0)?.as_blob().map_or(0, <[u8]>::len) + entry.payload.len());
        if size > room && last.is_some() {
            break;
        }
        entries.push(entry);
        if let Some(signature) = columns::optional(row, 3, columns::bytes)? {
            let (seq, hash) = (after + entries.len() as u64, Digest(columns::bytes(row, 2)?));
            last = Some((entries.len(), SignedHead { seq, hash, signature: Signature(signature) }));
        }
    }
    Ok(last.and_then(|(length, head)| {
        entries.truncate(length);
        let office = entries.first()?.header.office.clone();
        Some(Run { office, before, entries, head })
    }))
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

fn entry(row: &rusqlite::Row<'_>) -> Result<Entry, StoreFault> {
    let header = row.get_ref(0)?.as_blob().map_err(|_| StoreFault::Damaged("kepala catatan"))?;
    let header = postcard::from_bytes(header).map_err(|_| StoreFault::Damaged("kepala catatan"))?;
    Ok(Entry { header, payload: row.get(1)? })
}
