//! What is being typed, kept encrypted so that it survives a killed process.

use rusqlite::{Connection, OptionalExtension};

use crate::store::error::StoreError;

pub(crate) fn keep(connection: &Connection, name: &str, content: &str, kept_at: &str) -> Result<(), StoreError> {
    let sql = "insert or replace into draft (name, content, kept_at) values (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute([name, content, kept_at])?;
    Ok(())
}

/// Every draft whose name begins with `shelf` and a stroke: (name, content, when), the latest first.
pub(crate) fn under(connection: &Connection, shelf: &str) -> Result<Vec<(String, String, String)>, StoreError> {
    let sql = "select name, content, kept_at from draft where instr(name, ?1 || '/') = 1 order by name desc";
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map([shelf], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?)
}

pub(crate) fn kept(connection: &Connection, name: &str) -> Result<Option<(String, String)>, StoreError> {
    let mut query = connection.prepare_cached("select content, kept_at from draft where name = ?1")?;
    Ok(query.query_row([name], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Lets what lies on one shelf lie on another; where something of that name lies there already, each stays where it is.
pub(crate) fn move_shelf(connection: &Connection, from: &str, to: &str) -> Result<(), StoreError> {
    let sql = "update or ignore draft set name = ?2 || substr(name, length(?1) + 1) where instr(name, ?1 || '/') = 1";
    connection.prepare_cached(sql)?.execute([from, to])?;
    Ok(())
}

pub(crate) fn discard(connection: &Connection, name: &str) -> Result<(), StoreError> {
    connection.prepare_cached("delete from draft where name = ?1")?.execute([name])?;
    Ok(())
}
