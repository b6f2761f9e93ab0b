//! Reading entries and heads.

use deadpool_postgres::GenericClient;
use loket_journal::{Chain, Digest, Entry, OriginId, Signature, Subject};
use std::collections::HashSet;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

use super::columns::{self, int};
use crate::store::gathering::{self, Gathering, Stored};
use crate::store::{Run, StoreFault};

/// Entries asked for at once while a run is gathered.
const STRIDE: i64 = 500;

pub(super) async fn hash_at(db: &impl GenericClient, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault> {
    let hash = db.prepare_cached("select hash from entries where origin = $1 and seq = $2").await?;
    let row = db.query_opt(&hash, &[&origin.0, &int(seq)]).await?;
    row.map(|row| columns::bytes(&row, 0).map(Digest)).transpose()
}

pub(super) async fn run(
    db: &impl GenericClient,
    office: &str,
    origin: OriginId,
    after: u64,
    room: usize,
) -> Result<Option<Run>, StoreFault> {
    let before = Chain::empty(origin);
    let head = if after == 0 { Some(before.head) } else { hash_at(db, origin, after).await? };
    let Some(head) = head else { return Ok(None) };
    let mut gathering = Gathering::after(Chain { length: after, head, ..before }, room);
    let stride = db.prepare_cached(include_str!("sql/run.sql")).await?;
    loop {
        let rows = db.query(&stride, &[&origin.0, &int(gathering.reached()), &STRIDE, &office]).await?;
        let last = rows.is_empty();
        for row in rows {
            if !gathering.add(stored(&row)?) {
                return Ok(gathering.run());
            }
        }
        if last {
            return Ok(gathering.run());
        }
    }
}

fn stored(row: &Row) -> Result<Stored, StoreFault> {
    let signature = columns::optional_bytes(row, 3)?.map(Signature);
    let head = signature.map(|signature| columns::bytes(row, 2).map(|hash| (Digest(hash), signature))).transpose()?;
    Ok(Stored { entry: entry(row)?, header_bytes: columns::get::<&[u8]>(row, 0)?.len(), head })
}

pub(super) async fn of_office(db: &impl GenericClient, office: &str) -> Result<Vec<Entry>, StoreFault> {
    select(db, "select header, payload from entries where office = $1", &[&office]).await
}

/// The entries of offices about these subjects.
pub(crate) async fn stories(db: &impl GenericClient, subjects: &[(&str, Subject)]) -> Result<Vec<Entry>, StoreFault> {
    let (mut whole_offices, mut offices, mut kinds, mut identities) = (vec![], vec![], vec![], vec![]);
    for (office, subject) in subjects {
        match columns_of(*subject) {
            (_, None) => whole_offices.push(*office),
            (kind, Some(identity)) => {
                offices.push(*office);
                kinds.push(kind);
                identities.push(identity);
            }
        }
    }
    let mut entries = Vec::new();
    if !whole_offices.is_empty() {
        entries = select(db, include_str!("sql/about_offices.sql"), &[&whole_offices]).await?;
    }
    if !offices.is_empty() {
        let found = select(db, include_str!("sql/stories.sql"), &[&offices, &kinds, &identities]).await?;
        // Other matters of the same identity stand in the same columns.
        let wanted: HashSet<Subject> = subjects.iter().map(|(_, subject)| *subject).collect();
        entries.extend(found.into_iter().filter(|entry| wanted.contains(&entry.header.subject)));
    }
    Ok(entries)
}

/// Its kind and its identity, as entries are searched by.
pub(super) fn columns_of(subject: Subject) -> (&'static str, Option<Uuid>) {
    match subject {
        Subject::Office => ("office", None),
        Subject::Request(request) => ("request", Some(request.0)),
        Subject::Other(_, identity) => ("other", Some(identity)),
    }
}

/// The entries that `sql` finds by header and payload.
async fn select(db: &impl GenericClient, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Vec<Entry>, StoreFault> {
    let statement = db.prepare_cached(sql).await?;
    db.query(&statement, values).await?.iter().map(entry).collect()
}

pub(super) fn entry(row: &Row) -> Result<Entry, StoreFault> {
    gathering::entry(columns::get(row, 0)?, columns::get(row, 1)?)
}
