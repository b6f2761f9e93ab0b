//! Looking into a desk's file without touching it.

use loket_domain::change::Change;
use loket_journal::{EntryId, Header, OriginId, Payload, Recorded};
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use uuid::Uuid;

use crate::office::hex;

/// An entry as it stands in a desk's file.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) header: Header,
    pub(crate) change: Option<Change>,
}

/// What a register says of a request: number, stage, deadline, day of the answer.
pub(crate) type Register = BTreeMap<String, (String, String, Option<String>, Option<String>)>;

/// A second connection to a desk's file that reads what is committed.
pub(crate) struct Glass {
    connection: Connection,
    /// Entries seen, by place of arrival.
    pub(crate) seen: BTreeMap<i64, Seen>,
    /// The series the desk wrote when it was looked at last: when it goes on under another, entries moved.
    own: Option<OriginId>,
}

impl Glass {
    pub(crate) fn at(folder: &Path, key: &[u8; 32]) -> Self {
        let connection = Connection::open_with_flags(folder.join("data/loket.db"), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        connection.pragma_update(None, "key", format!("x'{}'", hex(key))).unwrap();
        connection.pragma_update(None, "query_only", true).unwrap();
        Self { connection, seen: BTreeMap::new(), own: None }
    }

    /// Reads what came since the last look, for a desk that writes `own`. Returns those entries.
    pub(crate) fn look(&mut self, own: OriginId) -> Vec<Seen> {
        if self.own.replace(own) != Some(own) {
            self.seen.clear();
        }
        let last = self.seen.keys().next_back().copied().unwrap_or(0);
        let sql = "select place, header, payload from entry where place > ?1 order by place";
        let mut query = self.connection.prepare_cached(sql).unwrap();
        let new: Vec<(i64, Seen)> = query
            .query_map([last], |row| {
                let header: Header = postcard::from_bytes(row.get_ref(1)?.as_blob()?).unwrap();
                let payload = row.get_ref(2)?.as_blob()?;
                let change = Payload::read(payload).ok().and_then(|payload| match payload.recorded() {
                    Recorded::Known(change) => Some(change),
                    Recorded::Newer { .. } | Recorded::Damaged { .. } => None,
                });
                Ok((row.get(0)?, Seen { header, change }))
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        self.seen.extend(new.iter().cloned());
        new.into_iter().map(|(_, seen)| seen).collect()
    }

    pub(crate) fn ids(&self) -> BTreeSet<EntryId> {
        self.seen.values().map(|seen| seen.header.id).collect()
    }

    /// Where use cases of `origin` ended.
    pub(crate) fn heads(&self, origin: OriginId) -> BTreeSet<u64> {
        let mut query = self.connection.prepare_cached("select seq from head where origin = ?1").unwrap();
        query.query_map([origin.0.as_bytes()], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    /// Requests, in order of arrival: identity and stage.
    pub(crate) fn requests(&self) -> Vec<(String, String)> {
        let mut query = self.connection.prepare_cached("select id, stage from request order by place").unwrap();
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    }

    pub(crate) fn register(&self) -> Register {
        let mut query = self.connection.prepare_cached("select id, number, stage, due, decided_on from request").unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)));
        query.query_map([], row).unwrap().map(Result::unwrap).collect()
    }

    /// Entries that did not fit.
    pub(crate) fn misfits(&self) -> BTreeSet<(OriginId, u64)> {
        let sql = "select entry.origin, entry.seq from review join entry using (place)";
        let mut query = self.connection.prepare_cached(sql).unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((OriginId(Uuid::from_bytes(row.get(0)?)), row.get(1)?));
        query.query_map([], row).unwrap().map(Result::unwrap).collect()
    }
}
