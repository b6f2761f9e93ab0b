//! Rows of the other lists, as they are folded and read.

use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::columns::{bytes, int, number};
use crate::fault::StoreFault;
use crate::matters;
use crate::projection::{MatterKind, MatterRow};

/// Adds the row of an office.
pub(super) fn insert(db: &Connection, office: &str, row: &MatterRow) -> Result<(), StoreFault> {
    let content = &row.content;
    let day = content.day().map(|day| day.to_string()).unwrap_or_default();
    let values = params![
        office,
        content.kind().code(),
        row.subject.as_bytes(),
        content.class(),
        day,
        content.stands(),
        content.words(),
        int(row.changed),
        matters::written(row)?
    ];
    db.prepare_cached(include_str!("sql/matters/insert.sql"))?.execute(values)?;
    Ok(())
}

/// Lets go of a row of an office.
pub(super) fn delete(db: &Connection, office: &str, kind: MatterKind, subject: Uuid) -> Result<(), StoreFault> {
    let sql = "delete from matters where office = ?1 and kind = ?2 and subject = ?3";
    db.prepare_cached(sql)?.execute(params![office, kind.code(), subject.as_bytes()])?;
    Ok(())
}

/// Every row of an office, in order of list and identity.
pub(super) fn of_office(db: &Connection, office: &str) -> Result<Vec<MatterRow>, StoreFault> {
    let sql = "select subject, changed, content from matters where office = ?1 order by kind, subject";
    let mut found = db.prepare_cached(sql)?;
    let mut rows = found.query([office])?;
    let mut matters = Vec::new();
    while let Some(row) = rows.next()? {
        matters.push(matter(row)?);
    }
    Ok(matters)
}

/// Reads identity, change and content.
pub(super) fn matter(row: &Row<'_>) -> Result<MatterRow, StoreFault> {
    matters::read(
        Uuid::from_bytes(bytes(row, 0)?),
        number(row, 1)?,
        row.get_ref(2)?.as_str().map_err(StoreFault::damaged("baris daftar"))?,
    )
}
