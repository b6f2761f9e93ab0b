//! Numbers of the web in the embedded database.

use async_trait::async_trait;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;

use super::SqliteStore;
use super::columns::int;
use crate::asking::{HELD, NumberClaim, WebNumbers, first_free};
use crate::fault::StoreFault;

#[async_trait]
impl WebNumbers for SqliteStore {
    async fn claim_number(&self, claim: &NumberClaim, given: &BTreeSet<u32>) -> Result<u32, StoreFault> {
        let (claim, given) = (claim.clone(), given.clone());
        self.write(move |db| {
            let NumberClaim { office, series, desk, year, subject, now } = claim;
            let (office, series, desk, subject) = (office.as_str(), series.code(), desk.as_str(), subject.as_bytes());
            db.execute("delete from web_numbers where claimed <= ?1", [int(now.saturating_sub(HELD))])?;
            let of = "from web_numbers where office = ?1 and series = ?2 and desk = ?3 and year = ?4";
            let mut own = db.prepare_cached(&format!("select serial {of} and subject = ?5"))?;
            let known: Option<u32> =
                own.query_row(params![office, series, desk, year, subject], |row| row.get(0)).optional()?;
            if let Some(known) = known.filter(|known| !given.contains(known)) {
                return Ok(known);
            }
            let mut all = db.prepare_cached(&format!("select serial {of}"))?;
            let held = all.query_map(params![office, series, desk, year], |row| row.get(0))?.collect::<Result<_, _>>()?;
            let serial = first_free(&given, &held);
            let sql = "insert into web_numbers (office, series, desk, year, serial, subject, claimed) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            db.prepare_cached(sql)?.execute(params![office, series, desk, year, serial, subject, int(now)])?;
            Ok(serial)
        })
        .await
    }
}
