//! Holdings on the embedded database.

use async_trait::async_trait;
use loket_journal::{Digest, OriginId};
use rusqlite::{OptionalExtension, Row, params};

use super::SqliteStore;
use super::columns::{bytes, int, number, optional, origin};
use crate::fault::StoreFault;
use crate::objects::{BegunObject, Holdings, NamedObject};

fn named(row: &Row<'_>) -> rusqlite::Result<NamedObject> {
    Ok(NamedObject { digest: Digest(bytes(row, 0)?), size: number(row, 1)?, whole: optional(row, 2, number)? })
}

fn begun(row: &Row<'_>) -> rusqlite::Result<BegunObject> {
    Ok(BegunObject { origin: origin(row, 0)?, digest: Digest(bytes(row, 1)?), bytes: number(row, 2)?, at: number(row, 3)? })
}

#[async_trait]
impl Holdings for SqliteStore {
    async fn named(&self, office: &str) -> Result<Vec<NamedObject>, StoreFault> {
        let office = office.to_owned();
        let sql = "select digest, size, whole from objects where office = ?1 order by digest";
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_map([office], named)?.collect::<Result<_, _>>()?)).await
    }

    async fn named_object(&self, office: &str, digest: Digest) -> Result<Option<NamedObject>, StoreFault> {
        let office = office.to_owned();
        let sql = "select digest, size, whole from objects where office = ?1 and digest = ?2";
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_row(params![office, digest.0], named).optional()?)).await
    }

    async fn sizes_named(&self, office: &str, digest: Digest) -> Result<Vec<u64>, StoreFault> {
        let office = office.to_owned();
        let sql = "select size from object_sizes where office = ?1 and digest = ?2 order by size";
        let sizes = move |db: &rusqlite::Connection| {
            Ok(db.prepare_cached(sql)?.query_map(params![office, digest.0], |row| number(row, 0))?.collect::<Result<_, _>>()?)
        };
        self.read(sizes).await
    }

    async fn entries_size(&self, office: &str) -> Result<u64, StoreFault> {
        let office = office.to_owned();
        let sql = "select coalesce(sum(length(header) + length(payload)), 0) from entries where office = ?1";
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_row([office], |row| number(row, 0))?)).await
    }

    async fn room_used(&self, office: &str) -> Result<u64, StoreFault> {
        let office = office.to_owned();
        let sql = "select coalesce(sum(size), 0) from objects where office = ?1 and whole is not null";
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_row([office], |row| number(row, 0))?)).await
    }

    async fn begun(&self, desk: OriginId) -> Result<Vec<BegunObject>, StoreFault> {
        let sql = "select origin, digest, bytes, at from begun where origin = ?1 order by at, digest";
        let desk = *desk.0.as_bytes();
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_map([desk], begun)?.collect::<Result<_, _>>()?)).await
    }

    async fn all_begun(&self) -> Result<Vec<BegunObject>, StoreFault> {
        let sql = "select origin, digest, bytes, at from begun order by at, origin, digest";
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_map([], begun)?.collect::<Result<_, _>>()?)).await
    }

    async fn move_on(&self, from: u64, next: BegunObject) -> Result<bool, StoreFault> {
        let moved = move |db: &rusqlite::Connection| {
            let (desk, digest) = (next.origin.0.as_bytes(), next.digest.0);
            let changed = if from == 0 {
                let sql = "insert into begun (origin, digest, bytes, at) values (?1, ?2, ?3, ?4) on conflict do nothing";
                db.execute(sql, params![desk, digest, int(next.bytes), int(next.at)])?
            } else {
                let sql = "update begun set bytes = ?3, at = ?4 where origin = ?1 and digest = ?2 and bytes = ?5";
                db.execute(sql, params![desk, digest, int(next.bytes), int(next.at), int(from)])?
            };
            Ok(changed == 1)
        };
        self.write(moved).await
    }

    async fn note_whole(&self, office: &str, digest: Digest, whole: Option<(u64, u64)>) -> Result<(), StoreFault> {
        let office = office.to_owned();
        let sql = "update objects set whole = ?3, size = coalesce(?4, size) where office = ?1 and digest = ?2";
        let (since, size) = (whole.map(|(since, _)| int(since)), whole.map(|(_, size)| int(size)));
        self.write(move |db| Ok(db.execute(sql, params![office, digest.0, since, size]).map(|_| ())?)).await
    }

    async fn forget_begun(&self, desk: OriginId, digest: Digest) -> Result<(), StoreFault> {
        let sql = "delete from begun where origin = ?1 and digest = ?2";
        self.write(move |db| Ok(db.execute(sql, params![desk.0.as_bytes(), digest.0]).map(|_| ())?)).await
    }
}
