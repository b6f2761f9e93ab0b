//! Acknowledgments in the embedded database.

use async_trait::async_trait;
use loket_journal::OriginId;
use rusqlite::{OptionalExtension, Row, params};

use super::SqliteStore;
use super::columns::{code, int, number, origin};
use crate::fault::StoreFault;
use crate::sticks::{Acknowledged, StickRow, Sticks};

fn stick(row: &Row<'_>) -> rusqlite::Result<StickRow> {
    Ok(StickRow {
        origin: origin(row, 0)?,
        office: code(row, 1)?,
        desk: code(row, 2)?,
        at: number(row, 3)?,
        taken: number(row, 4)?,
        refused: number(row, 5)?,
        returned: number(row, 6)?,
        more: row.get(7)?,
    })
}

#[async_trait]
impl Sticks for SqliteStore {
    async fn keep_acknowledgment(&self, acknowledged: &Acknowledged, at: u64) -> Result<(), StoreFault> {
        let Acknowledged { office, desk, origin, taken, refused, returned, more, file } = acknowledged.clone();
        let keep = move |db: &rusqlite::Connection| {
            let (taken, refused, returned) = (int(taken), int(refused), int(returned));
            let values =
                params![origin.0.as_bytes(), office.as_str(), desk.as_str(), int(at), taken, refused, returned, more, file];
            db.execute(include_str!("sql/sticks/keep.sql"), values)?;
            Ok(())
        };
        self.write(keep).await
    }

    async fn sticks(&self) -> Result<Vec<StickRow>, StoreFault> {
        let list = |db: &rusqlite::Connection| {
            Ok(db.prepare_cached(include_str!("../sticks/sql/list.sql"))?.query_map([], stick)?.collect::<Result<_, _>>()?)
        };
        self.read(list).await
    }

    async fn stick(&self, origin: OriginId) -> Result<Option<StickRow>, StoreFault> {
        let sql = concat!("select * from (", include_str!("../sticks/sql/list.sql"), ") as kept where origin = ?1");
        self.read(move |db| Ok(db.query_row(sql, [origin.0.as_bytes()], stick).optional()?)).await
    }

    async fn acknowledgment(&self, origin: OriginId) -> Result<Option<Vec<u8>>, StoreFault> {
        let sql = "select file from acknowledgments where origin = ?1";
        self.read(move |db| Ok(db.query_row(sql, [origin.0.as_bytes()], |row| row.get(0)).optional()?)).await
    }
}
