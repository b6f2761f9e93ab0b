//! Entries, heads and writers as they are read back; they are append-only.

use loket_domain::ids::RequestId;
use loket_journal::{Chain, Entry, Header, Matter, OriginId, Payload, PublicKey, Recorded, SignedHead, Stamp, Subject};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::store::error::StoreError;

/// An entry as it was read back, with its place of arrival.
pub(crate) struct Kept {
    pub(crate) place: i64,
    pub(crate) header: Header,
    pub(crate) payload: Payload,
    /// Whether PPID Utama wrote it: its series is signed with a key of the server of this desk, or of one it had before.
    pub(crate) by_utama: bool,
}

impl Kept {
    /// The change, if this version knows its kind.
    pub(crate) fn recorded(&self) -> Recorded {
        self.payload.recorded()
    }
}

/// How a subject is named in the table.
pub(crate) fn subject_name(subject: Subject) -> String {
    match subject {
        Subject::Office => "office".to_owned(),
        Subject::Request(RequestId(id)) => format!("request:{id}"),
        Subject::Other(kind, id) => format!("other:{kind}:{id}"),
    }
}

/// The request a subject's name stands for.
pub(crate) fn request_of(subject: &str) -> Option<RequestId> {
    subject.strip_prefix("request:").and_then(|id| id.parse().ok())
}

/// The matter a subject's name stands for, if this version knows it.
pub(crate) fn matter_of(subject: &str) -> Option<(Matter, Uuid)> {
    let (kind, id) = subject.strip_prefix("other:")?.split_once(':')?;
    Subject::Other(kind.parse().ok()?, id.parse().ok()?).as_matter()
}

fn raw(row: &Row<'_>) -> Result<(i64, Entry), StoreError> {
    let encoded = row.get_ref(1)?.as_blob().map_err(StoreError::unsound("header"))?;
    let header = postcard::from_bytes(encoded).map_err(StoreError::unsound("header"))?;
    Ok((row.get(0)?, Entry { header, payload: row.get(2)? }))
}

fn read(row: &Row<'_>) -> Result<Kept, StoreError> {
    let (place, entry) = raw(row)?;
    // What another writer sent unreadable is kept and carried like a change that is damaged.
    let payload = Payload::read(&entry.payload).unwrap_or_else(|_| Payload::illegible());
    Ok(Kept { place, header: entry.header, payload, by_utama: row.get(3)? })
}

/// The entries of one subject in the order of the fold.
pub(crate) fn of_subject(connection: &Connection, subject: &str) -> Result<Vec<Kept>, StoreError> {
    let sql = concat!(include_str!("of_subject.sql"), "order by time, origin, seq");
    connection.prepare_cached(sql)?.query_and_then([subject], read)?.collect()
}

/// The entries of one subject whose change is of one of these kinds, in the order of the fold.
pub(crate) fn of_kinds(connection: &Connection, subject: &str, kinds: &[&str]) -> Result<Vec<Kept>, StoreError> {
    let sought: Vec<String> =
        kinds.iter().map(|kind| format!("instr(payload, cast('\"kind\":\"{kind}\"' as blob)) > 0")).collect();
    let sql = format!("{} and ({}) order by time, origin, seq", include_str!("of_subject.sql"), sought.join(" or "));
    connection.prepare_cached(&sql)?.query_and_then([subject], read)?.collect()
}

/// The seq of the last entry of `origin` about a subject; 0 when there is none.
pub(crate) fn last_of(connection: &Connection, subject: &str, origin: OriginId) -> Result<u64, StoreError> {
    let mut query = connection.prepare_cached("select max(seq) from entry where subject = ?1 and origin = ?2")?;
    let last: Option<u64> = query.query_row(params![subject, origin.0.as_bytes()], |row| row.get(0))?;
    Ok(last.unwrap_or(0))
}

