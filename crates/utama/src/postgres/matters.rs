//! The other lists on PostgreSQL.

use async_trait::async_trait;
use loket_domain::office::OfficeCode;
use tokio_postgres::Row;
use uuid::Uuid;

use super::PostgresStore;
use super::columns::{all, askable, code, number, within};
use super::matter_rows::matter;
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::matters::{MatterNarrowing, MatterOrder, Matters};
use crate::projection::{MatterKind, MatterRow};
use crate::store::Page;

/// Whether everything that is looked for can be asked about.
fn answerable(of: &MatterNarrowing) -> bool {
    [&of.class, &of.day].into_iter().chain(&of.words).all(|text| askable(text))
}

#[async_trait]
impl Matters for PostgresStore {
    async fn matters(&self, reach: &Reach, of: &MatterNarrowing, page: Page) -> Result<Vec<(OfficeCode, MatterRow)>, StoreFault> {
        if !answerable(of) {
            return Ok(vec![]);
        }
        let order = match of.order {
            MatterOrder::Day => "order by day desc, office, subject",
            MatterOrder::Changed => "order by changed desc, office, subject",
        };
        let narrowed = include_str!("sql/matters/narrowed.sql");
        let sql = format!("select subject, changed, content, office {narrowed} {order} limit $7 offset $8");
        let (take, skip) = (i64::from(page.take), i64::from(page.skip));
        let read = |row: &Row| Ok((code(row, 3)?, matter(row)?));
        let (kind, within) = (of.kind.code(), within(reach));
        all(&self.connection().await?, &sql, &[&kind, &within, &of.class, &of.day, &of.words, &of.over_too, &take, &skip], read)
            .await
    }

    async fn count_matters(&self, reach: &Reach, of: &MatterNarrowing) -> Result<u64, StoreFault> {
        if !answerable(of) {
            return Ok(0);
        }
        let connection = self.connection().await?;
        let statement = connection.prepare_cached(concat!("select count(*) ", include_str!("sql/matters/narrowed.sql"))).await?;
        let (kind, within) = (of.kind.code(), within(reach));
        number(&connection.query_one(&statement, &[&kind, &within, &of.class, &of.day, &of.words, &of.over_too]).await?, 0)
    }

    async fn matter(&self, office: &str, kind: MatterKind, subject: Uuid) -> Result<Option<MatterRow>, StoreFault> {
        if !askable(office) {
            return Ok(None);
        }
        let sql = "select subject, changed, content from matters where office = $1 and kind = $2 and subject = $3";
        Ok(all(&self.connection().await?, sql, &[&office, &kind.code(), &subject], matter).await?.pop())
    }
}
