//! The other lists in the embedded database.

use async_trait::async_trait;
use loket_domain::office::OfficeCode;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::SqliteStore;
use super::columns::{code, number, within};
use super::matter_rows::matter;
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::matters::{self, MatterNarrowing, MatterOrder, Matters};
use crate::projection::{MatterKind, MatterRow};
use crate::store::Page;

/// The narrowing as parameters.
fn asked(reach: &Reach, of: &MatterNarrowing) -> Result<(Option<String>, String), StoreFault> {
    Ok((within(reach)?, serde_json::to_string(&of.words).map_err(StoreFault::damaged("kata yang dicari"))?))
}

#[async_trait]
impl Matters for SqliteStore {
    async fn matters(&self, reach: &Reach, of: &MatterNarrowing, page: Page) -> Result<Vec<(OfficeCode, MatterRow)>, StoreFault> {
        let ((within, words), of) = (asked(reach, of)?, of.clone());
        let order = match of.order {
            MatterOrder::Day => "order by day desc, office, subject",
            MatterOrder::Changed => "order by changed desc, office, subject",
        };
        let narrowed = include_str!("sql/matters/narrowed.sql");
        let sql = format!("select subject, changed, content, office {narrowed} {order} limit ?7 offset ?8");
        self.read(move |db| {
            let mut found = db.prepare_cached(&sql)?;
            let mut rows =
                found.query(params![of.kind.code(), within, of.class, of.day, words, of.over_too, page.take, page.skip])?;
            let mut matters = Vec::new();
            while let Some(row) = rows.next()? {
                matters.push((code(row, 3)?, matter(row)?));
            }
            Ok(matters)
        })
        .await
    }

    async fn count_matters(&self, reach: &Reach, of: &MatterNarrowing) -> Result<u64, StoreFault> {
        let ((within, words), of) = (asked(reach, of)?, of.clone());
        let sql = concat!("select count(*) ", include_str!("sql/matters/narrowed.sql"));
        self.read(move |db| {
            let values = params![of.kind.code(), within, of.class, of.day, words, of.over_too];
            Ok(db.prepare_cached(sql)?.query_row(values, |row| number(row, 0))?)
        })
        .await
    }

    async fn matter(&self, office: &str, kind: MatterKind, subject: Uuid) -> Result<Option<MatterRow>, StoreFault> {
        let office = office.to_owned();
        let sql = "select changed, content from matters where office = ?1 and kind = ?2 and subject = ?3";
        self.read(move |db| {
            let mut found = db.prepare_cached(sql)?;
            let values = params![office, kind.code(), subject.as_bytes()];
            let stored = found.query_row(values, |row| Ok((number(row, 0)?, row.get::<_, String>(1)?))).optional()?;
            stored.map(|(changed, content)| matters::read(subject, changed, &content)).transpose()
        })
        .await
    }
}