/// Every subject there is.
pub(crate) fn subjects(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = connection.prepare("select distinct subject from entry order by subject")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Up to `limit` entries of a series after the first `after`.
pub(crate) fn of_series(connection: &Connection, origin: OriginId, after: u64, limit: u32) -> Result<Vec<Entry>, StoreError> {
    let sql = "select place, header, payload from entry where origin = ?1 and seq > ?2 order by seq limit ?3";
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_and_then(params![origin.0.as_bytes(), after, limit], raw)?;
    rows.map(|row| row.map(|(_, entry)| entry)).collect()
}

/// The subjects of the entries of a series after the first `after`, each once.
pub(crate) fn subjects_after(connection: &Connection, origin: OriginId, after: u64) -> Result<Vec<String>, StoreError> {
    let sql = "select distinct subject from entry where origin = ?1 and seq > ?2";
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map(params![origin.0.as_bytes(), after], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The series as far as its first `length` entries, or all of it.
pub(crate) fn chain(connection: &Connection, origin: OriginId, length: Option<u64>) -> Result<Chain, StoreError> {
    let sql = "select place, header, payload from entry where origin = ?1 and seq <= ?2 order by seq desc limit 1";
    let mut query = connection.prepare_cached(sql)?;
    let upto = length.unwrap_or(i64::MAX.cast_unsigned());
    let last = query.query_and_then(params![origin.0.as_bytes(), upto], raw)?.next().transpose()?;
    Ok(last
        .map_or_else(|| Chain::empty(origin), |(_, entry)| Chain { origin, length: entry.header.seq, head: entry.header.hash() }))
}

/// Every series here, with its length.
pub(crate) fn series(connection: &Connection) -> Result<Vec<(OriginId, u64)>, StoreError> {
    let mut query = connection.prepare_cached("select origin, max(seq) from entry group by origin")?;
    let rows = query.query_map([], |row| Ok((origin(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The latest stamp of an entry of `origin`, and of any other writer.
pub(crate) fn last_stamps(connection: &Connection, origin: OriginId) -> Result<(Stamp, Stamp), StoreError> {
    let last = |sql| -> Result<Stamp, StoreError> {
        let last: Option<u64> = connection.query_row(sql, [origin.0.as_bytes()], |row| row.get(0))?;
        Ok(Stamp(last.unwrap_or(0)))
    };
    Ok((last("select max(time) from entry where origin = ?1")?, last("select max(time) from entry where origin <> ?1")?))
}

/// The latest stamp of an entry about a subject.
pub(crate) fn last_stamp(connection: &Connection, subject: &str) -> Result<Stamp, StoreError> {
    let mut query = connection.prepare_cached("select max(time) from entry where subject = ?1")?;
    let last: Option<u64> = query.query_row([subject], |row| row.get(0))?;
    Ok(Stamp(last.unwrap_or(0)))
}

/// The end of every series here: this desk's own, and those of the writers it knows.
pub(crate) fn chains(connection: &Connection, own: OriginId) -> Result<Vec<Chain>, StoreError> {
    let mut query = connection.prepare_cached("select origin from writer where origin <> ?1")?;
    let others = query.query_map([own.0.as_bytes()], |row| origin(row, 0))?.collect::<Result<Vec<_>, _>>()?;
    others.into_iter().chain([own]).map(|origin| chain(connection, origin, None)).collect()
}

/// Whether the entry that ends `chain` is here as it is named; the beginning of a series is the same everywhere.
pub(crate) fn agrees(connection: &Connection, end: &Chain) -> Result<bool, StoreError> {
    Ok(chain(connection, end.origin, Some(end.length))? == *end)
}

/// Seq and size of the entries of a series after the first `after`, at most `limit` of them.
pub(crate) fn sizes(connection: &Connection, origin: OriginId, after: u64, limit: u32) -> Result<Vec<(u64, usize)>, StoreError> {
    let sql = "select seq, length(payload) from entry where origin = ?1 and seq > ?2 order by seq limit ?3";
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map(params![origin.0.as_bytes(), after, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The heads kept of a series after the first `after` entries, at most `limit` of them.
pub(crate) fn heads(connection: &Connection, origin: OriginId, after: u64, limit: u32) -> Result<Vec<SignedHead>, StoreError> {
    let sql = "select seq, hash, signature from head where origin = ?1 and seq > ?2 order by seq limit ?3";
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map(params![origin.0.as_bytes(), after, limit], head)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last kept head of a series.
pub(crate) fn last_head(connection: &Connection, origin: OriginId) -> Result<Option<SignedHead>, StoreError> {
    let sql = "select seq, hash, signature from head where origin = ?1 order by seq desc limit 1";
    Ok(connection.prepare_cached(sql)?.query_row([origin.0.as_bytes()], head).optional()?)
}

fn head(row: &Row<'_>) -> rusqlite::Result<SignedHead> {
    let (hash, signature) = (row.get(1).map(loket_journal::Digest)?, row.get(2).map(loket_journal::Signature)?);
    Ok(SignedHead { seq: row.get(0)?, hash, signature })
}

/// The key of a writer.
pub(crate) fn writer(connection: &Connection, origin: OriginId) -> Result<Option<PublicKey>, StoreError> {
    let mut query = connection.prepare_cached("select key from writer where origin = ?1")?;
    Ok(query.query_row([origin.0.as_bytes()], |row| row.get(0).map(PublicKey)).optional()?)
}

pub(super) fn origin(row: &Row<'_>, at: usize) -> rusqlite::Result<OriginId> {
    let bytes: [u8; 16] = row.get(at)?;
    Ok(OriginId(uuid::Uuid::from_bytes(bytes)))
}
