//! Objections, classifications, questions, the catalogue, surveys and reports: their fold, their row, and how they are found.

use crate::kernel::slip::Slip;
use crate::store::error::StoreError;
use crate::store::finding;
use crate::store::folded::Folded;
use crate::store::known::Known;
use crate::store::letters;
use crate::store::news;
use chrono::NaiveDate;
use loket_domain::ids::RequestId;
use loket_domain::numbering::DeskCode;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

/// Folds the changes of one matter and writes its row and its news; returns the places of those that did not fit.
pub(crate) fn project<S: Folded>(
    connection: &Connection,
    subject: &str,
    id: Uuid,
    changes: &[Known],
) -> Result<Vec<usize>, StoreError> {
    let (state, misfits) = S::replay(changes.iter().map(|known| &known.change));
    connection.prepare_cached("delete from matter where id = ?1")?.execute([id.to_string()])?;
    if let Some(state) = state {
        let place = changes.first().map_or(0, |known| known.place);
        let columns = state.columns();
        let json = serde_json::to_string(&state).map_err(Slip::at("matter"))?;
        let number = columns.number.as_ref();
        connection.prepare_cached(include_str!("insert_matter.sql"))?.execute(params![
            place,
            S::MATTER as u16,
            id.to_string(),
            number.map(|number| number.desk.as_str()),
            number.map(|number| number.year),
            number.map(|number| number.serial),
            columns.on,
            columns.due,
            columns.stage,
            columns.request.map(|request| request.to_string()),
            finding::plain(&columns.words),
            json,
        ])?;
        letters::project(connection, subject, &state.letters())?;
        news::project(connection, subject, changes, |change| state.news(change))?;
    }
    Ok(misfits)
}

/// A matter and its identity.
pub(crate) struct Found<S> {
    pub(crate) id: Uuid,
    pub(crate) state: S,
}

fn read<S: Folded>(row: &Row<'_>) -> Result<Found<S>, StoreError> {
    let (id, state): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Found {
        id: id.parse().map_err(StoreError::unsound("matter id"))?,
        state: serde_json::from_str(&state).map_err(StoreError::unsound("matter state"))?,
    })
}

/// The matter with this identity.
pub(crate) fn one<S: Folded>(connection: &Connection, id: Uuid) -> Result<Option<S>, StoreError> {
    let mut query = connection.prepare_cached("select id, state from matter where kind = ?1 and id = ?2")?;
    let found = query.query_and_then(params![S::MATTER as u16, id.to_string()], read)?.next().transpose()?;
    Ok(found.map(|found: Found<S>| found.state))
}

/// Every matter of a kind whose date lies in a period (both days part of it), oldest first.
pub(crate) fn between<S: Folded>(connection: &Connection, from: &str, to: &str) -> Result<Vec<Found<S>>, StoreError> {
    let sql = "select id, state from matter where kind = ?1 and on_date between ?2 and ?3 order by on_date, place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, from, to], read)?.collect()
}

/// Every matter of a kind, in the order it was begun.
pub(crate) fn all<S: Folded>(connection: &Connection) -> Result<Vec<Found<S>>, StoreError> {
    let sql = "select id, state from matter where kind = ?1 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16], read)?.collect()
}

/// The matters of a kind with something due on a civil date or before, in the order they were begun.
pub(crate) fn due_until<S: Folded>(connection: &Connection, until: NaiveDate) -> Result<Vec<Found<S>>, StoreError> {
    let sql = "select id, state from matter where kind = ?1 and due <= ?2 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, until.to_string()], read)?.collect()
}

/// The matters of a kind that stand at a stage, in the order they were begun.
pub(crate) fn at_stage<S: Folded>(connection: &Connection, stage: &str) -> Result<Vec<Found<S>>, StoreError> {
    let sql = "select id, state from matter where kind = ?1 and stage = ?2 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, stage], read)?.collect()
}

/// The matters of a kind that are about a request, oldest first.
pub(crate) fn about<S: Folded>(connection: &Connection, request: RequestId) -> Result<Vec<Found<S>>, StoreError> {
    let sql = "select id, state from matter where request = ?2 and kind = ?1 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, request.to_string()], read)?.collect()
}

/// What is looked for.
pub(crate) struct MattersWanted<'a> {
    pub(crate) words: &'a str,
    pub(crate) stage: Option<&'a str>,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// The typed words as a JSON list of patterns: each must be somewhere.
fn patterns(words: &str) -> String {
    let typed = finding::long_number(words).unwrap_or_else(|| finding::plain(words));
    let escaped = typed.replace(['%', '_', '\\'], " ");
    let each: Vec<String> = escaped.split_whitespace().map(|word| format!("%{word}%")).collect();
    serde_json::json!(each).to_string()
}

const MATCHES: &str = "kind = ?1 and not exists (select 1 from json_each(?2) where matter.words not like value)";

/// A page of the list, newest first.
pub(crate) fn find<S: Folded>(connection: &Connection, wanted: &MattersWanted<'_>) -> Result<Vec<Found<S>>, StoreError> {
    let sql = format!(
        "select id, state from matter where {MATCHES} and (?3 is null or stage = ?3) order by place desc limit ?4 offset ?5"
    );
    let values = params![S::MATTER as u16, patterns(wanted.words), wanted.stage, wanted.limit, wanted.offset];
    connection.prepare_cached(&sql)?.query_and_then(values, read)?.collect()
}

/// How many with these words stand at each stage.
pub(crate) fn count_by_stage<S: Folded>(connection: &Connection, words: &str) -> Result<Vec<(String, u32)>, StoreError> {
    let sql = format!("select stage, count(*) from matter where {MATCHES} group by stage order by stage");
    let mut query = connection.prepare_cached(&sql)?;
    let rows = query.query_map(params![S::MATTER as u16, patterns(words)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The highest serial of a numbered matter in the series of this desk in `year`.
pub(crate) fn last_serial<S: Folded>(connection: &Connection, desk: &DeskCode, year: i32) -> Result<Option<u32>, StoreError> {
    let sql = "select max(serial) from matter where kind = ?1 and desk = ?2 and year = ?3";
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_row(params![S::MATTER as u16, desk.as_str(), year], |row| row.get(0)).optional()?.flatten())
}
