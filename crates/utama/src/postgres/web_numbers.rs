//! Numbers of the web on PostgreSQL.

use async_trait::async_trait;
use std::collections::BTreeSet;

use super::columns::{get, int};
use super::{PostgresStore, locks};
use crate::asking::{HELD, NumberClaim, WebNumbers, first_free};
use crate::fault::StoreFault;

#[async_trait]
impl WebNumbers for PostgresStore {
    async fn claim_number(&self, claim: &NumberClaim, given: &BTreeSet<u32>) -> Result<u32, StoreFault> {
        let NumberClaim { office, series, desk, year, subject, now } = claim;
        let (office, series, desk) = (office.as_str(), series.code(), desk.as_str());
        let mut connection = self.connection().await?;
        let transaction = connection.transaction().await?;
        locks::offices(&transaction, std::iter::once(office)).await?;
        let over = int(now.saturating_sub(HELD));
        transaction.execute("delete from web_numbers where claimed <= $1", &[&over]).await?;
        let sql = "select serial, subject from web_numbers where office = $1 and series = $2 and desk = $3 and year = $4";
        let (mut held, mut known) = (BTreeSet::new(), None);
        for row in transaction.query(sql, &[&office, &series, &desk, year]).await? {
            let serial = u32::try_from(get::<i64>(&row, 0)?).map_err(StoreFault::damaged("nomor laman"))?;
            held.insert(serial);
            known = known.or((get::<uuid::Uuid>(&row, 1)? == *subject && !given.contains(&serial)).then_some(serial));
        }
        if let Some(known) = known {
            return Ok(known);
        }
        let serial = first_free(given, &held);
        let sql =
            "insert into web_numbers (office, series, desk, year, serial, subject, claimed) values ($1, $2, $3, $4, $5, $6, $7)";
        let values: &[&(dyn tokio_postgres::types::ToSql + Sync)] =
            &[&office, &series, &desk, year, &i64::from(serial), subject, &int(*now)];
        transaction.execute(sql, values).await?;
        transaction.commit().await?;
        Ok(serial)
    }
}
