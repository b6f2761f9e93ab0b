//! Holdings on PostgreSQL.

use async_trait::async_trait;
use loket_journal::{Digest, OriginId};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::PostgresStore;
use super::columns::{bytes, int, number, optional_number, origin};
use crate::fault::StoreFault;
use crate::objects::{BegunObject, Holdings, NamedObject};

fn named(row: &Row) -> Result<NamedObject, StoreFault> {
    Ok(NamedObject { digest: Digest(bytes(row, 0)?), size: number(row, 1)?, whole: optional_number(row, 2)? })
}

fn begun(row: &Row) -> Result<BegunObject, StoreFault> {
    Ok(BegunObject { origin: origin(row, 0)?, digest: Digest(bytes(row, 1)?), bytes: number(row, 2)?, at: number(row, 3)? })
}

impl PostgresStore {
    async fn rows(&self, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, StoreFault> {
        let connection = self.connection().await?;
        let statement = connection.prepare_cached(sql).await?;
        Ok(connection.query(&statement, values).await?)
    }

    async fn change(&self, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<u64, StoreFault> {
        let connection = self.connection().await?;
        let statement = connection.prepare_cached(sql).await?;
        Ok(connection.execute(&statement, values).await?)
    }
}

#[async_trait]
impl Holdings for PostgresStore {
    async fn named(&self, office: &str) -> Result<Vec<NamedObject>, StoreFault> {
        let sql = "select digest, size, whole from objects where office = $1 order by digest";
        self.rows(sql, &[&office]).await?.iter().map(named).collect()
    }

    async fn named_object(&self, office: &str, digest: Digest) -> Result<Option<NamedObject>, StoreFault> {
        let sql = "select digest, size, whole from objects where office = $1 and digest = $2";
        self.rows(sql, &[&office, &digest.0.as_slice()]).await?.first().map(named).transpose()
    }

    async fn sizes_named(&self, office: &str, digest: Digest) -> Result<Vec<u64>, StoreFault> {
        let sql = "select size from object_sizes where office = $1 and digest = $2 order by size";
        self.rows(sql, &[&office, &digest.0.as_slice()]).await?.iter().map(|row| number(row, 0)).collect()
    }

    async fn entries_size(&self, office: &str) -> Result<u64, StoreFault> {
        let sql = "select coalesce(sum(octet_length(header) + octet_length(payload)), 0)::bigint from entries where office = $1";
        self.rows(sql, &[&office]).await?.first().map_or(Ok(0), |row| number(row, 0))
    }

    async fn room_used(&self, office: &str) -> Result<u64, StoreFault> {
        let sql = "select coalesce(sum(size), 0)::bigint from objects where office = $1 and whole is not null";
        self.rows(sql, &[&office]).await?.first().map_or(Ok(0), |row| number(row, 0))
    }

    async fn begun(&self, desk: OriginId) -> Result<Vec<BegunObject>, StoreFault> {
        let sql = "select origin, digest, bytes, at from begun where origin = $1 order by at, digest";
        self.rows(sql, &[&desk.0]).await?.iter().map(begun).collect()
    }

    async fn all_begun(&self) -> Result<Vec<BegunObject>, StoreFault> {
        let sql = "select origin, digest, bytes, at from begun order by at, origin, digest";
        self.rows(sql, &[]).await?.iter().map(begun).collect()
    }

    async fn move_on(&self, from: u64, next: BegunObject) -> Result<bool, StoreFault> {
        let (digest, bytes, at) = (next.digest.0.as_slice(), int(next.bytes), int(next.at));
        let changed = if from == 0 {
            let sql = "insert into begun (origin, digest, bytes, at) values ($1, $2, $3, $4) on conflict do nothing";
            self.change(sql, &[&next.origin.0, &digest, &bytes, &at]).await?
        } else {
            let sql = "update begun set bytes = $3, at = $4 where origin = $1 and digest = $2 and bytes = $5";
            self.change(sql, &[&next.origin.0, &digest, &bytes, &at, &int(from)]).await?
        };
        Ok(changed == 1)
    }

    async fn note_whole(&self, office: &str, digest: Digest, whole: Option<(u64, u64)>) -> Result<(), StoreFault> {
        let sql = "update objects set whole = $3, size = coalesce($4, size) where office = $1 and digest = $2";
        let (since, size) = (whole.map(|(since, _)| int(since)), whole.map(|(_, size)| int(size)));
        self.change(sql, &[&office, &digest.0.as_slice(), &since, &size]).await.map(|_| ())
    }

    async fn forget_begun(&self, desk: OriginId, digest: Digest) -> Result<(), StoreFault> {
        let sql = "delete from begun where origin = $1 and digest = $2";
        self.change(sql, &[&desk.0, &digest.0.as_slice()]).await.map(|_| ())
    }
}
