//! Rows of the other lists, as they are folded and read.

use deadpool_postgres::{GenericClient, Transaction};
use tokio_postgres::Row;
use uuid::Uuid;

use super::columns::{all, get, int, number};
use crate::fault::StoreFault;
use crate::matters;
use crate::projection::MatterRow;
use crate::store::ledger::{Rows, Stale};

/// Lets go of the stale rows that are named one by one.
pub(super) async fn delete_stale(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let (mut offices, mut kinds, mut subjects) = (Vec::<&str>::new(), Vec::<&str>::new(), Vec::<Uuid>::new());
    for Rows { office, stale, .. } in rows {
        if let Stale::Parts { matters, .. } = stale {
            offices.extend(matters.iter().map(|_| office.as_str()));
            kinds.extend(matters.iter().map(|(kind, _)| kind.code()));
            subjects.extend(matters.iter().map(|(_, subject)| *subject));
        }
    }
    if offices.is_empty() {
        return Ok(());
    }
    let statement = db.prepare_cached(include_str!("sql/matters/delete.sql")).await?;
    db.execute(&statement, &[&offices, &kinds, &subjects]).await?;
    Ok(())
}

/// Adds the fresh rows.
pub(super) async fn insert(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let all = || rows.iter().flat_map(|rows| rows.fresh.matters.iter().map(|row| (rows.office.as_str(), row)));
    let offices: Vec<&str> = all().map(|(office, _)| office).collect();
    if offices.is_empty() {
        return Ok(());
    }
    let kinds: Vec<&str> = all().map(|(_, row)| row.content.kind().code()).collect();
    let subjects: Vec<Uuid> = all().map(|(_, row)| row.subject).collect();
    let classes: Vec<String> = all().map(|(_, row)| row.content.class()).collect();
    let days: Vec<String> = all().map(|(_, row)| row.content.day().map(|day| day.to_string()).unwrap_or_default()).collect();
    let standing: Vec<bool> = all().map(|(_, row)| row.content.stands()).collect();
    let words: Vec<String> = all().map(|(_, row)| row.content.words()).collect();
    let changed: Vec<i64> = all().map(|(_, row)| int(row.changed)).collect();
    let contents = all().map(|(_, row)| matters::written(row)).collect::<Result<Vec<String>, _>>()?;
    let statement = db.prepare_cached(include_str!("sql/matters/insert.sql")).await?;
    db.execute(&statement, &[&offices, &kinds, &subjects, &classes, &days, &standing, &words, &changed, &contents]).await?;
    Ok(())
}

/// Reads identity, change and content.
pub(super) fn matter(row: &Row) -> Result<MatterRow, StoreFault> {
    matters::read(get(row, 0)?, number(row, 1)?, get(row, 2)?)
}

/// Every row of an office, in order of list and identity.
pub(super) async fn of_office(db: &impl GenericClient, office: &str) -> Result<Vec<MatterRow>, StoreFault> {
    let sql = r#"select subject, changed, content from matters where office = $1 order by kind collate "C", subject"#;
    all(db, sql, &[&office], matter).await
}
