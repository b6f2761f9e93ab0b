//! Acknowledgments on PostgreSQL.

use async_trait::async_trait;
use loket_journal::OriginId;
use tokio_postgres::Row;

use super::PostgresStore;
use super::columns::{all, code, get, int, number, origin};
use crate::fault::StoreFault;
use crate::sticks::{Acknowledged, StickRow, Sticks};

fn stick(row: &Row) -> Result<StickRow, StoreFault> {
    Ok(StickRow {
        origin: origin(row, 0)?,
        office: code(row, 1)?,
        desk: code(row, 2)?,
        at: number(row, 3)?,
        taken: number(row, 4)?,
        refused: number(row, 5)?,
        returned: number(row, 6)?,
        more: get(row, 7)?,
    })
}

#[async_trait]
impl Sticks for PostgresStore {
    async fn keep_acknowledgment(&self, acknowledged: &Acknowledged, at: u64) -> Result<(), StoreFault> {
        let Acknowledged { office, desk, origin, taken, refused, returned, more, file } = acknowledged;
        let (at, taken, refused, returned) = (int(at), int(*taken), int(*refused), int(*returned));
        let connection = self.connection().await?;
        let values: [&(dyn tokio_postgres::types::ToSql + Sync); 9] =
            [&origin.0, &office.as_str(), &desk.as_str(), &at, &taken, &refused, &returned, more, file];
        connection.execute(include_str!("sql/sticks/keep.sql"), &values).await?;
        Ok(())
    }

    async fn sticks(&self) -> Result<Vec<StickRow>, StoreFault> {
        all(&self.connection().await?, include_str!("../sticks/sql/list.sql"), &[], stick).await
    }

    async fn stick(&self, origin: OriginId) -> Result<Option<StickRow>, StoreFault> {
        let sql = concat!("select * from (", include_str!("../sticks/sql/list.sql"), ") as kept where origin = $1");
        Ok(all(&self.connection().await?, sql, &[&origin.0], stick).await?.pop())
    }

    async fn acknowledgment(&self, origin: OriginId) -> Result<Option<Vec<u8>>, StoreFault> {
        let sql = "select file from acknowledgments where origin = $1";
        Ok(all(&self.connection().await?, sql, &[&origin.0], |row| get(row, 0)).await?.pop())
    }
}
